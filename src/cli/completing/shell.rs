//! The shells: what makes each ask, and how each takes the answer.

use std::ffi::OsString;
use std::io;

use clap::{Command, ValueEnum};
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};

use super::{COMPLETE, quotes};

/// A shell that can ask.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shell {
    /// Bash.
    Bash,
    /// Elvish.
    Elvish,
    /// Fish.
    Fish,
    /// PowerShell, on any system.
    Powershell,
    /// Zsh.
    Zsh,
}

/// What makes bash ask. It splits words at `=` and `:` and puts nothing between quotes: both are made good.
const BASH: &str = include_str!("track.bash");
/// What makes PowerShell ask: that of the library evaluates the line, so that a command in it is run before it is finished.
const POWERSHELL: &str = include_str!("track.ps1");

/// What makes a shell ask: a script for it.
pub(crate) fn registration(shell: Shell) -> io::Result<String> {
    match shell {
        Shell::Bash => return Ok(BASH.to_owned()),
        Shell::Powershell => return Ok(POWERSHELL.to_owned()),
        _ => {}
    }
    let mut script = Vec::new();
    shell.completer().write_registration(COMPLETE, "track", "track", "track", &mut script)?;
    Ok(String::from_utf8_lossy(&script).trim().to_owned() + "\n")
}

impl Shell {
    /// The shell of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::from_str(name, false).ok()
    }

    /// What knows how the shell asks and reads; bash is known here.
    fn completer(self) -> &'static dyn EnvCompleter {
        match self {
            Self::Bash => &Bash,
            Self::Elvish => &Elvish,
            Self::Fish => &Fish,
            Self::Powershell => &Powershell,
            Self::Zsh => &Zsh,
        }
    }

    /// Whether the shell hands a word on with the quotes that were typed around it.
    pub(super) fn leaves_quotes(self, is_being_typed: bool) -> bool {
        match self {
            Self::Bash | Self::Zsh => true,
            Self::Fish => is_being_typed,
            Self::Elvish | Self::Powershell => false,
        }
    }

    /// A word as the shell takes it from a program; but for PowerShell, all put quotes around it themselves.
    pub(super) fn quoted(self, word: &str) -> String {
        match self {
            Self::Powershell => {
                let is_plain =
                    |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '\\' | ':' | '~');
                if word.chars().all(is_plain) {
                    word.to_owned()
                } else {
                    format!("'{}'", word.replace('\'', "''"))
                }
            }
            _ => word.to_owned(),
        }
    }

    /// The answer, in the form that the shell reads.
    pub(super) fn answer(
        self,
        command: &mut Command,
        words: Vec<OsString>,
        at: usize,
        open: Option<char>,
    ) -> io::Result<String> {
        let mut answer = Vec::new();
        if self == Self::Bash {
            let found = clap_complete::engine::complete(command, words, at, None)?;
            for candidate in found {
                let word = quotes::quoted(&candidate.get_value().to_string_lossy(), open);
                answer.extend_from_slice(format!("{word}\n").as_bytes());
            }
        } else {
            self.completer().write_complete(command, words, None, &mut answer)?;
        }
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
}
