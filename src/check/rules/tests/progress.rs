//! Outcomes and statuses of items, and how they change.

use super::{in_record, r, table};

const ITEM: &str = "[[recommendation]]\nlabel = \"1\"\ntext = \"The force should.\"\n";

fn updates(updates: &[&str]) -> String {
    let each = updates.iter().map(|keys| format!("[[recommendation.update]]\n{keys}\n"));
    format!("{ITEM}{}", each.collect::<String>())
}

#[test]
fn outcome_contradicted() {
    let item = |keys: &str| format!("{ITEM}{keys}");
    let accepted = |keys: &str| item(&format!("outcome = \"accepted\"\n{keys}"));
    table(
        &r::outcome_contradicted::RULE,
        &[
            (&item("ours = true\noutcome = \"not-for-us\""), &["\"not-for-us\""]),
            (&accepted("ours = false"), &["\"accepted\""]),
            (&accepted("no_action_because = \"No money.\""), &["\"accepted\""]),
            (&accepted("action = \" \"\nno_action_because = \"No money.\""), &["\"accepted\""]),
            (&item("outcome = \"partly-accepted\"\nours = false"), &["\"partly-accepted\""]),
            (&item("outcome = \"partly-accepted\"\nno_action_because = \"No money for it all.\""), &[]),
            (&item("outcome = \"not-for-us\""), &[]),
            (&item("ours = false\noutcome = \"not-for-us\""), &[]),
            (&item("ours = false\noutcome = \"not-accepted\""), &[]),
            (&accepted("ours = true\naction = \"Done.\""), &[]),
            (&accepted("action = \"One half.\"\nno_action_because = \"The other.\""), &[]),
            (&accepted(""), &[]),
            (&item("outcome = \"already-done\"\nno_action_because = \"It is done.\""), &[]),
            (&item("outcome = \"not-accepted\"\nno_action_because = \"No need.\""), &[]),
        ],
    );
}

#[test]
fn an_outcome_that_is_contradicted_is_named_as_it_is() {
    let said = |outcome: &str| {
        let found = in_record(&format!("{ITEM}ours = false\noutcome = \"{outcome}\""));
        found.into_iter().map(|found| found.message).collect::<Vec<_>>()
    };
    assert_eq!(said("accepted"), ["item 1 is accepted, and not ours"]);
    assert_eq!(said("partly-accepted"), ["item 1 is partly accepted, and not ours"]);
    assert_eq!(said("not-for-us"), [""; 0]);
}

#[test]
fn ended_without_note() {
    table(
        &r::ended_without_note::RULE,
        &[
            (&updates(&["date = 2020-05-20\nstatus = \"superseded\""]), &["\"superseded\""]),
            (
                &updates(&["date = 2020-05-20\nstatus = \"no-longer-applicable\"\nnote = \" \""]),
                &["\"no-longer-applicable\""],
            ),
            (
                &updates(&[
                    "date = 2020-05-20\nstatus = \"superseded\"\nsuperseded_by = \"2020-05-example\"",
                ]),
                &[],
            ),
            (&updates(&["date = 2020-05-20\nstatus = \"superseded\"\nnote = \"By the plan of 2021.\""]), &[]),
            (&updates(&["date = 2020-05-20\nstatus = \"closed\""]), &[]), // closed-without-note
            (&updates(&["date = 2020-05-20\nstatus = \"in-progress\""]), &[]),
        ],
    );
}

#[test]
fn superseded_by_without_status() {
    let by = "superseded_by = \"2020-05-example\"";
    table(
        &r::superseded_by_without_status::RULE,
        &[
            (
                &updates(&[&format!("date = 2020-05-20\nstatus = \"closed\"\nnote = \"x\"\n{by}")]),
                &["\"2020-05-example\""],
            ),
            (&updates(&[&format!("date = 2020-05-20\nnote = \"x\"\n{by}")]), &["\"2020-05-example\""]),
            (&updates(&[&format!("date = 2020-05-20\nstatus = \"superseded\"\n{by}")]), &[]),
        ],
    );
}

#[test]
fn reopened_without_note() {
    let closed = "date = 2020-05-12\nstatus = \"closed\"\nnote = \"Done.\"";
    let open = "date = 2020-05-20\nstatus = \"open\"";
    table(
        &r::reopened_without_note::RULE,
        &[
            (&updates(&[closed, open]), &["\"open\""]),
            (&updates(&[closed, "date = 2020-05-13\nnote = \"x\"", open]), &["\"open\""]),
            (
                &updates(&["date = 2020-05-12\nstatus = \"superseded\"\nnote = \"x\"", open, open]),
                &["\"open\""],
            ),
            (
                &updates(&[closed, "date = 2020-05-12\nstatus = \"pending-sign-off\""]),
                &["\"pending-sign-off\""],
            ),
            (&updates(&[closed, &format!("{open}\nnote = \"A sample failed.\"")]), &[]),
            (&updates(&[closed, "date = 2020-05-20\nstatus = \"superseded\"\nnote = \"x\""]), &[]),
            (&updates(&["date = 2020-05-12\nstatus = \"in-progress\"", open]), &[]),
            (&updates(&[closed, "date = 2020-05-01\nstatus = \"open\""]), &[]), // updates-out-of-order
            (&format!("{}{}", updates(&[closed]), updates(&[open])), &[]),      // another item
        ],
    );
}
