//! Any bytes as a record, any text as a key and a value: a change is made or refused, and changes nothing else.
#![no_main]

use libfuzzer_sys::fuzz_target;
use track::edit::{Items, Progress, Revision, changed_keys, mention};

fuzz_target!(|input: (&[u8], &str, &str)| {
    let (bytes, key, value) = input;
    let _ = mention(bytes, value);
    let Ok(mut revision) = Revision::of("records/x.toml", bytes) else { return };
    let typed = [value.to_owned()];
    if revision.set(key, &typed).is_ok() {
        let changed = changed_keys(revision.before(), revision.text());
        let within = |path: &String| revision.changed().iter().any(|key| path.starts_with(key.as_str()));
        assert!(changed.iter().all(within), "{changed:?} {:?}", revision.changed());
        let mut again =
            Revision::of("records/x.toml", revision.text().as_bytes()).expect("a change stays readable");
        again.set(key, &typed).expect("what was set can be set again");
        assert_eq!(again.text(), revision.text());
    }
    let _ = revision.unset(key);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar");
    let progress = Progress { date: day, entries: vec![("note", value)] };
    let _ = revision.note_progress(Items::AllOpen, &progress);
    let _ = revision.add_recommendation(&[("label", key), ("text", value)]);
    let _ = revision.remove_recommendation(key);
    let _ = revision.rename_references(key, "other");
    let _ = Revision::of("records/x.toml", revision.text().as_bytes()).expect("a change stays readable");
});
