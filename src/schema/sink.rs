//! Where faults of one file gather, bounded in number.

use std::cell::{OnceCell, RefCell};

use super::faults::TOO_MANY_FAULTS;
use crate::diagnostic::{Finding, Fix, Rule};
use crate::text::{Lines, Place, Source, Span};

/// How many faults of one file are reported in full.
pub(super) const MOST_FAULTS: usize = 100;

/// Gathers the faults of one file; past the hundredth it says so once and takes no more.
pub(super) struct Sink<'a> {
    pub source: Source<'a>,
    findings: RefCell<Vec<Finding>>,
    /// The lines of the source, once a place is asked for.
    lines: OnceCell<Lines>,
}

impl<'a> Sink<'a> {
    pub(super) const fn new(source: Source<'a>) -> Self {
        Self { source, findings: RefCell::new(Vec::new()), lines: OnceCell::new() }
    }

    /// Reports a fault at a span.
    pub(super) fn report(
        &self,
        rule: &'static Rule,
        span: Span,
        message: impl Into<String>,
        label: &str,
        help: Option<String>,
    ) {
        self.report_mendable(rule, span, message, label, help, None);
    }

    /// Reports a fault at a span, with what would mend it.
    pub(super) fn report_mendable(
        &self,
        rule: &'static Rule,
        span: Span,
        message: impl Into<String>,
        label: &str,
        help: Option<String>,
        fix: Option<Fix>,
    ) {
        if self.is_full() {
            return;
        }
        let mut finding = Finding::in_place(rule, self.place(span), message).label(label).fix(fix);
        finding.help = help;
        self.push(finding);
    }

    /// Adds to a fault reported at a byte what would mend it: `make` is given its rule and its span.
    pub(super) fn mend(&self, at: usize, make: impl Fn(&'static Rule, Span) -> Option<Fix>) {
        for finding in self.findings.borrow_mut().iter_mut() {
            let Place { byte_start, byte_end, .. } = finding.place;
            if byte_start == at && finding.fix.is_none() {
                finding.fix = make(finding.rule, Span::new(byte_start, byte_end));
            }
        }
    }

    /// Says a fault reported at a byte anew, once it is known what belongs there.
    pub(super) fn reword(&self, at: usize, rule: &'static Rule, say: impl Fn(&mut Finding)) {
        let mut findings = self.findings.borrow_mut();
        findings.iter_mut().filter(|found| found.place.byte_start == at && found.rule == rule).for_each(say);
    }

    /// Whether a fault points at a span as the first of two.
    pub(super) fn is_repeated(&self, span: Span) -> bool {
        let findings = self.findings.borrow();
        let mut related = findings.iter().flat_map(|finding| &finding.related);
        related.any(|related| related.place.byte_start == span.start && related.place.byte_end == span.end)
    }

    /// The place of a span of the source.
    pub(super) fn place(&self, span: Span) -> Place {
        self.source.place_by(self.lines.get_or_init(|| Lines::of(self.source.text)), span)
    }

    /// Takes a finding as it is.
    pub(super) fn push(&self, finding: Finding) {
        let mut findings = self.findings.borrow_mut();
        if findings.len() < MOST_FAULTS {
            findings.push(finding);
        } else if findings.len() == MOST_FAULTS && finding.rule != &TOO_MANY_FAULTS {
            let place = finding.place;
            findings.push(
                Finding::in_place(
                    &TOO_MANY_FAULTS,
                    place,
                    format!("more than {MOST_FAULTS} faults in this file"),
                )
                .help("mend the first ones and check again: one slip often causes many"),
            );
        }
    }

    /// Whether more faults would only be thrown away: no work need go into them.
    pub(super) fn is_full(&self) -> bool {
        self.findings.borrow().len() > MOST_FAULTS
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings.into_inner()
    }
}
