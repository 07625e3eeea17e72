//! Links, pipes, sockets, names that are no text, and what only a system user or a limit brings about.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};

use rustix::fs::{CWD, FileType, Mode, mknodat};
use track::store::{FileFaultKind, Repository, Standing, StoreError, WriteError};

use crate::ground::{Ground, all_files};

#[test]
fn no_link_is_followed() {
    let ground = Ground::with(&[("outside/x.toml", "secret"), ("records/good.toml", "")]);
    symlink(ground.path("outside/x.toml"), ground.path("records/file.toml")).unwrap();
    symlink(ground.path("outside"), ground.path("records/folder")).unwrap();
    symlink("nowhere", ground.path("records/dangling.toml")).unwrap();
    symlink("loop.toml", ground.path("records/loop.toml")).unwrap();
    symlink("..", ground.path("records/up")).unwrap();
    symlink("good.toml", ground.path("records/near.toml")).unwrap();
    assert_eq!(ground.scan().records, ["records/good.toml"]);
    let names = ["dangling.toml", "file.toml", "folder", "loop.toml", "near.toml", "up"];
    let expected = names.map(|name| (format!("records/{name}"), FileFaultKind::Link));
    assert_eq!(ground.faults(), expected);
    let read = |path| ground.repository().read(path).unwrap_err().kind;
    assert_eq!(read("records/file.toml"), FileFaultKind::Link);
    assert_eq!(read("records/folder/x.toml"), FileFaultKind::Link);
    assert_eq!(read("records/up/records/good.toml"), FileFaultKind::Link);
}

#[test]
fn pipes_sockets_and_devices_are_named_and_not_waited_for() {
    let ground = Ground::with(&[]);
    mknodat(CWD, ground.path("records/pipe.toml"), FileType::Fifo, Mode::RWXU, 0).unwrap();
    let _socket = UnixListener::bind(ground.path("records/s.toml")).unwrap();
    let mut expected = vec![("records/pipe.toml", "fifo"), ("records/s.toml", "socket")];
    // Only root may make one, and not in every container.
    if mknodat(
        CWD,
        ground.path("records/d"),
        FileType::CharacterDevice,
        Mode::RWXU,
        rustix::fs::makedev(1, 5),
    )
    .is_ok()
    {
        expected.insert(0, ("records/d", "device"));
    }
    let expected: Vec<_> =
        expected.into_iter().map(|(path, what)| (path.to_owned(), FileFaultKind::NotAFile(what))).collect();
    assert_eq!(ground.faults(), expected);
    let read = |path| ground.repository().read(path).unwrap_err().kind;
    assert_eq!(read("records/pipe.toml"), FileFaultKind::NotAFile("fifo"));
    assert_eq!(read("records/s.toml"), FileFaultKind::NotAFile("socket"));
}

#[test]
fn what_takes_a_files_place_after_the_walk_is_named_for_what_it_is() {
    let ground = Ground::with(&[("records/a.toml", ""), ("records/b.toml", ""), ("records/c.toml", "")]);
    let scan = ground
        .repository()
        .scan(Some(1), &|file| {
            if file.path == "records/a.toml" {
                fs::remove_file(ground.path("records/b.toml")).unwrap();
                fs::remove_file(ground.path("records/c.toml")).unwrap();
                symlink("a.toml", ground.path("records/b.toml")).unwrap();
                mknodat(CWD, ground.path("records/c.toml"), FileType::Fifo, Mode::RWXU, 0).unwrap();
            }
        })
        .unwrap();
    let kinds: Vec<_> = scan.faults.into_iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [FileFaultKind::Link, FileFaultKind::NotAFile("fifo")]);
}

#[test]
fn names_that_are_no_text_are_spelt_out() {
    let ground = Ground::with(&[]);
    let bad = |name: &[u8]| ground.path("records").join(OsStr::from_bytes(name));
    fs::write(bad(b"a\xff.toml"), "").unwrap();
    fs::create_dir(bad(b"d\xe9")).unwrap();
    fs::write(bad(b".\xff"), "").unwrap();
    let expected = [r"records/a\xff.toml", r"records/d\xe9"];
    assert_eq!(ground.faults(), expected.map(|path| (path.to_owned(), FileFaultKind::NotUnicode)));
}

#[test]
fn roots_own_files_may_not_be_links() {
    let ground = Ground::with(&[("real/a.toml", "")]);
    fs::remove_dir(ground.path("records")).unwrap();
    symlink("real", ground.path("records")).unwrap();
    let repository = Repository::find(ground.dir.path()).unwrap();
    let error = repository.scan(None, &|_| ()).unwrap_err();
    assert!(matches!(&error, StoreError::Link { path } if path.ends_with("records")), "{error}");
    let error = repository.create("records/b.toml", b"").unwrap_err();
    assert!(matches!(error, WriteError::Store(StoreError::Link { .. })), "{error}");
    symlink("/etc/passwd", ground.path("track.toml")).unwrap();
    assert!(matches!(repository.settings_text(), Err(StoreError::Link { .. })));
    assert_eq!(all_files(&ground.path("real")), ["a.toml"]);
}

#[test]
fn a_root_reached_through_a_link_is_well() {
    let ground = Ground::with(&[("records/a.toml", "")]);
    let other = tempfile::tempdir().unwrap();
    let link = other.path().join("link");
    symlink(ground.dir.path(), &link).unwrap();
    let repository = Repository::at(&link).unwrap();
    repository.create("records/b.toml", b"").unwrap();
    assert_eq!(repository.list_paths().unwrap().len(), 2);
}

#[test]
fn nothing_is_made_through_a_link() {
    let ground = Ground::with(&[("outside/", "")]);
    symlink(ground.path("outside"), ground.path("records/out")).unwrap();
    symlink(ground.path("outside/a.toml"), ground.path("records/a.toml")).unwrap();
    let error = ground.repository().create("records/out/b.toml", b"").unwrap_err();
    assert!(matches!(error, WriteError::Store(StoreError::Link { .. })), "{error}");
    let error = ground.repository().create("records/a.toml", b"").unwrap_err();
    assert!(matches!(&error, WriteError::Taken { path } if path == "records/a.toml"), "{error}");
    assert_eq!(all_files(&ground.path("outside")), [""; 0]);
}

#[test]
fn a_new_record_has_the_mode_of_any_new_file() {
    let ground = Ground::with(&[("plain", "")]);
    ground.repository().create("records/2020/a.toml", b"").unwrap();
    let mode = |path| fs::metadata(ground.path(path)).unwrap().permissions().mode();
    assert_eq!(mode("records/2020/a.toml"), mode("plain"));
    assert_eq!(mode("records/2020"), mode("records"));
}

// The tests below run themselves again in a child: as a user for whom modes count (root reads everything), or under
// a limit on the size of files (a disk that fills up).

const CHILD: &str = "TRACK_STORE_TEST_CHILD";

/// The folder to work in, if this is the child.
fn child() -> Option<Repository> {
    std::env::var_os(CHILD).map(|root| Repository { root: root.into() })
}

fn again(command: &mut Command, test: &str, root: &Path) -> Option<Output> {
    let exe = std::env::current_exe().unwrap();
    let test = format!("unix_things::{test}");
    command.arg(exe).args(["--exact", &test, "--nocapture", "--test-threads=1"]).env(CHILD, root);
    let run = command.output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    if run.status.code() == Some(126) && !said.contains("running") {
        eprintln!("skipped: the child cannot run the test's program");
        return None;
    }
    Some(run)
}

/// Runs the test again as a user other than root.
fn as_other_user(test: &str, root: &Path) {
    let mut command = Command::new("sh");
    command.args(["-c", "exec \"$0\" \"$@\""]);
    if fs::metadata(root).unwrap().uid() == 0 {
        command.uid(65534).gid(65534);
    }
    if let Some(run) = again(&mut command, test, root) {
        assert!(
            run.status.success(),
            "{}{}",
            String::from_utf8_lossy(&run.stdout),
            String::from_utf8_lossy(&run.stderr)
        );
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn what_may_not_be_read_is_named_and_hides_nothing() {
    if let Some(repository) = child() {
        let scan = repository.scan(None, &|file| file.path.to_owned()).unwrap();
        assert_eq!(scan.records, ["records/good.toml", "records/z/good-2.toml"]);
        let paths: Vec<_> = scan.faults.iter().map(|fault| fault.path.as_str()).collect();
        assert_eq!(paths, ["records/closed", "records/secret.toml"]);
        for fault in scan.faults {
            let denied = std::io::ErrorKind::PermissionDenied;
            assert!(
                matches!(fault.kind, FileFaultKind::Unreadable { kind, .. } if kind == denied),
                "{fault}"
            );
        }
        return;
    }
    let ground = Ground::with(&[
        ("records/good.toml", ""),
        ("records/secret.toml", ""),
        ("records/closed/a.toml", ""),
        ("records/z/good-2.toml", ""),
    ]);
    set_mode(ground.dir.path(), 0o755);
    set_mode(&ground.path("records/secret.toml"), 0);
    set_mode(&ground.path("records/closed"), 0);
    as_other_user("what_may_not_be_read_is_named_and_hides_nothing", ground.dir.path());
    set_mode(&ground.path("records/closed"), 0o755);
}

#[test]
fn a_records_folder_that_may_not_be_read_is_an_error() {
    if let Some(repository) = child() {
        let error = repository.scan(None, &|_| ()).unwrap_err();
        assert!(matches!(&error, StoreError::Io { path, .. } if path.ends_with("records")), "{error}");
        return;
    }
    let ground = Ground::with(&[("records/a.toml", "")]);
    set_mode(ground.dir.path(), 0o755);
    set_mode(&ground.path("records"), 0);
    as_other_user("a_records_folder_that_may_not_be_read_is_an_error", ground.dir.path());
    set_mode(&ground.path("records"), 0o755);
}

#[test]
fn a_folder_that_may_not_be_written_is_an_error_and_stays_as_it_is() {
    if let Some(repository) = child() {
        for path in ["records/b.toml", "records/new/b.toml"] {
            let error = repository.create(path, b"text").unwrap_err();
            assert_eq!(error.standing(), Standing::Nothing);
            assert!(error.to_string().ends_with("; nothing was written"), "{error}");
            assert!(error.to_string().contains("ermission denied"), "{error}");
        }
        return;
    }
    let ground = Ground::with(&[("records/a.toml", "")]);
    set_mode(ground.dir.path(), 0o555);
    set_mode(&ground.path("records"), 0o555);
    as_other_user("a_folder_that_may_not_be_written_is_an_error_and_stays_as_it_is", ground.dir.path());
    set_mode(ground.dir.path(), 0o755);
    set_mode(&ground.path("records"), 0o755);
    assert_eq!(all_files(ground.dir.path()), ["records/a.toml"]);
}

#[test]
fn a_lock_file_of_another_user_is_no_hindrance() {
    if let Some(repository) = child() {
        assert!(repository.lock().unwrap().is_some());
        return repository.create("records/b.toml", b"text").unwrap();
    }
    let ground = Ground::with(&[(".track.lock", "")]);
    set_mode(ground.dir.path(), 0o755);
    set_mode(&ground.path(".track.lock"), 0o444);
    set_mode(&ground.path("records"), 0o777);
    as_other_user("a_lock_file_of_another_user_is_no_hindrance", ground.dir.path());
}

#[test]
fn a_disk_that_fills_up_leaves_nothing() {
    if let Some(repository) = child() {
        let error = repository.create("records/new/b.toml", &vec![b'x'; 500_000]).unwrap_err();
        assert!(matches!(&error, WriteError::Failed { standing: Standing::Nothing, .. }), "{error}");
        return;
    }
    let ground = Ground::with(&[("records/a.toml", "")]);
    let mut command = Command::new("sh");
    // With the signal ignored the write itself fails, as it does on a full disk.
    command.args(["-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\""]);
    let run = again(&mut command, "a_disk_that_fills_up_leaves_nothing", ground.dir.path()).unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    assert_eq!(all_files(ground.dir.path()), ["records/a.toml"]);
    assert!(!ground.path("records/new").exists());
}

#[test]
fn a_kill_in_the_middle_leaves_a_temporary_that_the_next_write_sweeps() {
    if let Some(repository) = child() {
        let _ = repository.create("records/b.toml", &vec![b'x'; 500_000]);
        return;
    }
    let ground = Ground::with(&[("records/a.toml", "")]);
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -c 0; ulimit -f 100; exec \"$0\" \"$@\""]);
    let test = "a_kill_in_the_middle_leaves_a_temporary_that_the_next_write_sweeps";
    let run = again(&mut command, test, ground.dir.path()).unwrap();
    assert!(!run.status.success());
    let left = all_files(ground.dir.path());
    assert!(left.len() == 2 && left[0].starts_with("records/.track-"), "{left:?}");
    assert_eq!(ground.scan().records, ["records/a.toml"]);
    assert!(ground.faults().is_empty());
    ground.repository().create("records/b.toml", b"whole").unwrap();
    assert_eq!(all_files(ground.dir.path()), ["records/a.toml", "records/b.toml"]);
}
