//! The office's own file, with what is known filled in and the rest behind a `#`.

use crate::schema::written::quoted;

/// The text of `track.toml`: of its keys those that are known, as key and value; the others with an example.
pub(super) fn settings_text(known: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for line in include_str!("files/track.toml").lines() {
        let key = line.strip_prefix('#').and_then(|rest| Some(rest.split_once(" = ")?.0));
        match known.iter().find(|(name, _)| Some(*name) == key) {
            Some((name, value)) => text.push_str(&format!("{name} = {}", quoted(value))),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::settings_of;
    use crate::config::Settings;
    use proptest::prelude::*;

    fn read(text: &str) -> Settings {
        let (settings, faults) = settings_of("track.toml", text.as_bytes());
        assert_eq!(faults, Vec::new(), "{text}");
        settings
    }

    #[test]
    fn nothing_known_settles_the_defaults_and_every_key_behind_a_hash_is_one() {
        let text = settings_text(&[]);
        assert_eq!(read(&text), Settings::default());
        let open: String = text
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(key) if !key.starts_with([' ', ':']) => format!("{key}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        assert_eq!(open.matches(" = ").count(), 7, "{open}");
        let settings = read(&open);
        assert_eq!(settings.office.short.as_deref(), Some("PCC"));
        // What is said of a key left out is so.
        let defaults = Settings::default();
        assert_eq!((settings.duty_label, settings.days_soon), (defaults.duty_label, defaults.days_soon));
    }

    proptest! {
        #[test]
        fn any_answer_reads_back_as_typed(
            values in proptest::collection::vec("(?s)[^\\[{]{0,20}x", 6),
        ) {
            let keys = ["name", "local_policing_body", "short", "chief_officer", "force", "label"];
            let known: Vec<(&str, &str)> = keys.into_iter().zip(values.iter().map(String::as_str)).collect();
            let settings = read(&settings_text(&known));
            let office = settings.office;
            prop_assert_eq!(office.name.as_ref(), Some(&values[0]));
            prop_assert_eq!(&office.local_policing_body, &values[1]);
            prop_assert_eq!(office.short.as_ref(), Some(&values[2]));
            prop_assert_eq!(&office.chief_officer, &values[3]);
            prop_assert_eq!(office.force.as_ref(), Some(&values[4]));
            prop_assert_eq!(&settings.duty_label, &values[5]);
        }
    }
}
