//! This reader and `toml` say the same of every text near a record, whole or damaged.

use proptest::prelude::*;

use super::disagreement;

const RECORD: &str = r#"# A record with something of everything.
title = "How well does Cumbria serve its public?"
type = "peel"
published = 2024-02-20
inspected = ["2023-10", "2023-12"] # months
made = 3
notes.office = 'C:\data'
summary = """
The public are served by officers – “quickly”.

Three matters \"need\" work."""

[[recommendation]]
label = "1a"
ours = true
due = 2024-08-31
sent_to = [{ to = "Panel", on = 2024-04-12 }, { to = "Audit", on = 2024-06-19T10:00:00Z }]

[[recommendation.update]]
date = 2024-07-16
share = 1.5

[response]
reply = '''
Thanks.'''
"#;

#[test]
fn cut_anywhere() {
    for end in (0..=RECORD.len()).filter(|end| RECORD.is_char_boundary(*end)) {
        assert_eq!(disagreement(&RECORD[..end]), None, "cut at {end}");
        assert_eq!(disagreement(&RECORD[end..]), None, "from {end}");
    }
}

#[test]
fn any_character_changed() {
    for (at, old) in RECORD.char_indices() {
        for new in
            ["", "\"", "'", "[", "]", "{", "}", "=", ".", ",", "#", "\n", "\r", "\\", "x", "0", "é", " "]
        {
            let text = format!("{}{new}{}", &RECORD[..at], &RECORD[at + old.len_utf8()..]);
            assert_eq!(disagreement(&text), None, "{new:?} at {at}");
        }
    }
}

proptest! {
    #[test]
    fn damaged_records(cuts in prop::collection::vec((0..RECORD.len(), 0..40usize, "[\\x00-\\x7fé“]{0,4}"), 1..6)) {
        let mut text = RECORD.to_owned();
        for (at, length, new) in cuts {
            let at = text.floor_char_boundary(at);
            let end = text.ceil_char_boundary((at + length).min(text.len()));
            text.replace_range(at..end, &new);
        }
        prop_assert_eq!(disagreement(&text), None);
    }

    #[test]
    fn lines_in_any_order(lines in prop::collection::vec(0..LINES.len(), 0..12)) {
        let lines: Vec<_> = lines.into_iter().map(|line| LINES[line]).collect();
        prop_assert_eq!(disagreement(&lines.join("\n")), None);
    }

    #[test]
    fn tokens_in_any_order(tokens in prop::collection::vec(0..TOKENS.len(), 0..30)) {
        let text: String = tokens.into_iter().map(|token| TOKENS[token]).collect();
        prop_assert_eq!(disagreement(&text), None);
    }
}

const LINES: &[&str] = &[
    "[a]",
    "[[a]]",
    "[a.b]",
    "[[a.b]]",
    "[a.b.c]",
    "[b]",
    "[b.a]",
    "a = 1",
    "b = {}",
    "a.b = 1",
    "a.b.c = 2",
    "b.a = 3",
    "c.a = 1",
    "c = [1]",
    "b = [{}]",
    "b = { a.b = 1, a.c = 2 }",
    "c = { a = {}, a.b = 1 }",
    "\"a\" = 1",
    "b.c.a = 1",
];

const TOKENS: &[&str] = &[
    "a",
    "b",
    "\"c\"",
    "'d'",
    "=",
    "=",
    ".",
    ",",
    "[",
    "]",
    "{",
    "}",
    "[[",
    "]]",
    "\n",
    "\n",
    " ",
    "#",
    "1",
    "1.5",
    "2020-01-01",
    "true",
    "\"\"\"",
    "'''",
    "\"",
    "\\",
    "a = 1\n",
    "[a]\n",
    "0x",
    "_",
    "10:00",
    "+",
    "e",
    "T",
];
