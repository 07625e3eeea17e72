//! The key that a command names: `title`, `response.published`, `recommendation[3a].owner`, `recommendation[#2].update[#1].note`.

use super::EditFault;
use super::item_name::find_item;
use crate::schema::tree::{NodeId, Tree};
use crate::schema::{Field, FieldKind, INSPECTION, Step, Steps, Table};
use crate::text::{nearest, shell_quoted, visible};

/// A key of a record that can be set: where it stands or would stand, and what it may hold.
#[derive(Debug, Clone)]
pub struct Target {
    /// The way to it.
    pub steps: Steps,
    /// The key.
    pub field: &'static Field,
    /// The table that the key belongs to.
    pub table: &'static Table,
}

impl Target {
    /// Finds the key that is named in a record.
    ///
    /// # Errors
    /// The key is unknown, is a table, names no item, or names several.
    pub fn find(key: &str, tree: &Tree<'_>) -> Result<Self, EditFault> {
        let mut way = Way { tree, key, at: Some(tree.root()), table: &INSPECTION, steps: Steps(Vec::new()) };
        let mut rest = key.trim();
        loop {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            let field = way.field(rest[..end].trim())?;
            way.steps.0.push(Step::Key(field.key));
            let at = way.at.and_then(|at| tree.get(at, field.key));
            rest = &rest[end..];
            match field.kind {
                FieldKind::Table(table) => {
                    (way.at, way.table) = (at, table);
                    rest = rest.strip_prefix('.').ok_or_else(|| way.is_a_table(table))?;
                }
                FieldKind::Tables(table) => {
                    rest = way.item(rest, field, table, at)?;
                }
                _ if rest.is_empty() => return Ok(Self { steps: way.steps, field, table: way.table }),
                _ => {
                    let message = format!("`{}` has no keys of its own", way.steps);
                    return Err(EditFault::new(message).hint(format!("it holds {}", field.kind.allowed())));
                }
            }
        }
    }

    /// The way to the table that the key belongs to.
    pub fn owner(&self) -> Steps {
        Steps(self.steps.0[..self.steps.0.len() - 1].to_vec())
    }
}

struct Way<'k, 't, 'a> {
    tree: &'t Tree<'a>,
    key: &'k str,
    /// The table reached; none where the record does not have it yet.
    at: Option<NodeId>,
    table: &'static Table,
    steps: Steps,
}

impl Way<'_, '_, '_> {
    fn field(&self, name: &str) -> Result<&'static Field, EditFault> {
        if let Some((_, field)) = self.table.field(name) {
            return Ok(field);
        }
        let shown = visible(name);
        let fault = if name.is_empty() {
            EditFault::new(format!("`{}` names no key", visible(self.key)))
        } else {
            EditFault::new(format!("{} has no key `{shown}`", self.table.name))
        };
        let keys = || self.table.fields.iter().map(|field| field.key);
        if let Some(near) = nearest(name, keys()) {
            return Err(fault.hint(format!("did you mean `{near}`?")));
        }
        let home = crate::schema::TABLES.into_iter().find(|table| table.field(name).is_some());
        Err(match home {
            Some(home) => {
                let key = format!("{}.{}", example(home), name);
                fault.hint(format!("`{shown}` is a key of {}: {}", home.name, shell_quoted(&visible(&key))))
            }
            None => fault.hint(format!("its keys: {}", keys().collect::<Vec<_>>().join(", "))),
        })
    }

    /// Goes to the item of a list that stands in brackets; returns what follows the point behind it.
    fn item<'r>(
        &mut self,
        rest: &'r str,
        field: &Field,
        table: &'static Table,
        list: Option<NodeId>,
    ) -> Result<&'r str, EditFault> {
        let Some(inner) = rest.strip_prefix('[') else { return Err(self.which(field, table)) };
        // A label may hold a bracket: the first closing one behind which a key follows and that names an item is meant.
        let closings: Vec<usize> = inner.match_indices("].").map(|(at, _)| at).collect();
        let Some(&first) = closings.first() else {
            return Err(if inner.ends_with(']') { self.is_a_table(table) } else { self.which(field, table) });
        };
        let find = |end: usize| find_item(self.tree, list, &inner[..end], what(table));
        let (end, index) = match closings.iter().find_map(|end| Some((*end, find(*end).ok()?))) {
            Some(found) => found,
            None => (first, find(first)?),
        };
        self.steps.0.push(Step::Item(index));
        self.at = list.and_then(|list| self.tree.children(list).nth(index));
        self.table = table;
        Ok(&inner[end + 2..])
    }

    fn which(&self, field: &Field, table: &Table) -> EditFault {
        let steps = &self.steps;
        let example = table.fields[0].key;
        EditFault::new(format!("`{steps}` is a list: say which one"))
            .hint(format!(
                "by its position, as in '{steps}[#1].{example}'{}",
                match field.key {
                    "recommendation" => ", or by its label, as in 'recommendation[3a].owner'",
                    _ => "",
                }
            ))
            .hint("`track edit` opens the record")
    }

    fn is_a_table(&self, table: &Table) -> EditFault {
        let keys: Vec<&str> = table.fields.iter().map(|field| field.key).collect();
        EditFault::new(format!("`{}` is a table: name the key in it", visible(self.key)))
            .hint(format!("its keys: {}", keys.join(", ")))
    }
}

/// How a list's thing is called where it is not there.
pub(super) fn what(table: &Table) -> &'static str {
    match table.path {
        "recommendation" => "recommendation",
        "recommendation.update" => "update",
        "judgment" => "judgment",
        _ => "copy sent",
    }
}

/// How a key of a table is begun.
fn example(table: &Table) -> &'static str {
    match table.path {
        "response" => "response",
        "recommendation.update" => "recommendation[#1].update[#1]",
        "judgment" => "judgment[#1]",
        "response.sent_to" => "response.sent_to[#1]",
        _ => "recommendation[#1]",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = r#"
title = "x"
[[recommendation]]
label = "3a"
[[recommendation.update]]
date = 2020-01-01
[[recommendation]]
text = "no label"
[[recommendation]]
label = "twice"
[[recommendation]]
label = "twice"
[[recommendation]]
label = "a].owner].b"
"#;

    fn find(key: &str) -> Result<String, EditFault> {
        let (tree, _) = Tree::read(RECORD);
        Target::find(key, &tree).map(|target| target.steps.to_string())
    }

    #[test]
    fn keys_are_found() {
        for (key, steps) in [
            ("title", "title"),
            ("response.published", "response.published"),
            (" response . published ", "response.published"),
            ("recommendation[3a].owner", "recommendation[#1].owner"),
            ("recommendation[#2].owner", "recommendation[#2].owner"),
            ("recommendation[3a].update[#1].note", "recommendation[#1].update[#1].note"),
            ("recommendation[a].owner].b].owner", "recommendation[#5].owner"),
        ] {
            assert_eq!(find(key).as_deref(), Ok(steps), "{key}");
        }
    }

    #[test]
    fn what_names_no_key_is_refused_with_what_would() {
        for (key, message, hint) in [
            ("", "names no key", "its keys: title, "),
            ("titel", "no key `titel`", "did you mean `title`?"),
            ("owner", "a record has no key `owner`", "recommendation[#1].owner"),
            ("title.x", "`title` has no keys of its own", "text in quotes"),
            ("response", "is a table: name the key in it", "published"),
            ("response.", "names no key", "its keys: required"),
            ("recommendation", "is a list: say which one", "recommendation[3a].owner"),
            ("recommendation.owner", "is a list: say which one", "recommendation[#1].label"),
            ("recommendation[3a]", "is a table: name the key in it", "owner"),
            ("recommendation[3a", "is a list: say which one", ""),
            ("recommendation[3b].owner", "no recommendation with the label 3b", "there are: 3a, #2, twice"),
            (
                "recommendation[twicee].owner",
                "no recommendation with the label twicee",
                "did you mean twice?",
            ),
            ("recommendation[zebra].owner", "no recommendation with the label zebra", "3a, #2, twice"),
            ("recommendation[twice].owner", "2 items have the label twice", "#3 or #4"),
            ("recommendation[#0].owner", "no recommendation #0: the last is #5", ""),
            ("recommendation[#6].owner", "no recommendation #6: the last is #5", ""),
            ("recommendation[#2].update[#1].note", "the record has no update", ""),
            ("judgment[#1].grade", "the record has no judgment", ""),
        ] {
            let fault = find(key).unwrap_err();
            assert!(fault.message.contains(message), "{key}: {fault:?}");
            assert!(fault.hints.join("\n").contains(hint), "{key}: {fault:?}");
        }
    }
}
