//! The help of every command, as a terminal of 80 columns shows it.

use clap::{Command, CommandFactory};
use track::cli::Cli;

/// The longest line of an example: two columns less than such a terminal has.
const LONGEST: usize = 78;

/// Every command and what stands below its help.
fn examples() -> Vec<(String, String)> {
    fn walk(command: &Command, name: &str, found: &mut Vec<(String, String)>) {
        let after = command.get_after_long_help().or(command.get_after_help());
        found.push((name.to_owned(), after.map(ToString::to_string).unwrap_or_default()));
        for inner in command.get_subcommands() {
            walk(inner, &format!("{name} {}", inner.get_name()), found);
        }
    }
    let mut found = Vec::new();
    walk(&Cli::command(), "track", &mut found);
    found
}

#[test]
fn no_example_breaks_in_the_middle() {
    let examples: Vec<(String, String)> =
        examples().into_iter().filter(|(_, text)| text.starts_with("Examples:")).collect();
    assert!(examples.len() > 15, "{examples:?}");
    for (command, text) in &examples {
        for line in text.lines() {
            let length = line.chars().count();
            assert!(length <= LONGEST, "{command}: {length} characters: {line}");
        }
    }
}

#[test]
fn no_example_has_brackets_that_a_shell_would_read() {
    for (command, text) in examples() {
        for line in text.lines() {
            let quotes = |end: usize| line[..end].matches(['"', '\'']).count();
            let bare = line.match_indices(['[', '#']).find(|(at, _)| quotes(*at) % 2 == 0);
            assert_eq!(bare, None, "{command}: {line}");
        }
    }
}
