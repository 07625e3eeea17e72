//! Replacing and removing records.

use std::fs;
use std::path::Path;

use track::store::{Repository, WriteError};

use super::ground::Ground;

fn put(repository: &Repository, path: &str, old: &[u8], new: &[u8]) -> Result<(), WriteError> {
    repository.begin()?.replace(path, old, new)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_record_is_replaced_whole_and_nothing_is_left_over() {
    let ground = Ground::with(&[("records/2020/a.toml", "old\r\n")]);
    let repository = ground.repository();
    put(&repository, "records/2020/a.toml", b"old\r\n", b"\xef\xbb\xbfnew\r\n").unwrap();
    assert_eq!(fs::read(ground.path("records/2020/a.toml")).unwrap(), b"\xef\xbb\xbfnew\r\n");
    assert_eq!(names(&ground.path("records/2020")), ["a.toml"]);
}

#[test]
fn what_changed_since_it_was_read_is_left_as_it_is() {
    let ground = Ground::with(&[("records/a.toml", "theirs")]);
    let repository = ground.repository();
    let error = put(&repository, "records/a.toml", b"read", b"new").unwrap_err();
    assert!(matches!(error, WriteError::Changed { .. }), "{error}");
    let error = repository.begin().unwrap().remove("records/a.toml", b"read").unwrap_err();
    assert!(matches!(error, WriteError::Changed { .. }), "{error}");
    assert_eq!(fs::read(ground.path("records/a.toml")).unwrap(), b"theirs");
    let error = put(&repository, "records/b.toml", b"read", b"new").unwrap_err();
    assert!(error.to_string().contains("there no more; nothing was written"), "{error}");
    assert_eq!(names(&ground.path("records")), ["a.toml"]);
}

#[test]
fn a_record_is_removed() {
    let ground = Ground::with(&[("records/a.toml", "x"), ("records/b.toml", "y")]);
    ground.repository().begin().unwrap().remove("records/a.toml", b"x").unwrap();
    assert_eq!(names(&ground.path("records")), ["b.toml"]);
}

#[test]
fn nothing_outside_the_records_is_replaced() {
    let ground = Ground::with(&[("records/a.toml", "x"), ("track.toml", "")]);
    for path in ["track.toml", "records/../track.toml", "../x.toml", "/etc/passwd", "records/", "records"] {
        let error = put(&ground.repository(), path, b"", b"new").unwrap_err();
        assert!(matches!(error, WriteError::Path { .. }), "{path}: {error}");
    }
    assert_eq!(fs::read(ground.path("track.toml")).unwrap(), b"");
}

#[test]
fn what_is_larger_than_is_read_is_not_written() {
    let ground = Ground::with(&[("records/a.toml", "x")]);
    let error = put(&ground.repository(), "records/a.toml", b"x", &vec![b'a'; (1 << 20) + 1]).unwrap_err();
    assert!(matches!(error, WriteError::TooLarge { .. }), "{error}");
}

#[test]
fn of_many_writers_at_once_each_has_its_line() {
    let ground = Ground::with(&[("records/a.toml", "")]);
    let repository = ground.repository();
    std::thread::scope(|scope| {
        for n in 0..8 {
            let repository = &repository;
            scope.spawn(move || {
                let writing = repository.begin().unwrap();
                let old = writing.read("records/a.toml").unwrap();
                let new = [old.as_slice(), format!("{n}\n").as_bytes()].concat();
                writing.replace("records/a.toml", &old, &new).unwrap();
            });
        }
    });
    let text = fs::read_to_string(ground.path("records/a.toml")).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["0", "1", "2", "3", "4", "5", "6", "7"]);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn the_mode_stays() {
        for mode in [0o600, 0o644, 0o664, 0o640, 0o755] {
            let ground = Ground::with(&[("records/a.toml", "x")]);
            let path = ground.path("records/a.toml");
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            put(&ground.repository(), "records/a.toml", b"x", b"y").unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, mode);
            assert_eq!(fs::read(&path).unwrap(), b"y");
        }
    }

    /// A user, the owning group and a mask beside the owner and all others: version 2, then tag, rights and number of each.
    #[cfg(target_os = "linux")]
    #[test]
    fn the_list_of_who_else_may_write_it_stays() {
        let entry = |tag: u16, rights: u16, id: u32| {
            [tag.to_le_bytes().as_slice(), &rights.to_le_bytes(), &id.to_le_bytes()].concat()
        };
        let entries =
            [(1, 6, u32::MAX), (2, 6, 12_345), (4, 4, u32::MAX), (16, 6, u32::MAX), (32, 0, u32::MAX)];
        let entries = entries.map(|(tag, rights, id)| entry(tag, rights, id)).concat();
        let list = [2_u32.to_le_bytes().as_slice(), &entries].concat();
        let ground = Ground::with(&[("records/a.toml", "x")]);
        let (path, name) = (ground.path("records/a.toml"), "system.posix_acl_access");
        if let Err(error) = rustix::fs::setxattr(&path, name, &list, rustix::fs::XattrFlags::empty()) {
            return eprintln!("skipped: no such lists here: {error}");
        }
        put(&ground.repository(), "records/a.toml", b"x", b"y").unwrap();
        let mut kept = [0; 200];
        let length = rustix::fs::getxattr(&path, name, kept.as_mut_slice()).unwrap();
        assert_eq!(kept[..length], list);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o660);
        assert_eq!(fs::read(&path).unwrap(), b"y");
    }

    #[test]
    fn one_that_nobody_may_write_is_left_as_it_is() {
        let ground = Ground::with(&[("records/a.toml", "x")]);
        let path = ground.path("records/a.toml");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let error = put(&ground.repository(), "records/a.toml", b"x", b"y").unwrap_err();
        assert!(matches!(error, WriteError::ReadOnly { .. }), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"x");
        assert_eq!(names(&ground.path("records")), ["a.toml"]);
    }

    #[test]
    fn links_are_refused_and_what_they_point_to_stays() {
        let ground = Ground::with(&[("records/a.toml", "x"), ("elsewhere/b.toml", "x")]);
        fs::remove_file(ground.path("records/a.toml")).unwrap();
        symlink(ground.path("elsewhere/b.toml"), ground.path("records/a.toml")).unwrap();
        symlink(ground.path("elsewhere"), ground.path("records/in")).unwrap();
        let error = put(&ground.repository(), "records/a.toml", b"x", b"y").unwrap_err();
        assert!(error.to_string().contains("a link"), "{error}");
        let error = put(&ground.repository(), "records/in/b.toml", b"x", b"y").unwrap_err();
        assert!(error.to_string().contains("is a link"), "{error}");
        assert_eq!(fs::read(ground.path("elsewhere/b.toml")).unwrap(), b"x");
    }
}
