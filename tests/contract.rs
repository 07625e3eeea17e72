//! What users and scripts rely on: the keys of machine output, exit statuses, flags, ids, states and counts, as the
//! program itself gives them.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};
use support::{Repo, TODAY, command, finish, own_records, own_root, record};

/// Asserts that an object has keys of these kinds, given as `key:kind`: s, n, b, a, o, a date as d; `|0` where it may be
/// null. More keys may be there.
#[track_caller]
fn has(object: &Value, keys: &str) {
    for wanted in keys.split_whitespace() {
        let (key, kind) = wanted.split_once(':').unwrap();
        let (kind, nullable) = kind.strip_suffix("|0").map_or((kind, false), |kind| (kind, true));
        let value = object.get(key).unwrap_or_else(|| panic!("no `{key}` in {object:#}"));
        let date = |text: &str| track::model::PartialDate::from_record_text(text).is_some();
        let fits = match kind {
            "s" => value.is_string(),
            "d" => value.as_str().is_some_and(date),
            "n" => value.is_i64() || value.is_u64(),
            "b" => value.is_boolean(),
            "a" => value.is_array(),
            "o" => value.is_object(),
            _ => panic!("{kind}"),
        };
        assert!(fits || (nullable && value.is_null()), "`{key}` is not {kind} in {object:#}");
    }
}

fn array<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    object[key].as_array().unwrap_or_else(|| panic!("no list `{key}` in {object:#}"))
}

const ROW: &str = "id:s path:s title:s type:s published:d state:s stage:s last_day:o|0 days_left:n|0 days_late:n|0 \
                   response_published:d|0 recommendations:o items:n areas_for_improvement:n";

#[track_caller]
fn is_row(row: &Value) {
    has(row, ROW);
    has(&row["recommendations"], "recorded:n made:n|0 ours:n undecided:n open:n overdue:n");
    if !row["last_day"].is_null() {
        has(&row["last_day"], "earliest:d latest:d");
    }
    for (key, kind) in [("may_have_none", "b"), ("days_late_at_least", "n"), ("days_late_at_most", "n")] {
        if row.get(key).is_some() {
            has(row, &format!("{key}:{kind}"));
        }
    }
}

/// Our own records and settings, to be changed at will.
fn own() -> Repo {
    let repo = Repo::with(&own_records());
    repo.write("track.toml", &std::fs::read(own_root().join("track.toml")).unwrap());
    repo
}

const BROKEN: (&str, &str) =
    ("records/broken.toml", "title = \"x\"\ntype = \"national\"\npublished = 2020-03-09\nx = \n");

#[test]
fn list_has_its_keys_in_every_state() {
    let repo = own();
    for today in ["1990-01-01", "2018-10-01", "2026-10-20", "2026-10-28", TODAY, "2026-12-07", "2046-01-01"] {
        let list = repo.track(&format!("list --format json --today {today}")).ends(0).json();
        has(&list, "version:n today:d inspections:a left_out:a");
        assert_eq!((&list["version"], list["today"].as_str()), (&json!(1), Some(today)));
        assert_eq!(array(&list, "inspections").len(), own_records().len());
        array(&list, "inspections").iter().for_each(is_row);
    }
}

#[test]
fn recommendations_have_their_keys() {
    let repo = own();
    for name in ["recs", "recommendations"] {
        let recs = repo.track(&format!("{name} --format json")).ends(0).json();
        has(&recs, "version:n today:d recommendations:a left_out:a");
        assert!(array(&recs, "recommendations").len() > 30);
        for item in array(&recs, "recommendations") {
            has(
                item,
                "inspection:s label:s|0 position:n kind:s text:s ours:b|0 owner:s|0 target:d|0 status:s days_past:n|0",
            );
            assert!(
                item["due"].is_null() || item["due"] == "immediate" || {
                    has(item, "due:d");
                    true
                }
            );
        }
    }
}

#[test]
fn due_has_its_keys_for_a_day_a_range_a_record_and_without_argument() {
    let repo = own();
    let due = |line: &str| repo.track(&format!("{line} --format json")).ends(0).json();
    for (line, last_day, weekday, before) in [
        (
            "due 2020-03-09",
            json!({"earliest": "2020-05-03", "latest": "2020-05-03"}),
            json!("Sunday"),
            json!("2020-05-01"),
        ),
        (
            "due 9/3/2020",
            json!({"earliest": "2020-05-03", "latest": "2020-05-03"}),
            json!("Sunday"),
            json!("2020-05-01"),
        ),
        (
            "due 9 March 2020",
            json!({"earliest": "2020-05-03", "latest": "2020-05-03"}),
            json!("Sunday"),
            json!("2020-05-01"),
        ),
        (
            "due March 2020",
            json!({"earliest": "2020-04-25", "latest": "2020-05-25"}),
            Value::Null,
            Value::Null,
        ),
        ("due prevent", json!({"earliest": "2020-04-25", "latest": "2020-05-25"}), Value::Null, Value::Null),
        ("due 2017-05", json!({"earliest": "2017-06-26", "latest": "2017-07-25"}), Value::Null, Value::Null),
        ("due 2017-05-01", Value::Null, Value::Null, Value::Null),
        ("due unknown", Value::Null, Value::Null, Value::Null),
    ] {
        let found = due(line);
        has(&found, "version:n published:d citation:s");
        assert_eq!(found["version"], 1);
        assert_eq!(
            (&found["last_day"], &found["weekday"], &found["working_day_before"]),
            (&last_day, &weekday, &before)
        );
        assert!(found["citation"].as_str().unwrap().contains("55(5A)"));
    }
    let all = due("due");
    has(&all, "version:n today:d inspections:a left_out:a");
    array(&all, "inspections").iter().for_each(is_row);
    let states: Vec<_> =
        array(&all, "inspections").iter().map(|row| row["state"].as_str().unwrap()).collect();
    assert!(
        !states.is_empty()
            && states
                .iter()
                .all(|state| state.contains("overdue") || state.contains("open") || state.contains("due"))
    );
}

#[test]
fn due_shows_its_working() {
    let run = own().track("due 2020-03-09").ends(0);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "Report published   9 March 2020 (Monday), day 1");
    assert_eq!(
        lines[1],
        "Section 33 due     3 May 2020 (Sunday), day 56: the last day to publish the response"
    );
    run.says("Sunday").says("Friday").says("Police Act 1996, section 55(5A)").says("no extension");
    Repo::with::<&str, &str>(&[]).track("due 2020-03-09").ends(0).says("Section 55 due     3 May 2020");
}

#[test]
fn show_has_the_row_the_missing_steps_and_the_record() {
    let repo = own();
    for (path, _) in own_records() {
        let id = Path::new(&path).file_stem().unwrap().to_str().unwrap();
        let show = repo.track(&format!("show {id} --format json")).ends(0).json();
        has(&show, "version:n today:d missing:a record:o");
        is_row(&show);
        has(&show["record"], "title:s type:s published:d");
        let row = repo.row(id, TODAY);
        for (key, value) in row.as_object().unwrap() {
            assert_eq!(&show[key], value, "{id}: `{key}` of list and show");
        }
        repo.track(&format!("show {id}"))
            .ends(0)
            .says(show["record"]["title"].as_str().unwrap().split(' ').next().unwrap());
    }
    let record = repo.track("show 2024-02-peel --format json").json()["record"].clone();
    assert_eq!(record["response"]["revised"], json!(["2024-04-23"]));
    assert_eq!(record["published"], "2024-02-20");
}

#[test]
fn check_has_its_keys() {
    let found = Repo::with(&[
        BROKEN,
        ("records/a.toml", &record("A", "2020-03-09")),
        ("records/b/a.toml", &record("B", "2019")),
    ])
    .track("check --format json")
    .ends(1)
    .json();
    has(&found, "version:n files:n errors:n warnings:n findings:a");
    assert_eq!((&found["version"], &found["files"]), (&json!(1), &json!(3)));
    let mut errors = 0;
    for finding in array(&found, "findings") {
        has(
            finding,
            "code:s name:s severity:s message:s help:s|0 path:s line:n column:n end_line:n end_column:n \
                      byte_start:n byte_end:n related:a",
        );
        let code = finding["code"].as_str().unwrap();
        assert!(code.len() == 4 && code.starts_with('T'));
        errors += usize::from(finding["severity"] == "error");
        for related in array(finding, "related") {
            has(related, "path:s line:n column:n end_line:n end_column:n message:s");
        }
    }
    assert_eq!(
        (json!(errors), json!(array(&found, "findings").len() - errors)),
        (found["errors"].clone(), found["warnings"].clone())
    );
    assert!(array(&found, "findings").iter().any(|finding| !array(finding, "related").is_empty()));
}

#[test]
fn add_has_its_keys() {
    let repo = Repo::with::<&str, &str>(&[]);
    let args =
        ["add", "--title", "A b", "--type", "peel", "--published", "March 2020", "--format", "json", "-q"];
    let added = repo.run(&args).ends(0).json();
    has(&added, "version:n id:s path:s changed:a");
    assert_eq!(added["version"], 1);
    assert!(repo.path(added["path"].as_str().unwrap()).is_file());
    for key in ["title", "type", "published"] {
        assert!(array(&added, "changed").contains(&json!(key)), "{added}");
    }
}

#[test]
fn left_out_stands_in_every_json_with_its_place() {
    let repo = Repo::with(&[BROKEN, ("records/a.toml", &record("A", "2020-03-09"))]);
    for line in ["list", "recs", "due", "show broken", "list a", "recs a"] {
        let run = repo.track(&format!("{line} --format json")).ends(1).tells("records/broken.toml:4:");
        let left_out = array(&run.json(), "left_out").to_vec();
        assert_eq!(left_out.len(), if line == "show broken" { 2 } else { 1 }, "{line}");
        has(&left_out[0], "path:s code:s message:s line:n column:n");
        assert_eq!((&left_out[0]["path"], &left_out[0]["line"]), (&json!("records/broken.toml"), &json!(4)));
    }
    for line in ["list", "recs", "due"] {
        repo.track(line).ends(1).tells("left out");
    }
    repo.track("show broken").ends(1).says("x").tells("warning");
    repo.track("show a --format json").ends(0);
}

#[test]
fn exit_statuses() {
    let own = own();
    for (line, code) in [
        ("list", 0),
        ("list --help", 0),
        ("--version", 0),
        ("list --for-force nowhere", 0),
        ("recs --owner nobody", 0),
        ("show nowhere", 1),
        ("list nowhere", 1),
        ("recs nowhere", 1),
        ("due nowhere", 1),
        ("explain T999", 1),
        ("due 2020-02-30", 1),
        ("show custody", 1),
        ("due 1066", 1),
        ("check /etc/passwd", 1),
        ("list --fail-on overdue", 1),
        ("list --fail-on overdue --type peel", 0),
        ("list --fail-on overdue --type rolling --today 2018-10-01", 0),
        ("list --nonsense", 2),
        ("nonsense", 2),
        ("", 2),
        ("list --today nonsense", 2),
        ("list --state nonsense", 2),
        ("list --format nonsense", 2),
        ("list --due-within -1", 2),
        ("show", 2),
        ("list --year 1066", 2),
        ("list --today 2020-03", 2),
        ("add --no-input", 2),
        ("list --repo nowhere", 3),
        ("list --repo track.toml", 3),
        ("show x --repo records/2021", 3),
    ] {
        let run = own.run(&line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>());
        assert_eq!(run.code, code, "{line}: {run:#?}");
        assert!(
            code == 0 || (!run.err.is_empty() || line.contains("--fail-on")),
            "{line}: a failure says why"
        );
        assert!(code == 0 || run.out.is_empty() || line.contains("--fail-on"), "{line}: {run:#?}");
    }
    let nowhere = tempfile::tempdir().unwrap();
    for line in ["list", "recs", "due", "show x", "check", "due prevent"] {
        finish(command(nowhere.path()).args(line.split(' '))).ends(3).tells("--repo");
    }
    finish(command(nowhere.path()).args(["due", "2020-03-09"])).ends(0);
}

/// A command that writes says that it did not, whatever stopped it.
#[test]
fn a_machine_that_fails_before_a_write_says_that_nothing_was_written() {
    let writes = ["set x title y", "add --title x --type peel --published 2026-11-20"];
    let nowhere = tempfile::tempdir().unwrap();
    for line in writes {
        let run = finish(command(nowhere.path()).args(line.split(' '))).ends(3);
        run.tells("; nothing was written").tells("hint: go to the folder");
    }
    std::fs::write(nowhere.path().join("records"), "").unwrap();
    for line in writes {
        let line = line.split(' ').chain(["--repo", "."]);
        finish(command(nowhere.path()).args(line)).ends(3).tells("; nothing was written");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_could_not_be_looked_into_is_named_where_a_record_is_not_found() {
    let repo = Repo::with(&[("elsewhere/a.toml", "")]);
    repo.track("set a title b").ends(1).tells("no record has the id `a`");
    std::os::unix::fs::symlink("../elsewhere", repo.path("records/2020")).unwrap();
    repo.track("set a title b").ends(1).tells("records/2020").tells("no record has the id `a`");
}

#[test]
fn a_closed_pipe_is_well() {
    let repo = own();
    for line in [
        "list",
        "recs --format json",
        "show 2024-02-peel",
        "check --format json",
        "explain all",
        "--help",
        "due",
    ] {
        let mut child = repo
            .command(&line.split(' ').collect::<Vec<_>>())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{line}");
    }
    #[cfg(target_os = "linux")]
    for line in ["list", "--help", "check", "due 2020-03-09"] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let run = repo.command(&line.split(' ').collect::<Vec<_>>()).stdout(full).output().unwrap();
        assert_eq!(run.status.code(), Some(3), "{line}: {}", String::from_utf8_lossy(&run.stderr));
    }
}

#[test]
fn findings_about_a_record_that_can_be_read_do_not_change_the_status_of_list() {
    let text = "\n[response]\npublished = 2020-01-01\njoint = \"x\"\nchief_officer = \"y\"\nanswered_by = \"nowhere\"\n";
    let repo = Repo::with(&[("records/a.toml", record("A", "2020-03-09") + text)]);
    let run = repo.track("check").ends(1);
    assert!(run.out.matches("error[").count() >= 3, "{run:#?}");
    for line in ["list", "recs", "show a", "due"] {
        let run = repo.track(line).ends(0);
        assert_eq!(run.err, "", "{line}");
    }
    let warned = Repo::with(&[("records/a.toml", record("A", "2020-03-09"))]);
    warned.track("check").ends(0).says("warning[T040]");
    warned.track("check --deny-warnings").ends(1);
}

#[test]
fn what_stands_before_the_command_may_stand_after_it() {
    let repo = own();
    let elsewhere = tempfile::tempdir().unwrap();
    let root = repo.dir.path().to_str().unwrap();
    let run = |words: &[&str]| finish(command(elsewhere.path()).args(words)).ends(0).out;
    for (flag, value) in [
        ("--today", Some("2020-05-10")),
        ("--color", Some("always")),
        ("-q", None),
        ("--quiet", None),
        ("--no-input", None),
    ] {
        let flags: Vec<&str> = ["--repo", root, flag].into_iter().chain(value).collect();
        let day = if flag == "--today" { vec![] } else { vec!["--today", TODAY] };
        let before = run(&[&flags[..], &day, &["list"]].concat());
        let after = run(&[&["list"], &flags[..], &day].concat());
        assert_eq!(before, after, "{flag}");
    }
    let plain = run(&["list", "--repo", root, "--today", TODAY]);
    assert_ne!(
        plain,
        run(&["list", "--repo", root, "--today", TODAY, "-q"]),
        "quiet leaves the line of counts out"
    );
    assert_ne!(plain, run(&["list", "--repo", root, "--today", "2020-05-10"]));
    // The environment does the same; a flag wins over it.
    let by_env =
        finish(command(elsewhere.path()).envs([("TRACK_REPO", root), ("TRACK_TODAY", TODAY)]).arg("list"))
            .ends(0);
    assert_eq!(by_env.out, plain);
    let flag_wins = finish(
        command(elsewhere.path())
            .envs([("TRACK_REPO", "/nowhere"), ("TRACK_TODAY", "2000-01-01")])
            .args(["list", "--repo", root, "--today", TODAY]),
    );
    assert_eq!(flag_wins.ends(0).out, plain);
    finish(command(repo.dir.path()).env("TRACK_TODAY", "soon").arg("list")).ends(2);
    finish(command(elsewhere.path()).env("TRACK_REPO", "nowhere").arg("list")).ends(3);
    // The root is found from below.
    finish(command(&repo.path("records/2021")).env("TRACK_TODAY", TODAY).arg("list")).ends(0).says("prevent");
}

#[test]
fn colour_is_asked_for_or_not_there() {
    let repo = own();
    let esc = |run: support::Run| run.ends(0).out.contains('\u{1b}');
    let with = |line: &str, name: &str, value: &str| {
        finish(repo.command(&line.split(' ').collect::<Vec<_>>()).env(name, value))
    };
    for line in ["list", "recs", "show 2024-02-peel", "check", "due", "explain T040"] {
        assert!(!esc(repo.track(line)), "{line}: no terminal, no colour");
        assert!(esc(repo.track(&format!("{line} --color always"))), "{line}");
        assert!(!esc(with(line, "NO_COLOR", "1")), "{line}");
        assert!(!esc(with(&format!("{line} --color never"), "CLICOLOR_FORCE", "1")), "{line}");
        assert!(esc(with(&format!("{line} --color always"), "NO_COLOR", "1")), "{line}: a flag wins");
    }
    for form in ["json", "csv", "markdown"] {
        assert!(!esc(repo.track(&format!("list --color always --format {form}"))), "{form}");
    }
}

#[test]
fn an_id_is_completed_from_a_unique_part_and_otherwise_the_candidates_are_told() {
    let repo = own();
    assert_eq!(repo.row("prevent", TODAY)["id"], "2020-03-prevent");
    assert_eq!(repo.row("2019-06-CUSTODY", TODAY)["id"], "2019-06-custody");
    for line in ["show custody", "list custody", "recs custody", "due custody"] {
        repo.track(line).ends(1).tells("2019-06-custody").tells("2022-10-custody-revisit");
    }
    repo.track("show 2020-03-prevnt").ends(1).tells("did you mean `2020-03-prevent`");
    let whole = Repo::with(&[
        ("records/peel.toml", record("A", "2020")),
        ("records/2020-peel.toml", record("B", "2021")),
    ]);
    assert_eq!(whole.row("peel", TODAY)["title"], "A", "a whole id wins over a part");
}

#[test]
fn the_founding_record_without_its_response() {
    let (path, text) = own_records().into_iter().find(|(path, _)| path.ends_with("prevent.toml")).unwrap();
    let text = text.replace("published = \"unknown\"\n", "");
    let repo = Repo::with(&[(path, text)]);
    let row = |today| repo.row("prevent", today);
    assert_eq!(row("2020-05-10")["state"], "maybe-overdue");
    let late = row("2020-05-26");
    assert_eq!(late["state"], "overdue");
    assert_eq!((&late["days_late_at_least"], &late["days_late_at_most"]), (&json!(1), &json!(31)));
    assert!(late["days_late"].is_null() && late.get("days_late").is_some());
    assert_eq!(late["last_day"], json!({"earliest": "2020-04-25", "latest": "2020-05-25"}));
    repo.track("list --today 2020-05-26").says("at least 1 day");
    repo.track("list --overdue --today 2020-05-26").says("overdue, at least 1 day");
    repo.track("list --overdue --today 2020-05-10").says("may be overdue");
    repo.track("list --overdue --today 2020-04-25").ends(0).says("Nothing is overdue.");
    repo.track("due prevent --today 2020-05-26").ends(0).says("25 April").says("25 May 2020");
    assert_eq!(row("2020-03-09")["state"], "open");
    assert_eq!(row("2020-02-29")["state"], "not-yet-published");
}

#[test]
fn a_response_kept_elsewhere_is_judged_by_the_reports_own_last_day() {
    let by = |id: &str| format!("\n[response]\nanswered_by = \"{id}\"\n");
    let out = |day: &str| {
        format!(
            "\n[response]\npublished = {day}\nsent_to_inspectorate = {day}\nsent_to_secretary_of_state = {day}\n"
        )
    };
    let repo = Repo::with(&[
        ("records/answer.toml", record("Answer", "2020-03-20") + &out("2020-05-10")),
        ("records/late.toml", record("Late", "2020-03-09") + &by("answer")),
        ("records/in-time.toml", record("In time", "2020-03-30") + &by("answer")),
        ("records/chained.toml", record("Chained", "2020-03-01") + &by("late")),
        ("records/circle-a.toml", record("Circle a", "2020-03-09") + &by("circle-b")),
        ("records/circle-b.toml", record("Circle b", "2020-03-10") + &by("circle-a")),
        ("records/self.toml", record("Self", "2020-03-11") + &by("self")),
        ("records/to-circle.toml", record("To a circle", "2020-03-12") + &by("circle-a")),
        ("records/missing.toml", record("Missing", "2020-03-13") + &by("nowhere")),
        ("records/broken.toml", record("Broken", "2020-03-14") + "nonsense = 1\n" + &out("2020-05-01")),
        ("records/to-broken.toml", record("To broken", "2020-03-15") + &by("broken")),
        ("records/own-date.toml", record("Own", "2020-03-09") + &by("answer") + "published = 2020-05-03\n"),
    ]);
    for (id, state, days_late) in [
        ("answer", "published", json!(null)),
        ("late", "published-late", json!(7)),
        ("in-time", "published", json!(null)),
        ("chained", "published-late", json!(15)),
        ("circle-a", "overdue", json!(29)),
        ("circle-b", "overdue", json!(28)),
        ("self", "overdue", json!(27)),
        ("to-circle", "overdue", json!(26)),
        ("missing", "overdue", json!(25)),
        ("to-broken", "overdue", json!(23)),
        ("own-date", "published", json!(null)),
    ] {
        let list = repo.track("list --format json --today 2020-06-01").ends(1).json();
        let row = array(&list, "inspections").iter().find(|row| row["id"] == id).unwrap().clone();
        assert_eq!((&row["state"], &row["days_late"]), (&json!(state), &days_late), "{id}");
        let show = repo.track(&format!("show {id} --format json --today 2020-06-01")).ends(0).json();
        assert_eq!((&show["state"], &show["days_late"]), (&json!(state), &days_late), "show {id}");
    }
    // By day: the answer is out on 10 May, so the late one was overdue until then.
    let state = |id: &str, today: &str| {
        let list = repo.track(&format!("list {id} --format json --today {today}")).json();
        list["inspections"][0]["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        ["2020-05-03", "2020-05-09", "2020-05-10"].map(|today| state("late", today)),
        ["due-soon", "overdue", "published-late"]
    );
    let overdue = repo.track("list --overdue --format json --today 2020-06-01").json();
    assert_eq!(array(&overdue, "inspections").len(), 6, "filters see the state by the other's dates");
    // `check` judges alike.
    let found = repo.track("check --format json --today 2020-06-01").json();
    let mut paths: Vec<_> = array(&found, "findings")
        .iter()
        .filter(|one| one["code"] == "T040")
        .map(|one| one["path"].as_str().unwrap())
        .collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        ["circle-a", "circle-b", "missing", "self", "to-broken", "to-circle"]
            .map(|id| format!("records/{id}.toml"))
    );
}

#[test]
fn of_two_records_with_one_id_the_first_answers_wherever_it_is_asked() {
    let out = |day: &str| format!("\n[response]\npublished = {day}\n");
    let repo = Repo::with(&[
        ("records/1/twin.toml", record("Twin", "2020-03-09") + &out("2020-05-03")),
        ("records/2/twin.toml", record("Other twin", "2020-03-09") + &out("2020-05-05")),
        ("records/x.toml", record("X", "2020-03-09") + "\n[response]\nanswered_by = \"twin\"\n"),
    ]);
    assert_eq!(repo.row("x", TODAY)["state"], "published");
    assert_eq!(repo.track("show x --format json").json()["state"], "published");
    let run = repo.track("show twin").ends(0);
    assert!(run.out.contains("records/1/twin.toml") && run.out.contains("records/2/twin.toml"), "{run:#?}");
    repo.track("check").ends(1).says("T030");
}

const ITEMS: &str = r#"
[[recommendation]] # open, overdue by its month
label = "1"
text = "one"
ours = true
deadline = "By March 2021"

[[recommendation]] # undecided
label = "2"
text = "two"
deadline = "By March 2021"

[[recommendation]] # not ours
label = "3"
text = "three"
ours = false

[[recommendation]] # immediate: open, never overdue
label = "4"
text = "four"
ours = true
deadline = "With immediate effect"

[[recommendation]] # not accepted: ours, not open
label = "5"
text = "five"
ours = true
due = "2021-03"
outcome = "not-accepted"

[[recommendation]] # closed, from 1 June 2021
label = "6"
text = "six"
ours = true
due = 2021-03-31
[[recommendation.update]]
date = 2021-06-01
status = "closed"
[[recommendation.update]]
date = 2021-01-05
status = "in-progress"
target = 2021-02-01

[[recommendation]] # moved by the inspectorate on 1 April 2021; of one day the later in the file wins
label = "7"
text = "seven"
ours = true
due = 2021-03-31
[[recommendation.update]]
date = 2021-04-01
status = "closed"
[[recommendation.update]]
date = 2021-04-01
status = "in-progress"
due = "2021-09"

[[recommendation]]
kind = "area-for-improvement"
text = "area"
ours = true
owner = "Head of X"

[[recommendation]]
kind = "practice"
text = "practice"
ours = true

[[recommendation]]
kind = "cause-of-concern"
label = "C"
text = "concern"
ours = true

[[recommendation]]
label = "C1"
under = "C"
text = "under"
ours = true
outcome = "partly-accepted"
due = 2020
"#;

#[test]
fn items_are_open_overdue_or_undecided_as_the_contract_says() {
    let repo = Repo::with(&[("records/a.toml", record("A", "2020-12-01") + ITEMS)]);
    let names = |line: &str, today: &str| {
        let recs = repo
            .track(&format!("recs {line} --sort inspection --format json --today {today}"))
            .ends(0)
            .json();
        let names = array(&recs, "recommendations").iter().map(|item| {
            item["label"].as_str().map_or_else(|| format!("#{}", item["position"]), str::to_owned)
        });
        names.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names("--open", "2021-03-31"), "1 4 6 7 #8 C C1");
    assert_eq!(names("--open", "2021-06-01"), "1 4 7 #8 C C1");
    assert_eq!(names("--undecided", "2021-03-31"), "2");
    assert_eq!(names("--overdue", "2021-03-31"), "C1");
    assert_eq!(names("--overdue", "2021-04-01"), "1 6 C1");
    assert_eq!(names("--overdue", "2021-09-30"), "1 C1");
    assert_eq!(names("--overdue", "2021-10-01"), "1 7 C1");
    assert_eq!(names("--ours --kind recommendation", "2021-03-31"), "1 4 5 6 7 C1");
    assert_eq!(names("--open --owner head --kind area-for-improvement", "2021-03-31"), "#8");
    assert_eq!(names("--status in-progress", "2021-03-31"), "6");
    assert_eq!(names("--status closed --overdue", "2021-06-01"), "");

    let item = |position: usize, today: &str| {
        let recs = repo.track(&format!("recs --sort inspection --format json --today {today}")).json();
        recs["recommendations"][position - 1].clone()
    };
    let facts = |item: Value| json!([item["due"], item["target"], item["status"], item["days_past"]]);
    assert_eq!(facts(item(1, "2021-04-01")), json!(["2021-03", null, "open", 1]));
    assert_eq!(facts(item(4, "2030-01-01")), json!(["immediate", null, "open", null]));
    assert_eq!(facts(item(5, "2030-01-01")), json!(["2021-03", null, "open", null]));
    assert_eq!(
        facts(item(6, "2021-01-04")),
        json!(["2021-03-31", null, "open", null]),
        "later updates do not count yet"
    );
    assert_eq!(facts(item(6, "2021-05-31")), json!(["2021-03-31", "2021-02-01", "in-progress", 61]));
    assert_eq!(facts(item(6, "2021-06-01")), json!(["2021-03-31", "2021-02-01", "closed", null]));
    assert_eq!(facts(item(7, "2021-04-01")), json!(["2021-09", null, "in-progress", null]));
    repo.track("recs --today 2021-05-31").says("own target missed");

    let row = repo.row("a", "2021-04-01");
    assert_eq!(
        row["recommendations"],
        json!({"recorded": 8, "made": null, "ours": 6, "undecided": 1, "open": 5, "overdue": 3})
    );
    assert_eq!((&row["items"], &row["areas_for_improvement"]), (&json!(11), &json!(1)));
}

#[test]
fn filters_combine_and_nothing_found_is_said_in_words() {
    let repo = own();
    let ids = |line: &str| {
        let list = repo.track(&format!("list {line} --sort id --format json")).ends(0).json();
        array(&list, "inspections")
            .iter()
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("--type peel"), ["2016-11-peel", "2024-02-peel"]);
    assert_eq!(ids("--type peel --year 2024"), ["2024-02-peel"]);
    assert_eq!(ids("--type peel --type fire"), ["2016-11-peel", "2024-02-peel", "2025-07-fire-and-rescue"]);
    assert_eq!(ids("--type peel --state overdue"), Vec::<String>::new());
    assert_eq!(ids("--search PREVENT --year 2020"), ["2020-03-prevent"]);
    assert_eq!(
        ids("--for-force lancashire --overdue"),
        Vec::from(["2026-09-rural-crime", "roads-policing-visit"])
    );
    assert_eq!(
        ids("--due-within 13"),
        ["2026-09-rural-crime", "2026-10-digital-evidence", "roads-policing-visit"]
    );
    assert_eq!(ids("--due-within 12"), ["2026-09-rural-crime", "roads-policing-visit"]);
    assert_eq!(ids("--overdue"), ["2026-09-rural-crime", "roads-policing-visit"]);
    assert_eq!(ids("prevent 2024-02 --type national"), ["2020-03-prevent"]);
    for (line, words) in [
        ("list --search zzzz", "No inspection fits."),
        ("list --overdue --today 1990-01-01", ""),
        ("recs --owner zzzz", "No recommendation"),
        ("list --type peel --overdue", "No inspection fits."),
        ("due --today 2016-01-01", ""),
    ] {
        let run = repo.track(line).ends(0).says(words);
        assert!(run.out.trim().len() > 10 && run.err.is_empty(), "{run:#?}");
    }
    for line in [
        "list --search zzzz --format csv",
        "recs --owner zzzz --format csv",
        "list --search zzzz --format markdown",
    ] {
        assert!(!repo.track(line).ends(0).out.is_empty(), "a head without rows");
    }
    let empty = Repo::with::<&str, &str>(&[]);
    for line in ["list", "recs", "due", "list --overdue"] {
        assert!(empty.track(line).ends(0).out.len() > 10, "{line}");
    }
    empty.track("list").says("track add");
    empty.track("check").ends(0).says("0 files");
}

#[test]
fn our_own_records_have_no_error_on_any_later_day() {
    let repo = own();
    let mut day = TODAY.parse::<chrono::NaiveDate>().unwrap();
    while chrono::Datelike::year(&day) <= 2046 {
        // Each month of the first year, then each seventh.
        let step = if chrono::Datelike::year(&day) < 2028 { 1 } else { 7 };
        let found = repo.track(&format!("check --format json --today {day}"));
        assert_eq!((found.code, &found.json()["errors"]), (0, &json!(0)), "{day}: {}", found.out);
        assert_eq!(repo.track(&format!("list --today {day}")).ends(0).err, "", "{day}");
        day = day.checked_add_months(chrono::Months::new(step)).unwrap();
    }
}

#[test]
fn the_states_in_the_first_comments_of_our_own_records_hold() {
    let repo = own();
    for (id, today, state) in [
        ("2015-01-repeat-callers", TODAY, "published-no-deadline"),
        ("2016-11-peel", TODAY, "no-deadline"),
        ("2017-05-repeat-callers", TODAY, "published"),
        ("2018-08-crime-recording", TODAY, "published-late"),
        ("2019-06-custody", TODAY, "published"),
        ("2020-03-prevent", TODAY, "published-unproven"),
        ("2021-02-missing-children", TODAY, "not-required"),
        ("2021-03-child-protection", TODAY, "published"),
        ("2021-04-online-harm", TODAY, "published"),
        ("2022-10-custody-revisit", TODAY, "published"),
        ("2023-11-super-complaint", TODAY, "not-required"),
        ("2024-02-peel", TODAY, "published"),
        ("2025-03-nuclear-sites", TODAY, "not-required"),
        ("2025-07-fire-and-rescue", TODAY, "not-required"),
        ("2026-09-rural-crime", "2026-08-31", "not-yet-published"),
        ("2026-09-rural-crime", "2026-10-11", "open"),
        ("2026-09-rural-crime", "2026-10-26", "due-soon"),
        ("2026-09-rural-crime", "2026-10-27", "maybe-overdue"),
        ("2026-09-rural-crime", "2026-11-24", "maybe-overdue"),
        ("2026-09-rural-crime", "2026-11-25", "overdue"),
        ("2026-10-digital-evidence", "2026-10-11", "not-yet-published"),
        ("2026-10-digital-evidence", "2026-10-12", "open"),
        ("2026-10-digital-evidence", "2026-11-21", "open"),
        ("2026-10-digital-evidence", "2026-11-22", "due-soon"),
        ("2026-10-digital-evidence", "2026-12-06", "due-soon"),
        ("2026-10-digital-evidence", "2026-12-07", "overdue"),
        ("roads-policing-visit", "1850-01-01", "maybe-overdue"),
        ("roads-policing-visit", "2199-12-31", "maybe-overdue"),
    ] {
        assert_eq!(repo.state(id, today), state, "{id} on {today}");
    }
    assert_eq!(repo.row("2018-08-crime-recording", TODAY)["days_late"], 1);
    let may = repo.row("2017-05-repeat-callers", TODAY);
    assert_eq!((&may["may_have_none"], &may["last_day"]["earliest"]), (&json!(true), &json!("2017-06-26")));
    // Every state a comment names, in brackets or before "and", is met by its record.
    for (path, text) in own_records() {
        let comment: String = text.lines().take_while(|line| line.starts_with('#')).collect();
        let id = Path::new(&path).file_stem().unwrap().to_str().unwrap();
        for state in track::duty::State::WORDS.iter().filter(|word| comment.contains(&format!("({word})"))) {
            assert_eq!(repo.state(id, TODAY), **state, "{path}");
        }
    }
    let overdue = repo.track("recs 2024-02 --overdue --format json").ends(0).json();
    assert_eq!(array(&overdue, "recommendations").len(), 1, "one item of the PEEL report is still overdue");
}
