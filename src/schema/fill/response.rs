//! Fills a response and the copies sent.

use super::super::fields;
use super::super::reader::{Fill, Reader};
use super::super::values::FieldValue::{self, Comments, Date, Dates, Flag, Tables, Text};
use crate::model::{PartialDate, Response, Sent};

impl<'a> Fill<'a> for Response<'a> {
    fn fill(&mut self, key: &'static str, value: FieldValue<'a>, reader: &Reader<'_, 'a>) {
        match (key, value) {
            ("required", Flag(flag)) => self.required = Some(flag),
            ("because", Text(text)) => self.because = Some(text),
            ("covered_by", Text(text)) => self.covered_by = Some(text),
            ("answered_by", Text(text)) => self.answered_by = Some(text),
            ("invited", Date(date)) => self.invited = Some(date),
            ("comments_wanted_by", Date(date)) => self.comments_wanted_by = Some(date),
            ("comments_received", Comments(comments)) => self.comments_received = Some(comments),
            ("joint", Text(text)) => self.joint = Some(text),
            ("local_policing_body", Text(text)) => self.local_policing_body = Some(text),
            ("chief_officer", Text(text)) => self.chief_officer = Some(text),
            ("reply", Text(text)) => self.reply = Some(text),
            ("dated", Date(date)) => self.dated = Some(date),
            ("published", Date(date)) => self.published = Some(date),
            ("public_by", Date(date)) => self.public_by = Some(date),
            ("late_because", Text(text)) => self.late_because = Some(text),
            ("revised", Dates(dates)) => self.revised = dates,
            ("url", Text(text)) => self.url = Some(text),
            ("sent_to_inspectorate", Date(date)) => self.sent_to_inspectorate = Some(date),
            ("sent_to_secretary_of_state", Date(date)) => self.sent_to_secretary_of_state = Some(date),
            ("sent_to", Tables(nodes)) => {
                for node in nodes {
                    let mut sent = Sent { to: "".into(), on: PartialDate::Unknown };
                    reader.table(&fields::SENT, node, &mut sent);
                    self.sent_to.push(sent);
                }
            }
            ("portal_reference", Text(text)) => self.portal_reference = Some(text),
            ("signed_by", Text(text)) => self.signed_by = Some(text),
            ("office_held", Text(text)) => self.office_held = Some(text),
            (key, _) => debug_assert!(false, "`{key}` stands in the table of fields and is not filled"),
        }
    }
}

impl<'a> Fill<'a> for Sent<'a> {
    fn fill(&mut self, key: &'static str, value: FieldValue<'a>, _: &Reader<'_, 'a>) {
        match (key, value) {
            ("to", Text(text)) => self.to = text,
            ("on", Date(date)) => self.on = date,
            (key, _) => debug_assert!(false, "`{key}` stands in the table of fields and is not filled"),
        }
    }
}
