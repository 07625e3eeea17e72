//! Any bytes as `track.toml`: settings, or the defaults and a finding whose place lies in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use track::check::settings_of;
use track::config::Settings;
use track::diagnostic::Finding;
use track::view::{Paint, findings_report};

fuzz_target!(|bytes: &[u8]| {
    let (settings, findings) = settings_of("track.toml", bytes);
    for finding in &findings {
        let place = &finding.place;
        assert!(place.byte_start <= place.byte_end && place.byte_end <= bytes.len(), "{place:?}");
    }
    // A fault leaves the defaults, or is in the level of a rule and leaves the rest.
    let is_of_a_level = |finding: &Finding| finding.help.is_some() && finding.message.contains('`');
    assert!(settings == Settings::default() || findings.iter().all(is_of_a_level), "{findings:?}");
    let _ = findings_report(&findings, Paint::plain());
});
