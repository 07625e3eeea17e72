//! `track set`.

use std::fs;

use super::{ID, PATH, changed, lines, refused, repo, text};
use crate::support::Repo;

#[test]
fn a_value_changes_and_its_comment_stays() {
    let repo = repo();
    let set = |key: &str, value: &str| lines(&repo, &["set", ID, key, value]);
    assert_eq!(
        set("title", "Custody"),
        ["-title = \"Custody in the county\"   # as printed", "+title = \"Custody\"   # as printed"]
    );
    assert_eq!(set("published", "6 Oct 2026"), ["-published = 2026-10-05", "+published = 2026-10-06"]);
    assert_eq!(set("recommendations_made", "8"), ["+recommendations_made = 8"]);
    assert_eq!(
        set("recommendation[3a].owner", "Head of Estates"),
        ["-owner = \"Head of Custody\" # since May", "+owner = \"Head of Estates\" # since May"]
    );
    assert_eq!(set("recommendation[#2].outcome", "Partly accepted"), ["+outcome = \"partly-accepted\""]);
    assert_eq!(set("response.comments_received", "none"), ["+comments_received = \"none\""]);
    assert_eq!(set("response.published", "Oct 2026"), ["+published = \"2026-10\""]);
    assert_eq!(set("recommendation[3a].update[#1].by", "A. Person"), ["+by = \"A. Person\""]);
    let run = repo.track("check --format json");
    assert_eq!(run.ends(0).json()["errors"], 0);
}

#[test]
fn lists_take_several_values_and_texts_come_from_files_and_pipes() {
    let repo = repo();
    assert_eq!(
        lines(&repo, &["set", ID, "forces", "A", "B & C"]),
        ["-forces = [\"Cumbria Constabulary\"]", "+forces = [\"A\", \"B & C\"]"]
    );
    repo.write("action.txt", b"\xef\xbb\xbfTwo paragraphs.\r\n\r\n- and a \"list\"\r\n");
    assert_eq!(
        lines(&repo, &["set", ID, "recommendation[3a].action", "@action.txt"]),
        ["+action = \"\"\"", "+Two paragraphs.", "+", "+- and a \"list\\\"\"\"\""]
    );
    let file = repo.path("action.txt");
    let mut command = repo.command(&["set", ID, "key_findings", "-"]);
    let run = crate::support::finish(command.stdin(fs::File::open(file).unwrap()));
    run.ends(0).says("Saved records/2026-10-custody.toml: key_findings");
    assert_eq!(
        lines(&repo, &["set", ID, "recommendation[3a].owner", "@@home"]),
        ["-owner = \"Head of Custody\" # since May", "+owner = \"@home\" # since May"]
    );
}

#[test]
fn a_key_is_taken_away_with_its_line() {
    let repo = repo();
    assert_eq!(
        lines(&repo, &["set", ID, "recommendation[3a].owner", "--unset"]),
        ["-owner = \"Head of Custody\" # since May"]
    );
    assert_eq!(lines(&repo, &["set", ID, "recommendation[3a].owner", "--unset"]), [""; 0]);
    refused(&repo, &["set", ID, "title", "--unset"], 1, &["`title` must be there"]);
    refused(&repo, &["set", ID, "title", "x", "--unset"], 2, &["--unset takes no value"]);
    refused(&repo, &["set", ID, "title"], 2, &["a value is missing"]);
}

#[test]
fn what_stands_already_is_not_written_again() {
    let repo = repo();
    let stamp = || fs::metadata(repo.path(PATH)).unwrap().modified().unwrap();
    let before = stamp();
    for (key, value) in
        [("published", "5/10/2026"), ("title", "Custody in the county"), ("recommendation[3a].ours", "yes")]
    {
        let run = repo.run(&["set", ID, key, value]).ends(0).says("says so already: nothing to change");
        assert!(run.err.is_empty());
    }
    assert_eq!(stamp(), before);
    let json = repo.run(&["set", ID, "type", "custody", "--format", "json"]).ends(0).json();
    assert_eq!(json["changed"], serde_json::json!([]));
}

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let repo = repo();
    let before = text(&repo);
    let run = repo.run(&["set", ID, "response.invited", "7 October 2026", "--dry-run"]).ends(0);
    for words in ["--- a/records/", "-invited = 2026-10-06\n", "+invited = 2026-10-07\n", "Would change"] {
        assert!(run.out.contains(words), "{run:#?}");
    }
    assert_eq!(text(&repo), before);
    assert!(!repo.path(".track.lock").exists(), "a dry run takes no lock");
    let run = repo.run(&["set", ID, "response.invited", "7 October 2026", "--diff"]).ends(0);
    assert!(run.out.contains("+invited = 2026-10-07\n") && run.out.contains("Saved"), "{run:#?}");
    assert_ne!(text(&repo), before);
}

#[test]
fn the_answer_as_json_names_record_and_keys() {
    let repo = repo();
    let json = repo.run(&["set", ID, "recommendation[3a].due", "2027-03", "--format", "json"]).ends(0).json();
    let wanted = serde_json::json!({
        "version": 1, "id": ID, "path": PATH, "changed": ["recommendation[#1].due"], "written": true
    });
    assert_eq!(json, wanted);
}

#[test]
fn what_the_reader_would_not_take_is_refused_before_anything_is_written() {
    let repo = repo();
    for (key, value, words) in [
        ("published", "30 February 2026", "no such day"),
        ("published", "soon", "is no date"),
        ("type", "nationl", "did you mean national?"),
        ("recommendations_made", "-1", "cannot be -1"),
        ("recommendation[3a].ours", "perhaps", "yes or no"),
        ("url", "www.example.org", "no web address"),
        ("titel", "x", "did you mean `title`?"),
        ("recommendation[9].owner", "x", "no recommendation with the label 9"),
        ("title", "@no-such-file", "cannot read `no-such-file`"),
        ("title", " ", "cannot be empty"),
    ] {
        refused(&repo, &["set", ID, key, value], 1, &[words, "nothing was written"]);
    }
}

#[test]
fn what_check_calls_an_error_is_refused_with_its_place() {
    let repo = repo();
    refused(
        &repo,
        &["set", ID, "response.published", "2026-10-01"],
        1,
        &["error[T033]", "the record would have errors; nothing was written"],
    );
    refused(&repo, &["set", ID, "follows", "no-such-record"], 1, &["error[T031]", "no-such-record"]);
    refused(&repo, &["set", ID, "response.answered_by", ID], 1, &["error[T032]"]);
    // A warning is told, and the change is made.
    let run = repo.run(&["set", ID, "published", "2026-12-24"]).ends(0);
    assert!(run.out.contains("Saved") && run.err.contains("warning["), "{run:#?}");
}

#[test]
fn an_error_that_was_there_hinders_no_other_change() {
    let repo = Repo::with(&[(PATH, "title = \"x\"\ntype = \"nationl\"\npublished = 2026-10-05\nodd = 1\n")]);
    assert_eq!(lines(&repo, &["set", ID, "recommendations_made", "2"]), ["+recommendations_made = 2"]);
    assert_eq!(
        lines(&repo, &["set", ID, "type", "national"]),
        ["-type = \"nationl\"", "+type = \"national\""]
    );
    // Where the text is misread, nobody can tell what stands where.
    let repo = Repo::with(&[(PATH, "title = \"x\ntype = \"national\"\npublished = 2026-10-05\n")]);
    refused(
        &repo,
        &["set", ID, "type", "peel"],
        1,
        &["error[T0", "cannot be changed while its file is misread", "track edit"],
    );
}

#[test]
fn the_id_must_be_whole() {
    let repo = repo();
    refused(
        &repo,
        &["set", "custody", "title", "x"],
        1,
        &["no record has the id `custody`", "did you mean `2026-10-custody`?"],
    );
    refused(&repo, &["set", "nothing", "title", "x"], 1, &["no record has the id `nothing`"]);
    refused(&repo, &["set", "../records/2026-10-custody", "title", "x"], 1, &["no record has the id"]);
    let twice =
        Repo::with(&[(PATH, "title = \"x\"\n"), ("records/2026/2026-10-custody.toml", "title = \"x\"\n")]);
    refused(&twice, &["set", ID, "title", "y"], 1, &["2 files have the id"]);
}

#[test]
fn carriage_returns_byte_order_mark_and_missing_last_line_end_stay() {
    let plain = text(&repo());
    let crlf = plain.replace('\n', "\r\n");
    for (name, before) in [
        ("crlf", crlf.clone()),
        ("bom", format!("\u{feff}{plain}")),
        ("bom and crlf", format!("\u{feff}{crlf}")),
        ("no last line end", plain.trim_end().to_owned()),
    ] {
        let repo = Repo::with(&[(PATH, before.as_str())]);
        repo.run(&["set", ID, "response.comments_received", "none"]).ends(0);
        let end = if before.contains('\r') { "\r\n" } else { "\n" };
        let added = format!("invited = 2026-10-06{end}comments_received = \"none\"");
        assert_eq!(text(&repo), before.replace("invited = 2026-10-06", &added), "{name}");
        repo.run(&["set", ID, "response.comments_received", "--unset"]).ends(0);
        assert_eq!(text(&repo), before, "{name}");
    }
}

#[test]
fn what_a_change_shows_steers_no_terminal() {
    let repo = repo();
    let run = repo.run(&["set", ID, "recommendation[3a].owner", "\u{1b}[2Jx\u{202e}", "--diff"]).ends(0);
    assert!(!run.out.contains('\u{1b}') && !run.out.contains('\u{202e}'), "{run:#?}");
    let shown = repo.run(&["show", ID, "--format", "json"]).json();
    assert_eq!(shown["record"]["recommendation"][0]["owner"], "\u{1b}[2Jx\u{202e}");
    let run = repo.run(&["set", ID, "recommendation[\u{1b}[31m].owner", "x"]).ends(1);
    assert!(!run.err.contains('\u{1b}'), "{run:#?}");
}

#[test]
fn an_answer_that_cannot_be_printed_says_that_the_record_is_saved() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let repo = repo();
    let before = text(&repo);
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let run = repo.command(&["set", ID, "title", "Kept"]).stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(said.contains("the record is saved and whole, but cannot write"), "{said}");
    assert_eq!(changed(&before, &text(&repo)).len(), 2);
}
