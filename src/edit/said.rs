//! What a record says, key by key, whatever way it is written: two texts that say the same compare equal.

use std::collections::BTreeMap;

use crate::schema::tree::{Node, NodeId, Tree, Value};
use crate::schema::written;

/// What stands behind a key or in a list. Tables are no value of their own: their keys are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Said {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number with a point, as it is written.
    Float(String),
    /// `true` or `false`.
    Flag(bool),
    /// A date or time, as it is written.
    Date(String),
    /// A list with nothing in it.
    EmptyList,
    /// A table with nothing in it.
    EmptyTable,
    /// What could not be read, as it is written.
    Broken(String),
}

/// What a record says by the path of each value, such as `response.published` or `recommendation[#2].text`.
///
/// It does not depend on order, layout or comments, nor on whether a table has a heading, braces or dots.
pub fn said(tree: &Tree<'_>, text: &str) -> BTreeMap<String, Said> {
    let mut all = BTreeMap::new();
    gather(tree, text, tree.root(), "", &mut all);
    all
}

fn gather(tree: &Tree<'_>, text: &str, at: NodeId, path: &str, all: &mut BTreeMap<String, Said>) {
    let node = tree.node(at);
    let value = match &node.value {
        Value::Array | Value::Tables => {
            for (index, item) in tree.children(at).enumerate() {
                gather(tree, text, item, &format!("{path}[#{}]", index + 1), all);
            }
            if tree.children(at).next().is_some() {
                return;
            }
            bare(node, text)
        }
        Value::Table(_) => {
            for child in tree.children(at) {
                let key = bare_or_quoted(&tree.node(child).key);
                let inner = if path.is_empty() { key } else { format!("{path}.{key}") };
                gather(tree, text, child, &inner, all);
            }
            if at == tree.root() || tree.children(at).next().is_some() {
                return;
            }
            bare(node, text)
        }
        _ => bare(node, text),
    };
    all.insert(path.to_owned(), value);
}

/// What a value says by itself; a list or table as if it had nothing in it.
pub(super) fn bare(node: &Node<'_>, text: &str) -> Said {
    let written = || text.get(node.span.start..node.span.end).unwrap_or_default().to_owned();
    match &node.value {
        Value::String(text) => Said::Text(text.clone().into_owned()),
        Value::Integer(number) => Said::Number(*number),
        Value::Float => Said::Float(written()),
        Value::Boolean(flag) => Said::Flag(*flag),
        Value::DateTime(raw) => Said::Date((*raw).to_owned()),
        Value::Broken => Said::Broken(written()),
        Value::Array | Value::Tables => Said::EmptyList,
        Value::Table(_) => Said::EmptyTable,
    }
}

/// A key as it is written in a path, so that no two ways are the same.
fn bare_or_quoted(key: &str) -> String {
    let is_bare =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    if is_bare { key.to_owned() } else { written::quoted(key) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> BTreeMap<String, Said> {
        let (tree, faults) = Tree::read(text);
        assert!(faults.is_empty(), "{faults:?}");
        said(&tree, text)
    }

    #[test]
    fn the_way_of_writing_makes_no_difference() {
        let headers = "b = 'x' # c\n[r]\np = 2020-01-02\n[[r.s]]\nto = \"y\"\n[e]\n";
        let inline = "r = { s = [{ to = 'y' }], p = 2020-01-02 }\ne = {}\nb = \"\\u0078\"\n";
        let dotted = "r.p = 2020-01-02\nr.s = [{to=\"y\"}]\nb = \"x\"\n[e]\n";
        assert_eq!(of(headers), of(inline));
        assert_eq!(of(headers), of(dotted));
        let paths: Vec<_> = of(headers).into_keys().collect();
        assert_eq!(paths, ["b", "e", "r.p", "r.s[#1].to"]);
    }

    #[test]
    fn every_value_counts() {
        assert_ne!(of("a.b = 1"), of("\"a.b\" = 1"));
        let all = "a = 1\nb = 1.5\nc = true\nd = []\ne = \"1\"\nf = 2020\n";
        for (index, line) in all.lines().enumerate() {
            let without: Vec<&str> =
                all.lines().enumerate().filter(|(at, _)| *at != index).map(|(_, line)| line).collect();

            assert_ne!(of(all), of(&without.join("\n")), "{line}");
            let other = all.replace(line, &format!("{} = 7", &line[..1]));
            assert_ne!(of(all), of(&other), "{line}");
        }
    }
}
