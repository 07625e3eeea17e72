//! The shapes of machine output: the keys of each object, with a sentence on each.

/// A key, as `inspections[].id`, and what it holds. One that begins with `?` is left out where it says nothing.
pub type Key = (&'static str, &'static str);

/// Keys that stand below a key of the object, or at its top.
#[derive(Debug, Clone, Copy)]
pub struct Keys {
    /// What stands before each: `inspections[].`.
    pub below: &'static str,
    /// The keys.
    pub keys: &'static [Key],
}

/// The object that a command prints as JSON.
#[derive(Debug)]
pub struct Shape {
    /// The commands that print it.
    pub commands: &'static [&'static str],
    /// What it is, in a sentence.
    pub about: &'static str,
    /// The command line whose output the page shows.
    pub line: &'static str,
    /// Its keys.
    pub keys: &'static [Keys],
}

const VERSION: Key = ("version", "1. Keys are only ever added");
const TODAY: Key = ("today", "The day asked about");
const ID: Key = ("id", "The id of the record");
const PATH: Key = ("path", "Its path from the root of the repository");
const LEFT_OUT: Keys = Keys {
    below: "",
    keys: &[
        ("left_out[]", "Faults that kept a file, or a part of it, out of what stands above"),
        ("left_out[].path", "The file"),
        ("left_out[].code", "The code of the rule"),
        ("left_out[].message", "What is wrong"),
        ("left_out[].line", "The line, from 1"),
        ("left_out[].column", "The column, from 1, in characters"),
    ],
};
const LAST_DAY: &[Key] = &[
    ("last_day", "The last day to publish the response, as a range; `null` where there is none"),
    ("last_day.earliest", "Its first day; the same as `latest` where the report's day is known"),
    ("last_day.latest", "Its last day"),
    ("?may_have_none", "`true` where the report may have come out before there was a limit"),
];
const ROW: &[Key] = &[
    ID,
    PATH,
    ("title", "The title as printed"),
    ("type", "The type of the inspection"),
    ("published", "When the report was published, as precisely as it is known"),
    ("state", "The state"),
    ("stage", "The stage: the first thing not yet done"),
    ("days_left", "Days to the earliest last day, 0 on it; `null` but for `due-soon` and `open`"),
    ("days_late", "Days after the last day, where all dates are days; else `null`"),
    ("?days_late_at_least", "At least so many, where a date is not precise"),
    ("?days_late_at_most", "At most so many, where that can be said"),
    ("response_published", "When the response was published; `null`: not yet"),
    ("recommendations", "Counts of items of the kind recommendation"),
    ("recommendations.recorded", "In the record"),
    ("recommendations.made", "In the whole report, to everybody; `null` where the record does not say"),
    ("recommendations.ours", "For us to act on"),
    ("recommendations.undecided", "Nobody has decided whether they are ours"),
    ("recommendations.open", "Ours and not done"),
    ("recommendations.overdue", "Open, and the deadline certainly past"),
    ("items", "All items in the record, of every kind"),
    ("areas_for_improvement", "Items that are areas for improvement"),
];
const PLACE: &[Key] = &[
    ("path", "The file"),
    ("line", "The line, from 1"),
    ("column", "The column, from 1, in characters; a byte order mark is not counted"),
    ("end_line", "The line of the end, which is not part of the place"),
    ("end_column", "The column of the end"),
];
const ANSWER: &[Key] = &[
    VERSION,
    ID,
    PATH,
    ("changed[]", "The keys that changed"),
    ("written", "Whether the disk was changed; `false` with `--dry-run`"),
];

/// Every shape.
pub static SHAPES: &[Shape] = &[
    Shape {
        commands: &["list", "due"],
        about: "What a list of inspections is; `track due` without argument prints it too.",
        line: "list --format json",
        keys: &[
            Keys { below: "", keys: &[VERSION, TODAY, ("inspections[]", "A row for each")] },
            Keys { below: "inspections[].", keys: ROW },
            Keys { below: "inspections[].", keys: LAST_DAY },
            LEFT_OUT,
        ],
    },
    Shape {
        commands: &["recommendations"],
        about: "Items over all inspections.",
        line: "recommendations --format json",
        keys: &[
            Keys { below: "", keys: &[VERSION, TODAY, ("recommendations[]", "A row for each item")] },
            Keys {
                below: "recommendations[].",
                keys: &[
                    ("inspection", "The id of the record it stands in"),
                    ("label", "The label as printed; `null` where it has none"),
                    ("position", "Its place in the record, from 1: `#N`"),
                    ("kind", "The kind"),
                    ("text", "The text as printed"),
                    ("ours", "Whether it is for us to act on; `null`: undecided"),
                    ("owner", "Who has it"),
                    ("due", "The deadline: a date, or `immediate`; `null`: none"),
                    ("target", "The office's own date"),
                    ("status", "The status on the day asked about"),
                    ("open", "Whether it is ours and not done"),
                    ("days_past", "Days after the deadline; `null` where it is not certainly past"),
                ],
            },
            LEFT_OUT,
        ],
    },
    Shape {
        commands: &["show"],
        about: "One record: the row of the list, what is still to be done, and every key as it stands.",
        line: "show 2026-09-custody --format json",
        keys: &[
            Keys { below: "", keys: &[VERSION, TODAY] },
            Keys { below: "", keys: ROW },
            Keys { below: "", keys: LAST_DAY },
            Keys {
                below: "",
                keys: &[
                    ("missing[]", "Steps not yet taken, as far as the record can show"),
                    ("missing[].step", "The step"),
                    (
                        "missing[].item",
                        "The item it is about, by its label or `#N`; `null` where it is about none",
                    ),
                    ("missing[].law", "The subsection that asks for it; `null` where none does"),
                    ("record", "The record: every key that it has, as it stands"),
                    ("record.*", "As the page of records says"),
                ],
            },
            LEFT_OUT,
        ],
    },
    Shape {
        commands: &["due"],
        about: "The last day, for a date or a record.",
        line: "due 2026-09-14 --format json",
        keys: &[
            Keys { below: "", keys: &[VERSION, ("published", "When the report was published")] },
            Keys { below: "", keys: LAST_DAY },
            Keys {
                below: "",
                keys: &[
                    ("citation", "The law"),
                    ("weekday", "The weekday of the last day; `null` on a range"),
                    ("working_day_before", "The last working day on or before it; `null` on a range"),
                ],
            },
        ],
    },
    Shape {
        commands: &["check"],
        about: "The findings. Places are half open: the end is the first character that is not part of them.",
        line: "check --format json",
        keys: &[
            Keys {
                below: "",
                keys: &[
                    VERSION,
                    ("files", "How many files were looked at"),
                    ("errors", "How many findings are errors"),
                    ("warnings", "How many are warnings"),
                    ("allowed", "How many findings more comments in the records allow"),
                    ("findings[]", "The findings, by file and place"),
                    ("findings[].code", "The code of the rule: T and three digits"),
                    ("findings[].name", "The name of the rule"),
                    ("findings[].severity", "`error` or `warning`"),
                    ("findings[].message", "What is wrong here"),
                    ("findings[].help", "What to do; `null` where nothing is to be said"),
                ],
            },
            Keys { below: "findings[].", keys: PLACE },
            Keys {
                below: "findings[].",
                keys: &[
                    ("byte_start", "The first byte, from 0, a byte order mark counted"),
                    ("byte_end", "The byte after the last"),
                    ("related[]", "Other places that belong to it"),
                    ("related[].message", "What stands there"),
                    ("related[].path", "The file"),
                    ("related[].line", "The line"),
                    ("related[].column", "The column"),
                    ("related[].end_line", "The line of the end"),
                    ("related[].end_column", "The column of the end"),
                    ("?fix", "What would mend it, where that is plain"),
                    ("fix.safe", "Whether nothing that was meant can change; else it is a guess"),
                    ("fix.what", "What it does, in words"),
                    ("fix.edits[]", "The changes of the text; they do not overlap"),
                    ("fix.edits[].byte_start", "The first byte that goes"),
                    ("fix.edits[].byte_end", "The byte after the last that goes"),
                    ("fix.edits[].with", "What comes in their place"),
                ],
            },
            Keys {
                below: "",
                keys: &[
                    ("?mended[]", "With `--fix`: the files that were mended"),
                    ("mended[].path", "The file"),
                    ("mended[].findings", "How many findings were mended in it"),
                ],
            },
        ],
    },
    Shape {
        commands: &[
            "add",
            "set",
            "update",
            "respond",
            "recommendation add",
            "recommendation remove",
            "edit",
            "remove",
        ],
        about: "What a command that changes a record did.",
        line: "set 2026-09-custody language en --format json",
        keys: &[Keys { below: "", keys: ANSWER }],
    },
    Shape {
        commands: &["rename"],
        about: "What a rename did.",
        line: "rename 2026-09-custody 2026-09-cells --format json",
        keys: &[
            Keys { below: "", keys: ANSWER },
            Keys {
                below: "",
                keys: &[
                    ("from", "The path that it had"),
                    ("references[]", "The keys of other records that name it, and were changed"),
                    ("references[].path", "The record"),
                    ("references[].key", "The key"),
                ],
            },
        ],
    },
    Shape {
        commands: &["fmt"],
        about: "Which records were laid out; with `--check`, which would be.",
        line: "fmt --check --format json",
        keys: &[
            Keys {
                below: "",
                keys: &[
                    VERSION,
                    ("files", "How many files were looked at"),
                    ("changed[]", "Those that changed"),
                ],
            },
            LEFT_OUT,
        ],
    },
    Shape {
        commands: &["init"],
        about: "What was made in a folder.",
        line: "init --no-input --format json",
        keys: &[Keys {
            below: "",
            keys: &[
                VERSION,
                ("root", "The folder"),
                ("made[]", "Files that were made"),
                ("kept[]", "Files that were there, and stay as they are"),
            ],
        }],
    },
];
