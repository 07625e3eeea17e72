//! A text on the command line: as it stands, from a file (`@draft.md`), or from standard input (`-`).

use std::io::Read;
use std::path::Path;

use super::context::Context;
use super::failure::Refusal;
use crate::store::LARGEST;
use crate::text::visible;

/// Reads a value: `@FILE` is what stands in the file, `-` what comes on standard input, `@@x` the text `@x`.
///
/// # Errors
/// The file cannot be read, is no UTF-8 text, or is larger than a record may be.
pub(super) fn text_value(typed: &str, context: &mut Context<'_, '_>) -> anyhow::Result<String> {
    if typed == "-" {
        let mut bytes = Vec::new();
        let limited = &mut context.env.stdin;
        Read::take(limited, LARGEST + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| unreadable("standard input", &error))?;
        return as_text(bytes, "standard input");
    }
    match typed.strip_prefix('@') {
        None => Ok(typed.to_owned()),
        Some(text) if text.starts_with('@') => Ok(text.to_owned()),
        Some(file) => {
            let shown = format!("`{}`", visible(file));
            let read = read_file(&context.env.folder.join(file));
            as_text(read.map_err(|error| unreadable(&shown, &error))?, &shown)
        }
    }
}

/// Whether a value is to be read from standard input.
pub(super) fn is_stdin(typed: &str) -> bool {
    typed == "-"
}

fn read_file(path: &Path) -> std::io::Result<Vec<u8>> {
    let file = std::fs::File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(std::io::Error::other("it is a folder"));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(what: &str, error: &std::io::Error) -> Refusal {
    let refusal =
        Refusal::new(format!("cannot read {what}: {}; nothing was written", visible(&error.to_string())));
    if what.starts_with('`') {
        refusal.hint("`@` before a value names a file; a text that begins with `@` is written `@@`")
    } else {
        refusal
    }
}

fn as_text(bytes: Vec<u8>, what: &str) -> anyhow::Result<String> {
    if bytes.len() as u64 > LARGEST {
        let message = format!("{what} has more than {LARGEST} bytes; nothing was written");
        return Err(Refusal::new(message).hint("a whole record has at most that many").into());
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        Refusal::new(format!("{what} is not in UTF-8; nothing was written"))
            .hint("save it as plain text in UTF-8: a Word document is none")
    })?;
    Ok(text)
}
