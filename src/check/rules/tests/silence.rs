//! What no rule may say anything about, and what each must say.

use super::{in_record, on};
use crate::check::CHECKS;
use crate::diagnostic::Example;
use crate::model::InspectionType;

#[test]
fn a_record_of_what_must_be_there_has_no_findings_of_any_type() {
    for kind in InspectionType::WORDS {
        for published in ["2020-05-09", "\"2020-05\""] {
            let found = in_record(&format!("type = \"{kind}\"\npublished = {published}"));
            assert!(found.is_empty(), "{kind}: {found:#?}");
        }
    }
}

#[test]
fn a_record_with_every_key_well_used_has_no_findings() {
    let found = in_record(
        r#"type = "custody"
published = 2020-02-11
corrected = [2020-02-20]
forces = ["Example Constabulary"]
url = "https://example.org/reports/1"
inspected = ["2019-10", "2019-11"]
recommendations_made = 2
recommendations_for_police = 1
recommendations_intro = "HMICFRS made two recommendations, under section 55(1) of the Police Act 1996:"
key_findings = "Is it well? It is – mostly …"

[[judgment]]
question = "Investigating crime"
grade = "adequate"

[[recommendation]]
label = "1"
kind = "cause-of-concern"
text = "Records are poor."

[[recommendation]]
label = "1a"
under = "1"
text = "By March 2021 keep records."
ours = true
deadline = "by March 2021"
due = "2021-03"
action = "A register is kept."

[[recommendation.update]]
date = 2020-05-01
status = "pending-sign-off"

[[recommendation.update]]
date = 2020-05-01
status = "closed"
note = "Signed off; see section 33 of the Equality Act 2010."

[[recommendation]]
label = "2"
text = "The College should teach it."
ours = false
outcome = "not-accepted"

[response]
invited = 2020-02-13
comments_wanted_by = 2020-03-10
comments_received = 2020-03-09
local_policing_body = "Published under section 55(5) of the Police Act 1996."
chief_officer = "I accept it."
dated = 2020-03-30
published = "2020-04"
public_by = 2020-04-06
url = "https://example.org/responses/1"
sent_to_inspectorate = 2020-04-01
sent_to_secretary_of_state = "2020-04"
sent_to = [{ to = "Panel", on = 2020-04-09 }]"#,
    );
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn each_finding_has_a_label_and_says_what_to_do_on_one_line() {
    for check in CHECKS {
        let Example::Records { today, bad, .. } = check.rule.example else { continue };
        for found in on(bad, today) {
            let help = found.help.unwrap_or_default();
            for text in [&found.message, &help] {
                let is_one_line = !text.contains(['\n', '\r']) && !text.contains("  ");
                assert!(text.len() > 8 && is_one_line && !text.ends_with('.'), "{}: {text}", check.rule.name);
            }
            assert!(found.label.chars().count() <= 60, "{}: {}", check.rule.name, found.label);
            let is_about_a_file = check.rule.name == "duplicate-id";
            assert!(is_about_a_file || !found.label.is_empty(), "{}", check.rule.name);
        }
    }
}
