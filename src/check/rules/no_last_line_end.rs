//! A file whose last line does not end.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Fix, Rule, Severity, When};
use crate::text::{Edit, Span, line_ending};

/// `no-last-line-end`: a file whose last line does not end.
pub static RULE: Rule = Rule {
    code: "T029",
    name: "no-last-line-end",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The last line of the file has no line ending.",
    why: "Whoever adds a line below it then changes this line too, and its history names the wrong person; two files \
          put together run into one another. Most editors end the last line by themselves.",
    example: Example::Words {
        bad: "The file ends with the last letter of its last line.",
        good: "It ends with a line ending after that: press the return key there, or run `track check --fix`.",
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let text = subject.reading.source.text;
    if text.ends_with('\n') {
        return Vec::new();
    }
    let end = Span::new(text.len(), text.len());
    let fix = Fix::safe("end the last line", vec![Edit::insert(text.len(), line_ending(text))]);
    vec![
        Finding::in_place(
            &RULE,
            subject.reading.place_of(end),
            "the last line of this file has no line ending",
        )
        .label("a line ending is missing")
        .help("press the return key at its end, and save")
        .fix(fix),
    ]
}
