//! A text that breaks off.

use crate::check::prose::{office_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `text-cut-short`: a text that breaks off.
pub static RULE: Rule = Rule {
    code: "T084",
    name: "text-cut-short",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text breaks off: it ends with a comma, with a word such as \"and\" or \"the\", or within \
          brackets that its last paragraph opens.",
    why: "The end of a text is easily lost when it is pasted from a table or over two pages of a PDF, and \
          nobody reads it to the end again. Add what is missing. What a report recommends is not looked at: \
          items of a list are printed so.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = "The force records crime well, and its officers are trained in the"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = "The force records crime well, and its officers are trained in the use of body-worn video."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Words that end no text.
const OPEN: [&str; 7] = ["and", "or", "the", "an", "its", "their", "our"];
/// How many words a line has at least that ends with a comma and is not the close of a letter.
const LINE: usize = 5;
/// How much of the end is quoted, in characters.
const QUOTED: usize = 30;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        if let Some(end) = open_end(text.trim_end()) {
            found.push(
                subject
                    .finding_in(&RULE, &steps(), end, format!("the text breaks off: …{}", shown(end)))
                    .label("breaks off")
                    .help("add what is missing"),
            );
        }
    };
    office_prose(subject.inspection, &mut look);
    if let Some(text) = &subject.inspection.key_findings {
        look(text, &|| Steps::root("key_findings"));
    }
    found
}

/// The end of a text that is no end.
fn open_end(text: &str) -> Option<&str> {
    let ends_open = match text.as_bytes().last()? {
        b',' => {
            let line = &text[text.rfind('\n').map_or(0, |at| at + 1)..];
            !line.trim_start().starts_with(['-', '•']) && line.split_whitespace().nth(LINE - 1).is_some()
        }
        b'.' | b'!' | b'?' | b')' => return None,
        byte if byte.is_ascii_lowercase() => OPEN.iter().any(|word| {
            text.strip_suffix(word).is_some_and(|before| before.ends_with([' ', '\n', '\u{a0}']))
        }),
        _ => false,
    };
    if ends_open {
        let start = text.char_indices().rev().nth(QUOTED - 1).map_or(0, |(at, _)| at);
        return Some(&text[start..]);
    }
    let last = text.rfind("\n\n").or_else(|| text.rfind("\n\r\n")).map_or(text, |at| &text[at..]);
    let within = |open: char, close: &[char]| {
        let at = last.rfind(open)?;
        (!last[at..].contains(close)).then_some(at)
    };
    let at = within('(', &[')']).or_else(|| within('“', &['”', '"', '’', '\'']))?;
    Some(&last[at..])
}
