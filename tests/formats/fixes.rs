//! What would mend a finding, as SARIF tells it: applied by lines and UTF-16 columns it gives what `track` itself makes.

use std::fs;

use serde_json::Value as Json;
use track::check::{check_record, rules};
use track::config::Settings;
use track::diagnostic::Finding;
use track::schema::read;
use track::text::apply_edits;
use track::view::{CheckReport, Paint, find_check_format};

use crate::readers::{fitting, sarif_schema};
use crate::support::{TODAY, own_root};

const PATH: &str = "records/x.toml";

/// The texts of the cases of mending, and the same in harder forms.
fn texts() -> Vec<String> {
    let folder = own_root().join("tests/fixtures/mending");
    let mut texts: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|case| fs::read_to_string(case.unwrap().path().join("in.toml")).unwrap())
        .collect();
    texts.sort();
    let harder = texts.clone().into_iter().flat_map(|text| {
        let bare = text.trim_start_matches('\u{feff}').to_owned();
        [format!("\u{feff}{bare}"), bare.replace('\n', "\r\n"), bare.replace("title = \"", "title = \"😀é")]
    });
    texts.extend(harder.collect::<Vec<_>>());
    texts.push("title = \"😀\" # 😀\ntype = \"x\"\npublished = 2020-01-01".to_owned());
    texts.push("\u{feff}titel = \"😀\"\ntype = \"peel\"\npublished = 2020-01-01\nresponse = { published = 1/2/2020, url = 3 }\n".to_owned());
    texts
}

/// Where a line and a column stand in a text, counted as the standard has it: without a byte order mark, in UTF-16.
fn offset(text: &str, line: &Json, column: &Json) -> usize {
    let (line, column) = (line.as_u64().unwrap(), column.as_u64().unwrap());
    let mark = text.strip_prefix('\u{feff}').map_or(0, |rest| text.len() - rest.len());
    let (mut at, mut units) = (mark, 1);
    for _ in 1..line {
        at += text[at..].find('\n').unwrap() + 1;
    }
    for c in text[at..].chars() {
        if units >= column {
            break;
        }
        units += c.len_utf16() as u64;
        at += c.len_utf8();
    }
    assert_eq!(units, column, "no column of {text:?}");
    at
}

fn applied(text: &str, fix: &Json) -> String {
    let replacements = fix["artifactChanges"][0]["replacements"].as_array().unwrap();
    let mut pieces: Vec<(usize, usize, &str)> = replacements
        .iter()
        .map(|replacement| {
            let region = &replacement["deletedRegion"];
            let start = offset(text, &region["startLine"], &region["startColumn"]);
            let end = offset(text, &region["endLine"], &region["endColumn"]);
            (start, end, replacement["insertedContent"]["text"].as_str().unwrap_or_default())
        })
        .collect();
    pieces.sort_by_key(|(start, end, _)| (*start, *end));
    let mut made = text.to_owned();
    for (start, end, with) in pieces.into_iter().rev() {
        made.replace_range(start..end, with);
    }
    made
}

#[test]
fn a_fix_in_sarif_is_the_fix() {
    let rules: Vec<_> = rules().collect();
    let schema = sarif_schema();
    let mut seen = 0;
    for text in texts() {
        let findings: Vec<Finding> = read(PATH, text.as_bytes(), |reading| {
            check_record("x", reading, TODAY.parse().unwrap(), &Settings::default())
        });
        let report = CheckReport {
            files: &[],
            findings: &findings,
            allowed: 0,
            mended: None,
            rules: &rules,
            folder: "",
            version: "1.2.3",
            deny_warnings: false,
            paint: Paint::plain(),
        };
        let sarif = fitting(&schema, &(find_check_format("sarif").unwrap().write)(&report));
        for (finding, result) in findings.iter().zip(sarif["runs"][0]["results"].as_array().unwrap()) {
            let Some(fix) = &finding.fix else {
                assert_eq!(result.get("fixes"), None);
                continue;
            };
            let made = applied(&text, &result["fixes"][0]);
            assert_eq!(Some(made), apply_edits(&text, &fix.edits), "{finding:?}");
            let is_guess =
                result["fixes"][0]["description"]["text"].as_str().unwrap().starts_with("a guess: ");
            assert_eq!(is_guess, !fix.safe);
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}
