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
    /// What to do.
    pub help: Option<String>,
}

impl Fault {
    pub(super) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None }
    }

    /// Makes a finding of it.
    pub(super) fn finding(self, rule: &'static Rule, source: &Source<'_>) -> Finding {
        let mut finding = Finding::at(rule, source, self.span, self.message);
        finding.help = self.help;
        finding
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
