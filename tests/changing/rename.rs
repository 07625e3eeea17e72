//! `track rename` and `track remove`.

use std::fs;

use super::{ID, PATH, repo, text};
use crate::support::{Repo, files_below, record};

const OTHER: &str = "records/2026/other.toml";

/// The record, and another that names it by every key that can.
fn referred_to() -> Repo {
    let repo = repo();
    let other = format!(
        "{}follows = ['{ID}'] # {ID}\n[[recommendation]]\ntext = \"{ID}\"\n[[recommendation.update]]\r\ndate = 2026-11-11\n\
         status = \"superseded\"\nsuperseded_by = \"{ID}\"\n[response]\ncovered_by = \"{ID}\"\nbecause = \"{ID}\"\n",
        record("Other", "2026-11-10")
    );
    repo.write(OTHER, other.as_bytes());
    repo
}

fn records(repo: &Repo) -> Vec<String> {
    files_below(&repo.path("records"))
}

#[test]
fn every_reference_is_changed_and_nothing_else() {
    let repo = referred_to();
    let (own, other) = (text(&repo), fs::read_to_string(repo.path(OTHER)).unwrap());
    repo.run(&["rename", ID, "2026-10-custody-visit", "--dry-run"]).ends(0).says("Would rename");
    assert_eq!(records(&repo), ["2026-10-custody.toml", "2026/other.toml"]);
    repo.run(&["rename", ID, "2026-10-custody-visit"]).ends(0).says("3 references");
    assert_eq!(records(&repo), ["2026-10-custody-visit.toml", "2026/other.toml"]);
    assert_eq!(fs::read_to_string(repo.path("records/2026-10-custody-visit.toml")).unwrap(), own);
    let wanted = other
        .replace(&format!("['{ID}']"), "[\"2026-10-custody-visit\"]")
        .replace(&format!("superseded_by = \"{ID}\""), "superseded_by = \"2026-10-custody-visit\"")
        .replace(&format!("covered_by = \"{ID}\""), "covered_by = \"2026-10-custody-visit\"");
    assert_eq!(fs::read_to_string(repo.path(OTHER)).unwrap(), wanted);
    let json = repo.run(&["rename", "2026-10-custody-visit", ID, "--format", "json"]).ends(0).json();
    assert_eq!((json["id"].as_str(), json["path"].as_str()), (Some(ID), Some(PATH)));
    assert_eq!(json["references"].as_array().unwrap().len(), 3);
}

#[test]
fn a_name_that_cannot_be_is_refused() {
    let repo = referred_to();
    for (new, words) in [
        ("other", "is there already"),
        ("Custody", "small letters"),
        ("../out", "small letters"),
        ("con", "Windows keeps this name"),
        ("cust\u{f6}dy", "small letters"),
        ("", "cannot be empty"),
    ] {
        repo.run(&["rename", ID, new]).ends(1).tells(words).tells("nothing was written");
    }
    repo.run(&["rename", ID, ID]).ends(0).says("nothing to change");
    assert_eq!(records(&repo), ["2026-10-custody.toml", "2026/other.toml"]);
}

#[test]
fn a_file_that_may_refer_to_it_and_cannot_be_read_hinders_both() {
    let repo = repo();
    repo.write("records/broken.toml", format!("follows = [\"{ID}\"\ntitle = \"x\n").as_bytes());
    repo.run(&["rename", ID, "new"]).ends(1).tells("records/broken.toml").tells("nothing was written");
    repo.run(&["remove", ID, "--force"]).ends(1).tells("records/broken.toml").tells("nothing was written");
    // One that does not name it hinders nobody.
    repo.write("records/broken.toml", b"title = \"x\n");
    repo.run(&["rename", ID, "new"]).ends(0);
}

#[test]
fn a_rename_that_was_cut_off_goes_on() {
    let repo = referred_to();
    // As after a kill: made under the new id, references not yet changed.
    fs::copy(repo.path(PATH), repo.path("records/new.toml")).unwrap();
    repo.run(&["rename", ID, "new"]).ends(0).says("3 references");
    assert_eq!(records(&repo), ["2026/other.toml", "new.toml"]);
    repo.track("check").ends(0);
}

#[cfg(unix)]
#[test]
fn a_step_that_fails_takes_the_others_back() {
    use std::os::unix::fs::PermissionsExt;
    let repo = referred_to();
    let other = fs::read(repo.path(OTHER)).unwrap();
    fs::set_permissions(repo.path(OTHER), fs::Permissions::from_mode(0o444)).unwrap();
    repo.run(&["rename", ID, "new"])
        .ends(1)
        .tells("forbid that it is changed")
        .tells("every record stands as it was");
    assert_eq!(records(&repo), ["2026-10-custody.toml", "2026/other.toml"]);
    assert_eq!(fs::read(repo.path(OTHER)).unwrap(), other);
}

#[cfg(unix)]
#[test]
fn the_mode_goes_with_the_name() {
    use std::os::unix::fs::PermissionsExt;
    let repo = repo();
    fs::set_permissions(repo.path(PATH), fs::Permissions::from_mode(0o600)).unwrap();
    repo.run(&["rename", ID, "new"]).ends(0);
    assert_eq!(fs::metadata(repo.path("records/new.toml")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_record_that_another_names_stays() {
    let repo = referred_to();
    repo.run(&["remove", ID, "--force"]).ends(1).tells("3 places refer to").tells("follows[#1]");
    assert_eq!(records(&repo).len(), 2);
    repo.run(&["remove", "other", "--dry-run"]).ends(0).says("Would remove");
    repo.run(&["remove", "other"]).ends(1).tells("git does not have it").tells("--force");
    assert_eq!(records(&repo).len(), 2);
    repo.run(&["remove", "other", "--force"]).ends(0).says("Removed records/2026/other.toml");
    repo.run(&["remove", ID, "--force"]).ends(0);
    assert_eq!(records(&repo).len(), 0);
}

#[test]
fn what_git_has_may_go_and_how_to_get_it_back_is_said() {
    let repo = repo();
    let git = |args: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.current_dir(repo.dir.path())
            .args(["-c", "user.name=x", "-c", "user.email=x@example.org"])
            .args(args);
        git.output().is_ok_and(|output| output.status.success())
    };
    if !git(&["init", "-q"]) {
        return; // a machine without git
    }
    assert!(git(&["add", "records"]) && git(&["commit", "-qm", "x"]));
    let whole = text(&repo);
    let run = repo.run(&["remove", ID]).ends(0);
    let back = run.err.trim().strip_prefix("to get it back: git -C ").unwrap().to_owned();
    let back = back.split_once(' ').unwrap().1;
    assert!(git(&back.split(' ').collect::<Vec<_>>()), "{back}");
    assert_eq!(text(&repo), whole);
    // Changed since: git does not have it as it stands.
    repo.run(&["set", ID, "title", "y"]).ends(0);
    repo.run(&["remove", ID]).ends(1).tells("another version");
    repo.run(&["recommendation", "remove", ID, "3a"]).ends(1).tells("another version");
}

#[test]
fn a_record_that_names_itself_names_its_new_id() {
    let repo = repo();
    let own = text(&repo).replace(
        "status = \"in-progress\"",
        &format!("status = \"superseded\" # {ID}\nsuperseded_by = \"{ID}\""),
    );
    fs::write(repo.path(PATH), &own).unwrap();
    let key = "recommendation[#1].update[#1].superseded_by";
    let dry = repo.run(&["rename", ID, "new", "--dry-run"]).ends(0);
    dry.says("1 reference").says("+superseded_by = \"new\"").says(&format!("records/new.toml: {key}"));
    repo.run(&["rename", ID, "new"]).ends(0).says("1 reference").says(key);
    let wanted = own.replace(&format!("superseded_by = \"{ID}\""), "superseded_by = \"new\"");
    assert_eq!(fs::read_to_string(repo.path("records/new.toml")).unwrap(), wanted);
    assert_eq!(records(&repo), ["new.toml"]);
}
