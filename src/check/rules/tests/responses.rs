//! The response: its parts, its steps and their days.

use super::{r, table};

fn response(keys: &str) -> String {
    format!("[response]\n{keys}")
}

#[test]
fn reply_to_nothing() {
    table(
        &r::reply_to_nothing::RULE,
        &[
            (&response("reply = \"Thank you.\""), &["\"Thank you.\""]),
            (&response("local_policing_body = \"A.\"\nreply = \"B.\""), &["\"B.\""]),
            (&response("chief_officer = \" \"\nreply = \"B.\""), &["\"B.\""]),
            (&response("chief_officer = \"A.\"\nreply = \"B.\""), &[]),
            (&response("joint = \"A.\"\nreply = \"B.\""), &[]),
            (&response("local_policing_body = \"A.\"\nreply = \"\""), &[]),
            (&response("local_policing_body = \"A.\""), &[]),
        ],
    );
}

#[test]
fn comments_denied_yet_printed() {
    table(
        &r::comments_denied_yet_printed::RULE,
        &[
            (&response("comments_received = \"none\"\nchief_officer = \"A.\""), &["\"none\""]),
            (&response("comments_received = \"none\"\nchief_officer = \"\""), &[]),
            (&response("comments_received = \"none\"\njoint = \"A.\""), &[]),
            (&response("comments_received = \"none\"\nlocal_policing_body = \"A.\""), &[]),
            (&response("comments_received = \"unknown\"\nchief_officer = \"A.\""), &[]),
            (&response("chief_officer = \"A.\""), &[]),
        ],
    );
}

#[test]
fn comments_after_response() {
    let out = |keys: &str| response(&format!("{keys}\npublished = 2020-05-28"));
    table(
        &r::comments_after_response::RULE,
        &[
            (&out("comments_received = 2020-05-29"), &["2020-05-29"]),
            (&out("invited = 2020-05-29"), &["2020-05-29"]),
            (&out("invited = 2020-05-29\ncomments_received = 2020-05-30"), &["2020-05-29"]), // once
            (&response("comments_received = \"2020-06\"\npublished = \"2020-05\""), &["\"2020-06\""]),
            (&out("invited = 2020-05-12\ncomments_received = 2020-05-28"), &[]),
            (&out("comments_received = \"2020-05\""), &[]),
            (&out("comments_received = \"none\""), &[]),
            (&out("comments_received = \"unknown\""), &[]),
            (&out("comments_wanted_by = 2020-06-20"), &[]),
            (&response("comments_received = 2020-05-29\npublished = \"2020-05\""), &[]),
            (&response("comments_received = 2020-05-29\npublished = \"unknown\""), &[]),
            (&response("comments_received = 2020-05-29"), &[]),
        ],
    );
}

#[test]
fn wanted_after_last_day() {
    let wanted =
        |head: &str, day: &str| format!("{head}\n{}", response(&format!("comments_wanted_by = {day}")));
    table(
        &r::wanted_after_last_day::RULE,
        &[
            (&wanted("", "2020-07-04"), &["2020-07-04"]), // the last day is 3 July
            (&wanted("", "\"2020-08\""), &["\"2020-08\""]),
            (&wanted("published = \"2020-05\"", "2020-07-26"), &["2020-07-26"]),
            (&wanted("", "2020-07-03"), &[]),
            (&wanted("", "\"2020-07\""), &[]),
            (&wanted("", "2020"), &[]),
            (&wanted("", "\"unknown\""), &[]),
            (&wanted("published = \"2020-05\"", "2020-07-25"), &[]),
            (&wanted("published = \"unknown\"", "2020-07-25"), &[]),
            (&wanted("published = 2017-05-01", "2018-07-25"), &[]),
            (&wanted("published = \"2017-05\"", "2018-07-25"), &[]), // may have none
            (&wanted("type = \"fire\"", "2020-07-25"), &[]),
            (&wanted("duty = \"none\"", "2020-07-25"), &[]),
        ],
    );
}

#[test]
fn step_before_report() {
    table(
        &r::step_before_report::RULE,
        &[
            (&response("comments_received = 2020-05-08"), &["2020-05-08"]),
            (&response("comments_wanted_by = \"2020-04\""), &["\"2020-04\""]),
            (
                &response(
                    "invited = 2020-04-01\ncomments_wanted_by = 2020-05-01\ncomments_received = 2020-05-02",
                ),
                &["2020-05-01", "2020-05-02"],
            ),
            (
                &response(
                    "sent_to_inspectorate = 2020-05-08\nsent_to_secretary_of_state = 2019\nsent_to = [{ to = \"Panel\", on = 2020-05-01 }]",
                ),
                &["2020-05-08", "2019", "2020-05-01"],
            ),
            (&response("published = \"unknown\"\nsent_to_inspectorate = 2020-05-08"), &["2020-05-08"]),
            (&response("comments_received = 2020-05-09"), &[]),
            (&response("comments_received = \"2020-05\"\ncomments_wanted_by = \"unknown\""), &[]),
            (&response("comments_received = \"none\""), &[]),
            (&response("invited = 2020-05-08"), &[]), // invited-before-report
            (&response("invited = 2020-05-12\ncomments_received = 2020-05-08"), &[]), // comments-before-invitation
            (&response("invited = 2020-05-12\ncomments_wanted_by = 2020-05-08"), &[]), // wanted-before-invited
            (&response("published = 2020-05-28\nsent_to_inspectorate = 2020-05-08"), &[]), // sent-before-published
            (&format!("published = \"2020-05\"\n{}", response("comments_received = 2020-05-01")), &[]),
            (&format!("published = \"unknown\"\n{}", response("comments_received = 2000-05-01")), &[]),
        ],
    );
}

#[test]
fn late_because_in_time() {
    let because = |head: &str, keys: &str| {
        format!("{head}\n{}", response(&format!("{keys}\nlate_because = \"A vacancy.\"")))
    };
    let old = "published = 2020-03-09"; // the last day is 3 May
    table(
        &r::late_because_in_time::RULE,
        &[
            (&because("", "published = 2020-05-28"), &["\"A vacancy.\""]),
            (&because(old, "published = 2020-05-03"), &["\"A vacancy.\""]),
            (&because(old, "published = \"unknown\"\npublic_by = 2020-05-03"), &["\"A vacancy.\""]),
            (&because(old, "published = 2020-05-04"), &[]),
            (&because(old, "published = \"2020-05\""), &[]),
            (&because(old, "published = \"unknown\""), &[]),
            (&because(old, ""), &[]), // overdue, and explained beforehand
            (&because("", ""), &[]),
            (&because("published = 2016-03-09", "published = 2016-12-28"), &[]),
            (&because("type = \"fire\"", "published = 2020-05-28"), &[]),
            (&because("", "answered_by = \"2020-05-example\""), &[]),
            ("[response]\npublished = 2020-05-28\nlate_because = \" \"", &[]),
        ],
    );
}
