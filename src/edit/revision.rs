//! A record's text under change: each step is made as edits, read again, and proved to have changed nothing else.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::blocks::Blocks;
use super::insert::{insert_key, insert_table, long};
use super::list::{append, braces, take_out};
use super::references::references;
use super::said::{Said, said};
use super::unset::unset;
use super::{EditFault, Target, Written, find_item, write_value};
use crate::diagnostic::Finding;
use crate::schema::tree::{NodeId, SyntaxFaultKind, Tree, Value};
use crate::schema::{RECOMMENDATION, RESPONSE, SENT, Step, Steps, Table, UPDATE, read};
use crate::text::{Edit, and_list, apply_edits};

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

    /// Gives a key a value as it was typed; several for a key that holds a list. The same value changes nothing.
    pub fn set(&mut self, key: &str, typed: &[String]) -> Result<(), EditFault> {
        let (tree, _) = Tree::read(&self.text);
        let target = Target::find(key, &tree)?;
        let value = write_value(target.field, typed)?;
        let blocks = Blocks::of(&self.text, &tree);
        let edit = set_edit(&blocks, &target, &value)?;
        let steps = target.steps.to_string();
        let text = self.proved(&[edit], |before, after| leave_out(&steps, [before, after]))?;
        if !same_record(&self.path, &self.text, &text) {
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
        let edit = unset(&Blocks::of(&self.text, &tree), owner, node)?;
        let steps = target.steps.to_string();
        self.text = self.proved(&[edit], |before, after| leave_out(&steps, [before, after]))?;
        self.note(steps);
        Ok(())
    }

    /// Adds an update to an item, named by its label or `#N`.
    pub fn add_update(&mut self, item: &str, entries: &[Entry<'_>]) -> Result<(), EditFault> {
        let (tree, _) = Tree::read(&self.text);
        let list = tree.get(tree.root(), RECOMMENDATION.path);
        let index = find_item(&tree, list, item, "recommendation")?;
        self.append(&Steps::item(index), &UPDATE, entries)
    }

    /// Adds an item to the report; returns its position, from 1.
    pub fn add_recommendation(&mut self, entries: &[Entry<'_>]) -> Result<usize, EditFault> {
        self.append(&Steps::default(), &RECOMMENDATION, entries)?;
        let (tree, _) = Tree::read(&self.text);
        Ok(tree.get(tree.root(), RECOMMENDATION.path).map_or(0, |list| tree.children(list).count()))
    }

    /// Notes a copy that was sent.
    pub fn add_copy(&mut self, to: &str, on: &str) -> Result<(), EditFault> {
        self.append(&Steps::root(RESPONSE.path), &SENT, &[("to", to), ("on", on)])
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
        let edits = take_out(&Blocks::of(&self.text, &tree), list, node)?;
        let steps = steps.to_string();
        self.text = self.proved(&edits, |before, after| close_gap(before, after, index))?;
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
        let text = self.proved(&edits, |before, after| {
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

    fn append(
        &mut self,
        owner: &Steps,
        table: &'static Table,
        entries: &[Entry<'_>],
    ) -> Result<(), EditFault> {
        let written = write_entries(table, entries)?;
        let (tree, _) = Tree::read(&self.text);
        let blocks = Blocks::of(&self.text, &tree);
        let list = owner.clone().key(table.key());
        let there = find(&tree, &list).map_or(0, |list| tree.children(list).count());
        let empty = list.to_string();
        let steps = list.at(there).to_string();
        let edit = if let Some(node) = find(&tree, owner) {
            append(&blocks, node, table, &written)?
        } else {
            let value = Written::same(format!("[{}]", braces(&written)));
            insert_table(&blocks, RESPONSE.path, table.key(), &value)
        };
        self.text = self.proved(&[edit], |before, after| {
            before.retain(|path, _| *path != empty);
            leave_out(&steps, [before, after]);
        })?;
        for (key, _) in written {
            self.note(format!("{steps}.{key}"));
        }
        Ok(())
    }

    /// Makes the edits and proves by reading that the record says what it said, once `level` has taken the change out of what
    /// it said before and says after.
    fn proved(
        &self,
        edits: &[Edit],
        level: impl Fn(&mut BTreeMap<String, Said>, &mut BTreeMap<String, Said>),
    ) -> Result<String, EditFault> {
        let text = apply_edits(&self.text, edits).ok_or_else(not_safe)?;
        let says = |text: &str| {
            let (tree, _) = Tree::read(text);
            let mut said = said(&tree, text);
            said.retain(|_, value| *value != Said::EmptyTable);
            said
        };
        let (mut before, mut after) = (says(&self.text), says(&text));
        level(&mut before, &mut after);
        if misread(&text) > 0 || before != after { Err(not_safe()) } else { Ok(text) }
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

fn not_safe() -> EditFault {
    EditFault::new("this cannot be changed without touching other lines, so nothing was")
        .hint("`track fmt` gives the record the usual layout, where it can; `track edit` opens it")
}

fn set_edit(blocks: &Blocks<'_, '_>, target: &Target, value: &Written) -> Result<Edit, EditFault> {
    let Some(node) = find(blocks.tree, &target.steps) else {
        return match find(blocks.tree, &target.owner()) {
            Some(owner) => insert_key(blocks, owner, target.field.key, value),
            None => Ok(insert_table(blocks, target.table.path, target.field.key, value)),
        };
    };
    let there = blocks.tree.node(node);
    match there.value {
        Value::Tables | Value::Table(_) => {
            Err(super::insert::cannot(blocks, there.span, "a table stands where this value belongs"))
        }
        _ if blocks.has_line(node) => Ok(Edit::replace(there.span, long(blocks, value))),
        _ => Ok(Edit::replace(there.span, value.short.clone())),
    }
}

/// Finds what stands at the end of a way.
fn find(tree: &Tree<'_>, steps: &Steps) -> Option<NodeId> {
    steps.0.iter().try_fold(tree.root(), |at, step| match step {
        Step::Key(key) => tree.get(at, key),
        Step::Item(index) => tree.children(at).nth(*index),
    })
}

/// Whether a path is that of a key, or of something in it.
fn is_within(path: &str, key: &str) -> bool {
    path.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Takes a key, and what is in it, out of what a record says.
fn leave_out(key: &str, all: [&mut BTreeMap<String, Said>; 2]) {
    for said in all {
        said.retain(|path, _| !is_within(path, key));
    }
}

/// Takes an item out of what a record said, and counts the later ones down.
fn close_gap(before: &mut BTreeMap<String, Said>, after: &mut BTreeMap<String, Said>, index: usize) {
    let list = RECOMMENDATION.path;
    let moved = std::mem::take(before).into_iter().filter_map(|(path, said)| {
        let rest = path.strip_prefix(list).and_then(|rest| rest.strip_prefix("[#"));
        let Some((position, rest)) = rest.and_then(|rest| rest.split_once(']')) else {
            return Some((path, said));
        };
        let position: usize = position.parse().unwrap_or(0);
        match position.cmp(&(index + 1)) {
            Ordering::Less => Some((path, said)),
            Ordering::Equal => None,
            Ordering::Greater => Some((format!("{list}[#{}]{rest}", position - 1), said)),
        }
    });
    *before = moved.collect();
    after.retain(|path, _| path != list);
}

/// How many faults of syntax a text has that may hide what stands in it.
pub(super) fn misread(text: &str) -> usize {
    Tree::read(text).1.iter().filter(|fault| !matches!(fault.kind, SyntaxFaultKind::Toml11)).count()
}

/// Whether two texts are the same record, with the same faults.
fn same_record(path: &str, before: &str, after: &str) -> bool {
    read(path, before.as_bytes(), |before| {
        read(path, after.as_bytes(), |after| {
            before.inspection == after.inspection && before.findings.len() == after.findings.len()
        })
    })
}
