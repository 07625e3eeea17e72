//! The fault run: the program as it is built is killed, refused and raced at every step of a write, and no record is lost.
//!
//! It needs `strace`, so it is left out of a plain `cargo test`; `.ci/run` runs it by
//! `cargo test --test faults -- --ignored --nocapture`. `TRACK_FAULTS=kill,errors` picks sections by the beginning of their
//! names. What every trial is judged by stands in `faults/verdict.rs`, and is tried itself by planted faults.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may panic, and this one prints its table"
)]

#[path = "faults/case.rs"]
mod case;
#[path = "faults/crowd.rs"]
mod crowd;
#[path = "faults/disk.rs"]
mod disk;
#[path = "faults/draft.rs"]
mod draft;
#[path = "faults/editor.rs"]
mod editor;
#[path = "faults/errors.rs"]
mod errors;
#[path = "faults/files.rs"]
mod files;
#[path = "faults/init.rs"]
mod init;
#[path = "faults/kill.rs"]
mod kill;
#[path = "faults/lock.rs"]
mod lock;
#[path = "faults/output.rs"]
mod output;
#[path = "faults/rename.rs"]
mod rename;
#[path = "faults/rights.rs"]
mod rights;
#[path = "faults/strace.rs"]
mod strace;
mod support;
#[path = "faults/table.rs"]
mod table;
#[path = "faults/trial.rs"]
mod trial;
#[path = "faults/verdict.rs"]
mod verdict;

use table::Table;

type Section = fn(&Table);

/// Every kind of fault, by name.
const SECTIONS: [(&str, Section); 11] = [
    ("kill", kill::at_every_step),
    ("errors", errors::of_every_call),
    ("disk", disk::that_is_full),
    ("rights", rights::that_are_missing),
    ("lock", lock::that_is_held_or_strange),
    ("rename", rename::of_a_record_that_others_name),
    ("draft", draft::that_an_editor_has),
    ("init", init::of_a_folder),
    ("output", output::that_a_command_writes),
    ("crowd", crowd::of_writers),
    ("editor", editor::who_saves_meanwhile),
];

#[test]
#[ignore = "needs strace"]
fn no_fault_loses_a_record_or_leaves_half_of_one() {
    strace::must_work();
    let wanted = std::env::var("TRACK_FAULTS").unwrap_or_default();
    let wanted: Vec<&str> = wanted.split(',').collect();
    let table = Table::default();
    for (name, run) in SECTIONS {
        if wanted.iter().any(|wanted| name.starts_with(wanted)) {
            run(&table);
        }
    }
    println!("\n{table}");
    table.assert_nothing_went_wrong();
}
