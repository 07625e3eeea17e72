//! Tests of the tree: faults and places, the same tree as `toml` reads, the public suite, bounds.

mod agreement;
mod bounds;
mod faults;
mod suite;
mod values;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{NodeId, SyntaxFault, SyntaxFaultKind, Tree, Value};

/// Prints a tree on one line: `{key: value, ...}`, broken values as `!`.
fn shown(text: &str) -> String {
    let (tree, _) = Tree::read(text);
    show(&tree, tree.root())
}

fn show(tree: &Tree<'_>, id: NodeId) -> String {
    let children = |keys: bool| {
        let shown: Vec<_> = tree
            .children(id)
            .map(|child| {
                let value = show(tree, child);
                if keys { format!("{}: {value}", tree.node(child).key) } else { value }
            })
            .collect();
        shown.join(", ")
    };
    match &tree.node(id).value {
        Value::String(text) => format!("{text:?}"),
        Value::Integer(number) => number.to_string(),
        Value::Float => "float".to_owned(),
        Value::Boolean(is) => is.to_string(),
        Value::DateTime(written) => (*written).to_owned(),
        Value::Array | Value::Tables => format!("[{}]", children(false)),
        Value::Table(_) => format!("{{{}}}", children(true)),
        Value::Broken => "!".to_owned(),
    }
}

/// Reads a text with this reader and with `toml`, and says where they differ.
fn disagreement(text: &str) -> Option<String> {
    let (tree, faults) = Tree::read(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    sound(text, &tree, &faults);
    let faults: Vec<_> = faults.iter().filter(|fault| fault.kind != SyntaxFaultKind::Toml11).collect();
    if faults.is_empty() != errors.is_empty() {
        // `toml` looks at the size of a number only when it is asked for, and lets a dotted key reach through an array
        // of tables into a table that is not there yet.
        let known = [
            "this number is empty or too large",
            "keys are added to a list of tables only below its headings",
        ];
        if errors.is_empty() && faults.iter().all(|fault| known.contains(&fault.message)) {
            return None;
        }
        return Some(format!("faults {faults:?}, errors {errors:?}"));
    }
    if faults.is_empty() { differing_table(&tree, tree.root(), table.get_ref()) } else { None }
}

fn differing_table(tree: &Tree<'_>, id: NodeId, table: &DeTable<'_>) -> Option<String> {
    let ours = tree.children(id).count();
    if ours != table.len() {
        return Some(format!("{ours} keys, not {}", table.len()));
    }
    table.iter().find_map(|(key, value)| {
        let Some(child) = tree.get(id, key.get_ref()) else { return Some(format!("no {key:?}")) };
        differing_value(tree, child, value)
    })
}

fn differing_value(tree: &Tree<'_>, id: NodeId, value: &Spanned<DeValue<'_>>) -> Option<String> {
    let node = tree.node(id);
    let is_table = matches!(node.value, Value::Table(_) | Value::Tables);
    if !is_table && value.span() != (node.span.start..node.span.end) {
        return Some(format!("{node:?} does not stand at {:?}", value.span()));
    }
    let same = match (&node.value, value.get_ref()) {
        (Value::String(ours), DeValue::String(theirs)) => ours == theirs,
        (Value::Integer(ours), DeValue::Integer(theirs)) => {
            i64::from_str_radix(theirs.as_str(), theirs.radix()) == Ok(*ours)
        }
        (Value::Float, DeValue::Float(_)) => true,
        (Value::Boolean(ours), DeValue::Boolean(theirs)) => ours == theirs,
        (Value::DateTime(ours), DeValue::Datetime(theirs)) => {
            ours.parse::<toml::value::Datetime>().is_ok_and(|ours| ours == *theirs)
        }
        (Value::Table(_), DeValue::Table(theirs)) => return differing_table(tree, id, theirs),
        (Value::Array | Value::Tables, DeValue::Array(theirs)) => {
            let ours: Vec<_> = tree.children(id).collect();
            return if ours.len() == theirs.len() {
                ours.iter().zip(theirs.iter()).find_map(|(id, value)| differing_value(tree, *id, value))
            } else {
                Some(format!("{} elements, not {}", ours.len(), theirs.len()))
            };
        }
        _ => false,
    };
    (!same).then(|| format!("{node:?} is not {value:?}"))
}

/// Proves what holds for every text: faults sorted and few, every place inside the text and between characters.
fn sound(text: &str, tree: &Tree<'_>, faults: &[SyntaxFault]) {
    assert!(faults.len() <= 101, "{} faults", faults.len());
    assert!(
        faults.is_sorted_by_key(|fault| (fault.kind == SyntaxFaultKind::TooMany, fault.span)),
        "{faults:?}"
    );
    for fault in faults {
        assert!(text.get(fault.span.start..fault.span.end).is_some(), "{fault:?}");
    }
    let mut all = vec![tree.root()];
    while let Some(id) = all.pop() {
        let node = tree.node(id);
        assert!(text.get(node.span.start..node.span.end).is_some(), "{node:?}");
        assert!(text.get(node.key_span.start..node.key_span.end).is_some(), "{node:?}");
        if faults.is_empty() {
            assert_ne!(node.value, Value::Broken);
        }
        all.extend(tree.children(id));
    }
}

#[test]
fn a_tree_shows_itself() {
    assert_eq!(shown("a = [1, { b = 'x' }]\n[[c]]\n[d.e]"), r#"{a: [1, {b: "x"}], c: [{}], d: {e: {}}}"#);
}
