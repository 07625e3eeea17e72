//! The words that are offered for an argument.

use std::ffi::OsStr;

use clap::{Command, CommandFactory};
use clap_complete::CompletionCandidate;
use clap_complete::engine::{PathCompleter, ValueCompleter};

use super::asked::Asked;
use super::offer::Offer;
use super::shell::Shell;
use crate::check::rules;
use crate::cli::Cli;
use crate::edit::{Target, item_names, settable_keys};
use crate::schema::FieldKind;
use crate::schema::tree::Tree;
use crate::text::is_hidden;

/// A word, and what is said of it.
type Word = (String, String);

/// The keys that name other records.
const NAMES_RECORDS: [&str; 4] = ["follows", "covered_by", "answered_by", "superseded_by"];

/// The words offered for an argument of which a part has been typed.
pub(super) fn offered(
    offer: Offer,
    asked: &Asked,
    shell: Shell,
    current: &OsStr,
) -> Vec<CompletionCandidate> {
    match offer {
        Offer::Files => return paths(PathCompleter::any(), asked, shell, current),
        Offer::IdsAndFiles => {
            let ids = offered(Offer::Ids, asked, shell, current);
            return ids.into_iter().chain(paths(PathCompleter::any(), asked, shell, current)).collect();
        }
        Offer::Folders => return paths(PathCompleter::dir(), asked, shell, current),
        _ => {}
    }
    let Some(current) = current.to_str() else { return Vec::new() };
    let mut words = words(offer, asked, current);
    words.retain(|(word, _)| is_plain(word));
    let begun: Vec<&Word> = words.iter().filter(|(word, _)| word.starts_with(current)).collect();
    let found = match begun.as_slice() {
        // A unique part of an id is enough for commands, so it is here; with several, what was typed would be lost.
        [] if matches!(offer, Offer::Ids) => {
            let within: Vec<&Word> = words.iter().filter(|(word, _)| word.contains(current)).collect();
            if within.len() == 1 { within } else { Vec::new() }
        }
        _ => begun,
    };
    let found = found.into_iter().enumerate().map(|(order, (word, about))| {
        let about = about.lines().next().unwrap_or_default().replace(is_hidden, " ");
        let help = (!about.is_empty()).then(|| about.into());
        CompletionCandidate::new(shell.quoted(word)).help(help).display_order(Some(order))
    });
    found.collect()
}

/// The paths that begin with what was typed; one that no terminal should see is left out.
fn paths(completer: PathCompleter, asked: &Asked, shell: Shell, current: &OsStr) -> Vec<CompletionCandidate> {
    let found = completer.current_dir(&asked.folder).complete(current);
    let shown = found.iter().filter_map(|path| path.get_value().to_str().map(|text| (path, text)));
    let shown = shown.filter(|(_, text)| *text != "." && !text.contains(is_hidden));
    shown.map(|(path, text)| CompletionCandidate::new(shell.quoted(text)).hide(path.is_hide_set())).collect()
}

/// Whether a word can be offered in any shell: a label from a record may hold what a shell would read as its own.
fn is_plain(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '#' | '[' | ']' | '='))
}

fn words(offer: Offer, asked: &Asked, current: &str) -> Vec<Word> {
    let plain = |words: &[&str]| words.iter().map(|&word| (word.to_owned(), String::new())).collect();
    match offer {
        Offer::Ids => asked.ids().into_iter().map(|id| (id, String::new())).collect(),
        Offer::Items => items(asked),
        Offer::ItemsBefore => items(asked).into_iter().map(|(name, text)| (name + "=", text)).collect(),
        Offer::Keys => {
            let record = asked.record().unwrap_or_default();
            let keys = settable_keys(&record, current).into_iter();
            keys.map(|(key, field)| (key, field.doc.to_owned())).collect()
        }
        Offer::Values => values(asked),
        Offer::Words(list) => {
            list.explained().map(|(word, meaning)| (word.to_owned(), meaning.to_owned())).collect()
        }
        Offer::YesNo => plain(&["yes", "no"]),
        Offer::Days => plain(&["today", "yesterday"]),
        Offer::Rules => rules()
            .flat_map(|rule| [rule.name, rule.code].map(|word| (word.to_owned(), rule.summary.to_owned())))
            .collect(),
        Offer::Commands => commands(asked),
        Offer::Files | Offer::Folders | Offer::IdsAndFiles => Vec::new(), // answered above: they need not be text
    }
}

/// The items of the record, by label where a shell can take it, else by position.
fn items(asked: &Asked) -> Vec<Word> {
    let names = item_names(&asked.record().unwrap_or_default()).into_iter().enumerate();
    let plain = names.map(
        |(at, (name, text))| if is_plain(&name) { (name, text) } else { (format!("#{}", at + 1), text) },
    );
    plain.collect()
}

/// What the key may hold, where that is a matter of words.
fn values(asked: &Asked) -> Vec<Word> {
    let record = asked.record().unwrap_or_default();
    let key = asked.key.as_deref().unwrap_or_default();
    let Ok(target) = Target::find(key, &Tree::read(&record).0) else { return Vec::new() };
    if NAMES_RECORDS.contains(&target.field.key) {
        return words(Offer::Ids, asked, "");
    }
    let plain = |words: &[&str]| words.iter().map(|&word| (word.to_owned(), String::new())).collect();
    match target.field.kind {
        FieldKind::Word(list) => words(Offer::Words(list), asked, ""),
        FieldKind::Flag => plain(&["true", "false"]),
        FieldKind::Date | FieldKind::Dates | FieldKind::Visit => plain(&["today", "yesterday", "unknown"]),
        FieldKind::DateOrNone => plain(&["today", "yesterday", "unknown", "none"]),
        FieldKind::Day => plain(&["today", "yesterday"]),
        FieldKind::Forces => plain(&["all"]),
        _ => Vec::new(),
    }
}

/// The commands below the one whose words have been typed.
fn commands(asked: &Asked) -> Vec<Word> {
    let root = Cli::command();
    let outer = asked.command.iter().try_fold(&root, |outer, word| outer.find_subcommand(word));
    let inner = outer.into_iter().flat_map(Command::get_subcommands);
    let about = |inner: &Command| inner.get_about().map(ToString::to_string).unwrap_or_default();
    inner.map(|inner| (inner.get_name().to_owned(), about(inner))).collect()
}
