//! Asks a person on a terminal: plainly, a line at a time, and again until the answer will do.
//!
//! Nothing is written before the last answer, so that an interrupt leaves nothing behind.

use super::context::Context;
use super::failure::Refusal;
use super::text_value::text_value;
use crate::edit::typed_date;
use crate::model::{day_in_words, weekday};
use crate::text::{nearest, visible};

/// The longest answer that is read, in bytes.
const LONGEST: u64 = 65_536;
/// From how many bytes on a terminal drops the rest of a line without a word.
const TERMINAL_CUTS: usize = 4_095;
/// How often an answer that will not do is asked for again.
const TRIES: usize = 20;
/// The most lines of a text that is typed.
const MOST_LINES: usize = 2_000;

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

/// The same where Enter leaves it open.
pub(super) fn ask_optional<T>(
    context: &mut Context<'_, '_>,
    question: &str,
    accept: impl Fn(&str) -> Result<T, String>,
) -> anyhow::Result<Option<T>> {
    ask(context, question, |answer| if answer.is_empty() { Ok(None) } else { accept(answer).map(Some) })
}

/// Asks for a date in any form, and says it in words before anything is done with it; Enter leaves it open.
pub(super) fn ask_date(context: &mut Context<'_, '_>, question: &str) -> anyhow::Result<Option<String>> {
    let answer = ask_optional(context, question, |answer| Ok((answer.to_owned(), typed_date(answer)?)))?;
    Ok(answer.map(|(typed, date)| {
        let words = match date.day() {
            Some(day) => format!("{} ({})", day_in_words(day), weekday(day)),
            None => date.in_words(),
        };
        context.advise(&format!("  {words}"));
        typed
    }))
}

/// Asks yes or no; Enter is no.
pub(super) fn confirm(context: &mut Context<'_, '_>, question: &str) -> anyhow::Result<bool> {
    Ok(ask(context, &format!("{question} [y/N]"), yes_or_no)?.unwrap_or(false))
}

/// Asks yes or no; Enter leaves it open.
pub(super) fn confirm_optional(
    context: &mut Context<'_, '_>,
    question: &str,
) -> anyhow::Result<Option<bool>> {
    ask(context, question, yes_or_no)
}

fn yes_or_no(answer: &str) -> Result<Option<bool>, String> {
    match answer.to_lowercase().as_str() {
        "y" | "yes" => Ok(Some(true)),
        "n" | "no" => Ok(Some(false)),
        "" => Ok(None),
        _ => Err("answer y or n".to_owned()),
    }
}

/// Shows a list of words, and asks for one by its number, its first letters or itself.
pub(super) fn choose<'w>(
    context: &mut Context<'_, '_>,
    question: &str,
    words: &[&'w str],
) -> anyhow::Result<&'w str> {
    list(context, words);
    ask(context, question, |answer| pick(answer, words))
}

/// The same where Enter leaves it open.
pub(super) fn choose_optional<'w>(
    context: &mut Context<'_, '_>,
    question: &str,
    words: &[&'w str],
) -> anyhow::Result<Option<&'w str>> {
    list(context, words);
    ask_optional(context, question, |answer| pick(answer, words))
}

/// Shows words with their numbers, in columns.
fn list(context: &mut Context<'_, '_>, words: &[&str]) {
    let longest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0) + 6;
    let columns = (context.paint.prose_width().saturating_sub(2) / longest).max(1);
    let rows = words.len().div_ceil(columns);
    for row in 0..rows {
        let cells = (row..words.len()).step_by(rows);
        let cells = cells.map(|at| format!("{:>2} {:<width$}", at + 1, words[at], width = longest - 4));
        let line: String = cells.collect();
        context.env.tell(&format!("  {}\n", line.trim_end()));
    }
}

fn pick<'w>(answer: &str, words: &[&'w str]) -> Result<&'w str, String> {
    if let Ok(number) = answer.parse::<usize>() {
        let word = number.checked_sub(1).and_then(|at| words.get(at));
        return word.copied().ok_or_else(|| format!("a number from 1 to {}, or the word", words.len()));
    }
    let folded = answer.to_lowercase().replace([' ', '_'], "-");
    let begins: Vec<&'w str> =
        words.iter().copied().filter(|word| !folded.is_empty() && word.starts_with(&folded)).collect();
    match begins.as_slice() {
        [only] => Ok(only),
        _ if begins.contains(&folded.as_str()) => {
            words.iter().copied().find(|word| *word == folded).ok_or_else(String::new)
        }
        [] => Err(match nearest(answer, words.iter().copied()) {
            Some(near) => format!("`{}` is none of these; did you mean {near}?", visible(answer)),
            None => format!("`{}` is none of these", visible(answer)),
        }),
        several => Err(format!("which one: {}?", several.join(", "))),
    }
}

/// Says how texts are answered, before the first is asked for.
pub(super) fn explain_texts(context: &mut Context<'_, '_>) {
    context.advise("A text may be typed over several lines and ends with a line `.`; @FILE reads a file.");
}

/// Asks for a text: typed over several lines up to a line with a single `.`, or `@FILE`; Enter at once leaves it open.
pub(super) fn ask_text(context: &mut Context<'_, '_>, question: &str) -> anyhow::Result<Option<String>> {
    context.advise(&format!("{question} (Enter: later)"));
    for _ in 0..TRIES {
        context.env.tell("> ");
        let first = line(context)?;
        let trimmed = first.trim();
        if trimmed.is_empty() {
            return Ok(None);
        }
        if trimmed.starts_with('@') {
            match text_value(trimmed, context) {
                Ok(text) if text.trim().is_empty() => context.advise("  there is no text in it"),
                Ok(text) => return Ok(Some(text)),
                Err(fault) => {
                    let fault = fault.to_string().replace("; nothing was written", "");
                    context.advise(&format!("  {fault}"));
                }
            }
            continue;
        }
        let mut text = first;
        for _ in 0..MOST_LINES {
            context.env.tell("> ");
            let next = line(context)?;
            if next.trim_end() == "." {
                return Ok(Some(text));
            }
            text.push_str(&next);
        }
        return Err(Refusal::new("the text has too many lines to be typed; nothing was written").into());
    }
    Err(Refusal::new("no answer that will do; nothing was written").into())
}

/// Reads a line; one that the terminal may have cut is not taken, and the person is told.
fn line(context: &mut Context<'_, '_>) -> anyhow::Result<String> {
    for _ in 0..TRIES {
        let mut bytes = Vec::new();
        let mut limited = std::io::Read::take(&mut context.env.stdin, LONGEST);
        std::io::BufRead::read_until(&mut limited, b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Err(Refusal::new("the input ended; nothing was written").into());
        }
        if bytes.len() >= TERMINAL_CUTS {
            context.advise(
                "  a terminal cuts lines as long as this one, so it was not taken: type it in shorter lines, or \
                 put the text into a file and answer @FILE",
            );
            continue;
        }
        return String::from_utf8(bytes)
            .map_err(|_| Refusal::new("the answer is not in UTF-8; nothing was written").into());
    }
    Err(Refusal::new("no answer that will do; nothing was written").into())
}

#[cfg(test)]
mod tests {
    use super::pick;

    #[test]
    fn a_word_is_picked_by_number_beginning_or_whole() {
        let words = ["open", "closed", "peel", "peel-two"];
        for (answer, word) in [("1", "open"), ("cl", "closed"), ("Peel", "peel"), ("peel t", "peel-two")] {
            assert_eq!(pick(answer, &words), Ok(word), "{answer}");
        }
        for (answer, says) in [
            ("0", "from 1 to 4"),
            ("5", "from 1 to 4"),
            ("pe", "which one"),
            ("opne", "mean open"),
            ("x", "none of these"),
        ] {
            assert!(pick(answer, &words).unwrap_err().contains(says), "{answer}");
        }
    }
}
