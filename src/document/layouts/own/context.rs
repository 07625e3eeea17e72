//! The values of a template, from a record: what is public of it, and nothing else.

use minijinja::Value;
use serde::Serialize;

use super::form::Form;
use crate::document::block::{Block, Line, one_line};
use crate::document::draft::{notice, title};
use crate::document::duty_statement::duty_statement;
use crate::document::items;
use crate::document::layouts::parts::{count_sentences, elsewhere, type_of_inspection};
use crate::document::layouts::statutory::last_day;
use crate::document::prose::prose;
use crate::document::subject::{Subject, says};
use crate::model::{Forces, Language, PartialDate, Recommendation, Text};

/// What a template is filled with.
#[derive(Serialize)]
pub(super) struct Context {
    title: String,
    draft: bool,
    notice: Value,
    gaps: Vec<GapOf>,
    office: OfficeOf,
    duty_statement: Value,
    report: ReportOf,
    counts: Value,
    recommendations: Vec<ItemOf>,
    response: ResponseOf,
}

#[derive(Serialize)]
struct GapOf {
    words: String,
    law: Option<&'static str>,
}

#[derive(Serialize)]
struct OfficeOf {
    name: Option<String>,
    local_policing_body: String,
    short: Option<String>,
    chief_officer: String,
    force: Option<String>,
}

#[derive(Serialize)]
struct Date {
    words: String,
    iso: String,
}

#[derive(Serialize)]
struct ReportOf {
    title: String,
    linked_title: Value,
    r#type: String,
    published: Date,
    corrected: Vec<Date>,
    inspected: Vec<Date>,
    inspectorates: String,
    inspectorates_short: String,
    forces: Option<String>,
    language: &'static str,
    url: Option<String>,
    last_day: Option<String>,
    key_findings: Value,
    judgments: Vec<JudgmentOf>,
}

#[derive(Serialize)]
struct JudgmentOf {
    question: String,
    grade: String,
}

#[derive(Serialize)]
struct ItemOf {
    heading: String,
    kind: &'static str,
    label: Option<String>,
    text: Value,
    words: String,
    facts: Vec<Fact>,
    deadline: Option<String>,
    deadline_as_date: Option<String>,
    decision: Option<&'static str>,
    explanation: Vec<Explanation>,
    unexplained: bool,
}

#[derive(Serialize)]
struct Fact {
    label: String,
    value: String,
}

#[derive(Serialize)]
struct Explanation {
    heading: &'static str,
    text: Value,
    words: String,
}

#[derive(Serialize)]
struct ResponseOf {
    date: Option<Date>,
    dated: Option<Date>,
    revised: Vec<Date>,
    about: Value,
    joint: Value,
    local_policing_body: Value,
    chief_officer: Value,
    reply: Value,
    late_because: Value,
    url: Option<String>,
    signed_by: Option<String>,
    office_held: Option<String>,
    copies: Vec<Copy>,
}

#[derive(Serialize)]
struct Copy {
    to: String,
    date: Date,
}

impl Context {
    /// Takes what is public from a record.
    pub(super) fn of(subject: &Subject<'_>, form: Form) -> Self {
        let inspection = subject.inspection;
        let gaps = subject.gaps().iter().filter(|gap| !gap.comes_after);
        let draft = subject.is_draft();
        let maker = Maker { subject, form };
        Self {
            title: title(subject),
            draft,
            notice: maker.blocks(&if draft { vec![notice(subject)] } else { Vec::new() }),
            gaps: gaps.map(|gap| GapOf { words: gap.words.clone(), law: gap.law }).collect(),
            office: maker.office(),
            duty_statement: maker
                .blocks(&duty_statement(subject).map(|own| prose(&own, None)).unwrap_or_default()),
            report: maker.report(),
            counts: maker.blocks(&count_sentences(subject)),
            recommendations: inspection
                .recommendations
                .iter()
                .enumerate()
                .map(|(index, item)| maker.item(index, item))
                .collect(),
            response: maker.response(),
        }
    }
}

/// Makes the parts of a context.
struct Maker<'m> {
    subject: &'m Subject<'m>,
    form: Form,
}

impl Maker<'_> {
    /// Blocks as ready markup; nothing where there are none.
    fn blocks(&self, blocks: &[Block]) -> Value {
        let text = self.form.blocks(blocks);
        if text.trim().is_empty() { Value::from(()) } else { Value::from_safe_string(text) }
    }

    fn prose(&self, text: Option<&Text<'_>>, language: Option<Language>) -> Value {
        self.blocks(&says(text).map(|text| prose(text, language)).unwrap_or_default())
    }

    fn office(&self) -> OfficeOf {
        let office = &self.subject.office;
        let known = |name: &Option<String>| name.as_deref().map(one_line).filter(|name| !name.is_empty());
        OfficeOf {
            name: known(&office.name),
            local_policing_body: one_line(&office.local_policing_body),
            short: known(&office.short),
            chief_officer: one_line(&office.chief_officer),
            force: known(&office.force),
        }
    }

    fn report(&self) -> ReportOf {
        let (subject, inspection) = (self.subject, self.subject.inspection);
        let linked = Line::of(&inspection.title, subject.language()).linked(inspection.url.as_deref());
        let forces = inspection.forces.as_ref().map(|forces| match forces {
            Forces::All => "all".to_owned(),
            Forces::Named(names) => {
                crate::text::and_list(&names.iter().map(|name| one_line(name)).collect::<Vec<_>>())
            }
        });
        let judgments = inspection.judgments.iter();
        ReportOf {
            title: one_line(&inspection.title),
            linked_title: Value::from_safe_string(self.form.line(&linked)),
            r#type: type_of_inspection(subject).plain(),
            published: date(inspection.published),
            corrected: inspection.corrected.iter().copied().map(date).collect(),
            inspected: inspection.inspected.iter().copied().map(date).collect(),
            inspectorates: subject.inspectorates_in_full(),
            inspectorates_short: subject.inspectorate_in_short(),
            forces,
            language: inspection.language.unwrap_or(Language::English).as_str(),
            url: web_address(inspection.url.as_ref()),
            last_day: subject.row.standing.last_day.filter(|_| subject.is_owed()).map(last_day),
            key_findings: self.prose(inspection.key_findings.as_ref(), subject.language()),
            judgments: judgments
                .map(|judgment| JudgmentOf {
                    question: one_line(&judgment.question),
                    grade: one_line(&judgment.grade),
                })
                .collect(),
        }
    }

    fn item(&self, index: usize, item: &Recommendation<'_>) -> ItemOf {
        let subject = self.subject;
        let facts = items::facts(subject, item).into_iter();
        let parts = items::explanation(subject, item).into_iter();
        ItemOf {
            heading: items::heading(subject, index).plain(),
            kind: items::kind(item.kind()),
            label: says(item.label.as_ref()).map(one_line),
            text: self.blocks(&prose(&item.text, subject.language())),
            words: one_line(&item.text),
            deadline: items::deadline(subject, item),
            deadline_as_date: items::deadline_in_words(subject, item),
            decision: item.outcome.map(items::decision),
            facts: facts.map(|(label, line)| Fact { label, value: line.plain() }).collect(),
            explanation: parts
                .map(|part| Explanation {
                    heading: part.head,
                    text: self.blocks(&part.blocks),
                    words: words(&part.blocks),
                })
                .collect(),
            unexplained: items::is_unexplained(subject, item),
        }
    }

    fn response(&self) -> ResponseOf {
        let response = self.subject.response();
        let text = |key: &str| {
            let texts = response.map(crate::model::Response::texts);
            let found = texts.iter().flatten().find(|(name, _)| *name == key);
            self.prose(found.and_then(|(_, text)| *text), None)
        };
        let copies = response.into_iter().flat_map(|response| {
            let inspectorate = response.sent_to_inspectorate.map(|on| ("The inspectorate".to_owned(), on));
            let secretary =
                response.sent_to_secretary_of_state.map(|on| ("The Secretary of State".to_owned(), on));
            let others = response.sent_to.iter().map(|sent| (one_line(&sent.to), sent.on));
            inspectorate.into_iter().chain(secretary).chain(others)
        });
        let line = |text: Option<&Text<'_>>| says(text).map(one_line);
        ResponseOf {
            date: self.subject.date.map(date),
            dated: response.and_then(|response| response.dated).map(date),
            revised: response
                .map(|response| response.revised.iter().copied().map(date).collect())
                .unwrap_or_default(),
            about: self.blocks(&elsewhere(self.subject)),
            joint: text("joint"),
            local_policing_body: text("local_policing_body"),
            chief_officer: text("chief_officer"),
            reply: text("reply"),
            late_because: self.prose(response.and_then(|response| response.late_because.as_ref()), None),
            url: web_address(response.and_then(|response| response.url.as_ref())),
            signed_by: line(response.and_then(|response| response.signed_by.as_ref())),
            office_held: line(response.and_then(|response| response.office_held.as_ref())),
            copies: copies.map(|(to, on)| Copy { to, date: date(on) }).collect(),
        }
    }
}

/// Prose in one line; an item of a list begins with a hyphen.
fn words(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(line) => vec![line.plain()],
            Block::List(items) => items.iter().map(|item| format!("- {}", words(item))).collect(),
            // There is nothing else in prose.
            _ => Vec::new(),
        })
        .collect();
    parts.join(" ")
}

fn date(date: PartialDate) -> Date {
    Date { words: date.in_words(), iso: date.to_string() }
}

/// An address that can be led to.
fn web_address(url: Option<&Text<'_>>) -> Option<String> {
    let line = Line::from("x").linked(says(url));
    line.0.into_iter().next().and_then(|piece| piece.link)
}
