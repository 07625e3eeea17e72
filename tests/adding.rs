//! `track add`: what is typed is what stands in the file, whole or not at all, and never over another.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may panic, and says aloud what it skips"
)]

mod support;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use support::{Repo, Run, files_below, finish, record};

fn empty() -> Repo {
    Repo::with::<&str, &str>(&[])
}

/// `track add` with what it must be given, and more.
fn add(repo: &Repo, title: &str, published: &str, more: &[&str]) -> Run {
    let needed = ["add", "--title", title, "--type", "national", "--published", published];
    repo.run(&[&needed, more].concat())
}

/// The records that stand, without the lock; nothing else may.
fn standing(repo: &Repo) -> Vec<String> {
    let mut files = files_below(repo.dir.path());
    files.retain(|file| file != ".track.lock");
    assert!(
        files.iter().all(|file| file == "track.toml"
            || (file.starts_with("records/") && Path::new(file).extension() == Some("toml".as_ref()))),
        "{files:?}"
    );
    files
}

#[test]
fn every_flag_reads_back_as_typed_and_check_has_no_error() {
    let repo = empty();
    add(
        &repo,
        "Custody: the “county” – a visit",
        "2026-11-02",
        &[
            "--url",
            "https://example.org/a?b=c&d=%20",
            "--type-as-printed",
            "Unannounced visit",
            "--forces",
            "Cumbria Constabulary",
            "--forces",
            "Lancashire",
            "--recommendation",
            "First.",
            "--recommendation",
            "Second:\n- a\n- \"b\" \\ '''",
            "--recommendations-made",
            "8",
            "--id",
            "2026-11-custody",
        ],
    )
    .ends(0)
    .says("Saved records/2026-11-custody.toml");
    let show = repo.track("show 2026-11-custody --format json").ends(0).json();
    let expected = serde_json::json!({
        "title": "Custody: the “county” – a visit", "type": "national", "type_as_printed": "Unannounced visit", "published": "2026-11-02",
        "forces": ["Cumbria Constabulary", "Lancashire"], "url": "https://example.org/a?b=c&d=%20", "recommendations_made": 8,
        "recommendation": [{"text": "First."}, {"text": "Second:\n- a\n- \"b\" \\ '''"}], "response": {},
    });
    assert_eq!(show["record"], expected);
    repo.track("check").ends(0);
    let text = std::fs::read_to_string(repo.path("records/2026-11-custody.toml")).unwrap();
    assert!(toml::from_str::<toml::Table>(&text).is_ok(), "another reader reads it: {text}");
    add(&repo, "All forces", "2026-11-03", &["--forces", "all"]).ends(0);
    assert_eq!(repo.track("show all-forces --format json").json()["record"]["forces"], "all");
}

#[test]
fn dates_in_all_forms_are_echoed_in_full() {
    let repo = empty();
    for (typed, kept, echoed) in [
        ("2026-11-09", "2026-11-09", "9 November 2026 (Monday), day 1"),
        ("9/11/2026", "2026-11-09", "due by 3 January 2027 (Sunday), day 56"),
        ("9th Nov 2026", "2026-11-09", "9 November 2026 (Monday), day 1"),
        ("Monday 9 November 2026", "2026-11-09", "9 November 2026 (Monday)"),
        ("9 November 2026", "2026-11-09", "9 November 2026 (Monday)"),
        ("09.11.26", "2026-11-09", "9 November 2026 (Monday)"),
        ("November 2026", "2026-11", "Published in November 2026; the day is not known."),
        ("2026", "2026", "Published in 2026; the day is not known."),
        ("unknown", "unknown", "Published on a day that is not known."),
        ("1 May 2017", "2017-05-01", "1 May 2017 (Monday)"),
    ] {
        let title = format!("Typed {typed}");
        let run = add(&repo, &title, typed, &["--format", "json", "--id", "x"]).ends(0).tells(echoed);
        let show = repo.track("show x --format json").json();
        assert_eq!(show["published"], kept, "{run:?}");
        std::fs::remove_file(repo.path("records/x.toml")).unwrap();
    }
    add(&repo, "x", "1 May 2017", &["--dry-run"]).ends(0).tells("2 May 2017");
    for typed in [
        "30 February 2026",
        "31/11/2026",
        "11/26/2026",
        "2026-13-01",
        "Friday 9 November 2026",
        "soon",
        "",
        "1066",
        "20261109",
        "9 November",
    ] {
        add(&repo, "x", typed, &[]).ends(1).tells("nothing was written");
    }
    assert_eq!(standing(&repo), Vec::<String>::new());
}

#[test]
fn no_note_of_a_new_record_outlives_a_change() {
    let repo = empty();
    add(&repo, "x", "20/11/2026", &["--id", "x"]).ends(0).tells("due by 14 January 2027");
    let text = || std::fs::read_to_string(repo.path("records/x.toml")).unwrap();
    let notes = text().lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    assert!(
        notes.len() > 5 && !notes.iter().any(|note| note.contains("2026") || note.contains("2027")),
        "{notes:?}"
    );
    assert!(!notes.iter().any(|note| note.contains("No recommendation")), "{notes:?}");
    repo.track("set x published 19/11/2026").ends(0);
    repo.run(&["recommendation", "add", "x", "--text", "Do it."]).ends(0);
    assert!(notes.iter().all(|note| text().lines().any(|line| line == note)), "{}", text());
}

#[test]
fn what_is_often_a_slip_is_warned_of() {
    let repo = empty();
    add(&repo, "Future", "2026-12-01", &[]).ends(0).tells("warning").tells("future");
    add(&repo, "Old", "2019-03-01", &[]).ends(0).tells("warning").tells("more than a year ago");
    let fresh = add(&repo, "Fresh", "2026-11-20", &[]).ends(0);
    assert!(!fresh.err.contains("warning"), "{fresh:?}");
    add(&repo, "FRESH!", "2026-11-22", &[])
        .ends(0)
        .tells("warning: this report is likely there already")
        .tells("2026-11-fresh");
    add(&repo, "Other", "2026-11-22", &["--url", "https://example.org/report"]).ends(0);
    add(&repo, "Another", "2026-10-22", &["--url", "http://www.example.org/report/"])
        .ends(0)
        .tells("likely there already");
    assert_eq!(standing(&repo).len(), 6, "nobody to ask: warned, and added");
}

#[test]
fn a_taken_id_is_refused_and_a_free_one_proposed() {
    let repo = Repo::with(&[
        ("records/2019/a.toml", record("A", "2019-01-01")),
        ("records/b.toml", "broken = = 1\n".to_owned()),
    ]);
    let before = files_below(repo.dir.path());
    for (id, free) in [("a", "a-2"), ("b", "b-2")] {
        let run = add(&repo, "New", "2026-11-20", &["--id", id])
            .ends(1)
            .tells("taken")
            .tells(&format!("`{free}` is free"));
        assert!(run.out.is_empty());
    }
    for id in ["A", "a b", "../a", "", "con", "a/b", ".a", "a.toml", "é", &"a".repeat(101)] {
        add(&repo, "New", "2026-11-20", &["--id", id]).ends(1).tells("is no id");
    }
    assert_eq!(
        files_below(repo.dir.path()).into_iter().filter(|file| file != ".track.lock").collect::<Vec<_>>(),
        before
    );
    // Without an id one is proposed that is free.
    for number in 1..=3 {
        let run = add(&repo, "Same title", "2026-11-20", &[]).ends(0);
        let end = if number == 1 { String::new() } else { format!("-{number}") };
        run.says(&format!("Saved records/2026-11-same-title{end}.toml"));
    }
}

#[test]
fn what_cannot_be_is_refused_and_nothing_written() {
    let repo = empty();
    add(&repo, "", "2026-11-20", &[]).ends(1).tells("title cannot be empty");
    add(&repo, " \t ", "2026-11-20", &[]).ends(1).tells("title cannot be empty");
    add(&repo, "x", "2026-11-20", &["--url", "ftp://example.org"]).ends(1).tells("no web address");
    add(&repo, "x", "2026-11-20", &["--recommendation", " "]).ends(1).tells("cannot be empty");
    add(&repo, "x", "2026-11-20", &["--recommendations-made", "10000"]).ends(1);
    add(&repo, "x", "2026-11-20", &["--recommendations-made", "-1"]).ends(2);
    add(&repo, "x", "2026-11-20", &["--nonsense"]).ends(2);
    let run = repo.run(&["add", "--title", "x", "--type", "nationel", "--published", "2026-11-20"]).ends(1);
    run.tells("`nationel` is no type").tells("did you mean national?");
    for args in [
        &["add"][..],
        &["add", "--no-input"],
        &["add", "--title", "x"],
        &["--no-input", "add", "--title", "x", "--type", "peel"],
    ] {
        repo.run(args).ends(2).tells("--published");
    }
    assert_eq!(standing(&repo), Vec::<String>::new());
    finish(support::command(tempfile::tempdir().unwrap().path()).args([
        "add",
        "--title",
        "x",
        "--type",
        "peel",
        "--published",
        "2026",
    ]))
    .ends(3);
}

#[test]
fn a_dry_run_prints_what_would_be_written_and_writes_nothing() {
    let repo = empty();
    let dry = add(&repo, "Dry", "2026-11-20", &["--dry-run", "--recommendation", "r"])
        .ends(0)
        .tells("Would write records/2026-11-dry.toml");
    assert_eq!(files_below(repo.dir.path()), Vec::<String>::new(), "not even a lock");
    add(&repo, "Dry", "2026-11-20", &["--recommendation", "r"]).ends(0);
    assert_eq!(std::fs::read_to_string(repo.path("records/2026-11-dry.toml")).unwrap(), dry.out);
    add(&repo, "Dry", "2026-11-20", &["--dry-run", "--id", "2026-11-dry"]).ends(1).tells("taken");
}

#[test]
fn hostile_titles_stand_in_the_file_as_typed_and_steer_nothing() {
    let long = "x".repeat(10_000);
    let repo = empty();
    for (number, title) in [
        "\"quoted\" 'twice' \"\"\"three\"\"\" \\ \\u0041 '''",
        "two\nlines\r\nand\ttabs",
        "\u{1b}[31mred\u{7}\u{9b}2J\u{202e}evil\u{200b}\u{feff}",
        "= 1 # no comment ]]",
        "=HYPERLINK(\"http://x\")",
        "日本語 🚓 ŵ",
        "…",
        "\u{e000}\u{e0041}",
        "\"",
        "\\",
        &long,
    ]
    .iter()
    .enumerate()
    {
        for more in [&["--recommendation", *title][..], &["--forces", *title], &["--type-as-printed", *title]]
        {
            let id = format!("t-{number}");
            let run = add(&repo, title, "2026-11-20", &[&["--id", &id], more].concat()).ends(0);
            for text in [&run.out, &run.err] {
                assert!(text.chars().all(|c| c == '\n' || !track::text::is_hidden(c)), "{text:?}");
            }
            let record = repo.track(&format!("show {id} --format json")).ends(0).json()["record"].clone();
            assert_eq!(record["title"], *title);
            let kept =
                [&record["recommendation"][0]["text"], &record["forces"][0], &record["type_as_printed"]];
            assert!(kept.iter().any(|value| *value == title), "{record}");
            let text = std::fs::read_to_string(repo.path(&format!("records/{id}.toml"))).unwrap();
            assert!(
                text.chars().all(|c| c == '\n' || !track::text::is_hidden(c)),
                "visible in the file too: {text:?}"
            );
            assert_eq!(toml::from_str::<toml::Table>(&text).unwrap()["title"].as_str(), Some(*title));
            std::fs::remove_file(repo.path(&format!("records/{id}.toml"))).unwrap();
        }
    }
    let run = add(&repo, &long, "2026-11-20", &[]).ends(0);
    assert!(run.out.len() < 400 && standing(&repo).len() == 1, "{run:?}");
    let args = ["add", "--type", "peel", "--published", "2026-11-20", "--title", "x"];
    let texts: Vec<String> =
        (0..11).flat_map(|_| ["--recommendation".to_owned(), "y".repeat(100_000)]).collect();
    let run = repo.run(&args.iter().map(|arg| (*arg).to_owned()).chain(texts).collect::<Vec<_>>());
    assert_eq!((run.ends(1).tells("nothing was written").code, standing(&repo).len()), (1, 1));
}

#[test]
fn a_flag_that_is_no_text_is_refused() {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        let repo = empty();
        let title = std::ffi::OsStr::from_bytes(b"a\xff\x1b[2J");
        let run = repo
            .command(&["add", "--type", "peel", "--published", "2026", "--title"])
            .arg(title)
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(2));
        assert!(!run.stderr.contains(&0x1b), "{}", String::from_utf8_lossy(&run.stderr));
        assert_eq!(standing(&repo), Vec::<String>::new());
    }
}

/// Sixteen at once; what each ended with.
fn sixteen(repo: &Repo, args: impl Fn(usize) -> Vec<String>) -> Vec<(i32, String)> {
    let children: Vec<_> = (0..16)
        .map(|number| {
            repo.command(&args(number)).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let ends = children.into_iter().map(|child| child.wait_with_output().unwrap());
    ends.map(|end| (end.status.code().unwrap(), String::from_utf8(end.stderr).unwrap())).collect()
}

#[test]
fn of_sixteen_adds_of_one_id_one_wins_and_of_different_ids_all_survive() {
    let args = |title: String, id: Option<String>| {
        let args =
            ["add", "--type", "peel", "--published", "2026-11-20", "--title", &title].map(str::to_owned);
        args.into_iter().chain(id.into_iter().flat_map(|id| ["--id".to_owned(), id])).collect::<Vec<_>>()
    };
    let repo = empty();
    let ends = sixteen(&repo, |number| args(format!("One {number}"), Some("one".to_owned())));
    assert_eq!(ends.iter().filter(|(code, _)| *code == 0).count(), 1, "{ends:?}");
    assert!(ends.iter().all(|(code, err)| *code == 0 || (*code == 1 && err.contains("taken") && err.contains("is free"))), "{ends:?}");
    let ends = sixteen(&repo, |number| args(format!("Other {number}"), Some(format!("other-{number}"))));
    assert!(ends.iter().all(|(code, _)| *code == 0), "{ends:?}");
    assert_eq!(standing(&repo).len(), 17);
    let list = repo.track("list --format json").ends(0).json();
    let titles: BTreeSet<_> =
        list["inspections"].as_array().unwrap().iter().map(|row| row["title"].to_string()).collect();
    assert_eq!(titles.len(), 17);
    // Of one proposed id: each is either saved under a name of its own or refused; nothing is lost in silence.
    let ends = sixteen(&repo, |_| args("Proposed".to_owned(), None));
    let saved = ends.iter().filter(|(code, _)| *code == 0).count();
    assert!(saved >= 1 && ends.iter().all(|(code, _)| *code <= 1), "{ends:?}");
    assert_eq!(standing(&repo).len(), 17 + saved);
}

#[test]
fn a_pipe_is_never_asked() {
    let repo = empty();
    let mut child = repo
        .command(&["add"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(b"Title\npeel\n2026-11-20\n\n\n\n");
    let end = child.wait_with_output().unwrap();
    assert_eq!(
        (end.status.code(), end.stdout.len()),
        (Some(2), 0),
        "{}",
        String::from_utf8_lossy(&end.stderr)
    );
    assert_eq!(standing(&repo), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_ends_with_3() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let repo = Repo::with(&[("records/a.toml", record("A", "2026-11-01"))]);
    let set = |path: &str, mode| {
        std::fs::set_permissions(repo.path(path), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    set("records", 0o555);
    set(".", 0o555);
    let mut command = repo.command(&["add", "--title", "x", "--type", "peel", "--published", "2026-11-20"]);
    if std::fs::metadata(repo.path(".")).unwrap().uid() == 0 {
        command.uid(65534).gid(65534); // root may write anywhere
    }
    match command.output() {
        Ok(run) => {
            let err = String::from_utf8(run.stderr).unwrap();
            assert_eq!(run.status.code(), Some(3), "{err}");
            assert!(err.contains("nothing was written") && run.stdout.is_empty(), "{err}");
        }
        Err(error) => eprintln!("skipped: another user cannot run the program: {error}"),
    }
    set(".", 0o755);
    set("records", 0o755);
    assert_eq!(standing(&repo), ["records/a.toml"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_with_3_and_leaves_nothing() {
    let repo = empty();
    let mount = |args: &[&str]| Command::new("mount").args(args).arg(repo.path("records")).output();
    if !mount(&["-t", "tmpfs", "-o", "size=16k", "none"]).is_ok_and(|run| run.status.success()) {
        return eprintln!("skipped: no small disk can be mounted here");
    }
    let text = "y".repeat(60_000);
    let run = add(&repo, "x", "2026-11-20", &["--recommendation", &text]);
    let left = files_below(&repo.path("records"));
    let fits = add(&repo, "small", "2026-11-20", &[]);
    let unmounted = Command::new("umount").arg(repo.path("records")).output();
    assert!(unmounted.is_ok_and(|run| run.status.success()));
    run.ends(3).tells("nothing was written");
    assert_eq!(left, Vec::<String>::new());
    fits.ends(0);
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_it_asks_plainly_and_again_until_the_answer_will_do() {
    let repo = empty();
    let keys = r"\nThe title\nnationel\nnational\n30 February 2026\n20 November 2026\n\nFirst.\n.\n\n\n";
    let Some((code, said)) = repo.on_a_terminal(&["add"], keys) else { return };
    assert_eq!(code, 0, "{said}");
    for words in [
        "Title of the report: ",
        "did you mean national?",
        "no such day",
        "20 November 2026 (Friday), day 1",
        "Recommendation 2",
        "Id [2026-11-title]",
        "Saved records/2026-11-title.toml",
    ] {
        assert!(said.contains(words), "`{words}` is not in {said}");
    }
    assert_eq!(standing(&repo), ["records/2026-11-title.toml"]);
    repo.track("check").ends(0);
    // The same again: asked whether it is a duplicate; Enter is no.
    let keys = r"The title\nnational\n2026-11-20\n\n\n\n";
    let (code, said) = repo.on_a_terminal(&["add"], keys).unwrap();
    assert!(code == 1 && said.contains("[y/N]") && said.contains("nothing was written"), "{said}");
    let (code, said) = repo.on_a_terminal(&["add", "--no-input"], "").unwrap();
    assert_eq!(code, 2, "{said}");
    assert_eq!(standing(&repo).len(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn the_end_of_input_and_an_interrupt_leave_nothing() {
    let repo = empty();
    for (keys, codes) in [
        (r"\x04\n", &[1][..]),
        (r"The title\n\x04\n", &[1]),
        (r"The title\nnational\n2026-11-20\n\n\n\x04\n", &[1]),
        (r"\x03\n", &[102, 130]),
        (r"The title\nnational\n2026-11-20\n\n\n\x03\n", &[102, 130]),
    ] {
        let Some((code, said)) = repo.on_a_terminal(&["add"], keys) else { return };
        assert!(codes.contains(&code), "{keys}: {code} {said}");
        assert_eq!(standing(&repo), Vec::<String>::new(), "{keys}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_printed_says_that_the_record_stands() {
    let repo = empty();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let line = ["add", "--title", "Kept", "--type", "peel", "--published", "2026-11-20"];
    let run = repo.command(&line).stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(said.contains("records/2026-11-kept.toml is saved and whole, but cannot write"), "{said}");
    assert!(standing(&repo).contains(&"records/2026-11-kept.toml".to_owned()));
}
