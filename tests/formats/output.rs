//! `--output`: a file that is whole or not there, and nobody's by accident.

use std::fs;

use crate::support::{Repo, files_below, record};

fn repo() -> Repo {
    Repo::with(&[("track.toml", String::new()), ("records/a.toml", record("A", "2026-11-01"))])
}

/// Everything that lies in the repository but the file, so that nothing is left over.
fn others(repo: &Repo) -> Vec<String> {
    files_below(repo.dir.path())
}

#[test]
fn what_would_stand_on_standard_output_stands_in_the_file() {
    let repo = repo();
    repo.write("records/b.toml", b"title = 1\n");
    for format in ["text", "short", "json", "github", "gitlab", "sarif", "junit"] {
        let told = repo.track(&format!("check --format {format}")).ends(1);
        let run =
            repo.track(&format!("check --format {format} --output out.{format} --color always")).ends(1);
        assert_eq!(run.out, "", "{format}");
        assert!(run.err.starts_with("checked 2 files: 3 errors, 0 warnings; written to `"), "{}", run.err);
        assert_eq!(fs::read_to_string(repo.path(&format!("out.{format}"))).unwrap(), told.out, "{format}");
        assert_eq!(repo.track(&format!("check --format {format} -o -")).ends(1).out, told.out, "{format}");
    }
    assert_eq!(repo.track("check -q -o quiet.txt").ends(1).err, "");
}

#[test]
fn a_file_that_is_there_stays_unless_it_may_go() {
    let repo = repo();
    repo.write("out.json", b"mine");
    let before = others(&repo);
    repo.track("check --format json --output out.json")
        .ends(1)
        .tells("out.json` is there already; nothing was written")
        .tells("--overwrite");
    assert_eq!(fs::read(repo.path("out.json")).unwrap(), b"mine");
    repo.track("check --format json --output out.json --overwrite").ends(0);
    assert!(fs::read_to_string(repo.path("out.json")).unwrap().contains("\"version\": 1"));
    repo.track("check --format json --output out.json --overwrite").ends(0);
    assert_eq!(others(&repo), before, "nothing is left over");
}

#[test]
fn it_may_lie_elsewhere_but_not_where_records_and_settings_do() {
    let repo = repo();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("out.xml");
    repo.run(&["check", "--format", "junit", "-o", path.to_str().unwrap()]).ends(0);
    assert!(path.exists());
    let before = others(&repo);
    for path in
        ["records/x.toml", "records/report.json", "records/../records/x.toml", "./records/x.json", "records"]
    {
        repo.track(&format!("check --output {path} --overwrite")).ends(1).tells("among the records");
    }
    repo.track("check --output track.toml --overwrite").ends(1).tells("the settings of the office");
    // A lock that was replaced would keep nobody out; git would lose what it keeps.
    repo.write(".git/config", b"[core]\n");
    repo.track("check --output .track.lock --overwrite").ends(1).tells("is the lock of the records");
    for path in [".git/config", ".git/new", ".git"] {
        repo.track(&format!("check --output {path} --overwrite")).ends(1).tells("is git's own");
    }
    fs::remove_dir_all(repo.path(".git")).unwrap();
    // Where letter case makes no difference these are the same files.
    repo.track("check --output TRACK.TOML --overwrite").ends(1).tells("the settings of the office");
    repo.track("check --output Records --overwrite").ends(1).tells("among the records");
    repo.write("RECORDS/keep", b"");
    repo.track("check --output RECORDS/x.json --overwrite").ends(1).tells("among the records");
    fs::remove_file(repo.path("RECORDS/keep")).unwrap();
    repo.track("check --output records/new/x.json")
        .ends(3)
        .tells("cannot open the folder")
        .tells("nothing was written");
    repo.track("check --output ..").ends(1).tells("is a folder").tells("nothing was written");
    assert_eq!(others(&repo), before);
    repo.write("2020/records/keep", b"");
    repo.track("check --output 2020/records/out.txt").ends(0);
    repo.track("check --output 2020/track.toml").ends(0);
    repo.track("check --output records.json").ends(0);
}

#[test]
fn a_refused_output_comes_before_any_mend() {
    let repo =
        Repo::with(&[("records/a.toml", "title = \"A\"\ntype = \"National\"\npublished = 2026-11-01\n")]);
    repo.write("out.txt", b"mine");
    let before = fs::read(repo.path("records/a.toml")).unwrap();
    repo.track("check --fix --output out.txt").ends(1).tells("is there already; nothing was written");
    assert_eq!(fs::read(repo.path("records/a.toml")).unwrap(), before);
}

#[test]
fn what_is_no_file_is_not_written_to() {
    let repo = repo();
    fs::create_dir(repo.path("folder")).unwrap();
    repo.track("check --output folder --overwrite").ends(1).tells("is a folder");
    repo.track("check --output no/such/out.txt").ends(3).tells("cannot open the folder");
    #[cfg(unix)]
    {
        use std::os::unix::fs::{PermissionsExt, symlink};
        repo.write("target.txt", b"mine");
        symlink(repo.path("target.txt"), repo.path("link")).unwrap();
        symlink(repo.path("nowhere"), repo.path("dangling")).unwrap();
        rustix::fs::mknodat(
            rustix::fs::CWD,
            repo.path("fifo"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RWXU,
            0,
        )
        .unwrap();
        repo.track("check --output link --overwrite").ends(1).tells("is a link");
        repo.track("check --output dangling").ends(1).tells("is a link");
        repo.track("check --output fifo --overwrite").ends(1).tells("is a fifo");
        repo.track("check --output /dev/full --overwrite").ends(1).tells("is a device");
        assert_eq!(fs::read(repo.path("target.txt")).unwrap(), b"mine");
        assert!(!repo.path("nowhere").exists());
        fs::set_permissions(repo.path("target.txt"), fs::Permissions::from_mode(0o444)).unwrap();
        repo.track("check --output target.txt --overwrite").ends(1).tells("the rights of");
        fs::set_permissions(repo.path("target.txt"), fs::Permissions::from_mode(0o640)).unwrap();
        repo.track("check --output target.txt --overwrite").ends(0);
        let mode = fs::metadata(repo.path("target.txt")).unwrap().permissions().mode() & 0o7777;
        assert_eq!(mode, 0o640, "the old mode stays");
        symlink(repo.path("folder"), repo.path("way")).unwrap();
        repo.track("check --output way/out.txt").ends(0);
        assert!(repo.path("folder/out.txt").exists(), "a link on the way is the user's own");
    }
}

/// A limit on the size of files stands in for a full disk: both refuse a write in the middle.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_no_half_file() {
    use crate::support::finish;
    use std::process::Command;
    let repo = repo();
    repo.write("old.sarif", b"mine");
    let before = others(&repo);
    for (file, more) in [("new.sarif", ""), ("old.sarif", "--overwrite")] {
        let script = format!(
            "trap '' XFSZ; ulimit -f 8; exec {} check --format sarif --output {file} {more}",
            env!("CARGO_BIN_EXE_track")
        );
        let run = finish(Command::new("sh").current_dir(repo.dir.path()).args(["-c", &script])).ends(3);
        assert!(
            run.err.contains("cannot write `") && run.err.contains("; nothing was written"),
            "{}",
            run.err
        );
        assert_eq!(others(&repo), before);
        assert_eq!(fs::read(repo.path("old.sarif")).unwrap(), b"mine");
    }
}
