//! `docs/CHECKS.md`: its sessions are run, and what it says of the action and the hooks is so.
//! `ACCEPT=1 cargo test --test checks_page` writes what the sessions say into the page.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::process::Command;

use clap::Parser as _;
use similar::TextDiff;
use support::{Repo, own_root, record};
use track::cli::Cli;

const PAGE: &str = "docs/CHECKS.md";

fn read(path: &str) -> String {
    fs::read_to_string(own_root().join(path)).unwrap().replace("\r\n", "\n")
}

/// The blocks of a page in a language.
fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let fence = format!("\n```{language}\n");
    page.split(&fence).skip(1).map(|rest| rest.split_once("\n```").unwrap().0).collect()
}

/// The words of a command line: parted by spaces, but not between quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (n, part) in line.split('"').enumerate() {
        if n % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Two records on `main`, and the work tree of somebody who begins.
fn begun() -> Repo {
    let custody =
        format!("{}forces = \"all\"\nfollows = [\"2026-09-roads\"]\n", record("Roads again", "2026-11-02"));
    let roads = format!("{}forces = \"all\"\n", record("Roads policing", "2026-10-01"));
    let repo = Repo::with(&[
        ("records/2026-09-roads.toml", roads.as_str()),
        ("records/2026-11-roads.toml", &custody),
        (".gitignore", ".track.lock\n"),
    ]);
    for line in ["init --quiet -b main", "add .", "commit --quiet -m x"] {
        assert_eq!(run(&repo, &format!("git {line}")), (String::new(), 0), "{line}");
    }
    repo
}

/// Runs a step; what it said, standard output and error as a terminal shows them together, and how it ended.
fn run(repo: &Repo, line: &str) -> (String, i32) {
    let path = repo.path(".git/said");
    fs::create_dir_all(repo.path(".git")).unwrap();
    let said = fs::File::options().create(true).append(true).open(&path).unwrap();
    let words = words(line);
    let mut command = match words[0].as_str() {
        "track" => repo.command(&words[1..]),
        "git" => {
            let mut git = Command::new("git");
            git.current_dir(repo.dir.path()).args(["-c", "user.name=x", "-c", "user.email=x@example.org"]);
            git.args(&words[1..]);
            git
        }
        other => panic!("`{other}` is not run: {line}"),
    };
    command.env("COLUMNS", "80").env("NO_COLOR", "1").env_remove("GIT_DIR").env_remove("GIT_INDEX_FILE");
    let status =
        command.stdout(said.try_clone().unwrap()).stderr(said).status().expect("this test needs git");
    let text = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    // The folder has another name each time.
    let root = format!("{}{}", repo.dir.path().display(), std::path::MAIN_SEPARATOR);
    let text = text.replace(&root, "/home/you/inspections/");
    (text, status.code().unwrap())
}

#[test]
fn every_session_in_a_work_tree_goes_as_the_page_tells_it() {
    const FENCE: &str = "```ShellSession\n";
    let page = read(PAGE);
    let repo = begun();
    let (mut told, mut rest, mut steps) = (String::new(), page.as_str(), 0);
    while let Some((text, block)) = rest.split_once(FENCE) {
        let (block, after) = block.split_once("```").unwrap();
        told.push_str(&format!("{text}{FENCE}"));
        let mut said_last = false;
        for line in block.lines().filter_map(|line| line.strip_prefix("$ ")) {
            let (said, code) = run(&repo, line);
            let between = if said_last { "\n" } else { "" };
            let ended = if code == 0 { String::new() } else { format!("? {code}\n") };
            told.push_str(&format!("{between}$ {line}\n{ended}{said}"));
            said_last = !said.is_empty();
            steps += 1;
        }
        told.push_str("```");
        rest = after;
    }
    told.push_str(rest);
    assert!(steps >= 6, "only {steps} steps");
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(own_root().join(PAGE), &told).unwrap();
    } else if told != page {
        panic!(
            "the page tells it otherwise:\n{}",
            TextDiff::from_lines(page.as_str(), told.as_str()).unified_diff()
        );
    }
}

#[test]
fn every_other_session_says_what_the_page_says() {
    trycmd::TestCases::new()
        .register_bin("track", std::path::Path::new(env!("CARGO_BIN_EXE_track")))
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .env("TRACK_REPO", ".")
        .case(PAGE);
}

#[test]
fn no_session_is_left_out() {
    let page = read(PAGE);
    let run = blocks(&page, "console").concat() + &blocks(&page, "ShellSession").concat();
    assert_eq!(page.matches("\n$ ").count(), run.matches("$ ").count());
    for fence in page.lines().filter_map(|line| line.strip_prefix("```")) {
        assert!(["", "console", "ShellSession", "yaml"].contains(&fence), "{fence}");
    }
}

/// The lines of a file for a code host that run track.
fn lines_of_track(text: &str) -> Vec<&str> {
    text.lines()
        .map(|line| line.trim_start().trim_start_matches("- ").trim_start_matches("run: "))
        .map(|line| line.trim_start_matches("entry: ").trim_end_matches(" || true"))
        .filter(|line| line.starts_with("track "))
        .collect()
}

#[test]
fn every_line_that_a_code_host_runs_is_understood() {
    let page = read(PAGE);
    let files = ["github.yml", "gitlab.yml", "pre-commit.yaml"]
        .map(|file| read(&format!("src/view/starter/files/{file}")));
    let hooks = read(".pre-commit-hooks.yaml");
    let texts =
        blocks(&page, "yaml").into_iter().chain(files.iter().map(String::as_str)).chain([hooks.as_str()]);
    let mut seen = 0;
    for line in texts.flat_map(lines_of_track) {
        Cli::try_parse_from(words(line)).unwrap_or_else(|error| panic!("{line}: {error}"));
        seen += 1;
    }
    assert!(seen >= 9, "only {seen} lines");
    // What GitLab runs in the page is what `track init` writes.
    let job = blocks(&page, "yaml").into_iter().find(|block| block.starts_with("track-check:")).unwrap();
    assert!(files[1].contains(job), "{job}");
}

#[test]
fn the_page_names_every_input_and_output_of_the_action_and_no_other() {
    let (page, action) = (read(PAGE), read("action.yml"));
    let keys = |from: &str, to: &str| -> Vec<String> {
        let part = action
            .split(&format!("\n{from}:\n"))
            .nth(1)
            .unwrap()
            .split(&format!("\n{to}:\n"))
            .next()
            .unwrap();
        let keys = part.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
        keys.map(|line| line.trim().trim_end_matches(':').to_owned()).collect()
    };
    let table = |head: &str| -> Vec<String> {
        let table = page.split(&format!("\n| {head} |")).nth(1).unwrap().split("\n\n").next().unwrap();
        let cells = table.lines().skip(2).map(|row| row.split('|').nth(1).unwrap());
        cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
    };
    assert_eq!(table("Input"), keys("inputs", "outputs"));
    assert_eq!(table("Output"), keys("outputs", "runs"));
    let workflow = blocks(&page, "yaml").into_iter().find(|block| block.contains("uses: OWNER/")).unwrap();
    let with = workflow.split("uses: OWNER/").nth(1).unwrap().split("      - name:").next().unwrap();
    let given = with.lines().skip(2).filter(|line| !line.trim().starts_with('#'));
    for input in given.map(|line| line.trim().split(':').next().unwrap()) {
        assert!(keys("inputs", "outputs").iter().any(|key| key == input), "{input}");
    }
}

#[test]
fn the_hooks_that_the_page_names_are_there() {
    let (page, hooks) = (read(PAGE), read(".pre-commit-hooks.yaml"));
    let config = blocks(&page, "yaml").into_iter().find(|block| block.starts_with("repos:")).unwrap();
    let named: Vec<&str> = config.lines().filter_map(|line| line.trim().strip_prefix("- id: ")).collect();
    assert_eq!(named.len(), hooks.matches("- id: ").count());
    for id in named {
        assert!(hooks.contains(&format!("- id: {id}\n")) && page.contains(&format!("`{id}`")), "{id}");
    }
    // One process reads them all, and a record that is taken away is heard.
    assert_eq!(hooks.matches("require_serial: true").count(), 2);
    assert!(hooks.split("- id: track-fmt").next().unwrap().contains("always_run: true"));
}
