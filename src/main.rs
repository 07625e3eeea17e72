//! The command-line tool: makes the world as commands see it, runs one, and ends with its status.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use track::cli::{COMPLETE, Env, complete, run};
use track::duty::london_date;

fn main() -> ExitCode {
    let coloured = |choice: anstream::ColorChoice| choice != anstream::ColorChoice::Never;
    let mut env = Env {
        colour_out: coloured(anstream::AutoStream::choice(&io::stdout())),
        colour_err: coloured(anstream::AutoStream::choice(&io::stderr())),
        width: width(),
        out_is_terminal: io::stdout().is_terminal(),
        can_ask: io::stdin().is_terminal() && io::stderr().is_terminal(),
        today: london_date(chrono::Utc::now().timestamp()),
        marks_pastes: std::env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb"),
        editor: editor(),
        job_summary: job_summary(),
        folder: std::env::current_dir().unwrap_or_default(),
        stdin: Box::new(io::stdin().lock()),
        stdout: Box::new(io::stdout().lock()),
        stderr: Box::new(io::stderr().lock()),
    };
    let exit = match std::env::var_os(COMPLETE) {
        Some(shell) => complete(&shell, std::env::args_os(), word_asked(), &mut env),
        None => run(std::env::args_os(), &mut env),
    };
    ExitCode::from(exit.code())
}

/// The position of the word that a shell asks about; where it says none, that is the last.
fn word_asked() -> Option<usize> {
    std::env::var("_CLAP_COMPLETE_INDEX").ok()?.parse().ok()
}

/// The columns to use: `COLUMNS` where somebody set it, else the terminal's; none where output goes elsewhere.
fn width() -> Option<usize> {
    let set =
        std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    set.or_else(terminal)
}

/// The editor that the person has chosen; one that is set to nothing is none.
fn editor() -> Option<std::ffi::OsString> {
    ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|editor| !editor.is_empty())
}

/// The file that GitHub gives each step of a job for what the job's page shows.
fn job_summary() -> Option<std::path::PathBuf> {
    std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()).map(Into::into)
}
