//! Reads track.toml: what cannot be read is a finding, and the defaults stand in.

use serde::Deserialize;
use toml::Deserializer;
use toml::de::DeTable;

use super::fault::Fault;
use super::walk;
use super::written::Written;
use super::{Levels, Office};
use crate::diagnostic::{Finding, Rule};
use crate::text::{Source, Span, visible};

/// What `track.toml` settles. Every part has a default, so that an office can do without the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The office.
    pub office: Office,
    /// What the office calls the duty, on the terminal only.
    pub duty_label: String,
    /// From how many days before the last day a response is "due soon".
    pub days_soon: u32,
    /// How documents are made.
    pub documents: Documents,
    /// How much each rule of `check` matters.
    pub levels: Levels,
}

/// How response documents are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documents {
    /// The layout.
    pub layout: String,
    /// The office's own sentence on the duty.
    pub duty_statement: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            office: Office::default(),
            duty_label: "section 55".into(),
            days_soon: 14,
            documents: Documents { layout: "statutory".into(), duty_statement: None },
            levels: Levels::default(),
        }
    }
}

/// The most opening brackets that are read: the parser goes one call deeper for each, and its own limit can be passed.
const MOST_BRACKETS: usize = 500;

/// How many faults of the file are reported in full.
const MOST_FAULTS: usize = 100;

impl Settings {
    /// What the office calls the duty, as a sentence begins; safe to show.
    pub fn duty_name(&self) -> String {
        crate::text::capitalised(&crate::text::visible(&self.duty_label))
    }
}

/// Reads the settings from the bytes of `track.toml`. A fault is reported under `rule`, and the defaults are used; a fault
/// in the level of one of the `rules` leaves all other settings as they are.
pub fn read_settings(
    rule: &'static Rule,
    rules: &[&'static Rule],
    path: &str,
    bytes: &[u8],
) -> (Settings, Vec<Finding>) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let finding = Finding::of_file(rule, path, "this file is not in UTF-8")
            .help(format!("save it with the encoding UTF-8; {STAND_IN}"));
        return (Settings::default(), vec![finding]);
    };
    let source = Source::new(path, text);
    if text.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count() > MOST_BRACKETS {
        let finding =
            Finding::at(rule, &source, Span::default(), "this file has more brackets than settings need")
                .help(STAND_IN);
        return (Settings::default(), vec![finding]);
    }
    let unreadable = |fault: Fault| (Settings::default(), vec![stand_in(fault).finding(rule, &source)]);
    let file = match DeTable::parse(text) {
        Ok(file) => file,
        Err(error) => return unreadable(said(&error)),
    };
    let faults = walk::faults(file.get_ref());
    if !faults.is_empty() {
        let faults = faults.into_iter().map(stand_in).collect();
        return (Settings::default(), findings(faults, rule, &source));
    }
    match Written::deserialize(Deserializer::from(file)) {
        Ok(written) => {
            let (settings, faults) = written.settle(rules);
            (settings, findings(faults, rule, &source))
        }
        Err(error) => unreadable(said(&error)), // what the table of settings allows is read; a test proves it
    }
}

/// What a fault does to all that is checked.
const STAND_IN: &str = "until then the defaults stand in: the levels of rules in [checks] and the names of the office do not count";

/// Adds to a fault that it takes all settings with it.
fn stand_in(mut fault: Fault) -> Fault {
    let help = fault.help.take();
    let before = help.map(|help| if help.ends_with('?') { help + " " } else { help + "; " });
    fault.help(format!("{}{STAND_IN}", before.unwrap_or_default()))
}

/// The findings of faults, bounded in number.
fn findings(mut faults: Vec<Fault>, rule: &'static Rule, source: &Source<'_>) -> Vec<Finding> {
    if let Some(fault) = faults.get(MOST_FAULTS) {
        let span = fault.span;
        faults.truncate(MOST_FAULTS);
        faults.push(Fault::new(span, format!("more than {MOST_FAULTS} faults in this file")));
    }
    faults.into_iter().map(|fault| fault.finding(rule, source)).collect()
}

/// What the parser says, as a fault.
fn said(error: &toml::de::Error) -> Fault {
    let span = error.span().map_or_else(Span::default, Span::from);
    Fault::new(span, visible(error.message().lines().next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Example, Severity, When};

    static RULE: Rule = Rule {
        code: "T000",
        name: "settings",
        severity: Severity::Error,
        when: When::Always,
        summary: "",
        why: "",
        example: Example::Words { bad: "", good: "" },
    };

    static OTHER: Rule = Rule {
        code: "T001",
        name: "too-quiet",
        severity: Severity::Warning,
        when: When::WhereTurnedOn,
        summary: "",
        why: "",
        example: Example::Words { bad: "", good: "" },
    };

    fn read(text: &str) -> (Settings, Vec<Finding>) {
        read_settings(&RULE, &[&RULE, &OTHER], "track.toml", text.as_bytes())
    }

    #[test]
    fn an_empty_file_settles_the_defaults() {
        assert_eq!(read(""), (Settings::default(), Vec::new()));
    }

    #[test]
    fn every_key_of_the_contract_is_read() {
        let (settings, findings) = read(concat!(
            "[office]\nname = \"Example OPCC\"\nlocal_policing_body = \"Example PCC\"\nshort = \"PCC\"\n",
            "chief_officer = \"Chief Constable\"\nforce = \"Example Constabulary\"\n",
            "[[office.earlier]]\nuntil = 2012-11-21\nname = \"Example Police Authority\"\n",
            "[duty]\nlabel = \"section 33\"\ndays_soon = 21\n",
            "[documents]\nlayout = \"cumbria\"\nduty_statement = \"\"\"Words.\"\"\"\n",
        ));
        assert_eq!(findings, Vec::new());
        assert_eq!((settings.duty_label.as_str(), settings.days_soon), ("section 33", 21));
        assert_eq!(settings.office.earlier[0].until.to_string(), "2012-11-21");
        assert_eq!(settings.documents.layout, "cumbria");
        assert_eq!(settings.office.force.as_deref(), Some("Example Constabulary"));
    }

    #[test]
    fn brackets_without_end_are_refused_at_once() {
        for text in
            ["a = ".to_owned() + &"{{},x=".repeat(100_000), "a = ".to_owned() + &"[".repeat(1_000_000)]
        {
            let (settings, findings) = read(&text);
            assert_eq!((settings, findings.len()), (Settings::default(), 1));
        }
    }

    #[test]
    fn a_fault_is_a_finding_with_its_place() {
        for (text, line, says) in [
            ("[office]\nnam = \"x\"\n", 2, "unknown key `nam`"),
            ("[duty]\ndays_soon = -1\n", 2, "days_soon"),
            ("[duty]\ndays_soon = \"x\"\n", 2, "a whole number from 0 to 56"),
            ("duty = [\"section 33\", 14]\n", 1, "a table of its own: [duty]"),
            ("[[office.earlier]]\nname = \"x\"\n", 1, "an earlier name has no `until`"),
            ("[duty\n", 1, "unclosed"),
            ("[duty]\ndays_soon = 9999\n", 2, "days_soon"),
            ("[[office.earlier]]\nuntil = 2012-11-21T00:00:00\nname = \"x\"\n", 2, "a day"),
        ] {
            let (settings, findings) = read(text);
            assert_eq!(settings, Settings::default(), "{text}");
            assert_eq!((findings.len(), findings[0].place.line), (1, line), "{text}: {findings:?}");
            assert!(findings[0].message.contains(says), "{text}: {}", findings[0].message);
        }
        for (text, help) in [
            ("[office]\nnam = \"x\"\n", "did you mean `name`? until then the defaults"),
            ("[office]\ndays_soon = 3\n", "`days_soon` is a key of the duty; until then the defaults"),
            ("[duty]\nx = 3\n", "keys allowed here: label, days_soon; until then the defaults"),
        ] {
            let said = read(text).1.remove(0).help.unwrap_or_default();
            assert!(said.starts_with(help) && said.ends_with("do not count"), "{text}: {said}");
        }
    }

    #[test]
    fn every_fault_is_told_in_the_order_of_the_file() {
        let many: Vec<String> = (0..500).map(|n| format!("x{n} = 1\n")).collect();
        assert_eq!(read(&many.concat()).1.len(), 101);
        let (settings, findings) = read("[duty]\nx = 1\ndays_soon = 57\n[office]\nname = 1\nearlier = [1]\n");
        let lines: Vec<usize> = findings.iter().map(|finding| finding.place.line).collect();
        assert_eq!((settings, lines), (Settings::default(), vec![2, 3, 5, 6]), "{findings:#?}");
    }

    #[test]
    fn the_level_of_a_rule_is_set_with_a_reason() {
        assert_eq!(Levels::default().of(&RULE), Some(Severity::Error));
        assert_eq!(Levels::default().of(&OTHER), None);
        for (level, severity) in
            [("off", None), ("warning", Some(Severity::Warning)), ("error", Some(Severity::Error))]
        {
            for name in ["too-quiet", "T001", "t001"] {
                let text =
                    format!("[checks]\n{name} = {{ level = \"{level}\", because = \" It is so. \" }}\n");
                let (settings, findings) = read(&text);
                assert_eq!(findings, Vec::new(), "{text}");
                assert_eq!(settings.levels.of(&OTHER), severity, "{text}");
                assert_eq!(
                    settings.levels.set(&OTHER).map(|level| level.because.as_str()),
                    Some("It is so.")
                );
            }
        }
    }

    #[test]
    fn a_fault_in_one_level_leaves_the_rest_as_it_is() {
        let good = "T001 = { level = \"error\", because = \"x\" }";
        for (line, says, help) in [
            ("too-quite = { level = \"off\", because = \"x\" }", "no rule `too-quite`", "`too-quiet`?"),
            ("settings = { level = \"off\", because = \"x\" }", "cannot be set", "take the line away"),
            ("too-quiet = \"off\"", "needs a reason", "because"),
            ("too-quiet = { level = \"off\" }", "without a reason", "because"),
            ("too-quiet = { level = \"off\", because = \" \" }", "without a reason", "because"),
            ("too-quiet = { level = \"of\", because = \"x\" }", "must be \"off\"", "level ="),
            ("too-quiet = { levle = \"off\", because = \"x\" }", "unknown key `levle`", "level, because"),
            ("too-quiet = { level = \"off\", because = \"x\" }", "set twice", "keep one"),
        ] {
            let (settings, findings) = read(&format!("[duty]\ndays_soon = 3\n[checks]\n{good}\n{line}\n"));
            assert_eq!((settings.days_soon, findings.len()), (3, 1), "{line}: {findings:#?}");
            assert!(findings[0].message.contains(says), "{line}: {}", findings[0].message);
            assert!(findings[0].help.as_deref().unwrap().contains(help), "{line}: {findings:#?}");
            assert_eq!(findings[0].place.line, 5, "{line}");
        }
        // Of two for one rule the later is at fault, whatever the order of their letters.
        let (_, findings) =
            read(&format!("[checks]\ntoo-quiet = {{ level = \"off\", because = \"x\" }}\n{good}\n"));
        assert_eq!((findings.len(), findings[0].place.line), (1, 3), "{findings:#?}");
    }
}
