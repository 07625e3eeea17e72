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
        Field::new(
            "title",
            Text,
            "The title of the report, as printed.",
            r#""Custody in the county: an unannounced visit""#,
        )
        .required(),
        Field::new("type", Word(InspectionType::LIST), "The type of the inspection.", r#""custody""#)
            .required(),
        Field::new(
            "type_as_printed",
            Text,
            "The type in the document's own words.",
            r#""Unannounced inspection visit""#,
        ),
        Field::new(
            "published",
            Date,
            "When the inspectorate published the report: day 1 of the 56.",
            "2020-02-11",
        )
        .required(),
        Field::new(
            "corrected",
            Dates,
            "When it was re-issued; the last day still counts from `published`.",
            "[2020-02-20]",
        ),
        Field::new(
            "duty",
            Word(DutyKind::LIST),
            "The duty to respond; `none` by default for fire and super-complaint.",
            r#""requested""#,
        ),
        Field::new(
            "requested_by",
            Date,
            "By when a response was asked for, where the duty is `requested`.",
            "2020-04-30",
        ),
        Field::new(
            "inspectorates",
            Texts,
            "Who inspected; HMICFRS by default.",
            r#"["HMICFRS", "HMI Prisons"]"#,
        )
        .default(r#"["HMICFRS"]"#),
        Field::new(
            "forces",
            Forces,
            "The forces it concerns, or \"all\"; absent where the report does not say.",
            r#"["Example Constabulary"]"#,
        ),
        Field::new("url", Url, "Where the report is.", r#""https://www.example.org/custody-in-the-county""#),
        Field::new("inspected", Visit, "The visit: its first and last date.", r#"["2019-10", "2019-11"]"#),
        Field::new(
            "language",
            Word(Language::LIST),
            "The language of the report; English by default.",
            r#""cy""#,
        )
        .default(r#""en""#),
        Field::new(
            "recommendations_made",
            Count,
            "How many recommendations the whole report makes, to everybody.",
            "8",
        ),
        Field::new("recommendations_for_police", Count, "How many of them are for the police.", "5"),
        Field::new(
            "recommendations_intro",
            Prose,
            "The office's sentence before the list, printed as it stands.",
            r#""The report makes two recommendations to the force.""#,
        ),
        Field::new("key_findings", Prose, "The key findings.", r#""The custody suites are clean and safe.""#),
        Field::new(
            "follows",
            Texts,
            "Ids of earlier records whose subject this one takes up.",
            r#"["2016-05-custody"]"#,
        ),
        Field::new(
            "judgment",
            Tables(&JUDGMENT),
            "Graded judgments, of PEEL and the like.",
            r#"[{ question = "Investigating crime", grade = "adequate" }]"#,
        ),
        Field::new(
            "recommendation",
            Tables(&RECOMMENDATION),
            "What the report asks for.",
            r#"[{ label = "1", text = "The force should record why a search was made." }]"#,
        ),
        Field::new(
            "response",
            FieldKind::Table(&RESPONSE),
            "The response of the local policing body.",
            "{ invited = 2020-02-13 }",
        ),
    ],
};

/// A graded judgment.
pub static JUDGMENT: Table = Table {
    path: "judgment",
    name: "a judgment",
    fields: &[
        Field::new("question", Text, "The question or heading that is graded.", r#""Investigating crime""#)
            .required(),
        Field::new("grade", Text, "The grade as printed.", r#""adequate""#).required(),
    ],
};

/// An item of the report.
pub static RECOMMENDATION: Table = Table {
    path: "recommendation",
    name: "a recommendation",
    fields: &[
        Field::new("label", Text, "The label as printed, such as \"3a\"; absent if it has none.", r#""3a""#),
        Field::new(
            "kind",
            Word(ItemKind::LIST),
            "The kind of the item; a recommendation by default.",
            r#""area-for-improvement""#,
        )
        .default(r#""recommendation""#),
        Field::new("under", Text, "The label of the cause of concern it stands under.", r#""1""#),
        Field::new(
            "text",
            Prose,
            "The text as printed.",
            r#""The force should record why a search was made.""#,
        )
        .required(),
        Field::new(
            "addressed_to",
            Texts,
            "Whom it is addressed to, as printed.",
            r#"["chief constables", "College of Policing"]"#,
        ),
        Field::new(
            "ours",
            Flag,
            "Whether it is for this force or local policing body; absent until somebody has decided.",
            "true",
        ),
        Field::new("deadline", Text, "The deadline as printed: a phrase.", r#""by March 2021""#),
        Field::new("due", Date, "What the phrase means; derived from it where that is safe.", r#""2021-03""#),
        Field::new("owner", Text, "Who has it.", r#""Head of Custody""#).private(),
        Field::new("outcome", Word(Outcome::LIST), "What was decided about it.", r#""accepted""#),
        Field::new(
            "action",
            Prose,
            "What the local policing body has done or proposes: section 55(5B)(a).",
            r#""The custody record now asks for the reason of each search.""#,
        ),
        Field::new(
            "no_action_because",
            Prose,
            "Why it takes no action: section 55(5B)(b).",
            r#""The force has asked for the reason since 2018.""#,
        ),
        Field::new(
            "update",
            Tables(&UPDATE),
            "Its history: dated, never rewritten.",
            r#"[{ date = 2020-06-01, status = "in-progress" }]"#,
        ),
    ],
};

/// An update of an item.
pub static UPDATE: Table = Table {
    path: "recommendation.update",
    name: "an update",
    fields: &[
        Field::new("date", Day, "The day.", "2020-06-01").required(),
        Field::new("status", Word(Status::LIST), "The status from that day.", r#""in-progress""#),
        Field::new("inspectorate_status", Text, "The inspectorate's own word for it.", r#""Ongoing""#),
        Field::new("by", Text, "Who wrote it.", r#""A. Example""#).private(),
        Field::new("signed_off_by", Text, "Who signed it off.", r#""Chief Inspector Example""#).private(),
        Field::new(
            "note",
            Prose,
            "What happened; private unless `public = true`.",
            r#""The new form is in use in two of three suites.""#,
        ),
        Field::new(
            "target",
            Date,
            "The office's own date to be done by; never replaces `due`.",
            "2021-01-31",
        ),
        Field::new("due", Date, "The deadline as the inspectorate itself moved it.", r#""2021-06""#),
        Field::new("superseded_by", Text, "The id of the record that takes it up.", r#""2021-05-custody""#),
        Field::new("public", Flag, "Whether the note may stand on public pages; not by default.", "true")
            .default("false"),
    ],
};

/// The response.
pub static RESPONSE: Table = Table {
    path: "response",
    name: "a response",
    fields: &[
        Field::new("required", Flag, "Whether a response is required; it is by default.", "false")
            .default("true"),
        Field::new(
            "because",
            Prose,
            "Why none is required, or why another covers it.",
            r#""The report is about other forces.""#,
        ),
        Field::new(
            "covered_by",
            Text,
            "The id of the record whose response covers this report.",
            r#""2020-03-custody""#,
        ),
        Field::new(
            "answered_by",
            Text,
            "The id of the record whose response answers this report as well.",
            r#""2020-03-custody""#,
        ),
        Field::new(
            "invited",
            Date,
            "When the chief officer was invited to comment: section 55(4).",
            "2020-02-13",
        )
        .private(),
        Field::new("comments_wanted_by", Date, "By when the comments were wanted.", "2020-03-10").private(),
        Field::new(
            "comments_received",
            DateOrNone,
            "When they came; \"none\": invited, none submitted.",
            "2020-03-09",
        )
        .private(),
        Field::new(
            "joint",
            Prose,
            "One text of both; never beside the parts.",
            r#""We welcome this report and accept its findings.""#,
        ),
        Field::new(
            "local_policing_body",
            Prose,
            "The local policing body's comments: section 55(5)(a).",
            r#""I welcome this report.""#,
        ),
        Field::new(
            "chief_officer",
            Prose,
            "The chief officer's comments: section 55(5)(b).",
            r#""The force accepts the findings.""#,
        ),
        Field::new(
            "reply",
            Prose,
            "The local policing body's reply to them: section 55(5)(c).",
            r#""I thank the Chief Constable, and shall ask about progress in six months.""#,
        ),
        Field::new(
            "dated",
            Date,
            "The document's own date; never taken for the day of publication.",
            "2020-03-30",
        ),
        Field::new(
            "published",
            Date,
            "The first day on which all of it was public; \"unknown\": published, day not known.",
            "2020-04-01",
        ),
        Field::new(
            "public_by",
            Date,
            "A day on which it was seen public: bounds an unknown or imprecise day.",
            "2020-04-20",
        ),
        Field::new("late_because", Prose, "Why it was late.", r#""The comments came after the last day.""#),
        Field::new("revised", Dates, "Later corrections; never change `published`.", "[2020-05-02]"),
        Field::new("url", Url, "Where the response is.", r#""https://www.example.org/response-to-custody""#),
        Field::new(
            "sent_to_inspectorate",
            Date,
            "When the copy went to the inspectorate: section 55(6).",
            "2020-04-01",
        ),
        Field::new(
            "sent_to_secretary_of_state",
            Date,
            "When the copy went to the Secretary of State: section 55(6).",
            "2020-04-01",
        ),
        Field::new(
            "sent_to",
            Tables(&SENT),
            "Copies to others.",
            r#"[{ to = "Police and Crime Panel", on = 2020-04-09 }]"#,
        ),
        Field::new("portal_reference", Text, "The number in the inspectorate's portal.", r#""CUS-20-0117""#)
            .private(),
        Field::new("signed_by", Text, "Who signed it.", r#""A. Example""#),
        Field::new("office_held", Text, "The office they held.", r#""Police and Crime Commissioner""#),
    ],
};

/// A copy sent.
pub static SENT: Table = Table {
    path: "response.sent_to",
    name: "a copy sent",
    fields: &[
        Field::new("to", Text, "To whom.", r#""Police and Crime Panel""#).required(),
        Field::new("on", Date, "When.", "2020-04-09").required(),
    ],
};

/// Every table, the record itself first.
pub static TABLES: [&Table; 6] = [&INSPECTION, &JUDGMENT, &RECOMMENDATION, &UPDATE, &RESPONSE, &SENT];
