//! What the program heeds and touches besides its command line.

/// The variables of the environment that are heeded.
pub static ENVIRONMENT: &[(&str, &str)] = &[
    ("TRACK_REPO", "The folder that holds the records, in place of --repo."),
    ("TRACK_TODAY", "The day to ask about, in place of --today."),
    ("NO_COLOR", "Where it is set to anything, nothing is coloured; --color always is stronger."),
    (
        "CLICOLOR_FORCE",
        "Where it is set, other than to 0, output is coloured that does not go to a terminal.",
    ),
    ("COLUMNS", "How many columns to use, in place of those that the terminal has."),
    ("VISUAL, EDITOR", "The editor that track edit opens; the first that is set."),
    ("TRACK_COMPLETE", "Set by the shell where it asks what to offer on Tab; not for people."),
];

/// The files that are read and written.
pub static FILES: &[(&str, &str)] = &[
    (
        "track.toml",
        "The office: its names, its word for the duty, which rules it wants; optional. It marks the folder \
      of the records.",
    ),
    (
        "records/ID.toml",
        "One inspection report and its response; ID is its id. Folders below records are allowed.",
    ),
    (
        "records/ID.toml.kept-…",
        "What somebody saved at the very moment of a write: put the two together, and remove \
      it. track check names it.",
    ),
    (".track.lock", "The lock that commands hold while they write. It stays; what counts is who holds it."),
];
