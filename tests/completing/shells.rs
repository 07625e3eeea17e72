//! The shells themselves, where they are installed. With `NEED_SHELLS` set, one that is not is a failure.

#![cfg(unix)]

use std::process::Command;

use crate::repo;
use crate::support::Repo;

/// Runs a script in a shell that finds the program; what it printed, a line each. `None`: there is no such shell here.
fn run(shell: &str, flags: &[&str], repo: &Repo, script: &str) -> Option<Vec<String>> {
    let bin = std::path::Path::new(env!("CARGO_BIN_EXE_track")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new(shell);
    command.args(flags).args(["-c", script]).current_dir(repo.dir.path());
    command.env("PATH", path).env("HOME", repo.dir.path()).env("LC_ALL", "C.UTF-8").env_remove("TRACK_REPO");
    match command.output() {
        Ok(end) => {
            let (out, err) = (String::from_utf8(end.stdout).unwrap(), String::from_utf8(end.stderr).unwrap());
            assert!(end.status.success() && err.is_empty(), "{shell}: {script}\n{out}\n{err}");
            Some(out.lines().map(str::to_owned).collect())
        }
        Err(error) => {
            assert!(std::env::var_os("NEED_SHELLS").is_none(), "{shell}: {error}");
            None
        }
    }
}

/// What bash is offered where the cursor stands at the end of a line, whose words it parts so.
fn bash(repo: &Repo, line: &str, words: &[&str]) -> Option<Vec<String>> {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{}'", word.replace('\'', "'\\''"))).collect();
    let (line, words, at) = (format!("'{}'", line.replace('\'', "'\\''")), quoted.join(" "), words.len() - 1);
    let script = format!(
        "eval \"$(track completions bash)\"; COMP_WORDS=({words}); COMP_CWORD={at}; COMP_LINE={line}; \
         COMP_POINT=${{#COMP_LINE}}; _track track 2>/dev/null; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    );
    run("bash", &["--norc", "--noprofile"], repo, &script)
}

#[test]
fn bash_is_offered_words_as_it_parts_and_quotes_them() {
    let repo = repo();
    let set = "track set 2024-02-peel ";
    for (line, words, expected) in [
        ("track show 2020-03", &["track", "show", "2020-03"][..], &["2020-03-prevent"][..]),
        ("track show prev", &["track", "show", "prev"], &["2020-03-prevent"]),
        (
            "track   update 2024-02-peel \\#",
            &["track", "update", "2024-02-peel", "\\#"],
            &["\\#2", "\\#3", "\\#4", "\\#5"],
        ),
        (
            "track update 2024-02-peel \"#",
            &["track", "update", "2024-02-peel", "\"#"],
            &["#2", "#3", "#4", "#5"],
        ),
        // Parted at the equals sign, and the cursor on it.
        ("track list --format=j", &["track", "list", "--format", "=", "j"], &["json"]),
        ("track list --fail-on=", &["track", "list", "--fail-on", "="], &["overdue"]),
        ("track --repo=. show 2024", &["track", "--repo", "=", ".", "show", "2024"], &["2024-02-peel"]),
        ("track --repo '.' show 2024", &["track", "--repo", "'.'", "show", "2024"], &["2024-02-peel"]),
        (
            &format!("{set}recommendation[3a].ow"),
            &["track", "set", "2024-02-peel", "recommendation[3a].ow"],
            &["recommendation\\[3a\\].owner"],
        ),
        ("track list --columns id,ti", &["track", "list", "--columns", "id,ti"], &["id,title"]),
    ] {
        let Some(offered) = bash(&repo, line, words) else { return };
        assert_eq!(offered, expected, "{line}");
    }
}

#[test]
fn fish_is_offered_words_with_what_they_mean() {
    let repo = repo();
    for (line, expected) in [
        ("track show 2020-03", &["2020-03-prevent"][..]),
        ("track --repo . show 2024", &["2024-02-peel"]),
        ("track update 2024-02-peel 3", &["3a\tOne thing [31m and more."]),
        ("track list --state may", &["maybe-overdue"]),
    ] {
        let script = format!("track completions fish | source; complete -C '{line}'");
        let Some(offered) = run("fish", &["--no-config"], &repo, &script) else { return };
        let fits = |(offered, expected): (&String, &&str)| offered.starts_with(expected);
        assert!(
            offered.len() == expected.len() && offered.iter().zip(expected).all(fits),
            "{line}: {offered:?}"
        );
    }
}

#[test]
fn zsh_is_offered_words_with_what_they_mean() {
    let repo = repo();
    for (words, expected) in [
        ("track show 2020-03", &["2020-03-prevent"][..]),
        ("track update 2024-02-peel '\\#'", &["#2:x", "#3:x", "#4:x", "#5:x"]),
        ("track set 2024-02-peel 'recommendation\\[3a\\].ours' t", &["true"]),
        ("track show ''", &["2020-03-prevent", "2024-02-peel", "broken", "2020-02-custody"]),
    ] {
        // The two functions that belong to its line editor are stood in for.
        let script = format!(
            "compdef() {{ : }}; _describe() {{ print -rl -- ${{(P)@[-1]}} }}; eval \"$(track completions zsh)\"; \
             words=({words}); CURRENT=$#words; _clap_dynamic_completer_track"
        );
        let Some(offered) = run("zsh", &["-f"], &repo, &script) else { return };
        let sorted =
            |words: &[String]| -> std::collections::BTreeSet<String> { words.iter().cloned().collect() };
        let expected: Vec<String> = expected.iter().map(|&word| word.to_owned()).collect();
        assert_eq!(sorted(&offered), sorted(&expected), "{words}");
    }
}
