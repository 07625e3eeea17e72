//! What documents say of records of every sort, as a person reads them: a text for each layout, kept to be read.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;

use support::{Repo, files_below, own_root};

/// The records whose documents are read, with the settings of their office.
fn office() -> Repo {
    let folder = own_root().join("tests/fixtures/rendering");
    let files = files_below(&folder).into_iter().map(|path| {
        let text = fs::read(folder.join(&path)).unwrap();
        (path, text)
    });
    Repo::with(&files.collect::<Vec<_>>())
}

/// Every document of a layout as plain text, with what is told beside it.
fn documents(repo: &Repo, layout: &str) -> String {
    let mut all = String::new();
    for path in files_below(&repo.path("records")) {
        let id = path.trim_end_matches(".toml");
        let run = repo.track(&format!("render {id} --layout {layout}")).ends(0);
        all.push_str(&format!("======== {id}\n{}", run.out));
        for line in run.err.lines() {
            all.push_str(&format!("  {line}\n"));
        }
        all.push('\n');
    }
    all
}

#[test]
fn documents_read_as_they_were_accepted() {
    let repo = office();
    for layout in ["statutory", "cumbria", "letter"] {
        let said = documents(&repo, layout);
        let path = own_root().join(format!("tests/golden/rendering/{layout}.txt"));
        if std::env::var_os("ACCEPT").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &said).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(said, golden, "{layout}: to take it as right: ACCEPT=1 cargo test --test rendered");
    }
}

/// What must hold in every layout, whatever is accepted above.
#[test]
fn nothing_is_lost_made_up_or_told_that_is_private() {
    let repo = office();
    for layout in ["statutory", "cumbria", "letter"] {
        let of = |id: &str| repo.track(&format!("render {id} --layout {layout}")).ends(0).out;
        for (id, says, never) in [
            ("2015-02", &["We welcome"][..], &["section 37", "56 days", "HMICFRS"][..]),
            ("2023-02", &["the Chief Constable", "Ann Example"], &["the The", "the the", "The Police"]),
            (
                "2024-02",
                &[
                    "Three of the eight recommendations",
                    "Decision: accepted",
                    "Decision: not accepted",
                    "Decision: accepted in part",
                    "Deadline: within six months",
                    "Deadline as a date: 11 August 2024",
                    "Exampleshire Police and the coastguard",
                    "cause of concern 3",
                    "20 February 2024 (pending sign-off): Almost.",
                    "he response was late",
                ],
                &["Nobody else", "This came after"],
            ),
            (
                "2024-04",
                &["Nobody asked, and nobody answered"],
                &["Response to", "Response to Report", "the response", "nnex"],
            ),
            (
                "2024-07",
                &["I thank the Chief Constable.", "Deadline as moved by the inspectorate: 1 December 2024"],
                &["gave more time"],
            ),
            ("2025-02", &["made no recommendations", "Area for improvement"], &["Recommendations and what"]),
            ("2026-09", &["DRAFT", "write the response that was asked for"], &["55("]),
            ("2024-05", &["20 September 2024: All of them are right."], &[]),
            (
                "2026-10",
                &["line 20 of the record: the chief officer's comments are dated before they were invited"],
                &["13 October", "9 October", "Oona", "made one recommendation"],
            ),
        ] {
            let text = of(id);
            for words in says {
                assert!(text.contains(words), "{layout}: `{words}` is not in\n{text}");
            }
            for words in never {
                assert!(!text.contains(words), "{layout}: `{words}` is in\n{text}");
            }
        }
    }
}

#[test]
fn no_explanation_is_asked_of_what_was_out_before_the_law() {
    let repo = office();
    for line in ["render 2015-02", "show 2015-02"] {
        let run = repo.track(line).ends(0);
        assert!(!run.out.contains("55(5B)") && !run.err.contains("55(5B)"), "{run:#?}");
    }
    repo.track("render 2015-02").tells("record 1 more recommendation: 3 are said to be made");
}

#[test]
fn a_letter_bears_its_own_date_unless_another_is_given() {
    let repo = office();
    repo.track("render 2023-02 --layout letter").ends(0).says("\n30 March 2023\n");
    repo.track("render 2023-02 --layout letter --date 2023-04-03").ends(0).says("\n3 April 2023\n");
    repo.track("render 2024-05 --layout letter").ends(0).says("Exampleshire\n\nTo: ");
}
