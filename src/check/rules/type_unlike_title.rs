//! A report whose title says that it is of another type.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Fix, Rule, Severity, When};
use crate::model::InspectionType;
use crate::schema::{Steps, written};

/// `type-unlike-title`: a report whose title says that it is of another type.
pub static RULE: Rule = Rule {
    code: "T100",
    name: "type-unlike-title",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The title says that the report is of another type than the record does.",
    why: "The type decides whether a response is owed at all, which forces are expected, and where the \
          report stands in lists. A super-complaint or an inspection of a fire and rescue service brings \
          no duty under section 55 of the Police Act 1996; recorded as a national report it will be called \
          overdue. Only titles that leave little doubt are looked at, and reports on progress, second \
          visits and `other` are left alone.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "The hidden victims: a super-complaint about stalking"
type = "national"
published = 2020-05-09
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "The hidden victims: a super-complaint about stalking"
type = "super-complaint"
published = 2020-05-09
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// The types that no title is held against: they say how a report came about rather than what it is about.
const ANY: [InspectionType; 5] = [
    InspectionType::Other,
    InspectionType::Progress,
    InspectionType::Revisit,
    InspectionType::Commissioned,
    InspectionType::RapidReview,
];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    // Where somebody has written the duty, the type does not decide it.
    if ANY.contains(&inspection.inspection_type) || inspection.duty.is_some() {
        return Vec::new();
    }
    let Some((words, wanted)) = said_by(&inspection.title, inspection.inspection_type) else {
        return Vec::new();
    };
    let (own, other) = (inspection.inspection_type.as_str(), wanted.as_str());
    let message = format!("the title says that the report is of type `{other}`, and the type is `{own}`");
    let title = subject.reading.span_of_part(&Steps::root("title"), words);
    let fix = Fix::write(subject.reading.span(&Steps::root("type")), written::quoted(other)).safe_if(false);
    let finding = subject.finding(&RULE, &Steps::root("type"), message);
    vec![
        finding
            .label(format!("probably {other}"))
            .help(format!("write type = \"{other}\" if it is, or say in a comment why it is not"))
            .related(subject.reading.place_of(title), "the words of the title")
            .fix(fix),
    ]
}

/// The words of a title that say another type, and the type.
fn said_by(title: &str, own: InspectionType) -> Option<(&str, InspectionType)> {
    use InspectionType as T;
    let words = |text: &str| find(title, text);
    let (found, wanted, also) = if let Some(found) = words("super-complaint") {
        (found, T::SuperComplaint, &[T::Joint][..])
    } else if let Some(found) = words("fire and rescue service").filter(|_| !is_of_police(title)) {
        (found, T::Fire, &[T::StateOfPolicing, T::Joint][..])
    } else if let Some(found) = words("unannounced").filter(|_| words("custody").is_some()) {
        (found, T::Custody, &[T::Joint, T::CounterTerrorism, T::National, T::Thematic, T::Rolling][..])
    } else if title.starts_with("PEEL")
        && !["national", "overview", "spotlight"].iter().any(|w| words(w).is_some())
    {
        (&title[.."PEEL".len()], T::Peel, &[T::Spotlight][..])
    } else {
        return None;
    };
    (own != wanted && !also.contains(&own)).then_some((found, wanted))
}

fn is_of_police(title: &str) -> bool {
    ["polic", "constabular", "force"].iter().any(|word| find(title, word).is_some())
}

/// Finds words in a title in any letter case; a title is short.
fn find<'t>(title: &'t str, words: &str) -> Option<&'t str> {
    let first = words.as_bytes().first()?;
    let starts = title.bytes().enumerate().filter(|(_, byte)| byte.eq_ignore_ascii_case(first));
    let mut found = starts.filter_map(|(at, _)| title.get(at..at + words.len()));
    found.find(|part| part.eq_ignore_ascii_case(words))
}
