//! What is missing from a response, as far as the record can show.

use std::fmt;

use crate::check::rules::{
    explanation_says_nothing, not_accepted_without_reason, not_required_without_because, placeholder_text,
    text_cut_short,
};
use crate::diagnostic::{Finding, Rule};
use crate::query::{Missing, missing_steps};
use crate::text::count;

use super::counting;
use super::subject::Subject;

/// The rules of `check` that find something unfinished in the words of a response.
static UNFINISHED: [&Rule; 5] = [
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
/// or wrong in the record.
pub(super) fn gaps(subject: &Subject<'_>) -> Vec<Gap> {
    let chief = &subject.office.chief_officer;
    let steps = missing_steps(subject.inspection, subject.row.response, subject.today);
    let mut gaps: Vec<Gap> = steps
        .iter()
        .map(|step| Gap {
            words: step.in_words(chief),
            law: step.law(),
            comes_after: matches!(
                step,
                Missing::PublishResponse | Missing::SendToInspectorate | Missing::SendToSecretaryOfState
            ),
        })
        .collect();
    if subject.is_owed()
        && let Some(wanted) = counting::wanted(subject)
    {
        let recorded = subject.row.counts.recorded;
        let left = wanted - recorded;
        gaps.push(Gap {
            words: format!(
                "record {}: {wanted} are said to be made{}, and {recorded} recorded",
                count(left, "more recommendation"),
                if subject.inspection.recommendations_for_police.is_some() {
                    " to the police"
                } else {
                    " (`recommendations_for_police` says how many of them are for the police)"
                }
            ),
            law: Some("section 55(5B)"),
            comes_after: false,
        });
    }
    gaps.extend(subject.findings.iter().filter(|finding| is_gap(finding)).map(|finding| Gap {
        words: format!("line {}: {}", finding.place.line, crate::text::visible(&finding.message)),
        law: None,
        comes_after: false,
    }));
    gaps.sort_by_key(|gap| gap.comes_after);
    gaps
}

fn is_gap(finding: &Finding) -> bool {
    finding.is_error() || UNFINISHED.iter().any(|rule| std::ptr::eq(*rule, finding.rule))
}
