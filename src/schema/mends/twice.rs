//! A line that stands twice.

use super::super::tree::Tree;
use crate::diagnostic::Fix;
use crate::text::{Edit, Span};

/// Takes the second of two keys away, where both are the same on a line each: then no word is lost.
pub(in crate::schema) fn second_line(text: &str, first: Span, second: Span) -> Option<Fix> {
    let line = |at: usize| {
        let start = text.get(..at)?.rfind('\n').map_or(0, |feed| feed + 1);
        let end = text.get(at..)?.find('\n').map_or(text.len(), |feed| at + feed + 1);
        Some(Span::new(start, end))
    };
    let (first, second) = (line(first.start)?, line(second.start)?);
    let written = |line: Span| text[line.start..line.end].trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let is_same = first.end <= second.start && written(first) == written(second);
    if !is_same {
        return None;
    }
    let (tree, faults) = Tree::read(written(second));
    let is_whole =
        faults.is_empty() && !written(second).starts_with('[') && tree.children(tree.root()).count() == 1;
    is_whole.then(|| Fix::safe("take the second away: both say the same", vec![Edit::remove(second)]))
}
