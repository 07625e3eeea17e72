//! Words of a command line that is shown, so that it can be copied into a shell.

use std::borrow::Cow;

/// Writes a word as a shell takes it: between single quotes where it has anything that a shell reads otherwise.
pub fn shell_quoted(word: &str) -> Cow<'_, str> {
    let is_plain = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ':' | ',' | '@' | '%' | '+')
    };
    if !word.is_empty() && word.chars().all(is_plain) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(format!("'{}'", word.replace('\'', "'\\''")))
}

#[cfg(test)]
mod tests {
    use super::shell_quoted;

    #[test]
    fn only_what_a_shell_would_read_otherwise_is_quoted() {
        for (word, quoted) in [
            ("2020-02-custody", "2020-02-custody"),
            ("records/2020/a.toml", "records/2020/a.toml"),
            ("recommendation[3a].owner", "'recommendation[3a].owner'"),
            ("response.sent_to_inspectorate", "response.sent_to_inspectorate"),
            ("our records", "'our records'"),
            ("#2", "'#2'"),
            ("a=b", "'a=b'"),
            ("~x", "'~x'"),
            ("it's", "'it'\\''s'"),
            ("", "''"),
        ] {
            assert_eq!(shell_quoted(word), quoted);
        }
    }
}
