//! The files that a folder of records begins with: a line each, the texts as files beside this one.

use super::super::json::{record_schema, settings_schema};
use super::settings_text;
use crate::store::{RECORD_SCHEMA, SETTINGS_SCHEMA, Starter};

/// What is to begin.
#[derive(Debug)]
pub struct Beginning<'b> {
    /// What is known of the office, as keys of `track.toml` and values.
    pub office: &'b [(&'b str, &'b str)],
    /// Whether GitHub shall check the records.
    pub github: bool,
    /// Whether GitLab shall.
    pub gitlab: bool,
    /// Whether pre-commit shall.
    pub pre_commit: bool,
}

/// The files, in the order they are made.
pub fn starters(beginning: &Beginning<'_>) -> Vec<Starter> {
    let version = |text: &str| text.replace("VERSION", env!("CARGO_PKG_VERSION"));
    let file = |path, or, text: String| Starter { path, or, text };
    let mut files = vec![
        file("track.toml", &[][..], settings_text(beginning.office)),
        file("records/README.md", &[], include_str!("files/README.md").into()),
        file(".gitattributes", &[], include_str!("files/gitattributes").into()),
        file(".gitignore", &[], include_str!("files/gitignore").into()),
        file(RECORD_SCHEMA, &[], record_schema()),
        file(SETTINGS_SCHEMA, &[], settings_schema()),
        file(".taplo.toml", &["taplo.toml"], include_str!("files/taplo.toml").into()),
        file(".tombi.toml", &["tombi.toml"], include_str!("files/tombi.toml").into()),
    ];
    if beginning.github {
        let or = &[".github/workflows/records.yaml"];
        files.push(file(".github/workflows/records.yml", or, version(include_str!("files/github.yml"))));
    }
    if beginning.gitlab {
        files.push(file(".gitlab-ci.yml", &[], version(include_str!("files/gitlab.yml"))));
    }
    if beginning.pre_commit {
        files.push(file(".pre-commit-config.yaml", &[], include_str!("files/pre-commit.yaml").into()));
    }
    files
}

/// What matters in a file, should another stand in its place.
pub(super) enum Matter {
    /// Nothing that could be added to another: it is the person's own.
    Nothing,
    /// Each of its lines but comments.
    Lines,
    /// All of it: it is printed by `track schema`, said of this.
    All(&'static str),
    /// What stands from a line on; a file with the sign has it.
    Part {
        /// The sign.
        sign: &'static str,
        /// The line.
        from: &'static str,
    },
}

/// What matters in the file of a path.
pub(super) fn matter(path: &str) -> Matter {
    match path {
        ".gitattributes" | ".gitignore" => Matter::Lines,
        RECORD_SCHEMA => Matter::All("record"),
        SETTINGS_SCHEMA => Matter::All("settings"),
        ".taplo.toml" => Matter::Part { sign: SETTINGS_SCHEMA, from: "[[rule]]" },
        ".tombi.toml" => Matter::Part { sign: SETTINGS_SCHEMA, from: "[[schemas]]" },
        ".gitlab-ci.yml" => Matter::Part { sign: "track check", from: ".records:" },
        ".pre-commit-config.yaml" => Matter::Part { sign: "track check", from: "  - repo: local" },
        _ => Matter::Nothing,
    }
}
