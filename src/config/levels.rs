//! How much each rule of `check` matters to the office: the `[checks]` of track.toml.

use std::collections::BTreeMap;

use toml::{Spanned, Value};

use super::fault::Fault;
use crate::diagnostic::{Rule, Severity, When};
use crate::model::ClosedWords;
use crate::text::{Span, nearest, visible};

/// What the office has said of single rules; of all others their own word counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<&'static str, Level>);

/// How much a rule matters to the office, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The severity of its findings; `None` where it is turned off.
    pub severity: Option<Severity>,
    /// The office's reason.
    pub because: String,
}

/// The words of `level`.
pub static LEVELS: ClosedWords = ClosedWords {
    words: &["off", "warning", "error"],
    meanings: &[
        "The rule is not looked for.",
        "What breaks it is shown as a warning.",
        "What breaks it is an error, with which `track check` fails.",
    ],
};

impl Levels {
    /// The severity of a rule's findings; `None` where it is not looked for.
    pub fn of(&self, rule: &Rule) -> Option<Severity> {
        match (self.set(rule), rule.when) {
            (_, When::Always) | (None, When::UnlessTurnedOff) => Some(rule.severity),
            (Some(level), _) => level.severity,
            (None, When::WhereTurnedOn) => None,
        }
    }

    /// What the office has said of a rule.
    pub fn set(&self, rule: &Rule) -> Option<&Level> {
        self.0.get(rule.code)
    }

    /// Looks for a rule that is off by itself.
    #[must_use]
    pub fn with(mut self, rule: &'static Rule) -> Self {
        if rule.when == When::WhereTurnedOn {
            let level = Level { severity: Some(rule.severity), because: String::new() };
            self.0.insert(rule.code, level);
        }
        self
    }
}

/// `[checks]` as it is written: rules by name or code.
pub(super) type WrittenLevels = BTreeMap<Spanned<String>, Spanned<Value>>;

/// Settles the levels that are well written; what is wrong with the others.
pub(super) fn settle(written: &WrittenLevels, rules: &[&'static Rule]) -> (Levels, Vec<Fault>) {
    let mut levels = Levels::default();
    let mut faults = Vec::new();
    let mut written: Vec<_> = written.iter().collect();
    written.sort_unstable_by_key(|(name, _)| name.span().start); // of two for one rule the later is at fault
    for (name, value) in written {
        match find(name, rules).and_then(|rule| Ok((rule, level(rule, value)?))) {
            Ok((rule, level)) => {
                if levels.0.insert(rule.code, level).is_some() {
                    let message = format!("the level of `{}` is set twice, by name and by code", rule.name);
                    faults.push(Fault::new(Span::from(name.span()), message).help("keep one of the two"));
                }
            }
            Err(fault) => faults.push(fault),
        }
    }
    (levels, faults)
}

/// Finds the rule that a key names, if its level can be set.
fn find(name: &Spanned<String>, rules: &[&'static Rule]) -> Result<&'static Rule, Fault> {
    let (typed, span) = (name.get_ref(), Span::from(name.span()));
    let Some(rule) = rules.iter().find(|rule| rule.is_called(typed)) else {
        let settable = rules.iter().filter(|rule| rule.when != When::Always);
        let help = match nearest(typed, settable.map(|rule| rule.name)) {
            Some(near) => format!("did you mean `{near}`? until then that rule keeps its own level"),
            None => "`track explain` lists the rules; until then this line counts for nothing".to_owned(),
        };
        return Err(Fault::new(span, format!("there is no rule `{}`", visible(typed))).help(help));
    };
    if rule.when == When::Always {
        let message = format!("the level of `{}` cannot be set", rule.name);
        return Err(Fault::new(span, message)
            .help("what it finds cannot be read or makes lists wrong: take the line away"));
    }
    Ok(rule)
}

fn level(rule: &Rule, value: &Spanned<Value>) -> Result<Level, Fault> {
    let form = format!(
        "write {} = {{ level = \"off\", because = \"…\" }}; until then the rule keeps its own level",
        rule.name
    );
    let fault = |message: String| Fault::new(Span::from(value.span()), message);
    let Value::Table(table) = value.get_ref() else {
        return Err(fault(format!("the level of `{}` needs a reason beside it", rule.name)).help(form));
    };
    if let Some(key) = table.keys().find(|key| !matches!(key.as_str(), "level" | "because")) {
        let message = format!("unknown key `{}` at the level of `{}`", visible(key), rule.name);
        return Err(
            fault(message).help("keys allowed here: level, because; until then the rule keeps its own level")
        );
    }
    let severity = match table.get("level").and_then(Value::as_str) {
        Some("off") => None,
        Some("warning") => Some(Severity::Warning),
        Some("error") => Some(Severity::Error),
        _ => {
            let message = format!("the level of `{}` must be \"off\", \"warning\" or \"error\"", rule.name);
            return Err(fault(message).help(form));
        }
    };
    match table.get("because").and_then(Value::as_str).map(str::trim) {
        Some(because) if !because.is_empty() => Ok(Level { severity, because: because.to_owned() }),
        _ => {
            let message = format!("the level of `{}` is set without a reason", rule.name);
            Err(fault(message).help(form))
        }
    }
}
