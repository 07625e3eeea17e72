//! Characters that came into a text by pasting: some are not seen, some stand for another.

/// What is wrong with a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not seen, or hides in which direction the text runs.
    Hidden,
    /// It is shown as a box, or stands for another character.
    Garbled,
}

/// A piece of a text that came in by pasting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pasted<'t> {
    /// The piece.
    pub(super) part: &'t str,
    /// What was meant, where that is plain.
    pub(super) meant: Option<String>,
    /// Whether it cannot have been meant otherwise.
    pub(super) is_certain: bool,
}

/// The first bytes of characters worth a second look, and the controls.
static IS_HINT: [bool; 256] = {
    let mut hints = [false; 256];
    let bytes = b"\xc2\xc3\xc4\xc5\xcd\xd8\xe1\xe2\xe3\xee\xef\xf3\xf4\x7f";
    let mut at = 0;
    while at < bytes.len() {
        hints[bytes[at] as usize] = true;
        at += 1;
    }
    let mut control = 0;
    while control < 0x20 {
        hints[control] = !matches!(control, 0x09 | 0x0a | 0x0d);
        control += 1;
    }
    hints
};

/// Finds the pieces of a text that have a fault, in their order.
pub(super) fn pasted(text: &str, wanted: Fault) -> impl Iterator<Item = Pasted<'_>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            at = next_hint(bytes, at)?;
            // A hint is the first byte of a character.
            let (fault, length, meant, is_certain) = at_hint(text, at);
            let part = &text[at..at + length];
            at += length;
            if fault == Some(wanted) {
                return Some(Pasted { part, meant, is_certain });
            }
        }
        None
    })
}

/// How many bytes are passed over at once.
const STEP: usize = 32;

/// The next byte worth a second look. Most texts have few that are not ASCII, or none.
fn next_hint(bytes: &[u8], mut from: usize) -> Option<usize> {
    let is_rare = |byte: &u8| *byte >= 0x7f || (*byte < 0x20 && *byte != b'\n');
    while let Some(step) = bytes.get(from..from + STEP) {
        // Without a branch for each byte, many are looked at together.
        if step.iter().fold(false, |any, byte| any | is_rare(byte))
            && let Some(at) = step.iter().position(|byte| IS_HINT[usize::from(*byte)])
        {
            return Some(from + at);
        }
        from += STEP;
    }
    let rest = bytes.get(from..)?;
    rest.iter().position(|byte| IS_HINT[usize::from(*byte)]).map(|at| from + at)
}

type Found = (Option<Fault>, usize, Option<String>, bool);

fn at_hint(text: &str, at: usize) -> Found {
    let rest = &text[at..];
    let c = rest.chars().next().unwrap_or_default();
    let length = c.len_utf8();
    match c {
        '\u{ad}' => {
            // Elsewhere a word goes on, perhaps in the next line, or a dash was meant: 2019–20, Covid-19.
            let is_in_word = text[..at].ends_with(is_of_word) && rest[length..].starts_with(is_of_word);
            (Some(Fault::Hidden), length, is_in_word.then(String::new), false)
        }
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
            let is_between = text[..at].ends_with(char::is_alphanumeric)
                && rest[length..].starts_with(char::is_alphanumeric);
            (Some(Fault::Hidden), length, Some(String::new()), !is_between) // else two words may become one
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            (Some(Fault::Hidden), length, Some(String::new()), false)
        }
        '\u{200c}' | '\u{200d}' => (None, length, None, false), // they join letters of other scripts, and emoji
        '\u{e0020}'..='\u{e007f}' if is_after_flag(&text[..at]) => (None, length, None, false),
        '\u{fb00}'..='\u{fb06}' => (Some(Fault::Garbled), length, Some(ligature(c).to_owned()), true),
        '\u{fffd}' => (Some(Fault::Garbled), length, None, false),
        '\u{e000}'..='\u{f8ff}' => {
            let ahead = text[..at].trim_end_matches([' ', '\t']);
            let blanks = rest[length..].chars().take_while(|c| matches!(c, ' ' | '\t' | '\u{a0}'));
            let after: usize = blanks.map(char::len_utf8).sum();
            let is_bullet =
                ('\u{f000}'..='\u{f0ff}').contains(&c) && (ahead.is_empty() || ahead.ends_with('\n'));
            let meant = (is_bullet && after > 0).then(|| "- ".to_owned());
            (Some(Fault::Garbled), if meant.is_some() { length + after } else { length }, meant, false)
        }
        '\u{80}'..='\u{9f}' => {
            let meant = byte_meant(u32::from(c)).map(String::from);
            (Some(Fault::Garbled), length, meant, false)
        }
        'Â' | 'Ã' | 'Ä' | 'Å' | 'â' => match twice_encoded(rest) {
            Some((length, meant)) => (Some(Fault::Garbled), length, meant.map(String::from), false),
            None => (None, length, None, false),
        },
        c if crate::text::is_hidden(c) => (Some(Fault::Hidden), length, None, false),
        _ => (None, length, None, false),
    }
}

/// Whether a character is a letter, or the mark at which a word may be broken.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || c == '\u{ad}'
}

/// How far a word is followed to either side.
const LONGEST_WORD: usize = 40;

/// The word around a place in a text, with its soft hyphens taken out: `man·age·ment` anywhere in it.
pub(super) fn word_around(text: &str, at: usize) -> String {
    let before: Vec<char> =
        text[..at].chars().rev().take(LONGEST_WORD).take_while(|c| is_of_word(*c)).collect();
    let after = text[at..].chars().take(LONGEST_WORD).take_while(|c| is_of_word(*c));
    before.into_iter().rev().chain(after).filter(|c| *c != '\u{ad}').collect()
}

/// The tags behind a black flag spell whose flag it is.
fn is_after_flag(before: &str) -> bool {
    before.trim_end_matches(|c: char| ('\u{e0020}'..='\u{e007f}').contains(&c)).ends_with('\u{1f3f4}')
}

const fn ligature(c: char) -> &'static str {
    match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        _ => "st",
    }
}

/// The characters that Windows-1252 puts at the bytes 80 to 9f; U+FFFD at those it leaves free.
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
    '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

fn byte_meant(byte: u32) -> Option<char> {
    let index = usize::try_from(byte.checked_sub(0x80)?).ok()?;
    WINDOWS.get(index).copied().filter(|c| *c != '\u{fffd}')
}

/// The byte that a character is in Windows-1252.
fn byte_of(c: char) -> Option<u8> {
    let at = WINDOWS.iter().position(|other| *other == c && c != '\u{fffd}');
    match at {
        Some(at) => u8::try_from(at + 0x80).ok(),
        None => u8::try_from(u32::from(c)).ok(),
    }
}

/// A character whose bytes in UTF-8 were taken for characters of their own, as `â€™` for `’`: how long it is here, and what
/// was meant. Only what is sure not to have been written so: no letter of Welsh before a quotation mark.
fn twice_encoded(rest: &str) -> Option<(usize, Option<char>)> {
    let mut chars = rest.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    if first == 'â' {
        if second != '€' {
            return None;
        }
        let length = first.len_utf8() + second.len_utf8();
        let third = chars.next();
        let meant = third.and_then(|third| decode(&[0xe2, 0x80, byte_of(third)?]));
        return Some((length + meant.and(third).map_or(0, char::len_utf8), meant));
    }
    let is_mark =
        matches!(second, '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '•' | '›' | '‹' | '»' | '«' | '\u{a0}');
    let byte = byte_of(second).filter(|byte| !is_mark && (0x80..0xc0).contains(byte))?;
    let meant = decode(&[byte_of(first)?, byte])?;
    Some((first.len_utf8() + second.len_utf8(), Some(meant)))
}

fn decode(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next().filter(|c| !crate::text::is_hidden(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, fault: Fault) -> Vec<(&str, Option<String>)> {
        pasted(text, fault).map(|pasted| (pasted.part, pasted.meant)).collect()
    }

    #[test]
    fn what_is_not_seen_is_found() {
        for (text, part, meant) in [
            ("manage\u{ad}ment", "\u{ad}", Some("")),
            ("manage\u{ad}\nment", "\u{ad}", None),
            ("2019\u{ad}20", "\u{ad}", None),
            ("Covid\u{ad}19", "\u{ad}", None),
            ("\u{ad} plans", "\u{ad}", None),
            ("a\u{200b}b", "\u{200b}", Some("")),
            ("\u{feff}The", "\u{feff}", Some("")),
            ("a\u{2060} b", "\u{2060}", Some("")),
            ("\u{202e}evil", "\u{202e}", Some("")),
            ("a\u{b}b", "\u{b}", None),
            ("a\u{2028}b", "\u{2028}", None),
            ("x\u{e0041}", "\u{e0041}", None),
        ] {
            assert_eq!(found(text, Fault::Hidden), [(part, meant.map(String::from))], "{text:?}");
            assert_eq!(found(text, Fault::Garbled), [], "{text:?}");
        }
    }

    #[test]
    fn what_may_part_words_is_no_certain_mend() {
        for (text, is_certain) in [
            ("a\u{200b}b", false),
            ("a \u{200b}b", true),
            ("a.\u{200b}", true),
            ("\u{feff}The", true),
            ("body\u{ad}worn", false),
            ("\u{202e}evil", false),
        ] {
            let certain: Vec<bool> = pasted(text, Fault::Hidden).map(|pasted| pasted.is_certain).collect();
            assert_eq!(certain, [is_certain], "{text:?}");
        }
        assert_eq!(word_around("of man\u{ad}age\u{ad}ment.", 6), "management");
        assert_eq!(word_around(&"x\u{ad}".repeat(1000), 300), "x".repeat(40));
    }

    #[test]
    fn what_stands_for_another_is_found() {
        for (text, part, meant) in [
            ("ef\u{fb01}cient", "\u{fb01}", Some("fi")),
            ("the policeâ€™s", "â€™", Some("’")),
            ("â€œwell", "â€œ", Some("“")),
            ("wellâ€\u{9d} x", "â€\u{9d}", Some("”")),
            ("2019â€“20", "â€“", Some("–")),
            ("saidâ€ and", "â€", None),
            ("Â£5", "Â£", Some("£")),
            ("cafÃ©", "Ã©", Some("é")),
            ("LlÅ·n", "Å·", Some("ŷ")),
            ("a\u{fffd}b", "\u{fffd}", None),
            ("\u{f0b7}\tone", "\u{f0b7}\t", Some("- ")),
            ("x:\n \u{f0a7} one", "\u{f0a7} ", Some("- ")),
            ("see \u{f0e0} there", "\u{f0e0}", None),
            ("police\u{92}s", "\u{92}", Some("’")),
        ] {
            assert_eq!(found(text, Fault::Garbled), [(part, meant.map(String::from))], "{text:?}");
            assert_eq!(found(text, Fault::Hidden), [], "{text:?}");
        }
    }

    #[test]
    fn ordinary_characters_are_left_alone() {
        for text in [
            "",
            "naïve – ‘quoted’ “so” £5 §33 … ½ °C €10 ™ • · é",
            "Dŵr Cymru, Ynys Môn, tŷ, Â’r Â” â €",
            "‘Â’ “Ä”…",
            "\u{a0}12\u{202f}000\r\n\ttab",
            "👩\u{200d}👧 🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} ✔\u{fe0f}",
        ] {
            assert_eq!(found(text, Fault::Hidden), [], "{text:?}");
            assert_eq!(found(text, Fault::Garbled), [], "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in "[aÂÃâ€™£é\u{ad}\u{200b}\u{f0b7}\u{fb01}\u{9d}\u{202e} \n]{0,16}") {
            for fault in [Fault::Hidden, Fault::Garbled] {
                for pasted in pasted(&text, fault) {
                    proptest::prop_assert!(text.contains(pasted.part) && !pasted.part.is_empty());
                }
            }
        }
    }
}
