//! A finding: a rule broken at a place.

use super::{Fix, Rule, Severity};
use crate::text::{Place, Source, Span};

/// A rule broken at a place. `message`, `label` and `help` are safe to show once passed through `text::visible`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it matters: as the rule says, unless the office says otherwise.
    pub severity: Severity,
    /// What is wrong here.
    pub message: String,
    /// A few words under the text.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
    /// Where.
    pub place: Place,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// What would mend it, where that is plain.
    pub fix: Option<Fix>,
}

/// Puts findings into the order of a report.
pub fn sort_findings(findings: &mut [Finding]) {
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What stands there.
    pub message: String,
}

impl Finding {
    /// Reports a rule broken at a span of a source.
    pub fn at(rule: &'static Rule, source: &Source<'_>, span: Span, message: impl Into<String>) -> Self {
        Self::in_place(rule, source.place(span), message)
    }

    /// Reports a rule broken at a place.
    pub fn in_place(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        let message = message.into();
        let (severity, label, related) = (rule.severity, String::new(), Vec::new());
        Self { rule, severity, message, label, help: None, place, related, fix: None }
    }

    /// Reports a fault of a file as a whole.
    pub fn of_file(rule: &'static Rule, path: &str, message: impl Into<String>) -> Self {
        Self::in_place(rule, Place::of_file(path), message)
    }

    /// Gives it another severity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a few words under the text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }

    /// Adds what would mend it.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fix = fix.into();
        self
    }

    /// Tells whether it is an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The order of a report: by file, by place, by code.
    fn order(&self) -> (&str, usize, usize, &str, &str) {
        (&self.place.path, self.place.byte_start, self.place.byte_end, self.rule.code, &self.message)
    }
}
