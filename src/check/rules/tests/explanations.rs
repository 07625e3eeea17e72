//! Rules about texts that say nothing of their own.

use super::{in_record, r, table};

fn item(keys: &str) -> String {
    format!("[[recommendation]]\n{keys}")
}

fn explained(asked: &str, said: &str) -> String {
    item(&format!("text = \"{asked}\"\naction = \"{said}\""))
}

#[test]
fn explanation_repeats_recommendation() {
    let asked = "By March 2021, the force should agree how long a detained person may wait at night.";
    let repeated = [
        asked,
        "the force will agree how long a detained person may wait at night",
        "The Constabulary must agree how long a detained person may wait, at night.",
        "Accepted. The Chief Constable will agree how long a detained person may wait at night.",
    ];
    for said in repeated {
        table(
            &r::explanation_repeats_recommendation::RULE,
            &[(&explained(asked, said), &[&format!("\"{said}\"")])],
        );
    }
    table(
        &r::explanation_repeats_recommendation::RULE,
        &[
            (
                &item(
                    "text = \"The force should keep a register of it.\"\nours = true\nno_action_because = \"The force should keep a register of it.\"",
                ),
                &["\"The force should keep a register of it.\""],
            ),
            (&explained(asked, "The force has agreed a limit of sixty minutes."), &[]),
            (
                &explained(
                    asked,
                    "Done: since May the force and its provider agree how long a detained person may wait at night.",
                ),
                &[],
            ),
            (
                &explained(
                    asked,
                    "The contract of July 2019 says how long a detained person may wait at night.",
                ),
                &[],
            ),
            // more, or the opposite, than was asked for
            (
                &explained(
                    "The force should consider whether to train every custody sergeant in first aid.",
                    "The force will train every custody sergeant in first aid.",
                ),
                &[],
            ),
            (
                &explained(
                    "The force should not use the older suite for children at night.",
                    "The force will use the older suite for children at night.",
                ),
                &[],
            ),
            (
                &explained(
                    "Not later than 31 May 2021, forces should use the newer suite for children.",
                    "We will use the newer suite for children.",
                ),
                &["\"We will use the newer suite for children.\""],
            ),
            (&explained("Keep records.", "Keep records."), &[]), // too short to be told from an answer
            (&explained(asked, ""), &[]),
            (&explained(asked, "at night"), &[]),
        ],
    );
    let found = in_record(&explained(asked, asked));
    let repeated = found.iter().find(|found| found.rule == &r::explanation_repeats_recommendation::RULE);
    assert_eq!(repeated.unwrap().related[0].place.line, 5);
}

#[test]
fn explanation_says_nothing() {
    let action = |said: &str| item(&format!("text = \"The force should keep records.\"\naction = {said}"));
    for said in [
        "Noted",
        "Noted.",
        " N/A ",
        "n.a.",
        "See above",
        "Accepted.",
        "AGREED",
        "Yes",
        "-",
        "Not applicable",
        "This recommendation is accepted.",
    ] {
        let said = format!("\"{said}\"");
        table(&r::explanation_says_nothing::RULE, &[(&action(&said), &[&said])]);
    }
    for said in [
        "A register is kept.",
        "Noted; a register is kept.",
        "",
        "None of the cells is used.",
        "Completed in May 2020.",
        "…",
    ] {
        table(&r::explanation_says_nothing::RULE, &[(&action(&format!("\"{said}\"")), &[])]);
    }
    let response = |keys: &str| format!("[response]\n{keys}");
    table(
        &r::explanation_says_nothing::RULE,
        &[
            (&item("text = \"x\"\nours = true\nno_action_because = \"None\""), &["\"None\""]),
            (&item("text = \"x\"\nours = false\naction = \"N/A\""), &[]),
            (&item("text = \"x\"\noutcome = \"not-for-us\"\nno_action_because = \"N/A\""), &[]),
            (&item("text = \"x\"\nkind = \"practice\"\naction = \"Noted\""), &[]),
            (&response("chief_officer = \"None\"\nreply = \"N/A\""), &["\"None\"", "\"N/A\""]),
            (&response("required = false\nbecause = \"Noted\""), &["\"Noted\""]),
            (&response("late_because = \"n/a\""), &["\"n/a\""]),
            // an answer that says something, however short
            (&response("reply = \"Noted.\"\nlocal_policing_body = \"Accepted.\""), &[]),
            (&response("chief_officer = \"I have no comments.\""), &[]),
        ],
    );
    let found = in_record(&response("chief_officer = \"N/A\""));
    assert!(found[0].help.as_ref().unwrap().contains("comments_received = \"none\""));
}

#[test]
fn text_in_two_keys() {
    let (text, other) = (
        "We accept the report and will act on its findings.",
        "We accept it all, and thank the inspectors for it.",
    );
    let response = |keys: &[(&str, &str)]| {
        let keys: String = keys.iter().map(|(key, text)| [key, " = \"", text, "\"\n"].concat()).collect();
        format!("[response]\n{keys}")
    };
    let quoted = format!("\"{text}\"");
    table(
        &r::text_in_two_keys::RULE,
        &[
            (&response(&[("local_policing_body", text), ("chief_officer", text)]), &[&quoted]),
            (&response(&[("reply", text), ("chief_officer", text)]), &[&quoted]),
            (&(format!("key_findings = {quoted}\n") + &response(&[("joint", text)])), &[&quoted]),
            (
                &response(&[("local_policing_body", text), ("chief_officer", text), ("reply", text)]),
                &[&quoted, &quoted],
            ),
            (&response(&[("local_policing_body", text), ("chief_officer", other)]), &[]),
            (&response(&[("local_policing_body", "We accept it."), ("chief_officer", "We accept it.")]), &[]),
            (&response(&[("local_policing_body", ""), ("chief_officer", "")]), &[]),
        ],
    );
}

#[test]
fn paragraph_twice() {
    let long = "Neighbourhood officers in the more remote valleys are trusted and easy to reach.";
    let text = |parts: &[&str]| format!("key_findings = '''\n{}'''", parts.join("\n\n"));
    let found = |body: &str, expected: &[&str]| table(&r::paragraph_twice::RULE, &[(body, expected)]);
    found(&text(&["One.", long, "Two.", "One.", long, "Two."]), &[long]); // all of it twice
    found(&text(&["One.", long, "Two.", "Three.", long, "Four."]), &[]); // the same answer to another recommendation
    found(&text(&[long, "Between.", long]), &[]);
    found(&text(&[long, &format!(" {long}  ")]), &[long]);
    found(&text(&[long, long]).replace('\n', "\r\n"), &[long]);
    found(&text(&[long, &long.replace("valleys", "hamlets")]), &[]);
    found(&text(&["Accepted.", "Accepted."]), &[]);
    found(&format!("key_findings = '''\n{long}\n{long}'''"), &[]); // one paragraph of two lines
    // each in a text of its own
    found(&(item(&format!("text = \"{long}\"")) + "\n" + &item(&format!("text = \"{long}\""))), &[]);
    let record = in_record(&text(&["One.", long, long]));
    assert_eq!((record[0].place.line, record[0].related[0].place.line), (9, 7));
}

#[test]
fn text_cut_short() {
    let key = |text: &str| format!("key_findings = '''\n{text}'''");
    for (text, end) in [
        ("The force is good at it,", "The force is good at it,"),
        ("The force knows its communities, and\n", "e force knows its communities, and"),
        ("Officers are trained in the", "Officers are trained in the"),
        ("It is sound (as the panel was", "(as the panel was"),
        ("Well.\n\nIt is sound (as the panel was", "(as the panel was"),
        ("The inspectors write: “It is sound", "“It is sound"),
    ] {
        let skipped: String = end.chars().skip(end.chars().count().saturating_sub(30)).collect();
        let expected = if end.starts_with(['(', '“']) { end } else { &skipped };
        table(&r::text_cut_short::RULE, &[(&key(text), &[expected])]);
    }
    for text in [
        "The force is good at it.",
        "The following are asked for:",
        "- plans\n- training",
        "It is sound (mostly)",
        "The inspectors write: “It is sound.” (We agree.)",
        "1) plans; 2) training",
        "No full stop",
        "It is all that the panel had heard of",
        "It is well.\n\nYours sincerely,",
        "The force has:\n- trained its sergeants, and more of its constables,",
        // a bracket was forgotten, and nothing is missing
        "It is sound (as the panel was told.",
        "It is sound (as the panel was\n\nThe Commissioner agrees",
        "The inspectors write:\n\n“It is sound.\n\n“It is well run.”",
        "The report names Thailand",
        "What is it good for",
        "He wrote “so” and 'so'",
        "",
        "and",
        "The National Prevent lead (NPCC), each force and so on",
    ] {
        table(&r::text_cut_short::RULE, &[(&key(text), &[])]);
    }
    // as printed, in a list that goes on with the next item
    table(&r::text_cut_short::RULE, &[(&item("text = \"keep records; and\""), &[])]);
}
