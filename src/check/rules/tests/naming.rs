//! Rules about whom and what a text names: the inspectorate, forces, other reports, numbers.

use super::{across, facts, in_record, on, pointed_at, r, table};
use crate::diagnostic::Rule;

fn response(keys: &str) -> String {
    format!("[response]\n{keys}")
}

#[test]
fn inspectorate_misspelt() {
    table(
        &r::inspectorate_misspelt::RULE,
        &[
            (&response("joint = \"We thank HMIFRS, and HMICFR too.\""), &["HMIFRS"]),
            (&response("joint = \"HMICFR's report\""), &["HMICFR"]),
            ("inspectorates = [\"HMICFRS\", \"HMCFRS\"]", &["HMCFRS"]),
            (
                "[[recommendation]]\ntext = \"x\"\n[[recommendation.update]]\ndate = 2020-05-20\nnote = \"Told HMICRFS.\"",
                &["HMICRFS"],
            ),
            (
                &response(
                    "joint = \"HMICFRS, HMIC, HMI Prisons, HMCPSI, HMICS, HMRC, HMCTS, HMPPS, HMCIFRS, HMICFRSs\"",
                ),
                &[],
            ),
            // the report's own words
            ("[[recommendation]]\ntext = \"HMICFR should look again.\"", &[]),
            ("key_findings = \"HMICFR found it well.\"", &[]),
        ],
    );
    let fix = in_record("inspectorates = [\"HMICFR\"]")[0].fix.clone().unwrap();
    assert!(!fix.safe && fix.edits[0].with == "HMICFRS");
}

#[test]
fn her_majestys_inspectorate() {
    let her = response("joint = \"Her Majesty’s Inspectorate of Constabulary has found it well.\"");
    let on_day = |day: &str, rest: &str| format!("published = {day}\n{rest}");
    table(
        &r::her_majestys_inspectorate::RULE,
        &[
            (&on_day("2023-01-02", &her), &["Her"]),
            (&on_day("\"2022-10\"", &her.replace('’', "'")), &["Her"]),
            (&on_day("2023-01-02", &(her.clone() + "\nreply = \"His Majesty's Inspectorate\"")), &["Her"]),
            (&on_day("2023-01-02", &her.replace("Her", "We met Her Majesty’s judge. Her")), &["Her"]),
            (&on_day("2023-01-02", &her.replace("has", "in 2019")), &[]),
            (&on_day("2023-01-02", &her.replace("Her", "What was then Her")), &[]),
            (
                &on_day(
                    "2023-01-02",
                    "[response]\njoint = '''\nIn 2019\nHer Majesty’s Inspectorate was here.'''",
                ),
                &[],
            ),
            (&on_day("2023-01-02", &her.replace("Her", "The report ‘Her")), &[]),
            (&on_day("2022-09-20", &her), &[]),
            (&on_day("2022", &her), &[]),
            (&on_day("\"unknown\"", &her), &[]),
            (&on_day("2020-05-09", &her), &[]),
            (&on_day("2023-01-02", &her.replace("has", "and His Majesty’s have")), &[]),
            (&on_day("2023-01-02", &response("joint = \"Her Majesty the Queen opened it.\"")), &[]),
            (&on_day("2023-01-02", "key_findings = \"Her Majesty’s Inspectorate\""), &[]),
        ],
    );
}

#[test]
fn number_contradicts_record() {
    let made = |keys: &str, intro: &str| format!("{keys}\nrecommendations_intro = \"{intro}\"");
    let items = "[[recommendation]]\ntext = \"a\"\nours = true\n[[recommendation]]\ntext = \"b\"\nours = false\n[[recommendation]]\ntext = \"c\"\n[[recommendation]]\ntext = \"d\"\nkind = \"area-for-improvement\"\n";
    let all = |text: &str| format!("{items}[response]\njoint = \"{text}\"");
    let rule = &r::number_contradicts_record::RULE;
    table(
        rule,
        &[
            (
                &made("recommendations_made = 8", "HMICFRS made five recommendations:"),
                &["five recommendations"],
            ),
            (&made("recommendations_made = 8", "HMICFRS made eight recommendations:"), &[]),
            (&made("", "HMICFRS made five recommendations:"), &[]),
            (
                &made(
                    "recommendations_for_police = 2",
                    "Only one recommendation was directed to the police.",
                ),
                &["one recommendation"],
            ),
            (
                &made(
                    "recommendations_made = 8\nrecommendations_for_police = 1",
                    "HMICFRS made eight recommendations to the police and other bodies. Only one recommendation was directed towards the police:",
                ),
                &[],
            ),
            (&all("I accept all five recommendations."), &["all five recommendations"]),
            (&all("I accept both areas for improvement."), &["both areas for improvement"]),
            // of a number that is said somewhere in the record, though under another key
            (
                &made(
                    "recommendations_made = 8\nrecommendations_for_police = 5",
                    "HMICFRS made five recommendations:",
                ),
                &[],
            ),
            // all of a part
            (&format!("recommendations_made = 8\n{}", all("I accept all five recommendations.")), &[]),
            // one is ours, two may be, three are recorded, four with the area for improvement
            (&all("I accept both recommendations."), &[]),
            (&all("I accept all three recommendations."), &[]),
            (&all("I accept all four recommendations."), &[]),
            (&response("joint = \"I accept all five recommendations.\""), &[]),
        ],
    );
    let found = in_record(&made("recommendations_made = 8", "HMICFRS made five recommendations:"));
    assert_eq!(found[0].related[0].place.line, 4);
}

fn office(body: &str) -> Vec<(&'static str, String)> {
    let record =
        format!("title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-05-09\n{body}\n");
    let found = on(
        &[("track.toml", "[office]\nforce = \"Cumbria Constabulary\"\n"), ("records/x.toml", &record)],
        "2020-06-01",
    );
    found.iter().map(|found| (found.rule.name, pointed_at(found))).collect()
}

#[track_caller]
fn for_office(rule: &'static Rule, cases: &[(&str, &[&str])]) {
    for (body, expected) in cases {
        let found: Vec<String> =
            office(body).into_iter().filter(|(name, _)| *name == rule.name).map(|(_, at)| at).collect();
        assert_eq!(found, *expected, "{body}");
    }
}

#[test]
fn another_force_answers() {
    let text = |text: &str| response(&format!("chief_officer = \"{text}\""));
    let rule = &r::another_force_answers::RULE;
    for_office(
        rule,
        &[
            (&text("Lancashire Constabulary accepts the report."), &["Lancashire Constabulary"]),
            (&text("It is well. Kent Police fully accepts all HMICFRS’s findings."), &["Kent Police"]),
            (&text("We do. North Yorkshire Police welcomes this report."), &["North Yorkshire Police"]),
            // what a neighbour did, and a report that is about both
            (&text("We went there. Durham Constabulary welcomed our report."), &[]),
            (&text("Kent Police accepts our invitation to see the report."), &[]),
            (
                &format!(
                    "forces = [\"Cumbria\", \"Lancashire\"]\n{}",
                    text("Lancashire Constabulary accepts the report.")
                ),
                &[],
            ),
            (&text("Lancashire Constabulary accepts the report. So does Cumbria."), &[]),
            (&response("office_held = \"Police and Crime Commissioner for Kent\""), &["Kent"]),
            (&text("Cumbria Constabulary accepts the report."), &[]),
            (&text("Lancashire Constabulary accepts it too, as Cumbria Constabulary does."), &[]),
            (&text("The custody suite that Lancashire Constabulary accepts us into is full."), &[]),
            (&text("Lancashire Constabulary lends us two officers. I accept the report."), &[]),
            (&text("Example Police accepts the report."), &[]),
            (&text("accept"), &[]),
            (&response("office_held = \"Police, Fire and Crime Commissioner for Cumbria\""), &[]),
            (&response("office_held = \"Police and Crime Commissioner\""), &[]),
            (&response("office_held = \"Commissioner for Essexshire\""), &[]),
            (&response("signed_by = \"Jane Kent\""), &[]),
        ],
    );
    // an office that does not say which force is its own
    assert!(in_record(&text("Lancashire Constabulary accepts the report.")).is_empty());
}

#[test]
fn report_about_other_forces() {
    let forces = |names: &str, rest: &str| format!("forces = {names}\n{rest}");
    let rule = &r::report_about_other_forces::RULE;
    for_office(
        rule,
        &[
            (
                &forces("[\"Kent Police\", \"Lancashire Constabulary\"]", ""),
                &["[\"Kent Police\", \"Lancashire Constabulary\"]"],
            ),
            (
                &forces("[\"Civil Nuclear Constabulary\"]", "[response]\ninvited = 2020-05-11"),
                &["[\"Civil Nuclear Constabulary\"]"],
            ),
            (&forces("[\"Kent Police\", \"Cumbria\"]", ""), &[]),
            (&forces("\"all\"", ""), &[]),
            (&forces("[]", ""), &[]),
            // who they are is not known: a unit of several forces, perhaps
            (&forces("[\"North West Regional Organised Crime Unit\"]", ""), &[]),
            (&forces("[\"Kent Police\"]", "duty = \"none\""), &[]),
            (&forces("[\"Kent Police\"]", "[response]\nrequired = false\nbecause = \"Kent only.\""), &[]),
            (&forces("[\"Kent Police\"]", "[response]\nlocal_policing_body = \"We take note of it.\""), &[]),
            (&forces("[\"Kent Police\"]", "[response]\npublished = 2020-05-20"), &[]),
            (&forces("[\"Kent Police\"]", "[[recommendation]]\ntext = \"x\"\nours = true"), &[]),
        ],
    );
    assert!(in_record("forces = [\"Kent Police\"]").is_empty());
}

fn record(title: &str, rest: &str) -> String {
    format!("title = \"{title}\"\ntype = \"national\"\npublished = 2020-05-09\n{rest}")
}

const ROADS: &str = "Roads and motorways of the county: a visit";

fn found(rule: &Rule, records: &[(&str, String)]) -> Vec<(String, String, String)> {
    let facts = facts(records.iter().map(|(id, text)| ((*id).to_owned(), text.clone())));
    let of = |index: usize| facts[index].id.clone();
    let found = across(rule, &facts).into_iter();
    found.map(|remote| (of(remote.record), remote.steps.to_string(), of(remote.related[0].0))).collect()
}

#[test]
fn names_another_report() {
    let rule = &r::names_another_report::RULE;
    let copied = response(&format!("joint = \"We welcome the report “{ROADS}”.\""));
    let pair = |rest: &str| [("a", record(ROADS, "")), ("b", record("Custody in the county", rest))];
    let is_found = |rest: &str| !found(rule, &pair(rest)).is_empty();
    assert!(is_found(&copied));
    assert!(is_found(&copied.replace(": a visit", "")), "the title up to its colon");
    assert!(is_found(&response(&format!("joint = '''\nTitle: {ROADS}\nWe accept it.'''"))));
    for silent in [
        copied.replace("We welcome", "This visit follows"),
        copied.replace(".\"", " as well as this one.\""),
        copied.replace("We welcome", "We welcome this visit. It takes up"),
        response(&format!("joint = '''\nWe accept it. See:\n- {ROADS}\n- Custody'''")),
        response(&format!("joint = '''\nSee also: {ROADS}\nWe accept it.'''")),
        copied.replace("We welcome", "Custody in the county follows"),
        format!("follows = [\"a\"]\n{copied}"),
        copied.clone() + "\ncovered_by = \"a\"",
        copied.replace("motorways", "railways"),
        response(&format!("joint = \"We welcome the report. {}“{ROADS}”\"", "It is well. ".repeat(60))),
        response("joint = \"We welcome it.\""),
    ] {
        assert!(!is_found(&silent), "{silent}");
    }
    // the other names this one
    let [_, b] = pair(&copied);
    assert_eq!(found(rule, &[("a", record(ROADS, "follows = [\"b\"]")), b]), []);
    // its own title, which another report bears as well
    assert_eq!(found(rule, &[("a", record(ROADS, "")), ("b", record(ROADS, &copied))]), []);
}

#[test]
fn response_repeats_another() {
    let rule = &r::response_repeats_another::RULE;
    let long = "The Commissioner accepts what the inspectors found. ".repeat(8);
    let joint = |text: &str| response(&format!("joint = \"{text}\""));
    let records = |texts: &[String]| -> Vec<(&'static str, String)> {
        let ids = ["a", "b", "c"];
        texts.iter().zip(ids).map(|(rest, id)| (id, record(&format!("Report {id}"), rest))).collect()
    };
    let ends = |found: Vec<(String, String, String)>| -> Vec<(String, String)> {
        found.into_iter().map(|(record, _, other)| (record, other)).collect()
    };
    let pairs = |texts: &[String]| ends(found(rule, &records(texts)));
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(pairs(&[joint(&long), joint(&long), joint(&long)]), [pair("b", "a"), pair("c", "a")]);
    let own = response(&format!("local_policing_body = \"{long}\""));
    assert_eq!(pairs(&[joint(&long), own]), [pair("b", "a")]);
    assert_eq!(pairs(&[joint(&long), joint(&long.replace("accepts", "notes"))]), []);
    assert_eq!(pairs(&[joint("We accept it."), joint("We accept it.")]), []);
    assert_eq!(pairs(&[joint(&long), format!("follows = [\"a\"]\n{}", joint(&long))]), []);
    assert_eq!(pairs(&[joint(&long), format!("{}answered_by = \"a\"", response(""))]), []);
}

#[test]
fn personal_contact_details() {
    let rule = &r::personal_contact_details::RULE;
    let text = |text: &str| response(&format!("joint = \"{text}\""));
    table(
        rule,
        &[
            (&text("Write to jane.doe@example.org."), &["jane.doe@example.org"]),
            (&text("Ring 07700 900 123 today."), &["07700 900 123"]),
            (&text("Ring +44 (0)7700 900123."), &["+44 (0)7700 900123"]),
            (&text("Ring +44 7700900123"), &["+44 7700900123"]),
            (&text("Write to enquiries@example.org or @office; ring 101 or 0300 123 4567."), &[]),
            (&text("Reference 0770090012, page 07, 07/2020, 1.07700900123"), &[]),
            (&text("a@b, .@. and jane.doe@"), &[]),
        ],
    );
}
