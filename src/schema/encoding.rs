//! Bytes to text: UTF-8, and what to say where it is not.

use std::borrow::Cow;

use super::faults::NOT_UTF_8;
use crate::diagnostic::Finding;
use crate::text::{Source, Span};

/// How many wrong places of one file are named.
const MOST: usize = 10;

/// Reads bytes as UTF-8. Where they are not, each wrong byte is read as `?`, so that all else keeps its place.
pub(super) fn decode<'b>(path: &str, bytes: &'b [u8]) -> (Cow<'b, str>, Vec<Finding>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Vec::new()),
        Err(_) if looks_like_utf_16(bytes) => {
            let finding = Finding::of_file(&NOT_UTF_8, path, "this file is in UTF-16, not UTF-8")
                .help("save it with the encoding UTF-8");
            (Cow::Borrowed(""), vec![finding])
        }
        Err(_) => repair(path, bytes),
    }
}

fn looks_like_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
}

fn repair<'b>(path: &str, bytes: &[u8]) -> (Cow<'b, str>, Vec<Finding>) {
    let mut text = String::with_capacity(bytes.len());
    let mut wrong: Vec<(Span, u8)> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let Some(first) = chunk.invalid().first() {
            let start = text.len();
            text.extend(chunk.invalid().iter().map(|_| '?'));
            if wrong.len() <= MOST {
                wrong.push((Span::new(start, text.len()), *first));
            }
        }
    }
    let source = Source::new(path, &text);
    let findings = wrong.iter().take(MOST).map(|(span, byte)| {
        Finding::at(
            &NOT_UTF_8,
            &source,
            *span,
            format!("this file is not in UTF-8: the byte 0x{byte:02x} means nothing here"),
        )
        .label("shown as ?")
        .help("save it with the encoding UTF-8; it may be in Windows-1252")
    });
    let findings = findings.collect();
    (Cow::Owned(text), findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_bytes_keep_their_place() {
        let (text, findings) = decode("x", b"a = \"caf\xe9\"\nb = 1\n");
        assert_eq!(text, "a = \"caf?\"\nb = 1\n");
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].place.line, findings[0].place.column), (1, 9));
    }

    #[test]
    fn right_bytes_are_borrowed_and_silent() {
        let (text, findings) = decode("x", "é".as_bytes());
        assert!(matches!(text, Cow::Borrowed("é")) && findings.is_empty());
    }

    #[test]
    fn utf_16_is_named() {
        let (_, findings) = decode("x", b"\xff\xfea\0");
        assert!(findings[0].message.contains("UTF-16"));
    }

    #[test]
    fn a_file_of_wrong_bytes_is_bounded() {
        let bytes = vec![0xe9; 100_000];
        let (text, findings) = decode("x", &bytes);
        assert_eq!((text.len(), findings.len()), (100_000, MOST));
    }
}
