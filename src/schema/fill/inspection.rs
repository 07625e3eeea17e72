//! Fills an inspection and its judgments.

use super::super::fields;
use super::super::reader::{Fill, Reader};
use super::super::values::FieldValue::{self, Count, Date, Dates, Forces, Table, Tables, Text, Texts, Word};
use crate::model::{DutyKind, Inspection, InspectionType, Judgment, Language, Recommendation, Response};

impl<'a> Fill<'a> for Inspection<'a> {
    fn fill(&mut self, key: &'static str, value: FieldValue<'a>, reader: &Reader<'_, 'a>) {
        match (key, value) {
            ("title", Text(text)) => self.title = text,
            ("type", Word(at)) => self.inspection_type = InspectionType::ALL[at],
            ("type_as_printed", Text(text)) => self.type_as_printed = Some(text),
            ("published", Date(date)) => self.published = date,
            ("corrected", Dates(dates)) => self.corrected = dates,
            ("duty", Word(at)) => self.duty = Some(DutyKind::ALL[at]),
            ("requested_by", Date(date)) => self.requested_by = Some(date),
            ("inspectorates", Texts(texts)) => self.inspectorates = texts,
            ("forces", Forces(forces)) => self.forces = Some(forces),
            ("url", Text(text)) => self.url = Some(text),
            ("inspected", Dates(dates)) => self.inspected = dates,
            ("language", Word(at)) => self.language = Some(Language::ALL[at]),
            ("recommendations_made", Count(count)) => self.recommendations_made = Some(count),
            ("recommendations_for_police", Count(count)) => self.recommendations_for_police = Some(count),
            ("recommendations_intro", Text(text)) => self.recommendations_intro = Some(text),
            ("key_findings", Text(text)) => self.key_findings = Some(text),
            ("follows", Texts(texts)) => self.follows = texts,
            ("judgment", Tables(nodes)) => {
                for node in nodes {
                    let mut judgment = Judgment { question: "".into(), grade: "".into() };
                    reader.table(&fields::JUDGMENT, node, &mut judgment);
                    self.judgments.push(judgment);
                }
            }
            ("recommendation", Tables(nodes)) => {
                for node in nodes {
                    let mut item = Recommendation::default();
                    reader.table(&fields::RECOMMENDATION, node, &mut item);
                    self.recommendations.push(item);
                }
            }
            ("response", Table(node)) => {
                let mut response = Response::default();
                reader.table(&fields::RESPONSE, node, &mut response);
                self.response = Some(response);
            }
            (key, _) => debug_assert!(false, "`{key}` stands in the table of fields and is not filled"),
        }
    }
}

impl<'a> Fill<'a> for Judgment<'a> {
    fn fill(&mut self, key: &'static str, value: FieldValue<'a>, _: &Reader<'_, 'a>) {
        match (key, value) {
            ("question", Text(text)) => self.question = text,
            ("grade", Text(text)) => self.grade = text,
            (key, _) => debug_assert!(false, "`{key}` stands in the table of fields and is not filled"),
        }
    }
}
