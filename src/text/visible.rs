//! Makes text from a file safe to show: what could steer a terminal or hide itself is spelt out.

use std::borrow::Cow;

/// Spells out control, direction and invisible characters as `\u{...}` (`\n`, `\r`, `\t` in short).
///
/// Nothing is stripped: what stands in a record can be seen.
pub fn visible(text: &str) -> Cow<'_, str> {
    escape(text, |_| false)
}

/// The same for prose that is shown over several lines: line ends stay, a tab becomes a space.
pub fn visible_prose(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte == b'\r' || byte == b'\t') {
        let plain = text.replace("\r\n", "\n").replace('\t', " ");
        return Cow::Owned(escape(&plain, |c| c == '\n').into_owned());
    }
    escape(text, |c| c == '\n')
}

fn escape(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let Some(first) = text.char_indices().find(|(_, c)| is_hidden(*c) && !stays(*c)) else {
        return Cow::Borrowed(text);
    };
    let mut shown = String::with_capacity(text.len() + 16);
    shown.push_str(&text[..first.0]);
    for c in text[first.0..].chars() {
        match c {
            c if stays(c) || !is_hidden(c) => shown.push(c),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            c => shown.extend(c.escape_unicode()),
        }
    }
    Cow::Owned(shown)
}

/// Tells whether a character could steer what is shown, or not be seen at all.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}'      // C0, DEL and C1 controls
        | '\u{ad}'                                  // soft hyphen
        | '\u{61c}'                                 // direction mark
        | '\u{34f}' | '\u{17b4}' | '\u{17b5}'       // joiner and vowels of no width
        | '\u{180b}'..='\u{180f}'                   // Mongolian selectors and separator
        | '\u{200b}'..='\u{200f}'                   // zero-width space and joiners, direction marks
        | '\u{2028}'..='\u{202e}'                   // line and paragraph separators, direction overrides
        | '\u{2060}'..='\u{206f}'                   // word joiner, isolates, old format characters
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}'      // byte order mark, interlinear marks
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // fillers that look like nothing
        | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' // no characters, and some are not allowed in XML
        | '\u{e000}'..='\u{f8ff}'                   // private use: any glyph at all
        | '\u{e0000}'..='\u{e0fff}'                 // tags
        | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_borrowed() {
        for plain in ["", "plain", "naïve – ‘quoted’ ŵ £5"] {
            assert!(matches!(visible(plain), Cow::Borrowed(same) if same == plain));
        }
    }

    #[test]
    fn what_steers_is_spelt_out() {
        assert_eq!(visible("a\u{1b}[31m\u{7}\r\n\tb"), "a\\u{1b}[31m\\u{7}\\r\\n\\tb");
        assert_eq!(visible("\u{202e}x\u{2066}\u{9b}"), "\\u{202e}x\\u{2066}\\u{9b}");
        assert_eq!(visible_prose("one\r\ntwo\rx\n\tthree\u{1b}"), "one\ntwo\\rx\n three\\u{1b}");
    }
}
