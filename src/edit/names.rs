//! What a command can name in a record as it stands: its items, and the keys that can be set.

use std::collections::BTreeMap;

use super::item_name::label;
use crate::schema::tree::{NodeId, Tree, Value};
use crate::schema::{Field, FieldKind, INSPECTION, RECOMMENDATION, Table};

/// The items of a record by the names that commands take, with the text of each: its label where no other item has it,
/// else `#N`.
pub fn item_names(record: &str) -> Vec<(String, String)> {
    let (tree, _) = Tree::read(record);
    let items = children(&tree, tree.get(tree.root(), RECOMMENDATION.path));
    let names = names(&tree, &items);
    let texts = items.iter().map(|item| match tree.get(*item, "text").map(|text| &tree.node(text).value) {
        Some(Value::String(text)) => text.to_string(),
        _ => String::new(),
    });
    names.into_iter().zip(texts).collect()
}

/// The keys that `set` takes and that begin with what was typed, each with its row in the table of fields.
///
/// A key of a list within a list is named once the key of the outer item has been typed: there may be many.
pub fn settable_keys(record: &str, typed: &str) -> Vec<(String, &'static Field)> {
    let (tree, _) = Tree::read(record);
    let mut keys = Vec::new();
    below(&tree, Some(tree.root()), &INSPECTION, "", typed, &mut keys);
    keys.retain(|(key, _)| key.starts_with(typed));
    keys
}

fn below(
    tree: &Tree<'_>,
    table: Option<NodeId>,
    fields: &'static Table,
    path: &str,
    typed: &str,
    keys: &mut Vec<(String, &'static Field)>,
) {
    for field in fields.fields {
        let node = table.and_then(|table| tree.get(table, field.key));
        let key = format!("{path}{}", field.key);
        match field.kind {
            FieldKind::Table(inner) => below(tree, node, inner, &format!("{key}."), typed, keys),
            FieldKind::Tables(inner) if typed.starts_with(path) => {
                let items = children(tree, node);
                for (item, name) in items.iter().zip(names(tree, &items)) {
                    below(tree, Some(*item), inner, &format!("{key}[{name}]."), typed, keys);
                }
            }
            FieldKind::Tables(_) => {}
            _ => keys.push((key, field)),
        }
    }
}

/// What each item of a list is called.
fn names(tree: &Tree<'_>, items: &[NodeId]) -> Vec<String> {
    let labels: Vec<Option<&str>> = items.iter().map(|item| label(tree, *item)).collect();
    let mut counts = BTreeMap::new();
    for label in labels.iter().flatten() {
        *counts.entry(*label).or_insert(0) += 1;
    }
    let named = labels.iter().enumerate().map(|(at, label)| match label {
        // A label that looks like a position would be read as one.
        Some(label) if counts.get(label) == Some(&1) && !label.starts_with('#') => (*label).to_owned(),
        _ => format!("#{}", at + 1),
    });
    named.collect()
}

fn children(tree: &Tree<'_>, list: Option<NodeId>) -> Vec<NodeId> {
    list.map(|list| tree.children(list).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Target, find_item};

    const RECORD: &str = "title = \"x\"\n[[recommendation]]\nlabel = \"3a\"\ntext = \"One.\"\n\
        [[recommendation.update]]\ndate = 2020-01-01\n[[recommendation]]\nlabel = \"b\"\n[[recommendation]]\n\
        label = \"b\"\n[[recommendation]]\nlabel = \"#9\"\n[[response.sent_to]]\nto = \"x\"\n";

    #[test]
    fn every_name_and_key_is_found_again() {
        let (tree, _) = Tree::read(RECORD);
        let list = tree.get(tree.root(), "recommendation");
        let names = item_names(RECORD);
        let shown: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(shown, ["3a", "#2", "#3", "#4"]);
        assert_eq!(names[0].1, "One.");
        for (at, (name, _)) in names.iter().enumerate() {
            assert_eq!(find_item(&tree, list, name, "item"), Ok(at));
        }
        for typed in ["", "re", "recommendation[3a].", "recommendation[3a].update[#1].n", "response.sent_to"]
        {
            let keys = settable_keys(RECORD, typed);
            assert!(!keys.is_empty(), "{typed}");
            for (key, field) in keys {
                assert!(key.starts_with(typed), "{key}");
                assert_eq!(Target::find(&key, &tree).unwrap().field.key, field.key, "{key}");
            }
        }
    }

    #[test]
    fn inner_lists_come_when_they_are_near() {
        let has = |typed: &str, key: &str| settable_keys(RECORD, typed).iter().any(|(found, _)| found == key);
        assert!(has("", "title") && has("", "response.published") && has("", "recommendation[3a].owner"));
        assert!(!has("", "recommendation[3a].update[#1].note"));
        assert!(has("recommendation[3a].", "recommendation[3a].update[#1].note"));
        assert!(!has("", "response.sent_to[#1].to") && has("response.", "response.sent_to[#1].to"));
        assert!(settable_keys(RECORD, "nothing").is_empty());
        assert!(!settable_keys("no = [toml", "").is_empty());
    }
}
