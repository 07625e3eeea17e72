//! Errors on their way to the person, and the exit status of each.

use std::fmt;

use super::{Env, Exit, named};
use crate::store::{OutputFileError, SinceError, StartError, StoreError, WriteError};
use crate::text::visible;

/// A request that was understood and is refused or impossible: exit status 1.
#[derive(Debug)]
pub struct Refusal {
    /// What is wrong; safe to show.
    pub message: String,
    /// What to do, a line each; safe to show.
    pub hints: Vec<String>,
}

impl Refusal {
    /// Refuses.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hints: Vec::new() }
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

/// A command line that cannot be understood though its grammar is right: exit status 2.
#[derive(Debug)]
pub struct Usage(pub String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// Says of a command that writes, and failed before it wrote, that nothing was written.
pub(super) fn unwritten(error: anyhow::Error) -> anyhow::Error {
    of_the_store(error, |error| WriteError::Store(error).into())
}

/// Makes another error of one of the store, unless more was said of it already, such as what stands.
fn of_the_store(error: anyhow::Error, make: fn(StoreError) -> anyhow::Error) -> anyhow::Error {
    let said = error.to_string();
    match error.downcast::<StoreError>() {
        Ok(error) if error.to_string() == said => make(error),
        Ok(error) => anyhow::Error::from(error).context(said),
        Err(error) => error,
    }
}

/// Says of a command that makes files, and failed before it made one, that none was made.
pub(super) fn unmade(error: anyhow::Error) -> anyhow::Error {
    of_the_store(error, |error| StartError { made: Vec::new(), error: error.into() }.into())
}

/// Says what went wrong, and tells the exit status.
pub(super) fn report(error: &anyhow::Error, env: &mut Env<'_>) -> Exit {
    if is_closed_pipe(error) {
        return Exit::Well;
    }
    let mut text = format!("error: {}\n", visible(&error.to_string()));
    let hints = match (error.downcast_ref::<Refusal>(), error.downcast_ref::<SinceError>()) {
        (Some(refusal), _) => refusal.hints.clone(),
        (None, Some(error)) => named::hints(error),
        (None, None) => hint_of(error).into_iter().collect(),
    };
    for hint in hints {
        text.push_str(&format!("hint: {hint}\n"));
    }
    // A closed standard error leaves nobody to tell: the exit status still does.
    let _ = env.stderr.write_all(text.as_bytes()).and_then(|()| env.stderr.flush());
    exit_of(error)
}

fn exit_of(error: &anyhow::Error) -> Exit {
    if error.is::<Refusal>() {
        return Exit::Refused;
    }
    if error.is::<Usage>() {
        return Exit::Usage;
    }
    if error.downcast_ref::<OutputFileError>().is_some_and(OutputFileError::is_refusal) {
        return Exit::Refused;
    }
    let start = error.downcast_ref::<StartError>().map(|error| &error.error);
    match start.or(error.downcast_ref::<WriteError>()) {
        Some(error) if error.is_refusal() => Exit::Refused,
        _ => Exit::Machine,
    }
}

fn hint_of(error: &anyhow::Error) -> Option<String> {
    match error.downcast_ref::<WriteError>() {
        Some(WriteError::Changed { .. }) => {
            return Some("look at what changed, and run the command again".into());
        }
        Some(WriteError::Rename { left, .. }) if !left.is_empty() => {
            return Some("once that is mended, run the command again: it goes on where it stopped".into());
        }
        Some(WriteError::ReadOnly { .. }) => {
            return Some("give it the right to be written, if that is meant".into());
        }
        _ => {}
    }
    if let Some(error) = error.downcast_ref::<OutputFileError>() {
        return error.hint().map(str::to_owned);
    }
    if error.is::<StartError>() {
        return Some("once that is mended, run track init again: it makes what is missing".into());
    }
    match error.downcast_ref::<StoreError>().or_else(|| within(error)) {
        Some(StoreError::NoRepository { .. }) => Some(
            "go to the folder that holds the records, or name it with --repo DIR; to begin here: track init"
                .into(),
        ),
        _ => None,
    }
}

fn within(error: &anyhow::Error) -> Option<&StoreError> {
    match error.downcast_ref::<WriteError>()? {
        WriteError::Store(error) => Some(error),
        _ => None,
    }
}

/// Whether the reader of standard output went away, which is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_of_a_failure_already_stays() {
        let failed = || StoreError::NoRepository { from: "/x".into(), upwards: false };
        assert!(unwritten(failed().into()).to_string().ends_with("; nothing was written"));
        assert!(unmade(failed().into()).to_string().ends_with("; no file was made before it"));
        let told = || anyhow::Error::from(failed()).context("it is saved and whole, but that failed");
        for error in [unwritten(told()), unmade(told())] {
            assert_eq!(error.to_string(), "it is saved and whole, but that failed");
            assert_eq!(exit_of(&error), Exit::Machine);
        }
    }
}
