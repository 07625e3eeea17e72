//! `track respond`.

use super::{ID, lines, refused, repo, text};

#[test]
fn each_step_is_a_line() {
    let repo = repo();
    let respond = |args: &[&str]| lines(&repo, &[&["respond", ID], args].concat());
    assert_eq!(respond(&["--wanted-by", "2 November 2026"]), ["+comments_wanted_by = 2026-11-02"]);
    assert_eq!(respond(&["--received", "none"]), ["+comments_received = \"none\""]);
    repo.write("draft.md", b"I welcome this report.\n\n- It is fair.\n");
    assert_eq!(
        respond(&["--joint", "@draft.md"]),
        ["+joint = \"\"\"", "+I welcome this report.", "+", "+- It is fair.\"\"\""]
    );
    assert_eq!(respond(&["--not-ours", "#2"]), ["-ours = true", "+ours = false"]);
    assert_eq!(respond(&["--ours", "#2", "--ours", "3a"]), ["-ours = false", "+ours = true"]);
    assert_eq!(
        respond(&["--action", "3a=A board = a day.", "--no-action", "#2=The roof is let."]),
        ["+action = \"A board = a day.\"", "+no_action_because = \"The roof is let.\""]
    );
    assert_eq!(
        respond(&["--published", "23/11/2026", "--url", "https://example.org/r", "--dated", "2026-11-20"]),
        ["+dated = 2026-11-20", "+published = 2026-11-23", "+url = \"https://example.org/r\""]
    );
    let both = ["--sent-to-inspectorate", "23/11/2026", "--sent-to-secretary-of-state", "23/11/2026"];
    assert_eq!(respond(&both).len(), 2);
    assert_eq!(repo.row(ID, "2026-11-23")["stage"], "recommendations");
    respond(&["--sent-to", "Police and Crime Panel=2026-11-23"]);
    let copy = &repo.track(&format!("show {ID} --format json")).json()["record"]["response"]["sent_to"][0];
    assert_eq!(copy["to"], "Police and Crime Panel");
}

#[test]
fn what_is_missing_is_said_with_the_last_day() {
    let repo = repo();
    let run = repo.run(&["respond", ID, "--wanted-by", "2026-11-02"]).ends(0);
    for words in [
        "last day 29 November 2026 (Sunday)",
        "due in 6 days",
        "- write the comments (section 55(5))",
        "- explain recommendation 3a: the action taken or proposed",
        "- publish the response (section 55(5) and (5A))",
    ] {
        assert!(run.out.contains(words), "`{words}`: {run:#?}");
    }
    // Without a step it only says so, and writes nothing.
    let before = text(&repo);
    let asked = repo.run(&["respond", ID]).ends(0);
    assert!(run.out.contains(&asked.out), "{asked:#?}");
    assert_eq!(text(&repo), before);
    let json = repo.run(&["respond", ID, "--received", "none", "--format", "json"]).ends(0).json();
    assert_eq!(json["changed"], serde_json::json!(["response.comments_received"]));
}

#[test]
fn what_cannot_be_is_refused_whole() {
    let repo = repo();
    for (args, code, words) in [
        (&["--invited", "soon"][..], 1, "is no date"),
        (&["--joint", "x", "--chief-officer", "y"], 1, "error[T035]"),
        (&["--received", "2026-10-01"], 1, "error[T034]"),
        (&["--wanted-by", "2026-11-02", "--published", "2026-10-01"], 1, "error[T033]"),
        (&["--action", "9=x"], 1, "no recommendation with the label 9"),
        (&["--action", "3a"], 2, "wants a name and a value"),
        (&["--joint", "-", "--reply", "-"], 2, "read once only"),
        (&["--joint", "@nothing.md"], 1, "cannot read `nothing.md`"),
    ] {
        refused(&repo, &[&["respond", ID], args].concat(), code, &[words]);
    }
    // A file that is no text: a document of a word processor, say.
    repo.write("draft.docx", b"PK\x03\x04\xff\xfe");
    refused(&repo, &["respond", ID, "--joint", "@draft.docx"], 1, &["not in UTF-8", "Word document"]);
}
