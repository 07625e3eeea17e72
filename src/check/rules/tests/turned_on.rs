//! Rules that are off by themselves.

use super::{asking, on, r, table};
use crate::check::CHECKS;
use crate::diagnostic::{Example, When};

#[test]
fn nothing_is_found_that_is_not_turned_on() {
    for check in CHECKS.iter().filter(|check| check.rule.when == When::WhereTurnedOn) {
        let Example::Records { today, bad, .. } = check.rule.example else { continue };
        assert!(on(bad, today).is_empty(), "{}", check.rule.name);
    }
}

#[test]
fn filed_under_another_date() {
    let found = |path: &'static str, published: &str| {
        let record = format!("title = \"A\"\ntype = \"national\"\npublished = {published}\n");
        let rule = &r::filed_under_another_date::RULE;
        let found = asking(Some(rule), &[(path, &record)], "2020-06-01");
        let found = found.iter().find(|found| found.rule == rule);
        found.map(|found| found.label.clone()).unwrap_or_default()
    };
    for (path, published, label) in [
        ("records/2020-05-a.toml", "2020-04-28", "its id says May 2020"),
        ("records/2019-a.toml", "2020-04-28", "its id says 2019"),
        ("records/2019/custody.toml", "2020-04-28", "its folder says 2019"),
        ("records/2019/peel/2020-04-a.toml", "\"2020-04\"", "its folder says 2019"),
        ("records/2020/2020-04-a.toml", "2020-04-28", ""),
        ("records/2020-05-a.toml", "\"2020\"", ""),
        ("records/2020-05-a.toml", "\"unknown\"", ""),
        ("records/old/custody-2019.toml", "2020-04-28", ""),
        ("records/20/custody.toml", "2020-04-28", ""),
    ] {
        assert_eq!(found(path, published), label, "{path} {published}");
    }
}

#[test]
fn response_without_text() {
    let out = |keys: &str| format!("[response]\npublished = 2020-05-28\n{keys}");
    let item = |keys: &str| format!("[[recommendation]]\ntext = \"x\"\n{keys}\n{}", out(""));
    table(
        &r::response_without_text::RULE,
        &[
            (&out(""), &["2020-05-28"]),
            (&out("joint = \" \""), &["2020-05-28"]),
            (&item(""), &["2020-05-28"]),
            (&out("url = \"https://example.org\""), &[]),
            (&out("joint = \"Both.\""), &[]),
            (&item("action = \"Done.\""), &[]),
            (&out("answered_by = \"2020-05-example\""), &[]),
            ("[response]\npublished = 2020-07-28", &[]),
            ("[response]\ninvited = 2020-05-12", &[]),
        ],
    );
}

#[test]
fn late_without_reason() {
    let out = |keys: &str| format!("published = 2020-03-09\n[response]\n{keys}");
    table(
        &r::late_without_reason::RULE,
        &[
            (&out("published = 2020-05-04"), &["2020-05-04"]),
            (&out("published = 2020-05-04\nlate_because = \" \""), &["2020-05-04"]),
            (&out("published = 2020-05-04\nlate_because = \"A vacancy.\""), &[]),
            (&out("published = 2020-05-03"), &[]),
            (&out("published = \"2020-05\""), &[]), // may be in time
            (&out("published = \"unknown\""), &[]),
            (&out("invited = 2020-03-12"), &[]),
            (&format!("type = \"fire\"\n{}", out("published = 2020-05-04")), &[]),
        ],
    );
}

#[test]
fn target_after_due() {
    let item = |keys: &str, target: &str, more: &str| {
        format!(
            "[[recommendation]]\ntext = \"x\"\nours = true\n{keys}\n[[recommendation.update]]\ndate = 2020-05-20\nstatus = \"in-progress\"\ntarget = {target}\n{more}"
        )
    };
    let update = "\n[[recommendation.update]]\ndate = 2020-05-25\nnote = \"x\"\n";
    table(
        &r::target_after_due::RULE,
        &[
            (&item("due = 2020-09-30", "2020-10-01", ""), &["2020-10-01"]),
            (&item("deadline = \"By September 2020\"", "\"2020-10\"", ""), &["\"2020-10\""]),
            (
                &item("due = 2020-09-30", "2020-08-01", &format!("{update}target = 2020-12-31")),
                &["2020-12-31"],
            ),
            (&item("", "2020-10-01", &format!("{update}due = 2020-09-30")), &["2020-10-01"]),
            (&item("due = 2020-09-30", "2020-09-30", ""), &[]),
            (&item("due = \"2020-09\"", "\"2020-09\"", ""), &[]),
            (&item("due = 2020-09-30", "2020-10-01", &format!("{update}due = 2020-10-31")), &[]),
            (&item("due = 2020-09-30", "2020-10-01", &format!("{update}target = 2020-09-01")), &[]),
            (&item("due = 2020-09-30", "2020-10-01", &format!("{update}status = \"closed\"")), &[]),
            (&item("due = 2020-09-30\noutcome = \"already-done\"", "2020-10-01", ""), &[]),
            (&item("deadline = \"With immediate effect\"", "2020-10-01", ""), &[]),
            (&item("", "2020-10-01", ""), &[]),
        ],
    );
}

#[test]
fn response_unproven() {
    let out = |report: &str, keys: &str| format!("published = {report}\n[response]\n{keys}");
    table(
        &r::response_unproven::RULE,
        &[
            (&out("2020-03-09", "published = \"unknown\""), &["\"unknown\""]),
            (&out("2020-03-09", "published = \"2020-05\""), &["\"2020-05\""]),
            (&out("2020-03-09", "published = 2020"), &["2020"]),
            (&out("\"2020-03\"", "published = 2020-05-01"), &["\"2020-03\""]),
            (&out("\"unknown\"", "published = 2020-05-01"), &["\"unknown\""]),
            (&out("2020-03-09", "published = \"unknown\"\npublic_by = 2020-05-03"), &[]),
            (&out("2020-03-09", "published = \"2020-04\""), &[]),
            (&out("2020-03-09", "published = 2020-05-04"), &[]),
            (&out("2020-03-09", "published = 2020-03-01"), &[]), // response-before-report
            (&out("2016-03-09", "published = \"unknown\""), &[]),
            (&out("2020-03-09", "published = \"unknown\"\nrequired = false\nbecause = \"x\""), &[]),
            (&out("2020-05-09", ""), &[]),
        ],
    );
}

#[test]
fn ours_undecided() {
    let item = |keys: &str, response: &str| {
        format!("[[recommendation]]\ntext = \"x\"\naction = \"y\"\n{keys}\n[response]\n{response}")
    };
    table(
        &r::ours_undecided::RULE,
        &[
            (&item("", "published = 2020-05-28"), &["\"x\""]),
            (&item("outcome = \"accepted\"", "published = \"unknown\""), &["\"x\""]),
            (&item("kind = \"area-for-improvement\"", "published = 2020-05-28"), &["\"x\""]),
            (&item("ours = true", "published = 2020-05-28"), &[]),
            (&item("ours = false", "published = 2020-05-28"), &[]),
            (&item("kind = \"practice\"", "published = 2020-05-28"), &[]),
            (&item("", "published = 2020-06-28"), &[]),
            (&item("", "invited = 2020-05-12"), &[]),
        ],
    );
}

#[test]
fn item_gone_quiet() {
    let item = |published: &str, keys: &str, updates: &[&str]| {
        let updates: Vec<String> = updates
            .iter()
            .map(|date| format!("[[recommendation.update]]\ndate = {date}\nnote = \"x\"\n"))
            .collect();
        format!("published = {published}\n[[recommendation]]\ntext = \"x\"\n{keys}\n{}", updates.concat())
    };
    let ours = "ours = true";
    table(
        &r::item_gone_quiet::RULE,
        &[
            (&item("2019-03-09", ours, &[]), &["\"x\""]),
            (&item("2019-03-09", ours, &["2019-11-30"]), &["2019-11-30"]),
            (&item("2019-03-09", ours, &["2019-11-30", "2020-06-02"]), &["2019-11-30"]), // one to come
            (&item("\"2019-11\"", ours, &[]), &["\"x\""]),
            (&item("2019-03-09", ours, &["2019-12-01"]), &[]),
            (&item("2019-03-09", ours, &["2020-05-30", "2019-11-30"]), &[]),
            (&item("\"2019-12\"", ours, &[]), &[]),
            (&item("\"unknown\"", ours, &[]), &[]),
            (&item("2019-03-09", "ours = false", &[]), &[]),
            (&item("2019-03-09", "", &[]), &[]),
            (&item("2019-03-09", "ours = true\noutcome = \"already-done\"", &[]), &[]),
            (&item("2019-03-09", "ours = true\nkind = \"practice\"", &[]), &[]),
        ],
    );
}

#[test]
fn copies_not_sent() {
    let out = |keys: &str| format!("published = 2020-03-09\n[response]\n{keys}");
    let inspectorate = "sent_to_inspectorate = 2020-04-20";
    let both = format!("{inspectorate}\nsent_to_secretary_of_state = \"unknown\"");
    table(
        &r::copies_not_sent::RULE,
        &[
            (&out("published = 2020-05-03"), &["2020-05-03"]),
            (&out(&format!("published = \"2020-04\"\n{inspectorate}")), &["\"2020-04\""]),
            (&out(&format!("published = 2020-04-20\n{both}")), &[]),
            (&out("published = 2020-05-04"), &[]), // 28 days
            (&out("published = \"2020-05\""), &[]),
            (&out("published = \"unknown\""), &[]),
            (&out(""), &[]),
            (&out("published = 2020-04-20\nrequired = false\nbecause = \"x\""), &[]),
            (&format!("type = \"super-complaint\"\n{}", out("published = 2020-04-20")), &[]),
        ],
    );
}

#[test]
fn published_on_day_off() {
    table(
        &r::published_on_day_off::RULE,
        &[
            ("published = 2020-05-09", &["2020-05-09"]),
            ("published = 2020-05-10", &["2020-05-10"]),
            ("published = 2020-05-08", &["2020-05-08"]), // the day of victory, moved
            ("published = 2020-05-11", &[]),
            ("published = \"2020-05\"", &[]),
            ("published = \"unknown\"", &[]),
        ],
    );
}
