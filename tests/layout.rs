//! The layout of records: cases as folders of `in.toml` and `out.toml`, and properties.
//!
//! A case that is refused has `refused` as its `out.toml`. `ACCEPT=1 cargo test --test layout` takes what comes out as
//! right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "layout/hostile.rs"]
mod hostile;
mod support;

use std::fs;
use std::path::PathBuf;

use hostile::hostile_record;
use proptest::prelude::*;
use support::own_root;
use track::edit::{LayoutFault, lay_out};

fn laid_out(text: &str) -> Result<String, LayoutFault> {
    Ok(lay_out("records/x.toml", text.as_bytes())?.unwrap_or_else(|| text.to_owned()))
}

fn folders(path: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(own_root().join(path)).unwrap();
    let mut found: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn every_case_comes_out_as_written() {
    let cases = folders("tests/fixtures/layout");
    assert!(cases.len() >= 20, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let text = fs::read_to_string(case.join("in.toml")).unwrap();
        let made = laid_out(&text).unwrap_or_else(|fault| match fault {
            LayoutFault::Misread(_) => "refused\n".to_owned(),
            LayoutFault::SaysOther => panic!("{}", case.display()),
        });
        let out = case.join("out.toml");
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&out, &made).unwrap();
        } else if fs::read_to_string(&out).unwrap_or_default() != made {
            wrong.push(format!("{}\n{made}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n----\n"));
}

/// Lays a text out and holds every promise against it; the new text, or none where the file is misread.
fn held(text: &str) -> Option<String> {
    match laid_out(text) {
        Ok(new) => {
            assert_eq!(laid_out(&new).as_deref(), Ok(&*new), "a second time changes more: {text:?}");
            assert_eq!(comments(text), comments(&new), "{text:?}");
            assert!(new.is_empty() || new == "\u{feff}" || new.ends_with('\n'), "{text:?}");
            assert_eq!(text.starts_with('\u{feff}'), new.starts_with('\u{feff}'), "{text:?}");
            Some(new)
        }
        Err(LayoutFault::Misread(findings)) => {
            assert!(!findings.is_empty(), "refused without a reason: {text:?}");
            None
        }
        Err(LayoutFault::SaysOther) => panic!("it would say something else: {text:?}"),
    }
}

/// The comments of a text by a reader of our own for tests: what begins with `#` outside of quotes.
fn comments(text: &str) -> Vec<&str> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        at += match c {
            '#' => {
                let comment = rest.split('\n').next().unwrap();
                found.push(comment.trim_end_matches([' ', '\t', '\r']));
                comment.len()
            }
            '"' | '\'' => quoted(rest, c),
            _ => c.len_utf8(),
        };
    }
    found.sort_unstable();
    found
}

/// The length of a text between quotes.
fn quoted(text: &str, quote: char) -> usize {
    let triple = String::from(quote).repeat(3);
    let ends = if text.starts_with(&triple) { triple } else { String::from(quote) };
    let mut at = ends.len();
    while at < text.len() && !text[at..].starts_with(&ends) {
        at += usize::from(quote == '"' && text[at..].starts_with('\\'));
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    let more = text[at..].len() - text[at..].trim_start_matches(quote).len();
    at + if ends.len() == 3 { more.min(5) } else { more.min(1) }
}

/// What a text says by another reader than ours.
fn by_another_reader(text: &str) -> Option<toml::Table> {
    toml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()
}

fn known_texts() -> Vec<String> {
    let read = |path: PathBuf| fs::read_to_string(path).unwrap();
    let mut texts: Vec<String> = support::own_records().into_iter().map(|(_, text)| text).collect();
    for folder in ["tests/fixtures/layout", "tests/fixtures/editing"] {
        texts.extend(folders(folder).into_iter().map(|case| read(case.join("in.toml"))));
    }
    texts
}

#[test]
fn own_records_have_the_layout() {
    for (path, text) in support::own_records() {
        assert_eq!(lay_out(&path, text.as_bytes()), Ok(None), "{path}: run `cargo run -- fmt`");
    }
}

#[test]
fn every_promise_holds_for_known_texts_whatever_their_line_ends() {
    for text in known_texts() {
        let plain = held(&text);
        let crlf = held(&text.replace("\r\n", "\n").replace('\n', "\r\n"));
        if !text.contains("\r\n") {
            assert_eq!(plain.map(|plain| plain.replace('\n', "\r\n")), crlf);
        }
        held(&format!("\u{feff}{text}"));
        held(text.trim_end());
        held(&text.replace('\n', "\n\n"));
    }
}

#[test]
fn check_finds_the_same_before_and_after() {
    let found = |text: &str| {
        let files: [(&str, &str); 1] = [("records/x.toml", &*text.to_owned().leak())];
        let examined = track::check::examine(&files, "2026-11-23".parse().unwrap(), None);
        let mut found: Vec<_> = examined
            .findings
            .iter()
            // What the layout itself mends.
            .filter(|finding| !["newer-toml", "no-last-line-end"].contains(&finding.rule.name))
            .map(|finding| (finding.rule.code, finding.message.clone()))
            .collect();
        found.sort();
        found
    };
    for text in known_texts() {
        if let Some(new) = held(&text) {
            assert_eq!(found(&text), found(&new), "{text}");
        }
    }
}

#[test]
fn the_same_record_in_any_form_comes_out_the_same() {
    let headers = "title = 'x'\ntype = \"peel\"\npublished = 2020-01-02\n[[recommendation]]\ntext = \"a\"\n\
        [[recommendation.update]]\ndate = 2020-02-03\n[response]\npublished = 2020-02-04\n\
        [[response.sent_to]]\nto = \"y\"\non = 2020-02-05\n";
    let braces = "response = { sent_to = [{ on = '2020-02-05', to = \"y\" }], published = \"2020-02-04\" }\n\
        published = \"2020-01-02\"\nrecommendation = [{ update = [{ date = '2020-02-03' }], text = \"a\" }]\n\
        type = \"peel\"\ntitle = 'x'";
    let dots = "response.sent_to = [\n{ to = \"y\", on = 2020-02-05 },\n]\n\"title\"='x'\nrecommendation = [\n\
        {text=\"a\",update=[{date=2020-02-03}]}]\nresponse . published = 2020-02-04\ntype = \"peel\"\n\
        published = 2020-01-02\n";
    assert_eq!(held(headers), held(braces));
    assert_eq!(held(headers), held(dots));
}

#[test]
fn any_cut_of_a_record_is_laid_out_or_refused() {
    for text in known_texts().into_iter().filter(|text| text.len() < 2_500) {
        for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            held(&text[..cut]);
            held(&text[cut..]);
        }
    }
}

#[test]
fn what_is_large_or_deep_keeps_every_promise() {
    let head = "title = \"x\"\ntype = \"peel\"\npublished = 2020-01-01\n";
    let keys: Vec<String> = (0..20_000).map(|n| format!("a.k{n} = 1\n")).collect();
    for tail in [
        format!("a = {}1{}\n", "[".repeat(79), "]".repeat(79)),
        format!("a = {}1{}\n", "{b = ".repeat(79), "}".repeat(79)),
        format!("{} = 1\n", vec!["a"; 70].join(".")),
        format!("recommendation = [{}]\n", "{text=\"a\"},".repeat(20_000)),
        "#\n\n#\n".repeat(50_000),
        format!("corrected = [{}]\n", "\"2020-01-01\", #c\n".repeat(20_000)),
        keys.concat(),
    ] {
        let text = format!("{head}{tail}");
        let new = laid_out(&text).unwrap();
        assert_eq!(laid_out(&new).unwrap(), new, "{}", &tail[..20]);
        assert_eq!(comments(&text), comments(&new), "{}", &tail[..20]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_promise_holds_for_hostile_layouts(text in hostile_record()) {
        if let Some(new) = held(&text) {
            let (before, after) = (by_another_reader(&text).unwrap(), by_another_reader(&new).unwrap());
            prop_assert_eq!(keys(&before), keys(&after));
        }
    }

    #[test]
    fn any_text_is_laid_out_or_refused(text in "(?s)[a-c=\\[\\]{}\"'#., \n\r\t0-9_-]{0,60}") {
        held(&text);
    }
}

/// Every key of a document with its value; dates, which differ by their quotes only, without those.
fn keys(table: &toml::Table) -> Vec<String> {
    fn gather(value: &toml::Value, path: &str, found: &mut Vec<String>) {
        match value {
            toml::Value::Table(table) => table.iter().for_each(|(key, value)| {
                found.push(format!("{path}.{key}"));
                gather(value, &format!("{path}.{key}"), found);
            }),
            toml::Value::Array(items) => {
                items.iter().enumerate().for_each(|(n, item)| gather(item, &format!("{path}[{n}]"), found));
            }
            value => found.push(format!("{path}: {}", value.to_string().trim_matches('"'))),
        }
    }
    let mut found = Vec::new();
    gather(&toml::Value::Table(table.clone()), "", &mut found);
    found.sort();
    found
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that proves nothing says so")]
fn the_public_suite_says_the_same_by_another_reader() {
    let Some(suite) = std::env::var_os("TOML_TEST").map(PathBuf::from) else {
        eprintln!("the public suite is not here: skipped");
        return;
    };
    let mut seen = 0;
    for file in support::files_below(&suite.join("valid")).into_iter().chain(
        support::files_below(&suite.join("invalid")).into_iter().map(|file| format!("../invalid/{file}")),
    ) {
        let path = suite.join("valid").join(&file);
        let is_toml = path.extension().is_some_and(|extension| extension == "toml");
        let Some(text) = is_toml.then(|| fs::read_to_string(&path).ok()).flatten() else { continue };
        seen += 1;
        let new = held(&text);
        if let Some((before, new)) = by_another_reader(&text).zip(new) {
            let after = by_another_reader(&new).unwrap();
            assert_eq!(format!("{before:?}"), format!("{after:?}"), "{file}"); // as text: a NaN is not itself
        }
    }
    assert!(seen > 500, "{seen} files");
}
