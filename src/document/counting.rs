//! Sentences that count recommendations, from counts given only.

use super::subject::Subject;
use crate::text::capitalised;

/// Numbers that a sentence writes in words.
const WORDS: [&str; 11] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// A number as a sentence writes it: in words up to ten.
fn number(n: usize) -> String {
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// A number of recommendations.
fn recommendations(n: usize) -> String {
    format!("{} recommendation{}", number(n), if n == 1 { "" } else { "s" })
}

/// A count of the record.
fn whole(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Says how many recommendations the report makes, as far as the record gives counts; nothing where it has more of them
/// than it says were made.
pub(super) fn made(subject: &Subject<'_>) -> Option<String> {
    let who = subject.inspectorate_in_short();
    let made = subject.inspection.recommendations_made.map(whole);
    if made.is_some_and(|made| subject.row.counts.recorded > made) {
        return None;
    }
    let police = subject.inspection.recommendations_for_police.map(whole);
    let police = police.filter(|police| made.is_none_or(|made| *police <= made)); // more than all is no count
    Some(match (made, police) {
        (None, None) => return None,
        (None, Some(0)) => format!("{who} directed no recommendations towards the police."),
        (None, Some(police)) => format!("{who} directed {} towards the police.", recommendations(police)),
        (Some(made), None) | (Some(made @ 0), Some(_)) => format!("{who} made {}.", recommendations(made)),
        (Some(1), Some(0)) => {
            format!("{who} made one recommendation, which was not directed towards the police.")
        }
        (Some(1), Some(_)) => {
            format!("{who} made one recommendation, which was directed towards the police.")
        }
        (Some(made), Some(0)) => {
            format!("{who} made {}, none of which was directed towards the police.", recommendations(made))
        }
        (Some(made), Some(police)) if police == made => format!(
            "{who} made {}, {} of which were directed towards the police.",
            recommendations(made),
            if made == 2 { "both" } else { "all" }
        ),
        (Some(made), Some(police)) => format!(
            "{who} made {}, {} of which {} directed towards the police.",
            recommendations(made),
            number(police),
            if police == 1 { "was" } else { "were" }
        ),
    })
}

/// Says how many of the recommendations stand in the record, where that is fewer than were made: of "them" behind the
/// sentence that counts all, of "the eight recommendations" by itself.
pub(super) fn recorded(subject: &Subject<'_>, by_itself: bool) -> Option<String> {
    let made = whole(subject.inspection.recommendations_made?);
    let recorded = subject.row.counts.recorded;
    let them = if by_itself { format!("the {}", recommendations(made)) } else { "them".into() };
    (recorded < made).then(|| match (recorded, made) {
        (0, 1) if by_itself => "The recommendation that was made is not set out in this document.".to_owned(),
        (0, 1) => "It is not set out in this document.".to_owned(),
        (0, _) => format!("None of {them} is set out in this document."),
        (1, _) => format!("One of {them} is set out in this document."),
        (recorded, _) => {
            format!("{} of {them} are set out in this document.", capitalised(&number(recorded)))
        }
    })
}
