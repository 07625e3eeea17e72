//! A repository in a folder of its own, and the program run in it.

#![allow(
    dead_code,
    clippy::print_stderr,
    reason = "each test takes the part it needs, and says aloud what it skips"
)]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// The day that tests ask about unless they say otherwise.
pub(crate) const TODAY: &str = "2026-11-23";

/// A record with nothing but what must be there.
pub(crate) fn record(title: &str, published: &str) -> String {
    let published = if published.len() == 10 { published.to_owned() } else { format!("\"{published}\"") };
    format!("title = \"{title}\"\ntype = \"national\"\npublished = {published}\n")
}

/// The repository of this project.
pub(crate) fn own_root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// This project's records: path from the root and text, sorted.
pub(crate) fn own_records() -> Vec<(String, String)> {
    let paths = files_below(&own_root().join("records")).into_iter();
    paths
        .map(|path| {
            (format!("records/{path}"), fs::read_to_string(own_root().join("records").join(&path)).unwrap())
        })
        .collect()
}

/// Every file below a folder, as sorted paths with `/`.
pub(crate) fn files_below(root: &Path) -> Vec<String> {
    let (mut found, mut folders) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path().strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// What a run of the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) took: Duration,
}

impl Run {
    /// Asserts the exit status.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Asserts that standard output says something.
    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(self.out.contains(words), "`{words}` is not in {self:#?}");
        self
    }

    /// Asserts that standard error says something.
    #[track_caller]
    pub(crate) fn tells(self, words: &str) -> Self {
        assert!(self.err.contains(words), "`{words}` is not in {self:#?}");
        self
    }

    /// Reads standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }
}

/// The program in a folder, with nothing of the caller's environment that it heeds.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_track"));
    for name in [
        "TRACK_REPO",
        "TRACK_TODAY",
        "TRACK_COMPLETE",
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "TERM",
    ] {
        command.env_remove(name);
    }
    command.env_remove("GITHUB_STEP_SUMMARY");
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Run {
    let begun = Instant::now();
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap_or_else(|| panic!("killed: {:?}", output.status));
    let run = Run { code, out: text(output.stdout), err: text(output.stderr), took: begun.elapsed() };
    assert!(code != 101 && !run.err.contains("panicked"), "{run:#?}");
    run
}

/// A repository that goes away after the test.
pub(crate) struct Repo {
    pub(crate) dir: TempDir,
}

impl Repo {
    /// Lays a repository with these files, given as path and text.
    pub(crate) fn with<P: AsRef<str>, T: AsRef<[u8]>>(files: &[(P, T)]) -> Self {
        let repo = Self { dir: tempfile::tempdir().unwrap() };
        fs::create_dir(repo.path("records")).unwrap();
        for (path, text) in files {
            repo.write(path.as_ref(), text.as_ref());
        }
        repo
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &[u8]) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    /// The command line, on `TODAY` unless the arguments or the environment say otherwise.
    pub(crate) fn command<A: AsRef<OsStr>>(&self, args: &[A]) -> Command {
        let mut command = command(self.dir.path());
        command.env("TRACK_TODAY", TODAY).args(args);
        command
    }

    pub(crate) fn run<A: AsRef<OsStr>>(&self, args: &[A]) -> Run {
        finish(&mut self.command(args))
    }

    /// Runs a command line whose words are parted by spaces.
    pub(crate) fn track(&self, line: &str) -> Run {
        self.run(&line.split(' ').collect::<Vec<_>>())
    }

    /// Runs the program on a pseudo-terminal with these keys typed, a line at each pause; a line that begins with `!` is run
    /// beside it instead. What it said and ended with. `None`: no terminal here.
    pub(crate) fn on_a_terminal(&self, args: &[&str], keys: &str) -> Option<(i32, String)> {
        self.on_a_terminal_with(&[], args, keys)
    }

    /// The same with more in the environment.
    pub(crate) fn on_a_terminal_with(
        &self,
        more: &[(&str, &str)],
        args: &[&str],
        keys: &str,
    ) -> Option<(i32, String)> {
        const SCRIPT: &str = r"
import os, pty, sys, time, select
pid, fd = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], ['track'] + sys.argv[3:])
keys, said = sys.argv[2].encode().decode('unicode_escape').encode('latin-1').decode('utf-8').splitlines(True), b''
end = time.time() + 20
while time.time() < end:
    ready, _, _ = select.select([fd], [], [], 0.2)
    if ready:
        try: piece = os.read(fd, 65536)
        except OSError: break
        if not piece: break
        said += piece
    elif keys:
        key = keys.pop(0)
        if key.startswith('!'): os.system(key[1:])
        else: os.write(fd, key.encode())
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(said)
sys.exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 100 + os.WTERMSIG(status))
";
        let real = self.command::<&str>(&[]);
        let mut python = Command::new("python3");
        for (name, value) in real.get_envs() {
            match value {
                Some(value) => python.env(name, value),
                None => python.env_remove(name),
            };
        }
        python
            .envs(more.iter().copied())
            .current_dir(self.dir.path())
            .args(["-c", SCRIPT, env!("CARGO_BIN_EXE_track"), keys])
            .args(args);
        let end = python.output().ok()?;
        let err = String::from_utf8_lossy(&end.stderr);
        if err.contains("Error") {
            eprintln!("skipped: {err}");
            return None;
        }
        Some((end.status.code()?, String::from_utf8_lossy(&end.stdout).into_owned()))
    }

    /// What `list` says about one record on a day.
    #[track_caller]
    pub(crate) fn row(&self, id: &str, today: &str) -> Value {
        let list = self.track(&format!("list {id} --format json --today {today}")).json();
        let rows = list["inspections"].as_array().unwrap();
        assert_eq!(rows.len(), 1, "{list}");
        rows[0].clone()
    }

    /// The state that `list` gives a record on a day.
    #[track_caller]
    pub(crate) fn state(&self, id: &str, today: &str) -> String {
        self.row(id, today)["state"].as_str().unwrap().to_owned()
    }
}
