//! A record under another id: its rights, what names it, and a rename that was cut off.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;

use support::Repo;

const RECORD: &str = "title = \"Custody\"\ntype = \"thematic\"\npublished = 2020-02-11\n";
const AFTER: &str =
    "title = \"After\"\ntype = \"thematic\"\npublished = 2021-05-04\nfollows = [\"custody\"] # see there\n";

fn text(repo: &Repo, path: &str) -> String {
    fs::read_to_string(repo.path(path)).unwrap()
}

#[test]
fn every_reference_goes_with_it() {
    let repo = Repo::with(&[("records/2020/custody.toml", RECORD), ("records/after.toml", AFTER)]);
    let run = repo.track("rename custody cells").ends(0);
    run.says("Renamed records/2020/custody.toml to records/2020/cells.toml; 1 reference\n  records/after.toml: follows[#1]\n");
    assert_eq!(text(&repo, "records/2020/cells.toml"), RECORD);
    assert_eq!(text(&repo, "records/after.toml"), AFTER.replace("\"custody\"", "\"cells\""));
    assert!(!repo.path("records/2020/custody.toml").exists());
}

#[test]
fn a_record_that_names_itself_goes_on_doing_so() {
    let own = format!("{RECORD}follows = [\"custody\"]\n");
    let repo = Repo::with(&[("records/custody.toml", own)]);
    repo.track("rename custody cells").ends(0);
    repo.track("check").ends(1).says("names the record itself");
    assert!(text(&repo, "records/cells.toml").ends_with("follows = [\"cells\"]\n"));
}

#[test]
fn a_rename_that_was_cut_off_is_completed() {
    // What a kill leaves after the new file was made, even of a record that is misread.
    for own in [RECORD.to_owned(), format!("{RECORD}key_findings = \"not closed\n")] {
        let files =
            [("records/custody.toml", &*own), ("records/cells.toml", &*own), ("records/after.toml", AFTER)];
        let repo = Repo::with(&files);
        repo.track("rename custody cells").ends(0).says("1 reference");
        assert!(!repo.path("records/custody.toml").exists());
        assert_eq!(text(&repo, "records/cells.toml"), own);
        assert_eq!(text(&repo, "records/after.toml"), AFTER.replace("\"custody\"", "\"cells\""));
    }
}

#[test]
fn an_id_that_is_taken_is_refused() {
    let files = [("records/custody.toml", RECORD), ("records/2020/after.toml", AFTER)];
    let repo = Repo::with(&files);
    for line in ["rename custody after", "rename custody after --dry-run"] {
        repo.track(line).ends(1).tells("records/2020/after.toml").tells("nothing was written");
    }
    for (path, before) in files {
        assert_eq!(text(&repo, path), before);
    }
}

#[cfg(unix)]
#[test]
fn the_rights_stay() {
    use std::os::unix::fs::PermissionsExt;
    for mode in [0o600, 0o640, 0o444] {
        let repo = Repo::with(&[("records/custody.toml", RECORD)]);
        fs::set_permissions(repo.path("records/custody.toml"), fs::Permissions::from_mode(mode)).unwrap();
        repo.track("rename custody cells").ends(0);
        let kept = fs::metadata(repo.path("records/cells.toml")).unwrap().permissions().mode() & 0o7777;
        assert_eq!(kept, mode, "{kept:o} {mode:o}");
    }
}
