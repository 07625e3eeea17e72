//! Walks the tree of a record by the table of fields: every fault is reported, what can be read is read.

use std::cell::Cell;

use super::faults::{MISSING_KEY, UNKNOWN_KEY};
use super::field::{Field, Table};
use super::fields;
use super::mends;
use super::sink::Sink;
use super::tree::{NodeId, Tree};
use super::values::{FieldValue, Values};
use crate::model::{Inspection, InspectionType, PartialDate};
use crate::text::{Span, near, visible};

/// Something that is filled from a table's fields, one by one.
pub(super) trait Fill<'a> {
    /// Takes the value of a key; the kind of the value is the one the table of fields gives.
    fn fill(&mut self, key: &'static str, value: FieldValue<'a>, reader: &Reader<'_, 'a>);
}

/// Reads tables into things of the field.
pub(super) struct Reader<'t, 'a> {
    tree: &'t Tree<'a>,
    sink: &'t Sink<'a>,
    /// Whether a line may be there that the parser could make nothing of.
    misread: bool,
    is_complete: Cell<bool>,
}

/// A key that no record has, and the one that was likely meant.
struct Misspelt {
    node: NodeId,
    key: &'static str,
    is_certain: bool,
}

impl<'t, 'a> Reader<'t, 'a> {
    pub(super) const fn new(tree: &'t Tree<'a>, sink: &'t Sink<'a>, misread: bool) -> Self {
        Self { tree, sink, misread, is_complete: Cell::new(true) }
    }

    /// A record of which nothing could be read: an empty title, type `other`, date `unknown`.
    pub(super) fn nothing() -> Inspection<'a> {
        Inspection::new("".into(), InspectionType::Other, PartialDate::Unknown)
    }

    /// Reads the record, and tells whether every key that must be there could be read.
    pub(super) fn inspection(&self) -> (Inspection<'a>, bool) {
        let mut inspection = Self::nothing();
        self.table(&fields::INSPECTION, self.tree.root(), &mut inspection);
        (inspection, self.is_complete.get())
    }

    /// Reads one table into `thing`; true where every required key could be read.
    pub(super) fn table(&self, table: &'static Table, id: NodeId, thing: &mut impl Fill<'a>) -> bool {
        let values = Values { tree: self.tree, sink: self.sink };
        let (mut there, mut read) = (0_u64, 0_u64); // a bit per field: no table has as many as 64
        let mut misspelt = Vec::new();
        for child in self.tree.children(id) {
            let node = self.tree.node(child);
            let Some((position, field)) = table.field(&node.key) else {
                let meant = self.unknown_key(table, &node.key, node.key_span);
                misspelt.extend(meant.map(|(key, is_certain)| Misspelt { node: child, key, is_certain }));
                continue;
            };
            there |= 1 << position;
            if let Some(value) = values.read(field.key, field.kind, child) {
                read |= 1 << position;
                self.refuse_empty(field, &value, node.span);
                thing.fill(field.key, value, self);
            }
        }
        self.mend_keys(table, &misspelt, there);
        let mut complete = true;
        for (position, field) in table.fields.iter().enumerate().filter(|(_, field)| field.required) {
            complete &= read & (1 << position) != 0;
            // Where a misspelt key stands for it, that fault is told already.
            let is_misspelt = misspelt.iter().any(|found| found.key == field.key);
            if there & (1 << position) == 0 && !is_misspelt {
                self.missing_key(table, field, id);
            }
        }
        if !complete {
            self.is_complete.set(false);
        }
        complete
    }

    fn refuse_empty(&self, field: &Field, value: &FieldValue<'a>, span: Span) {
        if field.required && matches!(value, FieldValue::Text(text) if text.trim().is_empty()) {
            let message = format!("`{}` is empty", field.key);
            self.sink.report(&super::faults::VALUE_NOT_ALLOWED, span, message, "a text belongs here", None);
        }
    }

    /// Reports a key that no record has; returns the one that was likely meant, and whether that is certain.
    fn unknown_key(&self, table: &'static Table, key: &str, span: Span) -> Option<(&'static str, bool)> {
        if self.sink.is_full() {
            return None;
        }
        let keys = table.fields.iter().map(|field| field.key);
        let near = near(key, keys);
        let home =
            fields::TABLES.iter().find(|other| !std::ptr::eq(**other, table) && other.field(key).is_some());
        let help = if let Some(near) = near {
            format!("did you mean `{}`?", near.word)
        } else if let Some(home) = home {
            format!("`{key}` is a key of {}", home.name)
        } else {
            let keys: Vec<&str> = table.fields.iter().map(|field| field.key).collect();
            format!("keys of {}: {}", table.name, keys.join(", "))
        };
        let message = format!("unknown key `{}` in {}", visible(key), table.name);
        self.sink.report(&UNKNOWN_KEY, span, message, "no such key", Some(help));
        let near = near.filter(|near| near.is_sole)?;
        // One letter makes another word of a short one, and a key of another table may be meant as such.
        let is_slip = near.distance == 0 || (near.distance == 1 && key.len() > 3);
        Some((near.word, is_slip && home.is_none()))
    }

    /// Offers to mend misspelt keys: not one that is there already, nor one that two of them may mean.
    fn mend_keys(&self, table: &'static Table, misspelt: &[Misspelt], there: u64) {
        for found in misspelt {
            let is_there = table.field(found.key).is_some_and(|(position, _)| there & (1 << position) != 0);
            if is_there || misspelt.iter().filter(|other| other.key == found.key).count() > 1 {
                continue;
            }
            let depth = table.path.split('.').filter(|part| !part.is_empty()).count();
            let at = self.tree.node(found.node).key_span.start;
            self.sink.mend(at, |rule, _| {
                let text = self.sink.source.text;
                let fix = mends::rename(self.tree, text, found.node, depth, found.key)?;
                (rule == &UNKNOWN_KEY).then(|| fix.safe_if(found.is_certain))
            });
        }
    }

    fn missing_key(&self, table: &'static Table, field: &Field, id: NodeId) {
        let is_root = id == self.tree.root();
        if is_root && self.misread && self.is_written_but_unreadable(field.key) {
            return; // the line is there: its own fault is reported
        }
        let span = if is_root { Span::default() } else { self.tree.node(id).span };
        let message = format!("{} has no `{}`", table.name, field.key);
        let help = format!("{} {} = {}{}", field.doc, field.key, example(field), words(field));
        self.sink.report(&MISSING_KEY, span, message, &format!("`{}` is missing", field.key), Some(help));
    }

    /// Whether a line of the file begins with a root key that the parser could make nothing of.
    fn is_written_but_unreadable(&self, key: &str) -> bool {
        self.sink.source.text.lines().take_while(|line| !line.trim_start().starts_with('[')).any(|line| {
            line.trim_start()
                .strip_prefix(key)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-'))
        })
    }
}

/// How many words of a list are given as examples.
const FEW: usize = 5;

/// Some of the words that a field allows.
fn words(field: &Field) -> String {
    let super::field::FieldKind::Word(list) = field.kind else { return String::new() };
    let few = list.words.iter().take(FEW).copied().collect::<Vec<_>>().join(", ");
    if list.words.len() > FEW { format!(": {few}, …") } else { format!(": {few}") }
}

fn example(field: &Field) -> &'static str {
    match field.kind {
        super::field::FieldKind::Date | super::field::FieldKind::Day => "2020-03-09",
        _ => "\"…\"",
    }
}

#[cfg(test)]
mod tests {
    use crate::schema::read;

    fn missing(text: &str) -> Vec<String> {
        read("records/x.toml", text.as_bytes(), |reading| {
            let missing = reading.findings.iter().filter(|found| found.rule.name == "missing-key");
            missing.map(|found| found.label.clone()).collect()
        })
    }

    #[test]
    fn a_misspelt_key_is_told_once() {
        let head = "title = \"x\"\npublished = 2020-01-01\n";
        assert_eq!(missing(&format!("{head}tpye = \"peel\"\n")), Vec::<String>::new());
        assert_eq!(missing(&format!("{head}colour = \"peel\"\n")), ["`type` is missing"]);
        let help = read("records/x.toml", head.as_bytes(), |reading| reading.findings[0].help.clone());
        assert!(help.unwrap().ends_with("type = \"…\": national, peel, thematic, joint, custody, …"));
    }

    #[test]
    fn a_key_is_missing_though_a_line_of_a_text_begins_like_it() {
        let text =
            "type = \"peel\"\npublished = 2020-01-01\nkey_findings = \"\"\"\ntitle of the report\"\"\"\n";
        assert_eq!(missing(text), ["`title` is missing"]);
        let unreadable = "type = \"peel\"\npublished = 2020-01-01\ntitle of the report\n";
        assert_eq!(missing(unreadable), Vec::<String>::new(), "the line itself is told");
    }
}
