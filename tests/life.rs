//! The life of one report, as the README tells it: every step is run, says what the README says, and is the smallest
//! change of the record. `ACCEPT=1 cargo test --test life` writes what the steps say into the README.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;

use similar::{ChangeTag, TextDiff};
use support::{Repo, own_root};

/// The fence of the blocks that are run here, in a folder of their own; those of the other sessions are run in this one.
const FENCE: &str = "```ShellSession\n";
const PATH: &str = "records/2026-10-roadside.toml";

/// The words of a command line: parted by spaces, but not between quotes.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for c in command.chars() {
        match c {
            '"' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

/// The commands of a block as they stand there; what is said below them is told anew.
fn commands(block: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push(command.to_owned());
        } else if let Some(last) =
            commands.last_mut().filter(|last| line.starts_with("> ") && last.ends_with('\\'))
        {
            last.push_str(&format!("\n{line}"));
        }
    }
    commands
}

/// Runs a step; what it said, standard output and error as a terminal shows them together.
fn run(repo: &Repo, command: &str) -> String {
    let line = command.replace("\\\n> ", "");
    let words = words(&line);
    assert_eq!(words[0], "track", "{line}");
    let path = repo.path("said");
    let said = fs::File::options().create(true).append(true).open(&path).unwrap();
    let mut command = repo.command(&words[1..]);
    command.env("COLUMNS", "80").env("NO_COLOR", "1").env("TRACK_TODAY", "2026-11-25");
    let status = command.stdout(said.try_clone().unwrap()).stderr(said).status().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert!(status.success(), "{line}\n{text}");
    text
}

/// Whether a change adds lines, or puts lines in the place of as many; no other line is touched.
fn is_smallest(before: &str, after: &str) -> bool {
    let diff = TextDiff::from_lines(before, after);
    let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
    let (gone, come) = (count(ChangeTag::Delete), count(ChangeTag::Insert));
    (gone == 0 && come > 0) || (gone == come && gone == 1)
}

#[test]
fn the_life_of_a_report_goes_as_the_readme_tells_it() {
    let readme = fs::read_to_string(own_root().join("README.md")).unwrap().replace("\r\n", "\n");
    let repo = Repo::with::<&str, &str>(&[]);
    fs::copy(own_root().join("track.toml"), repo.path("track.toml")).unwrap();
    let mut told = String::new();
    let mut rest = readme.as_str();
    let mut changes = 0;
    while let Some((text, block)) = rest.split_once(FENCE) {
        let (block, after) = block.split_once("```").unwrap();
        told.push_str(text);
        told.push_str(FENCE);
        for (n, command) in commands(block).into_iter().enumerate() {
            let before = fs::read_to_string(repo.path(PATH)).unwrap_or_default();
            let said = run(&repo, &command);
            let now = fs::read_to_string(repo.path(PATH)).unwrap();
            if before != now {
                changes += 1;
                assert!(is_smallest(&before, &now), "{command}\n{before}\n----\n{now}");
            }
            let between = if n == 0 { "" } else { "\n" };
            told.push_str(&format!("{between}$ {command}\n{said}"));
        }
        told.push_str("```");
        rest = after;
    }
    told.push_str(rest);
    assert!(changes >= 8, "only {changes} steps changed the record");
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(own_root().join("README.md"), &told).unwrap();
    } else if told != readme {
        let diff = TextDiff::from_lines(readme.as_str(), told.as_str());
        panic!("the README tells it otherwise:\n{}", diff.unified_diff());
    }
    assert_eq!(repo.row("2026-10-roadside", "2026-11-25")["stage"], "closed");
    let checked = repo.track("check --today 2026-11-25").ends(0);
    assert!(checked.out.contains("nothing to find fault with"), "{checked:#?}");
}
