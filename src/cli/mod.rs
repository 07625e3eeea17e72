//! The commands: a file each, its `Args` (whose doc comments are the help) and a short run.

mod add;
mod args;
mod ask;
mod change;
mod check;
mod closed;
mod completing;
mod completions;
mod context;
mod day_word;
mod distrust;
mod due;
mod edit;
mod env;
mod explain;
mod failure;
mod filter;
mod fmt;
mod global;
mod gone;
mod init;
mod interview;
mod items;
mod list;
mod man;
mod named;
mod output;
mod recommendation;
mod recommendations;
mod remove;
mod rename;
mod render;
mod replaced;
mod respond;
mod schema;
mod set;
mod show;
mod text_value;
mod update;

use std::ffi::OsString;

use clap::{CommandFactory, Parser};

pub use args::{Cli, Command};
pub use completing::{COMPLETE, complete};
pub use env::Env;
pub use failure::{Refusal, Usage};
pub use global::{Color, Global};

use context::Context;

use crate::text::visible_prose;
use crate::view::reference::Ending;

/// What a command ends with: the exit status that scripts see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Well.
    Well,
    /// Refused or impossible, or records have errors.
    Refused,
    /// The command line cannot be understood.
    Usage,
    /// The machine failed.
    Machine,
}

impl Exit {
    /// Each, in the order of its number.
    pub const ALL: [Self; 4] = [Self::Well, Self::Refused, Self::Usage, Self::Machine];

    /// The number.
    pub const fn code(self) -> u8 {
        self.ending().code
    }

    /// What it says, and when a command ends with it.
    pub const fn ending(self) -> Ending {
        match self {
            Self::Well => Ending {
                code: 0,
                short: "well",
                when: "What was asked for is done. Warnings of `track check` do not change it, unless `--deny-warnings` \
                       is given.",
            },
            Self::Refused => Ending {
                code: 1,
                short: "refused, impossible, or records have errors",
                when: "The request was understood and cannot be done: no record has the id, a value is not allowed. Or \
                       `track check` found errors, or a record had to be left out of a list.",
            },
            Self::Usage => Ending {
                code: 2,
                short: "the command line cannot be understood",
                when: "No such command or option, a value is missing, or two options do not go together. Nothing was \
                       done.",
            },
            Self::Machine => Ending {
                code: 3,
                short: "the machine failed",
                when: "There is no repository, a folder cannot be read, a write failed. The message says what stands on \
                       the disk; each record there is whole.",
            },
        }
    }
}

/// The exit statuses on a line.
fn endings() -> String {
    let all = Exit::ALL.map(|exit| format!("{} {}", exit.code(), exit.ending().short));
    format!("Exit status: {}.", all.join("; "))
}

/// The command line as clap knows it, each command under its whole name.
pub fn command() -> clap::Command {
    let mut command = Cli::command();
    command.build();
    command
}

/// Runs a command line, the program's name included. Everything it says goes to `env`; it never exits by itself.
pub fn run(args: impl IntoIterator<Item = OsString>, env: &mut Env<'_>) -> Exit {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, env),
    };
    let result = Context::new(&cli.global, env).and_then(|mut context| cli.command.run(&mut context));
    match result {
        Ok(exit) => exit,
        Err(error) => failure::report(&error, env),
    }
}

/// What clap has to say: help and version are answers, all else is a command line that cannot be understood.
fn usage(error: &clap::Error, env: &mut Env<'_>) -> Exit {
    let text = error.render();
    let answered = !error.use_stderr();
    let (colour, stream) =
        if answered { (env.colour_out, &mut env.stdout) } else { (env.colour_err, &mut env.stderr) };
    // An error quotes the command line, which a script may have taken from anywhere.
    let (ansi, plain) = (text.ansi().to_string(), text.to_string());
    let plain = visible_prose(&plain);
    let text =
        if colour && plain == text.to_string() && only_styles(&ansi) { ansi } else { plain.into_owned() };
    let written = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    match (answered, written) {
        (true, Ok(())) => Exit::Well,
        (true, Err(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Well,
        (true, Err(_)) => Exit::Machine,
        (false, _) => Exit::Usage,
    }
}

/// Whether every escape sequence of a text is a style, as our own are.
fn only_styles(text: &str) -> bool {
    text.split('\u{1b}').skip(1).all(|rest| {
        let style = rest.strip_prefix('[').and_then(|rest| rest.split_once('m'));
        style.is_some_and(|(style, _)| style.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'))
    })
}
