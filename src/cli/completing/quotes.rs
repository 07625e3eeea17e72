//! Quotes of shells: what was typed comes with them, and what is offered may need them.

use std::ffi::OsString;

/// Takes the quotes off a word; one that is open at its end is returned too.
pub(super) fn unquoted(word: &str) -> (String, Option<char>) {
    let (mut plain, mut open) = (String::new(), None);
    let mut signs = word.chars();
    while let Some(sign) = signs.next() {
        match (open, sign) {
            (None, '\'' | '"') => open = Some(sign),
            (Some(quote), sign) if quote == sign => open = None,
            (None | Some('"'), '\\') => plain.extend(signs.next()),
            (_, sign) => plain.push(sign),
        }
    }
    (plain, open)
}

/// The same for a word that need not be text.
pub(super) fn unquoted_os(word: OsString) -> OsString {
    match word.to_str() {
        Some(text) => unquoted(text).0.into(),
        None => word,
    }
}

/// Puts a backslash before all that bash would read as its own; within quotes that are open it reads nothing so.
pub(super) fn quoted(word: &str, open: Option<char>) -> String {
    if open.is_some() {
        return word.to_owned();
    }
    let is_plain = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '=' | ':' | ',' | '@' | '%' | '+')
    };
    let mut quoted = String::new();
    for (at, sign) in word.char_indices() {
        let is_home = sign == '~' && at == 0;
        if !is_plain(sign) && !is_home {
            quoted.push('\\');
        }
        quoted.push(sign);
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_read_again() {
        for word in ["a", "#2", "recommendation[3a].owner", "it's a \"b\" \\ $c `d`", "ŵ=x"] {
            assert_eq!(unquoted(&quoted(word, None)), (word.to_owned(), None));
        }
        assert_eq!(quoted("#2", Some('"')), "#2");
        assert_eq!(quoted("~/x y", None), "~/x\\ y");
    }

    #[test]
    fn quotes_go_and_open_ones_are_told() {
        for (typed, plain, open) in [
            ("\"#2\"", "#2", None),
            ("\"#", "#", Some('"')),
            ("'a b", "a b", Some('\'')),
            ("a\\ b", "a b", None),
            ("'a\\b'\"c\\\"d\"e", "a\\bc\"de", None),
            ("a\\", "a", None),
        ] {
            assert_eq!(unquoted(typed), (plain.to_owned(), open), "{typed}");
        }
    }
}
