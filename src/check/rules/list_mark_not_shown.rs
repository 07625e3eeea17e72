//! A line that is meant for a list and not shown as one.

use crate::check::mending::Mender;
use crate::check::prose::{office_prose, report_prose, shown};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::schema::Steps;
use crate::text::count;

/// `list-mark-not-shown`: a line that is meant for a list and not shown as one.
pub static RULE: Rule = Rule {
    code: "T087",
    name: "list-mark-not-shown",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "Lines begin with a mark that does not make them a list.",
    why: "A line that begins with \"- \" or \"• \" is an item of a list: in the terminal, in documents and on \
          pages, where a screen reader announces it. Other marks, or a tab behind the mark, leave it a line of \
          prose. Begin the lines with \"- \"; `track check --fix` does it where the mark can be nothing else.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = """
The force should look at:
● its plans
● its training"""
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
key_findings = """
The force should look at:
- its plans
- its training"""
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
        let marks = marks(text);
        let Some(first) = marks.first().copied() else { return };
        let steps = steps();
        let message = format!(
            "{} with {}, which makes no list",
            if marks.len() == 1 {
                "a line begins".to_owned()
            } else {
                format!("{} begin", count(marks.len(), "line"))
            },
            shown(first)
        );
        let is_certain = marks.iter().all(|mark| mark.starts_with(BULLETS) || mark.starts_with('•'));
        let fix = mender.fix(
            &steps,
            "begin the lines with \"- \"",
            marks.iter().map(|mark| (*mark, Some("- ".to_owned()))),
        );
        found.push(
            subject
                .finding_in(&RULE, &steps, first, message)
                .label("not shown as a list")
                .help("begin each line of the list with \"- \"")
                .fix(fix.map(|fix| fix.safe_if(is_certain))),
        );
    };
    office_prose(subject.inspection, &mut look);
    report_prose(subject.inspection, &mut look);
    found
}

/// Marks that are nothing but bullets.
const BULLETS: &[char] = &['·', '●', '○', '▪', '■', '□', '◦', '‣', '➢', '►', '∙', '⁃', '➤', '✓', '✔'];
/// Marks that may be something else: they count where there are two, or after a colon.
const DOUBTFUL: &[char] = &['*', '–', '—', 'o', '-', '+'];

/// The marks at the beginnings of lines, with the blanks behind each.
fn marks(text: &str) -> Vec<&str> {
    let (mut found, mut doubtful) = (Vec::new(), Vec::new());
    let mut is_after_colon = false;
    for line in text.lines() {
        let line = line.trim();
        if let Some((mark, is_bullet)) = mark(line) {
            let is_list = is_bullet || is_after_colon;
            if is_list { &mut found } else { &mut doubtful }.push(mark);
        }
        if !line.is_empty() {
            is_after_colon = line.ends_with(':');
        }
    }
    if doubtful.len() + found.len() > 1 {
        found.append(&mut doubtful);
        found.sort_unstable_by_key(|mark| mark.as_ptr().addr());
    }
    found
}

/// The mark of a line with the blanks behind it, and whether it can be nothing but a bullet.
fn mark(line: &str) -> Option<(&str, bool)> {
    let first = line.chars().next()?;
    let is_bullet = BULLETS.contains(&first);
    if !is_bullet && first != '•' && !DOUBTFUL.contains(&first) {
        return None;
    }
    let rest = &line[first.len_utf8()..];
    let words = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    let blanks = &rest[..rest.len() - words.len()];
    let is_item = match first {
        '•' => !words.is_empty() && !blanks.starts_with(' '),
        '-' => blanks.starts_with(['\t', '\u{a0}']), // what a space follows is a list
        _ => !blanks.is_empty(),
    };
    let mark = &line[..first.len_utf8() + blanks.len()];
    (is_item && words.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '‘' | '“' | '"' | '\'' | '(')))
        .then_some((mark, is_bullet || first == '•'))
}
