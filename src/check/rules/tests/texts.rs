//! Rules about texts.

use super::{in_record, r, table};

fn response(keys: &str) -> String {
    format!("[response]\n{keys}")
}

#[test]
fn joint_beside_parts() {
    table(
        &r::joint_beside_parts::RULE,
        &[
            (&response("joint = \"Both.\"\nlocal_policing_body = \"One.\""), &["\"Both.\""]),
            (
                &response("joint = \"Both.\"\nchief_officer = \"One.\"\nlocal_policing_body = \"x\""),
                &["\"Both.\""],
            ),
            (&response("joint = \"Both.\"\nreply = \"x\""), &[]),
            (&response("joint = \"Both.\"\nchief_officer = \"\""), &[]),
            (&response("local_policing_body = \"x\"\nchief_officer = \"y\""), &[]),
        ],
    );
    let found = in_record(&response("joint = \"a\"\nchief_officer = \"b\"\nlocal_policing_body = \"c\""));
    let lines: Vec<usize> = found[0].related.iter().map(|related| related.place.line).collect();
    assert_eq!(lines, [7, 6]);
}

#[test]
fn wrong_section_cited() {
    table(
        &r::wrong_section_cited::RULE,
        &[
            // points at the words
            (&response("joint = \"\"\"\nA.\n\nUnder s.33(1) of the Police Act 1996.\"\"\""), &["s.33(1)"]),
            (&response("late_because = 'As Section 33, Police Act 1996, asks.'"), &["Section 33"]),
            ("recommendations_intro = \"Section 33 of the Police Act 1996:\"", &["Section 33"]),
            // written with an escape: at the whole value
            (
                &response("reply = \"\\u00e9 section 33 Police Act 1996\""),
                &["\"\\u00e9 section 33 Police Act 1996\""],
            ),
            // once a text
            (&response("reply = \"s.33 Police Act 1996, s.33 Police Act 1996\""), &["s.33"]),
            (
                "[[recommendation]]\ntext = \"x\"\naction = \"Section 33 Police Act 1996\"\nno_action_because = \"s 33 of the Police Act\"",
                &["Section 33", "s 33"],
            ),
            (&response("joint = \"Section 33 of the Data Protection Act 1998\""), &[]),
            (&response("joint = \"Section 55(5) of the Police Act 1996\""), &[]),
            // not the office's words
            ("key_findings = \"Section 33 of the Police Act 1996\"", &[]),
            ("[[recommendation]]\ntext = \"Section 33 of the Police Act 1996\"", &[]),
        ],
    );
}

#[test]
fn inspectors_duty_cited() {
    table(
        &r::inspectors_duty_cited::RULE,
        &[
            (
                &response("joint = \"Published under section 55(1) of the Police Act 1996.\""),
                &["section 55(1)"],
            ),
            (&response("joint = \"The response to HMICFRS under s55 (1) Police Act 1996.\""), &["s55 (1)"]),
            (&response("joint = \"HMICFRS published it under section 55(1) of the Police Act 1996.\""), &[]),
            (
                &response(
                    "joint = \"HMICFRS published it under s.55(1) Police Act 1996. We comment under s.55(1) Police Act 1996.\"",
                ),
                &["s.55(1)"],
            ),
            (&response("joint = \"Under section 55(5) of the Police Act 1996.\""), &[]),
            (&response("joint = \"Under section 55 of the Police Act 1996.\""), &[]),
        ],
    );
}

#[test]
fn placeholder_text() {
    table(
        &r::placeholder_text::RULE,
        &[
            (&response("joint = \"\"\"\nThe PCC accepts.\n\n[insert text]\"\"\""), &["[insert text]"]),
            (&response("signed_by = \"TBC\""), &["TBC"]),
            (&response("reply = \"…\""), &["…"]),
            ("key_findings = \"xxx\"", &["xxx"]),
            ("[[recommendation]]\ntext = \"TODO\"\nowner = \"tbc\"", &["TODO", "tbc"]),
            (
                "[[recommendation]]\ntext = \"x\"\n[[recommendation.update]]\ndate = 2020-05-20\nnote = \"See ???\"",
                &["???"],
            ),
            ("[[judgment]]\nquestion = \"Lorem ipsum\"\ngrade = \"TBD\"", &["Lorem ipsum", "TBD"]),
            ("url = \"https://example.org/TODO\"", &[]),
            ("[[recommendation]]\ntext = \"x\"\ndeadline = \"TBC\"", &[]), // as printed
            (&response("joint = \"See https://example.org/xxx?TBC for more … of it.\""), &[]),
        ],
    );
}

#[test]
fn not_required_without_because() {
    table(
        &r::not_required_without_because::RULE,
        &[
            (&response("required = false"), &["false"]),
            (&response("required = false\nbecause = \" \""), &["false"]),
            (&response("required = false\nbecause = \"Another force.\""), &[]),
            (&response("required = true"), &[]),
            (&response("covered_by = \"other\""), &["\"other\""]),
            (&response("covered_by = \"other\"\nbecause = \"The same words.\""), &[]),
            (&response("answered_by = \"other\""), &[]),
        ],
    );
}

#[test]
fn url_is_no_web_address() {
    table(
        &r::url_is_no_web_address::RULE,
        &[
            ("url = \"www.example.org/a\"", &["\"www.example.org/a\""]),
            ("url = \"HTTPS://example.org\"", &[]),
            ("url = \"http://example.org\"\n[response]\nurl = \"response.pdf\"", &["\"response.pdf\""]),
            ("url = \"https://\"", &["\"https://\""]),
            ("url = \"\"", &["\"\""]),
            ("url = \"javascript:alert(1)\"", &["\"javascript:alert(1)\""]),
            ("url = \"ééééééééé\"", &["\"ééééééééé\""]),
        ],
    );
    let help = |url: &str| in_record(&format!("url = \"{url}\""))[0].help.clone().unwrap();
    assert_eq!(help("www.example.org/a"), "write https:// before it");
    for other in ["ftp://example.org", "C:/report.pdf", "see the letter", "a@example.org"] {
        assert!(help(other).starts_with("copy the address"), "{other}");
    }
}

#[test]
fn nothing_of_a_record_is_quoted_raw_or_at_length() {
    let long = "\\u001b[31m".repeat(500);
    let record = format!(
        "follows = [\"{long}\"]\n[[recommendation]]\nlabel = \"{long}\"\nunder = \"x{long}\"\ntext = \"x\"\noutcome = \"not-accepted\"\n[[recommendation.update]]\ndate = 2020-05-20\nstatus = \"closed\"\n[[recommendation.update]]\ndate = 2020-05-20\n"
    );
    let found = in_record(&record);
    assert_eq!(found.len(), 5, "{found:#?}");
    for finding in found {
        let help = finding.help.unwrap_or_default();
        for text in [&finding.message, &finding.label, &help] {
            assert!(!text.contains('\u{1b}') && text.len() < 600, "{text}");
        }
    }
}
