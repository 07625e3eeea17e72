//! Items and their updates.

use super::{in_record_asking, r, reported, table};

const ITEM: &str = "[[recommendation]]\nlabel = \"1\"\ntext = \"The force should.\"\n";
const UPDATE: &str = "[[recommendation.update]]\n";

#[test]
fn updates_out_of_order() {
    let updates = |dates: &[&str]| {
        let each = dates.iter().map(|date| format!("{UPDATE}date = {date}\nnote = \"x\"\n"));
        format!("{ITEM}{}", each.collect::<String>())
    };
    table(
        &r::updates_out_of_order::RULE,
        &[
            (&updates(&["2020-05-01", "2020-05-01", "2020-05-02"]), &[]),
            (&updates(&["2020-05-02", "2020-05-01"]), &["2020-05-01"]),
            (&updates(&["2020-05-01", "2021-05-02", "2020-05-03", "2020-05-04"]), &["2020-05-03"]),
            (&format!("{}{}", updates(&["2020-05-02"]), updates(&["2020-05-01"])), &[]), // another item
        ],
    );
}

#[test]
fn recommendation_unexplained() {
    let text = "\"The force should.\"";
    let answered = |item: &str, response: &str| format!("{ITEM}{item}\n[response]\n{response}");
    table(
        &r::recommendation_unexplained::RULE,
        &[
            (&answered("", "published = 2020-06-01"), &[text]),
            (&answered("", "published = \"unknown\"\njoint = \"Both welcome it.\""), &[text]),
            (&answered("action = \" \"", "published = 2020-06-01"), &[text]),
            (&answered("action = \"Done.\"", "published = 2020-06-01"), &[]),
            (&answered("no_action_because = \"No need.\"", "published = 2020-06-01"), &[]),
            (&answered("ours = false", "published = 2020-06-01"), &[]),
            (&answered("outcome = \"not-accepted\"", "published = 2020-06-01"), &[]),
            (&answered("outcome = \"accepted\"", "published = 2020-06-01"), &[text]),
            (&answered("kind = \"area-for-improvement\"", "published = 2020-06-01"), &[]),
            (&answered("kind = \"cause-of-concern\"", "published = 2020-06-01"), &[]),
            (&answered("", "published = 2020-06-02"), &[]), // not out yet
            (&answered("", "invited = 2020-05-11"), &[]),
            (&answered("", "answered_by = \"2020-05-example\""), &[]),
            (&answered("", "published = 2020-06-01\ncovered_by = \"2020-05-example\""), &[]),
            (&format!("type = \"fire\"\n{}", answered("", "published = 2020-06-01")), &[]),
            // before section 55(5B)
            (&format!("published = 2017-05-01\n{}", answered("", "published = 2017-06-01")), &[]),
            (&format!("published = \"unknown\"\n{}", answered("", "published = \"2017-04\"")), &[]),
            (&format!("published = 2017-05-02\n{}", answered("", "published = 2017-06-01")), &[text]),
        ],
    );
}

#[test]
fn an_item_that_is_declined_raises_one_of_the_two() {
    let record = format!("{ITEM}outcome = \"not-accepted\"\n[response]\npublished = 2020-05-28");
    assert_eq!(reported(&r::not_accepted_without_reason::RULE, &record), ["\"not-accepted\""]);
    assert_eq!(reported(&r::recommendation_unexplained::RULE, &record), [""; 0]);
    let outcome = |more: &str| format!("{ITEM}outcome = \"not-accepted\"\n{more}");
    table(
        &r::not_accepted_without_reason::RULE,
        &[
            (&outcome("no_action_because = \"It is done elsewhere.\""), &[]),
            (&outcome("no_action_because = \"\""), &["\"not-accepted\""]),
            (&outcome("action = \"Something else.\""), &["\"not-accepted\""]),
            (&outcome("kind = \"area-for-improvement\""), &["\"not-accepted\""]),
            (&outcome("kind = \"practice\""), &[]),
            (&outcome("ours = false"), &[]),
            (&format!("{ITEM}outcome = \"partly-accepted\""), &[]),
        ],
    );
}

#[test]
fn updates_say_something() {
    let update = |keys: &str| format!("{ITEM}{UPDATE}date = 2020-05-20\n{keys}");
    table(
        &r::closed_without_note::RULE,
        &[
            (&update("status = \"closed\""), &["\"closed\""]),
            (&update("status = \"closed\"\nnote = \"\"\"\n\"\"\""), &["\"closed\""]),
            (&update("status = \"closed\"\nnote = \"Done.\""), &[]),
            (&update("status = \"superseded\""), &[]),
        ],
    );
    table(
        &r::update_says_nothing::RULE,
        &[
            (&update(""), &["[[recommendation.update]]"]),
            (&update("due = 2021-01-01\nby = \"x\""), &["[[recommendation.update]]"]),
            (&update("note = \" \""), &["[[recommendation.update]]"]),
            (&update("note = \"x\""), &[]),
            (&update("status = \"open\""), &[]),
        ],
    );
}

#[test]
fn more_recorded_than_made() {
    table(
        &r::more_recorded_than_made::RULE,
        &[
            (&format!("recommendations_made = 1\n{ITEM}{ITEM}"), &["1"]),
            (&format!("recommendations_made = 2\n{ITEM}{ITEM}"), &[]),
            (&format!("recommendations_made = 0\n{ITEM}kind = \"action\""), &[]),
            (&format!("recommendations_for_police = 9\n{ITEM}"), &[]),
            ("recommendations_made = 3\nrecommendations_for_police = 4", &["4"]),
            ("recommendations_made = 3\nrecommendations_for_police = 3", &[]),
            (&format!("recommendations_made = 0\nrecommendations_for_police = 1\n{ITEM}"), &["0", "1"]),
        ],
    );
}

#[test]
fn due_contradicts_deadline() {
    let item = |deadline: &str, due: &str| format!("{ITEM}deadline = \"{deadline}\"\ndue = {due}");
    table(
        &r::due_contradicts_deadline::RULE,
        &[
            (&item("By March 2021", "2021-03-31"), &[]),
            (&item("By March 2021", "2021-03-01"), &[]),
            (&item("By March 2021", "\"2021-03\""), &[]),
            (&item("By March 2021", "2021"), &[]),
            (&item("By March 2021", "2021-04-01"), &["2021-04-01"]),
            (&item("By 31 March 2021", "\"2021-03\""), &[]),
            (&item("By 31 March 2021", "2021-03-30"), &["2021-03-30"]),
            (&item("By 27/03/25", "2025-03-27"), &[]),
            (&item("Within six months", "2020-11-09"), &[]), // of 9 May
            (&item("Within six months", "\"2020-12\""), &["\"2020-12\""]),
            (&item("Within six months", "\"unknown\""), &[]),
            (&item("With immediate effect", "2021-03-31"), &[]),
            (&item("as soon as possible", "2021-03-31"), &[]),
            (&format!("published = \"2020-05\"\n{}", item("Within six months", "2020-11-30")), &[]),
        ],
    );
}

#[test]
fn under_names_no_label() {
    let cause = format!("{ITEM}kind = \"cause-of-concern\"\n");
    let under = |keys: &str| format!("{cause}[[recommendation]]\ntext = \"y\"\n{keys}\n");
    let item = |label: &str| under(&format!("under = \"{label}\""));
    let many = format!("{}{}", ITEM.repeat(40), item("2"));
    let plain = item("1").replace("cause-of-concern", "action");
    let accelerated = item("1").replace("cause-of-concern", "accelerated-cause-of-concern");
    table(
        &r::under_names_no_label::RULE,
        &[
            (&item("1"), &[]),
            (&accelerated, &[]),
            (&plain, &["\"1\""]),
            (&format!("{plain}{cause}"), &[]), // labels may repeat
            (&under("label = \"2\"\nunder = \"2\""), &["\"2\""]),
            (&under("label = \"2\"\nunder = \"1\""), &[]),
            (&format!("{cause}under = \"1\""), &["\"1\""]),
            (&item("2"), &["\"2\""]),
            (&item("1 "), &["\"1 \""]),
            (&many, &["\"2\""]),
            (&many.replace("under = \"2\"", "under = \"1\""), &[]),
        ],
    );
    let said = |body: &str| {
        let found = in_record_asking(Some(&r::under_names_no_label::RULE), body);
        let found = found.into_iter().find(|found| found.rule == &r::under_names_no_label::RULE).unwrap();
        (found.message, found.label, found.help.unwrap())
    };
    let (message, _, help) = said(&plain);
    assert_eq!(message, "`under` is 1, and this item is no cause of concern");
    assert!(help.contains("`kind`") && help.contains("the labels are 1, and none"), "{help}");
    assert_eq!(said(&under("label = \"2\"\nunder = \"2\"")).0, "item 2 stands under itself");
    let (_, label, help) = said(&item("1\\u202e"));
    assert!(
        label.ends_with("a hidden character is in it") && help.starts_with("write under = \"1\","),
        "{help}"
    );
    assert_eq!(said(&item("7\\u202e")).2, said(&item("7")).2);
    assert!(said(&item("7")).2.starts_with("the only cause of concern with a label is 1:"));
    let ten: String = (1..=10).map(|n| cause.replace("\"1\"", &format!("\"{n}\""))).collect();
    let help = said(&format!("{ten}[[recommendation]]\ntext = \"y\"\nunder = \"x\"")).2;
    assert!(help.starts_with("the causes of concern are 1, 2, 3, 4, 5, 6, 7, 8, …: write"), "{help}");
}

#[test]
fn forces_missing() {
    let types =
        [("peel", true), ("custody", true), ("national", false), ("joint", false), ("spotlight", false)];
    for (kind, wanted) in types {
        let record = format!("type = \"{kind}\"\n{ITEM}");
        let expected = wanted.then(|| format!("\"{kind}\""));
        assert_eq!(reported(&r::forces_missing::RULE, &record), Vec::from_iter(expected), "{kind}");
    }
    table(
        &r::forces_missing::RULE,
        &[
            ("type = \"peel\"\nforces = \"all\"\n[response]", &[]),
            ("type = \"peel\"\nforces = [\"Cumbria Constabulary\"]\n[response]", &[]),
            ("type = \"peel\"\nforces = []\n[response]", &["[]"]),
            ("type = \"peel\"", &[]), // no more than what must be there
        ],
    );
}
