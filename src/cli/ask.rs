//! Asks a person on a terminal: plainly, a line at a time, and again until the answer will do.
//!
//! Nothing is written before the last answer, so that an interrupt leaves nothing behind.

use super::context::Context;
use super::day_word::day_of_kind;
use super::failure::Refusal;
use super::text_value::text_value;
use crate::edit::typed_date;
use crate::model::{day_in_words, weekday};
use crate::schema::FieldKind;
use crate::text::{nearest, visible};

/// The longest line that is read, in bytes.
const LONGEST: u64 = 65_536;
/// From how many bytes on a terminal drops the rest of a line without a word.
const TERMINAL_CUTS: usize = 4_095;
/// How often an answer that will not do is asked for again.
const TRIES: usize = 20;
/// The most lines of a text that is typed or pasted.
const MOST_LINES: usize = 5_000;
/// Asks the terminal to mark what is pasted, so that a blank line in it is no answer; one that cannot does nothing.
const PASTES_ON: &str = "\u{1b}[?2004h";
const PASTES_OFF: &str = "\u{1b}[?2004l";
const PASTE_BEGINS: &str = "\u{1b}[200~";
const PASTE_ENDS: &str = "\u{1b}[201~";
const CUT: &str = "a terminal cuts lines as long as one of these, so nothing of it was taken: put the text into a file \
                   and answer @FILE, or type it in shorter lines";

/// Asks until `accept` takes the answer, which comes without the spaces around it.
pub(super) fn ask<T>(
    context: &mut Context<'_, '_>,
    question: &str,
    accept: impl Fn(&str) -> Result<T, String>,
) -> anyhow::Result<T> {
    for _ in 0..TRIES {
        let prompt = format!("{question}: ");
        context.env.tell(&prompt);
        let Some(answer) = answer(context)? else { continue };
        // A title that was pasted from a page may come in several lines.
        let line = if answer.pasted { one_line(&answer.text) } else { answer.text };
        match accept(line.trim()) {
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

/// Asks for a date in any form that `accept` takes, and says it in words before anything is done with it; Enter leaves it
/// open.
pub(super) fn ask_date(
    context: &mut Context<'_, '_>,
    question: &str,
    accept: impl Fn(&str) -> Result<(), String>,
) -> anyhow::Result<Option<String>> {
    let today = context.today;
    let answer = ask_optional(context, question, |answer| {
        let answer = day_of_kind(FieldKind::Date, answer, today);
        let date = typed_date(&answer)?;
        accept(&answer).map(|()| (answer, date))
    })?;
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
    text(context, &format!("{question} (Enter: later)"), false)
}

/// The same for one after another: Enter says that there are no more.
pub(super) fn ask_next_text(context: &mut Context<'_, '_>, question: &str) -> anyhow::Result<Option<String>> {
    text(context, &format!("{question} (Enter: no more)"), false)
}

/// The same where it must be given.
pub(super) fn ask_needed_text(context: &mut Context<'_, '_>, question: &str) -> anyhow::Result<String> {
    let text = text(context, question, true)?;
    text.ok_or_else(|| Refusal::new("a text is missing; nothing was written").into())
}

fn text(context: &mut Context<'_, '_>, question: &str, needed: bool) -> anyhow::Result<Option<String>> {
    context.advise(question);
    for _ in 0..TRIES {
        context.env.tell("> ");
        let Some(first) = answer(context)? else { continue };
        let trimmed = first.text.trim();
        if trimmed.is_empty() && !first.pasted {
            if !needed {
                return Ok(None);
            }
            context.advise("  it must be given");
        } else if trimmed.starts_with('@') && !first.pasted {
            match text_value(trimmed, context) {
                Ok(text) if text.trim().is_empty() => context.advise("  there is no text in it"),
                Ok(text) => return Ok(Some(text)),
                Err(fault) => {
                    let fault = fault.to_string().replace("; nothing was written", "");
                    context.advise(&format!("  {fault}"));
                }
            }
        } else if let Some(text) = rest_of_text(context, first.text)? {
            return Ok(Some(text));
        }
    }
    Err(Refusal::new("no answer that will do; nothing was written").into())
}

/// Reads on to the line with a single `.`; `None` where the terminal cut something: then the text is begun anew.
fn rest_of_text(context: &mut Context<'_, '_>, first: String) -> anyhow::Result<Option<String>> {
    let mut text = first;
    for _ in 0..MOST_LINES {
        context.env.tell("> ");
        let Some(next) = answer(context)? else { return Ok(None) };
        if next.text.trim_end() == "." && !next.pasted {
            return Ok(Some(text));
        }
        text.push_str(&next.text);
    }
    Err(Refusal::new("the text has too many lines to be typed; nothing was written").into())
}

/// A text of several lines on one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An answer as it came.
struct Answer {
    text: String,
    /// Whether it was pasted: then line ends are part of it, and none of its lines means anything.
    pasted: bool,
}

/// Reads an answer: a line, or all that was pasted at once; `None` where the terminal cut it, and the person is told.
fn answer(context: &mut Context<'_, '_>) -> anyhow::Result<Option<Answer>> {
    let marks = context.env.marks_pastes;
    context.env.tell(if marks { PASTES_ON } else { "" });
    let read = lines(context);
    context.env.tell(if marks { PASTES_OFF } else { "" });
    let (text, was_cut) = read?;
    if was_cut {
        context.advise(&format!("  {CUT}"));
        return Ok(None);
    }
    let pasted = text.contains(PASTE_BEGINS);
    Ok(Some(Answer { text: text.replace(PASTE_BEGINS, "").replace(PASTE_ENDS, ""), pasted }))
}

/// Reads a line, and more until the end of what was pasted; tells whether a line of it is as long as the terminal cuts them.
fn lines(context: &mut Context<'_, '_>) -> anyhow::Result<(String, bool)> {
    let (mut text, mut was_cut) = (String::new(), false);
    for _ in 0..MOST_LINES {
        let mut bytes = Vec::new();
        let mut limited = std::io::Read::take(&mut context.env.stdin, LONGEST);
        std::io::BufRead::read_until(&mut limited, b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Err(Refusal::new("the input ended; nothing was written").into());
        }
        was_cut |= bytes.len() >= TERMINAL_CUTS;
        let line = String::from_utf8(bytes)
            .map_err(|_| Refusal::new("the answer is not in UTF-8; nothing was written"))?;
        text.push_str(&line);
        if text.matches(PASTE_BEGINS).count() <= text.matches(PASTE_ENDS).count() {
            return Ok((text, was_cut));
        }
    }
    Err(Refusal::new("the answer has too many lines; nothing was written").into())
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
