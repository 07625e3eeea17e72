//! The statement of the duty that a document may quote.

use super::subject::Subject;
use crate::duty::Requirement;

/// The statement of the duty for a report: the office's own, else one that cites the Act rightly; none where no duty by
/// statute is owed. Of a report that has no last day the Act asks for no 56 days, and the statement does not either.
pub(super) fn duty_statement(subject: &Subject<'_>) -> Option<String> {
    if subject.row.requirement == Requirement::NoStatutoryDuty {
        return None;
    }
    let own = subject.settings.documents.duty_statement.as_deref().filter(|own| !own.trim().is_empty());
    if let Some(own) = own {
        return Some(own.to_owned());
    }
    let has_last_day = subject.row.standing.last_day.is_some_and(|range| !range.may_have_none);
    Some(if has_last_day {
        "Section 55(5) of the Police Act 1996 (as amended by section 37 of the Policing and Crime Act 2017) requires local \
         policing bodies to publish their comments on inspectors’ reports before the end of the period of 56 days beginning \
         with the day on which the report is published."
            .into()
    } else {
        "Section 55(5) of the Police Act 1996 requires local policing bodies to publish their comments on inspectors’ \
         reports."
            .into()
    })
}
