//! Which item of a record a label or `#N` names.

use super::EditFault;
use crate::schema::tree::{NodeId, Tree, Value};
use crate::text::{nearest, or_list, visible};

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

fn unknown(name: &str, what: &str, labels: &[Option<&str>]) -> EditFault {
    let fault = EditFault::new(format!("there is no {what} with the label {}", visible(name)));
    if let Some(near) = nearest(name, labels.iter().flatten().copied()) {
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
fn label<'t>(tree: &'t Tree<'_>, item: NodeId) -> Option<&'t str> {
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
}
