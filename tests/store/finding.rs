//! Where the repository is.

use std::fs;

use track::store::{Repository, StoreError};

use crate::ground::Ground;

#[test]
fn the_nearest_folder_with_records_or_settings_is_found() {
    let ground = Ground::with(&[("records/2020/", ""), ("a/b/track.toml", ""), ("a/b/c/", "")]);
    for (from, root) in [("records/2020", ""), ("", ""), ("a", ""), ("a/b", "a/b"), ("a/b/c", "a/b")] {
        let found = Repository::find(&ground.path(from)).unwrap();
        assert_eq!(found.root, ground.path(root).components().collect::<std::path::PathBuf>(), "{from}");
    }
}

#[test]
fn a_file_named_records_and_a_folder_named_track_toml_are_no_signs() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("records"), "").unwrap();
    fs::create_dir(dir.path().join("track.toml")).unwrap();
    let error = Repository::at(dir.path()).unwrap_err();
    assert!(matches!(&error, StoreError::NoRepository { upwards: false, .. }), "{error}");
    assert!(error.to_string().contains("neither a file `track.toml` nor a folder `records`"), "{error}");
    // Above a temporary folder there is none either, or the machine keeps records there.
    if let Err(error) = Repository::find(dir.path()) {
        assert!(error.to_string().contains("nor any folder above it"), "{error}");
    }
}

#[test]
fn a_folder_named_by_hand_must_be_the_root_itself() {
    let ground = Ground::with(&[("records/2020/", "")]);
    assert!(Repository::at(ground.dir.path()).is_ok());
    assert!(matches!(Repository::at(&ground.path("records/2020")), Err(StoreError::NoRepository { .. })));
    let error = Repository::at(&ground.path("none")).unwrap_err();
    assert!(error.to_string().starts_with("cannot open the folder `"), "{error}");
}

#[test]
fn settings_are_read_within_bounds() {
    let ground = Ground::with(&[]);
    assert_eq!(ground.repository().settings_text().unwrap(), None);
    ground.write("track.toml", b"[duty]");
    assert_eq!(ground.repository().settings_text().unwrap().unwrap(), b"[duty]");
    ground.write("track.toml", &vec![b'#'; 1_048_577]);
    let error = ground.repository().settings_text().unwrap_err();
    assert!(matches!(error, StoreError::TooLarge { bytes: 1_048_577, .. }), "{error}");
    fs::remove_file(ground.path("track.toml")).unwrap();
    ground.write("track.toml/", b"");
    let error = ground.repository().settings_text().unwrap_err();
    assert!(matches!(error, StoreError::NotThe { found: "folder", .. }), "{error}");
}

#[test]
fn no_records_folder_is_no_records_and_a_file_in_its_place_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("track.toml"), "").unwrap();
    let repository = Repository::at(dir.path()).unwrap();
    assert!(repository.scan(None, &|_| ()).unwrap().records.is_empty());
    assert!(repository.list_paths().unwrap().is_empty());
    fs::write(dir.path().join("records"), "").unwrap();
    let error = repository.scan(None, &|_| ()).unwrap_err();
    assert!(matches!(error, StoreError::NotThe { wanted: "folder", found: "file", .. }), "{error}");
}
