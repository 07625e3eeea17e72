//! Dates that are probably of another year, and dates that contradict one another.

use super::{TODAY, on, pointed_at, r, reported, table};

/// What is said against a report's publication, with the texts of the related places.
fn unlikely(path: &'static str, title: &str, published: &str, more: &str) -> Option<(String, Vec<String>)> {
    let record = format!("title = \"{title}\"\ntype = \"national\"\npublished = {published}\n{more}\n");
    let mut found = on(&[(path, &record)], TODAY);
    found.retain(|found| found.rule == &r::published_year_unlikely::RULE);
    assert!(found.len() < 2, "{found:#?}");
    let found = found.pop()?;
    assert_eq!(pointed_at(&found), published);
    let related = found.related.iter().map(|related| {
        let excerpt = &related.place.excerpt;
        excerpt.text[excerpt.span.start..excerpt.span.end].to_owned()
    });
    Some((found.message.clone(), related.collect()))
}

#[test]
fn a_report_far_from_its_title_its_id_or_its_visit() {
    let all = unlikely(
        "records/2020-03-custody.toml",
        "A visit to custody, October 2019",
        "2022-12-01",
        "inspected = [\"2019-10\", \"2019-11\"]",
    );
    let (message, related) = all.unwrap();
    assert_eq!(
        message,
        "the report is dated 1 December 2022, over a year from the date in its title, October 2019, the visit of \
         November 2019 and the date in its id, `2020-03-custody`"
    );
    assert_eq!(related, ["October 2019", "\"2019-11\""]);
    for (path, title, published, more) in [
        ("records/x.toml", "A visit, October 2018", "2020-05-01", ""),
        ("records/x.toml", "A visit, October 2021", "\"2020-03\"", ""),
        ("records/x.toml", "PEEL 2016: an inspection", "2018-07-01", ""),
        ("records/x.toml", "State of Policing 2017", "2019-07-02", ""),
        ("records/2018-10-visit.toml", "A visit", "2020-05-09", ""),
        ("records/2017-visit.toml", "A visit", "2020-05-09", ""),
        ("records/2021-06-visit.toml", "A visit", "2020-05-09", ""),
        ("records/2022-visit.toml", "A visit", "2020-05-09", ""),
        ("records/2020-05-visit.toml", "A visit", "2002-05-09", ""),
        ("records/x.toml", "A visit", "2020-05-09", "inspected = [2018-11-05, 2018-11-08]"),
        ("records/x.toml", "A visit", "2020", "inspected = [\"2018-05\"]"),
    ] {
        assert!(unlikely(path, title, published, more).is_some(), "{path} {title} {published} {more}");
    }
}

#[test]
fn a_report_near_what_is_known_is_left_alone() {
    for (path, title, published, more) in [
        ("records/x.toml", "A visit, October 2019", "2020-05-09", ""),
        ("records/x.toml", "A visit, October 2018", "2020-04-30", ""),
        ("records/x.toml", "A visit, October 2018", "\"2020-04\"", ""),
        ("records/x.toml", "March 2015 and October 2019", "2020-05-09", ""), // one of them is near
        ("records/x.toml", "The disorder of August 2011", "2013-12-20", ""),
        ("records/x.toml", "What has changed since May 2012", "2020-05-09", ""),
        ("records/x.toml", "Policing vision 2025", "2016-11-20", ""),
        ("records/x.toml", "The riots, one year on: 2011", "2020-05-09", ""),
        ("records/x.toml", "PEEL 2018/19: an inspection", "2020-02-07", ""),
        ("records/x.toml", "State of Policing 2018", "2019-07-02", ""),
        ("records/x.toml", "A visit, October 2001", "\"unknown\"", "inspected = [1999]"),
        ("records/2019-05-visit.toml", "A visit", "2020-05-09", ""),
        ("records/2019-visit.toml", "A visit", "2020-05-09", ""),
        ("records/2018-11-visit.toml", "A visit", "2020-05-09", ""),
        ("records/2018-visit.toml", "A visit", "2020-05-09", ""),
        ("records/2021-peel.toml", "PEEL 2021/22: an inspection", "2023-03-20", ""),
        ("records/x.toml", "The policing of the coronation in May 2023", "2025-02-01", ""),
        ("records/x.toml", "From March 2015 to October 2018", "2020-05-09", ""),
        ("records/2019/custody.toml", "A visit", "2012-05-09", ""),
        ("records/roads-2011.toml", "A visit", "2020-05-09", ""),
        ("records/x.toml", "A visit", "2020-05-09", "inspected = [2018-11-05, 2018-11-09]"),
        ("records/x.toml", "A visit", "2020-05-09", "inspected = [\"2018-05\", \"unknown\"]"),
        ("records/x.toml", "A visit", "2020-05-09", "inspected = [2022-11-05]"), // visit-after-report
    ] {
        assert_eq!(unlikely(path, title, published, more), None, "{path} {title} {published} {more}");
    }
}

#[test]
fn visit_out_of_order() {
    table(
        &r::visit_out_of_order::RULE,
        &[
            ("inspected = [\"2019-11\", \"2019-10\"]", &["\"2019-11\""]),
            ("inspected = [2020-02-05, \"2020-01\"]", &["2020-02-05"]),
            ("inspected = [\"2019-10\", \"2019-11\"]", &[]),
            ("inspected = [\"2019-10\", \"2019-10\"]", &[]),
            ("inspected = [2019-10-20, \"2019-10\"]", &[]),
            ("inspected = [\"2019-10\", 2019]", &[]),
            ("inspected = [2019-10-20, \"unknown\"]", &[]),
            ("inspected = [2019-10-20]", &[]),
        ],
    );
}

#[test]
fn a_visit_to_come_of_a_report_whose_day_is_not_known() {
    table(
        &r::visit_after_report::RULE,
        &[
            ("published = \"unknown\"\ninspected = [2020-06-02]", &["2020-06-02"]),
            ("published = \"unknown\"\ninspected = [2020-06-01, \"2020-06\"]", &[]),
            ("published = \"unknown\"\ninspected = [\"unknown\"]", &[]),
        ],
    );
}

#[test]
fn corrected_before_published() {
    table(
        &r::corrected_before_published::RULE,
        &[
            ("corrected = [2020-05-08, 2020-05-09, \"2020-04\"]", &["2020-05-08", "\"2020-04\""]),
            ("corrected = [2020-05-09, \"2020-05\", 2020, \"unknown\"]", &[]),
            ("published = \"2020-05\"\ncorrected = [2020-05-01]", &[]),
            ("published = \"unknown\"\ncorrected = [1990-05-01]", &[]),
            ("[response]\npublished = 2020-05-28\nrevised = [2020-05-27, 2020-05-28]", &["2020-05-27"]),
            ("[response]\npublished = \"unknown\"\nrevised = [2020-05-27]", &[]),
            ("[response]\nrevised = [2020-05-27]", &[]),
        ],
    );
}

#[test]
fn dated_unlike_published() {
    let response = |dated: &str, published: &str| format!("[response]\ndated = {dated}\n{published}");
    let (early, after) = (response("2020-05-08", ""), response("2020-05-29", "published = 2020-05-28"));
    let redated = format!("{after}\nrevised = [2020-05-29]");
    let other_revised = format!("{after}\nrevised = [2020-05-28]");
    table(
        &r::dated_unlike_published::RULE,
        &[
            (&early, &["2020-05-08"]),
            (&response("2019", "published = 2020-05-28"), &["2019"]),
            (&after, &["2020-05-29"]),
            (&other_revised, &["2020-05-29"]),
            (&redated, &[]),
            (&response("2020-05-09", ""), &[]),
            (&response("2020-05-28", "published = 2020-05-28"), &[]),
            (&response("\"2020-05\"", "published = 2020-05-28"), &[]),
            (&response("2020", "published = 2020-05-28"), &[]),
            (&response("2020-05-29", "published = \"2020-05\""), &[]),
            (&response("2020-05-29", "published = \"unknown\""), &[]),
            (&response("\"unknown\"", "published = 2020-05-28"), &[]),
        ],
    );
    let unknown = |published: &str| {
        format!("published = \"unknown\"\n[response]\ndated = 2019-05-01\npublished = {published}")
    };
    assert_eq!(reported(&r::dated_unlike_published::RULE, &unknown("2020-05-02")), ["2019-05-01"]);
    assert_eq!(reported(&r::dated_unlike_published::RULE, &unknown("2020-05-01")), [""; 0]);
}

#[test]
fn due_unlikely() {
    let item = |keys: &str| format!("[[recommendation]]\ntext = \"The force should.\"\n{keys}");
    let update = |due: &str| {
        item(&format!("[[recommendation.update]]\ndate = 2020-05-20\nnote = \"Moved.\"\ndue = {due}"))
    };
    table(
        &r::due_unlikely::RULE,
        &[
            (&item("due = 2020-05-08"), &["2020-05-08"]),
            (&item("due = \"2020-04\""), &["\"2020-04\""]),
            (&item("due = 2030-05-10"), &["2030-05-10"]),
            (&item("deadline = \"By March 2012\""), &["\"By March 2012\""]),
            (&item("deadline = \"By 27/03/12\""), &["\"By 27/03/12\""]),
            (&item("deadline = \"By April 2020\""), &["\"By April 2020\""]),
            (&item("deadline = \"By 1 June 2030\""), &["\"By 1 June 2030\""]),
            (&item("deadline = \"By March 2012\"\ndue = \"2012-03\""), &["\"2012-03\""]), // once
            (&update("2012-03-31"), &["2012-03-31"]),
            (&item("due = 2020-05-09"), &[]),
            (&item("due = 2030-05-09"), &[]),
            (&item("due = \"2020-05\""), &[]),
            (&item("due = 2020"), &[]),
            (&item("due = \"unknown\""), &[]),
            (&item("deadline = \"By March 2021\""), &[]),
            (&item("deadline = \"Within six months\""), &[]),
            (&item("deadline = \"by the spring of 2012\""), &[]),
            (&update("2021-03-31"), &[]),
            (&format!("published = \"unknown\"\n{}", item("due = 1990-05-09")), &[]),
            (&format!("published = \"2020-05\"\n{}", item("due = 2020-05-01")), &[]),
        ],
    );
}
