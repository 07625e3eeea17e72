//! Headers with the wrong brackets, and misspelt keys.

use super::super::tree::{NodeId, TableForm, Tree, Value};
use crate::diagnostic::Fix;
use crate::text::{Edit, Span};

/// Writes the one `[[header]]` of a table as `[header]`.
pub(in crate::schema) fn once(tree: &Tree<'_>, text: &str, tables: NodeId) -> Option<Fix> {
    let mut children = tree.children(tables);
    let (only, None) = (children.next()?, children.next()) else { return None };
    let span = tree.node(only).span;
    let inner = text.get(span.start..span.end)?.strip_prefix("[[")?.strip_suffix("]]")?;
    let edits =
        [Span::new(span.start, span.start + 1), Span::new(span.end - 1, span.end)].map(Edit::remove).to_vec();
    Some(Fix::safe(format!("write [{inner}]"), edits))
}

/// Writes a `[header]`, or a table between braces, as the first of a list.
pub(in crate::schema) fn several(tree: &Tree<'_>, text: &str, table: NodeId) -> Option<Fix> {
    let node = tree.node(table);
    let written = text.get(node.span.start..node.span.end)?;
    let (open, close) = match node.value {
        Value::Table(TableForm::Header) => ('[', ']'),
        Value::Table(TableForm::Inline) => ('{', '}'),
        _ => return None,
    };
    written.strip_prefix(open)?.strip_suffix(close)?;
    let edits = vec![Edit::insert(node.span.start, "["), Edit::insert(node.span.end, "]")];
    let what =
        if open == '[' { format!("write [{written}]") } else { "put it in square brackets".to_owned() };
    Some(Fix::safe(what, edits))
}

/// Gives a key another name: in all headers that name it, where it is a table; none where that cannot be told.
///
/// `depth` is how many keys a header has before it.
pub(in crate::schema) fn rename(
    tree: &Tree<'_>,
    text: &str,
    key: NodeId,
    depth: usize,
    name: &str,
) -> Option<Fix> {
    let node = tree.node(key);
    let written = text.get(node.key_span.start..node.key_span.end)?;
    let spans = match node.value {
        Value::Tables | Value::Table(TableForm::Header | TableForm::Implicit) => {
            let mut headers = Vec::new();
            gather(tree, key, &mut headers);
            let parts = headers.into_iter().map(|header| part(text, header, depth, written));
            parts.collect::<Option<Vec<_>>>()?
        }
        Value::Table(TableForm::Dotted) => return None,
        _ => vec![node.key_span],
    };
    let edits = spans.into_iter().map(|span| Edit::replace(span, name)).collect();
    Some(Fix::safe(format!("write `{name}`"), edits))
}

fn gather(tree: &Tree<'_>, at: NodeId, headers: &mut Vec<Span>) {
    if let Value::Table(TableForm::Header) = tree.node(at).value {
        headers.push(tree.node(at).span);
    }
    if let Value::Tables | Value::Table(TableForm::Header | TableForm::Implicit) = tree.node(at).value {
        tree.children(at).for_each(|child| gather(tree, child, headers));
    }
}

/// The part of a header at a depth, if it is the key meant.
fn part(text: &str, header: Span, depth: usize, key: &str) -> Option<Span> {
    let written = text.get(header.start..header.end)?;
    let inner = written.trim_start_matches('[');
    let mut start = header.end - inner.len();
    for (at, part) in inner.trim_end_matches(']').split('.').enumerate() {
        if part.contains(['"', '\'']) {
            return None; // a dot within quotes parts nothing
        }
        if at == depth {
            start += part.len() - part.trim_start().len();
            return (part.trim() == key).then(|| Span::new(start, start + key.len()));
        }
        start += part.len() + 1;
    }
    None
}
