//! Runs the person's editor.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitStatus};

use crate::cli::failure::Refusal;
use crate::text::visible;

/// Opens a file in the editor and waits until it ends.
///
/// The editor is a command line, as in `code --wait`: the shell takes it apart, as git does it.
pub(super) fn open(editor: &OsStr, file: &Path) -> Result<(), Refusal> {
    let shown = visible(&editor.to_string_lossy()).into_owned();
    let hint = "VISUAL or EDITOR names the editor, as in EDITOR=nano";
    match command(editor, file) {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Refusal::new(format!("the editor `{shown}` ended with {status}")).hint(hint)),
        Err(error) => {
            let error = error.to_string();
            Err(Refusal::new(format!("the editor `{shown}` cannot be started: {}", visible(&error)))
                .hint(hint))
        }
    }
}

#[cfg(unix)]
fn command(editor: &OsStr, file: &Path) -> std::io::Result<ExitStatus> {
    let mut line = editor.to_owned();
    line.push(" \"$@\"");
    Command::new("sh").arg("-c").arg(line).arg(editor).arg(file).status()
}

#[cfg(not(unix))]
fn command(editor: &OsStr, file: &Path) -> std::io::Result<ExitStatus> {
    if let Ok(status) = Command::new(editor).arg(file).status() {
        return Ok(status);
    }
    let line = editor.to_string_lossy().into_owned();
    let mut words = line.split_whitespace();
    Command::new(words.next().unwrap_or_default()).args(words).arg(file).status()
}
