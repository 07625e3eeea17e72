//! What would mend a finding.

use crate::text::{Edit, Region, Span};

/// What would mend a finding: changes of the text that the finding was made from, a byte order mark counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The changes; they do not overlap.
    pub edits: Vec<Edit>,
    /// Where each change stands for programs that count otherwise; none until it is located.
    pub regions: Vec<Region>,
    /// Whether it cannot change what was meant; otherwise it is a likely guess.
    pub safe: bool,
    /// What it does: "write 2020-03-26". Safe to show once passed through `text::visible`.
    pub what: String,
}

impl Fix {
    /// Mends without changing what was meant.
    pub fn safe(what: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { edits, regions: Vec::new(), safe: true, what: what.into() }
    }

    /// Puts a text in the place of another, and says so.
    pub fn write(span: Span, with: impl Into<String>) -> Self {
        let with = with.into();
        Self::safe(format!("write {with}"), vec![Edit::replace(span, with)])
    }

    /// Calls it a guess, unless it is certain.
    #[must_use]
    pub fn safe_if(mut self, is_certain: bool) -> Self {
        self.safe &= is_certain;
        self
    }

    /// Tells where its changes stand, once the text is at hand.
    pub fn locate(&mut self, mut region: impl FnMut(Span) -> Region) {
        self.regions = self.edits.iter().map(|edit| region(edit.span)).collect();
    }
}
