//! Gives a list other values: those that stay keep their lines and comments.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::blocks::Blocks;
use super::insert::{by_hand, cannot};
use super::lines::Lines;
use super::said::{Said, bare};
use super::{EditFault, Written};
use crate::schema::tree::{NodeId, Tree, Value};
use crate::text::{Edit, Span, visible};

/// Changes a list on several lines element by element; `None` where the value can be put in its place as a whole.
///
/// A value that comes in the place of another keeps the comment on that line; with one that goes, it goes.
///
/// # Errors
/// A comment would be lost.
pub(super) fn set_elements(
    blocks: &Blocks<'_, '_>,
    list: NodeId,
    value: &Written,
) -> Result<Option<Vec<Edit>>, EditFault> {
    let node = blocks.tree.node(list);
    if node.value != Value::Array || !blocks.text[node.span.start..node.span.end].contains('\n') {
        return Ok(None);
    }
    let has_comments = !blocks.tree.comments_in(node.span).is_empty();
    let typed = format!("x = {}", value.long);
    let (new_tree, _) = Tree::read(&typed);
    let new_list = new_tree.get(new_tree.root(), "x");
    let Some(new_list) = new_list.filter(|new| new_tree.node(*new).value == Value::Array) else {
        return if has_comments { Err(lost(blocks, list, by_hand)) } else { Ok(None) };
    };
    let says = |tree: &Tree<'_>, text: &str, list: NodeId| -> Vec<Said> {
        tree.children(list).map(|item| bare(tree.node(item), text)).collect()
    };
    let (old, new) = (says(blocks.tree, blocks.text, list), says(&new_tree, &typed, new_list));
    if old == new {
        return Ok(Some(Vec::new()));
    }
    let spans: Vec<_> = blocks.tree.children(list).map(|item| blocks.tree.node(item).span).collect();
    let Some(lines) = Lines::of(blocks, node.span, &spans) else {
        return if has_comments {
            Err(lost(blocks, list, if blocks.has_line(list) { cannot } else { by_hand }))
        } else {
            Ok(None)
        };
    };
    let raw = |item: NodeId| new_tree.node(item).span;
    let texts: Vec<String> =
        new_tree.children(new_list).map(|item| typed[raw(item).start..raw(item).end].to_owned()).collect();
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    Ok(Some(ops.into_iter().flat_map(|op| edits(&lines, op, &texts)).collect()))
}

fn edits(lines: &Lines<'_, '_, '_>, op: DiffOp, texts: &[String]) -> Vec<Edit> {
    let (old, new) = (op.old_range(), op.new_range());
    if matches!(op, DiffOp::Equal { .. }) {
        return Vec::new();
    }
    let both = old.len().min(new.len());
    let mut edits: Vec<Edit> =
        (0..both).map(|at| lines.replace(old.start + at, &texts[new.start + at])).collect();
    edits.extend((old.start + both..old.end).map(|at| lines.remove(at)));
    edits.extend(lines.insert(old.end, &texts[new.start + both..new.end]));
    edits
}

fn lost(
    blocks: &Blocks<'_, '_>,
    list: NodeId,
    refuse: fn(&Blocks<'_, '_>, Span, &str) -> EditFault,
) -> EditFault {
    let list = blocks.tree.node(list).span;
    let first = blocks.tree.comments_in(list).first().copied().unwrap_or(list);
    let words = visible(blocks.text[first.start..first.end].trim_end());
    refuse(blocks, first, &format!("a comment in this list would be lost: {words}"))
}
