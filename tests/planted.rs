//! Seven planted faults, in several files and again in one: each is found where it stands, and hides nothing else.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use support::{Repo, record};

/// A line with a fault: what stands there, the code, and the text from which the finding must point.
struct Fault {
    line: &'static str,
    code: &'static str,
    at: &'static str,
}

/// The faults of one file: two of syntax, two of shape, two of dates. The lines are keys of the record itself.
const FAULTS: [Fault; 6] = [
    Fault { line: "type_as_printed = \"National Inspection", code: "T001", at: "\"National" },
    Fault { line: "recommendations_made = = 8", code: "T001", at: "= 8" },
    Fault { line: "recommendations_for_police = \"one\"", code: "T010", at: "\"one\"" },
    Fault { line: "recomendations_intro = \"x\"", code: "T008", at: "recomendations_intro" },
    Fault { line: "requested_by = 2020-02-30", code: "T006", at: "2020-02-30" },
    Fault { line: "corrected = 26/03/2020", code: "T007", at: "26/03/2020" },
];

fn column(fault: &Fault) -> usize {
    fault.line.find(fault.at).unwrap() + 1
}

/// Asserts that `check` finds exactly these errors, as `(path, line, column, code)`, in both of its forms.
#[track_caller]
fn finds(repo: &Repo, mut expected: Vec<(String, usize, usize, &str)>) {
    expected.sort();
    let json = repo.track("check --format json").ends(1).json();
    let mut found: Vec<_> =
        json["findings"].as_array().unwrap().iter().filter(|one| one["severity"] == "error").collect();
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    found.sort_by_key(|one| (one["path"].to_string(), number(&one["line"]), number(&one["column"])));
    let places: Vec<_> = found
        .iter()
        .map(|one| {
            (
                one["path"].as_str().unwrap().to_owned(),
                number(&one["line"]),
                number(&one["column"]),
                one["code"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(places, expected, "{json:#}");
    assert_eq!(number(&json["errors"]), expected.len());
    let text = repo.track("check").ends(1).out;
    for (path, line, column, code) in &expected {
        let place = format!("--> {path}:{line}:{column}\n");
        let block = text.split("\n\n").find(|block| block.contains(&place));
        assert!(block.is_some_and(|block| block.contains(&format!("error[{code}]"))), "{place}{text}");
    }
    assert_eq!(text.matches("error[").count(), expected.len(), "{text}");
    for one in found {
        let path = repo.path(one["path"].as_str().unwrap());
        let bytes = std::fs::read(path).unwrap();
        let (start, end) = (number(&one["byte_start"]), number(&one["byte_end"]));
        assert!(start <= end && end <= bytes.len());
        let before = std::str::from_utf8(&bytes[..start]).unwrap();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        assert_eq!(number(&one["line"]), before.matches('\n').count() + 1);
        assert_eq!(number(&one["column"]), before[line_start..].chars().count() + 1);
    }
}

fn good() -> [(&'static str, String); 2] {
    [
        ("records/good.toml", record("Good", "2026-11-01")),
        ("records/2020/good-2.toml", record("Good too", "2026-11-02")),
    ]
}

/// The others are listed, the bad are named, the exit status is 1.
fn hides_nothing(repo: &Repo, left_out: &[&str]) {
    let run = repo.track("list --format json").ends(1);
    let list = run.json();
    let names = |key: &str| {
        let all = list[key].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().to_owned());
        all.collect::<Vec<_>>()
    };
    let mut listed = names("inspections");
    listed.sort();
    assert!(
        listed.contains(&"records/2020/good-2.toml".to_owned())
            && listed.contains(&"records/good.toml".to_owned())
    );
    assert_eq!(names("left_out"), left_out);
    for path in left_out {
        assert!(run.err.contains(path), "{path}: {}", run.err);
    }
    assert_eq!(listed.len() + left_out.len(), support::files_below(&repo.path("records")).len());
    repo.track("list").ends(1).says("good-2").tells("left out");
}

#[test]
fn seven_faults_in_several_files() {
    let repo = Repo::with(&good());
    let mut expected = Vec::new();
    let mut paths = Vec::new();
    for (index, fault) in FAULTS.iter().enumerate() {
        // Something before the fault on other lines, of more than one byte a character.
        let text = format!(
            "title = \"Bäd – {index}\"\ntype = \"national\"\npublished = 2026-10-{:02}\n\n{}\nlanguage = \"en\"\n",
            index + 10,
            fault.line
        );
        let path = format!("records/bad-{index}.toml");
        repo.write(&path, text.as_bytes());
        expected.push((path.clone(), 5, column(fault), fault.code));
        paths.push(path);
    }
    repo.write("records/2020/good.toml", record("A copy", "2026-11-03").as_bytes());
    expected.push(("records/good.toml".to_owned(), 1, 1, "T030"));
    finds(&repo, expected);
    hides_nothing(&repo, &paths.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn the_same_faults_in_one_file() {
    for (end, bom) in [("\n", ""), ("\r\n", ""), ("\n", "\u{feff}")] {
        let repo = Repo::with(&good());
        let mut text =
            format!("{bom}title = \"Bad – all\"{end}type = \"national\"{end}published = 2026-10-09{end}");
        let mut expected = Vec::new();
        for (index, fault) in FAULTS.iter().enumerate() {
            text.push_str(&format!("{}{end}", fault.line));
            expected.push(("records/bad.toml".to_owned(), 4 + index, column(fault), fault.code));
        }
        repo.write("records/bad.toml", text.as_bytes());
        repo.write("records/2020/bad.toml", record("Of the same name", "2026-11-03").as_bytes());
        expected.push(("records/bad.toml".to_owned(), 1, 1, "T030"));
        finds(&repo, expected);
        hides_nothing(&repo, &["records/bad.toml"]);
    }
}

#[test]
fn faults_deep_in_tables_are_found_in_place() {
    let lines = [
        ("[[recommendation]]", ""),
        ("text = \"a\"", ""),
        ("kind = \"recomendation\"", "T011 8"),
        ("ours = \"yes\"", "T010 8"),
        ("[[recommendation.update]]", ""),
        ("date = \"2020-06\"", "T011 8"),
        ("status = \"done\"", "T011 10"),
        ("[[recommendation]]", "T009 1"),
        ("label = 3", "T010 9"),
        ("[response]", ""),
        ("sent_to = [{ to = \"é\", on = 2020-13-01 }, { on = 2020-01-01 }]", "T006 29;T009 43"),
        ("public_by = 2020-01-01T10:00:00", "T007 13"),
        ("joint = \"x\"", ""),
        ("joint = \"y\"", "T002 1"),
    ];
    let repo = Repo::with(&good());
    let text = lines.map(|(line, _)| line).join("\n");
    repo.write("records/bad.toml", (record("Bad", "2026-10-09") + &text).as_bytes());
    let expected = lines.iter().enumerate().flat_map(|(index, (_, faults))| {
        faults.split(';').filter(|fault| !fault.is_empty()).map(move |fault| {
            let (code, column) = fault.split_once(' ').unwrap();
            ("records/bad.toml".to_owned(), index + 4, column.parse().unwrap(), code)
        })
    });
    finds(&repo, expected.collect());
    hides_nothing(&repo, &["records/bad.toml"]);
}

#[test]
fn named_files_have_their_own_findings_and_those_across_records() {
    let repo = Repo::with(&good());
    repo.write("records/bad.toml", b"title = 1\n");
    repo.write("records/2020/good.toml", record("A copy", "2026-11-03").as_bytes());
    let codes = |line: &str| {
        let json = repo.track(&format!("check --format json {line}")).json();
        json["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes("records/good.toml"), ["T030"]);
    assert_eq!(codes("./records/../records/good.toml records/gone.toml"), ["T030"]);
    assert!(codes("records/bad.toml").len() > 3);
}

/// The codes and paths of what is found.
fn found_in(run: &support::Run) -> Vec<(String, String)> {
    let json = run.json();
    let word = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap().to_owned();
    json["findings"].as_array().unwrap().iter().map(|one| (word(one, "code"), word(one, "path"))).collect()
}

#[test]
fn a_folder_names_what_lies_below_it() {
    let repo = Repo::with(&good());
    for path in ["records/2025/a.toml", "records/2025/may/b.toml", "records/2025-c.toml"] {
        repo.write(path, b"title = 1\n");
    }
    repo.write("records/2025/notes.txt", b"");
    repo.write("records/2025-empty/.gitkeep", b"");
    let found = |line: &str| {
        let mut paths: Vec<String> = found_in(&repo.track(&format!("check --format json {line}")))
            .into_iter()
            .map(|found| found.1)
            .collect();
        paths.dedup();
        paths
    };
    let all =
        ["records/2025-c.toml", "records/2025/a.toml", "records/2025/may/b.toml", "records/2025/notes.txt"];
    for line in ["records/", "records", ".", "records/../records/.", "records/2025 records/2025-c.toml"] {
        assert_eq!(found(line), all, "{line}");
        repo.track(&format!("check {line}")).ends(1).says("errors");
    }
    assert_eq!(found("records/2025/"), all[1..]);
    assert_eq!(found("records/2025/may"), all[2..3]);
    repo.track("check records/2025/may").ends(1).says("checked 1 file");
    repo.track("check records/2025-empty").ends(0).says("checked 0 files");
    let inside =
        |word: &str| support::finish(repo.command(&["check", word]).current_dir(repo.path("records")));
    inside("2025/may").ends(1).says("checked 1 file");
    inside(".").ends(1).says("notes.txt");
    repo.write("docs/a.md", b"");
    repo.track("check docs").ends(1).tells("`docs` is not a record of this repository");
}

#[test]
fn settings_that_are_named_ask_for_all_and_mend_none() {
    let repo = Repo::with(&good());
    repo.write(
        "records/late.toml",
        b"title = \"Late\"\ntype = \"national\"\npublished = \"4 November 2026\"\n",
    );
    repo.write("track.toml", b"[duty]\nlabel = \"section 55\"\n");
    let all = repo.track("check").ends(1).out;
    let run = repo
        .track("check track.toml")
        .ends(1)
        .tells("note: track.toml is named, so all records are checked\n");
    assert_eq!(run.out, all);
    let run = repo.track("check records/good.toml").ends(0).says("checked 1 file");
    assert_eq!(run.err, "");
    let before = std::fs::read(repo.path("records/late.toml")).unwrap();
    repo.track("check --fix track.toml records/good.toml").ends(1);
    assert_eq!(std::fs::read(repo.path("records/late.toml")).unwrap(), before, "it was not named");
}

#[test]
fn findings_of_the_settings_stand_in_their_place_among_the_others() {
    let repo = Repo::with(&good());
    repo.write("records/bad.toml", b"title = 1\n");
    repo.write("track.toml", b"[duty]\nx = 1\ndays_soon = -1\n");
    let found: Vec<String> =
        found_in(&repo.track("check --format json")).into_iter().map(|found| found.1).collect();
    assert!(found.is_sorted() && found.first() < found.last(), "{found:?}");
}
