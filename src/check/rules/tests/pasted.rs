//! Rules about what comes along when words are pasted.

use super::{in_record, on, r, table};
use crate::diagnostic::{Finding, Rule};
use crate::text::apply_edits;

fn findings(text: &str) -> String {
    format!("key_findings = '''\n{text}'''")
}

fn item(text: &str) -> String {
    format!("[[recommendation]]\ntext = '''{text}'''")
}

/// The body of a record after the fix of its only finding by a rule, and whether that is safe.
#[track_caller]
fn fixed(rule: &'static Rule, body: &str) -> Option<(String, bool)> {
    let head = "title = \"Example inspection\"\ntype = \"national\"\npublished = 2020-05-09\n";
    let found: Vec<Finding> = in_record(body).into_iter().filter(|found| found.rule == rule).collect();
    assert_eq!(found.len(), 1, "{body}: {found:#?}");
    let text = format!("{head}{body}\n");
    let fix = found[0].fix.as_ref()?;
    let made = apply_edits(&text, &fix.edits).unwrap();
    Some((made[head.len()..].trim_end().to_owned(), fix.safe))
}

#[test]
fn hidden_characters() {
    let rule = &r::hidden_characters::RULE;
    table(
        rule,
        &[
            (&findings("man\u{ad}age\u{ad}ment"), &["\\u{ad}"]), // once a text
            (&item("a\u{200b}b"), &["\\u{200b}"]),
            ("[response]\nsigned_by = \"A\u{202e}B\"", &["\\u{202e}"]),
            ("key_findings = \"a\\u00adb\"", &["\"a\\u00adb\""]),
            (&findings("12\u{a0}000 – ‘so’ 👩\u{200d}👧"), &[]),
            ("url = \"https://example.org/\u{ad}\"", &[]),
        ],
    );
    assert_eq!(fixed(rule, &findings("man\u{ad}age\u{ad}ment")), Some((findings("management"), true)));
    assert_eq!(fixed(rule, &findings("\u{202e}x\u{ad}y")), Some((findings("xy"), false)));
    assert_eq!(fixed(rule, &findings("manage\u{ad}\nment")), None);
    assert_eq!(fixed(rule, &findings("2019\u{ad}20")), None);
    // perhaps a hyphen that was seen where it was copied from
    assert_eq!(fixed(rule, &findings("body\u{ad}worn")), Some((findings("bodyworn"), false)));
    assert_eq!(
        fixed(rule, &findings("over\u{ad}sight, oversight")),
        Some((findings("oversight, oversight"), true))
    );
    assert_eq!(fixed(rule, &findings("Kent\u{200b}Police")), Some((findings("KentPolice"), false)));
    // what goes would make the rest another text, or none
    assert_eq!(fixed(rule, "key_findings = \"\"\"a \"\"\u{200b}\" b\"\"\""), None);
    assert_eq!(fixed(rule, "key_findings = '''\u{feff}\n\n- a'''"), None);
    assert_eq!(fixed(rule, "key_findings = \"\u{200b}\""), None);
    assert_eq!(fixed(rule, "key_findings = \"a\\u00adb\""), None);
}

#[test]
fn garbled_characters() {
    let rule = &r::garbled_characters::RULE;
    table(
        rule,
        &[
            (&findings("The forceâ€™s plan, and theirâ€™s"), &["â€™"]),
            (&item("\u{f0b7} plans"), &["\\u{f0b7} "]),
            (&findings("Dŵr, tŷ, naïve, £5, “Â’r”"), &[]),
        ],
    );
    assert_eq!(fixed(rule, &findings("ef\u{fb01}cient")), Some((findings("efficient"), true)));
    let (from, to) = ("x:\n\u{f0b7}\tplans â€“ so\n\u{f0b7}\tmore", "x:\n- plans – so\n- more");
    assert_eq!(fixed(rule, &findings(from)), Some((findings(to), false)));
    assert_eq!(fixed(rule, &findings("a\u{fffd}b â€™s")), None);
}

#[test]
fn protective_marking() {
    let rule = &r::protective_marking::RULE;
    for line in [
        "OFFICIAL",
        "OFFICIAL-SENSITIVE",
        "OFFICIAL – SENSITIVE",
        "[OFFICIAL: SENSITIVE]",
        "Official - Sensitive",
        "Not Protectively Marked",
        "NOT PROTECTIVELY MARKED",
        "RESTRICTED",
        "Protective marking: Official",
        "DRAFT",
        "DRAFT V0.3",
        "DRAFT VERSION 2",
        "Government Security Classification: official",
        "DRAFT RESPONSE",
        "*** DRAFT ***",
        "NOT FOR PUBLICATION",
    ] {
        table(rule, &[(&findings(&format!("{line}\n\nThe force is sound.")), &[line])]);
    }
    for text in [
        "Official statistics are kept.",
        "OFFICIAL STATISTICS ARE KEPT",
        "The report was marked OFFICIAL-SENSITIVE until March.",
        "Draft",
        "Draft guidance was read by all officers",
        "A draft of the plan",
        "DRAFT POLICE PLAN",
        "PROTECT",
        "Protective marking is looked at each year",
        "Official-sensitive papers are kept apart",
        "Official-Sensitive.",
        "Restricted duties",
        "NOT all forces do",
        "Protective equipment is kept",
        "Security of data",
        "Offices",
        "ÉCOLE",
        "",
    ] {
        table(rule, &[(&findings(&format!("{text}\n\nThe force is sound.")), &[])]);
    }
}

#[test]
fn word_broken_by_hyphen() {
    let rule = &r::word_broken_by_hyphen::RULE;
    table(
        rule,
        &[
            (&findings("The recom- mendations are kept."), &["recom- mendations"]),
            (&findings("The Con-\nstabulary"), &["Con-"]),
            (&findings("Registers matter; this reg-\nisters well: registers"), &["reg-"]), // stands elsewhere whole
            (&findings("two- and three-year plans"), &[]),
            (&findings("a long-\nterm plan for long-term care"), &[]),
            (&findings("- plans\n- train-\n\ning"), &[]),
            (&findings("police - policing – well-being"), &[]),
            (&findings("x- y, 2020- 2021"), &[]),
            (&findings("pre- and post-recommendation"), &[]),
        ],
    );
    let (from, to) = ("The recom-\nmendations and man- agement", "The recommendations and management");
    assert_eq!(fixed(rule, &findings(from)), Some((findings(to), false)));
}

#[test]
fn page_number_in_text() {
    let rule = &r::page_number_in_text::RULE;
    for line in ["Page 3 of 12", "PAGE 3 OF 12", "3 | Page", "12 | P a g e", "P a g e 3"] {
        table(rule, &[(&findings(&format!("One.\n{line}\nTwo.")), &[line])]);
    }
    for line in [
        "See page 3",
        "Page 3",
        "page 3",
        "Page 3 says so",
        "Page three",
        "Pages 3 to 12",
        "3",
        "Page",
        "3 page",
        "Page of",
    ] {
        table(rule, &[(&findings(&format!("One.\n{line}\nTwo.")), &[])]);
    }
}

#[test]
fn list_mark_not_shown() {
    let rule = &r::list_mark_not_shown::RULE;
    table(
        rule,
        &[
            (&findings("Look at:\n● plans\n● training"), &["● "]),
            (&item("· With immediate effect, review it."), &["· "]),
            (&findings("•\tplans"), &["•    "]),
            (&findings("•plans"), &["•"]),
            (&findings("-\tplans\n-\ttraining"), &["-    "]),
            (&findings("Look at:\n* plans"), &["* "]),
            (&findings("– plans\n– training"), &["– "]),
            (&findings("o  plans\no  training"), &["o  "]),
            (&findings("We will\n* plan\n\n* train\n\n* plan again"), &["* "]), // the list begins behind a blank line
            (&findings("Look at:\n* plans that\n  go on\n* training"), &["* "]),
            (&findings("- plans\n• training"), &[]),
            (&findings("✓ plans\n✓ training\n□ cells"), &[]), // what is done, and what not
            (&findings("o fewn tri mis\no flaen y panel"), &[]),
            (&findings("The force\n– as was said –\nwill do so\n– by autumn –\nin full."), &[]),
            (&findings("“It is well.”\n— HMICFRS\n\nSo it is.\n\n— The panel"), &[]),
            (&findings("It is so\n– as was said – of all."), &[]),
            (&findings("It is so.\n* Figures of 2019."), &[]),
            (&findings("**Bold** words\n*italic* words"), &[]),
            (&findings("-5 per cent\n-6 per cent"), &[]),
            (&findings("of it\nor that\non all\n***\n---\n• "), &[]),
        ],
    );
    let (from, to) = ("Look at:\n ●\u{a0}plans\n•\t“more”", "Look at:\n - plans\n- “more”");
    // of two kinds: one may stand under the other
    assert_eq!(fixed(rule, &findings(from)), Some((findings(to), false)));
    assert_eq!(fixed(rule, &findings("- a\n● b")), Some((findings("- a\n- b"), false)));
    assert_eq!(fixed(rule, &findings("●\u{a0}a\r\n ● b")), Some((findings("- a\r\n - b"), true)));
    assert_eq!(fixed(rule, &findings("x:\n* a\n* b")), Some((findings("x:\n- a\n- b"), false)));
}

#[test]
fn title_as_pasted() {
    let rule = &r::title_as_pasted::RULE;
    let found = |title: &str| {
        let text = format!("title = {title}\ntype = \"national\"\npublished = 2020-05-09\n");
        let found = on(&[("records/x.toml", &text)], "2020-06-01");
        let found: Vec<_> = found.into_iter().filter(|found| found.rule == rule).collect();
        assert!(found.len() < 2, "{title}");
        found.into_iter().next().map(|found| {
            let fix = found.fix.map(|fix| (apply_edits(&text, &fix.edits).unwrap(), fix.safe));
            fix.map(|(text, safe)| (text.lines().next().unwrap().to_owned(), safe))
        })
    };
    let mends = |title: &str, to: &str, safe: bool| {
        assert_eq!(found(title), Some(Some((format!("title = {to}"), safe))), "{title}");
    };
    mends("\"Roads and motorways.pdf\"", "\"Roads and motorways\"", false);
    mends("\"Inspection Title: Roads and motorways\"", "\"Roads and motorways\"", false);
    mends("\"Roads and motorways – HMICFRS\"", "\"Roads and motorways\"", false);
    mends("\"Roads | GOV.UK\"", "\"Roads\"", false);
    mends("\"Roads  and motorways \"", "\"Roads and motorways\"", true);
    mends("\"Roads  and 12\u{a0}motorways\"", "\"Roads and 12\u{a0}motorways\"", true);
    mends("'''Counter-\nterrorism'''", "'''Counter- terrorism'''", false);
    mends("'''Roads\nand motorways'''", "'''Roads and motorways'''", true);
    assert_eq!(found("\"Roads\\nand motorways\""), Some(None));
    assert_eq!(found("\"ROADS AND MOTORWAYS: A VISIT\""), Some(None));
    for title in [
        "\"Roads and motorways\"",
        "\"PEEL 2021/22: HMICFRS\"",
        "\"PEEL CUMBRIA\"",
        "\"Report on roads\"",
        "\"A visit by HMICFRS\"",
        "\"Report: a year of change\"",
        "\"Title deeds: a visit\"",
        "\"999: A DAY\"",
        "\"Counter-terrorism policing – An inspection\"",
    ] {
        assert_eq!(found(title), None, "{title}");
    }
}

#[test]
fn places_are_those_of_the_file_however_it_is_written() {
    let pasted =
        "e\u{301} 👮🏽 𐍈 – the recom- mendations and man\u{ad}age\u{ad}ment of ef\u{fb01}ciency\n● a\n● b,";
    for quotes in ["\"\"\"", "'''"] {
        for (end, mark) in [("\n", ""), ("\r\n", ""), ("\n", "\u{feff}")] {
            let text = format!(
                "{mark}title = \"T\"\ntype = \"national\"\npublished = 2020-05-09\nkey_findings = {quotes}\n{pasted}{quotes}\n"
            );
            let text = text.replace('\n', end);
            let found = on(&[("records/x.toml", &text)], "2020-06-01");
            assert_eq!(found.len(), 4, "{found:#?}");
            for finding in found {
                let Some(fix) = finding.fix else { panic!("{finding:#?}") };
                assert_eq!(finding.place.byte_start, fix.edits[0].span.start, "the first of its mends");
                for (edit, region) in fix.edits.iter().zip(&fix.regions) {
                    // The same by counting from the beginning of the line.
                    let head = text[..edit.span.start].trim_start_matches('\u{feff}');
                    let line = head.rsplit('\n').next().unwrap();
                    let expected = (head.matches('\n').count() + 1, line.encode_utf16().count() + 1);
                    assert_eq!((region.line, region.column), expected, "{edit:?}");
                    let length = text[edit.span.start..edit.span.end].encode_utf16().count();
                    assert_eq!((region.end_line, region.end_column), (region.line, region.column + length));
                }
            }
        }
    }
    // where the file writes escapes, the whole text is pointed at and nothing is mended
    let found = on(
        &[(
            "records/x.toml",
            "title = \"T\"\ntype = \"national\"\npublished = 2020-05-09\nkey_findings = \"\\u00e9 recom- mendations a\\u00ADb\"\n",
        )],
        "2020-06-01",
    );
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|found| (found.place.column, found.place.end_column) == (16, 51)), "{found:#?}");
    assert!(found.iter().all(|found| found.fix.is_none()));
}

#[test]
fn the_largest_pasted_texts_take_no_time() {
    for piece in [
        "ab- cd ",
        "abc- abc ",
        "\u{ad}x",
        &format!("man\u{ad}agement {} ", "x".repeat(450)), // as many mends as are made at once, all in one line
        "â€™",
        "* a\n",
        "● a\n",
        "o a\n",
        "Page 3\n",
        "HM",
        "HMICFR",
        "07 ",
        "a.b@c",
        "“",
        "(",
        "The same\n\n",
        "all 5 recommendations and ",
        "recommendation: ",
        "HMICFRS made five recommendations. ",
        "Kent Police accept ",
        "Her Majesty’s Inspectorate ",
        "man\u{ad}age\u{ad}ment ",
        "\u{ad}",
        " accept",
        "DRAFT A\n",
        "\u{f0b7}\t",
    ] {
        let text = piece.repeat(900_000 / piece.len());
        let body = format!(
            "key_findings = '''\n{text}'''\nrecommendations_made = 3\n[response]\nlocal_policing_body = 'x'\n"
        );
        let _ = in_record(&body);
        let body = format!(
            "published = 2023-05-09\nrecommendations_made = 3\n[response]\nlocal_policing_body = '''\n{text}'''\n"
        );
        let _ = in_record(&body);
    }
}
