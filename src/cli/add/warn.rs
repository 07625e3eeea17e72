//! What a person is warned of before a report is added.

use chrono::{Days, NaiveDate};

use super::super::ask::confirm;
use crate::check::{Facts, likely_twins};
use crate::cli::context::Context;
use crate::cli::failure::Refusal;
use crate::config::Settings;
use crate::model::{Inspection, PartialDate};
use crate::text::{or_list, visible};

/// From how many days ago a date is called very old.
const OLD: u64 = 365;

/// Warns of a date that is often a slip.
pub(super) fn of_date(context: &mut Context<'_, '_>, published: PartialDate) {
    let today = context.today;
    if published.certainly_after_day(today) {
        context.env.tell(
            "warning: this date lies in the future; the 56 days count from the day it is really published\n",
        );
        return;
    }
    let old = today.checked_sub_days(Days::new(OLD));
    if old.is_some_and(|old| published.latest().is_some_and(|latest| latest < old)) {
        context.env.tell(
            "warning: this is more than a year ago; web pages of old reports show the day they were moved there: \
             is it the day of publication?\n",
        );
    }
}

/// Records that are likely the same report: ids.
pub(super) fn likely_duplicates(
    inspection: &Inspection<'_>,
    facts: &[Facts],
    today: NaiveDate,
    settings: &Settings,
) -> Vec<String> {
    let mut all = facts.to_vec();
    all.push(Facts::of_inspection("", "", inspection));
    let twins = likely_twins(&all, facts.len(), today, settings);
    twins.into_iter().map(|index| facts[index].id.clone()).collect()
}

/// Warns of them; on a terminal the person decides.
pub(super) fn of_duplicates(context: &mut Context<'_, '_>, twins: &[String]) -> anyhow::Result<()> {
    if twins.is_empty() {
        return Ok(());
    }
    let ids: Vec<String> = twins.iter().map(|id| format!("`{}`", visible(id))).collect();
    let warning = format!("warning: this report is likely there already, as {}\n", or_list(&ids));
    context.env.tell(&warning);
    if context.can_ask() && !confirm(context, "Add it all the same?")? {
        return Err(Refusal::new("not added; nothing was written").into());
    }
    Ok(())
}
