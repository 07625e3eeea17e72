//! Fills an item and its updates.

use chrono::NaiveDate;

use super::super::fields;
use super::super::reader::{Fill, Reader};
use super::super::values::FieldValue::{self, Date, Day, Flag, Tables, Text, Texts, Word};
use crate::model::{ItemKind, Outcome, Recommendation, Status, Update};

impl<'a> Fill<'a> for Recommendation<'a> {
    fn fill(&mut self, key: &'static str, value: FieldValue<'a>, reader: &Reader<'_, 'a>) {
        match (key, value) {
            ("label", Text(text)) => self.label = Some(text),
            ("kind", Word(at)) => self.kind = Some(ItemKind::ALL[at]),
            ("under", Text(text)) => self.under = Some(text),
            ("text", Text(text)) => self.text = text,
            ("addressed_to", Texts(texts)) => self.addressed_to = texts,
            ("ours", Flag(flag)) => self.ours = Some(flag),
            ("deadline", Text(text)) => self.deadline = Some(text),
            ("due", Date(date)) => self.due = Some(date),
            ("owner", Text(text)) => self.owner = Some(text),
            ("outcome", Word(at)) => self.outcome = Some(Outcome::ALL[at]),
            ("action", Text(text)) => self.action = Some(text),
            ("no_action_because", Text(text)) => self.no_action_because = Some(text),
            ("update", Tables(nodes)) => {
                for node in nodes {
                    let mut update = Update::on(NaiveDate::MIN);
                    if reader.table(&fields::UPDATE, node, &mut update) {
                        self.updates.push(update);
                    }
                }
            }
            (key, _) => debug_assert!(false, "`{key}` stands in the table of fields and is not filled"),
        }
    }
}

impl<'a> Fill<'a> for Update<'a> {
    fn fill(&mut self, key: &'static str, value: FieldValue<'a>, _: &Reader<'_, 'a>) {
        match (key, value) {
            ("date", Day(day)) => self.date = day,
            ("status", Word(at)) => self.status = Some(Status::ALL[at]),
            ("inspectorate_status", Text(text)) => self.inspectorate_status = Some(text),
            ("by", Text(text)) => self.by = Some(text),
            ("signed_off_by", Text(text)) => self.signed_off_by = Some(text),
            ("note", Text(text)) => self.note = Some(text),
            ("target", Date(date)) => self.target = Some(date),
            ("due", Date(date)) => self.due = Some(date),
            ("superseded_by", Text(text)) => self.superseded_by = Some(text),
            ("public", Flag(flag)) => self.public = Some(flag),
            (key, _) => debug_assert!(false, "`{key}` stands in the table of fields and is not filled"),
        }
    }
}
