//! A text with characters that stand for others.

use crate::check::characters::{Fault, Pasted, pasted};
use crate::check::mending::Mender;
use crate::check::prose::{office_prose, other_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;

/// `garbled-characters`: a text with characters that stand for others.
pub static RULE: Rule = Rule {
    code: "T073",
    name: "garbled-characters",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text has characters that came out wrong: boxes, joined letters, letters in the place of \
          a quotation mark.",
    why: "Text copied from a PDF or a Word document brings bullets of Word's own fonts, two letters as one, \
          and the replacement character where a letter was lost; text read with the wrong encoding has â€™ for \
          an apostrophe. Readers see boxes or nonsense, a search does not find the word, and a line with such \
          a bullet is not shown as a list. Write what was meant. `track check --fix` parts joined letters; the \
          other mends are guesses.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = "The forceâ€™s records are efﬁciently kept."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = "The force’s records are efficiently kept."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut mender = Mender::new(subject);
    let mut look = |text: &str, steps: &dyn Fn() -> Steps| {
        let Some(first) = pasted(text, Fault::Garbled).next() else { return };
        let steps = steps();
        let all: Vec<Pasted<'_>> = pasted(text, Fault::Garbled).collect();
        let message = match all.len() {
            1 => format!("characters came out wrong: {}", shown(first.part)),
            more => format!("characters came out wrong in {more} places: {}, …", shown(first.part)),
        };
        let help = match &first.meant {
            Some(meant) if meant == "- " => "begin the line with \"- \" to show it as a list".to_owned(),
            Some(meant) => format!("write {}", shown(meant)),
            None => "write what was meant".to_owned(),
        };
        let is_certain = all.iter().all(|pasted| pasted.is_certain);
        let pieces = all.into_iter().map(|pasted| (pasted.part, pasted.meant));
        let fix = mender
            .fix(&steps, text, "write what was likely meant", pieces)
            .map(|fix| fix.safe_if(is_certain));
        found.push(
            subject
                .finding_in(&RULE, &steps, first.part, message)
                .label("came out wrong")
                .help(help)
                .fix(fix),
        );
    };
    office_prose(subject.inspection, &mut look);
    other_prose(subject.inspection, &mut look);
    found
}
