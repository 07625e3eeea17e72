//! The commands on a terminal: they ask plainly, and write nothing before the last answer.

#![cfg(target_os = "linux")]

use super::{ID, repo, text};

#[test]
fn respond_walks_through_the_steps() {
    let repo = repo();
    // wanted by; received; joint? n; comments of the body; the chief officer's; reply; 3a; #2: no action; published; url; copies
    let keys = r"2 November 2026\nn\nn\nI welcome it.\n\nAnd more.\n.\n\n\nA board hangs.\n.\n\nThe roof is let.\n.\n23/11/2026\nexample.org\nhttps://example.org/r\n\n\n";
    let Some((code, said)) = repo.on_a_terminal(&["respond", ID], keys) else { return };
    assert_eq!(code, 0, "{said}");
    for words in
        ["in the order of section 55", "no web address", "A copy went to the inspectorate on", "Saved"]
    {
        assert!(said.contains(words), "`{words}` is not in {said}");
    }
    let text = text(&repo);
    for line in [
        "comments_wanted_by = 2026-11-02\n",
        "comments_received = \"none\"\n",
        "local_policing_body = \"\"\"\nI welcome it.\n\nAnd more.\"\"\"\n",
        "action = \"A board hangs.\"\n",
        "no_action_because = \"The roof is let.\"\n",
        "published = 2026-11-23\n",
        "url = \"https://example.org/r\"\n",
    ] {
        assert!(text.contains(line), "`{line}` is not in {text}");
    }
    assert!(!text.contains("sent_to_inspectorate"), "{text}");
}

#[test]
fn update_asks_which_and_what() {
    let repo = repo();
    let keys = r"3a\nclosed\nAll boards hang.\n.\nA. Person\n";
    let Some((code, said)) = repo.on_a_terminal(&["update", ID], keys) else { return };
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("#1  3a  (in-progress) By March 2027") && said.contains("3a is closed"), "{said}");
    assert!(text(&repo).contains("status = \"closed\"\nby = \"A. Person\"\nnote = \"All boards hang.\"\n"));
    // Numbers choose as well, and nonsense is asked again.
    let (code, said) = repo.on_a_terminal(&["update", ID], r"9\n2\nnonsense\n3\n\n\n").unwrap();
    assert!(code == 0 && said.contains("none of these"), "{said}");
    assert!(said.contains("#2 is in progress"), "{said}");
    // A part of an id is offered and asked.
    let (code, said) = repo.on_a_terminal(&["update", "custody", "#2", "--note", "x"], r"y\n").unwrap();
    assert!(code == 0 && said.contains("`2026-10-custody` is meant?"), "{said}");
}

#[test]
fn an_item_is_asked_for() {
    let repo = repo();
    let keys = r"4\nDo it.\n.\ny\nBy March 2027\n\n";
    let Some((code, said)) = repo.on_a_terminal(&["recommendation", "add", ID], keys) else { return };
    assert_eq!(code, 0, "{said}");
    assert!(
        text(&repo).contains("label = \"4\"\ntext = \"Do it.\"\nours = true\ndeadline = \"By March 2027\"\n")
    );
}

#[test]
fn an_interrupt_and_the_end_of_input_leave_nothing_behind() {
    for args in [&["respond", ID][..], &["update", ID], &["update", ID, "3a"], &["recommendation", "add", ID]]
    {
        for end in [r"\x03\n", r"\x04\n"] {
            for before in ["", r"1\n"] {
                let repo = repo();
                let whole = text(&repo);
                let Some((code, said)) = repo.on_a_terminal(args, &format!("{before}{end}")) else { return };
                assert!([1, 102, 130].contains(&code), "{args:?} {code} {said}");
                assert_eq!(text(&repo), whole);
                assert!(!repo.path(".track.lock").exists(), "nothing was begun");
            }
        }
    }
}

#[test]
fn a_line_that_the_terminal_cuts_is_not_taken() {
    let repo = repo();
    let keys = format!(r"{}\nShort.\n.\n", "x".repeat(5_000));
    let Some((code, said)) = repo.on_a_terminal(&["update", ID, "#2", "--status", "closed"], &keys) else {
        return;
    };
    assert!(code == 0 && said.contains("a terminal cuts lines"), "{code} {said}");
    assert!(text(&repo).contains("note = \"Short.\""), "{}", text(&repo));
}

#[test]
fn no_input_never_asks() {
    let repo = repo();
    let whole = text(&repo);
    for (args, code) in [
        (&["update", ID, "--no-input"][..], 2),
        (&["update", ID, "3a", "--no-input"], 2),
        (&["recommendation", "add", ID, "--no-input"], 2),
        (&["update", "custody", "3a", "--note", "x", "--no-input"], 1),
        (&["remove", ID, "--no-input"], 1),
        (&["respond", ID, "--no-input"], 0),
    ] {
        let Some((ended, said)) = repo.on_a_terminal(args, "") else { return };
        assert_eq!(ended, code, "{args:?} {said}");
    }
    assert_eq!(text(&repo), whole);
}

#[test]
fn the_editor_is_gone_back_into() {
    let repo = repo();
    // The first time it breaks the title, the second time it mends it.
    let script = "#!/bin/sh\nif grep -q ^titel \"$1\"; then sed -i 's/^titel/title/; s/county/land/' \"$1\"; else sed -i s/^title/titel/ \"$1\"; fi\n";
    repo.write("editor", script.as_bytes());
    repo.write("track.toml", b"");
    let editor = format!("sh {}", repo.path("editor").display());
    let run = |keys: &str| {
        let mut args = vec!["edit", ID];
        args.extend(["--color", "never"]);
        repo.on_a_terminal_with(&[("EDITOR", &editor)], &args, keys)
    };
    let Some((code, said)) = run(r"\n") else { return };
    assert!(code == 0 && said.contains("go back in (Enter)") && said.contains("Saved"), "{code} {said}");
    assert!(text(&repo).contains("land"));
    // Kept, and offered the next time.
    let (code, said) = run(r"k\n").unwrap();
    assert!(code == 1 && said.contains("kept whole in records/.track-edit-"), "{code} {said}");
    let (code, said) = run(r"g\ny\n").unwrap();
    assert!(code == 0 && said.contains("An edit of this record did not end"), "{code} {said}");
}

/// What was answered about another version of the record is not written over it, and is kept.
#[test]
fn a_record_that_changes_between_the_questions_is_refused_and_the_answers_are_kept() {
    let repo = repo();
    // A colleague removes the first item while the note on the second is typed.
    let colleague =
        format!("{} recommendation remove {ID} 3a --force >/dev/null 2>&1", env!("CARGO_BIN_EXE_track"));
    let keys =
        [r"#2\n", r"closed\n", &format!("!{colleague}\\n"), r"All of the roof.\n", r".\n", r"\n"].concat();
    let Some((code, said)) = repo.on_a_terminal(&["update", ID], &keys) else { return };
    assert!(code == 1 && said.contains("changed by somebody else in the meantime"), "{code} {said}");
    let files = crate::support::files_below(repo.dir.path());
    let kept = files.iter().find(|file| file.contains(".track-edit-")).unwrap();
    assert!(said.replace("\r\n", " ").contains(kept.as_str()), "{said}");
    assert!(std::fs::read_to_string(repo.path(kept)).unwrap().contains("note = \"All of the roof.\""));
    assert!(!text(&repo).contains("All of the roof.") && !text(&repo).contains("3a"));
}

#[test]
fn what_cannot_be_is_said_before_a_text_is_typed() {
    let repo = repo();
    for args in [
        &["update", ID, "9"][..],
        &["update", ID, "3a", "--target", "soon"],
        &["update", ID, "3a", "--status", "done"],
        &["recommendation", "add", ID, "--ours", "maybe"],
    ] {
        let Some((code, said)) = repo.on_a_terminal(args, "") else { return };
        assert!(code == 1 && said.contains("nothing was written") && !said.contains("> "), "{args:?} {said}");
    }
    // A day that cannot be is asked for again at once.
    let keys =
        r"2 November 2026\ny\n1 October 2026\n9 November 2026\nn\n\n\n\n\n\n\n\n\n1 October 2026\n\n\n\n\n";
    let (code, said) = repo.on_a_terminal(&["respond", ID], keys).unwrap();
    assert_eq!(code, 0, "{said}");
    assert!(
        text(&repo).contains("comments_received = 2026-11-09\n") && !text(&repo).contains("2026-10-01"),
        "{said}"
    );
}

#[test]
fn what_is_pasted_is_one_answer_whatever_its_lines() {
    let repo = repo();
    // Without the marks of a paste, the blank line would be no text at all, and the point the end of it.
    let keys = r"closed\n\x1b[200~\nFirst.\n.\nLast.\x1b[201~\n.\n\n";
    let Some((code, said)) = repo.on_a_terminal_with(&[("TERM", "xterm")], &["update", ID, "#2"], keys)
    else {
        return;
    };
    assert_eq!(code, 0, "{said}");
    assert!(text(&repo).contains("note = \"\"\"\nFirst.\n.\nLast.\"\"\"\n"), "{}", text(&repo));
    // Of a title that a page breaks into lines, one is made.
    let keys = r"\x1b[200~Left at\nthe roadside\x1b[201~\nnational\n20 November 2026\n\n\n\n";
    let (code, said) = repo.on_a_terminal_with(&[("TERM", "xterm")], &["add"], keys).unwrap();
    assert!(code == 0 && repo.path("records/2026-11-left-roadside.toml").exists(), "{code} {said}");
}
