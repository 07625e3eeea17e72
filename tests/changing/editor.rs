//! `track edit`: nothing that was typed is ever thrown away.

#![cfg(unix)]

use std::fs;
use std::process::Command;

use super::{ID, PATH, repo, text};
use crate::support::{Repo, Run, finish};

/// How the name of a kept text begins.
const DRAFT: &str = "records/.track-edit-2026-10-custody.";

fn edit(repo: &Repo, editor: &str, more: &[&str]) -> Run {
    finish(command(repo, editor).args(more))
}

fn command(repo: &Repo, editor: &str) -> Command {
    let mut command = repo.command(&["edit", ID]);
    command.env_remove("VISUAL").env("EDITOR", editor);
    command
}

/// The texts that are kept, in the order of their numbers.
fn drafts(repo: &Repo) -> Vec<std::path::PathBuf> {
    let files = crate::support::files_below(repo.dir.path());
    let mut drafts: Vec<_> =
        files.iter().filter(|file| file.starts_with(DRAFT)).map(|file| repo.path(file)).collect();
    drafts.sort();
    drafts
}

/// The text that is kept; there may be one at most.
fn draft(repo: &Repo) -> Option<String> {
    let drafts = drafts(repo);
    assert!(drafts.len() < 2, "{drafts:?}");
    drafts.first().map(|draft| fs::read_to_string(draft).unwrap())
}

#[test]
fn what_passes_is_saved_and_the_copy_goes() {
    let repo = repo();
    let before = text(&repo);
    let run = edit(&repo, "sed -i s/county/land/", &["--diff"]).ends(0);
    assert!(run.out.contains("+title = \"Custody in the land\"") && run.out.contains("Saved"), "{run:#?}");
    assert_eq!(text(&repo), before.replace("county", "land"));
    assert_eq!(draft(&repo), None);
    edit(&repo, "true", &[]).ends(0).says("nothing was changed");
    assert_eq!(draft(&repo), None);
    let json = edit(&repo, "sed -i s/land/county/", &["--format", "json"]).ends(0).json();
    assert_eq!(json["changed"], serde_json::json!(["title"]));
}

#[test]
fn an_editor_that_renames_is_as_good() {
    let repo = repo();
    edit(&repo, "sh -c 'sed s/county/land/ \"$1\" > \"$1.new\" && mv \"$1.new\" \"$1\"' x", &[]).ends(0);
    assert!(text(&repo).contains("land"));
    assert_eq!(draft(&repo), None);
}

#[test]
fn what_has_errors_is_kept_beside_and_gone_on_with() {
    let repo = repo();
    let before = text(&repo);
    let run = edit(&repo, "sed -i s/^title/titel/", &[]).ends(1);
    run.tells("unknown key `titel`").tells("nothing was written").tells(DRAFT).tells("--resume");
    assert_eq!(text(&repo), before);
    assert_eq!(draft(&repo).unwrap(), before.replace("title =", "titel ="));
    // Every command passes it over.
    repo.track("check").ends(0).tells(DRAFT);
    assert_eq!(repo.track("list --format json").json()["left_out"], serde_json::json!([]));
    // Under another name, or without the record, nobody would look for it.
    repo.run(&["rename", ID, "new"]).ends(1).tells(DRAFT).tells("nothing was written");
    repo.run(&["remove", ID, "--force"]).ends(1).tells(DRAFT).tells("nothing was written");
    // A second edit does not write over it.
    edit(&repo, "true", &[]).ends(1).tells("an edit that did not end").tells("--anew");
    assert!(draft(&repo).unwrap().contains("titel"));
    // Gone on with, mended; the person is shown what it changes, and insists.
    edit(&repo, "sed -i s/^titel/title/", &["--resume"]).ends(0).says("nothing was changed");
    assert_eq!(draft(&repo), None);
}

#[test]
fn a_text_begun_before_another_change_is_not_saved_unseen() {
    let repo = repo();
    edit(&repo, "sed -i 's/^title/titel/; s/county/land/'", &[]).ends(1);
    repo.run(&["set", ID, "recommendations_made", "8"]).ends(0);
    let run = edit(&repo, "sed -i s/^titel/title/", &["--resume"]).ends(1);
    run.tells("-recommendations_made = 8").tells("has changed since").tells("--merged");
    edit(&repo, "true", &["--resume", "--insist"]).ends(1).tells("--merged");
    assert!(text(&repo).contains("recommendations_made"));
    assert!(draft(&repo).is_some());
}

#[test]
fn a_person_may_insist() {
    let repo = repo();
    edit(&repo, "sed -i s/^title/titel/", &["--insist"]).ends(0).says("Saved");
    assert!(text(&repo).contains("titel ="));
    assert_eq!(draft(&repo), None);
    // A record with errors is what the editor is for.
    edit(&repo, "sed -i s/^titel/title/", &[]).ends(0).says("title");
}

#[test]
fn a_record_that_changed_meanwhile_is_left_and_the_text_kept() {
    let repo = repo();
    let script = format!("sh -c 'sed -i s/county/land/ \"$1\"; echo \"# theirs\" >> {PATH}' x");
    let run = edit(&repo, &script, &[]).ends(1);
    run.tells("was changed by somebody else").tells(DRAFT);
    assert!(text(&repo).contains("county") && text(&repo).ends_with("# theirs\n"));
    assert!(draft(&repo).unwrap().contains("land"));
    // Begun anew, it stays where it is.
    edit(&repo, "true", &["--anew"]).ends(0);
    assert!(draft(&repo).unwrap().contains("land"));
    // Gone on with, and said to hold what was changed meanwhile.
    let script = "sh -c 'echo \"# theirs\" >> \"$1\"' x";
    edit(&repo, script, &["--resume", "--merged"]).ends(0);
    assert!(text(&repo).contains("land") && text(&repo).ends_with("# theirs\n"));
    assert_eq!(draft(&repo), None);
}

/// Two at one record: whoever saves later is told, and keeps every word.
#[test]
fn two_edits_at_once_never_meet() {
    let repo = repo();
    // The first editor is still open when the second begins and saves.
    let script = repo.path("first.sh");
    fs::write(
        &script,
        format!(
            "EDITOR='sed -i s/roof/second/' {} edit {ID} --anew >&2\necho '# first' >> \"$1\"\n",
            env!("CARGO_BIN_EXE_track")
        ),
    )
    .unwrap();
    let run = edit(&repo, &format!("sh {}", script.display()), &[]).ends(1);
    run.tells("Saved").tells("was changed by somebody else").tells(DRAFT);
    assert!(text(&repo).contains("mend the second") && !text(&repo).contains("# first"));
    assert!(draft(&repo).unwrap().ends_with("# first\n"));
}

#[test]
fn an_editor_that_returns_at_once_is_told_of_and_its_text_is_found() {
    let repo = repo();
    edit(&repo, "true", &[]).ends(0).tells("--wait");
    // It saves when track is gone.
    let script = repo.path("later.sh");
    fs::write(&script, "(sleep 0.3; sed s/county/land/ records/*.toml > \"$1\") >/dev/null 2>&1 &\n")
        .unwrap();
    edit(&repo, &format!("sh {}", script.display()), &[]).ends(0);
    let end = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while draft(&repo).is_none_or(|text| !text.contains("land")) {
        assert!(std::time::Instant::now() < end, "the editor never saved");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    repo.track("check").ends(0).tells(DRAFT);
    edit(&repo, "true", &["--resume"]).ends(0).says("title");
    assert!(text(&repo).contains("land"));
}

#[test]
fn an_editor_that_fails_loses_nothing() {
    let repo = repo();
    let before = text(&repo);
    edit(&repo, "no-such-editor-at-all", &[]).ends(1).tells("no-such-editor-at-all").tells("EDITOR=nano");
    assert_eq!(draft(&repo), None, "the copy said nothing new");
    edit(&repo, "sh -c 'echo \"# mine\" >> \"$1\"; exit 3' x", &[]).ends(1).tells(DRAFT);
    assert!(draft(&repo).unwrap().ends_with("# mine\n"));
    fs::remove_file(&drafts(&repo)[0]).unwrap();
    edit(&repo, "rm", &[]).ends(1).tells("left no text").tells("nothing was written");
    let run = finish(command(&repo, "").env("VISUAL", ""));
    run.ends(1).tells("no editor is named");
    assert_eq!(text(&repo), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_killed_edit_leaves_the_text() {
    let repo = repo();
    let before = text(&repo);
    let script =
        "sh -c 'echo \"# mine\" >> \"$1\"; kill -9 $(cut -d\" \" -f4 /proc/$PPID/stat); sleep 0.2' x";
    let output = command(&repo, script).output().unwrap();
    assert!(output.status.code().is_none(), "{output:?}");
    assert_eq!(text(&repo), before);
    assert!(draft(&repo).unwrap().ends_with("# mine\n"));
    // The next write does not sweep it.
    repo.run(&["set", ID, "recommendations_made", "8"]).ends(0);
    assert!(draft(&repo).is_some());
}

#[test]
fn bytes_that_are_no_text_and_links_are_kept_where_they_are() {
    let repo = repo();
    let before = text(&repo);
    edit(&repo, "sh -c 'printf \"\\377\" >> \"$1\"' x", &[]).ends(1).tells("UTF-8").tells(DRAFT);
    assert!(fs::read(&drafts(&repo)[0]).unwrap().ends_with(b"\xff"));
    fs::remove_file(&drafts(&repo)[0]).unwrap();
    edit(&repo, "sh -c 'rm \"$1\"; ln -s /etc/hostname \"$1\"' x", &[]).ends(1).tells("link");
    assert_eq!(text(&repo), before);
}

#[test]
fn nobody_may_read_the_copy_who_may_not_read_the_record() {
    use std::os::unix::fs::PermissionsExt;
    let repo = repo();
    fs::set_permissions(repo.path(PATH), fs::Permissions::from_mode(0o600)).unwrap();
    edit(&repo, "sh -c 'stat -c %a \"$1\" > mode' x", &[]).ends(0);
    assert_eq!(fs::read_to_string(repo.path("mode")).unwrap().trim(), "600");
    // A copy that cannot be laid is none.
    fs::set_permissions(repo.path("records"), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(repo.path("records/x"), "").is_err() {
        edit(&repo, "true", &[]).ends(3).tells("nothing was written");
        assert_eq!(draft(&repo), None);
    }
    fs::set_permissions(repo.path("records"), fs::Permissions::from_mode(0o755)).unwrap();
}
