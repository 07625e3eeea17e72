//! A text with characters that nobody sees.

use crate::check::characters::{Fault, Pasted, pasted, word_around};
use crate::check::mending::Mender;
use crate::check::prose::{office_prose, other_prose, shown};
use crate::check::vocabulary::Vocabulary;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;
use crate::text::count;

/// `hidden-characters`: a text with characters that nobody sees.
pub static RULE: Rule = Rule {
    code: "T072",
    name: "hidden-characters",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text has characters that are not seen: soft hyphens, spaces without width, marks of \
          direction.",
    why: "Such characters come along when words are pasted from a document or a web page. A search for the \
          word does not find it, a screen reader may stumble over it, and a mark of direction can make a text \
          read otherwise than it is written. Remove them; `track check --fix` removes those that cannot \
          matter. A soft hyphen may stand for a real one, as in body-worn: it is removed where the word without \
          it is a common one of this field or stands elsewhere in the text. An ordinary space that does not break is \
          fine.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            "title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-05-09\nkey_findings = \"Risk manage\u{ad}ment is sound.\"\n",
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = "Risk management is sound."
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
        let Some(first) = pasted(text, Fault::Hidden).next() else { return };
        let steps = steps();
        let all: Vec<Pasted<'_>> = pasted(text, Fault::Hidden).collect();
        let message = match all.len() {
            1 => format!("a character is not seen: {}", shown(first.part)),
            more => format!("{} are not seen: {}, …", count(more, "character"), shown(first.part)),
        };
        let is_certain = is_certain(text, &all);
        let pieces = all.into_iter().map(|pasted| (pasted.part, pasted.meant));
        let fix =
            mender.fix(&steps, text, "remove what is not seen", pieces).map(|fix| fix.safe_if(is_certain));
        found.push(
            subject
                .finding_in(&RULE, &steps, first.part, message)
                .label("not seen")
                .help("remove it, or write the word anew")
                .fix(fix),
        );
    };
    office_prose(subject.inspection, &mut look);
    other_prose(subject.inspection, &mut look);
    found
}

/// Whether nothing that was meant is lost with any of the characters.
fn is_certain(text: &str, all: &[Pasted<'_>]) -> bool {
    let mut vocabulary = Vocabulary::of(text);
    let mut is_soft = |pasted: &Pasted<'_>| {
        let at = pasted.part.as_ptr().addr() - text.as_ptr().addr(); // a slice of it
        pasted.part == "\u{ad}" && vocabulary.knows(&word_around(text, at))
    };
    all.iter().all(|pasted| pasted.is_certain || is_soft(pasted))
}
