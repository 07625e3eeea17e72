//! The parser's errors in plain words.

use toml_parser::ParseError;

use super::fault::{SyntaxFault, SyntaxFaultKind, line_around, line_end};
use crate::text::Span;

/// What of the text a fault is about.
#[derive(Clone, Copy)]
enum Reach {
    /// The text the parser did not expect.
    Here,
    /// The bracket that opens what is not closed.
    Opening,
    /// All from here to the end of the line, or the whole line if that is nothing.
    Rest,
}
use Reach::{Here, Opening, Rest};

/// The words for one or several errors of the parser.
struct Wording {
    errors: &'static [&'static str],
    reach: Reach,
    message: &'static str,
    help: Option<&'static str>,
}

const fn say(
    errors: &'static [&'static str],
    reach: Reach,
    message: &'static str,
    help: Option<&'static str>,
) -> Wording {
    Wording { errors, reach, message, help }
}

const KEY_HELP: &str = "a key is made of the letters a to z, digits, `_` and `-`";

const WORDINGS: &[Wording] = &[
    say(
        &["key with no value", "missing value for key", "missing assignment between key-value pairs"],
        Rest,
        "expected `=` after the key",
        Some("write `key = value`; a text of several lines stands between `\"\"\"` and `\"\"\"`"),
    ),
    say(
        &["unexpected key or value", "unexpected content", "unexpected content between comment and newline"],
        Rest,
        "this stands after the end of the value",
        Some("begin a new line; a double quote inside a text is written `\\\"`"),
    ),
    say(&["unclosed table"], Opening, "this heading has no closing `]`", None),
    say(&["unclosed array table"], Opening, "this heading has no closing `]]`", None),
    say(&[UNCLOSED_ARRAY], Opening, "the list that begins here has no closing `]`", None),
    say(&[UNCLOSED_INLINE], Opening, "the table that begins here has no closing `}`", None),
    say(&["missing table open", "missing array opening"], Here, "this `]` has no opening `[`", None),
    say(&["missing inline table opening"], Here, "this `}` has no opening `{`", None),
    say(&["extra comma in array", "extra comma in inline table"], Here, "there is a comma too many", None),
    say(&["extra `=`", "extra assignment between key-value pairs"], Here, "there is an `=` too many", None),
    say(
        &[EQUALS_IN_ARRAY],
        Here,
        "an `=` may not stand in a list",
        Some("close the list with `]` before the next key"),
    ),
    say(
        &["missing comma between array elements", "missing comma between key-value pairs"],
        Here,
        "expected a comma before this",
        None,
    ),
    say(
        &[
            "missing key for inline table element",
            "invalid inline table element",
            "invalid key-value pair",
            "invalid table",
        ],
        Here,
        "expected a key",
        Some(KEY_HELP),
    ),
    say(
        &["invalid unquoted key"],
        Here,
        "this may not stand in a key",
        Some(
            "a key is made of the letters a to z, digits, `_` and `-`; other keys stand between straight quotes",
        ),
    ),
    say(
        &["keys cannot be multi-line literal strings", "keys cannot be multi-line basic strings"],
        Here,
        "a key may not stand between three quotes",
        None,
    ),
    say(&["invalid comment character"], Here, "this comment holds a character that cannot be seen", None),
    say(
        &["carriage return must be followed by newline"],
        Here,
        "a line ends here as on very old computers: a carriage return without a line feed",
        Some("remove the carriage return, or save the file again with the line ends of today"),
    ),
    say(
        &[
            "invalid basic string",
            "invalid multi-line basic string",
            "invalid literal string",
            "invalid multi-line literal string",
        ],
        Here,
        "this text holds a character that cannot be seen and is not allowed",
        Some("remove it, or type the text anew"),
    ),
    say(
        &["missing escaped value"],
        Here,
        "a backslash before this has no meaning",
        Some("write `\\\\` for a backslash; in a path, `/` does as well"),
    ),
    say(
        &["too few unicode value digits", "invalid value"],
        Here,
        "no character has this number",
        Some("write `\\\\` for a backslash; in a path, `/` does as well"),
    ),
];

const UNCLOSED_ARRAY: &str = "unclosed array";
const UNCLOSED_INLINE: &str = "unclosed inline table";
const EQUALS_IN_ARRAY: &str = "unexpected `=` in array";

/// Tells whether an error means that a bracket was left open.
pub(super) fn leaves_open(error: &ParseError) -> bool {
    matches!(error.description(), UNCLOSED_ARRAY | UNCLOSED_INLINE | EQUALS_IN_ARRAY)
}

/// Words an error of the parser.
pub(super) fn fault(error: &ParseError, text: &str) -> SyntaxFault {
    let found = WORDINGS.iter().find(|wording| wording.errors.contains(&error.description()));
    let (reach, message, help) = found.map_or((Here, "this cannot be read", None), |wording| {
        (wording.reach, wording.message, wording.help)
    });
    let here = error.unexpected().or(error.context()).unwrap_or_default();
    let here = Span::new(here.start(), here.end());
    let span = match reach {
        Here => here,
        Opening => error.context().map_or(here, |opening| Span::new(opening.start(), opening.end())),
        Rest => rest_of_line(text, here.start),
    };
    let fault = SyntaxFault::new(SyntaxFaultKind::Syntax, span, message);
    match help {
        Some(help) => fault.help(help),
        None => fault,
    }
}

/// Covers what stands on the line from a byte on, without a comment; the whole line if that is nothing.
fn rest_of_line(text: &str, at: usize) -> Span {
    let at = text.floor_char_boundary(at);
    let rest = &text[at..line_end(text, at)];
    let rest = rest.split('#').next().unwrap_or(rest).trim_end();
    if !rest.is_empty() {
        return Span::new(at, at + rest.len());
    }
    let line = line_around(text, at);
    let before = text[line.start..at].trim_end();
    let indent = before.len() - before.trim_start().len();
    Span::new(line.start + indent, line.start + before.len())
}
