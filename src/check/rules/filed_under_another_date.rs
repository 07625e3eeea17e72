//! A record whose id or folder names another time than its report.

use crate::check::title_dates::id_date;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::PartialDate;
use crate::schema::Steps;

/// `filed-under-another-date`: a record whose id or folder names another time than its report.
pub static RULE: Rule = Rule {
    code: "T121",
    name: "filed-under-another-date",
    severity: Severity::Warning,
    when: When::WhereTurnedOn,
    summary: "The month or year in the record's id, or the year of its folder, is not that of the report.",
    why: "Where an office names its records for the month of publication and puts them in a folder for \
          each year, as records/2020/2020-03-custody.toml, one under another month is hard to find, or its \
          day of publication is mistyped. Not every office does so, so this is off by itself. An id is \
          changed with `track rename`, which changes the references with it.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-04-28
"#,
        )],
        good: &[(
            "records/2020-04-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-04-28
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.inspection.published;
    let path = subject.reading.source.path;
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let year = folders.rsplit('/').find_map(|name| {
        let is_year = name.len() == 4;
        PartialDate::from_record_text(name).filter(|_| is_year)
    });
    let (what, date) = match (id_date(subject.id), year) {
        (Some(date), _) if !date.overlaps(published) => ("id", date),
        (_, Some(date)) if !date.overlaps(published) => ("folder", date),
        _ => return Vec::new(),
    };
    let message =
        format!("the report came out in {}, and its {what} says {}", published.in_words(), date.in_words());
    let help = match what {
        "id" => "correct the day, or rename the record with `track rename`",
        _ => "correct the day, or move the file to the folder of its year",
    };
    vec![
        subject
            .finding(&RULE, &Steps::root("published"), message)
            .label(format!("its {what} says {}", date.in_words()))
            .help(help),
    ]
}
