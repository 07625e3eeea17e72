//! A day of publication far from the dates that the record itself gives.

use crate::check::distance::is_later_by;
use crate::check::prose::shown;
use crate::check::title_dates::{id_date, title_dates};
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::{PartialDate, Precision};
use crate::schema::Steps;
use crate::text::{Place, and_list};

/// `published-year-unlikely`: a day of publication far from the dates that the record itself gives.
pub static RULE: Rule = Rule {
    code: "T090",
    name: "published-year-unlikely",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The report's publication lies over a year from the visit, or from the date in its title or its id.",
    why: "The last day to respond counts from `published`, so one wrong year makes every lateness wrong. \
          The page of an old report often says \"Published on\" of the day it was moved to another web site, \
          years later; in January the old year is often typed. A report mostly comes out within a year of \
          its visit. One that lies over eighteen months after the visit or the month in its title or its id, \
          over two years after the year in its id, or over a year before one of these, is told of. Take the date from the report \
          itself. Where it really came out so late, allow it with the reason; an id is changed with `track rename`.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "A visit to police custody, February 2020"
type = "national"
published = 2018-05-09

[response]
published = 2020-05-28
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "A visit to police custody, February 2020"
type = "national"
published = 2020-05-09

[response]
published = 2020-05-28
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// How long after its visit a report may come out, in months: national ones can take a year and more.
const AFTER_A_VISIT: u32 = 18;
/// The same for an id with a year only: it may be the first of two, as of a report of 2021/22.
const AFTER_A_YEAR: u32 = 24;

/// What the record says of the time of its report.
struct Clue {
    /// The latest that it names.
    to: PartialDate,
    /// In words, after "far from".
    what: String,
    /// Where it stands; an id stands nowhere in the file.
    place: Option<(Place, &'static str)>,
}

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let published = subject.inspection.published;
    if published.precision() == Precision::Unknown {
        return Vec::new();
    }
    let clues = [title_clue(subject), visit_clue(subject), id_clue(subject)];
    let far: Vec<Clue> = clues.into_iter().flatten().collect();
    if far.is_empty() {
        return Vec::new();
    }
    let whats: Vec<&str> = far.iter().map(|clue| clue.what.as_str()).collect();
    let message =
        format!("the report is dated {}, over a year from {}", published.in_words(), and_list(&whats));
    let is_later = far.iter().any(|clue| is_later_by(published, clue.to, 12));
    let help = if is_later {
        "take the date from the report: a web page may give the day it was moved there, years later"
    } else {
        "take the date from the report, and check the year"
    };
    let finding = subject.finding(&RULE, &Steps::root("published"), message);
    let finding = finding.label("probably another year").help(help);
    let places = far.into_iter().filter_map(|clue| clue.place);
    vec![places.fold(finding, |finding, (place, what)| finding.related(place, what))]
}

/// Whether a title names a time that is far from the publication: it may be that of the visit.
fn is_far(published: PartialDate, from: PartialDate, to: PartialDate) -> bool {
    is_later_by(published, to, AFTER_A_VISIT) || is_later_by(from, published, 12)
}

/// The first date that the title names, where none of them is near.
fn title_clue(subject: &Subject<'_>) -> Option<Clue> {
    let published = subject.inspection.published;
    let dates = title_dates(&subject.inspection.title);
    if dates.iter().any(|date| !is_far(published, date.from, date.to)) {
        return None;
    }
    let date = dates.first()?;
    let span = subject.reading.span_of_part(&Steps::root("title"), date.words);
    let what = format!("the date in its title, {}", shown(date.words));
    let place = Some((subject.reading.place_of(span), "the date in the title"));
    Some(Clue { to: date.to, what, place })
}

/// The end of the visit; a visit after the report is visit-after-report.
fn visit_clue(subject: &Subject<'_>) -> Option<Clue> {
    let index = subject.inspection.inspected.len().checked_sub(1)?;
    let end = subject.inspection.inspected[index];
    is_later_by(subject.inspection.published, end, AFTER_A_VISIT).then(|| {
        let place = subject.reading.place(&Steps::root("inspected").at(index));
        let what = format!("the visit of {}", end.in_words());
        Clue { to: end, what, place: Some((place, "the end of the visit")) }
    })
}

fn id_clue(subject: &Subject<'_>) -> Option<Clue> {
    let date = id_date(subject.id)?;
    let what = format!("the date in its id, `{}`", shown(subject.id));
    let published = subject.inspection.published;
    let after = if date.precision() == Precision::Year { AFTER_A_YEAR } else { AFTER_A_VISIT };
    let is_far = is_later_by(published, date, after) || is_later_by(date, published, 12);
    is_far.then_some(Clue { to: date, what, place: None })
}
