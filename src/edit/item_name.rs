//! Which item of a record a label or `#N` names.

use std::collections::BTreeMap;

use super::EditFault;
use crate::schema::RECOMMENDATION;
use crate::schema::tree::{NodeId, Tree, Value};
use crate::text::{nearest, or_list, visible};

/// From how many characters on a label is taken for a slip of another: of shorter ones too many are as near.
const SHORTEST_SLIP: usize = 3;
/// How many items are named as candidates.
const MOST_NAMED: usize = 12;

/// Finds the item of a list that a label or `#N`, its position, names; from 0.
///
/// Spaces around a label do not count, and an empty one is none. `#2` is always the second item, even if another is
/// labelled so: that one has a position too.
///
/// # Errors
/// No item has the label or the position, or several have the label: the candidates are named.
pub fn find_item(tree: &Tree<'_>, list: Option<NodeId>, name: &str, what: &str) -> Result<usize, EditFault> {
    let items: Vec<NodeId> = list.map(|list| tree.children(list).collect()).unwrap_or_default();
    let name = name.trim();
    if items.is_empty() {
        return Err(EditFault::new(format!("the record has no {what}")));
    }
    if name.is_empty() {
        let fault = EditFault::new(format!("which {what} is meant is not said"));
        return Err(fault.hint("name it by its label, or by #N, its position"));
    }
    if let Some(position) = name.strip_prefix('#').and_then(|position| position.parse::<usize>().ok()) {
        if (1..=items.len()).contains(&position) {
            return Ok(position - 1);
        }
        return Err(EditFault::new(format!("there is no {what} #{position}: the last is #{}", items.len())));
    }
    let labels: Vec<Option<&str>> = items.iter().map(|item| label(tree, *item)).collect();
    let found: Vec<usize> = (0..items.len()).filter(|at| labels[*at] == Some(name)).collect();
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(unknown(name, what, &labels)),
        several => {
            let positions: Vec<String> = several.iter().map(|at| format!("#{}", at + 1)).collect();
            Err(EditFault::new(format!("{} items have the label {}", several.len(), visible(name)))
                .hint(format!("name one by its position: {}", or_list(&positions))))
        }
    }
}

/// Parts `LABEL=TEXT` where the longest label ends that an item of the record has; a label and a text may hold `=` as well.
///
/// # Errors
/// No item has any of the labels: they are named, and so are those there are.
pub fn part_at_label<'t>(record: &str, typed: &'t str) -> Result<(&'t str, &'t str), EditFault> {
    let (tree, _) = Tree::read(record);
    let list = tree.get(tree.root(), RECOMMENDATION.path);
    let items: Vec<NodeId> = list.map(|list| tree.children(list).collect()).unwrap_or_default();
    let labels: Vec<Option<&str>> = items.iter().map(|item| label(&tree, *item)).collect();
    let is_there = |name: &str| {
        let position = name.strip_prefix('#').and_then(|position| position.parse::<usize>().ok());
        labels.contains(&Some(name)) || position.is_some_and(|position| (1..=items.len()).contains(&position))
    };
    let parts: Vec<(&str, &str)> =
        typed.match_indices('=').map(|(at, _)| (typed[..at].trim(), &typed[at + 1..])).collect();
    if let Some(found) = parts.iter().rev().find(|(name, _)| is_there(name)) {
        return Ok(*found);
    }
    let (name, text) = parts.first().copied().unwrap_or((typed, ""));
    find_item(&tree, list, name, "recommendation").map(|_| (name, text)).map_err(|fault| {
        let tried: Vec<String> =
            parts.iter().skip(1).map(|(name, _)| format!("`{}`", visible(name))).collect();
        let more = or_list(&tried[..tried.len().min(MOST_NAMED)]);
        if tried.is_empty() { fault } else { fault.hint(format!("nor does one have the label {more}")) }
    })
}

/// Names a key of an item by the label of the item, where no other has it: `recommendation[#1].owner` is
/// `recommendation[3a].owner`.
pub fn with_label(record: &str, key: &str) -> String {
    let inner = key.strip_prefix(RECOMMENDATION.path).and_then(|rest| rest.strip_prefix("[#"));
    let Some((position, rest)) = inner.and_then(|inner| inner.split_once(']')) else { return key.to_owned() };
    let labels = all_labels(record);
    let at = position.parse::<usize>().ok().and_then(|position| position.checked_sub(1));
    match at.and_then(|at| labels.get(at)) {
        Some(Some(label)) if labels.iter().flatten().filter(|other| *other == label).count() == 1 => {
            format!("{}[{label}]{rest}", RECOMMENDATION.path)
        }
        _ => key.to_owned(),
    }
}

/// The labels that more items have than had them before, and that several have; with how many.
pub fn labels_now_shared(before: &str, after: &str) -> Vec<(String, usize)> {
    if before == after {
        return Vec::new();
    }
    let counted = |record: &str| {
        let mut counts = BTreeMap::new();
        for label in all_labels(record).into_iter().flatten() {
            *counts.entry(label).or_insert(0) += 1;
        }
        counts
    };
    let (before, after) = (counted(before), counted(after));
    after.into_iter().filter(|(label, items)| *items > 1 && before.get(label) < Some(items)).collect()
}

/// The label of every item, where it has one.
fn all_labels(record: &str) -> Vec<Option<String>> {
    let (tree, _) = Tree::read(record);
    let list = tree.get(tree.root(), RECOMMENDATION.path);
    let items = list.map(|list| tree.children(list).collect::<Vec<_>>()).unwrap_or_default();
    items.into_iter().map(|item| label(&tree, item).map(str::to_owned)).collect()
}

fn unknown(name: &str, what: &str, labels: &[Option<&str>]) -> EditFault {
    let fault = EditFault::new(format!("there is no {what} with the label {}", visible(name)));
    let may_be_slip = name.chars().count() >= SHORTEST_SLIP;
    if let Some(near) = nearest(name, labels.iter().flatten().copied()).filter(|_| may_be_slip) {
        return fault.hint(format!("did you mean {}?", visible(near)));
    }
    let names: Vec<String> = labels
        .iter()
        .enumerate()
        .take(MOST_NAMED)
        .map(|(at, label)| label.map_or_else(|| format!("#{}", at + 1), |label| visible(label).into_owned()))
        .collect();
    let more = if labels.len() > MOST_NAMED { " …" } else { "" };
    fault.hint(format!("there are: {}{more}; #N names one by its position", names.join(", ")))
}

/// The label of an item.
pub(super) fn label<'t>(tree: &'t Tree<'_>, item: NodeId) -> Option<&'t str> {
    match &tree.node(tree.get(item, "label")?).value {
        Value::String(label) => Some(label.trim()).filter(|label| !label.is_empty()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "[[i]]\nlabel = \" 3a \"\n[[i]]\nlabel = \"\"\n[[i]]\nlabel = \"#2\"\n[[i]]\n";

    fn find(name: &str) -> Result<usize, EditFault> {
        let (tree, _) = Tree::read(RECORD);
        find_item(&tree, tree.get(tree.root(), "i"), name, "item")
    }

    #[test]
    fn spaces_do_not_count_and_a_position_comes_before_a_label() {
        for (name, at) in [("3a", 0), (" 3a\t", 0), ("#1", 0), ("#2", 1), (" #2 ", 1), ("#3", 2), ("#4", 3)] {
            assert_eq!(find(name), Ok(at), "{name:?}");
        }
    }

    #[test]
    fn an_empty_name_is_no_label() {
        for name in ["", "  "] {
            assert_eq!(find(name).unwrap_err().message, "which item is meant is not said");
        }
        assert!(find("x").unwrap_err().hints.join("").contains("there are: 3a, #2, #2, #4"));
    }

    #[test]
    fn a_label_that_is_there_is_taken_and_of_two_the_longer() {
        let record = "[[recommendation]]\nlabel = \"a\"\n[[recommendation]]\nlabel = \"a=b\"\n";
        for (typed, parts) in [
            ("a=x", ("a", "x")),
            ("a=x=y", ("a", "x=y")),
            ("a=b=x", ("a=b", "x")),
            (" a=b = x", ("a=b", " x")),
            ("a=b", ("a", "b")),
            ("#2=b=x", ("#2", "b=x")),
        ] {
            assert_eq!(part_at_label(record, typed), Ok(parts), "{typed}");
        }
        for (typed, hints) in [
            ("c=x", &["there are: a, a=b"][..]),
            ("c=d=x", &["there are: a, a=b", "label `c=d`"]),
            ("#3=x", &[]),
        ] {
            let fault = part_at_label(record, typed).unwrap_err();
            let said = fault.hints.join("\n");
            assert!(hints.iter().all(|hint| said.contains(hint)), "{typed}: {fault:?}");
        }
    }

    #[test]
    fn a_key_is_named_by_a_label_that_is_nobody_elses() {
        let record = ["a", "b", "b"].map(|label| format!("[[recommendation]]\nlabel = \"{label}\"\n"));
        let record = record.concat() + "[[recommendation]]\ntext = \"x\"\n";
        for (key, named) in [
            ("recommendation[#1].owner", "recommendation[a].owner"),
            ("recommendation[#1].update[#2].note", "recommendation[a].update[#2].note"),
            ("recommendation[#2].owner", "recommendation[#2].owner"),
            ("recommendation[#4].owner", "recommendation[#4].owner"),
            ("recommendation[#5].owner", "recommendation[#5].owner"),
            ("response.published", "response.published"),
        ] {
            assert_eq!(with_label(&record, key), named);
        }
        assert_eq!(labels_now_shared(&record, &record), []);
        let more = format!("{record}[[recommendation]]\nlabel = \"a\"\n");
        assert_eq!(labels_now_shared(&record, &more), [("a".to_owned(), 2)]);
    }
}
