//! The type of a report, its duty, and who inspected.

use super::{TODAY, on, pointed_at, r, table};

#[test]
fn national_report_not_answered() {
    let waived = |keys: &str| format!("{keys}\n[response]\nrequired = false\nbecause = \"Not visited.\"");
    table(
        &r::national_report_not_answered::RULE,
        &[
            (&waived(""), &["false"]),
            (&waived("forces = \"all\""), &["false"]),
            (&waived("type = \"thematic\""), &["false"]),
            (&waived("type = \"joint\"\nforces = \"all\""), &["false"]),
            (&waived("published = 2018"), &["false"]),
            (&waived("published = \"unknown\""), &[]),
            (&waived("published = 2017"), &[]),
            (&waived("forces = [\"Civil Nuclear Constabulary\"]"), &[]),
            (&waived("type = \"joint\""), &[]),
            (&waived("type = \"peel\"\nforces = \"all\""), &[]),
            (&waived("type = \"fire\"\nforces = \"all\""), &[]),
            (&waived("duty = \"none\""), &[]),
            (&waived("published = 2017-05-01"), &[]),
            (&format!("{}\ncovered_by = \"2020-05-example\"", waived("")), &[]),
            ("forces = \"all\"\n[response]\nrequired = true", &[]),
        ],
    );
    let settings = "[office]\nforce = \"Cumbria Constabulary\"\n";
    let found = |forces: &str| {
        let record = format!(
            "title = \"A\"\ntype = \"national\"\npublished = 2020-05-09\n{}\n",
            waived(&format!("forces = {forces}"))
        );
        let found = on(&[("track.toml", settings), ("records/a.toml", &record)], TODAY);
        found.iter().any(|found| found.rule == &r::national_report_not_answered::RULE)
    };
    assert!(found("[\"Lancashire Constabulary\", \"Cumbria constabulary\"]"));
    assert!(!found("[\"Lancashire Constabulary\"]"));
}

#[test]
fn request_incomplete() {
    table(
        &r::request_incomplete::RULE,
        &[
            ("duty = \"requested\"", &["\"requested\""]),
            ("requested_by = 2020-07-03", &["2020-07-03"]),
            ("type = \"super-complaint\"\nrequested_by = 2020-07-03", &["2020-07-03"]),
            ("duty = \"none\"\nrequested_by = \"unknown\"", &["\"unknown\""]),
            ("duty = \"requested\"\nrequested_by = 2020-05-08", &["2020-05-08"]),
            ("duty = \"requested\"\nrequested_by = \"2020-05\"", &[]),
            ("duty = \"requested\"\nrequested_by = \"unknown\"", &[]),
            ("duty = \"requested\"\nrequested_by = 2020-07-03", &[]),
            ("type = \"super-complaint\"", &[]),
        ],
    );
}

/// The type that a title is said to want.
fn wanted(title: &str, kind: &str, more: &str) -> Option<String> {
    let record = format!("title = \"{title}\"\ntype = \"{kind}\"\npublished = 2020-05-09\n{more}\n");
    let found = on(&[("records/a.toml", &record)], TODAY);
    let found = found.iter().find(|found| found.rule == &r::type_unlike_title::RULE)?;
    assert_eq!(pointed_at(found), format!("\"{kind}\""));
    assert!(found.fix.as_ref().is_some_and(|fix| !fix.safe));
    Some(found.label.strip_prefix("probably ")?.to_owned())
}

#[test]
fn type_unlike_title() {
    for (title, kind, expected) in [
        ("The hidden victims: a Super-complaint", "national", "super-complaint"),
        ("An unannounced inspection visit to police custody in Cumbria", "peel", "custody"),
        ("PEEL: Police efficiency 2016", "national", "peel"),
        ("PEEL 2021/22: Cumbria Constabulary", "thematic", "peel"),
        ("An inspection of Cumbria Fire and Rescue Service", "peel", "fire"),
        ("Values and culture in fire and rescue services", "national", "fire"),
    ] {
        assert_eq!(wanted(title, kind, "").as_deref(), Some(expected), "{title} {kind}");
    }
    for (title, kind, more) in [
        ("The hidden victims: a super-complaint", "super-complaint", ""),
        ("The hidden victims: a super-complaint", "progress", ""),
        ("The hidden victims: a super-complaint", "other", ""),
        ("The hidden victims: a super-complaint", "national", "duty = \"none\""),
        ("A complaint about the super", "national", ""),
        ("An unannounced inspection visit to police custody", "custody", ""),
        ("An unannounced inspection visit to police custody", "joint", ""),
        ("An unannounced inspection visit to TACT police custody suites", "counter-terrorism", ""),
        ("Police custody inspections (unannounced visits) 2010-2014", "national", ""),
        ("What unannounced visits to custody have found", "thematic", ""),
        ("Unannounced visits to custody", "rolling", ""),
        ("An unannounced second visit to police custody", "revisit", ""),
        ("An unannounced visit to a control room", "national", ""),
        ("The welfare of vulnerable people in custody", "thematic", ""),
        ("PEEL: Police effectiveness 2017 – A national overview", "national", ""),
        ("PEEL spotlight report: Diverging under pressure", "national", ""),
        ("PEEL spotlight report: Diverging under pressure", "spotlight", ""),
        ("Beyond the peel", "national", ""),
        ("How police forces and fire and rescue services work together", "national", ""),
        ("State of Fire and Rescue: fire and rescue services", "state-of-policing", ""),
        ("HM Inspectorate of Constabulary and Fire & Rescue Services: a year", "national", ""),
        ("é", "national", ""),
    ] {
        assert_eq!(wanted(title, kind, more), None, "{title} {kind} {more}");
    }
}

#[test]
fn joint_of_one() {
    let joint = |names: &str| format!("type = \"joint\"\ninspectorates = [{names}]");
    table(
        &r::joint_of_one::RULE,
        &[
            (&joint("\"HMICFRS\""), &["[\"HMICFRS\"]"]),
            (
                &joint("\"HM Inspectorate of Constabulary and Fire & Rescue Services\""),
                &["[\"HM Inspectorate of Constabulary and Fire & Rescue Services\"]"],
            ),
            (&joint("\"HMICFRS\", \"Ofsted\""), &[]),
            (&joint("\"HMICFRS and HMI Probation\""), &[]),
            (&joint("\"HMICFRS/Ofsted\""), &[]),
            (&joint("\"Criminal Justice Joint Inspection\""), &[]),
            (&joint("\"CJJI\""), &[]),
            (&joint("\"Cyd-arolygiad: Arolygu ar y Cyd ar Gyfiawnder Troseddol\""), &[]),
            ("type = \"joint\"", &[]),
            ("inspectorates = [\"HMICFRS\"]", &[]),
        ],
    );
}

#[test]
fn inspectorates_without_hmicfrs() {
    let names = |names: &str| format!("inspectorates = [{names}]");
    table(
        &r::inspectorates_without_hmicfrs::RULE,
        &[
            (&names("\"HMI Prisons\""), &["[\"HMI Prisons\"]"]),
            (&names("\"Ofsted\", \"CQC\""), &["[\"Ofsted\", \"CQC\"]"]),
            (&names("\"Estyn\", \"estyn\""), &["[\"Estyn\", \"estyn\"]"]),
            (
                &names("\"Her Majesty’s Inspectorate of Prisons\", \"HM Inspectorate of Probation\""),
                &["[\"Her Majesty’s Inspectorate of Prisons\", \"HM Inspectorate of Probation\"]"],
            ),
            (
                &names("\"The Independent Office for Police Conduct (IOPC)\""),
                &["[\"The Independent Office for Police Conduct (IOPC)\"]"],
            ),
            (&names("\"HMI Prisons\", \"HMICFRS\""), &[]),
            (&names("\"HMIC\""), &[]),
            (&names("\"HMICFR\""), &[]),
            (&names("\"HMIFRS\""), &[]),
            (&names("\"Her Majesty’s Inspectorate of Constabulary\""), &[]),
            (&names("\"Ofsted and HMICFRS\""), &[]),
            // Only what is certainly another counts: these are HMICFRS, HMIC, or several together.
            (&names("\"Arolygiaeth Heddluoedd a Gwasanaethau Tân ac Achub Ei Fawrhydi\""), &[]),
            (&names("\"Arolygiaeth Cwnstabliaeth Ei Mawrhydi\""), &[]),
            (&names("\"AHGTAEF\""), &[]),
            (&names("\"Ofsted\", \"AHGTAEF\""), &[]),
            (&format!("type = \"joint\"\n{}", names("\"Criminal Justice Joint Inspection\"")), &[]),
            (&names("\"Police Inspectorate\""), &[]),
            (&names("\"\""), &[]),
            (&names(""), &[]),
            (&format!("duty = \"none\"\n{}", names("\"IOPC\"")), &[]),
            (&format!("type = \"super-complaint\"\n{}", names("\"IOPC\"")), &[]),
        ],
    );
}

#[test]
fn inspectorate_of_another_time() {
    let names = |published: &str, names: &str| format!("published = {published}\ninspectorates = [{names}]");
    table(
        &r::inspectorate_of_another_time::RULE,
        &[
            (&names("2017-06-30", "\"HMICFRS\""), &["\"HMICFRS\""]),
            (&names("\"2015\"", "\"HMI Prisons\", \"HMICFRS\""), &["\"HMICFRS\""]),
            (&names("2017-08-01", "\"HMIC\""), &["\"HMIC\""]),
            (&names("2017-07-18", "\"HMICFRS\""), &[]),
            (&names("2017-07-20", "\"HMIC\""), &[]),
            (&names("2017", "\"HMIC\""), &[]),
            (&names("\"unknown\"", "\"HMIC\""), &[]),
            (&names("2016-05-09", "\"HMIC\", \"CQC\""), &[]),
            (&names("2020-05-09", "\"HMICFRS\""), &[]),
            ("published = 2016-05-09", &[]), // the default is not written
        ],
    );
}
