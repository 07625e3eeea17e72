//! Properties: whatever a record says, each format is one document, and says it as text.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value as Json;
use track::check::rules;
use track::diagnostic::{Finding, Fix, Rule};
use track::text::{Edit, Lines, Source, Span, is_hidden, visible};
use track::view::{CHECK_FORMATS, CheckReport, Paint, find_check_format};

use crate::readers::{fitting, gitlab_schema, junit, sarif_schema, workflow_command};

/// Pieces that mean something to a terminal, a browser, a runner or a reader.
const PIECES: &[&str] = &[
    "\u{1b}[31m",
    "\u{202e}",
    "\u{2066}",
    "\u{9b}",
    "\u{7}",
    "\0",
    "\u{feff}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{2028}",
    "]]>",
    "<![CDATA[",
    "<!--",
    "<b>",
    "&amp;",
    "&",
    "\"",
    "'",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "%0A",
    "%25",
    "::",
    "::error file=x::y",
    "##[error]",
    ",",
    ":",
    "|",
    "`",
    "[a](https://x)",
    "[",
    "](",
    "{0}",
    "{",
    "}}",
    "\\",
    "😀",
    "é",
    "e\u{301}",
    " ",
    "word",
    "/",
    "..",
    "#",
    "?",
    "@a",
    "http://x",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => select(PIECES).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => Just("long ".repeat(2_000)),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// A rule of each severity, one that gives no place and one that is looked for only where it was turned on among them.
fn rule() -> impl Strategy<Value = &'static Rule> {
    any::<Index>().prop_map(|index| index.get(&rules().collect::<Vec<_>>()).to_owned())
}

prop_compose! {
    /// A file, a place in it, and what would mend it.
    fn placed()(path in text(), inner in text(), a in any::<Index>(), b in any::<Index>(), with in text())
        -> (track::text::Place, Fix)
    {
        let path = format!("records/{path}.toml");
        let source = Source::new(&path, &inner);
        let (a, b) = (a.index(inner.len() + 1), b.index(inner.len() + 1));
        let place = source.place(Span::new(a.min(b), a.max(b)));
        let span = Span::new(place.byte_start, place.byte_end);
        let mut fix = Fix::safe(format!("write {with}"), vec![Edit::replace(span, with)]);
        let lines = Lines::of(&inner);
        fix.locate(|span| source.region_by(&lines, span));
        (place, fix)
    }
}

prop_compose! {
    fn finding()(
        rule in rule(),
        (place, fix) in placed(),
        message in text(),
        help in prop::option::of(text()),
        related in prop::collection::vec((placed(), text()), 0..3),
        has_fix in any::<bool>(),
    ) -> Finding {
        let mut finding = Finding::in_place(rule, place, message);
        finding.help = help;
        for ((place, _), message) in related {
            finding = finding.related(place, message);
        }
        finding.fix(has_fix.then_some(fix))
    }
}

/// What a format says of findings.
fn written(name: &str, findings: &[Finding], folder: &str) -> String {
    let format = find_check_format(name).unwrap();
    (format.write)(&report(findings, folder, &rules().collect::<Vec<_>>()))
}

fn report<'r>(findings: &'r [Finding], folder: &'r str, rules: &'r [&'static Rule]) -> CheckReport<'r> {
    CheckReport {
        files: &[],
        findings,
        allowed: 0,
        mended: None,
        rules,
        folder,
        version: "1.2.3",
        deny_warnings: false,
        paint: Paint::plain(),
    }
}

/// What is to be read beside the message.
fn beside(finding: &Finding, folder: &str) -> Vec<String> {
    let help = finding.help.iter().map(|help| format!("help: {}", visible(help)));
    let related = finding.related.iter().map(|other| {
        let place = &other.place;
        let path = format!("{folder}/{}", place.path);
        format!("{}:{}:{}: {}", visible(&path), place.line, place.column, visible(&other.message))
    });
    help.chain(related).collect()
}

fn worst_first(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.severity);
    sorted
}

/// Takes the signs of SARIF's escapes away, on both sides of a comparison: a backslash may stand in the text itself.
fn bare(text: &str) -> String {
    text.replace(['\\', '{', '}'], "")
}

fn said(json: &Json) -> &str {
    json["text"].as_str().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_steers_is_left_in_any_format(findings in prop::collection::vec(finding(), 0..4)) {
        for format in CHECK_FORMATS {
            let text = written(format.name, &findings, "a b");
            prop_assert!(text.chars().all(|c| c == '\n' || !is_hidden(c)), "{}: {:?}", format.name, text);
            prop_assert_eq!(&text, &written(format.name, &findings, "a b"), "the same bytes each time");
        }
    }

    #[test]
    fn short_is_a_line_for_each_place(findings in prop::collection::vec(finding(), 0..4)) {
        let mut lines = Vec::new();
        for finding in &findings {
            let at = |place: &track::text::Place| format!("{}:{}:{}", visible(&place.path), place.line, place.column);
            let marked = format!("{}[{}]", finding.severity.as_str(), finding.rule.code);
            lines.push(format!("{}: {marked}: {}", at(&finding.place), visible(&finding.message)));
            let notes = finding.related.iter();
            lines.extend(notes.map(|other| format!("{}: note: {}", at(&other.place), visible(&other.message))));
        }
        let text = written("short", &findings, "not used");
        prop_assert_eq!(text.split_terminator('\n').collect::<Vec<_>>(), lines);
    }

    #[test]
    fn a_runner_reads_each_annotation(findings in prop::collection::vec(finding(), 0..4)) {
        let text = written("github", &findings, "a,b: c");
        let mut lines: Vec<&str> = text.split_terminator('\n').collect();
        let last = lines.pop().unwrap();
        prop_assert!(last.starts_with("checked 0 files: ") && workflow_command(last).is_none());
        prop_assert_eq!(lines.len(), findings.len());
        for (line, finding) in lines.into_iter().zip(worst_first(&findings)) {
            let command = workflow_command(line).unwrap();
            let place = &finding.place;
            let path = format!("a,b: c/{}", place.path);
            prop_assert_eq!(&command.name, finding.severity.as_str());
            prop_assert_eq!(&command.properties["file"], &visible(&path).into_owned());
            prop_assert_eq!(&command.properties["line"], &place.line.to_string());
            let title = format!("{} {}", finding.rule.code, finding.rule.name);
            prop_assert_eq!(&command.properties["title"], &title);
            let is_one_line = place.line == place.end_line;
            prop_assert_eq!(command.properties.contains_key("col"), is_one_line);
            prop_assert_eq!(command.properties.contains_key("endColumn"), is_one_line);
            let mut said = vec![visible(&finding.message).into_owned()];
            said.extend(beside(finding, "a,b: c"));
            prop_assert_eq!(command.message, said.join("\n"));
        }
    }

    #[test]
    fn a_summary_is_a_table_and_nothing_more(
        findings in prop::collection::vec(finding(), 1..4),
        room in 0_usize..40_000,
    ) {
        let rules: Vec<&Rule> = rules().collect();
        let write = find_check_format("github").unwrap().job_summary.unwrap();
        let text = write(&report(&findings, "", &rules), room);
        prop_assert!(text.len() <= room);
        prop_assert!(!text.contains('<') && text.chars().all(|c| c == '\n' || !is_hidden(c)));
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        for row in &rows {
            // A sign with a backslash before it, which none escapes, parts no cells.
            prop_assert_eq!(row.replace("\\\\", "").replace("\\|", "").matches('|').count(), 5, "{}", row);
        }
        if !text.is_empty() {
            let shown = rows.len() - 2;
            let left_out = findings.len() - shown;
            prop_assert_eq!(text.contains(&format!("\n{left_out} finding")), left_out > 0, "{}", text);
        }
    }

    #[test]
    fn gitlab_reads_every_finding(findings in prop::collection::vec(finding(), 0..4)) {
        let json = fitting(&gitlab_schema(), &written("gitlab", &findings, "a b"));
        let issues = json.as_array().unwrap();
        prop_assert_eq!(issues.len(), findings.len());
        let mut marks: Vec<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
        marks.sort_unstable();
        marks.dedup();
        prop_assert_eq!(marks.len(), findings.len(), "no two fingerprints are the same");
        for (issue, finding) in issues.iter().zip(&findings) {
            let mut said = vec![format!("{}: {}", finding.rule.code, visible(&finding.message))];
            said.extend(beside(finding, "a b"));
            prop_assert_eq!(issue["description"].as_str().unwrap(), said.join("; "));
            let path = format!("a b/{}", finding.place.path);
            prop_assert_eq!(issue["location"]["path"].as_str().unwrap(), visible(&path));
            let others = issue["other_locations"].as_array().map_or(0, Vec::len);
            prop_assert_eq!(others, finding.related.len());
        }
    }

    #[test]
    fn sarif_fits_its_schema_and_says_what_was_found(findings in prop::collection::vec(finding(), 0..4)) {
        let text = written("sarif", &findings, "a b");
        let json = fitting(&sarif_schema(), &text);
        let run = &json["runs"][0];
        let results = run["results"].as_array().unwrap();
        prop_assert_eq!(results.len(), findings.len());
        for (result, finding) in results.iter().zip(&findings) {
            let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            prop_assert_eq!(&rule["id"], &result["ruleId"]);
            prop_assert_eq!(rule["id"].as_str().unwrap(), finding.rule.code);
            let help = finding.help.as_ref().map(|help| format!("\nhelp: {}", visible(help)));
            let wanted = format!("{}{}", visible(&finding.message), help.unwrap_or_default());
            let message = said(&result["message"]);
            prop_assert_eq!(bare(message), bare(&wanted));
            prop_assert!(!message.replace("\\]", "").contains("]("), "a link: {}", message);
            let location = &result["locations"][0]["physicalLocation"];
            let uri = location["artifactLocation"]["uri"].as_str().unwrap();
            prop_assert!(uri.starts_with("a%20b/records/") && uri.is_ascii());
            let path = percent_encoding::percent_decode_str(uri).decode_utf8().unwrap();
            prop_assert_eq!(path, format!("a b/{}", finding.place.path), "the very path, once it is decoded");
            prop_assert_eq!(location["region"]["startLine"].as_u64().unwrap(), finding.place.line as u64);
            let related = result["relatedLocations"].as_array().map_or(&[][..], Vec::as_slice);
            prop_assert_eq!(related.len(), finding.related.len());
            for (found, wanted) in related.iter().zip(&finding.related) {
                prop_assert_eq!(bare(said(&found["message"])), bare(&visible(&wanted.message)));
            }
            if let Some(fix) = &finding.fix {
                let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
                let inserted = replacement["insertedContent"]["text"].as_str().unwrap_or_default();
                prop_assert_eq!(inserted, &fix.edits[0].with, "to the byte: it is put into the file");
            }
        }
    }

    #[test]
    fn an_xml_reader_reads_each_case(
        findings in prop::collection::vec(finding(), 0..4),
        files in prop::collection::btree_set(text(), 0..3),
        deny_warnings in any::<bool>(),
    ) {
        let files: Vec<String> = files.into_iter().collect();
        let rules: Vec<&Rule> = rules().collect();
        let report = CheckReport { files: &files, deny_warnings, ..report(&findings, "", &rules) };
        let (tests, failures, cases) = junit(&(find_check_format("junit").unwrap().write)(&report));
        let mut wanted: Vec<&str> = files.iter().map(String::as_str).collect();
        wanted.extend(findings.iter().map(|finding| finding.place.path.as_str()));
        wanted.sort_unstable();
        wanted.dedup();
        prop_assert_eq!(tests, wanted.len());
        prop_assert_eq!(cases.len(), tests);
        prop_assert_eq!(failures, cases.iter().filter(|case| case.failure.is_some()).count());
        for (case, path) in cases.iter().zip(wanted) {
            prop_assert_eq!(&case.name, &visible(path).into_owned());
            let own: Vec<&Finding> = findings.iter().filter(|finding| finding.place.path == path).collect();
            let fails = |finding: &&&Finding| finding.is_error() || deny_warnings;
            let first = own.iter().find(fails);
            prop_assert_eq!(case.failure.is_some(), first.is_some());
            prop_assert_eq!(case.out.is_some(), own.iter().any(|finding| !fails(&finding)));
            if let (Some((message, _)), Some(first)) = (&case.failure, first) {
                prop_assert!(message.ends_with(&*visible(&first.message)));
            }
            for finding in own {
                let text = if fails(&&finding) { &case.failure.as_ref().unwrap().1 } else { case.out.as_ref().unwrap() };
                let head = format!(": {}[{}]: {}\n", finding.severity.as_str(), finding.rule.code, visible(&finding.message));
                prop_assert!(text.contains(&head), "{:?} not in {:?}", head, text);
                for line in beside(finding, "").iter().map(|line| line.trim_start_matches('/')) {
                    prop_assert!(text.contains(line));
                }
            }
        }
    }
}
