//! The commands: a file each, its `Args` (whose doc comments are the help) and a short run.

mod add;
mod args;
mod ask;
mod change;
mod check;
mod context;
mod day_word;
mod distrust;
mod due;
mod edit;
mod env;
mod explain;
mod failure;
mod fmt;
mod global;
mod gone;
mod init;
mod interview;
mod items;
mod list;
mod named;
mod output;
mod recommendation;
mod recommendations;
mod remove;
mod rename;
mod replaced;
mod respond;
mod schema;
mod set;
mod show;
mod text_value;
mod update;

use std::ffi::OsString;

use clap::Parser;

pub use args::{Cli, Command};
pub use env::Env;
pub use failure::{Refusal, Usage};
pub use global::{Color, Global};

use context::Context;

use crate::text::visible_prose;

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
    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Well => 0,
            Self::Refused => 1,
            Self::Usage => 2,
            Self::Machine => 3,
        }
    }
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
