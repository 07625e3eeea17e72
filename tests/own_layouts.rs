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
signed_by = "javascript:alert(1)"
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
    repo.track("render custody --today 2026-11-23").ends(0).says("<h1>Our response to");
    repo.track("render --all --today 2026-11-23 -o out").ends(0);
    assert!(repo.path("out/custody.html").exists());
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
    repo.track("render custody --layout page --format docx -o a.docx")
        .ends(1)
        .tells("it has html: --format html");
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
        assert!(run.err.contains("in templates/: our-own.html and our-own.md"), "{run:?}");
    }
    let none = Repo::with(&[("records/custody.toml", RECORD)]).track("render custody --layout x").ends(1);
    assert!(!none.err.contains("in templates/:"), "{none:?}");
}

#[test]
fn a_template_with_the_name_of_a_layout_that_is_built_in_is_told() {
    let repo = repo(&[("templates/letter.html", "x")]);
    repo.track("render custody --layout letter -o out.txt")
        .ends(1)
        .tells("`templates/letter.html` has the name of a layout that is built in; nothing was written");
    assert!(!repo.path("out.txt").exists());
    repo.track("render custody --layout statutory -o out.txt").ends(0);
}

#[test]
fn a_fault_of_a_template_says_where_what_and_what_to_do_and_nothing_is_written() {
    let folder = own_root().join("tests/fixtures/templates/faults");
    let repo = repo(&[]);
    let mut told = String::new();
    for name in support::files_below(&folder) {
        let template = fs::read(folder.join(&name)).unwrap();
        repo.write(&format!("templates/{name}"), &template);
        let (stem, ending) = name.split_once('.').unwrap();
        let out = format!("out.{ending}");
        let run = repo.track(&format!("render custody --today 2026-11-23 --layout {stem} -o {out}")).ends(1);
        assert!(!repo.path(&out).exists(), "{name}");
        told.push_str(&format!("{}\n", run.err));
    }
    let path = own_root().join("tests/fixtures/templates/faults.txt");
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(&path, &told).unwrap();
    }
    assert_eq!(told, fs::read_to_string(&path).unwrap_or_default());
}

#[test]
fn an_office_s_own_layout_goes_where_any_other_goes() {
    let repo = repo(&[
        ("records/another.toml", RECORD),
        ("templates/plain.html", "\u{feff}<!doctype html>\r\n<body>\r\n{{ report.title }}\r\n"),
    ]);
    repo.track("render --all --today 2026-11-23 --layout plain --format html -o out").ends(0);
    let page = fs::read_to_string(repo.path("out/custody.html")).unwrap();
    assert!(page.starts_with("<!doctype html>\n<body>\n<section class=\"notice\""), "{page}");
    assert!(repo.path("out/another.html").exists() && !page.contains('\r'), "{page}");
    let printed =
        repo.track("render custody --today 2026-11-23 --layout plain --format html -o -").ends(0).out;
    assert_eq!(printed, page);
    repo.track("render custody --today 2026-11-23 --layout plain --format html --final")
        .ends(1)
        .tells("nothing was written");
    let dated =
        repo.track("render custody --today 2026-11-23 --layout our-own --format html --date 2026-11-20 -o -");
    dated.ends(0).says("<p>20 November 2026, javascript:alert(1)</p>");
}

#[test]
fn a_template_that_cannot_be_read_is_a_failure() {
    let large = "x".repeat((1 << 20) + 1);
    let repo = repo(&[("templates/large.html", &large)]);
    repo.track("render custody --layout large --format html").ends(3).tells("at most 1048576 are read");
    fs::create_dir(repo.path("templates/folder.html")).unwrap();
    repo.track("render custody --layout folder --format html").ends(3);
    let repo = Repo::with(&[("records/custody.toml", RECORD), ("templates", "x")]);
    repo.track("render custody --layout x --format html").ends(3);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_waited_for() {
    let repo = repo(&[]);
    let pipe = repo.path("templates/pipe.html");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    repo.track("render custody --layout pipe --format html").ends(3);
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
