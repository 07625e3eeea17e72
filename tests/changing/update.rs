//! `track update`.

use super::{ID, lines, refused, repo, text};
use crate::support::Repo;

#[test]
fn an_update_is_added_after_those_of_its_item() {
    let repo = repo();
    let args = [
        "update",
        ID,
        "3a",
        "--status",
        "pending sign-off",
        "--note",
        "All boards hang.",
        "--by",
        "A. Person",
    ];
    assert_eq!(
        lines(&repo, &args),
        [
            "+[[recommendation.update]]",
            "+date = 2026-11-23",
            "+status = \"pending-sign-off\"",
            "+by = \"A. Person\"",
            "+note = \"All boards hang.\"",
            "+"
        ]
    );
    assert!(text(&repo).contains("note = \"All boards hang.\"\n\n[[recommendation]]\ntext = \"The force"));
    let run = repo
        .run(&["update", ID, "3a", "--status", "closed", "--note", "Done.", "--date", "1/11/2026"])
        .ends(0);
    assert!(
        run.out.contains(
            "3a was closed from 1 November 2026 (before that in progress), and is still pending sign-off"
        ),
        "{run:#?}"
    );
    assert!(run.err.contains("warning["), "out of order is told: {run:#?}");
}

#[test]
fn several_and_all_open_are_updated_alike() {
    let repo = repo();
    let before = text(&repo).matches("[[recommendation.update]]").count();
    repo.run(&["update", ID, "3a", "#2", "--note", "x"]).ends(0).says("noted of recommendations 3a and #2");
    assert_eq!(text(&repo).matches("[[recommendation.update]]").count(), before + 2);
    // 3a is in progress already: it is passed over.
    let run = repo.run(&["update", ID, "--all-open", "--status", "in-progress"]).ends(0);
    assert!(run.out.contains("#2 is in progress (was open)") && !run.out.contains("3a is"), "{run:#?}");
    refused(&repo, &["update", ID, "--all-open", "--status", "in-progress"], 1, &["are in-progress already"]);
    repo.run(&["update", ID, "--all-open", "--status", "closed", "--note", "Done."])
        .ends(0)
        .says("no item open");
    refused(&repo, &["update", ID, "--all-open", "--note", "x"], 1, &["no item is open"]);
    refused(&repo, &["update", ID, "3a", "--all-open", "--note", "x"], 2, &["cannot be used with"]);
}

#[test]
fn what_says_nothing_new_is_refused() {
    let repo = repo();
    for (args, code, words) in [
        (&["3a", "--status", "in-progress"][..], 1, "3a is in-progress already"),
        (&["3a", "--status", "closed"], 1, "closing wants a note"),
        (&["3a", "--status", "done", "--note", "x"], 1, "allowed: open, "),
        (&["3a"], 2, "--status or --note must be given"),
        (&["--note", "x"], 2, "say which"),
        (&["3b", "--note", "x"], 1, "no recommendation with the label 3b"),
        (&["#3", "--note", "x"], 1, "no recommendation #3: the last is #2"),
        (&["3a", "--note", "x", "--date", "March 2026"], 1, "must be a day"),
        (&["3a", "--note", "x", "--target", "soon"], 1, "is no date"),
        (&["3a", "--superseded-by", "no-such"], 1, "error[T031]"),
        (
            &["3a", "--superseded-by", ID, "--status", "closed", "--note", "x"],
            2,
            "makes the status superseded",
        ),
    ] {
        refused(&repo, &[&["update", ID], args].concat(), code, &[words]);
    }
    repo.run(&["update", ID, "3a", "--status", "in-progress", "--note", "Still so."])
        .ends(0)
        .says("as before");
}

#[test]
fn two_of_one_label_are_told_apart_by_position() {
    let text = "title = \"x\"\ntype = \"peel\"\npublished = 2026-10-05\n\
        [[recommendation]]\nlabel = \"1\"\ntext = \"a\"\n[[recommendation]]\nlabel = \"1\"\ntext = \"b\"\n";
    let repo = Repo::with(&[("records/2026-10-custody.toml", text)]);
    refused(&repo, &["update", ID, "1", "--note", "x"], 1, &["2 items have the label 1", "#1 or #2"]);
    repo.run(&["update", ID, "#2", "--note", "x"]).ends(0);
}

#[test]
fn a_later_report_takes_an_item_up() {
    let repo = repo();
    repo.write("records/2026-11-later.toml", crate::support::record("Later", "2026-11-02").as_bytes());
    let come = lines(&repo, &["update", ID, "3a", "--superseded-by", "2026-11-later"]);
    assert!(come.contains(&"+status = \"superseded\"".to_owned()), "{come:?}");
    assert!(come.contains(&"+superseded_by = \"2026-11-later\"".to_owned()), "{come:?}");
    assert!(!repo.track("recs --open --format json").json()["recommendations"].to_string().contains("3a"));
}
