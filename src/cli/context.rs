//! What every command needs: the repository, the settings, the day, the paint.

use std::path::Path;

use anyhow::Context as _;
use chrono::NaiveDate;

use super::failure::Refusal;
use super::global::{Color, Global};
use super::{Env, Exit};
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::query::{NoSuchId, resolve_id};
use crate::store::{Listing, Repository};
use crate::text::{or_list, visible};
use crate::view::{Paint, findings_report, hanging, left_out_notice};

/// What every command needs. The repository is looked for when it is first asked for.
pub(super) struct Context<'c, 'e> {
    pub env: &'c mut Env<'e>,
    pub today: NaiveDate,
    pub paint: Paint,
    global: &'c Global,
}

impl<'c, 'e> Context<'c, 'e> {
    pub(super) fn new(global: &'c Global, env: &'c mut Env<'e>) -> anyhow::Result<Self> {
        let today = global.day()?.or(env.today);
        let today =
            today.context("the clock of this machine cannot be right; say which day it is with --today")?;
        let (out, err) = match global.color {
            Color::Auto => (env.colour_out, env.colour_err),
            Color::Always => (true, true),
            Color::Never => (false, false),
        };
        (env.colour_out, env.colour_err) = (out, err);
        let paint = Paint { colour: out, width: env.width };
        Ok(Self { env, today, paint, global })
    }

    /// Whether the person may be asked.
    pub(super) fn can_ask(&self) -> bool {
        self.env.can_ask && !self.global.no_input
    }

    /// The folder that the user named in place of the nearest one.
    pub(super) fn named_repository(&self) -> Option<&'c Path> {
        self.global.repo.as_deref()
    }

    /// The repository.
    pub(super) fn repository(&self) -> anyhow::Result<Repository> {
        Ok(match &self.global.repo {
            Some(dir) => Repository::at(&self.env.folder.join(dir))?,
            None => Repository::find(&self.env.folder)?,
        })
    }

    /// The settings. A fault in them is told at once, and makes the command end with 1.
    pub(super) fn settings(&mut self, repository: &Repository) -> anyhow::Result<(Settings, Vec<Finding>)> {
        let (settings, faults) = repository.settings()?;
        self.tell_findings(&faults);
        Ok((settings, faults))
    }

    /// Tells people of findings, on standard error.
    pub(super) fn tell_findings(&mut self, findings: &[Finding]) {
        if !findings.is_empty() {
            let paint = Paint { colour: self.env.colour_err, width: self.paint.width };
            self.env.tell(&findings_report(findings, paint));
        }
    }

    /// Tells of files that were left out; the exit status that follows from them.
    pub(super) fn left_out(&mut self, left_out: &[Finding], settings_faults: &[Finding]) -> Exit {
        self.tell_findings(left_out);
        if !left_out.is_empty() {
            let notice = left_out_notice(left_out.len());
            self.env.tell(&format!("{notice}\n"));
        }
        if left_out.is_empty() && settings_faults.is_empty() { Exit::Well } else { Exit::Refused }
    }

    /// Says something to a person who is being asked, wrapped to the terminal.
    pub(super) fn advise(&mut self, text: &str) {
        let wrapped = hanging(text, self.paint.prose_width());
        self.env.tell(&format!("{wrapped}\n"));
    }

    /// Says something beside the data, unless quiet was asked for.
    pub(super) fn note(&mut self, text: &str) {
        if !self.global.quiet {
            self.env.tell(text);
        }
    }

    /// Whether only the data itself was asked for.
    pub(super) fn is_quiet(&self) -> bool {
        self.global.quiet
    }

    /// Prints a line that belongs below data for people, unless quiet was asked for.
    pub(super) fn below(&mut self, text: &str) -> anyhow::Result<()> {
        if self.global.quiet { Ok(()) } else { self.env.print(text) }
    }
}

/// Completes the ids of a filter; none asks for all, and nothing is listed for them.
pub(super) fn complete_ids(wanted: &[String], repository: &Repository) -> anyhow::Result<Vec<String>> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let listing = repository.list_paths()?;
    Ok(wanted.iter().map(|id| complete_id(id, &listing)).collect::<Result<_, _>>()?)
}

/// Completes an id from a unique part of it, or refuses with the candidates.
pub(super) fn complete_id(wanted: &str, listing: &Listing) -> Result<String, Refusal> {
    let ids: Vec<&str> = listing.records().map(|listed| listed.id).collect();
    let enough = "`track list` shows the ids; a unique part is enough";
    resolve_id(wanted, &ids).map(str::to_owned).map_err(|fault| no_such_id(wanted, &fault, ids.len(), enough))
}

/// Refuses an id that no record has, for a command that writes: there a part of one is not enough.
pub(super) fn no_id_to_change(wanted: &str, fault: &NoSuchId, records: usize) -> Refusal {
    let mut refusal = no_such_id(
        wanted,
        fault,
        records,
        "`track list` shows the ids; a command that writes wants the whole id",
    );
    refusal.message.push_str("; nothing was written");
    refusal
}

/// The id that the path of a record says.
pub(super) fn id_of(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap_or(path)
}

fn no_such_id(wanted: &str, fault: &NoSuchId, records: usize, enough: &str) -> Refusal {
    let shown = visible(wanted);
    match fault {
        NoSuchId::Unknown { near: Some(near) } => {
            Refusal::new(format!("no record has the id `{shown}`")).hint(format!("did you mean `{near}`?"))
        }
        NoSuchId::Unknown { near: None } if records == 0 => {
            Refusal::new(format!("no record has the id `{shown}`"))
                .hint("there are no records yet: `track add` makes one")
        }
        NoSuchId::Unknown { near: None } => {
            Refusal::new(format!("no record has the id `{shown}`")).hint(enough)
        }
        NoSuchId::Ambiguous(ids) => {
            let shown_ids: Vec<String> = ids.iter().take(12).map(|id| format!("`{id}`")).collect();
            let more = ids.len().saturating_sub(12);
            let tail = if more > 0 { format!(" ({more} more)") } else { String::new() };
            Refusal::new(format!("`{shown}` fits {} records", ids.len()))
                .hint(format!("{}{tail}", or_list(&shown_ids)))
        }
    }
}
