//! Graded judgments of PEEL and the like.

use serde::Serialize;

use super::Text;

/// A graded judgment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judgment<'a> {
    /// The question or heading.
    pub question: Text<'a>,
    /// The grade as printed.
    pub grade: Text<'a>,
}
