//! The program under `strace`, which refuses system calls, holds them up, or kills the program at one.
//!
//! Only the program itself is traced, not what it starts: git, a shell and an editor do their calls unharmed. With as few
//! records as the trials have it makes no threads, so that every call of its own is seen.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Output, Stdio};

use crate::support::Repo;

/// The calls that touch files; one that a machine does not have is passed over.
const CALLS: &str = "?open,openat,?read,?pread64,?write,?close,?fsync,?fdatasync,?fchmod,?fchmodat,?fchown,?fchownat,?stat,\
    ?lstat,?fstat,?newfstatat,?statx,?rename,?renameat,?renameat2,?link,?linkat,?unlink,?unlinkat,?mkdir,?mkdirat,?flock,\
    ?fcntl,?getdents64,?pipe2,?ftruncate,?faccessat,?faccessat2,?fgetxattr,?fsetxattr,?fremovexattr";

/// A system call that the program makes.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    /// Its name.
    pub(crate) call: String,
    /// Which one of this name it is, from 1.
    pub(crate) nth: usize,
    /// The call as `strace` writes it.
    pub(crate) line: String,
    /// Whether it closes an end of a pipe. A call that is refused is not made, and whoever reads the other end of a pipe that
    /// stays open waits for good: on a real machine the end is closed, whatever the answer.
    pub(crate) ends_a_pipe: bool,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The exit status; none if it was killed.
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// Takes the end of a run by itself or under `strace`, which ends as the program does.
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let status = output.status.code();
        assert!(status.is_some() || output.status.signal().is_some());
        Self { status, out: text(output.stdout), err: text(output.stderr) }
    }
}

/// What goes wrong in a run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strace {
    faults: Vec<String>,
    /// More of the environment.
    env: Vec<(&'static str, String)>,
}

impl Strace {
    /// Nothing but what this machine refuses each time.
    pub(crate) fn always(always: &[&str]) -> Self {
        Self { faults: always.iter().map(|&fault| fault.to_owned()).collect(), env: Vec::new() }
    }

    /// Something in the environment.
    pub(crate) fn env(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.env.push((name, value.into()));
        self
    }

    /// One thing more, as `--inject` wants it.
    pub(crate) fn and(mut self, fault: impl Into<String>) -> Self {
        self.faults.push(fault.into());
        self
    }

    /// Kills the program where it is about to make a call.
    pub(crate) fn kill(self, step: &Step) -> Self {
        self.and(format!("{}:signal=KILL:when={}", step.call, step.nth))
    }

    /// Begins a run; its standard output and error are kept.
    pub(crate) fn spawn(&self, repo: &Repo, args: &[&str]) -> Child {
        let mut command = self.command(&repo.command(args));
        command.arg("-o").arg(log_of(repo));
        command.args(["--", env!("CARGO_BIN_EXE_track")]).args(args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Runs to the end; what was to go wrong must have gone wrong.
    pub(crate) fn run(&self, repo: &Repo, args: &[&str]) -> Ended {
        let ended = Ended::of(self.spawn(repo, args).wait_with_output().unwrap());
        let log = fs::read_to_string(log_of(repo)).unwrap();
        fs::remove_file(log_of(repo)).unwrap();
        let hit = self.faults.is_empty()
            || ended.status.is_none()
            || log.contains("(INJECTED)")
            || log.contains("(DELAYED)");
        assert!(hit, "{self:?} did not happen: {ended:?}\n{log}");
        ended
    }

    /// Runs to the end, and tells the steps from the first that touches the repository.
    pub(crate) fn steps(&self, repo: &Repo, args: &[&str]) -> (Ended, Vec<Step>) {
        let ended = Ended::of(self.spawn(repo, args).wait_with_output().unwrap());
        let log = fs::read_to_string(log_of(repo)).unwrap();
        fs::remove_file(log_of(repo)).unwrap();
        (ended, steps(&log, repo.dir.path().to_str().unwrap()))
    }

    fn command(&self, track: &Command) -> Command {
        let mut command = Command::new("strace");
        command.args(["-qq", "-s", "4096", "-e"]).arg(format!("trace={CALLS}"));
        for fault in &self.faults {
            command.arg(format!("--inject={fault}"));
        }
        command.current_dir(track.get_current_dir().unwrap()).stdin(Stdio::null());
        for (name, value) in track.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// Beside the repository, so that it is no stray in it.
fn log_of(repo: &Repo) -> std::path::PathBuf {
    repo.dir.path().with_extension("strace")
}

fn steps(log: &str, root: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut pipes: Vec<&str> = Vec::new();
    for line in log.lines() {
        let Some((call, rest)) = line.split_once('(') else { continue };
        if call.contains(' ') || call.starts_with('<') {
            continue;
        }
        let nth = 1 + steps.iter().filter(|step| step.call == call).count();
        let ends = rest.split(['[', ',', ' ', ']', ')']).filter(|word| !word.is_empty());
        if call == "pipe2" {
            pipes.extend(ends.clone().take(2));
        }
        let closed = pipes.iter().position(|pipe| call == "close" && ends.clone().next() == Some(pipe));
        let ends_a_pipe = closed.map(|at| pipes.swap_remove(at)).is_some();
        steps.push(Step { call: call.to_owned(), nth, line: line.to_owned(), ends_a_pipe });
    }
    let first = steps.iter().position(|step| step.line.contains(root)).expect("the repository is touched");
    steps.split_off(first)
}

/// Fails aloud where there is no `strace`, or it may not trace.
pub(crate) fn must_work() {
    let tried = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
    match tried {
        Err(error) => panic!("the fault run needs strace (apt-get install strace): {error}"),
        Ok(output) => assert!(
            output.status.success(),
            "strace may not trace here (is ptrace forbidden?): {}",
            String::from_utf8_lossy(&output.stderr)
        ),
    }
}
