//! The examples below the help of a command, taken apart: what is typed, and what is said of it.

/// What the examples of a help begin with.
const HEAD: &str = "Examples:\n";

/// An example: its lines as they are typed, and what is said of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Typed<'h> {
    /// The lines; all but the last end with a backslash.
    pub(super) lines: Vec<&'h str>,
    /// What is said of it.
    pub(super) note: Option<&'h str>,
}

/// The examples below a help; none where something else stands there.
pub(super) fn typed_examples(after_help: &str) -> Vec<Typed<'_>> {
    let mut examples: Vec<Typed<'_>> = Vec::new();
    let mut goes_on = false;
    for line in after_help.strip_prefix(HEAD).unwrap_or_default().lines() {
        let line = line.trim();
        let (typed, note) = if goes_on { (line, None) } else { parted(line) };
        match examples.last_mut().filter(|_| goes_on) {
            Some(example) => example.lines.push(typed),
            None => examples.push(Typed { lines: vec![typed], note }),
        }
        goes_on = typed.ends_with('\\');
    }
    examples
}

/// Parts a line where two spaces stand: what is behind them is said, not typed.
fn parted(line: &str) -> (&str, Option<&str>) {
    match line.split_once("  ") {
        Some((typed, note)) => (typed, Some(note.trim())),
        None => (line, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_and_what_is_said() {
        let help = "Examples:\n  track list     everything\n  track add --title \"x\" \\\n            --id y\n  track due";
        let typed = |lines: &[&'static str], note| Typed { lines: lines.to_vec(), note };
        assert_eq!(
            typed_examples(help),
            [
                typed(&["track list"], Some("everything")),
                typed(&["track add --title \"x\" \\", "--id y"], None),
                typed(&["track due"], None),
            ]
        );
        assert_eq!(typed_examples("Exit status: 0 well"), []);
    }
}
