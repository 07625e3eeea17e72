//! The action of GitHub: its very step, as `action.yml` has it, is run here as a runner runs it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use support::{Repo, TODAY, files_below, own_root, record};
use tempfile::TempDir;

const WRONG: &str = "title = \"Wrong\"\ntype = \"national\"\npublished = 2026-11-31\n";

/// What stands in `action.yml`. It is written so that lines can be read for what they are; anything else is a fault.
struct Action {
    /// The inputs with their defaults.
    inputs: BTreeMap<String, String>,
    /// Which variable has which input.
    env: BTreeMap<String, String>,
    run: String,
}

/// The lines of a block that stands below a line, without what they are set in by.
fn block(text: &str, line: &str, set_in: usize) -> Vec<String> {
    let indent = " ".repeat(set_in);
    let lines = text.lines().skip_while(|other| *other != line).skip(1);
    let lines = lines.take_while(|line| line.starts_with(&indent) || line.is_empty());
    lines.map(|line| line.get(set_in..).unwrap_or_default().to_owned()).collect()
}

fn action() -> Action {
    let text = fs::read_to_string(own_root().join("action.yml")).unwrap();
    let (mut inputs, mut name) = (BTreeMap::new(), String::new());
    for line in block(&text, "inputs:", 2) {
        if let Some(default) = line.strip_prefix("  default: ") {
            let default = default.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
            inputs.insert(name.clone(), default.to_owned());
        } else if !line.starts_with(' ') {
            line.strip_suffix(':').unwrap().clone_into(&mut name);
        }
    }
    let step = block(&text, "    - id: check", 6);
    let step = step.join("\n");
    assert!(step.contains("shell: bash\nenv:\n"), "{step}");
    let env = block(&step, "env:", 2).into_iter().map(|line| {
        let (variable, value) = line.split_once(": ${{ inputs.").unwrap();
        (variable.to_owned(), value.strip_suffix(" }}").unwrap().to_owned())
    });
    let run = step.lines().find_map(|line| line.strip_prefix("run: ")).unwrap().to_owned();
    Action { inputs, env: env.collect(), run }
}

/// What a step did.
#[derive(Debug)]
struct Job {
    code: i32,
    log: String,
    outputs: BTreeMap<String, String>,
    summary: String,
}

impl Job {
    /// Asserts how it ended, and that its outputs say so.
    #[track_caller]
    fn ends(self, code: i32, counts: [&str; 3]) -> Self {
        let told = ["errors", "warnings", "files"].map(|name| self.outputs[name].as_str());
        assert_eq!((self.code, told), (code, counts), "{self:#?}");
        self
    }

    /// Asserts that the log says something.
    #[track_caller]
    fn says(self, words: &str) -> Self {
        assert!(self.log.contains(words), "`{words}` is not in {self:#?}");
        self
    }

    /// The lines of the log that the runner takes for commands.
    fn commands(&self) -> Vec<&str> {
        let (mut heeded, mut stop) = (Vec::new(), None);
        for line in self.log.lines().map(str::trim_start) {
            match stop {
                Some(token) if line == format!("::{token}::") => stop = None,
                Some(_) => {}
                None => match line.strip_prefix("::stop-commands::") {
                    Some(token) => stop = Some(token),
                    None if line.starts_with("::") || line.contains("##[") => heeded.push(line),
                    None => {}
                },
            }
        }
        assert_eq!(stop, None, "commands are heeded again at the end: {}", self.log);
        heeded
    }
}

/// Runs the step in a folder that was checked out.
#[track_caller]
fn step(workspace: &Path, inputs: &[(&str, &str)], more: &[(&str, &str)]) -> Job {
    let action = action();
    let temp = TempDir::with_prefix("runner temp").unwrap();
    let file = |name: &str| {
        let path = temp.path().join(name);
        fs::write(&path, "").unwrap();
        path
    };
    let (output, summary, script) = (file("output"), file("summary"), file("step.sh"));
    fs::write(&script, &action.run).unwrap();
    let mut bash = Command::new("bash");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(&script).current_dir(workspace);
    for (variable, input) in &action.env {
        let given = inputs.iter().find(|(name, _)| name == input).map(|(_, value)| *value);
        bash.env(variable, given.unwrap_or(&action.inputs[input]));
    }
    for name in ["TRACK_REPO", "TRACK_TODAY", "GIT_DIR"] {
        bash.env_remove(name);
    }
    bash.env("GITHUB_OUTPUT", &output).env("GITHUB_STEP_SUMMARY", &summary).env("RUNNER_TEMP", temp.path());
    bash.env("GITHUB_ACTION_PATH", own_root()).env("GITHUB_ACTIONS", "true").envs(more.iter().copied());
    let ended = bash.stdin(Stdio::null()).output().expect("the step of the action needs bash");
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let outputs = fs::read_to_string(&output).unwrap();
    let outputs = outputs.lines().map(|line| line.split_once('=').unwrap());
    let job = Job {
        code: ended.status.code().unwrap(),
        log: text(ended.stdout) + &text(ended.stderr),
        outputs: outputs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        summary: fs::read_to_string(&summary).unwrap(),
    };
    assert_eq!(
        job.outputs.keys().collect::<Vec<_>>(),
        ["errors", "exit-status", "files", "warnings"],
        "{job:#?}"
    );
    assert_eq!(job.outputs["exit-status"], job.code.to_string(), "{job:#?}");
    assert!(job.outputs.values().all(|value| value.bytes().all(|byte| byte.is_ascii_digit())), "{job:#?}");
    job
}

/// Runs the step on the day of the tests, with the track of this build.
#[track_caller]
fn run(repo: &Repo, inputs: &[(&str, &str)]) -> Job {
    let usual = [("track", env!("CARGO_BIN_EXE_track")), ("today", TODAY)];
    let given = |name: &str| inputs.iter().any(|(other, _)| *other == name);
    let usual = usual.into_iter().filter(|(name, _)| !given(name));
    step(repo.dir.path(), &inputs.iter().copied().chain(usual).collect::<Vec<_>>(), &[])
}

fn late() -> String {
    record("Late", "2026-01-05")
}

#[test]
fn every_input_goes_by_the_environment_and_none_is_part_of_the_script() {
    let text = fs::read_to_string(own_root().join("action.yml")).unwrap();
    let action = action();
    let mut used: Vec<&str> = action.env.values().map(String::as_str).collect();
    used.sort_unstable();
    assert_eq!(used, action.inputs.keys().collect::<Vec<_>>(), "each input is used, and once");
    assert!(!action.run.contains("${{"), "{}", action.run);
    assert_eq!(text.matches("${{").count(), used.len() + 4, "the inputs and the four outputs");
    assert_eq!(text.matches("${{ steps.check.outputs.").count(), 4);
    assert_eq!((text.matches(" run: ").count(), text.matches("uses:").count()), (1, 0));
    let script = fs::read_to_string(own_root().join(".github/action/check.sh")).unwrap();
    for variable in action.env.keys() {
        assert!(script.contains(&format!("${variable}\"")), "{variable} is not used, or not in quotes");
    }
    assert!(!script.contains("eval") && !script.contains("${{"), "{script}");
}

#[test]
fn outputs_say_what_was_found() {
    let repo = Repo::with(&[("records/a.toml", record("A", "2026-11-20"))]);
    run(&repo, &[]).ends(0, ["0", "0", "1"]);
    repo.write("records/late.toml", late().as_bytes());
    run(&repo, &[]).ends(0, ["0", "1", "2"]);
    run(&repo, &[("deny-warnings", "true")]).ends(1, ["0", "1", "2"]);
    repo.write("records/wrong.toml", WRONG.as_bytes());
    run(&repo, &[]).ends(1, ["1", "1", "3"]).says("no such day");
    run(&repo, &[("annotations", "false")]).ends(1, ["1", "1", "3"]).says("no such day");
    run(&repo, &[("today", "2026-01-05")]).ends(1, ["1", "1", "3"]);
}

#[test]
fn findings_are_marked_unless_that_is_turned_off() {
    let repo = Repo::with(&[("our records/records/wrong.toml", WRONG)]);
    fs::create_dir(repo.path(".git")).unwrap();
    let inputs = [("repo", "our records")];
    let job = run(&repo, &inputs).ends(1, ["1", "0", "1"]);
    assert_eq!(job.commands().len(), 1, "{job:#?}");
    let job = job.says("::error file=our records/records/wrong.toml,line=3");
    assert!(job.summary.contains("no-such-day"), "{job:#?}");
    let job = run(&repo, &[inputs[0], ("annotations", "false")]).ends(1, ["1", "0", "1"]);
    assert!(job.commands().is_empty() && job.summary.is_empty(), "{job:#?}");
}

#[test]
fn findings_are_written_as_sarif_where_that_is_asked_for() {
    let repo = Repo::with(&[("records/wrong.toml", WRONG)]);
    for _ in 0..2 {
        run(&repo, &[("sarif-file", "-out put.sarif")]).ends(1, ["1", "0", "1"]);
        let sarif = fs::read_to_string(repo.path("-out put.sarif")).unwrap();
        let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
        assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "T006");
    }
    run(&repo, &[("sarif-file", "no/such/folder/x")]).ends(3, ["1", "0", "1"]);
    run(&Repo::with(&[("records/a.toml", "")]), &[]).ends(1, ["3", "0", "1"]);
}

#[test]
fn what_is_overdue_fails_the_step_where_that_is_asked_for() {
    let repo = Repo::with(&[("records/late.toml", late())]);
    run(&repo, &[("fail-on-overdue", "true")]).ends(1, ["0", "1", "1"]).says("overdue, 267 days");
    run(&repo, &[("fail-on-overdue", "true"), ("today", "2026-02-01")]).ends(0, ["0", "0", "1"]);
    run(&repo, &[("fail-on-overdue", "false")]).ends(0, ["0", "1", "1"]);
}

#[test]
fn only_what_has_changed_is_checked_where_that_is_asked_for() {
    let repo = Repo::with(&[("records/wrong.toml", WRONG)]);
    let git = |line: &str| {
        let mut git = Command::new("git");
        git.current_dir(repo.dir.path()).args(["-c", "user.name=x", "-c", "user.email=x@example.org"]);
        assert!(git.args(line.split(' ')).output().expect("this test needs git").status.success(), "{line}");
    };
    git("init -q -b main");
    run(&repo, &[("changed-since", "main")]).ends(1, ["", "", ""]).says("nothing is committed yet");
    git("add .");
    git("commit -qm x");
    repo.write("records/late.toml", late().as_bytes());
    run(&repo, &[("changed-since", "main")]).ends(0, ["0", "1", "1"]);
    run(&repo, &[("changed-since", "--output=x")]).ends(1, ["", "", ""]).says("git knows no commit");
}

#[test]
fn a_step_that_cannot_check_says_so_in_its_outputs() {
    let repo = Repo::with(&[("records/a.toml", record("A", "2026-11-20"))]);
    for (input, value, code, words) in [
        ("repo", "nowhere", 3, "cannot open the folder `"),
        ("today", "2026-11-31", 2, "is no day to ask about"),
        ("changed-since", "no-such", 3, "not in a work tree of git"),
        ("track", "/no/such/track", 3, "the input track names no program"),
        ("track", "no-such-track", 3, "the input track names no program"),
        ("track", "records", 3, "the input track names no program"),
        ("track", "false", 1, "the check could not be made"),
        ("track", "true", 3, "the check could not be made"),
        ("deny-warnings", "yes", 2, "the input deny-warnings is neither true nor false"),
        ("fail-on-overdue", "1", 2, "the input fail-on-overdue is neither"),
        ("annotations", "off", 2, "the input annotations is neither"),
    ] {
        let mut ceiling = repo.dir.path().parent().unwrap().to_str().unwrap().to_owned();
        ceiling.push('/');
        let inputs = [("track", env!("CARGO_BIN_EXE_track")), ("today", TODAY)];
        let inputs: Vec<_> =
            inputs.into_iter().filter(|(name, _)| *name != input).chain([(input, value)]).collect();
        let job = step(repo.dir.path(), &inputs, &[("GIT_CEILING_DIRECTORIES", &ceiling)]);
        let job = job.ends(code, ["", "", ""]).says(words).says("::error title=track check::");
        assert_eq!(job.summary, "", "{job:#?}");
    }
}

#[test]
fn no_value_of_an_input_is_taken_for_more_than_a_value() {
    let repo = Repo::with(&[("records/a.toml", record("A", "2026-11-20"))]);
    let before = files_below(repo.dir.path());
    let names: Vec<String> = action().inputs.into_keys().collect();
    for value in [
        "\"; touch sprung; \"",
        "'; touch sprung; '",
        "$(touch sprung)",
        "`touch sprung`",
        "x\ntouch sprung",
        "x\nerrors=0\nsprung=1",
        "x\n::error::sprung",
        "%0A::error::sprung",
        "--help",
        "-h",
        "--repo=/",
        "--",
        "*",
        "${IN_TRACK}",
        "a b",
        "\u{1b}[31m",
        "; exit 0",
    ] {
        for name in &names {
            let mut given = vec![(name.as_str(), value)];
            if name == "sarif-file" {
                given.push(("repo", "/no/such/folder")); // where it is asked for a file it makes one, whatever its name
            }
            let job = run(&repo, &given);
            assert!(job.code <= 3 && job.code > 0, "{name}={value:?}: {job:#?}");
            assert!(job.outputs["errors"].is_empty(), "{name}={value:?}: {job:#?}");
            let commands = job.commands();
            let own =
                |line: &&str| line.starts_with("::error title=track check::the ") && !line.contains("sprung");
            assert!(commands.iter().all(own), "{name}={value:?}: {commands:#?}");
            assert_eq!(files_below(repo.dir.path()), before, "{name}={value:?}");
        }
    }
}

#[test]
fn a_file_for_sarif_may_have_any_name() {
    let repo = Repo::with(&[("records/a.toml", record("A", "2026-11-20"))]);
    for name in ["$(touch sprung)", "\"; touch sprung; \"", "--help", "*", "a\nb"] {
        run(&repo, &[("sarif-file", name)]).ends(0, ["0", "0", "1"]);
        assert!(repo.path(name).is_file(), "{name:?}");
    }
    assert_eq!(files_below(repo.dir.path()).len(), 6);
}

#[test]
fn no_text_of_a_record_is_a_command_to_the_runner() {
    let title = "\"\"\"\n::error::sprung\n##[error]sprung\n::set-output name=errors::9\n\"\"\"";
    let text = |key: &str| format!("title = {title}\ntype = \"national\"\npublished = 2026-01-05\n{key}");
    let repo = Repo::with(&[
        ("records/a.toml", text("url = \"::error::sprung\"\n")),
        ("records/b.toml", text("\"::error::sprung\" = 1\n")),
    ]);
    for inputs in [&[][..], &[("annotations", "false")], &[("fail-on-overdue", "true")]] {
        let job = run(&repo, inputs);
        assert_eq!(job.code, 1);
        for command in job.commands() {
            let own = command.starts_with("::error file=records/")
                || command.starts_with("::warning file=records/");
            assert!(own, "{command}");
        }
    }
}

/// A folder of programs that go before all others.
fn programs(programs: &[(&str, &str)]) -> TempDir {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    for (name, script) in programs {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    folder
}

/// Runs the step without a track, where cargo and rustup are these; the log, and what they were asked.
fn built(repo: &Repo, cargo: &str, rustup: &str) -> (Job, String) {
    let asked = repo.path("asked");
    let note = format!("printf '%s %s: %s\\n' \"${{0##*/}}\" \"$PWD\" \"$*\" >>'{}'", asked.display());
    let folder =
        programs(&[("cargo", &format!("{note}\n{cargo}")), ("rustup", &format!("{note}\n{rustup}"))]);
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
    let real = env!("CARGO_BIN_EXE_track");
    let job = step(repo.dir.path(), &[("today", TODAY)], &[("PATH", &path), ("REAL", real)]);
    let root = own_root().to_str().unwrap();
    (job, fs::read_to_string(&asked).unwrap().replace(root, "ACTION"))
}

#[test]
fn track_is_built_from_the_version_of_the_action() {
    let repo = Repo::with(&[("records/a.toml", record("A", "2026-11-20"))]);
    let install = "for root; do :; done; mkdir -p \"$root/bin\"; cp \"$REAL\" \"$root/bin/track\"";
    let cargo =
        |version: &str| format!("case $1 in --version) echo 'cargo {version} (x)' ;; *) {install} ;; esac");
    let (job, asked) = built(&repo, &cargo("1.95.0"), "exit 1");
    job.ends(0, ["0", "0", "1"]);
    let lines: Vec<&str> = asked.lines().collect();
    assert_eq!(lines[0], "cargo ACTION: --version");
    assert!(lines[1].starts_with("cargo ACTION: install --locked --path . --root /"), "{asked}");
    assert!(lines[1].ends_with("/track") && lines.len() == 2, "{asked}");
    // An older cargo is passed over for the one that is needed.
    fs::remove_file(repo.path("asked")).unwrap();
    let (job, asked) = built(&repo, &cargo("1.94.1"), "exit 0");
    job.ends(0, ["0", "0", "1"]);
    assert!(asked.contains("rustup ACTION: toolchain install 1.95 --profile minimal"), "{asked}");
    assert!(asked.contains("cargo ACTION: +1.95 install --locked"), "{asked}");
    for (cargo, rustup) in [("exit 101", "exit 1"), (cargo("1.80.0").as_str(), "exit 1")] {
        let (job, _) = built(&repo, cargo, rustup);
        job.ends(3, ["", "", ""]).says("track could not be built");
    }
}
