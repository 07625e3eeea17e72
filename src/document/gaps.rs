//! What is missing from a response, as far as the record can show.

use std::fmt;

use crate::check::rules::{
    explanation_says_nothing, more_recorded_than_made, not_accepted_without_reason,
    not_required_without_because, placeholder_text, text_cut_short,
};
use crate::diagnostic::{Finding, Rule};
use crate::duty::{Requirement, asks_for_explanations};
use crate::model::{DutyKind, Inspection, Recommendation, Text};
use crate::query::{Missing, Row, missing_steps};
use crate::text::count;

use super::sources::Sources;

/// The rules of `check` that find something unfinished in the words of a response, or a count that cannot be right.
static UNFINISHED: [&Rule; 6] = [
    &more_recorded_than_made::RULE,
    &not_accepted_without_reason::RULE,
    &placeholder_text::RULE,
    &not_required_without_because::RULE,
    &explanation_says_nothing::RULE,
    &text_cut_short::RULE,
];

/// Something that is missing from a response; in words with the law that asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing, as a thing to do; safe to show.
    pub words: String,
    /// The law that asks for it, if one does.
    pub law: Option<&'static str>,
    /// Whether the response can be published without it: a step that comes after.
    pub comes_after: bool,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)?;
        self.law.map_or(Ok(()), |law| write!(f, " ({law})"))
    }
}

/// Lists what is missing: the steps not yet taken, recommendations that are not recorded, and what `check` calls unfinished
/// or wrong in the record. What the chief officer is called stands in the words.
pub(super) fn gaps(sources: &Sources<'_>, chief_officer: &str) -> Vec<Gap> {
    let Sources { inspection, row, findings, today, .. } = *sources;
    let steps = missing_steps(inspection, row.response, today);
    let mut gaps: Vec<Gap> = steps
        .iter()
        .map(|step| Gap {
            words: step.in_words(chief_officer),
            law: step.law(),
            comes_after: matches!(
                step,
                Missing::PublishResponse | Missing::SendToInspectorate | Missing::SendToSecretaryOfState
            ),
        })
        .collect();
    if is_asked_for_in_vain(inspection, row) {
        gaps.push(Gap {
            words: "write the response that was asked for".into(),
            law: None,
            comes_after: false,
        });
    }
    if row.requirement == Requirement::Owed
        && let Some(wanted) = wanted(inspection, row)
    {
        let recorded = row.counts.recorded;
        let left = wanted - recorded;
        gaps.push(Gap {
            words: format!(
                "record {}: {wanted} {} said to be made{}, and {recorded} recorded",
                count(left, "more recommendation"),
                if wanted == 1 { "is" } else { "are" },
                if inspection.recommendations_for_police.is_some() {
                    " to the police"
                } else {
                    " (`recommendations_for_police` says how many of them are for the police)"
                }
            ),
            law: asks_for_explanations(inspection, row.response).then_some("section 55(5B)"),
            comes_after: false,
        });
    }
    gaps.extend(findings.iter().filter(|finding| is_gap(finding)).map(|finding| Gap {
        words: in_words(finding),
        law: None,
        comes_after: false,
    }));
    gaps.sort_by_key(|gap| gap.comes_after);
    gaps
}

/// How many recommendations the record should have, where it has fewer: all that the office can be asked about, which are
/// those for the police, or where the record does not count those, all that were made.
pub(super) fn wanted(inspection: &Inspection<'_>, row: &Row) -> Option<usize> {
    let wanted = inspection.recommendations_for_police.or(inspection.recommendations_made)?;
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    (row.counts.recorded < wanted).then_some(wanted)
}

/// Whether a response was asked for without a duty by statute, and the record has nothing of it.
fn is_asked_for_in_vain(inspection: &Inspection<'_>, row: &Row) -> bool {
    let own = inspection.response.as_ref();
    let says = |text: Option<&Text<'_>>| text.is_some_and(|text| !text.trim().is_empty());
    let has_text = own.is_some_and(|own| own.texts().into_iter().any(|(_, text)| says(text)));
    let is_elsewhere = own.is_some_and(|own| own.answered_by.is_some());
    let answers = inspection.recommendations.iter().any(Recommendation::is_explained);
    row.requirement == Requirement::NoStatutoryDuty
        && inspection.duty() == DutyKind::Requested
        && !(has_text || is_elsewhere || answers)
}

/// What is wrong as its rule has it, with its place: the message of a finding may quote what is private in the record, and a
/// draft is shown around.
fn in_words(finding: &Finding) -> String {
    let summary = finding.rule.summary.trim_end_matches('.');
    let mut letters = summary.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    format!("line {} of the record: {first}{}", finding.place.line, letters.as_str())
}

fn is_gap(finding: &Finding) -> bool {
    finding.is_error() || UNFINISHED.iter().any(|rule| std::ptr::eq(*rule, finding.rule))
}
