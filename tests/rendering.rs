//! `track render`: what its documents say and do not say, where they are written, and what is told beside them.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;

use support::{Repo, own_records, own_root};

/// A report with one recommendation, and a response to come.
const OPEN: &str = "title = \"Custody in the county\"\ntype = \"custody\"\npublished = 2026-11-02\nforces = [\"Example \
                    Constabulary\"]\nrecommendations_made = 1\n\n[[recommendation]]\nlabel = \"1\"\ntext = \"The force should look \
                    again.\"\nours = true\n";
/// What makes that response complete.
const COMPLETE: &str = "action = \"It has looked again.\"\n\n[response]\ninvited = 2026-11-03\nlocal_policing_body = \"I welcome \
                        the report.\"\n";

fn ours() -> Repo {
    let repo = Repo::with(&own_records());
    repo.write("track.toml", fs::read(own_root().join("track.toml")).unwrap().as_slice());
    repo
}

/// The lines of a text that say something, with white space in one form.
fn lines(text: &str) -> Vec<String> {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(words).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_founding_record_gives_the_founding_document_line_by_line() {
    let founding = fs::read_to_string(own_root().join("tests/fixtures/founding.txt")).unwrap();
    let run = ours().track("render 2020-03-prevent").ends(0);
    assert_eq!(lines(&run.out), lines(&founding));
    // What is missing from a published response is told beside it, and so is that it cites another section.
    run.tells("lacks, as far as the record can show: explain recommendation #1")
        .tells("cites Section 33; the duty to respond is section 55(5)");
}

#[test]
fn only_the_form_that_quotes_the_office_is_remarked_on() {
    for layout in ["statutory", "letter"] {
        let run = ours().track(&format!("render 2020-03-prevent --layout {layout}")).ends(0);
        assert!(!run.err.contains("Section 33"), "{run:#?}");
        assert!(!run.out.contains("Section 33") && run.out.contains("ection 55("), "{run:#?}");
    }
    let repo = ours();
    repo.write("track.toml", b"[documents]\nlayout = \"cumbria\"\n");
    let run =
        repo.track("render 2020-03-prevent").ends(0).says("Section 55(5) of the Police Act 1996 (as amended");
    assert!(!run.err.contains("cites"), "{run:#?}");
}

#[test]
fn a_report_without_a_limit_is_not_said_to_have_one() {
    let repo = ours();
    repo.write("track.toml", b"[documents]\nlayout = \"cumbria\"\n");
    for (id, says) in [("2015-01-repeat-callers", true), ("2025-07-fire-and-rescue", false)] {
        let run = repo.track(&format!("render {id}")).ends(0);
        assert!(!run.out.contains("56 days"), "{run:#?}");
        assert_eq!(run.out.contains("Section 55(5)"), says, "{run:#?}");
    }
}

#[test]
fn a_draft_says_so_and_what_is_missing() {
    let repo = Repo::with(&[("records/a.toml", OPEN)]);
    for layout in ["statutory", "cumbria", "letter"] {
        repo.track(&format!("render a --layout {layout}"))
            .ends(0)
            .says("DRAFT: not for publication.")
            .says("write the comments (section 55(5))")
            .says("explain recommendation 1: the action taken or proposed, or why there is none (section 55(5B))")
            .says("Missing: the comments")
            .says("Missing: the action taken or proposed")
            .tells("a is a draft");
    }
    // Complete, it is no draft, though it is not published yet.
    repo.write("records/a.toml", format!("{OPEN}{COMPLETE}").as_bytes());
    for layout in ["statutory", "cumbria", "letter"] {
        let run = repo.track(&format!("render a --layout {layout}")).ends(0);
        assert!(!run.out.contains("DRAFT") && !run.out.contains("issing"), "{run:#?}");
        assert!(run.err.is_empty(), "{run:#?}");
    }
}

#[test]
fn final_refuses_while_something_is_missing() {
    let repo = Repo::with(&[("records/a.toml", OPEN)]);
    for place in ["", " -o a.txt"] {
        let run = repo.track(&format!("render a --final{place}")).ends(1);
        assert!(run.out.is_empty(), "{run:#?}");
        run.tells("not complete; nothing was written").tells("a: write the comments (section 55(5))");
    }
    assert!(!repo.path("a.txt").exists());
    for (more, says) in [
        ("[response]\ninvited = 2026-11-03\nlocal_policing_body = \"TBC\"\n", "placeholder"),
        (
            "[response]\ninvited = 2026-11-03\nlocal_policing_body = \"I welcome the report.\"\n",
            "explain recommendation 1",
        ),
    ] {
        repo.write("records/a.toml", format!("{OPEN}{more}").as_bytes());
        repo.track("render a --final").ends(1).tells(says);
    }
    repo.write("records/a.toml", format!("{OPEN}{COMPLETE}").as_bytes());
    let run = repo.track("render a --final").ends(0).says("I welcome the report.");
    assert!(!run.out.contains("complied") && !run.out.contains("in time"), "{run:#?}");
    // In a folder one that is not complete does not hide the others.
    repo.write("records/b.toml", OPEN.as_bytes());
    repo.track("render --all --final --format md -o out")
        .ends(1)
        .tells("1 document in `")
        .tells("1 of 2 responses is not complete; it was not written")
        .tells("b: write the comments");
    assert!(repo.path("out/a.md").exists() && !repo.path("out/b.md").exists());
    repo.write("records/a.toml", OPEN.as_bytes());
    repo.track("render --all --final --format txt -o out")
        .ends(1)
        .tells("none of the 2 responses is complete");
    assert!(!repo.path("out/a.txt").exists());
    fs::remove_file(repo.path("records/b.toml")).unwrap();
    // Fewer recommendations than the report makes.
    repo.write("records/a.toml", format!("{OPEN}{COMPLETE}").replace("made = 1", "made = 8").as_bytes());
    repo.track("render a --final").ends(1).tells("record 7 more recommendations");
    repo.track("render a").ends(0).says("One of them is set out in this document.");
}

#[test]
fn the_date_is_that_of_publication_unless_another_is_given() {
    let published = format!("{OPEN}{COMPLETE}published = 2026-11-20\n");
    let repo = Repo::with(&[("records/a.toml", published)]);
    for layout in ["statutory", "cumbria", "letter"] {
        repo.track(&format!("render a --layout {layout}")).ends(0).says("20 November 2026");
        let run = repo
            .track(&format!("render a --layout {layout} --date 21/11/2026"))
            .ends(0)
            .says("21 November 2026");
        assert!(!run.out.contains("20 November 2026"), "{run:#?}");
    }
    for early in ["2026-11-01", "2026-10", "2025"] {
        let run = repo.track(&format!("render a --date {early} -o early.txt")).ends(1);
        run.tells("before the report of a (2 November 2026); nothing was written");
    }
    assert!(!repo.path("early.txt").exists());
    repo.track("render a --date 2026-11").ends(0).says("Response published: November 2026");
    let run = repo.track("render a --date 31/11/2026").ends(2);
    assert!(run.err.contains("1 April 2020"), "{run:#?}");
}

#[test]
fn names_are_those_of_the_time() {
    let settings = "[office]\nname = \"Office of the PFCC\"\nlocal_policing_body = \"Example PFCC\"\n[[office.earlier]]\nuntil = \
                    2023-03-31\nname = \"Office of the PCC\"\nlocal_policing_body = \"Example PCC\"\n";
    let record = |published: &str, response: &str| {
        format!(
            "title = \"x\"\ntype = \"national\"\npublished = {published}\n[response]\njoint = \"Words.\"\npublished = \
             {response}\n"
        )
    };
    let long = "Constabulary and Fire and Rescue Services (HMICFRS)";
    for (published, response, office, body, inspectorate) in [
        (
            "2017-05-03",
            "2017-06-20",
            "PCC",
            "PCC",
            "Her Majesty’s Inspectorate of Constabulary (HMIC)".to_owned(),
        ),
        ("2017-06-03", "2017-07-20", "PCC", "PCC", format!("Her Majesty’s Inspectorate of {long}")),
        ("2022-08-01", "2022-09-20", "PCC", "PCC", format!("His Majesty’s Inspectorate of {long}")),
        ("2023-02-06", "2023-04-01", "PFCC", "PFCC", format!("His Majesty’s Inspectorate of {long}")),
        // Nobody knows the day of the response: the report's time stands in.
        ("\"2020-03\"", "\"unknown\"", "PCC", "PCC", format!("Her Majesty’s Inspectorate of {long}")),
    ] {
        let repo = Repo::with(&[
            ("track.toml", settings.to_owned()),
            ("records/a.toml", record(published, response)),
        ]);
        for layout in ["statutory", "cumbria", "letter"] {
            repo.track(&format!("render a --layout {layout}"))
                .ends(0)
                .says(&format!("Office of the {office}\n"))
                .says(&format!("Example {body} "))
                .says(&inspectorate);
        }
    }
}

#[test]
fn a_response_that_stands_elsewhere_is_named() {
    let report = |title: &str, response: &str| {
        format!("title = \"{title}\"\ntype = \"national\"\npublished = 2026-05-12\n[response]\n{response}\n")
    };
    let repo = Repo::with(&[
        ("records/a.toml", report("The first", "joint = \"Words.\"\npublished = 2026-06-01")),
        ("records/b.toml", report("The second", "answered_by = \"a\"")),
        ("records/c.toml", report("The third", "covered_by = \"a\"\nbecause = \"They say the same.\"")),
        ("records/d.toml", report("The fourth", "required = false\nbecause = \"It is about others.\"")),
    ]);
    for layout in ["statutory", "cumbria", "letter"] {
        let render = |id: &str| repo.track(&format!("render {id} --layout {layout}")).ends(0);
        render("a").says("This response also answers “The second” (12 May 2026).");
        let run = render("b").says("This report is answered together with “The first” (12 May 2026).");
        assert!(!run.out.contains("DRAFT"), "{run:#?}");
        render("c").says("are those of “The first” (12 May 2026)").says("They say the same.");
        render("d").says("No response to this report is required.").says("It is about others.");
    }
}

#[test]
fn what_is_private_stays_out() {
    let private = "owner = \"Oona\"\n[[recommendation.update]]\ndate = 2026-11-04\nstatus = \"in-progress\"\nby = \
                   \"Bea\"\nsigned_off_by = \"Sid\"\nnote = \"Among us.\"\n[[recommendation.update]]\ndate = 2026-11-05\nnote = \
                   \"For all.\"\npublic = true\n[response]\ninvited = 2026-11-03\ncomments_wanted_by = \
                   2026-11-10\ncomments_received = 2026-11-09\nportal_reference = \"HMI-77\"\njoint = \"Words.\"\n";
    let repo = Repo::with(&[("records/a.toml", format!("{OPEN}{private}"))]);
    for layout in ["statutory", "cumbria", "letter"] {
        let run = repo.track(&format!("render a --layout {layout}")).ends(0).says("For all.");
        for word in ["Oona", "Bea", "Sid", "Among us", "HMI-77", "3 November", "9 November", "10 November"] {
            assert!(!run.out.contains(word), "{layout} tells `{word}`:\n{}", run.out);
        }
    }
}

#[test]
fn a_file_is_written_whole_and_replaced_only_where_that_is_said() {
    let repo = Repo::with(&[("records/a.toml", format!("{OPEN}{COMPLETE}"))]);
    repo.track("render a -o a.md").ends(0).tells("written to `");
    let first = fs::read_to_string(repo.path("a.md")).unwrap();
    assert!(first.contains("# Response to “Custody in the county”"), "{first}");
    repo.track("render a -o a.md").ends(1).tells("is there already; nothing was written");
    repo.track("render a --layout cumbria -o a.md --overwrite").ends(0);
    assert_ne!(first, fs::read_to_string(repo.path("a.md")).unwrap());
    repo.track("render a -o nowhere/a.md").ends(3).tells("nothing was written");
    repo.track("render a --format md -o records/a.toml --overwrite").ends(1).tells("among the records");
    repo.track("render a --format md -o records/").ends(1).tells("among the records");
    repo.track("render a --format md -o a.md/").ends(1).tells("nothing was written");
    assert_eq!(fs::read_to_string(repo.path("records/a.toml")).unwrap(), format!("{OPEN}{COMPLETE}"));
}

#[test]
fn several_are_written_into_a_folder() {
    let repo = ours();
    repo.track("render --year 2021 --format md -o out").ends(0).tells("3 documents in `");
    let mut names: Vec<String> = fs::read_dir(repo.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["2021-02-missing-children.md", "2021-03-child-protection.md", "2021-04-online-harm.md"]
    );
    fs::remove_file(repo.path("out/2021-02-missing-children.md")).unwrap();
    // One that is there stops all of them.
    repo.track("render --year 2021 --format md -o out")
        .ends(1)
        .tells("is there already; nothing was written");
    assert!(!repo.path("out/2021-02-missing-children.md").exists());
    repo.track("render --all --format md -o out --overwrite").ends(0).tells("17 documents");
    repo.track("render --year 2021")
        .ends(1)
        .tells("3 inspections fit; nothing was written")
        .tells("--output FOLDER");
    repo.track("render --year 1999 -o out2").ends(0).tells("no inspection");
    repo.track("render --year 2021 -o all.md").ends(1).tells("the name of one file, and 3 inspections fit");
    repo.track("render --year 2020 -o one").ends(0).tells("1 document in `");
    repo.track("render --year 2020 -o one.txt").ends(0).tells("written to `");
    assert!(repo.path("one/2020-03-prevent.txt").is_file() && repo.path("one.txt").is_file());
    repo.track("render prevent -o out/ --format txt").ends(0);
    assert!(repo.path("out/2020-03-prevent.txt").exists());
}

#[test]
fn what_cannot_be_done_is_said() {
    let repo = Repo::with(&[("records/a.toml", OPEN), ("records/b.toml", "title = 1\n")]);
    for (line, code, tells) in [
        ("render", 2, "which inspection?"),
        ("render nosuch", 1, "no record has the id `nosuch`"),
        ("render a --layout nosuch", 1, "layouts: statutory, cumbria or letter"),
        ("render a --format pdf", 2, "this release writes no PDF"),
        ("render a --format doc", 2, "[possible values: html, md, txt, docx, odt]"),
        ("render a -o a.pdf", 2, "this release writes no PDF"),
        ("render a -o a.xyz", 2, "in which form?"),
        ("render a --format md -o a.txt", 2, "does not go with a file that ends in .txt"),
        ("render a --overwrite", 2, "--overwrite goes with --output"),
        ("render b", 1, "1 file left out because of the errors above"),
        ("render --all -o out --format md", 1, "left out"),
    ] {
        repo.track(line).ends(code).tells(tells);
    }
    // The good one is written all the same.
    assert!(repo.path("out/a.md").exists() && !repo.path("out/b.md").exists());
    repo.write("records/2020/twin.toml", OPEN.as_bytes());
    repo.write("records/2021/twin.toml", OPEN.as_bytes());
    for line in ["render twin", "render twin -o twin.md"] {
        repo.track(line).ends(1).tells("2 records bear the id `twin`; nothing was written");
    }
    assert!(!repo.path("twin.md").exists());
    // Those of other ids are written all the same.
    repo.track("render --all --format txt -o twins").ends(1).tells("left out: 2 records bear the id `twin`");
    assert!(repo.path("twins/a.txt").exists() && !repo.path("twins/twin.txt").exists());
}

#[test]
fn no_terminal_is_sent_what_it_cannot_show() {
    let repo = Repo::with(&[("records/a.toml", format!("{OPEN}{COMPLETE}"))]);
    if let Some((code, said)) = repo.on_a_terminal(&["render", "a", "--format", "odt"], "") {
        assert!(code == 1 && said.contains("a terminal cannot show an OpenDocument text"), "{code} {said}");
    }
    // Into a pipe it goes, though the shell has told how wide its terminal is.
    let output = repo.command(&["render", "a", "--format", "odt"]).env("COLUMNS", "100").output().unwrap();
    assert!(output.status.success() && output.stdout.starts_with(b"PK"), "{output:?}");
}

#[test]
fn a_layout_of_the_settings_that_is_not_there_is_refused() {
    let repo = Repo::with(&[("records/a.toml", OPEN), ("track.toml", "[documents]\nlayout = \"cumbrai\"\n")]);
    repo.track("render a").ends(1).tells("there is no layout `cumbrai`");
    repo.track("render a --layout letter").ends(0);
}
