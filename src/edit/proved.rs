//! Proves by reading again that edits changed what they should and nothing else, and that every comment is still there.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Bound;

use super::EditFault;
use super::blocks::Blocks;
use super::said::{Said, said};
use crate::schema::tree::{SyntaxFault, SyntaxFaultKind, Tree};
use crate::schema::{LARGEST, RECOMMENDATION};
use crate::text::{Edit, Span, apply_edits, visible};

/// What a record says, by the path of each value.
pub(super) type Says = BTreeMap<String, Said>;

/// Makes the edits and proves by reading that the record says what it said, once `level` has taken the change out of what
/// it said before and says after.
///
/// # Errors
/// It does not, a comment would be lost with a value that only changes, or the record would be larger than one can be.
pub(super) fn proved(
    blocks: &Blocks<'_, '_>,
    edits: &[Edit],
    level: impl Fn(&mut Says, &mut Says),
) -> Result<String, EditFault> {
    let text = apply_edits(blocks.text, edits).ok_or_else(not_safe)?;
    if text.len() as u64 > LARGEST {
        let message = format!("the record would have {} bytes; at most {LARGEST} are read", text.len());
        return Err(EditFault::new(message).hint("keep long documents elsewhere and name them by `url`"));
    }
    let (tree, faults) = Tree::read(&text);
    refuse_lost_comment(blocks, edits, &tree, &text)?;
    let (mut before, mut after) = (says(blocks.tree, blocks.text), says(&tree, &text));
    level(&mut before, &mut after);
    if hiding(&faults) > 0 || before != after { Err(not_safe()) } else { Ok(text) }
}

/// The refusal of a change that cannot be made by itself.
pub(super) fn not_safe() -> EditFault {
    EditFault::new("this cannot be changed without touching other lines, so nothing was")
        .hint("`track fmt` gives the record the usual layout, where it can; `track edit` opens it")
}

/// How many faults of syntax a text has that may hide what stands in it.
pub(super) fn misread(text: &str) -> usize {
    hiding(&Tree::read(text).1)
}

fn hiding(faults: &[SyntaxFault]) -> usize {
    faults.iter().filter(|fault| !matches!(fault.kind, SyntaxFaultKind::Toml11)).count()
}

fn says(tree: &Tree<'_>, text: &str) -> Says {
    let mut said = said(tree, text);
    said.retain(|_, value| *value != Said::EmptyTable);
    said
}

/// Refuses where a comment is gone that no edit takes out with the thing it belongs to.
fn refuse_lost_comment(
    blocks: &Blocks<'_, '_>,
    edits: &[Edit],
    after: &Tree<'_>,
    text: &str,
) -> Result<(), EditFault> {
    let mut taken: Vec<Span> =
        edits.iter().filter(|edit| edit.with.is_empty()).map(|edit| edit.span).collect();
    taken.sort();
    let is_taken = |comment: &Span| {
        let next = taken.partition_point(|span| span.start <= comment.start);
        next.checked_sub(1).is_some_and(|at| comment.end <= taken[at].end)
    };
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for comment in after.comments() {
        *left.entry(text[comment.start..comment.end].trim_end()).or_default() += 1;
    }
    for comment in blocks.tree.comments().iter().filter(|comment| !is_taken(comment)) {
        let words = blocks.text[comment.start..comment.end].trim_end();
        match left.get_mut(words) {
            Some(count) if *count > 0 => *count -= 1,
            _ => {
                let line = blocks.text[..comment.start].matches('\n').count() + 1;
                let message = format!("line {line}: a comment would be lost: {}", visible(words));
                return Err(EditFault::new(message).hint("`track edit` opens the record"));
            }
        }
    }
    Ok(())
}

/// Takes a key, and what is in it, out of what a record said and says.
pub(super) fn leave_out(key: &str, all: [&mut Says; 2]) {
    for said in all {
        let within: Vec<String> = said
            .range::<str, _>((Bound::Included(key), Bound::Unbounded))
            .map(|(path, _)| path)
            .take_while(|path| path.starts_with(key))
            .filter(|path| is_within(path, key))
            .cloned()
            .collect();
        for path in within {
            said.remove(&path);
        }
    }
}

/// Whether a path is that of a key, or of something in it.
fn is_within(path: &str, key: &str) -> bool {
    path.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Takes an item out of what a record said, and counts the later ones down.
pub(super) fn close_gap(before: &mut Says, after: &mut Says, index: usize) {
    let list = RECOMMENDATION.path;
    let moved = std::mem::take(before).into_iter().filter_map(|(path, said)| {
        let rest = path.strip_prefix(list).and_then(|rest| rest.strip_prefix("[#"));
        let Some((position, rest)) = rest.and_then(|rest| rest.split_once(']')) else {
            return Some((path, said));
        };
        let position: usize = position.parse().unwrap_or(0);
        match position.cmp(&(index + 1)) {
            Ordering::Less => Some((path, said)),
            Ordering::Equal => None,
            Ordering::Greater => Some((format!("{list}[#{}]{rest}", position - 1), said)),
        }
    });
    *before = moved.collect();
    after.retain(|path, _| path != list);
}
