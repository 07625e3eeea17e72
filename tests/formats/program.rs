//! The program itself: paths, places of several files, silence, the same bytes, and what goes together.

use std::fs;

use serde_json::Value as Json;
use track::check::rules;
use track::view::CHECK_FORMATS;

use crate::readers::{fitting, gitlab_schema, junit, sarif_schema, workflow_command};
use crate::support::{Repo, finish, record};

const MACHINE: [&str; 6] = ["short", "json", "github", "gitlab", "sarif", "junit"];

/// An error in one file with a character of two code units before it, and a pair of files of the same report.
fn repo() -> Repo {
    Repo::with(&[
        (
            "records/2026/one.toml",
            "title = \"One\"\ntype = \"national\"\nforces = [\"😀\", 3]\npublished = 2026-11-01\n",
        ),
        ("records/a.toml", record("Same", "2026-11-01").as_str()),
        ("records/b.toml", record("Same", "2026-11-02").as_str()),
        ("records/clean.toml", record("Other", "2026-11-01").as_str()),
    ])
}

/// The same below the top of a git repository.
fn below_the_top() -> Repo {
    let repo = repo();
    fs::create_dir_all(repo.path("offices/the north")).unwrap();
    fs::rename(repo.path("records"), repo.path("offices/the north/records")).unwrap();
    fs::create_dir(repo.path(".git")).unwrap();
    repo
}

fn results(sarif: &Json) -> &Vec<Json> {
    sarif["runs"][0]["results"].as_array().unwrap()
}

#[test]
fn every_format_shows_both_places_of_a_finding_over_two_files() {
    let repo = repo();
    let run = |format: &str| repo.track(&format!("check --format {format}")).ends(1).out;
    assert!(run("short").contains("records/a.toml:1:9: note: the other record\n"));
    assert!(run("github").contains("%0Arecords/a.toml:1:9: the other record\n"));
    assert!(run("junit").contains("\n  records/a.toml:1:9: the other record\n"));
    let gitlab = fitting(&gitlab_schema(), &run("gitlab"));
    let twin =
        gitlab.as_array().unwrap().iter().find(|issue| issue["check_name"] == "likely-duplicate").unwrap();
    assert_eq!(twin["location"]["path"], "records/b.toml");
    assert_eq!(twin["other_locations"][0]["path"], "records/a.toml");
    let sarif = fitting(&sarif_schema(), &run("sarif"));
    let twin = results(&sarif).iter().find(|result| result["ruleId"] == "T045").unwrap();
    let other = &twin["relatedLocations"][0];
    assert_eq!(other["message"]["text"], "the other record");
    assert_eq!(other["physicalLocation"]["artifactLocation"]["uri"], "records/a.toml");
}

#[test]
fn columns_are_characters_for_people_and_utf_16_for_sarif() {
    let repo = repo();
    repo.track("check --format short").ends(1).says("records/2026/one.toml:3:16: error[T010]");
    let sarif = repo.track("check --format sarif").ends(1).json();
    let region = &results(&sarif)[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        *region,
        serde_json::json!({"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 18})
    );
}

#[test]
fn code_hosts_get_paths_from_the_top_of_the_git_repository() {
    let repo = below_the_top();
    let run = |format: &str| {
        let mut command = repo.command(&["check", "--format", format, "--repo", "offices/the north"]);
        finish(&mut command).ends(1).out
    };
    assert!(run("text").contains("--> records/2026/one.toml:3:16"));
    assert!(run("short").starts_with("records/2026/one.toml:3:16: "));
    let json: Json = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(json["findings"][0]["path"], "records/2026/one.toml");
    let github = run("github");
    let command = workflow_command(github.lines().next().unwrap()).unwrap();
    assert_eq!(command.properties["file"], "offices/the north/records/2026/one.toml");
    let gitlab = fitting(&gitlab_schema(), &run("gitlab"));
    assert_eq!(gitlab[0]["location"]["path"], "offices/the north/records/2026/one.toml");
    let sarif = fitting(&sarif_schema(), &run("sarif"));
    let location = &results(&sarif)[0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(location["uri"], "offices/the%20north/records/2026/one.toml");
    assert_eq!(sarif["runs"][0]["automationDetails"]["id"], "track-check/offices/the%20north/");
    let (_, _, cases) = junit(&run("junit"));
    assert_eq!(cases[0].file, "offices/the north/records/2026/one.toml");
}

#[test]
fn nothing_found_is_an_empty_report() {
    let repo = Repo::with(&[
        ("records/a.toml", record("A", "2026-11-01")),
        ("records/b.toml", record("B", "2026-11-01")),
    ]);
    let run = |format: &str| repo.track(&format!("check --format {format}")).ends(0).out;
    assert_eq!(run("short"), "");
    assert_eq!(run("github"), "checked 2 files: nothing to find fault with\n");
    assert_eq!(run("gitlab"), "[]\n");
    let sarif = fitting(&sarif_schema(), &run("sarif"));
    assert!(results(&sarif).is_empty());
    assert_eq!(sarif["runs"][0]["invocations"][0]["executionSuccessful"], true);
    let (tests, failures, cases) = junit(&run("junit"));
    assert_eq!((tests, failures), (2, 0));
    assert!(cases.iter().all(|case| case.failure.is_none() && case.out.is_none()));
    assert_eq!(cases[1].name, "records/b.toml");
}

#[test]
fn no_records_at_all_is_an_empty_report_too() {
    let repo = Repo::with::<&str, &str>(&[]);
    let run = |format: &str| repo.track(&format!("check --format {format}")).ends(0).out;
    assert_eq!(junit(&run("junit")), (0, 0, Vec::new()));
    assert_eq!(run("gitlab"), "[]\n");
    fitting(&sarif_schema(), &run("sarif"));
}

#[test]
fn warnings_fail_a_case_only_where_they_fail_the_check() {
    let repo = repo();
    let (tests, failures, cases) = junit(&repo.track("check --format junit").ends(1).out);
    assert_eq!((tests, failures), (4, 1));
    let twin = cases.iter().find(|case| case.name == "records/b.toml").unwrap();
    assert!(twin.failure.is_none() && twin.out.as_ref().unwrap().contains("warning[T045]"));
    let (_, failures, cases) = junit(&repo.track("check --format junit --deny-warnings").ends(1).out);
    assert_eq!(failures, 2);
    let twin = cases.iter().find(|case| case.name == "records/b.toml").unwrap();
    assert!(twin.failure.as_ref().unwrap().1.contains("warning[T045]") && twin.out.is_none());
}

#[test]
fn settings_with_a_fault_are_a_case_of_their_own() {
    let repo = Repo::with(&[
        ("track.toml", "nonsense = 1\n".to_owned()),
        ("records/a.toml", record("A", "2026-11-01")),
    ]);
    let (tests, failures, cases) = junit(&repo.track("check --format junit").ends(1).out);
    assert_eq!((tests, failures), (2, 1));
    assert_eq!(cases[1].name, "track.toml");
}

#[test]
fn named_files_are_the_cases() {
    let repo = repo();
    let (tests, _, cases) = junit(&repo.track("check records/clean.toml --format junit").ends(0).out);
    // What is found across records is always told, with a case of its own.
    let names: Vec<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!((tests, names), (2, vec!["records/b.toml", "records/clean.toml"]));
}

#[test]
fn ten_runs_give_the_same_bytes() {
    let repo = below_the_top();
    for format in CHECK_FORMATS {
        let args = ["check", "--format", format.name, "--repo", "offices/the north"];
        let first = repo.run(&args).out;
        for _ in 1..10 {
            assert_eq!(repo.run(&args).out, first, "{}", format.name);
        }
        let ground = repo.dir.path().to_str().unwrap();
        assert!(!first.contains(ground), "{}: an absolute path", format.name);
    }
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_days_pass() {
    let late = "title = \"A\"\ntype = \"national\"\npublished = 2026-01-05\n";
    let twice = "titel = 1\n\n[[recommendation]]\ntext = \"x\"\nnonsense = 1\n\n[[recommendation]]\ntext = \"y\"\nnonsense = 1\n";
    let marks = |before: &str, today: &str| -> Vec<String> {
        let repo = Repo::with(&[("records/a.toml", format!("{before}{late}{twice}"))]);
        let run = repo.track(&format!("check --format gitlab --today {today}")).ends(1);
        let issues = fitting(&gitlab_schema(), &run.out);
        issues
            .as_array()
            .unwrap()
            .iter()
            .map(|issue| issue["fingerprint"].as_str().unwrap().to_owned())
            .collect()
    };
    let first = marks("", "2026-11-23");
    assert_eq!(first.len(), 4, "{first:?}");
    assert_ne!(first[2], first[3], "of two equal findings each has its own");
    assert_eq!(marks("# a comment\n\n", "2026-11-23"), first);
    let late = |today: &str| {
        let repo = Repo::with(&[("records/a.toml", late)]);
        let sarif = repo.track(&format!("check --format sarif --today {today}")).ends(0).json();
        let result = results(&sarif)[0].clone();
        (result["message"]["text"].clone(), result["partialFingerprints"].clone())
    };
    let (one, other) = (late("2026-11-23"), late("2026-11-24"));
    assert!(one.0 != other.0 && one.1 == other.1, "{one:?} {other:?}");
}

#[test]
fn every_rule_has_its_page_in_sarif() {
    let repo = repo();
    let sarif = fitting(&sarif_schema(), &repo.track("check --format sarif").ends(1).out);
    let told = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(told.len(), rules().count());
    for (told, rule) in told.iter().zip(rules()) {
        assert_eq!((told["id"].as_str(), told["name"].as_str()), (Some(rule.code), Some(rule.name)));
        assert_eq!(told["shortDescription"]["text"], rule.summary);
        let whole = told["fullDescription"]["text"].as_str().unwrap();
        assert!(whole.chars().count() <= 1_024, "{}: GitHub shows no more", rule.code);
        let (text, markdown) = (&told["help"]["text"], told["help"]["markdown"].as_str().unwrap());
        assert!(text.as_str().unwrap().contains("Does not"), "{}", rule.code);
        let prose: String = markdown.split('`').step_by(2).collect();
        assert!(!prose.contains('<') && !prose.contains("]("), "{}: {prose}", rule.code);
        assert_eq!(told["defaultConfiguration"]["level"], rule.severity.as_str());
    }
}

#[test]
fn errors_are_annotated_first_and_many_are_counted() {
    let mut files = vec![("records/a.toml".to_owned(), record("Same", "2026-11-01"))];
    files.extend((0..12).map(|n| {
        (format!("records/r-{n}.toml"), format!("{}nonsense = 1\n", record(&format!("R {n}"), "2026-11-01")))
    }));
    files.push(("records/0.toml".to_owned(), record("Same", "2026-11-02")));
    let repo = Repo::with(&files);
    let run = repo.track("check --format github").ends(1);
    let names: Vec<String> =
        run.out.lines().filter_map(workflow_command).map(|command| command.name).collect();
    assert_eq!(names[..12], ["error"; 12]);
    assert_eq!(names[12..], ["warning", "notice"]);
    assert!(run.out.ends_with("\nchecked 14 files: 12 errors, 1 warning\n"));
    let notice = run.out.lines().rev().find_map(workflow_command).unwrap();
    assert!(notice.message.contains("GitHub shows the first 10 of each"), "{notice:?}");
}

#[test]
fn a_job_summary_is_added_to_and_a_failure_is_told() {
    let repo = repo();
    let run = |format: &str, path: &str| {
        finish(repo.command(&["check", "--format", format]).env("GITHUB_STEP_SUMMARY", path))
    };
    repo.write("summary.md", b"# before\n");
    assert_eq!(run("github", "summary.md").ends(1).err, "");
    let summary = fs::read_to_string(repo.path("summary.md")).unwrap();
    assert!(
        summary
            .starts_with("# before\n## track check\n\nchecked 4 files: 1 error, 1 warning\n\n| Severity |")
    );
    assert_eq!(summary.matches("\n| error |").count(), 1);
    for format in CHECK_FORMATS.iter().filter(|format| format.job_summary.is_none()) {
        run(format.name, "other.md").ends(1);
        assert!(!repo.path("other.md").exists(), "{}", format.name);
    }
    run("github", "other.md").ends(1);
    assert!(repo.path("other.md").exists());
    assert_eq!(run("github", "").ends(1).err, "", "set to nothing is not set");
    run("github", "no/such/folder.md").ends(3).tells("cannot write the job summary").says("::error file=");
    run("github", "records").ends(3).tells("it is no file");
    repo.write("summary.md", &vec![b'x'; 1024 * 1024]);
    run("github", "summary.md").ends(1).tells("the job summary is full");
    assert_eq!(fs::read(repo.path("summary.md")).unwrap().len(), 1024 * 1024);
}

#[test]
fn what_does_not_go_together_is_said() {
    let repo = repo();
    for format in MACHINE {
        repo.track(&format!("check --diff --format {format}")).ends(2).tells("--diff is for people");
    }
    repo.track("check --overwrite").ends(2).tells("--overwrite goes with --output FILE");
    repo.track("check --overwrite --output -").ends(2).tells("--overwrite goes with --output FILE");
    repo.track("check --format nonsense")
        .ends(2)
        .tells("possible values: text, short, json, github, gitlab, sarif, junit");
}

#[test]
fn with_fix_every_format_tells_what_is_left() {
    for format in MACHINE {
        let repo =
            Repo::with(&[("records/a.toml", "title = \"A\"\ntype = \"National\"\npublished = 2026-11-01\n")]);
        let run = repo.track(&format!("check --fix --format {format}")).ends(0);
        assert!(!run.out.contains("T011") || format == "sarif", "{format}: {}", run.out);
        assert!(fs::read_to_string(repo.path("records/a.toml")).unwrap().contains("\"national\""));
    }
}
