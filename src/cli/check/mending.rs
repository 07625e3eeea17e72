//! `track check --fix` and `--diff`: what is mended, and what could be.

use std::collections::BTreeSet;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Usage;
use crate::config::Settings;
use crate::store::Repository;
use crate::text::visible;
use crate::view::{CheckFormat, Mended, mended, unified_diff};

/// What is to be mended, and how it is shown.
#[derive(Args, Debug, Clone, Copy)]
pub(super) struct MendArgs {
    /// Mend what can be mended without changing what was meant
    #[arg(long)]
    pub fix: bool,
    /// Take likely guesses too, such as the nearest word of a list: look at each before you keep it
    #[arg(long = "unsafe")]
    pub guess: bool,
    /// Show what could be mended as a diff, and write nothing; with --fix, show what is mended, and write it
    #[arg(long)]
    pub diff: bool,
}

/// What came of mending.
#[derive(Default)]
pub(super) struct Mending {
    /// The records that were mended; those that would be, where nothing is to be written.
    pub mended: Vec<Mended>,
    /// Their changes as diffs, where those were asked for.
    pub diffs: String,
    /// Whether a record could not be written because of what stands there.
    pub refused: bool,
}

impl MendArgs {
    /// Refuses options that do not go together.
    pub(super) fn understand(self, format: &CheckFormat) -> Result<(), Usage> {
        if self.guess && !self.fix && !self.diff {
            return Err(Usage("--unsafe goes with --fix, or with --diff to see what it would do".into()));
        }
        if self.diff && !format.is_for_people {
            return Err(Usage("--diff is for people: as JSON or SARIF, each finding has its `fix`".into()));
        }
        Ok(())
    }

    /// Mends, or works out what could be mended; nothing where neither was asked for.
    pub(super) fn run(
        self,
        repository: &Repository,
        named: Option<&BTreeSet<String>>,
        settings: &Settings,
        context: &mut Context<'_, '_>,
    ) -> anyhow::Result<Mending> {
        if !self.fix && !self.diff {
            return Ok(Mending::default());
        }
        let mut done = Mending::default();
        let mends = repository.mends(named, context.today, settings, self.guess)?;
        if mends.is_empty() {
            return Ok(done);
        }
        let writing = if self.fix { Some(repository.begin()?) } else { None };
        for mend in mends.iter() {
            match writing.as_ref().map_or(Ok(()), |writing| writing.write_mend(&mend)) {
                Ok(()) => {}
                Err(error) if error.is_refusal() => {
                    done.refused = true;
                    context.env.tell(&format!("error: {}\n", visible(&error.to_string())));
                    continue;
                }
                Err(error) => {
                    let words = format!("{error}; before that: {}", mended(&done.mended));
                    return Err(anyhow::Error::from(error).context(words));
                }
            }
            if self.diff {
                done.diffs.push_str(&unified_diff(&mend.path, &mend.before, &mend.after, context.paint));
            }
            done.mended.push(Mended { path: mend.path, findings: mend.findings });
        }
        Ok(done)
    }
}
