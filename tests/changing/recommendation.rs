//! `track recommendation add` and `remove`.

use super::{ID, PATH, lines, refused, repo, text};
use crate::support::Repo;

#[test]
fn an_item_is_added_before_the_response() {
    let repo = repo();
    let args = [
        "recommendation",
        "add",
        ID,
        "--label",
        "4",
        "--text",
        "Do it.",
        "--kind",
        "area-for-improvement",
        "--addressed-to",
        "chief constables",
        "--addressed-to",
        "College",
        "--ours",
        "no",
        "--deadline",
        "by March 2027",
    ];
    assert_eq!(
        lines(&repo, &args),
        [
            "+[[recommendation]]",
            "+label = \"4\"",
            "+kind = \"area-for-improvement\"",
            "+text = \"Do it.\"",
            "+addressed_to = [\"chief constables\", \"College\"]",
            "+ours = false",
            "+deadline = \"by March 2027\"",
            "+"
        ]
    );
    assert!(
        text(&repo).contains("by March 2027\"\n\n# Where the response begins.\n[response]"),
        "{}",
        text(&repo)
    );
    refused(&repo, &["recommendation", "add", ID], 2, &["--text must be given"]);
    refused(&repo, &["recommendation", "add", ID, "--text", " "], 1, &["cannot be empty"]);
    refused(
        &repo,
        &["recommendation", "add", ID, "--text", "x", "--kind", "wish"],
        1,
        &["allowed: recommendation, "],
    );
}

#[test]
fn an_item_goes_with_its_updates_where_git_has_them_or_the_person_insists() {
    let repo = repo();
    refused(&repo, &["recommendation", "remove", ID, "3a"], 1, &["git does not have it", "--force"]);
    let run = repo.run(&["recommendation", "remove", ID, "3a", "--dry-run"]).ends(0);
    assert!(run.out.contains("-label = \"3a\""), "{run:#?}");
    let gone = lines(&repo, &["recommendation", "remove", ID, "3a", "--force"]);
    assert!(gone.iter().all(|line| line.starts_with('-')), "{gone:?}");
    assert!(
        text(&repo).contains("forces = [\"Cumbria Constabulary\"]\n\n[[recommendation]]\ntext = \"The force")
    );
    refused(
        &repo,
        &["recommendation", "remove", ID, "3a", "--force"],
        1,
        &["no recommendation with the label 3a"],
    );
}

#[test]
fn one_that_others_stand_under_stays() {
    let record = "title = \"x\"\ntype = \"peel\"\npublished = 2026-10-05\n\
        [[recommendation]]\nlabel = \"1\"\nkind = \"cause-of-concern\"\ntext = \"a\"\n\
        [[recommendation]]\nlabel = \"1a\"\nunder = \"1\"\ntext = \"b\"\n";
    let repo = Repo::with(&[(PATH, record)]);
    refused(&repo, &["recommendation", "remove", ID, "1", "--force"], 1, &["1a stands under 1"]);
    repo.run(&["recommendation", "remove", ID, "1a", "--force"]).ends(0);
    repo.run(&["recommendation", "remove", ID, "1", "--force"]).ends(0).says("no items");
}
