//! The registry: every rule that a record can break, and what looks for it.

use super::rules as r;
use super::{Library, Remote, Subject};
use crate::config::{Settings, read_settings};
use crate::diagnostic::{Finding, Rule};
use crate::schema::faults::{FAULTS, SETTINGS};

/// A rule and what looks for it.
pub struct Check {
    /// The rule.
    pub rule: &'static Rule,
    /// What looks for it.
    pub run: Run,
}

/// What looks for a rule.
#[derive(Clone, Copy)]
pub enum Run {
    /// One record by itself.
    Record(fn(&Subject<'_>) -> Vec<Finding>),
    /// All records together.
    Records(fn(&Library<'_>) -> Vec<Remote>),
    /// Both: the first where a record says it all, the second where another must be asked.
    Both(fn(&Subject<'_>) -> Vec<Finding>, fn(&Library<'_>) -> Vec<Remote>),
    /// All findings together, once they are known.
    Last,
}

/// Every check, by code. The faults of reading stand in `schema::faults`.
pub static CHECKS: &[&Check] = &[
    // of the file as a whole
    &r::no_last_line_end::CHECK,
    // errors
    &r::duplicate_id::CHECK,
    &r::dangling_reference::CHECK,
    &r::circular_reference::CHECK,
    &r::response_before_report::CHECK,
    &r::comments_before_invitation::CHECK,
    &r::joint_beside_parts::CHECK,
    // warnings
    &r::response_overdue::CHECK,
    &r::published_in_future::CHECK,
    &r::sent_before_published::CHECK,
    &r::updates_out_of_order::CHECK,
    &r::update_in_future::CHECK,
    &r::likely_duplicate::CHECK,
    &r::recommendation_unexplained::CHECK,
    &r::not_accepted_without_reason::CHECK,
    &r::closed_without_note::CHECK,
    &r::more_recorded_than_made::CHECK,
    &r::wrong_section_cited::CHECK,
    &r::inspectors_duty_cited::CHECK,
    &r::due_contradicts_deadline::CHECK,
    &r::forces_missing::CHECK,
    &r::placeholder_text::CHECK,
    &r::update_says_nothing::CHECK,
    &r::not_required_without_because::CHECK,
    &r::response_in_future::CHECK,
    &r::seen_before_published::CHECK,
    &r::under_names_no_label::CHECK,
    &r::url_is_no_web_address::CHECK,
    &r::visit_after_report::CHECK,
    &r::update_before_report::CHECK,
    &r::invited_before_report::CHECK,
    &r::wanted_before_invited::CHECK,
    &r::step_in_future::CHECK,
    &r::bad_allowance::CHECK,
    &r::unused_allowance::CHECK,
    &r::explanation_repeats_recommendation::CHECK,
    &r::explanation_says_nothing::CHECK,
    &r::hidden_characters::CHECK,
    &r::garbled_characters::CHECK,
    &r::protective_marking::CHECK,
    &r::inspectorate_misspelt::CHECK,
    &r::her_majestys_inspectorate::CHECK,
    &r::number_contradicts_record::CHECK,
    &r::names_another_report::CHECK,
    &r::response_repeats_another::CHECK,
    &r::another_force_answers::CHECK,
    &r::report_about_other_forces::CHECK,
    &r::paragraph_twice::CHECK,
    &r::text_in_two_keys::CHECK,
    &r::text_cut_short::CHECK,
    &r::word_broken_by_hyphen::CHECK,
    &r::page_number_in_text::CHECK,
    &r::list_mark_not_shown::CHECK,
    &r::title_as_pasted::CHECK,
    &r::personal_contact_details::CHECK,
    &r::published_year_unlikely::CHECK,
    &r::visit_out_of_order::CHECK,
    &r::corrected_before_published::CHECK,
    &r::dated_unlike_published::CHECK,
    &r::due_unlikely::CHECK,
    &r::deadline_not_recorded::CHECK,
    &r::deadline_contradicts_text::CHECK,
    &r::deadline_moved_without_note::CHECK,
    &r::national_report_not_answered::CHECK,
    &r::request_incomplete::CHECK,
    &r::type_unlike_title::CHECK,
    &r::joint_of_one::CHECK,
    &r::inspectorates_without_hmicfrs::CHECK,
    &r::inspectorate_of_another_time::CHECK,
    &r::reply_to_nothing::CHECK,
    &r::comments_denied_yet_printed::CHECK,
    &r::comments_after_response::CHECK,
    &r::wanted_after_last_day::CHECK,
    &r::step_before_report::CHECK,
    &r::late_because_in_time::CHECK,
    &r::outcome_contradicted::CHECK,
    &r::ended_without_note::CHECK,
    &r::superseded_by_without_status::CHECK,
    &r::reopened_without_note::CHECK,
    &r::reference_out_of_time::CHECK,
    &r::covered_by_unanswered::CHECK,
    &r::response_kept_twice::CHECK,
    &r::url_not_public::CHECK,
    &r::one_address_for_both::CHECK,
    &r::grade_misspelt::CHECK,
    &r::recommendation_twice::CHECK,
    &r::filed_under_another_date::CHECK,
    &r::response_without_text::CHECK,
    &r::late_without_reason::CHECK,
    &r::target_after_due::CHECK,
    &r::response_unproven::CHECK,
    &r::ours_undecided::CHECK,
    &r::item_gone_quiet::CHECK,
    &r::copies_not_sent::CHECK,
    &r::published_on_day_off::CHECK,
];

/// Every rule, by code: the faults of reading, then the checks.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAULTS.iter().copied().chain(CHECKS.iter().map(|check| check.rule))
}

/// Reads the office's settings from the bytes of `track.toml`; a fault in them is a finding, and the default stands in.
pub fn settings_of(path: &str, bytes: &[u8]) -> (Settings, Vec<Finding>) {
    read_settings(&SETTINGS, &rules().collect::<Vec<_>>(), path, bytes)
}

/// Finds a rule by its code or its name, in any letter case.
pub fn find_rule(wanted: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.is_called(wanted))
}
