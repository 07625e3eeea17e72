//! New records: whole, never over another, with nothing left over.

use std::fs;
use std::thread;

use track::store::{FileFaultKind, Listed, PathFault, Repository, Standing, WriteError};

use crate::ground::{Ground, all_files};

fn taken(result: Result<(), WriteError>) -> String {
    match result {
        Err(WriteError::Taken { path }) => path,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_record_is_made_with_its_folders() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("track.toml"), "").unwrap();
    let repository = Repository::at(dir.path()).unwrap();
    repository.create("records/2020/peel/a.toml", b"text").unwrap();
    repository.create("records/b.toml", b"").unwrap();
    assert_eq!(repository.read("records/2020/peel/a.toml").unwrap(), b"text");
    assert_eq!(all_files(dir.path()), ["records/2020/peel/a.toml", "records/b.toml", "track.toml"]);
    assert!(dir.path().join(".track.lock").is_file());
}

#[test]
fn a_taken_id_is_refused_wherever_it_is() {
    let ground = Ground::with(&[
        ("records/a.toml", "mine"),
        ("records/2020/b.toml", ""),
        ("records/c.TOML", ""),
        ("records/2021/D.toml", ""),
        ("records/e.toml/", ""),
    ]);
    let repository = ground.repository();
    let before = all_files(ground.dir.path());
    for (path, by) in [
        ("records/a.toml", "records/a.toml"),
        ("records/2021/a.toml", "records/a.toml"),
        ("records/new/a.toml", "records/a.toml"),
        ("records/b.toml", "records/2020/b.toml"),
        ("records/c.toml", "records/c.TOML"),
        ("records/d.toml", "records/2021/D.toml"),
        ("records/e.toml", "records/e.toml"),
    ] {
        assert_eq!(taken(repository.create(path, b"other")), by, "{path}");
    }
    assert_eq!(fs::read(ground.path("records/a.toml")).unwrap(), b"mine");
    assert_eq!(all_files(ground.dir.path()), before);
    assert!(!ground.path("records/new").exists());
}

#[test]
fn a_folder_that_differs_in_case_only_is_refused() {
    let ground = Ground::with(&[("records/Peel/", "")]);
    let result = ground.repository().create("records/peel/a.toml", b"");
    if !ground.path("records/peel").exists() {
        assert_eq!(taken(result), "records/Peel");
    }
}

#[test]
fn paths_that_lead_elsewhere_are_refused() {
    let ground = Ground::with(&[("elsewhere/", "")]);
    for path in
        ["a.toml", "records/../elsewhere/a.toml", "/tmp/a.toml", "records/.x/a.toml", "records/A.toml"]
    {
        let error = ground.repository().create(path, b"").unwrap_err();
        assert!(matches!(error, WriteError::Path { .. }), "{path}: {error}");
        assert!(error.to_string().ends_with("; nothing was written"), "{error}");
    }
    let error = ground.repository().create("track.toml", b"").unwrap_err();
    assert!(matches!(error, WriteError::Path { fault: PathFault::Outside, .. }));
    let error = ground.repository().create("records/a.toml", &vec![b'#'; 1_048_577]).unwrap_err();
    assert!(matches!(error, WriteError::TooLarge { bytes: 1_048_577 }));
    assert_eq!(all_files(ground.dir.path()), [""; 0]);
}

#[test]
fn of_many_at_once_with_one_id_exactly_one_is_made() {
    let ground = Ground::with(&[]);
    let made: Vec<_> = at_once(|n| {
        let text = format!("text of {n}").repeat(1000);
        (n, ground.repository().create("records/2020/same.toml", text.as_bytes()))
    });
    let winners: Vec<_> = made.iter().filter(|(_, result)| result.is_ok()).map(|(n, _)| *n).collect();
    let [winner] = winners[..] else { panic!("{made:?}") };
    for (_, result) in made.into_iter().filter(|(n, _)| *n != winner) {
        assert_eq!(taken(result), "records/2020/same.toml");
    }
    let text = ground.repository().read("records/2020/same.toml").unwrap();
    assert_eq!(text, format!("text of {winner}").repeat(1000).as_bytes());
    assert_eq!(all_files(ground.dir.path()), ["records/2020/same.toml"]);
}

#[test]
fn of_many_at_once_with_ids_of_their_own_all_survive() {
    let ground = Ground::with(&[]);
    let made = at_once(|n| ground.repository().create(&format!("records/{}/r{n}.toml", n % 3), b"x"));
    assert!(made.iter().all(Result::is_ok), "{made:?}");
    let listing = ground.repository().list_paths().unwrap();
    assert_eq!(listing.len(), 16);
    assert!(listing.records().all(|Listed { path, .. }| ground.repository().read(path).unwrap() == b"x"));
    assert_eq!(all_files(ground.dir.path()).len(), 16);
}

fn at_once<T: Send>(run: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let run = &run;
    thread::scope(|scope| {
        let threads: Vec<_> = (0..16).map(|n| scope.spawn(move || run(n))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

#[test]
fn left_overs_go_with_the_next_write_and_are_seen_by_nobody() {
    let ground =
        Ground::with(&[("records/.track-9-9.tmp", "half"), ("records/2020/.track-9-10.tmp", "half")]);
    ground.write("records/.other.tmp", b"not ours");
    assert!(ground.faults().is_empty() && ground.scan().records.is_empty());
    // A taken id is refused, and the sweep is done all the same.
    ground.repository().create("records/a.toml", b"").unwrap();
    assert_eq!(all_files(ground.dir.path()), ["records/.other.tmp", "records/a.toml"]);
}

#[test]
fn errors_of_reading_and_creating_are_told_apart() {
    let ground = Ground::with(&[]);
    fs::remove_dir(ground.path("records")).unwrap();
    fs::write(ground.path("records"), "").unwrap();
    let error = ground.repository().create("records/a.toml", b"").unwrap_err();
    assert!(matches!(error, WriteError::Store(_)) && error.standing() == Standing::Nothing, "{error}");
    let fault = ground.repository().read("records/a.toml").unwrap_err();
    assert!(matches!(fault.kind, FileFaultKind::Unreadable { .. }), "{fault}");
}
