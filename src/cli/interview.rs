//! What a person answers about a record: tried on it at once, and kept if it cannot be saved in the end.

use super::change::{Chosen, kept_as};
use super::context::Context;
use super::failure::Refusal;
use crate::config::Settings;
use crate::edit::Revision;
use crate::store::Change;
use crate::text::visible;

/// A record as the person sees it while answering. It is not locked: others go on meanwhile.
pub(super) struct Interview<'i> {
    chosen: &'i Chosen,
    /// The record as it was read for the first question.
    revision: Revision,
    settings: Settings,
    today: chrono::NaiveDate,
}

impl<'i> Interview<'i> {
    /// Reads the record; one that is misread is refused before anything is asked.
    pub(super) fn begin(chosen: &'i Chosen, context: &mut Context<'_, '_>) -> anyhow::Result<Self> {
        let revision = chosen.revision(&chosen.read()?, context)?;
        let (settings, _) = chosen.repository.settings()?;
        Ok(Self { chosen, revision, settings, today: context.today })
    }

    /// The record's id.
    pub(super) fn id(&self) -> &str {
        &self.chosen.id
    }

    /// The record as it was seen.
    pub(super) const fn revision(&self) -> &Revision {
        &self.revision
    }

    /// The bytes of it.
    pub(super) fn seen(&self) -> &[u8] {
        self.revision.before().as_bytes()
    }

    /// What the office calls its chief officer.
    pub(super) fn chief_officer(&self) -> String {
        visible(&self.settings.office.chief_officer).into_owned()
    }

    /// Tries a change: why it would be refused, in a sentence.
    pub(super) fn tries(&self, make: &dyn Fn(&mut Revision) -> Result<(), Refusal>) -> Result<(), String> {
        let text = self.made(make)?;
        let Chosen { repository, id, path } = self.chosen;
        let change = Change { id, path, before: Some(self.seen()), after: text.as_bytes() };
        let news = repository.judge(change, self.today, &self.settings).map_err(|error| error.to_string())?;
        match news.iter().find(|finding| finding.is_error()) {
            Some(error) => Err(visible(&error.message).into_owned()),
            None => Ok(()),
        }
    }

    /// Keeps what was answered, where it could not be saved: as the record with the answers in it, for `track edit`.
    pub(super) fn kept(
        &self,
        error: anyhow::Error,
        make: &dyn Fn(&mut Revision) -> Result<(), Refusal>,
    ) -> anyhow::Error {
        let Ok(text) = self.made(make) else { return error };
        if self.chosen.read().is_ok_and(|now| now == text.as_bytes()) {
            return error; // it was saved before something else failed
        }
        match self.chosen.repository.lay_draft(&self.chosen.path, self.seen(), text.as_bytes()) {
            Ok(draft) => kept_as(error, &draft.path, &self.chosen.id),
            Err(failed) => {
                let words = format!("{error}; and what was answered could not be kept: {failed}");
                error.context(words)
            }
        }
    }

    fn made(&self, make: &dyn Fn(&mut Revision) -> Result<(), Refusal>) -> Result<String, String> {
        let mut revision = self.revision.clone();
        make(&mut revision).map_err(|refusal| refusal.message.replace("; nothing was written", ""))?;
        Ok(revision.text().to_owned())
    }
}
