//! The reference pages, printed from the tables of the program: a small file each, and a line in [`PAGES`].

mod commands;
mod exit_status;
mod formats;
mod index;
mod markup;
mod record;
mod rules;
mod schemas;
mod settings;
mod shapes;
mod states;
mod templates;

pub use shapes::{Key, Keys, SHAPES, Shape};

/// What the pages are printed from, besides the tables of the rooms below.
pub struct Given<'g> {
    /// The command line, built.
    pub command: &'g clap::Command,
    /// What the program ends with.
    pub endings: &'g [Ending],
    /// Runs a command line in a folder of made-up records, and gives what it printed.
    pub run: &'g dyn Fn(&str) -> String,
}

/// An exit status.
#[derive(Debug, Clone, Copy)]
pub struct Ending {
    /// The number.
    pub code: u8,
    /// What it says, in a few words.
    pub short: &'static str,
    /// When a command ends with it, in sentences.
    pub when: &'static str,
}

/// A page of the reference.
pub struct Page {
    /// Its file below `docs/reference/`.
    pub file: &'static str,
    /// What it is called in the index.
    pub title: &'static str,
    /// What stands in it, in a sentence.
    pub about: &'static str,
    /// Prints it.
    pub print: fn(&Given<'_>) -> String,
}

/// Every page, in the order of the index.
pub static PAGES: &[Page] = &[
    Page { file: "README.md", title: "Reference", about: "This index.", print: index::page },
    Page {
        file: "commands.md",
        title: "Commands",
        about: "Every command: usage, arguments, options, examples.",
        print: commands::page,
    },
    Page {
        file: "record.md",
        title: "A record",
        about: "Every key of a record: what it holds, whether it must be there, what it means.",
        print: record::page,
    },
    Page {
        file: "settings.md",
        title: "track.toml",
        about: "Every key of the office's settings, and how a rule is turned off or on.",
        print: settings::page,
    },
    Page {
        file: "editors.md",
        title: "In an editor",
        about: "The JSON Schemas: where they stand, and what no schema can say.",
        print: schemas::page,
    },
    Page {
        file: "rules.md",
        title: "Rules",
        about: "What `track check` looks for: why it matters, a record that raises it and one that does not.",
        print: rules::page,
    },
    Page {
        file: "states.md",
        title: "States and stages",
        about: "The words for where a report stands, and when each holds.",
        print: states::page,
    },
    Page {
        file: "formats.md",
        title: "Formats",
        about: "What each command prints with `--format`, and the keys of its JSON.",
        print: formats::page,
    },
    Page {
        file: "templates.md",
        title: "Layouts of your own",
        about: "Templates for the response document: what they know, and what they may say.",
        print: templates::page,
    },
    Page {
        file: "exit-status.md",
        title: "Exit status",
        about: "What the program ends with.",
        print: exit_status::page,
    },
];
