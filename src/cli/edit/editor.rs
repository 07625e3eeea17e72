//! Runs the person's editor.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

use crate::cli::failure::Refusal;
use crate::text::visible;

/// An editor that ends sooner than a person can read has probably left its window open behind it.
const AT_ONCE: Duration = Duration::from_secs(1);

/// Opens a file in the editor and waits until it ends; true where it ended at once.
///
/// The editor is a command line, as in `code --wait`: the shell takes it apart, as git does it.
pub(super) fn open(editor: &OsStr, file: &Path) -> Result<bool, Refusal> {
    let shown = visible(&editor.to_string_lossy()).into_owned();
    let hint = "VISUAL or EDITOR names the editor, as in EDITOR=nano";
    let begun = Instant::now();
    let ended = unless_interrupted(|| command(editor, file));
    match ended {
        Ok(status) if status.success() => Ok(begun.elapsed() < AT_ONCE),
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

/// Lets an interrupt from the keyboard be the editor's alone, as git does.
#[cfg(unix)]
fn unless_interrupted<T>(run: impl FnOnce() -> T) -> T {
    use signal_hook::consts::{SIGINT, SIGQUIT};
    // A handler that only takes note: the editor, another program, begins without it. One that cannot be had is done without.
    let noted = std::sync::Arc::default();
    let handlers =
        [SIGINT, SIGQUIT].map(|signal| signal_hook::flag::register(signal, std::sync::Arc::clone(&noted)));
    let done = run();
    for handler in handlers.into_iter().flatten() {
        signal_hook::low_level::unregister(handler);
    }
    done
}

#[cfg(not(unix))]
fn unless_interrupted<T>(run: impl FnOnce() -> T) -> T {
    run()
}
