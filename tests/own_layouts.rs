//! Layouts of an office's own: templates in its repository, and what `track render` says of them.
//!
//! `ACCEPT=1 cargo test --test own_layouts` takes what comes out as right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;

use support::{Repo, own_root};

const RECORD: &str = r#"title = "Custody & care: 1. *A* visit"
type = "custody"
published = 2026-10-12
url = "https://example.org/report?a=1&b=2"
recommendations_made = 2
key_findings = """
Cells were <clean>.

- Food was good.
- Sleep was not."""

[[judgment]]
question = "Food"
grade = "good"

[[recommendation]]
label = "1"
text = "By June 2027, the force should offer *blankets*."
ours = true
deadline = "By June 2027"
owner = "Chief Inspector Nobody"
outcome = "accepted"
action = "Blankets are bought."

[[recommendation]]
label = "2"
text = "The force should dim the lights."
ours = true

[response]
chief_officer = "I agree. # Not a heading"
"#;

fn repo(files: &[(&str, &str)]) -> Repo {
    let own = ["html", "md"].map(|ending| {
        let path = own_root().join(format!("tests/fixtures/templates/our-own.{ending}"));
        (format!("templates/our-own.{ending}"), fs::read_to_string(path).unwrap())
    });
    let repo = Repo::with(&own);
    repo.write("records/custody.toml", RECORD.as_bytes());
    repo.write("track.toml", b"[office]\nname = \"Office of <Example>\"\n");
    for (path, text) in files {
        repo.write(path, text.as_bytes());
    }
    repo
}

const RENDER: &str = "render custody --today 2026-11-23 --layout our-own";

#[test]
fn the_example_is_filled() {
    let repo = repo(&[]);
    for ending in ["html", "md"] {
        let printed = repo.track(&format!("{RENDER} --format {ending}")).ends(0).out;
        assert!(!printed.contains("Nobody"));
        assert_eq!(printed.matches("DRAFT: not for publication.").count(), 1);
        let path = own_root().join(format!("tests/golden/document/our-own.{ending}"));
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&path, &printed).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(printed, golden, "to take it as right: ACCEPT=1 cargo test --test own_layouts");
    }
}

#[test]
fn the_settings_name_it_too() {
    let repo = repo(&[("track.toml", "[documents]\nlayout = \"our-own\"\n")]);
    repo.track("render custody --today 2026-11-23 -o out.html").ends(0);
    assert!(fs::read_to_string(repo.path("out.html")).unwrap().contains("Our response to"));
    repo.track("render custody --today 2026-11-23 --layout statutory --format md")
        .ends(0)
        .says("# Response to");
}

#[test]
fn other_formats_are_refused_with_those_that_there_are() {
    let repo = repo(&[("templates/page.html", "x")]);
    repo.track(&format!("{RENDER} --format txt"))
        .ends(1)
        .tells("the layout `our-own` has no template for txt; nothing was written")
        .tells("it has html and md: --format html or md");
    repo.track("render custody --layout page").ends(1).tells("it has html: --format html");
    let run = repo.track("render custody --layout page -o a.md").ends(1);
    assert!(run.err.contains("no template for md") && !repo.path("a.md").exists(), "{run:?}");
}

#[test]
fn a_layout_that_there_is_not_is_told_with_those_that_there_are() {
    let repo = repo(&[]);
    for name in ["none", "../our-own", "OUR-OWN", "our-own.html", "a\u{1b}[31m"] {
        let run = repo.run(&["render", "custody", "--layout", name]).ends(1);
        assert!(run.err.contains("there is no layout `") && !run.err.contains('\u{1b}'), "{run:?}");
        assert!(run.err.contains("statutory, cumbria or letter"), "{run:?}");
        assert!(run.err.contains("templates/NAME.html or templates/NAME.md"), "{run:?}");
    }
}

#[test]
fn a_fault_of_a_template_names_its_file_and_its_line() {
    let repo =
        repo(&[("templates/bad.md", "x\n{{ report.titel }}\n"), ("templates/worse.md", "{% include 'x' %}")]);
    let run = repo.track("render custody --layout bad -o out.md").ends(1);
    assert_eq!(
        run.err,
        "error: `templates/bad.md`, line 2: there is no `report.titel`\nhint: did you mean `report.title`? \
         docs/reference/templates.md lists all\n"
    );
    assert!(!repo.path("out.md").exists());
    repo.track("render custody --layout worse --format md")
        .ends(1)
        .tells("line 1: there is no statement `include`");
}

#[test]
fn a_template_that_cannot_be_read_is_a_failure() {
    let large = "x".repeat((1 << 20) + 1);
    let repo = repo(&[("templates/large.html", &large)]);
    repo.track("render custody --layout large --format html").ends(3).tells("at most 1048576 are read");
    fs::create_dir(repo.path("templates/folder.html")).unwrap();
    repo.track("render custody --layout folder --format html").ends(3);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let repo = repo(&[("secret.html", "secret")]);
    symlink(repo.path("secret.html"), repo.path("templates/link.html")).unwrap();
    repo.track("render custody --layout link --format html").ends(3).tells("is a link");
    let repo = Repo::with(&[("records/custody.toml", RECORD), ("elsewhere/x.html", "secret")]);
    symlink(repo.path("elsewhere"), repo.path("templates")).unwrap();
    repo.track("render custody --layout x --format html").ends(3).tells("is a link");
}
