//! The rules, a file each.

#![allow(unreachable_pub)] // a rule is public within its room; the registry hands it out

pub mod bad_allowance;
pub mod circular_reference;
pub mod closed_without_note;
pub mod comments_after_response;
pub mod comments_before_invitation;
pub mod comments_denied_yet_printed;
pub mod corrected_before_published;
pub mod dangling_reference;
pub mod dated_unlike_published;
pub mod deadline_contradicts_text;
pub mod deadline_moved_without_note;
pub mod deadline_not_recorded;
pub mod due_contradicts_deadline;
pub mod due_unlikely;
pub mod duplicate_id;
pub mod ended_without_note;
pub mod forces_missing;
pub mod inspectorate_of_another_time;
pub mod inspectorates_without_hmicfrs;
pub mod inspectors_duty_cited;
pub mod invited_before_report;
pub mod joint_beside_parts;
pub mod joint_of_one;
pub mod late_because_in_time;
pub mod likely_duplicate;
pub mod more_recorded_than_made;
pub mod national_report_not_answered;
pub mod no_last_line_end;
pub mod not_accepted_without_reason;
pub mod not_required_without_because;
pub mod outcome_contradicted;
pub mod placeholder_text;
pub mod published_in_future;
pub mod published_year_unlikely;
pub mod recommendation_unexplained;
pub mod reopened_without_note;
pub mod reply_to_nothing;
pub mod request_incomplete;
pub mod response_before_report;
pub mod response_in_future;
pub mod response_overdue;
pub mod seen_before_published;
pub mod sent_before_published;
pub mod step_before_report;
pub mod step_in_future;
pub mod superseded_by_without_status;
pub mod type_unlike_title;
pub mod under_names_no_label;
pub mod unused_allowance;
pub mod update_before_report;
pub mod update_in_future;
pub mod update_says_nothing;
pub mod updates_out_of_order;
pub mod url_is_no_web_address;
pub mod visit_after_report;
pub mod visit_out_of_order;
pub mod wanted_after_last_day;
pub mod wanted_before_invited;
pub mod wrong_section_cited;

#[cfg(test)]
mod tests;
