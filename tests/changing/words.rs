//! What the commands that change records say: hints that can be run, and words that are so.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{ID, PATH, changed, refused, repo, text};
use crate::support::{Repo, Run, finish, record};

const LABELS: &str = "title = \"x\"\ntype = \"peel\"\npublished = 2026-10-05\n\
    [[recommendation]]\nlabel = \"1\"\ntext = \"a\"\nours = true\n\
    [[recommendation]]\nlabel = \"2\"\ntext = \"b\"\n";

fn labels() -> Repo {
    Repo::with(&[(PATH, LABELS)])
}

/// A repository in a folder with a space in its name, all of it committed; none on a machine without git.
fn committed() -> Option<Repo> {
    let repo = repo();
    let lies = "our records/records";
    repo.write(&format!("{lies}/{ID}.toml"), text(&repo).as_bytes());
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        let set = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
        git.current_dir(repo.path("our records")).args(set).args(args);
        git.output().is_ok_and(|output| output.status.success())
    };
    (git(&["init", "-q"]) && git(&["add", "records"]) && git(&["commit", "-qm", "x"])).then_some(repo)
}

/// Runs a command on the repository in the folder with a space.
fn spaced(repo: &Repo, args: &[&str]) -> Run {
    repo.run(&[&["--repo", "our records"], args].concat())
}

fn sh(folder: &Path, line: &str) -> String {
    let output = Command::new("sh").current_dir(folder).args(["-c", line]).output().unwrap();
    assert!(output.status.success(), "{line}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(unix)]
#[test]
fn the_line_that_gets_a_record_back_runs_from_any_folder() {
    let Some(repo) = committed() else { return };
    let path = repo.path(&format!("our records/{PATH}"));
    let whole = fs::read_to_string(&path).unwrap();
    let run = spaced(&repo, &["remove", ID]).ends(0);
    assert!(!path.exists());
    sh(Path::new("/"), run.err.trim().strip_prefix("to get it back: ").unwrap());
    assert_eq!(fs::read_to_string(&path).unwrap(), whole);
    let run = spaced(&repo, &["recommendation", "remove", ID, "3a"]).ends(0);
    sh(Path::new("/"), run.err.trim().strip_prefix("to get it back: ").unwrap());
    assert_eq!(fs::read_to_string(&path).unwrap(), whole);
}

#[test]
fn git_is_asked_about_the_repository_in_the_folder() {
    let Some(repo) = committed() else { return };
    let folder = repo.path("our records");
    let mut command = repo.command(&["remove", ID]);
    command.current_dir(folder).envs([("GIT_DIR", "/nowhere"), ("GIT_WORK_TREE", "/nowhere")]);
    finish(&mut command).ends(0).tells("to get it back: ");
}

#[test]
fn git_that_refuses_or_is_missing_is_told_apart_from_git_that_does_not_have_it() {
    let Some(repo) = committed() else { return };
    let folder = repo.path("our records");
    let run = |name: &str, value: &str| {
        finish(repo.command(&["remove", ID]).current_dir(&folder).env(name, value)).ends(1)
    };
    let foreign = run("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    assert!(!foreign.err.contains("git does not have it"), "{foreign:#?}");
    foreign
        .tells("git refuses to read this repository (dubious ownership")
        .tells("git config --global --add safe.directory '")
        .tells("nothing was written");
    run("PATH", "/nowhere").tells("git is not installed here").tells("--force");
    assert!(folder.join(PATH).exists());
}

#[test]
fn a_text_that_is_written_over_is_told_with_whether_git_has_it() {
    let Some(repo) = committed() else { return };
    let run = spaced(&repo, &["respond", ID, "--joint", "One.\n\nTwo."]).ends(0);
    assert_eq!(run.err, "", "nothing stood there");
    let run = spaced(&repo, &["set", ID, "response.joint", "Three."]).ends(0);
    run.tells("note: the text that stood in response.joint is replaced; git does not have it");
    let run = spaced(&repo, &["set", ID, "response.joint", "Four."]).ends(0);
    assert_eq!(run.err, "", "a few words are no prose");
    let run = spaced(&repo, &["respond", ID, "--joint", "One.\n\nTwo."]).ends(0);
    assert_eq!(run.err, "");
    let git = ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qam", "y"];
    let git = Command::new("git").current_dir(repo.path("our records")).args(git).output().unwrap();
    assert!(git.status.success());
    spaced(&repo, &["set", ID, "title", "Other"]).ends(0);
    let run = spaced(&repo, &["set", ID, "response.joint", "--unset", "--dry-run"]).ends(0);
    assert_eq!(run.err, "", "nothing is replaced yet");
    let run = spaced(&repo, &["set", ID, "response.joint", "--unset"]).ends(0);
    let line = run.err.trim().split_once("is taken away; git has it: ").unwrap().1;
    if cfg!(unix) {
        assert!(sh(Path::new("/"), line).contains("One.\n\nTwo."), "{line}");
    }
}

#[test]
fn a_label_with_an_equals_sign_is_meant_where_it_is_there() {
    let record = LABELS.replace("\"1\"", "\"a=b\"").replace("\"2\"", "\"a\"");
    let repo = Repo::with(&[(PATH, &record)]);
    repo.run(&["respond", ID, "--action", "a=b=My words"]).ends(0);
    let item = |at: usize| {
        repo.track(&format!("show {ID} --format json")).json()["record"]["recommendation"][at].clone()
    };
    assert_eq!((item(0)["action"].as_str(), item(1)["action"].as_str()), (Some("My words"), None));
    repo.run(&["respond", ID, "--no-action", "a=c = d"]).ends(0);
    assert_eq!(item(1)["no_action_because"], "c = d");
    refused(
        &repo,
        &["respond", ID, "--action", "x=y=z"],
        1,
        &["label x", "there are: a=b, a", "label `x=y`"],
    );
    let broken = Repo::with(&[(PATH, format!("{LABELS}x = \"\n"))]);
    refused(
        &broken,
        &["respond", ID, "--action", "9=x"],
        1,
        &["cannot be changed while its file is misread"],
    );
    repo.run(&["respond", ID, "--sent-to", "A=B Limited=2026-11-20"]).ends(0);
    let copies =
        repo.track(&format!("show {ID} --format json")).json()["record"]["response"]["sent_to"].clone();
    assert_eq!(copies[0]["to"], "A=B Limited");
}

#[test]
fn a_hint_can_be_run_or_is_left_out() {
    let repo = labels();
    let run = repo.run(&["update", ID, "1", "--note", ""]).ends(1).tells("`note` cannot be empty");
    assert!(!run.err.contains("--unset"), "{run:#?}");
    repo.run(&["set", ID, "title", ""]).ends(1);
    repo.run(&["set", ID, "url", "https://example.org"]).ends(0);
    repo.run(&["set", ID, "recommendation[1].owner", "x"]).ends(0);
    for (key, shown) in [("url", "url"), ("recommendation[1].owner", "'recommendation[#1].owner'")] {
        let run = repo.run(&["set", ID, key, " "]).ends(1);
        let line = run.err.split_once("to take the key away: track ").unwrap().1.trim();
        assert_eq!(line, format!("set {ID} {shown} --unset"));
        repo.run(&line.replace('\'', "").split(' ').collect::<Vec<_>>()).ends(0).says("Saved");
    }
    let run = repo.run(&["set", ID, "title", ""]).ends(1);
    assert!(!run.err.contains("--unset"), "{run:#?}");
    for args in [&["set", "nope", "title", "x"][..], &["respond", "nope"], &["remove", "nope"]] {
        let run = repo
            .run(args)
            .ends(1)
            .tells("no record has the id `nope`; nothing was written")
            .tells("the whole id");
        assert!(!run.err.contains("is enough"), "{run:#?}");
    }
    repo.run(&["show", "nope"]).ends(1).tells("a unique part is enough");
    let run = repo.run(&["update", ID, "3", "--note", "x"]).ends(1).tells("there are: 1, 2");
    assert!(!run.err.contains("did you mean"), "{run:#?}");
    repo.run(&["recommendation", "add", ID, "--text", "x", "--ours", "maybe"])
        .ends(1)
        .tells("allowed: yes or no");
    repo.run(&["set", ID, "response.sent_to", "--unset"]).ends(1).tells("`track edit` opens the record");
}

#[test]
fn a_day_of_the_week_that_is_another_is_named() {
    let repo = repo();
    let run = repo.run(&["set", ID, "response.invited", "Tuesday 9 March 2020"]).ends(1);
    assert!(!run.err.contains("no such day"), "{run:#?}");
    run.tells("9 March 2020 is a Monday");
    repo.run(&["due", "Tuesday 9 March 2020"]).ends(1).tells("9 March 2020 is a Monday");
    repo.run(&["due", "30 February 2020"]).ends(1).tells("no such day");
}

#[test]
fn a_record_that_is_referred_to_is_told_with_what_to_do() {
    let repo = repo();
    let other =
        format!("{}follows = ['{ID}']\n[response]\ncovered_by = \"{ID}\"\n", record("Other", "2026-11-10"));
    repo.write("records/other.toml", other.as_bytes());
    let run = repo.run(&["remove", ID, "--force"]).ends(1);
    for words in [
        "track set other follows OTHER …",
        "track set other follows --unset",
        "track set other response.covered_by --unset",
    ] {
        assert!(run.err.contains(words), "{words}: {run:#?}");
    }
    repo.run(&["set", "other", "follows", "--unset"]).ends(0);
    repo.run(&["set", "other", "response.covered_by", "--unset"]).ends(0);
    repo.run(&["remove", ID, "--force"]).ends(0);
}

#[test]
fn where_nothing_is_open_the_undecided_are_counted() {
    let repo = labels();
    let run = repo.run(&["update", ID, "--all-open", "--status", "closed", "--note", "x"]).ends(0);
    run.says("recommendation 1 is closed (was open)");
    let hint = format!("of 1 it is undecided whether it is ours: track respond {ID} --ours LABEL");
    refused(&repo, &["update", ID, "--all-open", "--note", "x"], 1, &["no item is open", &hint]);
    repo.run(&["respond", ID]).ends(0).says("--ours 2, or");
    repo.run(&["respond", ID, "--not-ours", "2"]).ends(0);
    let run = repo.run(&["update", ID, "--all-open", "--note", "x"]).ends(1);
    assert!(!run.err.contains("undecided"), "{run:#?}");
}

#[test]
fn an_update_that_is_older_than_another_does_not_say_that_it_holds() {
    let repo = labels();
    repo.run(&["update", ID, "1", "--status", "in-progress"]).ends(0);
    repo.run(&["update", ID, "1", "--status", "closed", "--note", "done", "--date", "21/11/2026"]).ends(0).says(
        "recommendation 1 was closed from 21 November 2026 (before that open), and is still in progress: an update of 23 \
         November 2026 is newer",
    );
    let shown = repo.track("recs --format json").json();
    assert_eq!(shown["recommendations"][0]["status"], "in-progress");
}

#[test]
fn json_tells_whether_anything_was_written() {
    let repo = labels();
    let written = |args: &[&str]| {
        let before = text(&repo);
        let json = repo.run(&[args, &["--format", "json"]].concat()).ends(0).json();
        let stands = repo.path(PATH).exists().then(|| text(&repo));
        let written = json["written"].as_bool().unwrap();
        assert_eq!(written, stands.as_ref() != Some(&before), "{args:?}: {json}");
        (json["changed"].as_array().unwrap().len(), written)
    };
    let add = ["recommendation", "add", ID, "--text", "x"];
    assert_eq!(written(&["respond", ID]), (0, false));
    assert_eq!(written(&["respond", ID, "--ours", "2", "--dry-run"]), (1, false));
    assert_eq!(written(&["respond", ID, "--ours", "2"]), (1, true));
    assert_eq!(written(&["set", ID, "title", "y", "--dry-run"]), (1, false));
    assert_eq!(written(&["set", ID, "title", "y"]), (1, true));
    assert_eq!(written(&["set", ID, "title", "y"]), (0, false));
    assert_eq!(written(&["set", ID, "url", "--unset"]), (0, false));
    assert_eq!(written(&["update", ID, "1", "--note", "x", "--dry-run"]), (2, false));
    assert_eq!(written(&["update", ID, "1", "--note", "x"]), (2, true));
    assert_eq!(written(&[&add[..], &["--dry-run"]].concat()), (1, false));
    assert_eq!(written(&add), (1, true));
    assert_eq!(written(&["recommendation", "remove", ID, "#3", "--dry-run"]), (1, false));
    assert_eq!(written(&["rename", ID, ID]), (0, false));
    assert_eq!(written(&["rename", ID, "new", "--dry-run"]), (1, false));
    assert_eq!(written(&["remove", ID, "--dry-run"]), (0, false));
    assert_eq!(written(&["remove", ID, "--force"]), (0, true));
    repo.write(PATH, LABELS.as_bytes());
    assert_eq!(written(&["rename", ID, "new"]), (1, true));
    // A change of comments alone is one of no key, and yet written.
    let mut edit = repo.command(&["edit", "new", "--format", "json", "--no-input"]);
    let json = finish(edit.env("EDITOR", "sh -c 'echo \"# seen\" >> \"$0\"'").env_remove("VISUAL"));
    if cfg!(unix) {
        let json = json.ends(0).json();
        assert_eq!((json["changed"].as_array().unwrap().len(), &json["written"]), (0, &true.into()));
    }
    let args = ["add", "--title", "z", "--type", "peel", "--published", "2026-11-02", "--format", "json"];
    assert_eq!(repo.run(&args).ends(0).json()["written"], true);
}

#[test]
fn a_diff_has_no_form_as_json() {
    let repo = labels();
    for args in [
        &["set", ID, "title", "y"][..],
        &["update", ID, "1", "--note", "x"],
        &["respond", ID, "--ours", "2"],
        &["recommendation", "add", ID, "--text", "x"],
        &["recommendation", "remove", ID, "1", "--force"],
        &["rename", ID, "new"],
    ] {
        refused(&repo, &[args, &["--diff", "--format", "json"]].concat(), 2, &["--diff is for people"]);
    }
}

#[test]
fn an_item_that_is_not_there_is_said_before_git_is_asked() {
    let repo = labels();
    let run = repo
        .run(&["recommendation", "remove", ID, "77"])
        .ends(1)
        .tells("no recommendation with the label 77");
    assert!(!run.err.contains("git"), "{run:#?}");
    repo.run(&["recommendation", "remove", ID, "1"]).ends(1).tells("git does not have it");
}

#[test]
fn the_keys_that_were_saved_are_named_by_labels() {
    let repo = repo();
    let run = repo.run(&["set", ID, "recommendation[3a].owner", "x"]).ends(0);
    assert!(run.out.ends_with("Saved records/2026-10-custody.toml: recommendation[3a].owner\n"), "{run:#?}");
    let run = repo.run(&["set", ID, "recommendation[#2].owner", "x"]).ends(0);
    assert!(run.out.ends_with(": recommendation[#2].owner\n"), "{run:#?}");
}

#[test]
fn a_label_that_is_taken_is_written_and_told() {
    let repo = repo();
    let run = repo.run(&["set", ID, "recommendation[#2].label", "3b"]).ends(0);
    assert!(!run.err.contains("have the label"), "{run:#?}");
    repo.run(&["set", ID, "recommendation[#2].label", "3a"])
        .ends(0)
        .tells("2 items have the label 3a now: name them by #N");
    let run = repo.run(&["set", ID, "title", "y"]).ends(0);
    assert!(!run.err.contains("have the label"), "{run:#?}");
    let added = repo.run(&["recommendation", "add", ID, "--label", "3a", "--text", "x"]).ends(0);
    added.tells("3 items have the label 3a now");
}

#[test]
fn a_record_that_would_be_too_large_is_not_said_to_be_so() {
    let repo = repo();
    repo.write("long.txt", "x".repeat(1_048_500).as_bytes());
    let before = text(&repo);
    repo.run(&["set", ID, "key_findings", "@long.txt"]).ends(1).tells("the record would have ");
    assert_eq!(changed(&before, &text(&repo)), [""; 0]);
}

#[test]
fn today_and_yesterday_are_days_where_a_date_belongs() {
    let repo = repo();
    let lines = |args: &[&str]| super::lines(&repo, args);
    assert_eq!(lines(&["respond", ID, "--wanted-by", "Today"]), ["+comments_wanted_by = 2026-11-23"]);
    assert_eq!(lines(&["set", ID, "response.dated", "yesterday"]), ["+dated = 2026-11-22"]);
    assert_eq!(
        lines(&["set", ID, "recommendation[#2].due", "yesterday", "--today", "2027-01-01"]),
        ["+due = 2026-12-31"]
    );
    let update = ["update", ID, "3a", "--note", "today", "--date", "yesterday", "--target", "today"];
    let come = lines(&update);
    for line in ["+date = 2026-11-22", "+target = 2026-11-23", "+note = \"today\""] {
        assert!(come.iter().any(|came| came == line), "{line}: {come:?}");
    }
    assert_eq!(lines(&["respond", ID, "--signed-by", "today"]), ["+signed_by = \"today\""]);
    lines(&["respond", ID, "--sent-to", "Panel=today"]);
    assert!(text(&repo).contains("on = 2026-11-23"), "{}", text(&repo));
    lines(&["set", ID, "title", "Today"]);
    assert!(text(&repo).contains("title = \"Today\""));
    // In a record they are no dates.
    repo.write("records/moves.toml", record("x", "today").as_bytes());
    repo.track("check").ends(1).says("records/moves.toml:3");
}
