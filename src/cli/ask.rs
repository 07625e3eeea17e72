//! Asks a person on a terminal: plainly, a line at a time, and again until the answer will do.

use crate::cli::context::Context;
use crate::cli::failure::Refusal;

/// The longest answer that is read, in bytes.
const LONGEST: u64 = 65_536;
/// How often an answer that will not do is asked for again.
const TRIES: usize = 20;

/// Asks until `accept` takes the answer, which comes without the spaces around it.
pub(super) fn ask<T>(
    context: &mut Context<'_, '_>,
    question: &str,
    accept: impl Fn(&str) -> Result<T, String>,
) -> anyhow::Result<T> {
    for _ in 0..TRIES {
        let prompt = format!("{question}: ");
        context.env.tell(&prompt);
        let answer = line(context)?;
        match accept(answer.trim()) {
            Ok(value) => return Ok(value),
            Err(fault) => context.advise(&format!("  {fault}")),
        }
    }
    Err(Refusal::new("no answer that will do; nothing was written").into())
}

/// Asks yes or no; Enter is no.
pub(super) fn confirm(context: &mut Context<'_, '_>, question: &str) -> anyhow::Result<bool> {
    ask(context, &format!("{question} [y/N]"), |answer| match answer.to_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        "" | "n" | "no" => Ok(false),
        _ => Err("answer y or n".to_owned()),
    })
}

fn line(context: &mut Context<'_, '_>) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    let mut limited = std::io::Read::take(&mut context.env.stdin, LONGEST);
    std::io::BufRead::read_until(&mut limited, b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Err(Refusal::new("the input ended; nothing was written").into());
    }
    if bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST {
        return Err(Refusal::new("the answer is too long; nothing was written").into());
    }
    String::from_utf8(bytes)
        .map_err(|_| Refusal::new("the answer is not in UTF-8; nothing was written").into())
}
