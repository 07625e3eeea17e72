//! Deadlines: in the text of an item, in its keys, and as they were moved.

use super::{in_record, on, r, reported, table};
use crate::text::apply_edits;

fn item(text: &str, keys: &str) -> String {
    format!("[[recommendation]]\nlabel = \"1\"\ntext = \"{text}\"\n{keys}")
}

fn update(keys: &str) -> String {
    item("The force should.", &format!("[[recommendation.update]]\ndate = 2020-05-20\n{keys}"))
}

#[test]
fn deadline_not_recorded() {
    let march = "By March 2021, forces should tell every detainee how long the wait will be.";
    let closed = "[[recommendation.update]]\ndate = 2020-05-20\nstatus = \"closed\"\nnote = \"Done.\"";
    let moved = "[[recommendation.update]]\ndate = 2020-05-20\nnote = \"Moved.\"\ndue = 2021-06-30";
    let opened = format!("{closed}\n[[recommendation.update]]\ndate = 2020-05-25\nstatus = \"open\"");
    table(
        &r::deadline_not_recorded::RULE,
        &[
            (&item(march, ""), &["By March 2021"]),
            (&item(march, "ours = true"), &["By March 2021"]),
            (&item(march, "kind = \"area-for-improvement\""), &["By March 2021"]),
            (&item(march, &opened), &["By March 2021"]),
            (&item("Within six months, forces should act.", ""), &["Within six months"]),
            (
                &item("With immediate effect, the NPCC national Prevent lead should review it.", ""),
                &["With immediate effect"],
            ),
            (
                &item("The force should, no later than May 2021, fit cameras.", ""),
                &["no later than May 2021"],
            ),
            (&item(march, "deadline = \"By March 2021\""), &[]),
            (&item(march, "due = \"2021-03\""), &[]),
            (&item(march, "due = \"unknown\""), &[]),
            (&item(march, "deadline = \"see the text\""), &[]),
            (&item(march, moved), &[]),
            (&item(march, closed), &[]),
            (&item(march, "ours = false"), &[]),
            (&item(march, "kind = \"practice\""), &[]),
            (&item(march, "outcome = \"already-done\""), &[]),
            (&item(march, "outcome = \"not-accepted\""), &[]),
            (&item("The force should act by March 2021.", ""), &[]),
            (&item("By March 2020, the force should have acted, and did not.", ""), &[]),
            (&item("By working with others, the force should act.", ""), &[]),
            (&item("As soon as possible, the force should act.", ""), &[]),
            (&item("Within six months of the visit, the force should act.", ""), &[]),
            (&format!("published = \"unknown\"\n{}", item("Within six months, forces should act.", "")), &[]),
            (&format!("published = 2020\n{}", item(march, "")), &["By March 2021"]),
        ],
    );
}

#[test]
fn a_deadline_is_added_where_a_record_has_it() {
    let head = "title = \"A\"\ntype = \"national\"\npublished = 2020-05-09\n";
    let long = "\"\"\"\nBy the end of\nMarch 2021, forces should \u{201c}act\u{201d}.\"\"\"";
    for (record, expected) in [
        (
            format!("{head}[[recommendation]]\ntext = {long}\nours = true # decided\nowner = \"A\"\n"),
            Some(format!(
                "{head}[[recommendation]]\ntext = {long}\nours = true # decided\ndeadline = \"By the end of March 2021\"\nowner = \"A\"\n"
            )),
        ),
        (
            format!("{head}[[recommendation]]\r\ntext = \"Immediately, stop: forces should.\"\r\nlabel = \"1\"\r\n")
                .replace("\r\n", "\n")
                .replace('\n', "\r\n"),
            Some(
                format!(
                    "{head}[[recommendation]]\ntext = \"Immediately, stop: forces should.\"\ndeadline = \"Immediately\"\nlabel = \"1\"\n"
                )
                .replace('\n', "\r\n"),
            ),
        ),
        (
            format!("{head}[[recommendation]]\nlabel = \"1\"\ntext = \"By May 2021 forces should.\""),
            Some(format!(
                "{head}[[recommendation]]\nlabel = \"1\"\ntext = \"By May 2021 forces should.\"\ndeadline = \"By May 2021\""
            )),
        ),
        (format!("{head}recommendation = [{{ text = \"By May 2021 forces should.\" }}]\n"), None),
    ] {
        let found = on(&[("records/2020-05-a.toml", &record)], super::TODAY);
        let found = found.iter().find(|found| found.rule.name == "deadline-not-recorded").unwrap();
        let mended = found.fix.as_ref().map(|fix| apply_edits(&record, &fix.edits).unwrap());
        assert_eq!(mended, expected);
        assert!(found.fix.as_ref().is_none_or(|fix| !fix.safe));
    }
}

#[test]
fn deadline_contradicts_text() {
    let march = |keys: &str| item("By March 2021, forces should act within 24 hours.", keys);
    table(
        &r::deadline_contradicts_text::RULE,
        &[
            (&march("deadline = \"By March 2022\""), &["\"By March 2022\""]),
            (&march("due = 2021-04-02"), &["2021-04-02"]),
            (&march("due = 2021-02-27"), &["2021-02-27"]),
            (&march("deadline = \"By March 2022\"\ndue = \"2022-03\""), &["\"2022-03\""]),
            (&march("deadline = \"Within six months\""), &["\"Within six months\""]),
            (&march("deadline = \"see below\"\ndue = 2021-06-30"), &["2021-06-30"]),
            (&item("The force should, within three months, act.", "due = 2020-11-09"), &["2020-11-09"]),
            (&march("deadline = \"By March 2021\""), &[]),
            (&march("deadline = \"by march 2021\"\ndue = 2021-04-01"), &[]), // due-contradicts-deadline
            (&march("deadline = \"no later than March 2021\""), &[]),
            (&march("deadline = \"By 31 March 2021\""), &[]),
            // A day apart is a way of counting.
            (&march("due = 2021-04-01"), &[]),
            (&march("due = 2021-02-28"), &[]),
            (&item("The force should, within three months, act.", "due = 2020-08-08"), &[]),
            (&item("The force should, within three months, act.", "due = 2020-08-07"), &["2020-08-07"]),
            (&march("due = 2021"), &[]),
            (&march("due = \"unknown\""), &[]),
            (&march("deadline = \"With immediate effect\""), &[]),
            (&march("deadline = \"as soon as possible\""), &[]),
            (&march(""), &[]),
            (&item("Immediately, the force should act.", "due = 2021-03-31"), &[]),
            (&item("The force should act by March 2021.", "due = 2022-03-31"), &[]),
            (&item("By March 2021 or March 2022, forces should act.", "due = \"2022-03\""), &[]),
        ],
    );
    let moved = "deadline = \"By March 2021\"\n[[recommendation.update]]\ndate = 2020-05-20\nnote = \"Moved.\"\ndue = 2022-03-31";
    assert!(in_record(&march(moved)).is_empty());
}

#[test]
fn deadline_moved_without_note() {
    table(
        &r::deadline_moved_without_note::RULE,
        &[
            (&update("status = \"open\"\ndue = 2021-06-30"), &["2021-06-30"]),
            (&update("status = \"open\"\nnote = \" \"\ndue = \"2021-06\""), &["\"2021-06\""]),
            (&update("status = \"open\"\nnote = \"HMICFRS wrote.\"\ndue = 2021-06-30"), &[]),
            (&update("status = \"open\"\ntarget = 2021-06-30"), &[]),
            (&update("due = 2021-06-30"), &[]), // update-says-nothing
        ],
    );
}

#[test]
fn many_long_texts_take_no_time() {
    let text = format!("By {}", "March and then, forces, ".repeat(40));
    let record = item(&text, "").repeat(900);
    assert!(record.len() > 900_000 && in_record(&record).iter().all(|found| found.rule.code != "T095"));
}

#[test]
fn many_deadlines_that_are_not_recorded_take_little_time() {
    let many = 10_000;
    let found = reported(
        &r::deadline_not_recorded::RULE,
        &item("By March 2021, forces should act.", "").repeat(many),
    );
    assert_eq!(found.len(), many);
}
