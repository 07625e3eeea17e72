//! Placeholders in prose: what a draft leaves for somebody to fill in.

use std::ops::Range;

/// The bytes that only a placeholder makes worth a second look: those rare in prose that each of them has.
static IS_HINT: [bool; 256] = {
    let mut hints = [false; 256];
    let bytes = b"BbOxX?[<L";
    let mut at = 0;
    while at < bytes.len() {
        hints[bytes[at] as usize] = true;
        at += 1;
    }
    hints
};

/// Finds the first placeholder of a text, as a part of it: `TODO`, `TBC`, `TBD`, `XXX`, `???`, `[insert …]`, `<...>`,
/// lorem ipsum, or an ellipsis alone. Words count whole, and not within a web or mail address.
pub(super) fn placeholder(text: &str) -> Option<&str> {
    if text.len() < 32 || text.starts_with(['l', '\n', ' ']) {
        let trimmed = text.trim();
        let lorem = trimmed.get(..LOREM.len()).filter(|start| *start == LOREM);
        if lorem.is_some() || matches!(trimmed, "…" | "...") {
            return lorem.or(Some(trimmed));
        }
    }
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(step) = bytes[from..].iter().position(|byte| IS_HINT[usize::from(*byte)]) {
        let at = from + step;
        from = at + 1;
        if let Some(found) = at_hint(text, at) {
            match end_of_address(text, &found) {
                None => return Some(&text[found]),
                Some(end) => from = end, // looked at once, however many there are in it
            }
        }
    }
    None
}

const LOREM: &str = "lorem ipsum";

/// The placeholder that a hint at `at` belongs to.
fn at_hint(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    match bytes[at] {
        b'B' | b'b' => word(text, at.checked_sub(1)?, 3, |word| {
            word.eq_ignore_ascii_case("TBC") || word.eq_ignore_ascii_case("TBD")
        }),
        b'O' => word(text, at.checked_sub(1)?, 4, |word| word == "TODO"),
        b'L' => word(text, at, LOREM.len(), |word| word.eq_ignore_ascii_case(LOREM)),
        byte @ (b'x' | b'X' | b'?') => {
            if at > 0 && bytes[at - 1] == byte {
                return None; // looked at from its first byte
            }
            let run = bytes[at..].iter().take_while(|next| **next == byte).count();
            let is_whole = byte == b'?' || is_whole(text, at, at + run);
            (run >= 3 && is_whole).then_some(at..at + run)
        }
        _ => in_brackets(text, at),
    }
}

fn word(text: &str, start: usize, length: usize, is: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let end = start + length;
    let found = text.get(start..end).is_some_and(is) && is_whole(text, start, end);
    found.then_some(start..end)
}

/// `[insert …]`, `<insert …>`, `<...>`, `<…>`.
fn in_brackets(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at + 1..];
    for dots in ["...>", "…>"] {
        if text.as_bytes()[at] == b'<' && rest.starts_with(dots) {
            return Some(at..at + 1 + dots.len());
        }
    }
    let insert = rest.get(..6).filter(|start| start.eq_ignore_ascii_case("insert"))?;
    let end = at + 1 + insert.len();
    if text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let close = text[end..].char_indices().take(60).find(|(_, c)| matches!(c, ']' | '>'));
    Some(at..close.map_or(end, |(offset, _)| end + offset + 1))
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    !text[..start].ends_with(is_part) && !text[end..].starts_with(is_part)
}

/// Where the web or mail address ends that a placeholder stands in; `None` where it stands in none.
fn end_of_address(text: &str, found: &Range<usize>) -> Option<usize> {
    let start = text[..found.start].char_indices().rev().find(|(_, c)| c.is_whitespace());
    let start = start.map_or(0, |(at, c)| at + c.len_utf8());
    let end = text[found.end..].find(char::is_whitespace).map_or(text.len(), |at| found.end + at);
    let token = &text[start..end];
    let is_address = token.contains("://") || token.contains("www.") || token.contains('@');
    is_address.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_where_they_stand() {
        for (text, found) in [
            ("TODO", "TODO"),
            ("Owner: TBC.", "TBC"),
            ("dates tbd, or so", "tbd"),
            ("Lorem ipsum dolor", "Lorem ipsum"),
            ("\nlorem ipsum dolor sit amet, consectetur", "lorem ipsum"),
            ("on xxx 2020", "xxx"),
            ("PC XXXX said", "XXXX"),
            ("the number is ???", "???"),
            ("signed by [insert name here], today", "[insert name here]"),
            ("[INSERT", "[INSERT"),
            ("dear <insert name>", "<insert name>"),
            ("by <...> in <…>", "<...>"),
            ("in <…>", "<…>"),
            ("…", "…"),
            (" ...\n", "..."),
            ("see https://example.org/TBC and TBD", "TBD"),
            ("\u{a0}\u{2003}é TBC", "TBC"),
        ] {
            assert_eq!(placeholder(text), Some(found), "{text}");
        }
    }

    #[test]
    fn ordinary_prose_has_none() {
        for text in [
            "",
            "The Commissioner … accepts",
            "Really?? Yes.",
            "todo el mundo",
            "Chapter XX; a TBCX, an outbreak, football",
            "https://example.org/xxx/TODO?a=TBC",
            "write to tbc@example.org",
            "www.example.org/???",
            "insert the key [inserted later] <b>",
            "the method TODOS",
            "0xxxx7 maxxx",
            "3 < 4 > 2",
            "é…",
            "B",
            "O",
            "[",
            "<",
            "ŵxx",
        ] {
            assert_eq!(placeholder(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_address_of_placeholders_costs_little() {
        let text = format!("https://{}", "xxx/".repeat(250_000));
        assert_eq!(placeholder(&text), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in "[TBCDOx?\\[<insert>. …é:/@]{0,24}") {
            let _ = placeholder(&text);
        }
    }
}
