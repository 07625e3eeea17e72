//! The schemas as they are printed.

use std::fs;

use track::view::json::{record_schema, settings_schema};

use crate::support::{command, finish, own_root};

#[test]
fn each_schema_is_the_one_that_was_accepted() {
    for (what, printed) in [("record", record_schema()), ("settings", settings_schema())] {
        let path = own_root().join(format!("tests/golden/{what}.schema.json"));
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&path, &printed).unwrap();
        }
        let golden = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
        assert_eq!(printed, golden, "to take it as right: ACCEPT=1 cargo test --test schema");
        let run = finish(command(own_root()).args(["schema", what])).ends(0);
        assert_eq!((run.out, run.err), (golden, String::new()));
    }
}

#[test]
fn it_is_that_of_a_record_unless_asked_and_needs_no_records() {
    let folder = tempfile::tempdir().unwrap();
    let run = finish(command(folder.path()).arg("schema")).ends(0);
    assert_eq!((run.out, run.err), (record_schema(), String::new()));
    finish(command(folder.path()).args(["schema", "office"])).ends(2).tells("settings");
}
