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
        let Marks { unseen: marks, is_doubtful, .. } = Marks::of(text);
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
        let fix = mender.fix(
            &steps,
            text,
            "begin the lines with \"- \"",
            marks.iter().map(|mark| (*mark, Some("- ".to_owned()))),
        );
        found.push(
            subject
                .finding_in(&RULE, &steps, first, message)
                .label("not shown as a list")
                .help("begin each line of the list with \"- \"")
                .fix(fix.map(|fix| fix.safe_if(!is_doubtful))),
        );
    };
    office_prose(subject.inspection, &mut look);
    report_prose(subject.inspection, &mut look);
    found
}

/// Marks that are nothing but bullets. A tick or a box is none: it may say what is done.
const BULLETS: &[char] = &['·', '●', '○', '▪', '◦', '‣', '➢', '►', '∙', '⁃', '➤'];
/// Marks that may be something else: they count behind a colon, or where there are two in a list.
const DOUBTFUL: &[char] = &['*', '–', '—', 'o', '-', '+'];

/// What a line is for a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line<'t> {
    Blank,
    /// It is shown as an item.
    Shown(char),
    /// It is meant for an item: its mark with the blanks behind it.
    Bullet(&'t str),
    /// The same, perhaps.
    Doubtful(&'t str),
    /// Anything else, and whether it goes on the line before or ends with a colon.
    Words {
        goes_on: bool,
        introduces: bool,
    },
}

/// The marks of a text that make no list.
#[derive(Default)]
struct Marks<'t> {
    unseen: Vec<&'t str>,
    /// The mark of the first item, however it is shown.
    kind: Option<char>,
    /// Whether there are others, or such as may be none.
    is_doubtful: bool,
    list: List<'t>,
}

/// The list that a line goes on, or may begin.
#[derive(Default)]
struct List<'t> {
    doubtful: Vec<&'t str>,
    length: usize,
    /// Whether prose stands on the line before, which may be broken anywhere.
    is_in_prose: bool,
    /// Whether the words before it end with a colon.
    is_introduced: bool,
}

impl<'t> Marks<'t> {
    fn of(text: &'t str) -> Self {
        let mut marks = Self::default();
        for line in text.lines() {
            marks.take(Line::of(line));
        }
        marks.end_list();
        marks.unseen.sort_unstable_by_key(|mark| mark.as_ptr().addr());
        marks
    }

    fn take(&mut self, line: Line<'t>) {
        match line {
            Line::Blank => self.list.is_in_prose = false,
            Line::Shown(first) => self.item(first),
            Line::Bullet(mark) => {
                self.item(mark.chars().next().unwrap_or_default());
                self.unseen.push(mark);
            }
            Line::Doubtful(mark) if self.list.length > 0 || !self.list.is_in_prose => {
                self.item(mark.chars().next().unwrap_or_default());
                self.list.doubtful.push(mark);
            }
            Line::Words { goes_on: true, .. } if self.list.length > 0 => {}
            Line::Doubtful(_) => self.end_list(),
            Line::Words { introduces, .. } => {
                self.end_list();
                self.list.is_in_prose = !introduces;
                self.list.is_introduced = introduces;
            }
        }
    }

    fn item(&mut self, first: char) {
        self.list.length += 1;
        self.is_doubtful |= *self.kind.get_or_insert(first) != first;
    }

    /// The doubtful marks of a list of one item are left alone, unless it is introduced.
    fn end_list(&mut self) {
        let list = std::mem::replace(&mut self.list, List { is_in_prose: true, ..List::default() });
        if list.length > 1 || list.is_introduced {
            self.is_doubtful |= !list.doubtful.is_empty();
            self.unseen.extend(list.doubtful);
        }
    }
}

impl<'t> Line<'t> {
    fn of(line: &'t str) -> Self {
        let words = line.trim();
        let Some(first) = words.chars().next() else { return Self::Blank };
        if words.starts_with("- ") || words.starts_with("• ") {
            return Self::Shown(first);
        }
        let is_bullet = first == '•' || BULLETS.contains(&first);
        match mark(words, first).filter(|_| is_bullet || DOUBTFUL.contains(&first)) {
            Some(mark) if is_bullet => Self::Bullet(mark),
            Some(mark) => Self::Doubtful(mark),
            None => Self::Words { goes_on: line.starts_with([' ', '\t']), introduces: words.ends_with(':') },
        }
    }
}

/// The first character of a line with the blanks behind it, where that can be an item's mark.
fn mark(line: &str, first: char) -> Option<&str> {
    let rest = &line[first.len_utf8()..];
    let words = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    let blanks = &rest[..rest.len() - words.len()];
    let is_wide = blanks.starts_with(['\t', '\u{a0}']);
    let is_item = match first {
        '•' => true,
        '-' => is_wide,                     // what a space follows is a list
        'o' => is_wide || blanks.len() > 1, // else a word of Welsh
        _ => !blanks.is_empty(),
    };
    let is_begun =
        words.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '‘' | '“' | '"' | '\'' | '('));
    (is_item && is_begun).then(|| &line[..first.len_utf8() + blanks.len()])
}
