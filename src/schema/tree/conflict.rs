//! The marks git leaves where two versions of a file could not be merged.

use super::{SyntaxFault, SyntaxFaultKind};
use crate::text::Span;

/// A conflict: two versions of some lines between marks.
pub(super) struct Conflict {
    /// The line `<<<<<<<`.
    opening: Span,
    /// From the line `|||||||` or `=======` to the line `>>>>>>>`: marks and the versions not read.
    dropped: Span,
}

impl Conflict {
    pub(super) fn fault(&self) -> SyntaxFault {
        let message = "two versions of these lines stand in the file, left by git";
        SyntaxFault::new(SyntaxFaultKind::MergeConflict, self.opening.join(self.dropped), message)
            .help("keep the lines that are right, and remove the others and the lines `<<<<<<<`, `=======` and `>>>>>>>`")
    }
}

/// Finds the conflicts, wherever they stand; marks without the others that belong to them are none.
pub(super) fn find(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    let lines = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !(lines.starts_with("<<<<<<<") || lines.contains("\n<<<<<<<")) {
        return found;
    }
    let (mut opening, mut second, mut parted) = (None, None, false);
    let mut start = text.len() - lines.len();
    for line in lines.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        if is_mark(line, '<') {
            (opening, second, parted) = (Some(span), None, false);
        } else if opening.is_some() && !parted && (is_mark(line, '|') || is_mark(line, '=')) {
            parted = is_mark(line, '=');
            second = second.or(Some(span));
        } else if parted && is_mark(line, '>') {
            let (first, rest) = (opening.take(), second.take());
            found.extend(
                first.zip(rest).map(|(opening, rest)| Conflict { opening, dropped: rest.join(span) }),
            );
            parted = false;
        }
    }
    found
}

fn is_mark(line: &str, mark: char) -> bool {
    let rest = line.trim_start_matches(mark);
    line.len() - rest.len() == 7 && (rest.trim().is_empty() || rest.starts_with(' '))
}

/// Copies the text with the first version of every conflict only, every byte in its place.
pub(super) fn first_sides(text: &str, conflicts: &[Conflict]) -> String {
    let mut copy = String::with_capacity(text.len());
    let mut done = 0;
    for span in conflicts.iter().flat_map(|conflict| [conflict.opening, conflict.dropped]) {
        copy.push_str(&text[done..span.start]);
        for byte in text[span.start..span.end].bytes() {
            copy.push(if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' });
        }
        done = span.end;
    }
    copy.push_str(&text[done..]);
    copy
}
