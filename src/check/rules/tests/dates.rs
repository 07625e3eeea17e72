//! Orders of dates: an imprecise date is reported only where it is certain.

use super::{r, table};

#[test]
fn response_before_report() {
    table(
        &r::response_before_report::RULE,
        &[
            ("[response]\npublished = 2020-05-08", &["2020-05-08"]),
            ("[response]\npublished = 2020-05-09", &[]),
            ("[response]\npublished = \"2020-04\"", &["\"2020-04\""]),
            ("[response]\npublished = \"2020-05\"", &[]),
            ("[response]\npublished = \"2020\"", &[]),
            ("[response]\npublished = 2019", &["2019"]),
            ("[response]\npublished = \"unknown\"", &[]),
            ("published = \"2020-05\"\n[response]\npublished = 2020-05-01", &[]),
            ("published = \"2020-05\"\n[response]\npublished = 2020-04-30", &["2020-04-30"]),
            ("published = \"unknown\"\n[response]\npublished = 1990-01-01", &[]),
            // seen public before the report
            ("[response]\npublished = \"unknown\"\npublic_by = 2020-05-08", &["2020-05-08"]),
            ("[response]\npublished = \"2020\"\npublic_by = \"2020-05\"", &[]),
            ("[response]\npublished = 2020-05-20\npublic_by = 2020-05-08", &[]), // seen-before-published
        ],
    );
}

#[test]
fn comments_before_invitation() {
    table(
        &r::comments_before_invitation::RULE,
        &[
            ("[response]\ninvited = 2020-05-12\ncomments_received = 2020-05-11", &["2020-05-11"]),
            ("[response]\ninvited = \"2020-05\"\ncomments_received = 2020-05-11", &[]),
            ("[response]\ninvited = 2020-05-12\ncomments_received = \"2020-05\"", &[]),
            ("[response]\ninvited = \"2020-05\"\ncomments_received = \"2020-04\"", &["\"2020-04\""]),
            ("[response]\ninvited = 2020-05-12\ncomments_received = \"none\"", &[]),
            ("[response]\ninvited = 2020-05-12\ncomments_received = \"unknown\"", &[]),
            ("[response]\ncomments_received = 2020-05-11", &[]),
        ],
    );
}

#[test]
fn sent_before_published() {
    table(
        &r::sent_before_published::RULE,
        &[
            (
                "[response]\npublished = 2020-05-28\nsent_to_inspectorate = 2020-05-27\nsent_to_secretary_of_state = 2020-05-26",
                &["2020-05-27", "2020-05-26"],
            ),
            (
                "[response]\npublished = 2020-05-28\nsent_to = [{ to = \"Panel\", on = 2020-05-28 }, { to = \"Committee\", on = \"2020-04\" }]",
                &["\"2020-04\""],
            ),
            ("[response]\npublished = \"2020-05\"\nsent_to_inspectorate = 2020-05-01", &[]),
            ("[response]\npublished = \"unknown\"\nsent_to_inspectorate = 2020-05-01", &[]),
            ("[response]\npublished = 2020-05-28\nsent_to_inspectorate = \"unknown\"", &[]),
            // sent, but not published: once
            (
                "[response]\nsent_to_inspectorate = 2020-05-27\nsent_to_secretary_of_state = 2020-05-27",
                &["2020-05-27"],
            ),
            ("[response]\nsent_to_secretary_of_state = \"unknown\"", &["\"unknown\""]),
            ("[response]\nsent_to_inspectorate = 2020-07-01", &[]), // planned
            ("[response]\nsent_to = [{ to = \"Panel\", on = 2020-05-20 }]", &[]), // a draft, perhaps
            ("[response]\nanswered_by = \"2020-05-example\"\nsent_to_inspectorate = 2020-05-27", &[]),
        ],
    );
}

#[test]
fn days_to_come() {
    table(
        &r::response_in_future::RULE,
        &[
            ("[response]\npublished = 2020-06-02", &["2020-06-02"]),
            ("[response]\npublished = 2020-06-01", &[]),
            ("[response]\npublished = \"2020-06\"", &[]),
            ("[response]\npublished = \"2020\"", &[]),
            ("[response]\npublished = \"2020-07\"", &["\"2020-07\""]),
            ("[response]\npublished = \"unknown\"", &[]),
        ],
    );
    let item = |date: &str| {
        format!(
            "[[recommendation]]\ntext = \"x\"\n[[recommendation.update]]\ndate = {date}\nstatus = \"open\""
        )
    };
    table(
        &r::update_in_future::RULE,
        &[
            (&item("2020-06-01"), &[]),
            (&item("2020-06-02"), &["2020-06-02"]),
            (&item("2199-12-31"), &["2199-12-31"]),
        ],
    );
}

#[test]
fn seen_before_published() {
    table(
        &r::seen_before_published::RULE,
        &[
            ("[response]\npublished = 2020-05-28\npublic_by = 2020-05-27", &["2020-05-27"]),
            ("[response]\npublished = 2020-05-28\npublic_by = \"2020-05\"", &[]),
            ("[response]\npublished = \"2020-05\"\npublic_by = 2020-05-10", &[]),
            ("[response]\npublished = \"unknown\"\npublic_by = 2020-05-27", &[]),
            ("[response]\npublic_by = 2020-05-27", &["2020-05-27"]),
        ],
    );
}

#[test]
fn visit_after_report() {
    table(
        &r::visit_after_report::RULE,
        &[
            ("inspected = [\"2021-09\"]", &["\"2021-09\""]),
            ("inspected = [2020-05-01, 2020-05-10]", &["2020-05-10"]),
            ("inspected = [2020-05-09]", &[]),
            ("inspected = [\"2020-05\"]", &[]),
            ("inspected = [2020, 2021]", &["2021"]),
            ("inspected = [\"unknown\"]", &[]),
            ("published = \"2020-05\"\ninspected = [2020-05-31]", &[]),
            ("published = \"unknown\"\ninspected = [2020-05-31]", &[]),
        ],
    );
}

#[test]
fn an_update_before_its_report() {
    let update = |date: &str| {
        format!("[[recommendation]]\ntext = \"a\"\n[[recommendation.update]]\ndate = {date}\nnote = \"x\"")
    };
    let (early, right) = (update("2020-05-08"), update("2020-05-09"));
    let imprecise = format!("published = \"2020-05\"\n{}", update("2020-05-01"));
    let before_month = format!("published = \"2020-05\"\n{}", update("2020-04-30"));
    let unknown = format!("published = \"unknown\"\n{early}");
    table(
        &r::update_before_report::RULE,
        &[
            (&early, &["2020-05-08"]),
            (&right, &[]),
            (&imprecise, &[]),
            (&before_month, &["2020-04-30"]),
            (&unknown, &[]),
        ],
    );
}

#[test]
fn an_invitation_before_its_report() {
    table(
        &r::invited_before_report::RULE,
        &[
            ("[response]\ninvited = 2020-05-08", &["2020-05-08"]),
            ("[response]\ninvited = 2020-05-09", &[]),
            ("[response]\ninvited = \"2020-05\"", &[]),
            ("[response]\ninvited = \"2020-04\"", &["\"2020-04\""]),
            ("[response]\ninvited = \"unknown\"", &[]),
            ("published = \"2020-05\"\n[response]\ninvited = 2020-05-01", &[]),
            ("published = \"unknown\"\n[response]\ninvited = 2000-05-01", &[]),
        ],
    );
}

#[test]
fn comments_wanted_before_they_were_invited() {
    table(
        &r::wanted_before_invited::RULE,
        &[
            ("[response]\ninvited = 2020-05-12\ncomments_wanted_by = 2020-05-11", &["2020-05-11"]),
            ("[response]\ninvited = 2020-05-12\ncomments_wanted_by = 2020-05-12", &[]),
            ("[response]\ninvited = 2020-05-12\ncomments_wanted_by = \"2020-05\"", &[]),
            ("[response]\ninvited = \"2020-05\"\ncomments_wanted_by = 2020-05-11", &[]),
            ("[response]\ninvited = \"unknown\"\ncomments_wanted_by = 2020-05-11", &[]),
            ("[response]\ncomments_wanted_by = 2020-05-11", &[]),
        ],
    );
}

#[test]
fn steps_to_come() {
    table(
        &r::step_in_future::RULE,
        &[
            (
                "[response]\ninvited = 2020-06-02\ncomments_received = 2021-05-20\nsent_to_inspectorate = \"2020-07\"\n\
                 sent_to_secretary_of_state = 2020-06-02\nsent_to = [{ to = \"A\", on = 2020-06-01 }, { to = \"B\", on = 2021 }]",
                &["2020-06-02", "2021-05-20", "\"2020-07\"", "2020-06-02", "2021"],
            ),
            (
                "[response]\npublished = \"unknown\"\npublic_by = 2020-06-02\nrevised = [2020-06-01, 2020-06-03]",
                &["2020-06-02", "2020-06-03"],
            ),
            ("[response]\ninvited = 2020-06-01\nsent_to_inspectorate = \"2020-06\"", &[]),
            ("[response]\ncomments_wanted_by = 2020-07-01\ncomments_received = \"none\"", &[]),
            ("[response]\ninvited = \"unknown\"\ncomments_received = \"unknown\"", &[]),
        ],
    );
}
