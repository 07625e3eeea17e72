//! A grade that is nearly one of the inspectorate's words.

use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Fix, Rule, Severity, When};
use crate::schema::{Steps, written};
use crate::text::near;

/// `grade-misspelt`: a grade that is nearly one of the inspectorate's words.
pub static RULE: Rule = Rule {
    code: "T119",
    name: "grade-misspelt",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The grade of a judgment is nearly, and not quite, one of the inspectorate's words.",
    why: "HMICFRS grades with the words outstanding, good, adequate, requires improvement and inadequate. \
          A misspelt grade is printed as it stands and counted by itself. Other words, for reports that \
          grade otherwise or not at all, are left alone.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[judgment]]
question = "Investigating crime"
grade = "requires improvment"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[[judgment]]
question = "Investigating crime"
grade = "requires improvement"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

const GRADES: [&str; 5] = ["outstanding", "good", "adequate", "requires improvement", "inadequate"];
/// How many letters may differ, in short grades and in long ones.
const SLIPS: (usize, usize) = (1, 2);

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let judgments = subject.inspection.judgments.iter().enumerate();
    let other = judgments.filter(|(_, judgment)| !GRADES.contains(&judgment.grade.trim()));
    let nearly = other.filter_map(|(index, judgment)| Some((index, judgment, nearly(&judgment.grade)?)));
    nearly
        .map(|(index, judgment, meant)| {
            let steps = Steps::root("judgment").at(index).key("grade");
            let fix = Fix::write(subject.reading.span(&steps), written::quoted(meant)).safe_if(false);
            let message = format!("`{}` is nearly the grade `{meant}`", shown(&judgment.grade));
            let finding = subject.finding(&RULE, &steps, message).label("misspelt?");
            finding.help(format!("write grade = \"{meant}\"")).fix(fix)
        })
        .collect()
}

fn nearly(grade: &str) -> Option<&'static str> {
    let found = near(grade.trim(), GRADES).filter(|found| found.is_sole)?;
    let slips = if found.word.len() > 6 { SLIPS.1 } else { SLIPS.0 };
    (1..=slips).contains(&found.distance).then_some(found.word)
}
