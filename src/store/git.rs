//! Runs git, which only reads here: no hook, no filter, no fetch, and no repository but that of the folder.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use super::{LARGEST, Repository};

/// What a caller may have set so that git looks at another repository than the one in the folder, or reads paths otherwise.
const FOREIGN: [&str; 13] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
    "GIT_REPLACE_REF_BASE",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
];

/// Why git gave no answer.
pub(super) enum Silence {
    /// It failed, with these words.
    Failed(String),
    /// There is no such thing as was asked for: git ends with 1, and says nothing or these words.
    Nothing(String),
    /// It is not on this machine.
    Missing,
}

impl Repository {
    /// Asks git something; what it answered.
    pub(super) fn git(&self, args: &[&str]) -> Result<Vec<u8>, Silence> {
        run(self.git_command(args))
    }

    fn git_command(&self, args: &[&str]) -> Command {
        let mut git = Command::new("git");
        // A monitor of files is a program that the repository's own settings name.
        git.args(["--no-optional-locks", "-c", "core.fsmonitor=false", "-C"]).arg(&self.root).args(args);
        git.stdin(Stdio::null()).env("LC_ALL", "C").env("LANG", "C");
        git.env("GIT_LITERAL_PATHSPECS", "1").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
        // No protocol has this name: a git that does not know GIT_NO_LAZY_FETCH then fetches nothing either.
        git.env("GIT_ALLOW_PROTOCOL", "none");
        for name in FOREIGN {
            git.env_remove(name);
        }
        // What it says of its own work would stand among what it says of a refusal, or go to a file.
        for (name, _) in std::env::vars_os() {
            if name.as_encoded_bytes().starts_with(b"GIT_TRACE") {
                git.env_remove(name);
            }
        }
        git
    }

    /// Hands over what git keeps under each name, in their order; `None` where it does not have it, or where it is larger
    /// than a record may be.
    pub(super) fn git_blobs(
        &self,
        names: &[&str],
        take: &mut dyn FnMut(usize, Option<&[u8]>),
    ) -> Result<(), Silence> {
        let failed = |error: io::Error| Silence::Failed(error.to_string());
        let mut git = self.git_command(&["cat-file", "--batch"]);
        git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut git = git.spawn().map_err(|error| not_begun(&error))?;
        let (asking, answers) = (git.stdin.take(), git.stdout.take());
        let read = thread::scope(|scope| {
            // Asked beside the reading, or both would wait for the other once the pipes are full.
            scope.spawn(move || {
                let mut asking = asking?;
                let asked = names.iter().try_for_each(|name| writeln!(asking, "{name}"));
                asked.ok() // where git went away, reading its answers says so
            });
            read_blobs(&mut BufReader::new(answers.ok_or(ErrorKind::BrokenPipe)?), names.len(), take)
        });
        let ended = git.wait().map_err(failed)?;
        read.map_err(failed)?;
        if ended.success() { Ok(()) } else { Err(Silence::Failed("git cat-file failed".to_owned())) }
    }
}

/// Reads the answers of `git cat-file --batch`: a line `NAME blob SIZE`, the bytes and a line end; or `NAME missing`.
fn read_blobs(
    answers: &mut dyn BufRead,
    count: usize,
    take: &mut dyn FnMut(usize, Option<&[u8]>),
) -> io::Result<()> {
    let mut bytes = Vec::new();
    for index in 0..count {
        let mut head = String::new();
        if answers.read_line(&mut head)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        let words: Vec<&str> = head.split_whitespace().collect();
        let &[_, kind, size] = words.as_slice() else {
            take(index, None);
            continue;
        };
        let size: u64 = size.parse().map_err(|_| io::Error::from(ErrorKind::InvalidData))?;
        let mut answer = (&mut *answers).take(size.saturating_add(1));
        if kind != "blob" || size > LARGEST {
            io::copy(&mut answer, &mut io::sink())?;
            take(index, None);
            continue;
        }
        bytes.clear();
        answer.read_to_end(&mut bytes)?;
        if bytes.pop() != Some(b'\n') {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        take(index, Some(&bytes));
    }
    Ok(())
}

fn not_begun(error: &io::Error) -> Silence {
    match error.kind() {
        ErrorKind::NotFound => Silence::Missing,
        _ => Silence::Failed(error.to_string()),
    }
}

/// Runs git to its end. `Command::output` panics where a pipe cannot be read; here that is one more way of not knowing.
fn run(mut git: Command) -> Result<Vec<u8>, Silence> {
    let mut git =
        git.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(|error| not_begun(&error))?;
    let (answers, words) = (git.stdout.take(), git.stderr.take());
    let (told, said) = thread::scope(|scope| {
        // Heard beside the reading, or git would wait with its words for us and we with the answer for git.
        let heard = scope.spawn(move || read_all(words));
        let told = read_all(answers);
        (told, heard.join().unwrap_or_else(|_| Err(ErrorKind::Other.into())))
    });
    let ended = git.wait().map_err(|error| not_begun(&error))?;
    let failed = |error: io::Error| Silence::Failed(error.to_string());
    let (told, said) = (told.map_err(failed)?, said.map_err(failed)?);
    if ended.success() {
        return Ok(told);
    }
    let said = String::from_utf8_lossy(&said).into_owned();
    Err(if ended.code() == Some(1) { Silence::Nothing(said) } else { Silence::Failed(said) })
}

fn read_all(pipe: Option<impl Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    pipe.map_or(Ok(0), |mut pipe| pipe.read_to_end(&mut bytes))?;
    Ok(bytes)
}

/// Whether git says that no repository of its own is here.
pub(super) fn is_elsewhere(said: &str) -> bool {
    said.to_lowercase().contains("not a git repository")
}

/// The first line of what git says.
pub(super) fn reason(said: &str) -> String {
    let first = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("git gives no reason");
    first.trim().trim_start_matches("fatal: ").to_owned()
}

/// Whether two texts are the same to git, which may keep lines without the carriage returns that stand in the folder.
pub(super) fn is_same(here: &[u8], kept: &[u8]) -> bool {
    here == kept || without_returns(here).eq(without_returns(kept))
}

/// The bytes but for the carriage returns of line ends. Not by way of text: bytes that are none would all become one.
fn without_returns(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let next = bytes.iter().skip(1).map(Some).chain([None]);
    bytes
        .iter()
        .zip(next)
        .filter(|(byte, next)| (**byte, *next) != (b'\r', Some(&b'\n')))
        .map(|(byte, _)| *byte)
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn only_the_carriage_returns_of_line_ends_make_no_difference() {
        for (here, kept, same) in [
            (&b"a\r\nb\r\n"[..], &b"a\nb\n"[..], true),
            (b"a\r\nb\n", b"a\nb\r\n", true),
            (b"\r\n", b"\n", true),
            (b"\r\r\n", b"\r\n", false),
            (b"a\rb", b"ab", false),
            (b"a\r", b"a", false),
            (b"a\n", b"a", false),
            (b"", b"", true),
            // Two texts in Windows-1252: a pound and a euro.
            (b"\xa3\r\n", b"\x80\n", false),
            (b"\xa3\r\n", b"\xa3\n", true),
        ] {
            assert_eq!(is_same(here, kept), same, "{here:?} {kept:?}");
            assert_eq!(is_same(kept, here), same, "{kept:?} {here:?}");
        }
    }
}
