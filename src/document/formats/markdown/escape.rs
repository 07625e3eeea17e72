//! What is escaped in Markdown: only what a reader would take for markup where it stands.

/// What stands around a text.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(super) struct Context {
    /// Whether it stands at the start of a line.
    pub starts_line: bool,
    /// Whether it stands in a cell of a table.
    pub in_cell: bool,
    /// Whether it is the text of a link.
    pub in_link: bool,
    /// Whether a `[` may stand before it, of which nobody here knows.
    pub behind_bracket: bool,
    /// Whether space or nothing follows.
    pub ends_free: bool,
}

/// Escapes a text.
pub(super) fn escaped(text: &str, context: Context) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let start = text.len() - text.trim_start().len();
    let marked = if context.starts_line { line_mark(&text[start..]).map(|at| start + at) } else { None };
    // Up to where an address goes that GitHub finds by itself, and the sign that keeps it from finding one.
    let (mut address_end, mut sign) = (0, None);
    let mut word = Word { end: 0, plain_from: 0 };
    for (at, c) in text.char_indices() {
        if at >= address_end
            && let Some(trigger) = address_trigger(&text[at..])
        {
            if at >= word.end {
                word = Word::at(text, at, context);
            }
            let end = word.end;
            let is_free = if end == text.len() { context.ends_free } else { !text[end..].starts_with('<') };
            // An escape within it would be taken for a part of it: it is no address then, but words.
            if is_free && !context.in_link && word.is_plain_from(at) {
                address_end = end;
            } else {
                sign = Some(at + trigger);
            }
        }
        let is_mark = at >= address_end && is_mark(text, at, c, context);
        if Some(at) == marked || Some(at) == sign || is_mark {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// What an address can be a part of: all up to a space or a `<`. Looked through once, however many addresses begin in it.
struct Word {
    end: usize,
    /// Behind the last character that would be markup.
    plain_from: usize,
}

impl Word {
    fn at(text: &str, at: usize, context: Context) -> Self {
        let end = text[at..].find([' ', '<']).map_or(text.len(), |length| at + length);
        let mut marks =
            text[at..end].char_indices().filter(|(inner, c)| is_mark(text, at + inner, *c, context));
        Self { end, plain_from: marks.next_back().map_or(at, |(inner, c)| at + inner + c.len_utf8()) }
    }

    fn is_plain_from(&self, at: usize) -> bool {
        self.plain_from <= at
    }
}

/// Whether a character would be markup, wherever in a line it stands.
fn is_mark(text: &str, at: usize, c: char, context: Context) -> bool {
    let before = text[..at].chars().next_back();
    let rest = &text[at + c.len_utf8()..];
    let after = rest.chars().next();
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | '~' | '$' | '^' | '{' => true,
        '_' => !(in_word(before) && in_word(after)),
        ']' => context.in_link || context.behind_bracket,
        '|' => context.in_cell,
        '<' => after.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        '&' => is_entity(&text[at..]),
        // A citation, as pandoc has them.
        '@' => !in_word(before),
        ':' => is_emoji(&text[at..]),
        _ => false,
    }
}

/// Whether a text begins with `&name;`, `&#1;` or the like.
pub(super) fn is_entity(text: &str) -> bool {
    let name = text[1..].strip_prefix('#').unwrap_or(&text[1..]);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name[length..].starts_with(';')
}

/// Whether a text begins with `:name:`.
fn is_emoji(text: &str) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-');
    let length = text[1..].bytes().take_while(is_part).count();
    length > 0
        && text[1 + length..].starts_with(':')
        && text[1..=length].bytes().any(|b| b.is_ascii_alphabetic())
}

/// Where in the beginning of a text the sign stands that makes it an address for GitHub.
fn address_trigger(text: &str) -> Option<usize> {
    let begins = |with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let schemes = ["http://", "https://", "ftp://"];
    let scheme = schemes.into_iter().find(|scheme| begins(scheme)).map(|scheme| scheme.len() - 3);
    scheme.or_else(|| begins("www.").then_some(3))
}

/// The sign at the start of a line that begins a heading, a list, a quotation, a rule or the like.
fn line_mark(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let second = line[first.len_utf8()..].chars().next();
    match first {
        '#' | '>' | '=' | ':' | '|' | '%' => return Some(0),
        '-' | '+' if !second.is_some_and(char::is_alphanumeric) => return Some(0),
        _ => {}
    }
    if line.get(..6).is_some_and(|head| head.eq_ignore_ascii_case("table:")) {
        return Some(5); // a caption, as pandoc has them
    }
    // `1.`, `1)`, `(1)`, and with letters and Roman numbers, which pandoc counts by.
    let inner = line.strip_prefix('(').unwrap_or(line);
    let word = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let counts = inner[..word].bytes().all(|byte| byte.is_ascii_digit())
        || word == 1
        || inner[..word].bytes().all(|byte| b"ivxlcdmIVXLCDM".contains(&byte));
    let sign = inner[word..].chars().next();
    let is_list = word > 0
        && counts
        && matches!(sign, Some('.' | ')'))
        && inner[word + 1..].chars().next().is_none_or(char::is_whitespace);
    is_list.then_some(line.len() - inner.len() + word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Context =
        Context { starts_line: true, in_cell: false, in_link: false, behind_bracket: false, ends_free: true };

    #[test]
    fn what_needs_no_escape_has_none() {
        for plain in [
            "The Police & Crime Commissioner’s office",
            "-5% in 2020, +3% since; 1.5 million; 3 < 5 > 2",
            "https://example.org/a_b-c?d=e&f=g and www.example.org/x.",
            "a@example.org; snake_case; (see section 55(5)); C#, F#; 10:30:15",
            "Table 3; Mrs. A; a) at the end",
        ] {
            let text = format!("x {plain}");
            assert_eq!(escaped(plain, START), plain, "{plain}");
            assert_eq!(escaped(&text, START), text);
        }
    }

    #[test]
    fn what_could_be_markup_is_escaped() {
        for (text, expected) in [
            ("1. one", "1\\. one"),
            ("(iv) four", "(iv\\) four"),
            ("- x", "\\- x"),
            ("---", "\\---"),
            ("Table: x", "Table\\: x"),
            ("a*b* <b> &amp; &copy", "a\\*b\\* \\<b> \\&amp; &copy"),
            ("see https://example.org/a*b now", "see https\\://example.org/a\\*b now"),
            ("see www.example.org/_a_ now", "see www\\.example.org/\\_a\\_ now"),
            ("yes :smile: no", "yes \\:smile: no"),
            ("by @name, \\ $x$ [^1] ^x^ {.a}", "by \\@name, \\\\ \\$x\\$ \\[\\^1] \\^x\\^ \\{.a}"),
        ] {
            assert_eq!(escaped(text, START), expected);
        }
    }

    #[test]
    fn a_word_of_many_addresses_is_looked_through_once() {
        // Looked through for each of them, this would take hours.
        let many = "https://a.b/*".repeat(80_000);
        let text = escaped(&format!("{many}www.c.d"), START);
        assert_eq!(text, format!("{}www.c.d", "https\\://a.b/\\*".repeat(80_000)));
    }
}
