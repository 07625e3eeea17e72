//! The house: a room imports only the rooms below it, and the drawing of the house names every room.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, the lowest first; rooms of one layer are neighbours and do not import each other.
///
/// A new room gets its place here. Those to come: `import` beside `document`; `report`, `export` and `site` above
/// those; `lsp` beside `view`.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["diagnostic"],
    &["model"],
    &["config", "duty", "schema"],
    &["check", "query"],
    &["edit"],
    &["store"],
    &["document"],
    &["view"],
    &["cli"],
];

#[test]
fn a_room_imports_only_rooms_below_it() {
    let src = root().join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    assert!(files.len() > 100, "only {} files under src/", files.len());
    let mut wrong = Vec::new();
    let mut imports = 0;
    for file in files {
        let path = file.strip_prefix(&src).unwrap();
        let parts: Vec<String> =
            path.with_extension("").iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        let text = fs::read_to_string(&file).unwrap();
        imports += paths_from_the_root(&parts, &text).len();
        wrong.extend(faults(&parts, &text));
    }
    assert!(imports > 200, "only {imports} imports seen: does the scan still work?");
    assert!(wrong.is_empty(), "imports upwards or sideways:\n{}", wrong.join("\n"));
}

#[test]
fn the_crate_has_the_rooms_of_the_layers() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rooms: BTreeSet<&str> = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    let listed: Vec<&str> = LAYERS.concat();
    assert_eq!(
        listed.iter().copied().collect::<BTreeSet<_>>(),
        rooms,
        "LAYERS (left) and src/lib.rs (right)"
    );
    assert_eq!(listed.len(), rooms.len(), "a room stands in two layers");
}

#[test]
fn the_architecture_names_every_room() {
    let page = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap();
    let drawing = page.split("```").nth(1).unwrap();
    for room in LAYERS.concat() {
        assert!(page.contains(&format!("[`{room}`]")), "docs/ARCHITECTURE.md does not link to `{room}`");
        assert!(words(drawing).any(|word| word == room), "the drawing has no `{room}`");
    }
}

#[test]
fn a_planted_import_is_found() {
    for (file, text) in [
        ("text/place", "use crate::model::RecordId;"),
        ("duty/law", "use crate::config::Settings;"),
        ("duty/law", "use crate::{model::PartialDate, schema::{read, Steps}};"),
        ("check/rules/mod", "use super::super::query::Row;"),
        ("check/rules/duplicate_id", "fn f() { super::super::super::store::LARGEST; }"),
        ("model/mod", "use super::{duty};"),
        ("model/mod", "use self::super::duty;"),
        ("model/inspection", "use super::{super::{text::visible, check::rules}, Text};"),
        ("model/inspection", "mod tests { use super::super::super::check; }"),
        ("view/list", "let run: fn() = crate :: /* up */ cli::run;"),
        ("query/row", "#[cfg(test)] mod tests { use crate::store::Repository; }"),
        ("query/row", "use crate::*;"),
        ("query/row", "use crate::attic::Trunk;"),
        ("query/row", r##"const A: &str = r#"""#; const B: char = '"'; use crate::view::Paint;"##),
    ] {
        assert_eq!(faults(&parts(file), text).len(), 1, "{file}: {text}");
    }
    for (file, text) in [
        ("view/list", "use crate::{model::LastDay, query::Row, view::Paint};"),
        ("check/rules/duplicate_id", "use super::super::Subject;"),
        ("check/mod", "pub(crate) mod rules; mod a { use super::rules; }"),
        ("text/place", "// use crate::cli::run;\n/* /* crate::view */ crate::cli */ //! [`crate::cli`]"),
        ("text/place", r##"const A: &str = "\" crate::cli"; const B: &[u8] = br#"" crate::cli"#;"##),
        ("text/place", "fn f<'crate_>(c: char) -> bool { c == '\\'' || c == '\"' }"),
        ("text/place", "fn f() { serde::cli::run(); sucrate::cli::run(); }"),
    ] {
        assert_eq!(faults(&parts(file), text), Vec::<String>::new(), "{file}: {text}");
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn parts(file: &str) -> Vec<String> {
    file.split('/').map(str::to_owned).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            rust_files(&entry, files);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            files.push(entry);
        }
    }
}

fn layer(room: &str) -> Option<usize> {
    LAYERS.iter().position(|rooms| rooms.contains(&room))
}

/// The imports of a file (its path without `.rs`, in parts) that lead upwards, sideways or nowhere.
fn faults(file: &[String], text: &str) -> Vec<String> {
    let Some(home) = file.first().filter(|first| layer(first).is_some()) else {
        return Vec::new(); // lib.rs and main.rs stand outside the rooms
    };
    let named: BTreeSet<String> = paths_from_the_root(file, text).into_iter().collect();
    let allowed = |room: &str| room == home || layer(room).is_some_and(|below| Some(below) < layer(home));
    let wrong = named.into_iter().filter(|room| !allowed(room));
    wrong.map(|room| format!("  src/{}.rs imports `{room}`", file.join("/"))).collect()
}

/// The first names of all paths in a file that begin at the root of the crate, by `crate::` or by enough `super::`.
fn paths_from_the_root(file: &[String], text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut depth = file.iter().filter(|part| !matches!(part.as_str(), "mod" | "lib" | "main")).count();
    let mut braces = Vec::new(); // of each open brace, whether it opened a module
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = |back: usize| at.checked_sub(back).map_or("", |index| tokens[index].as_str());
        match tokens[at].as_str() {
            "{" => {
                braces.push(before(2) == "mod");
                depth += usize::from(before(2) == "mod");
            }
            "}" => depth -= usize::from(braces.pop().unwrap_or(false)),
            "crate" | "super" | "self" if before(1) != "::" => {
                at = follow(&tokens, at, depth, &mut found);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Follows a path, and every branch of its braces, from a module so many steps below the root; returns where it ends.
fn follow(tokens: &[String], mut at: usize, mut depth: usize, found: &mut Vec<String>) -> usize {
    let token = |at: usize| tokens.get(at).map_or("", String::as_str);
    let mut is_own = true; // whether the names so far were only `crate`, `self` and `super`
    loop {
        match token(at) {
            "crate" => depth = 0,
            "self" => {}
            "super" => depth = depth.saturating_sub(1),
            "{" => {
                at += 1;
                while !matches!(token(at), "}" | "") {
                    at = if is_own { follow(tokens, at, depth, found) } else { skip(tokens, at) };
                    at += usize::from(token(at) == ",");
                }
                return at + 1;
            }
            name => {
                if is_own && depth == 0 {
                    found.push(name.to_owned());
                }
                is_own = false;
            }
        }
        at += 1;
        if token(at) == "as" {
            at += 2;
        }
        if token(at) != "::" {
            return at;
        }
        at += 1;
    }
}

/// Passes over one branch of braces.
fn skip(tokens: &[String], mut at: usize) -> usize {
    let mut open = 0_usize;
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "," | "}" if open == 0 => break,
            "{" => open += 1,
            "}" => open -= 1,
            _ => {}
        }
        at += 1;
    }
    at
}

/// Names, `::` and single signs; comments, texts and characters are left out.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if let Some(length) = passed_over(rest) {
            length
        } else if is_name(first) {
            let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            tokens.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the comment, text or character that a rest begins with.
fn passed_over(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    ["br", "cr", "r"]
        .iter()
        .find_map(|prefix| Some(prefix.len() + raw_text(rest.strip_prefix(prefix)?)?))
        .or_else(|| {
            let text = |prefix: &&str| {
                Some(prefix.len() + 1 + quoted(rest.strip_prefix(*prefix)?.strip_prefix('"')?, '"'))
            };
            ["b", "c", ""].iter().find_map(text)
        })
        .or_else(|| {
            let character = |prefix: &&str| {
                Some(prefix.len() + 1 + character(rest.strip_prefix(*prefix)?.strip_prefix('\'')?))
            };
            ["b", ""].iter().find_map(character)
        })
}

/// The length of a raw text, from its signs to its signs.
fn raw_text(rest: &str) -> Option<usize> {
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let inner = rest[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", &rest[..hashes]);
    Some(hashes + 1 + inner.find(&end)? + end.len())
}

/// The length of a character after its first quote; none for a lifetime, whose name is passed on as a name.
fn character(inner: &str) -> usize {
    if inner.starts_with('\\') || inner.chars().nth(1) == Some('\'') { quoted(inner, '\'') } else { 0 }
}

/// The length up to the quote that ends a text, the quote included.
fn quoted(inner: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    inner.len()
}

fn block_comment(rest: &str) -> usize {
    let (mut at, mut open) = (0, 0_usize);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            (at, open) = (at + 2, open + 1);
        } else if rest[at..].starts_with("*/") {
            (at, open) = (at + 2, open - 1);
            if open == 0 {
                break;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}
