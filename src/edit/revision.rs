//! A record's text under change: each step is made as edits, read again, and proved to have changed nothing else.

use super::blocks::Blocks;
use super::elements::set_elements;
use super::insert::{insert_key, insert_table, long};
use super::list::{append, braces, take_out};
use super::proved::{close_gap, leave_out, misread, not_safe, proved};
use super::references::references;
use super::said::{Said, said};
use super::unset::unset;
use super::{EditFault, Target, Written, find_item, write_value};
use crate::diagnostic::Finding;
use crate::schema::tree::{NodeId, Tree, Value};
use crate::schema::{RECOMMENDATION, RESPONSE, SENT, Step, Steps, Table, UPDATE, read};
use crate::text::{Edit, and_list, apply_edits, shell_quoted};

/// A record's text under change.
#[derive(Debug, Clone)]
pub struct Revision {
    path: String,
    before: String,
    text: String,
    changed: Vec<String>,
}

/// A key of a new table and what was typed for it; a key that holds a list may come several times.
pub type Entry<'e> = (&'static str, &'e str);

impl Revision {
    /// Begins with a record as it stands.
    ///
    /// # Errors
    /// The findings of a file that is not UTF-8 or whose syntax has faults: what stands where cannot be told for certain.
    pub fn of(path: &str, bytes: &[u8]) -> Result<Self, Vec<Finding>> {
        match std::str::from_utf8(bytes) {
            Ok(text) if misread(text) == 0 => {
                let text = text.to_owned();
                Ok(Self { path: path.to_owned(), before: text.clone(), text, changed: Vec::new() })
            }
            _ => Err(read(path, bytes, |reading| {
                reading.findings.iter().filter(|finding| finding.is_error()).cloned().collect()
            })),
        }
    }

    /// The path of the record.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text as it was.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The keys that were changed, in the order of the changes.
    pub fn changed(&self) -> &[String] {
        &self.changed
    }

    /// The texts that stood behind changed keys and stand there no more, each with its key.
    pub fn replaced(&self) -> Vec<(String, String)> {
        let says = |text: &str| said(&Tree::read(text).0, text);
        let (before, after) = (says(&self.before), says(&self.text));
        let gone = self.changed.iter().filter(|key| before.get(*key) != after.get(*key));
        gone.filter_map(|key| match before.get(key) {
            Some(Said::Text(text)) => Some((key.clone(), text.clone())),
            _ => None,
        })
        .collect()
    }

    /// Gives a key a value as it was typed; several for a key that holds a list. The same value changes nothing.
    pub fn set(&mut self, key: &str, typed: &[String]) -> Result<(), EditFault> {
        let (tree, _) = Tree::read(&self.text);
        let target = Target::find(key, &tree)?;
        let value = write_value(target.field, typed).map_err(|fault| self.or_unset(fault, &target, typed))?;
        let blocks = Blocks::of(&self.text, &tree);
        let edits = set_edits(&blocks, &target, &value)?;
        if apply_edits(&self.text, &edits).is_some_and(|text| text == self.text) {
            return Ok(());
        }
        let steps = target.steps.to_string();
        let text = proved(&blocks, &edits, |before, after| leave_out(&steps, [before, after]))?;
        // A key that was not there is news; a value may be the same in other words.
        if find(&tree, &target.steps).is_none() || !same_record(&self.path, &self.text, &text) {
            self.text = text;
            self.note(steps);
        }
        Ok(())
    }

    /// Takes a key away; one that is not there changes nothing.
    pub fn unset(&mut self, key: &str) -> Result<(), EditFault> {
        let (tree, _) = Tree::read(&self.text);
        let target = Target::find(key, &tree)?;
        let Some((owner, node)) = find(&tree, &target.owner()).zip(find(&tree, &target.steps)) else {
            return Ok(());
        };
        if target.field.required {
            return Err(EditFault::new(format!(
                "`{}` must be there: it can be set, not taken away",
                target.steps
            )));
        }
        let blocks = Blocks::of(&self.text, &tree);
        let edit = unset(&blocks, owner, node)?;
        let steps = target.steps.to_string();
        self.text = proved(&blocks, &[edit], |before, after| leave_out(&steps, [before, after]))?;
        self.note(steps);
        Ok(())
    }

    /// Adds an update to an item, named by its label or `#N`.
    pub fn add_update(&mut self, item: &str, entries: &[Entry<'_>]) -> Result<(), EditFault> {
        let (tree, _) = Tree::read(&self.text);
        let list = tree.get(tree.root(), RECOMMENDATION.path);
        let index = find_item(&tree, list, item, "recommendation")?;
        self.append(&[Steps::item(index)], &UPDATE, entries)
    }

    /// Adds the same update to items, named by their positions from 0; each once.
    pub(super) fn add_updates(&mut self, items: &[usize], entries: &[Entry<'_>]) -> Result<(), EditFault> {
        let owners: Vec<Steps> = items.iter().map(|index| Steps::item(*index)).collect();
        self.append(&owners, &UPDATE, entries)
    }

    /// Adds an item to the report; returns its position, from 1.
    pub fn add_recommendation(&mut self, entries: &[Entry<'_>]) -> Result<usize, EditFault> {
        self.append(&[Steps::default()], &RECOMMENDATION, entries)?;
        let (tree, _) = Tree::read(&self.text);
        Ok(tree.get(tree.root(), RECOMMENDATION.path).map_or(0, |list| tree.children(list).count()))
    }

    /// Notes a copy that was sent.
    pub fn add_copy(&mut self, to: &str, on: &str) -> Result<(), EditFault> {
        self.append(&[Steps::root(RESPONSE.path)], &SENT, &[("to", to), ("on", on)])
    }

    /// Takes an item out, with its updates; returns the name people know it by.
    ///
    /// # Errors
    /// There is no such item, or another stands under it.
    pub fn remove_recommendation(&mut self, item: &str) -> Result<String, EditFault> {
        let (tree, _) = Tree::read(&self.text);
        let list = tree.get(tree.root(), RECOMMENDATION.path);
        let index = find_item(&tree, list, item, "recommendation")?;
        let steps = Steps::item(index);
        let there = list.zip(find(&tree, &steps));
        let (list, node) = there.ok_or_else(not_safe)?;
        let name = refuse_if_over_others(&tree, list, node, index)?;
        let blocks = Blocks::of(&self.text, &tree);
        let edits = take_out(&blocks, list, node)?;
        let steps = steps.to_string();
        self.text = proved(&blocks, &edits, |before, after| close_gap(before, after, index))?;
        self.note(steps);
        Ok(name)
    }

    /// Lets every key that names one record name another.
    pub fn rename_references(&mut self, from: &str, to: &str) -> Result<(), EditFault> {
        let (tree, _) = Tree::read(&self.text);
        let named = references(&tree, from);
        let edits: Vec<Edit> =
            named.iter().map(|(_, span)| Edit::replace(*span, crate::schema::written::quoted(to))).collect();
        let keys: Vec<String> = named.into_iter().map(|(key, _)| key).collect();
        let text = proved(&Blocks::of(&self.text, &tree), &edits, |before, after| {
            for key in &keys {
                leave_out(key, [before, after]);
            }
        })?;
        self.text = text;
        for key in keys {
            self.note(key);
        }
        Ok(())
    }

    /// Names the command that takes a key away, where nothing was typed for one that may go.
    fn or_unset(&self, fault: EditFault, target: &Target, typed: &[String]) -> EditFault {
        if target.field.required || typed.is_empty() || typed.iter().any(|typed| !typed.trim().is_empty()) {
            return fault;
        }
        let (id, key) = (self.id(), target.steps.to_string());
        fault.hint(format!("to take the key away: track set {id} {} --unset", shell_quoted(&key)))
    }

    /// The id of the record, as its path has it.
    pub(super) fn id(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".toml").unwrap_or(name)
    }

    /// Adds a table to the list of each owner, on one reading and with one proof, however many they are.
    fn append(
        &mut self,
        owners: &[Steps],
        table: &'static Table,
        entries: &[Entry<'_>],
    ) -> Result<(), EditFault> {
        let written = write_entries(table, entries)?;
        let (tree, _) = Tree::read(&self.text);
        let blocks = Blocks::of(&self.text, &tree);
        let (mut edits, mut lists, mut added) = (Vec::new(), Vec::new(), Vec::new());
        for owner in owners {
            let list = owner.clone().key(table.key());
            let there = find(&tree, &list).map_or(0, |list| tree.children(list).count());
            if let Some(node) = find(&tree, owner) {
                edits.extend(append(&blocks, node, table, &written)?);
            } else {
                let value = Written::same(format!("[{}]", braces(&written)));
                edits.push(insert_table(&blocks, RESPONSE.path, table.key(), &value));
            }
            lists.push(list.to_string());
            added.push(list.at(there).to_string());
        }
        self.text = proved(&blocks, &edits, |before, after| {
            for (list, steps) in lists.iter().zip(&added) {
                before.remove(list);
                leave_out(steps, [&mut *before, &mut *after]);
            }
        })?;
        for steps in added {
            // What is new was not changed before.
            self.changed.extend(written.iter().map(|(key, _)| format!("{steps}.{key}")));
        }
        Ok(())
    }

    fn note(&mut self, key: String) {
        if !self.changed.contains(&key) {
            self.changed.push(key);
        }
    }
}

/// Writes the keys of a new table, in the order given.
fn write_entries(
    table: &'static Table,
    entries: &[Entry<'_>],
) -> Result<Vec<(&'static str, Written)>, EditFault> {
    let mut written: Vec<(&'static str, Written)> = Vec::new();
    for (key, _) in entries {
        let Some((_, field)) = table.field(key) else {
            return Err(EditFault::new(format!("{} has no key `{key}`", table.name)));
        };
        if written.iter().all(|(known, _)| *known != field.key) {
            let typed = entries.iter().filter(|(other, _)| other == key);
            let typed: Vec<String> = typed.map(|(_, typed)| (*typed).to_owned()).collect();
            written.push((field.key, write_value(field, &typed)?));
        }
    }
    Ok(written)
}

/// Refuses where another item stands under one; returns its name.
fn refuse_if_over_others(
    tree: &Tree<'_>,
    list: NodeId,
    item: NodeId,
    index: usize,
) -> Result<String, EditFault> {
    let text = |item: NodeId, key: &str| match tree.get(item, key).map(|node| &tree.node(node).value) {
        Some(Value::String(text)) => Some(text.trim().to_owned()),
        _ => None,
    };
    let Some(label) = text(item, "label") else { return Ok(format!("#{}", index + 1)) };
    let others = || tree.children(list).enumerate().filter(|(_, other)| *other != item);
    let twin = others().any(|(_, other)| text(other, "label").as_ref() == Some(&label));
    let under: Vec<String> = others()
        .filter(|(_, other)| text(*other, "under").as_ref() == Some(&label))
        .map(|(at, other)| text(other, "label").unwrap_or_else(|| format!("#{}", at + 1)))
        .collect();
    if twin || under.is_empty() {
        return Ok(label);
    }
    let message =
        format!("{} {} under {label}", and_list(&under), if under.len() == 1 { "stands" } else { "stand" });
    Err(EditFault::new(message).hint("remove what stands under it first, or set its `under`"))
}

fn set_edits(blocks: &Blocks<'_, '_>, target: &Target, value: &Written) -> Result<Vec<Edit>, EditFault> {
    let Some(node) = find(blocks.tree, &target.steps) else {
        return match find(blocks.tree, &target.owner()) {
            Some(owner) => insert_key(blocks, owner, target.field.key, value),
            None => Ok(vec![insert_table(blocks, target.table.path, target.field.key, value)]),
        };
    };
    let there = blocks.tree.node(node);
    if matches!(there.value, Value::Tables | Value::Table(_)) {
        return Err(super::insert::cannot(blocks, there.span, "a table stands where this value belongs"));
    }
    if let Some(edits) = set_elements(blocks, node, value)? {
        return Ok(edits);
    }
    let with = if blocks.has_line(node) { long(blocks, value) } else { value.short.clone() };
    Ok(vec![Edit::replace(there.span, with)])
}

/// Finds what stands at the end of a way.
fn find(tree: &Tree<'_>, steps: &Steps) -> Option<NodeId> {
    steps.0.iter().try_fold(tree.root(), |at, step| match step {
        Step::Key(key) => tree.get(at, key),
        Step::Item(index) => tree.children(at).nth(*index),
    })
}

/// Whether two texts are the same record, with the same faults.
fn same_record(path: &str, before: &str, after: &str) -> bool {
    read(path, before.as_bytes(), |before| {
        read(path, after.as_bytes(), |after| {
            before.inspection == after.inspection && before.findings.len() == after.findings.len()
        })
    })
}
