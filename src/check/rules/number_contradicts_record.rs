//! A number in the prose that the record contradicts.

use crate::check::counting::{Said, counts};
use crate::check::prose::shown;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::ItemKind;
use crate::schema::Steps;
use crate::text::count;

/// `number-contradicts-record`: a number in the prose that the record contradicts.
pub static RULE: Rule = Rule {
    code: "T077",
    name: "number-contradicts-record",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A sentence counts the report's recommendations otherwise than the record does.",
    why: "A response that says \"HMICFRS made eight recommendations\" or \"accepts all five recommendations\" \
          where the record has another number was often begun from the response before it. Only the first sentences are \
          looked at, as long as they speak of the whole report and name no year and no other report; and \"all five\" \
          only where the record has fewer. Put the number right in the prose or in the record.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
recommendations_made = 8
recommendations_intro = "HMICFRS made five recommendations. They are:"
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
recommendations_made = 8
recommendations_intro = "HMICFRS made eight recommendations. They are:"
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let intro = subject.inspection.recommendations_intro.as_ref();
    let intro = intro.map(|text| (Steps::root("recommendations_intro"), text));
    let texts = subject.response().into_iter().flat_map(|response| response.texts());
    let texts = texts.filter_map(|(key, text)| Some((Steps::response(key), text?)));
    for (steps, text) in intro.into_iter().chain(texts) {
        // One is enough to be looked into, and the same may stand there a thousand times.
        let mut counted = counts(text).into_iter();
        let first = counted.find_map(|(part, said)| Some((part, contradicted(subject, said)?)));
        let Some((part, (key, message))) = first else { continue };
        let other = subject.reading.place(&Steps::root(key));
        found.push(
            subject
                .finding_in(&RULE, &steps, part, format!("{}: {message}", shown(part)))
                .label("another number")
                .help("put the number right, here or in the record")
                .related(other, "what the record has"),
        );
    }
    found
}

/// What in the record contradicts a number, and how; nothing where any count of the record agrees.
fn contradicted(subject: &Subject<'_>, said: Said) -> Option<(&'static str, String)> {
    let inspection = subject.inspection;
    let (made, police) = (inspection.recommendations_made, inspection.recommendations_for_police);
    let recorded = recorded(subject, ItemKind::Recommendation);
    let is_known = |number| made.into_iter().chain(police).chain(recorded).any(|known| known == number);
    // All of a part may be fewer than those of the report; they are never more.
    let is_beyond = |number| made.into_iter().chain(police).chain(recorded).all(|known| known < number);
    match said {
        Said::Made(number) if !is_known(number) => {
            Some(("recommendations_made", format!("the record says that {} were made", made?)))
        }
        Said::ForPolice(number) if !is_known(number) => Some((
            "recommendations_for_police",
            format!("the record says that {} are for the police", police?),
        )),
        Said::All(number) if is_beyond(number) => match made {
            Some(made) => Some(("recommendations_made", format!("the record says that {made} were made"))),
            None if recorded[0] == 0 => None,
            None => {
                Some(("recommendation", format!("the record has {}", count(recorded[0], "recommendation"))))
            }
        },
        Said::AllAreas(number) => {
            let areas = self::recorded(subject, ItemKind::AreaForImprovement)[0];
            let shown = if areas == 1 { "1 area".to_owned() } else { format!("{areas} areas") };
            let is_beyond = (1..number).contains(&areas);
            is_beyond.then(|| ("recommendation", format!("the record has {shown} for improvement")))
        }
        Said::Made(_) | Said::ForPolice(_) | Said::All(_) => None,
    }
}

/// How many items of a kind the record has, how many of them are ours or undecided, how many are ours, how many it has of
/// all kinds.
fn recorded(subject: &Subject<'_>, kind: ItemKind) -> [u32; 4] {
    let mut counted = [0; 4];
    for item in &subject.inspection.recommendations {
        let of_kind = item.kind() == kind;
        let counts = [of_kind, of_kind && item.ours != Some(false), of_kind && item.ours == Some(true), true];
        for (counted, counts) in counted.iter_mut().zip(counts) {
            *counted += u32::from(counts);
        }
    }
    counted
}
