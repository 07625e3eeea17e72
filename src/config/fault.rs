//! What is wrong with a setting, before it is a finding.

use crate::diagnostic::{Finding, Rule};
use crate::text::{Source, Span};

/// What is wrong with a setting.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// A few words under the text.
    pub label: &'static str,
    /// What to do.
    pub help: Option<String>,
}

impl Fault {
    pub(super) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), label: "", help: None }
    }

    /// Makes a finding of it.
    pub(super) fn finding(self, rule: &'static Rule, source: &Source<'_>) -> Finding {
        let mut finding = Finding::at(rule, source, self.span, self.message).label(self.label);
        finding.help = self.help;
        finding
    }

    pub(super) fn label(mut self, label: &'static str) -> Self {
        self.label = label;
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
