//! Any bytes as `track.toml`: settings, or the defaults and a finding whose place lies in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use track::config::{Settings, read_settings};
use track::schema::faults::SETTINGS;
use track::view::{Paint, findings_report};

fuzz_target!(|bytes: &[u8]| {
    let (settings, findings) = read_settings(&SETTINGS, "track.toml", bytes);
    for finding in &findings {
        let place = &finding.place;
        assert!(place.byte_start <= place.byte_end && place.byte_end <= bytes.len(), "{place:?}");
    }
    assert!(findings.is_empty() || settings == Settings::default());
    let _ = findings_report(&findings, Paint::plain());
});
