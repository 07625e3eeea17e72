//! How much more than reading the files it takes to list and to check them.
//!
//! ```text
//! cargo bench --bench reading               1,000 and 10,000 records
//! cargo bench --bench reading -- --full     100,000 as well; or set TRACK_BENCH_FULL
//! ```
//!
//! The records are those of `examples/generate`. Each figure is the median of several runs, taken in turn with those of
//! the others, on files that the system holds in memory. "Bare reading" is this program started again: it opens the same
//! files in the same order, by the paths of a list, reads each into one buffer, and does nothing else. Processor time is
//! that of all threads, user and system, as the system counts it for a finished child; so is peak memory. Where the
//! system is not Linux there is wall time only.
//!
//! The aims are printed beside the figures and never asserted: a busy machine is no fault of the code.
#![allow(clippy::print_stdout, reason = "a benchmark talks to the terminal")]

use std::error::Error;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

#[path = "../examples/generate/plan.rs"]
mod plan;
#[path = "../examples/generate/prose.rs"]
mod prose;
#[path = "../examples/generate/records.rs"]
mod records;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The commands, with how many times bare reading each may take.
const COMMANDS: [(&str, &[&str], Option<f64>); 3] = [
    ("list --overdue", &["list", "--overdue"], Some(8.0)),
    ("list", &["list"], None),
    ("check", &["check"], Some(10.0)),
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--bare", list] => bare(Path::new(list)),
        ["--measure", program, rest @ ..] => measure(program, rest),
        words if words.contains(&"--bench") => {
            let full = words.contains(&"--full") || std::env::var_os("TRACK_BENCH_FULL").is_some();
            compare(if full { &[1_000, 10_000, 100_000] } else { &[1_000, 10_000] })
        }
        _ => Ok(()), // `cargo test --all-targets` only wants to see that it can be built
    }
}

/// What a run took.
#[derive(Clone, Copy, Default)]
struct Cost {
    /// Processor time of all threads in seconds; 0 where it is not told.
    cpu: f64,
    wall: f64,
    /// Peak memory in MB; 0 where it is not told.
    peak: f64,
}

fn compare(sizes: &[u32]) -> Result<()> {
    let ground = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    println!("{:>8}  {:<15} {:>9} {:>9} {:>9} {:>7}  aim", "records", "", "CPU", "wall", "peak", "CPU ×");
    let mut previous: Option<(u32, Vec<Cost>)> = None;
    for &number in sizes {
        let costs = at_size(number, &ground.path().join(number.to_string()))?;
        show(number, &costs, previous.as_ref().map(|(number, costs)| (*number, costs.as_slice())));
        previous = Some((number, costs));
    }
    let few = ground.path().join("few");
    records::write(20, &few)?;
    let start = median(21, &mut |_| run(&track(&few, &["list", "--overdue"])))?;
    println!(
        "\nstart-up, `track list --overdue` on 20 records: {:.1} ms (aim: under 10 ms)",
        start.wall * 1e3
    );
    Ok(())
}

/// Measures bare reading and then each command, on so many records.
fn at_size(number: u32, dir: &Path) -> Result<Vec<Cost>> {
    records::write(number, dir)?;
    let list = dir.join("list.txt");
    fs::write(&list, paths(&dir.join("records"))?.join("\n"))?;
    let this = std::env::current_exe()?;
    let all = |turn: usize| -> Result<Cost> {
        match turn.checked_sub(1) {
            None => run(&[text(&this)?, "--bare".into(), text(&list)?]),
            Some(command) => run(&track(dir, COMMANDS[command].1)),
        }
    };
    all(0)?; // brings the files into memory
    let times = if number > 10_000 { 3 } else { 7 };
    let mut runs = vec![Vec::new(); COMMANDS.len() + 1];
    for _ in 0..times {
        for (turn, runs) in runs.iter_mut().enumerate() {
            runs.push(all(turn)?);
        }
    }
    fs::remove_dir_all(dir)?;
    Ok(runs.iter().map(|runs| middle(runs)).collect())
}

fn show(number: u32, costs: &[Cost], previous: Option<(u32, &[Cost])>) {
    let bare = costs[0];
    let names = ["bare reading"].into_iter().chain(COMMANDS.map(|(name, ..)| name));
    let aims = [None].into_iter().chain(COMMANDS.map(|(.., aim)| aim));
    for (at, ((name, aim), cost)) in names.zip(aims).zip(costs).enumerate() {
        let ratio = if bare.cpu > 0.0 { cost.cpu / bare.cpu } else { cost.wall / bare.wall };
        let memory = if number >= 100_000 { ", under 100 MB" } else { "" };
        let aim = aim.map_or_else(String::new, |most| format!("at most {most}×{memory}"));
        println!(
            "{number:>8}  {name:<15} {:>6.1} ms {:>6.1} ms {:>6.1} MB {ratio:>6.1}×  {aim}",
            cost.cpu * 1e3,
            cost.wall * 1e3,
            cost.peak
        );
        if let Some((fewer, before)) = previous.filter(|_| at > 0) {
            let took = |cost: &Cost| if cost.cpu > 0.0 { cost.cpu } else { cost.wall };
            let (more, longer) = (f64::from(number) / f64::from(fewer), took(cost) / took(&before[at]));
            println!("{:>8}  {:15} {longer:.1} times that of {fewer} (linear: {more:.0})", "", "");
        }
    }
}

fn median(times: usize, run: &mut dyn FnMut(usize) -> Result<Cost>) -> Result<Cost> {
    let runs: Vec<Cost> = (0..times).map(run).collect::<Result<_>>()?;
    Ok(middle(&runs))
}

/// The median of each figure by itself.
fn middle(runs: &[Cost]) -> Cost {
    let of = |figure: fn(&Cost) -> f64| {
        let mut figures: Vec<f64> = runs.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied().unwrap_or_default()
    };
    Cost { cpu: of(|run| run.cpu), wall: of(|run| run.wall), peak: of(|run| run.peak) }
}

/// The command line of `track` on a repository, on a day that is always the same.
fn track(dir: &Path, command: &[&str]) -> Vec<String> {
    let mut line = vec![env!("CARGO_BIN_EXE_track").to_owned(), "--today".into(), "2026-11-23".into()];
    line.extend(["--repo".into(), dir.to_string_lossy().into_owned()]);
    line.extend(command.iter().map(|word| (*word).to_owned()));
    line
}

/// Runs a command line under a process of its own, which then knows what this one child took.
fn run(line: &[String]) -> Result<Cost> {
    let output = Command::new(std::env::current_exe()?).arg("--measure").args(line).output()?;
    let said = String::from_utf8(output.stdout)?;
    let figures: Vec<f64> = said.split_whitespace().map(str::parse).collect::<std::result::Result<_, _>>()?;
    match figures.as_slice() {
        [cpu, wall, peak] => Ok(Cost { cpu: *cpu, wall: *wall, peak: *peak }),
        _ => Err(format!("{line:?}: {}", String::from_utf8_lossy(&output.stderr)).into()),
    }
}

/// Runs one child to its end and prints what it took.
fn measure(program: &str, arguments: &[&str]) -> Result<()> {
    let begun = Instant::now();
    let status = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    let wall = begun.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("ended with {status}").into());
    }
    let (cpu, peak) = of_children()?;
    println!("{cpu} {wall} {peak}");
    Ok(())
}

/// Processor time in seconds and peak memory in MB of the children that have ended.
#[cfg(target_os = "linux")]
#[expect(clippy::cast_precision_loss, reason = "kilobytes and microseconds of one run are far below 2^52")]
fn of_children() -> Result<(f64, f64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike as _;

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok((micros as f64 / 1e6, usage.max_rss() as f64 / 1024.0))
}

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "where it is told it may fail")]
fn of_children() -> Result<(f64, f64)> {
    Ok((0.0, 0.0))
}

/// Reads the files of a list, one after the other, into one buffer.
fn bare(list: &Path) -> Result<()> {
    let (mut buffer, mut bytes) = (Vec::new(), 0);
    for path in fs::read_to_string(list)?.lines() {
        buffer.clear();
        // As `std::fs::read` does it: the size is asked for, so that one call reads all and another sees the end.
        bytes += fs::File::open(path)?.read_to_end(&mut buffer)?;
    }
    println!("{bytes}");
    Ok(())
}

/// The paths of all files, in the order of `track`.
fn paths(folder: &Path) -> Result<Vec<String>> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    entries.sort();
    let mut paths = Vec::new();
    for entry in entries {
        if entry.is_dir() {
            paths.extend(self::paths(&entry)?);
        } else {
            paths.push(text(&entry)?);
        }
    }
    Ok(paths)
}

fn text(path: &Path) -> Result<String> {
    path.to_str().map(str::to_owned).ok_or_else(|| "the path is not text".into())
}
