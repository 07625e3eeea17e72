//! Where a record names another: what must change when that is renamed, and what forbids that it goes.

use crate::schema::tree::{NodeId, SyntaxFaultKind, Tree, Value};
use crate::text::Span;

/// Whether a text of a record names another record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mention {
    /// It does not.
    None,
    /// By these keys, as commands name them, such as `follows[#1]`, each with its place.
    Keys(Vec<(String, Span)>),
    /// The text is misread and the id stands somewhere in it: nobody can tell.
    Unclear,
}

/// Tells whether a record names another.
pub fn mention(bytes: &[u8], id: &str) -> Mention {
    let stands = has_word(bytes, id);
    // An id may be written with escapes: then only reading tells.
    if !stands && !bytes.contains(&b'\\') {
        return Mention::None;
    }
    let unclear = if stands { Mention::Unclear } else { Mention::None };
    let Ok(text) = std::str::from_utf8(bytes) else { return unclear };
    let (tree, faults) = Tree::read(text);
    if faults.iter().any(|fault| !matches!(fault.kind, SyntaxFaultKind::Toml11)) {
        return unclear;
    }
    match references(&tree, id) {
        found if found.is_empty() => Mention::None,
        found => Mention::Keys(found),
    }
}

/// The keys that name a record, with the place of each value.
pub(super) fn references(tree: &Tree<'_>, id: &str) -> Vec<(String, Span)> {
    let mut found = Found { tree, id, keys: Vec::new() };
    let root = tree.root();
    found.list(tree.get(root, "follows"), "follows");
    let response = tree.get(root, "response");
    for key in ["covered_by", "answered_by"] {
        found.value(response.and_then(|response| tree.get(response, key)), &format!("response.{key}"));
    }
    for (at, item) in children(tree, tree.get(root, "recommendation")) {
        for (update, node) in children(tree, tree.get(item, "update")) {
            let key = format!("recommendation[#{}].update[#{}].superseded_by", at + 1, update + 1);
            found.value(tree.get(node, "superseded_by"), &key);
        }
    }
    found.keys
}

struct Found<'f, 'a> {
    tree: &'f Tree<'a>,
    id: &'f str,
    keys: Vec<(String, Span)>,
}

impl Found<'_, '_> {
    fn value(&mut self, node: Option<NodeId>, key: &str) {
        let Some(node) = node.map(|node| self.tree.node(node)) else { return };
        if matches!(&node.value, Value::String(text) if text == self.id) {
            self.keys.push((key.to_owned(), node.span));
        }
    }

    fn list(&mut self, node: Option<NodeId>, key: &str) {
        for (at, item) in children(self.tree, node) {
            self.value(Some(item), &format!("{key}[#{}]", at + 1));
        }
    }
}

fn children(tree: &Tree<'_>, node: Option<NodeId>) -> Vec<(usize, NodeId)> {
    node.into_iter().flat_map(|node| tree.children(node)).enumerate().collect()
}

/// Whether an id stands in a text, not as a part of another id.
fn has_word(bytes: &[u8], id: &str) -> bool {
    let part = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    bytes.windows(id.len().max(1)).enumerate().any(|(at, window)| {
        window == id.as_bytes()
            && !part(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && !part(bytes.get(at + id.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_that_names_a_record_is_found() {
        let text = "follows = [\"b\", \"a\"]\nresponse = { covered_by = \"a\" }\n\
            [[recommendation]]\ntext = \"a\"\n[[recommendation.update]]\nsuperseded_by = \"a\"\n";
        let Mention::Keys(found) = mention(text.as_bytes(), "a") else { panic!("none found") };
        let keys: Vec<&str> = found.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(
            keys,
            ["follows[#2]", "response.covered_by", "recommendation[#1].update[#1].superseded_by"]
        );
    }

    #[test]
    fn other_words_are_no_mention() {
        for text in ["", "title = \"a\" # a", "follows = [\"a-b\", \"b-a\"]", "x = a-b"] {
            assert_eq!(mention(text.as_bytes(), "a"), Mention::None, "{text}");
        }
        for text in [&b"follows = [\"a\""[..], b"follows = [\"a\"] # \xff"] {
            assert_eq!(mention(text, "a"), Mention::Unclear);
        }
    }
}
