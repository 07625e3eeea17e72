//! The one table of settings: every key of `track.toml`, in the order of the reference.

use super::setting::{Setting, SettingKind, SettingTable};

use SettingKind::{Day, Levels, Number, Prose, Table, Tables, Text};

/// The most days before the last day at which "due soon" may begin: the whole period.
const MOST_DAYS_SOON: u32 = 56;

/// `track.toml` itself.
pub static TRACK_TOML: SettingTable = SettingTable {
    path: "",
    name: "track.toml",
    settings: &[
        Setting::new(
            "office",
            Table(&OFFICE),
            "The office that keeps the records.",
            r#"{ name = "Example Office of the Police and Crime Commissioner", short = "PCC" }"#,
        ),
        Setting::new(
            "duty",
            Table(&DUTY),
            "The duty to respond, as this office speaks of it.",
            r#"{ label = "section 33", days_soon = 21 }"#,
        ),
        Setting::new(
            "documents",
            Table(&DOCUMENTS),
            "How response documents are made.",
            r#"{ layout = "cumbria" }"#,
        ),
        Setting::new(
            "checks",
            Levels,
            "How much single rules of `track check` matter to this office, each with a reason; all others as they are.",
            r#"{ forces-missing = { level = "off", because = "Ours are the only forces in it." } }"#,
        ),
    ],
};

/// `[office]`.
pub static OFFICE: SettingTable = SettingTable {
    path: "office",
    name: "the office",
    settings: &[
        Setting::new(
            "name",
            Text,
            "The office's name.",
            r#""Example Office of the Police and Crime Commissioner""#,
        ),
        Setting::new(
            "local_policing_body",
            Text,
            "The local policing body, whose duty it is to respond.",
            r#""Example Police and Crime Commissioner""#,
        )
        .default(r#""local policing body""#),
        Setting::new("short", Text, "The local policing body in short.", r#""PCC""#),
        Setting::new("chief_officer", Text, "The chief officer of the force.", r#""Chief Constable""#)
            .default(r#""chief officer""#),
        Setting::new("force", Text, "The force.", r#""Example Constabulary""#),
        Setting::new(
            "earlier",
            Tables(&EARLIER),
            "Names that the office bore before, for documents of that time.",
            r#"[{ until = 2012-11-21, name = "Example Police Authority" }]"#,
        ),
    ],
};

/// `[[office.earlier]]`.
pub static EARLIER: SettingTable = SettingTable {
    path: "office.earlier",
    name: "an earlier name",
    settings: &[
        Setting::new("until", Day, "The last day on which it was the name.", "2012-11-21").required(),
        Setting::new("name", Text, "The name.", r#""Example Police Authority""#).required(),
        Setting::new(
            "local_policing_body",
            Text,
            "The local policing body of that time, where it was another.",
            r#""Example Police Authority""#,
        ),
        Setting::new("short", Text, "The local policing body of that time in short.", r#""Authority""#),
        Setting::new(
            "chief_officer",
            Text,
            "The chief officer of that time, where the words were others.",
            r#""Chief Constable""#,
        ),
        Setting::new(
            "force",
            Text,
            "The force of that time, where its name was another.",
            r#""Example Constabulary""#,
        ),
    ],
};

/// `[duty]`.
pub static DUTY: SettingTable = SettingTable {
    path: "duty",
    name: "the duty",
    settings: &[
        Setting::new(
            "label",
            Text,
            "What this office calls the duty to respond, on the terminal only.",
            r#""section 33""#,
        )
        .default(r#""section 55""#),
        Setting::new(
            "days_soon",
            Number(MOST_DAYS_SOON),
            "From how many days before the last day a response is \"due soon\".",
            "21",
        )
        .default("14"),
    ],
};

/// `[documents]`.
pub static DOCUMENTS: SettingTable = SettingTable {
    path: "documents",
    name: "the documents",
    settings: &[
        Setting::new("layout", Text, "The layout of response documents: a name that `track render --help` knows, or that of a template in templates/.", r#""cumbria""#)
            .default(r#""statutory""#),
        Setting::new(
            "duty_statement",
            Prose,
            "The office's own sentence on the duty, quoted where the layout has a place for it.",
            r#""The commissioner must publish a response to each report within 56 days.""#,
        ),
    ],
};

/// Every table, the file itself first.
pub static SETTING_TABLES: [&SettingTable; 5] = [&TRACK_TOML, &OFFICE, &EARLIER, &DUTY, &DOCUMENTS];
