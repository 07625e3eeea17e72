//! `track init`: a folder ready for records, and nothing that was there touched.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may panic, and says aloud what it skips"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::{Repo, files_below, record};

const FILES: [&str; 11] = [
    "track.toml",
    "records/README.md",
    ".gitattributes",
    ".gitignore",
    ".track/record.schema.json",
    ".track/settings.schema.json",
    ".taplo.toml",
    ".tombi.toml",
    ".github/workflows/records.yml",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
];

/// A folder with nothing in it.
fn empty() -> Repo {
    Repo { dir: tempfile::tempdir().unwrap() }
}

/// Every file with its bytes.
fn standing(root: &Path) -> BTreeMap<String, Vec<u8>> {
    files_below(root).into_iter().map(|path| (path.clone(), fs::read(root.join(path)).unwrap())).collect()
}

fn sorted(paths: &[&str]) -> Vec<String> {
    let mut paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
    paths.sort();
    paths
}

#[test]
fn an_empty_folder_is_made_ready_and_check_finds_nothing_wrong() {
    let repo = empty();
    let run = repo.track("init --format json").ends(0);
    let json = run.json();
    assert_eq!(json["made"], serde_json::json!(FILES));
    assert_eq!((&json["version"], &json["kept"]), (&serde_json::json!(1), &serde_json::json!([])));
    assert_eq!(json["root"], fs::canonicalize(repo.path(".")).unwrap().to_str().unwrap());
    assert!(run.err.contains("Next: git init") && run.err.contains("Next: track add"), "{}", run.err);
    let mut expected = FILES.to_vec();
    expected.push(".track.lock");
    assert_eq!(files_below(repo.dir.path()), sorted(&expected));
    let check = repo.track("check --format json --deny-warnings").ends(0).json();
    assert_eq!(check["findings"], serde_json::json!([]));
    repo.track("list --fail-on overdue").ends(0);
    repo.track("add --title First --type national --published 2026-11-20").ends(0);
    repo.track("check --format json --deny-warnings").ends(0);
    repo.track("check track.toml records/2026-11-first.toml").ends(0);
    repo.track("show first").ends(0);
}

#[test]
fn what_is_made_fits_together() {
    let repo = empty();
    repo.track("init").ends(0).says("Made track.toml\n").says("Made .gitlab-ci.yml\n");
    let read = |path: &str| fs::read_to_string(repo.path(path)).unwrap();
    let schema = repo.track("schema").out;
    assert_eq!(read(".track/record.schema.json"), schema);
    let (taplo, tombi) = (read(".taplo.toml"), read(".tombi.toml"));
    let taplo: toml::Table = toml::from_str(&taplo).unwrap();
    let tombi: toml::Table = toml::from_str(&tombi).unwrap();
    for (rule, path) in [
        (&taplo["rule"][0], &taplo["rule"][0]["schema"]["path"]),
        (&tombi["schemas"][0], &tombi["schemas"][0]["path"]),
    ] {
        assert_eq!(path.as_str(), Some(".track/record.schema.json"));
        assert_eq!(rule["include"][0].as_str(), Some("records/**/*.toml"));
    }
    for (path, words) in [
        (
            ".github/workflows/records.yml",
            &["contents: read", "track check", "track list --fail-on overdue"][..],
        ),
        (".gitlab-ci.yml", &["track check", "track list --fail-on overdue"]),
        (".pre-commit-config.yaml", &["entry: track check", "language: system"]),
    ] {
        let text = read(path);
        assert!(!text.contains('\t') && !text.contains("VERSION"), "{text}");
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
        // Nobody says yet where track comes from: until the office does, the check fails with words.
        let asks = text.contains("TRACK_FROM: \"\"\n") && text.contains("test -n \"$TRACK_FROM\" || {");
        assert_eq!(asks, path != ".pre-commit-config.yaml", "{text}");
        assert!(!text.contains("hmicfrs-track@"), "{text}");
    }
    let ignored = read(".gitignore");
    assert!([".track.lock", ".track-*.tmp", ".track-edit-*.toml"].iter().all(|line| ignored.contains(line)));
    for path in FILES {
        let text = read(path);
        assert!(text.ends_with('\n') && !text.contains('\r'), "{path}");
    }
}

#[test]
fn a_second_time_nothing_changes() {
    let repo = empty();
    repo.track("init --office Example").ends(0);
    fs::remove_file(repo.path(".track.lock")).unwrap();
    let before = standing(repo.dir.path());
    let run = repo.track("init").ends(0);
    assert_eq!(run.out.matches(" is there already: left as it is\n").count(), FILES.len(), "{run:?}");
    assert_eq!(run.out.lines().count(), FILES.len());
    assert_eq!(run.err, "", "nothing is lacking, and nothing is next");
    let run =
        repo.track("init --short PCC --format json").ends(0).tells("the names given stand nowhere in it");
    assert_eq!(
        (&run.json()["made"], &run.json()["kept"]),
        (&serde_json::json!([]), &serde_json::json!(FILES))
    );
    assert_eq!(standing(repo.dir.path()), before, "not even a lock");
}

#[test]
fn what_is_made_and_added_names_its_schema_to_editors() {
    let repo = empty();
    repo.track("init").ends(0);
    let first = |path: &str| fs::read_to_string(repo.path(path)).unwrap().lines().next().unwrap().to_owned();
    assert_eq!(first("track.toml"), "#:schema ./.track/settings.schema.json");
    let add =
        ["add", "--title", "Custody", "--type", "joint", "--published", "2026-11-20", "--id", "custody"];
    let dry = repo.run(&[&add[..], &["--dry-run"]].concat()).ends(0);
    assert!(dry.out.starts_with("#:schema ../.track/record.schema.json\n## "), "{dry:?}");
    repo.run(&add).ends(0);
    // It stays where it is, whatever is done with the record.
    for args in [
        &["fmt", "--check"][..],
        &["set", "custody", "url", "https://example.org/"],
        &["fmt"],
        &["rename", "custody", "custody-2"],
        &["check", "--deny-warnings"],
    ] {
        repo.run(args).ends(0);
    }
    assert_eq!(first("records/custody-2.toml"), "#:schema ../.track/record.schema.json");
    // Where no schema stands, none is named; nor one that is reached through something else than a file.
    fs::remove_file(repo.path(".track/record.schema.json")).unwrap();
    let add = ["add", "--title", "Else", "--type", "joint", "--published", "2026-11-20", "--dry-run"];
    assert!(repo.run(&add).ends(0).out.starts_with("## "));
    fs::create_dir(repo.path(".track/record.schema.json")).unwrap();
    assert!(repo.run(&add).ends(0).out.starts_with("## "));
}

#[test]
fn check_notes_a_schema_of_another_version_and_of_ours_says_nothing() {
    let repo = empty();
    repo.track("init").ends(0);
    assert_eq!(repo.track("check").ends(0).err, "");
    for (path, what) in [(".track/record.schema.json", "record"), (".track/settings.schema.json", "settings")]
    {
        let ours = fs::read(repo.path(path)).unwrap();
        // Git may have turned the line ends round.
        repo.write(path, String::from_utf8(ours.clone()).unwrap().replace('\n', "\r\n").as_bytes());
        assert_eq!(repo.track("check").ends(0).err, "");
        for old in [&ours[1..], b"\xff", b""] {
            repo.write(path, old);
            let run = repo.track("check --deny-warnings").ends(0);
            let renew = format!("track schema {what} > {path}");
            let note = format!("note: {path} is not that of this track; to renew it: {renew}\n");
            assert_eq!(run.err, note);
            assert_eq!(repo.track("check -q").ends(0).err, "");
            assert_eq!(repo.track("check --format json").ends(0).err, "");
        }
        repo.write(path, &repo.track(&format!("schema {what}")).ends(0).out.into_bytes());
        assert_eq!(repo.track("check").ends(0).err, "");
        // One that is not kept is not asked for.
        fs::remove_file(repo.path(path)).unwrap();
        assert_eq!(repo.track("check").ends(0).err, "");
    }
}

#[test]
fn each_file_that_is_there_stays_and_the_others_are_made() {
    for path in FILES {
        let repo = empty();
        repo.write(path, b"# theirs \xff\r\n");
        let run = repo.track("init").ends(0).says(&format!("{path} is there already: left as it is\n"));
        assert_eq!(run.out.matches("Made ").count(), FILES.len() - 1, "{run:?}");
        assert_eq!(fs::read(repo.path(path)).unwrap(), b"# theirs \xff\r\n");
        let lacks = !["track.toml", "records/README.md", ".github/workflows/records.yml"].contains(&path);
        assert_eq!(run.err.contains(path), lacks, "{run:?}");
        assert_eq!(run.err.contains("to add by hand"), lacks && !path.contains("schema"), "{run:?}");
        assert!(FILES.iter().all(|path| repo.path(path).exists()));
    }
}

#[test]
fn a_half_made_folder_is_completed_and_its_records_stay() {
    let repo = Repo::with(&[("records/2026/a.toml", record("A", "2026-11-20"))]);
    repo.write(".gitignore", b"/target\n.track.lock\n");
    let before = standing(repo.dir.path());
    let run = repo
        .track("init")
        .ends(0)
        .says("Made track.toml")
        .tells("    .track-*.tmp\n    .track-edit-*.toml\n");
    assert!(!run.err.contains("    .track.lock"), "{run:?}");
    let after = standing(repo.dir.path());
    assert!(before.iter().all(|(path, bytes)| after[path] == *bytes));
    repo.track("check").ends(0).says("checked 1 file");
    repo.track("list").ends(0).says("A");
}

#[test]
fn what_stands_under_another_name_is_as_good() {
    for (theirs, ours) in [
        ("taplo.toml", ".taplo.toml"),
        ("tombi.toml", ".tombi.toml"),
        (".github/workflows/records.yaml", ".github/workflows/records.yml"),
        (".GitIgnore", ".gitignore"),
        ("records/readme.md", "records/README.md"),
    ] {
        let repo = empty();
        repo.write(theirs, b"");
        let run = repo.track("init --format json").ends(0).json();
        assert_eq!(run["kept"], serde_json::json!([theirs]));
        let names = files_below(repo.dir.path());
        assert!(!names.contains(&ours.to_owned()), "{names:?}");
    }
}

#[test]
fn a_folder_is_made_with_those_above_it() {
    let repo = empty();
    repo.track("init new/office/ --dry-run")
        .ends(0)
        .says("Would make track.toml\n")
        .says("Would make records/");
    assert!(!repo.path("new").exists(), "a dry run makes nothing");
    repo.track("init new/office").ends(0).says("Made track.toml").tells("Next: cd new/office\n");
    assert!(FILES.iter().all(|file| repo.path("new/office").join(file).is_file()));
    repo.track("list --repo new/office").ends(0);
    // --repo names the folder as well, and DIR goes before it.
    repo.track("init --repo other").ends(0);
    repo.track("init third --repo other").ends(0).says("Made track.toml");
    assert!(repo.path("other/track.toml").is_file() && repo.path("third/track.toml").is_file());
    repo.write("file", b"x");
    for dir in ["file", "file/below"] {
        repo.track(&format!("init {dir}")).ends(3).tells("file");
        repo.track(&format!("init {dir} --dry-run")).ends(3);
    }
    assert_eq!(fs::read(repo.path("file")).unwrap(), b"x");
}

#[test]
fn a_dry_run_of_a_half_made_folder_says_what_lacks_and_makes_nothing() {
    let repo = empty();
    repo.write("track.toml", b"");
    let before = standing(repo.dir.path());
    let run = repo.track("init --dry-run --ci none").ends(0);
    assert!(run.out.starts_with("Would make records/README.md\n"), "{run:?}");
    assert!(run.out.ends_with("track.toml is there already: left as it is\n"), "{run:?}");
    assert!(!run.err.contains("Next"), "{run:?}");
    assert_eq!(standing(repo.dir.path()), before);
}

#[test]
fn within_another_repository_of_records_none_begins() {
    let outer = Repo::with(&[("track.toml", "")]);
    for dir in ["inner", "records/inner", "a/b/c"] {
        outer
            .track(&format!("init {dir}"))
            .ends(1)
            .tells("lies within the repository of records")
            .tells("track init");
        assert!(!outer.path(dir).exists());
    }
    // A way out of it is no way in, and a folder of the name `records` alone is anybody's.
    let elsewhere = empty();
    elsewhere.write("records/song.txt", b"");
    elsewhere.write("outer/track.toml", b"");
    let run = support::finish(elsewhere.command(&["init", "../beside"]).current_dir(elsewhere.path("outer")));
    run.ends(0);
    assert!(elsewhere.path("beside/track.toml").is_file());
    // One that stands there already is completed.
    elsewhere.write("outer/inner/records/a.toml", record("A", "2026-11-20").as_bytes());
    elsewhere.track("init outer/inner").ends(0);
}

#[test]
fn below_the_top_of_a_git_repository_no_checks_are_made() {
    let repo = empty();
    fs::create_dir(repo.path(".git")).unwrap();
    let run = repo.track("init office --format json").ends(0).tells("this one begins at");
    assert_eq!(run.json()["made"], serde_json::json!(FILES[..8]));
    assert!(!run.err.contains("git init"), "{run:?}");
    let run = repo.track("init --format json").ends(0);
    assert_eq!(run.json()["made"], serde_json::json!(FILES), "at its top they are");
    assert!(!run.err.contains("git init"), "{run:?}");
}

#[test]
fn hosts_can_be_chosen() {
    for (ci, left_out) in [
        ("both", &[][..]),
        ("github", &[".gitlab-ci.yml"]),
        ("gitlab", &[".github/workflows/records.yml"]),
        ("none", &[".gitlab-ci.yml", ".github/workflows/records.yml"]),
    ] {
        let repo = empty();
        let made = repo.track(&format!("init --ci {ci} --format json")).ends(0).json();
        let expected: Vec<&str> = FILES.into_iter().filter(|path| !left_out.contains(path)).collect();
        assert_eq!(made["made"], serde_json::json!(expected));
    }
    empty().track("init --ci jenkins").ends(2);
}

#[test]
fn names_stand_in_track_toml_as_typed() {
    let repo = empty();
    let names =
        ["\"The\" Office \\ 'x'", "Body [2]", "P\u{1b}[31mC", "Chief\nConstable", "Ŵales # 1", "section 33"];
    let flags =
        ["--office", "--local-policing-body", "--short", "--chief-officer", "--force-name", "--duty-label"];
    let mut args = vec!["init"];
    args.extend(flags.iter().zip(&names).flat_map(|(flag, name)| [*flag, *name]));
    repo.run(&args).ends(0);
    let text = fs::read_to_string(repo.path("track.toml")).unwrap();
    let table: toml::Table = toml::from_str(&text).unwrap();
    let keys = ["name", "local_policing_body", "short", "chief_officer", "force"];
    for (key, name) in keys.iter().zip(&names) {
        assert_eq!(table["office"][key].as_str(), Some(*name), "{text}");
    }
    assert_eq!(table["duty"]["label"].as_str(), Some("section 33"));
    assert!(!text.contains('\u{1b}'));
    repo.track("due 2020-03-09").ends(0).says("Section 33");
    repo.track("check").ends(0);
    // A name that is blank is left out; one with which the file could not be read is refused.
    let repo = empty();
    repo.run(&["init", "--office", " ", "--short", ""]).ends(0);
    assert!(fs::read_to_string(repo.path("track.toml")).unwrap().contains("\n#name = "));
    let repo = empty();
    repo.run(&["init", "--office", &"[".repeat(600)]).ends(1).tells("nothing was made");
    assert_eq!(files_below(repo.dir.path()), Vec::<String>::new());
}

#[test]
fn of_many_at_once_each_file_is_made_once_and_whole() {
    let repo = empty();
    let made: Vec<String> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| repo.track("init --format json").ends(0).json()["made"].clone()))
            .collect();
        let made = runs.into_iter().map(|run| run.join().unwrap());
        made.flat_map(|made| made.as_array().unwrap().clone())
            .map(|path| path.as_str().unwrap().to_owned())
            .collect()
    });
    assert_eq!(made, FILES, "one of them makes all, in their order");
    let alone = empty();
    alone.track("init").ends(0);
    assert_eq!(standing(repo.dir.path()), standing(alone.dir.path()));
}

#[test]
fn where_there_are_no_records_the_hint_names_it() {
    empty().track("list").ends(3).tells("to begin here: track init");
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::process::CommandExt;

    #[test]
    fn a_link_or_a_folder_in_the_place_of_a_file_stays_and_is_not_followed() {
        for path in FILES {
            let repo = empty();
            fs::create_dir_all(repo.path(path).parent().unwrap()).unwrap();
            symlink(repo.path("elsewhere"), repo.path(path)).unwrap();
            repo.track("init --no-input").says(&format!("{path} is there already, a link: left as it is\n"));
            assert!(!repo.path("elsewhere").exists() && repo.path(path).is_symlink(), "{path}");
            let repo = empty();
            fs::create_dir_all(repo.path(path)).unwrap();
            repo.track("init").says(&format!("{path} is there already, a folder: left as it is\n"));
            assert_eq!(fs::read_dir(repo.path(path)).unwrap().count(), 0, "{path}");
        }
    }

    #[test]
    fn nothing_is_made_through_a_link_in_the_place_of_a_folder() {
        for path in [".github", ".github/workflows", ".track", "records"] {
            let repo = empty();
            let elsewhere = empty();
            fs::create_dir_all(repo.path(path).parent().unwrap()).unwrap();
            symlink(elsewhere.dir.path(), repo.path(path)).unwrap();
            repo.track("init").ends(3).tells("is a link");
            repo.track("init --dry-run").ends(3).tells("is a link");
            assert_eq!(files_below(elsewhere.dir.path()), Vec::<String>::new());
        }
        // The folder itself may be reached through one: the user named it.
        let (repo, real) = (empty(), empty());
        symlink(real.dir.path(), repo.path("office")).unwrap();
        repo.track("init office").ends(0);
        assert!(real.path("track.toml").is_file());
    }

    #[test]
    fn a_folder_that_may_not_be_written_ends_with_3() {
        let repo = empty();
        let set = |mode| fs::set_permissions(repo.path("."), fs::Permissions::from_mode(mode)).unwrap();
        set(0o555);
        for args in [&["init"][..], &["init", "new"]] {
            let mut command = repo.command(args);
            if fs::metadata(repo.path(".")).unwrap().uid() == 0 {
                command.uid(65534).gid(65534); // root may write anywhere
            }
            match command.output() {
                Ok(run) => {
                    let err = String::from_utf8(run.stderr).unwrap();
                    assert_eq!((run.status.code(), run.stdout.len()), (Some(3), 0), "{err}");
                    assert!(err.contains("ermission denied") && err.contains("error: cannot"), "{err}");
                }
                Err(error) => eprintln!("skipped: another user cannot run the program: {error}"),
            }
        }
        set(0o755);
        assert_eq!(files_below(repo.dir.path()), Vec::<String>::new());
    }

    #[test]
    fn a_disk_that_fills_up_ends_with_3_and_says_what_stands() {
        let repo = empty();
        let mut command = std::process::Command::new("sh");
        // With the signal ignored the write itself fails, as it does on a full disk: the schema is the largest file.
        command.args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" init", env!("CARGO_BIN_EXE_track")]);
        let run = support::finish(command.current_dir(repo.dir.path()).env_remove("TRACK_REPO")).ends(3);
        assert!(run.out.is_empty(), "{run:?}");
        let run = run.tells("cannot write").tells("record.schema.json").tells("run track init again");
        let run =
            run.tells("made before that, and whole: `track.toml`, `records/README.md`, `.gitattributes` and");
        assert!(!repo.path(".track").exists(), "{run:?}");
        let mut made = FILES[..4].to_vec();
        made.push(".track.lock");
        assert_eq!(files_below(repo.dir.path()), sorted(&made));
        let kept = repo.track("init --format json").ends(0).json()["kept"].clone();
        assert_eq!(kept, serde_json::json!(FILES[..4]));
    }

    #[test]
    fn what_a_kill_left_over_is_swept() {
        let repo = empty();
        for path in [".track-1-2.tmp", ".track/.track-3-4.tmp", ".track-a.tmp"] {
            repo.write(path, b"half");
        }
        repo.track("init").ends(0);
        let mut left = files_below(repo.dir.path());
        left.retain(|path| Path::new(path).extension() == Some("tmp".as_ref()));
        assert_eq!(left, [".track-a.tmp"], "what is not ours stays");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn an_answer_that_cannot_be_printed_says_that_the_files_stand() {
        let repo = empty();
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let run = repo.command(&["init"]).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(3), "{said}");
        assert!(said.contains("every file is made and whole, but cannot write"), "{said}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn on_a_terminal_the_names_are_asked_for() {
        let repo = empty();
        let keys = r"Example Office\nExample Body\n\nExample Force\nsection 33\n";
        let Some((code, said)) = repo.on_a_terminal(&["init", "--short", "PCC"], keys) else {
            return;
        };
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("Whose records are these?") && said.contains("Made track.toml"), "{said}");
        assert!(!said.contains("in short"), "what a flag gives is not asked for: {said}");
        let text = fs::read_to_string(repo.path("track.toml")).unwrap();
        for line in [
            "name = \"Example Office\"",
            "local_policing_body = \"Example Body\"",
            "short = \"PCC\"",
            "#chief_officer = \"Chief Constable\"",
            "label = \"section 33\"",
        ] {
            assert!(text.lines().any(|other| other == line), "{line}\n{text}");
        }
        // Asked once only; never where nobody shall be asked; the end of input makes nothing.
        let (code, said) = repo.on_a_terminal(&["init"], "").unwrap();
        assert!(code == 0 && !said.contains("Whose"), "{said}");
        for (args, keys, code) in [
            (&["init", "--no-input"][..], "", 0),
            (&["init", "--dry-run"], "", 0),
            (&["init"], r"Example\n\x04\n", 1),
        ] {
            let repo = empty();
            let (ended, said) = repo.on_a_terminal(args, keys).unwrap();
            assert_eq!(ended, code, "{said}");
            assert_eq!(repo.path("track.toml").exists(), args.contains(&"--no-input"), "{said}");
        }
    }
}
