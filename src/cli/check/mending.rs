//! `track check --fix` and `--diff`: what is mended, and what could be.

use std::collections::BTreeSet;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Usage;
use crate::cli::output::Format;
use crate::config::Settings;
use crate::store::{Mend, Repository};
use crate::text::visible;
use crate::view::{mended, unified_diff};

/// What is to be mended, and how it is shown.
#[derive(Args, Debug, Clone, Copy)]
pub(super) struct MendArgs {
    /// Mend what can be mended without changing what was meant
    #[arg(long)]
    pub fix: bool,
    /// Take likely guesses too, such as the nearest word of a list
    #[arg(long = "unsafe")]
    pub guess: bool,
    /// Show what is mended as a diff; without --fix, what could be, and write nothing
    #[arg(long)]
    pub diff: bool,
}

/// What came of mending.
#[derive(Default)]
pub(super) struct Mending {
    /// The records that were mended; those that would be, where nothing is to be written.
    pub mends: Vec<Mend>,
    /// Whether a record could not be written because of what stands there.
    pub refused: bool,
}

impl MendArgs {
    /// Refuses options that do not go together.
    pub(super) fn understand(self, format: Format) -> Result<(), Usage> {
        if self.guess && !self.fix && !self.diff {
            return Err(Usage("--unsafe goes with --fix, or with --diff to see what it would do".into()));
        }
        if self.diff && format == Format::Json {
            return Err(Usage("--diff is for people: as JSON, each finding has its `fix`".into()));
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
        let today = context.today;
        let found = || repository.mend(named, today, settings, self.guess);
        let mends = found()?;
        if !self.fix || mends.is_empty() {
            return Ok(Mending { mends, refused: false });
        }
        let writing = repository.begin()?;
        let mut done = Mending::default();
        // Looked at once more under the lock: another command may have written meanwhile.
        for mend in found()? {
            match writing.write_mend(&mend) {
                Ok(()) => done.mends.push(mend),
                Err(error) if error.is_refusal() => {
                    done.refused = true;
                    context.env.tell(&format!("error: {}\n", visible(&error.to_string())));
                }
                Err(error) => {
                    let words = format!("{error}; before that: {}", mended(&done.mends));
                    return Err(anyhow::Error::from(error).context(words));
                }
            }
        }
        Ok(done)
    }
}

impl Mending {
    /// The changes as diffs, where they were asked for.
    pub(super) fn diffs(&self, wanted: bool, context: &Context<'_, '_>) -> String {
        let shown = self.mends.iter().filter(|_| wanted);
        shown.map(|mend| unified_diff(&mend.path, &mend.before, &mend.after, context.paint)).collect()
    }
}
