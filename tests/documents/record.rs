//! Records made up by chance: every key that a document has words of, and words that are taken for markup elsewhere.

use std::borrow::Cow;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use track::model::{
    Forces, Inspection, InspectionType, ItemKind, Judgment, PartialDate, Recommendation, Response, Sent,
    Status, Text, Update,
};

/// What stands between the words: markup, formulas, what hides or steers.
const BETWEEN: [&str; 44] = [
    "",
    "",
    "",
    "<b>x</b>",
    "&amp;",
    "&",
    "<!--",
    "-->",
    "]]>",
    "=1+1",
    "@x",
    "+1",
    "-1",
    "\u{202e}",
    "\u{1b}[31m",
    "\u{ad}",
    "\u{200b}",
    "*a*",
    "_b_",
    "__c__",
    "`d`",
    "#",
    "# e",
    "1.",
    "1)",
    "> f",
    "| g |",
    "~~~",
    "```",
    "[h](i)",
    "![j](k)",
    "<https://example.org>",
    "\\",
    "\\n",
    "{{ l }}",
    "{% m %}",
    "$n$",
    "^o^",
    "~p~",
    "ŵŷ",
    "’",
    "😀",
    "\u{a0}",
    "</w:t>",
];

/// Texts whose every word is new: `zqN` counts on. The lines are paragraphs, or items of a list.
fn text(lines: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(usize, Vec<usize>)>> {
    vec((0..6_usize, vec(0..BETWEEN.len(), 1..5)), lines)
}

/// Writes a text out.
fn write(shape: &[(usize, Vec<usize>)], count: &mut usize) -> String {
    let mut out = String::new();
    for (start, words) in shape {
        out.push_str(["", "\n", "- ", "• ", "\n\n", "\r\n"][*start]);
        for between in words {
            *count += 1;
            out.push_str(&format!("zq{count}e {} ", BETWEEN[*between]));
        }
        out.push('\n');
    }
    out
}

type Shape = Vec<(usize, Vec<usize>)>;

#[derive(Debug, Clone)]
struct Item {
    kind: Option<ItemKind>,
    label: Option<Shape>,
    text: Shape,
    addressed_to: Vec<Shape>,
    deadline: Option<Shape>,
    action: Option<Shape>,
    reason: Option<Shape>,
    notes: Vec<(bool, Shape)>,
}

fn item() -> impl Strategy<Value = Item> {
    let kinds = prop_oneof![
        Just(None),
        Just(Some(ItemKind::CauseOfConcern)),
        Just(Some(ItemKind::AreaForImprovement)),
        Just(Some(ItemKind::Practice))
    ];
    let line = || text(1..2);
    (
        kinds,
        option::of(line()),
        text(1..5),
        vec(line(), 0..3),
        option::of(line()),
        option::of(text(1..5)),
        option::of(text(1..3)),
        vec((any::<bool>(), text(1..4)), 0..3),
    )
        .prop_map(|(kind, label, text, addressed_to, deadline, action, reason, notes)| Item {
            kind,
            label,
            text,
            addressed_to,
            deadline,
            action,
            reason,
            notes,
        })
}

/// Any record that has a response.
pub(crate) fn any_record() -> impl Strategy<Value = Inspection<'static>> {
    let long = || option::of(text(1..6));
    let line = || option::of(text(1..2));
    (
        (text(1..2), line(), long(), vec((text(1..2), text(1..2)), 0..3), long(), vec(item(), 0..4)),
        (any::<bool>(), long(), long(), long(), long(), line(), line(), vec(text(1..2), 0..3)),
    )
        .prop_map(|(report, response)| {
            let mut count = 0;
            let mut write = |shape: &Shape| -> Text<'static> { Cow::Owned(write(shape, &mut count)) };
            let (title, printed, findings, judgments, intro, items) = report;
            let (is_joint, one, two, three, late, signed, office, sent) = response;
            let title = write(&title);
            let mut inspection = Inspection::new(
                title,
                InspectionType::National,
                PartialDate::from_record_text("2020-05-09").unwrap(),
            );
            inspection.type_as_printed = printed.as_ref().map(&mut write);
            inspection.forces = Some(Forces::All);
            inspection.key_findings = findings.as_ref().map(&mut write);
            inspection.judgments = judgments
                .iter()
                .map(|(question, grade)| Judgment { question: write(question), grade: write(grade) })
                .collect();
            inspection.recommendations_intro = intro.as_ref().map(&mut write);
            inspection.recommendations = items.iter().map(|item| made(item, &mut write)).collect();
            let mut own =
                Response { published: PartialDate::from_record_text("2020-06-30"), ..Response::default() };
            if is_joint {
                own.joint = one.as_ref().map(&mut write);
            } else {
                own.local_policing_body = one.as_ref().map(&mut write);
                own.chief_officer = two.as_ref().map(&mut write);
            }
            own.reply = three.as_ref().map(&mut write);
            own.late_because = late.as_ref().map(&mut write);
            own.signed_by = signed.as_ref().map(&mut write);
            own.office_held = office.as_ref().map(&mut write);
            own.sent_to = sent
                .iter()
                .map(|to| Sent { to: write(to), on: PartialDate::from_record_text("2020-07").unwrap() })
                .collect();
            inspection.response = Some(own);
            inspection
        })
}

fn made(item: &Item, write: &mut impl FnMut(&Shape) -> Text<'static>) -> Recommendation<'static> {
    Recommendation {
        kind: item.kind,
        label: item.label.as_ref().map(&mut *write),
        text: write(&item.text),
        addressed_to: item.addressed_to.iter().map(&mut *write).collect(),
        deadline: item.deadline.as_ref().map(&mut *write),
        action: item.action.as_ref().map(&mut *write),
        no_action_because: item.reason.as_ref().map(&mut *write),
        updates: item
            .notes
            .iter()
            .map(|(public, note)| Update {
                status: Some(Status::InProgress),
                note: Some(write(note)),
                public: Some(*public),
                ..Update::on("2020-06-01".parse().unwrap())
            })
            .collect(),
        ..Recommendation::default()
    }
}

/// Sixty recommendations with paragraphs of ten thousand characters.
pub(crate) fn large_record() -> Inspection<'static> {
    let mut count = 0;
    let mut paragraph = || -> Text<'static> { Cow::Owned(write(&[(0, vec![0; 1_000])], &mut count)) };
    let mut inspection = Inspection::new(
        "A report of sixty recommendations".into(),
        InspectionType::National,
        PartialDate::from_record_text("2020-05-09").unwrap(),
    );
    inspection.key_findings = Some(paragraph());
    for _ in 0..60 {
        let text = paragraph();
        inspection.recommendations.push(Recommendation {
            text,
            action: Some(paragraph()),
            ..Recommendation::default()
        });
    }
    inspection.response = Some(Response {
        joint: Some(paragraph()),
        published: PartialDate::from_record_text("2020-06-30"),
        ..Response::default()
    });
    inspection
}
