//! The one table of fields: every key of a record, in the order it is written.

use super::field::{Field, FieldKind, Table};
use crate::model::{DutyKind, InspectionType, ItemKind, Language, Outcome, Status};

use FieldKind::{
    Count, Date, DateOrNone, Dates, Day, Flag, Forces, Prose, Tables, Text, Texts, Url, Visit, Word,
};

/// A record: the report, and everything below it.
pub static INSPECTION: Table = Table {
    path: "",
    name: "a record",
    fields: &[
        Field::new("title", Text, "The title of the report, as printed.").required(),
        Field::new("type", Word(InspectionType::WORDS), "The type of the inspection.").required(),
        Field::new("type_as_printed", Text, "The type in the document's own words."),
        Field::new("published", Date, "When the inspectorate published the report: day 1 of the 56.")
            .required(),
        Field::new("corrected", Dates, "When it was re-issued; the last day still counts from `published`."),
        Field::new(
            "duty",
            Word(DutyKind::WORDS),
            "The duty to respond; `none` by default for fire and super-complaint.",
        ),
        Field::new("requested_by", Date, "By when a response was asked for, where the duty is `requested`."),
        Field::new("inspectorates", Texts, "Who inspected; HMICFRS by default."),
        Field::new(
            "forces",
            Forces,
            "The forces it concerns, or \"all\"; absent where the report does not say.",
        ),
        Field::new("url", Url, "Where the report is."),
        Field::new("inspected", Visit, "The visit: its first and last date."),
        Field::new("language", Word(Language::WORDS), "The language of the report; English by default."),
        Field::new(
            "recommendations_made",
            Count,
            "How many recommendations the whole report makes, to everybody.",
        ),
        Field::new("recommendations_for_police", Count, "How many of them are for the police."),
        Field::new(
            "recommendations_intro",
            Prose,
            "The office's sentence before the list, printed as it stands.",
        ),
        Field::new("key_findings", Prose, "The key findings."),
        Field::new("follows", Texts, "Ids of earlier records whose subject this one takes up."),
        Field::new("judgment", Tables(&JUDGMENT), "Graded judgments, of PEEL and the like."),
        Field::new("recommendation", Tables(&RECOMMENDATION), "What the report asks for."),
        Field::new("response", FieldKind::Table(&RESPONSE), "The response of the local policing body."),
    ],
};

/// A graded judgment.
pub static JUDGMENT: Table = Table {
    path: "judgment",
    name: "a judgment",
    fields: &[
        Field::new("question", Text, "The question or heading that is graded.").required(),
        Field::new("grade", Text, "The grade as printed.").required(),
    ],
};

/// An item of the report.
pub static RECOMMENDATION: Table = Table {
    path: "recommendation",
    name: "a recommendation",
    fields: &[
        Field::new("label", Text, "The label as printed, such as \"3a\"; absent if it has none."),
        Field::new("kind", Word(ItemKind::WORDS), "The kind of the item; a recommendation by default."),
        Field::new("under", Text, "The label of the cause of concern it stands under."),
        Field::new("text", Prose, "The text as printed.").required(),
        Field::new("addressed_to", Texts, "Whom it is addressed to, as printed."),
        Field::new(
            "ours",
            Flag,
            "Whether it is for this force or local policing body; absent until somebody has decided.",
        ),
        Field::new("deadline", Text, "The deadline as printed: a phrase."),
        Field::new("due", Date, "What the phrase means; derived from it where that is safe."),
        Field::new("owner", Text, "Who has it.").private(),
        Field::new("outcome", Word(Outcome::WORDS), "What was decided about it."),
        Field::new("action", Prose, "What the local policing body has done or proposes: section 55(5B)(a)."),
        Field::new("no_action_because", Prose, "Why it takes no action: section 55(5B)(b)."),
        Field::new("update", Tables(&UPDATE), "Its history: dated, never rewritten."),
    ],
};

/// An update of an item.
pub static UPDATE: Table = Table {
    path: "recommendation.update",
    name: "an update",
    fields: &[
        Field::new("date", Day, "The day.").required(),
        Field::new("status", Word(Status::WORDS), "The status from that day."),
        Field::new("inspectorate_status", Text, "The inspectorate's own word for it."),
        Field::new("by", Text, "Who wrote it.").private(),
        Field::new("signed_off_by", Text, "Who signed it off.").private(),
        Field::new("note", Prose, "What happened; private unless `public = true`."),
        Field::new("target", Date, "The office's own date to be done by; never replaces `due`."),
        Field::new("due", Date, "The deadline as the inspectorate itself moved it."),
        Field::new("superseded_by", Text, "The id of the record that takes it up."),
        Field::new("public", Flag, "Whether the note may stand on public pages; not by default."),
    ],
};

/// The response.
pub static RESPONSE: Table = Table {
    path: "response",
    name: "a response",
    fields: &[
        Field::new("required", Flag, "Whether a response is required; it is by default."),
        Field::new("because", Prose, "Why none is required, or why another covers it."),
        Field::new("covered_by", Text, "The id of the record whose response covers this report."),
        Field::new("answered_by", Text, "The id of the record whose response answers this report as well."),
        Field::new("invited", Date, "When the chief officer was invited to comment: section 55(4).")
            .private(),
        Field::new("comments_wanted_by", Date, "By when the comments were wanted.").private(),
        Field::new("comments_received", DateOrNone, "When they came; \"none\": invited, none submitted.")
            .private(),
        Field::new("joint", Prose, "One text of both; never beside the parts."),
        Field::new("local_policing_body", Prose, "The local policing body's comments: section 55(5)(a)."),
        Field::new("chief_officer", Prose, "The chief officer's comments: section 55(5)(b)."),
        Field::new("reply", Prose, "The local policing body's reply to them: section 55(5)(c)."),
        Field::new("dated", Date, "The document's own date; never taken for the day of publication."),
        Field::new(
            "published",
            Date,
            "The first day on which all of it was public; \"unknown\": published, day not known.",
        ),
        Field::new(
            "public_by",
            Date,
            "A day on which it was seen public: bounds an unknown or imprecise day.",
        ),
        Field::new("late_because", Prose, "Why it was late."),
        Field::new("revised", Dates, "Later corrections; never change `published`."),
        Field::new("url", Url, "Where the response is."),
        Field::new("sent_to_inspectorate", Date, "When the copy went to the inspectorate: section 55(6)."),
        Field::new(
            "sent_to_secretary_of_state",
            Date,
            "When the copy went to the Secretary of State: section 55(6).",
        ),
        Field::new("sent_to", Tables(&SENT), "Copies to others."),
        Field::new("portal_reference", Text, "The number in the inspectorate's portal.").private(),
        Field::new("signed_by", Text, "Who signed it."),
        Field::new("office_held", Text, "The office they held."),
    ],
};

/// A copy sent.
pub static SENT: Table = Table {
    path: "response.sent_to",
    name: "a copy sent",
    fields: &[Field::new("to", Text, "To whom.").required(), Field::new("on", Date, "When.").required()],
};

/// Every table, the record itself first.
pub static TABLES: [&Table; 6] = [&INSPECTION, &JUDGMENT, &RECOMMENDATION, &UPDATE, &RESPONSE, &SENT];
