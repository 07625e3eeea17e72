//! Input that nobody means well: cut and changed bytes, texts that steer terminals, spreadsheets and pages, files that are
//! no files, and too much of everything. Nothing breaks, nothing steers, everything is named.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may panic, and says aloud what it skips"
)]

mod support;

use std::fs;
use std::time::Duration;

use support::{Repo, Run, TODAY, own_records, record};
use track::check::check_record;
use track::config::Settings;
use track::schema::read;
use track::view::{Paint, snippet};

// --- Bytes cut and changed -------------------------------------------------------------------------------------------

/// A record that uses every key, with tables, or in dotted and inline form.
const EVERY_KEY: &str = include_str!("support/every_key.toml");
const INLINE: &str = include_str!("support/inline.toml");

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = own_records().into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    for (name, text) in [("every-key", EVERY_KEY), ("inline", INLINE)] {
        all.push((format!("records/{name}.toml"), text.into()));
        all.push((format!("records/{name}-crlf.toml"), text.replace('\n', "\r\n").into()));
        all.push((format!("records/{name}-bom.toml"), format!("\u{feff}{text}").into()));
        all.push((format!("records/{name}-open-end.toml"), text.trim_end().into()));
    }
    all
}

/// Reads, checks and draws; asserts that every place is in the file.
fn survives(path: &str, bytes: &[u8], settings: &Settings) {
    let today = TODAY.parse().unwrap();
    read(path, bytes, |reading| {
        for finding in check_record("x", reading, today, settings) {
            let place = &finding.place;
            assert!(
                place.byte_start <= place.byte_end
                    && place.byte_end <= bytes.len().max(reading.source.text.len())
            );
            assert!(
                (place.line, place.column) <= (place.end_line, place.end_column)
                    && place.line >= 1
                    && place.column >= 1
            );
            assert!(place.line <= reading.source.text.matches('\n').count() + 1);
            let drawn = snippet(&finding, Paint::plain());
            assert!(drawn.chars().all(|c| c == '\n' || !track::text::is_hidden(c)), "{drawn:?}");
        }
    });
}

/// Every position of the founding record; of the others as many, spread over each, as time allows.
fn positions(path: &str, len: usize, most: usize) -> impl Iterator<Item = usize> {
    let step = if path.contains("prevent") { 1 } else { (len / most).max(1) | 1 };
    (0..=len).step_by(step)
}

#[test]
fn every_fixture_as_it_stands_reads_well() {
    for (path, bytes) in fixtures() {
        read(&path, &bytes, |reading| assert_eq!(reading.findings, [], "{path}"));
    }
    // The two invented ones use every key there is, and mean the same.
    let json =
        |text: &str| read("x", text.as_bytes(), |reading| serde_json::to_value(&reading.inspection).unwrap());
    assert_eq!(json(EVERY_KEY), json(INLINE));
    for table in track::schema::TABLES {
        for field in table.fields {
            for text in [EVERY_KEY, INLINE] {
                let spelt = text.contains(&format!("{} = ", field.key))
                    || text.contains(&format!("{}]", field.key))
                    || text.contains(&format!("\"{}\" = ", field.key));
                assert!(
                    spelt || text.contains(&format!("{}.", field.key)),
                    "`{}` of {} is in no fixture",
                    field.key,
                    table.name
                );
            }
        }
    }
}

#[test]
fn a_file_cut_at_any_byte_breaks_nothing() {
    let settings = Settings::default();
    for (path, bytes) in fixtures() {
        for at in positions(&path, bytes.len(), 150) {
            survives(&path, &bytes[..at], &settings);
            survives(&path, &bytes[at..], &settings);
        }
    }
}

#[test]
fn any_byte_changed_or_added_breaks_nothing() {
    let settings = Settings::default();
    for (path, bytes) in fixtures() {
        for at in positions(&path, bytes.len() - 1, 20) {
            for other in [0x00, 0xff, b'"', b'\n', b'[', b'=', b'#', 0x1b] {
                let mut changed = bytes.clone();
                changed[at] = other;
                survives(&path, &changed, &settings);
                if at % 17 == 0 {
                    changed[at] = bytes[at];
                    changed.insert(at, other);
                    survives(&path, &changed, &settings);
                }
            }
        }
    }
}

// --- What steers a terminal ------------------------------------------------------------------------------------------

/// What is not to reach a screen raw.
const STEERS: &str = "\u{1b}[31m\u{1b}]0;t\u{7}\u{8}\u{7f}\u{9b}2J\u{85}\u{202e}\u{2066}\u{200e}\u{61c}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{2028}\u{e0041}";

/// Asserts that nothing in a text steers a terminal or hides.
#[track_caller]
fn is_tame(text: &str, what: &str) {
    let is_zero_wide = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}');
    let crlf = text.replace("\r\n", "\n");
    let wild = crlf
        .char_indices()
        .find(|(_, c)| (*c < ' ' && *c != '\n') || ('\u{7f}'..='\u{9f}').contains(c) || is_zero_wide(*c));
    if let Some((at, c)) = wild {
        let around: String =
            crlf[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
        panic!("{what}: {c:?} after {around:?}");
    }
}

const COMMANDS: [&str; 20] = [
    "list",
    "list --format json",
    "list --format csv",
    "list --format markdown",
    "list --columns id,title,type,published,last-day,state,stage,response,recommendations,open,overdue,path",
    "recs",
    "recs --format json",
    "recs --format csv",
    "recs --format markdown",
    "due",
    "due --format json",
    "due a",
    "due 2020-03-09",
    "due a --format json",
    "show a",
    "show a --format json",
    "check",
    "check --format json",
    "show broken",
    "show broken --format json",
];

/// Text of a basic string that means the steering characters: raw where TOML allows it, else escaped.
fn basic(text: &str) -> String {
    let written = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if (c < ' ' && c != '\t') || c == '\u{7f}' => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", written.collect::<String>())
}

/// A repository in which the same text stands wherever a text may stand.
fn everywhere(text: &str) -> Repo {
    let t = basic(text);
    let mut files = vec![
        (
            "records/a.toml".to_owned(),
            format!(
                "title = {t}\ntype = \"peel\"\ntype_as_printed = {t}\npublished = 2026-10-01\ninspectorates = [{t}]\nforces = [{t}]\nurl = {t}\n\
             recommendations_made = 2\nrecommendations_intro = {t}\nkey_findings = {t}\nfollows = [{t}]\n[[judgment]]\nquestion = {t}\ngrade = {t}\n\
             [[recommendation]]\nlabel = {t}\nunder = {t}\ntext = {t}\naddressed_to = [{t}]\ndeadline = {t}\nowner = {t}\naction = {t}\nours = true\n\
             no_action_because = {t}\n[[recommendation.update]]\ndate = 2026-10-03\nstatus = \"closed\"\nnote = {t}\nby = {t}\nsigned_off_by = {t}\n\
             inspectorate_status = {t}\nsuperseded_by = {t}\n[[recommendation]]\ntext = {t}\n[response]\nanswered_by = {t}\nlocal_policing_body = {t}\n\
             chief_officer = {t}\nreply = {t}\nbecause = {t}\nlate_because = {t}\nurl = {t}\nsigned_by = {t}\noffice_held = {t}\nportal_reference = {t}\n\
             sent_to = [{{ to = {t}, on = 2026-10-05 }}]\n"
            ),
        ),
        (
            "records/broken.toml".to_owned(),
            format!(
                "title = {t}\ntype = {t}\npublished = {t} # {0}\n{t} = 1 # {0}\nduty = {t}\ncorrected = [{t}]\nresponse = {t}\n# {0}\nforces = = # {0}\n{0}\n",
                text.replace('\n', " ")
            ),
        ),
        (
            "records/c.toml".to_owned(),
            record("C", "2026-10-01") + &format!("[response]\ncovered_by = {t}\njoint = {t}\nreply = {t}\n"),
        ),
        (
            "track.toml".to_owned(),
            format!(
                "[office]\nname = {t}\nlocal_policing_body = {t}\nshort = {t}\nchief_officer = {t}\nforce = {t}\n[duty]\nlabel = {t}\n"
            ),
        ),
    ];
    if cfg!(unix) && !text.contains('/') {
        let name: String = text.chars().filter(|c| *c != '\0').take(40).collect();
        files.push((format!("records/{name}.toml"), "x".to_owned()));
        files.push((format!("records/{name}\n.txt"), "x".to_owned()));
        files.push((format!("records/{name}/{name}.toml"), "x".to_owned()));
        files.push((format!("records/{name}/d.toml"), record("D", "2026-10-01") + "x = 1\n"));
    }
    Repo::with(&files)
}

#[test]
fn nothing_steers_a_terminal_in_any_command_and_form() {
    let repo = everywhere(STEERS);
    let all = |repo: &Repo| {
        for line in COMMANDS {
            for columns in [None, Some("80"), Some("30")] {
                let mut command = repo.command(&line.split(' ').collect::<Vec<_>>());
                let run = support::finish(command.envs(columns.map(|columns| ("COLUMNS", columns))));
                is_tame(&run.out, &format!("{line} {columns:?}"));
                is_tame(&run.err, &format!("{line} {columns:?}, standard error"));
                if line.ends_with("json") {
                    run.json();
                }
            }
        }
        for args in [
            &["show", STEERS][..],
            &["list", STEERS],
            &["explain", STEERS],
            &["due", STEERS],
            &["check", STEERS],
            &["list", "--today", STEERS],
            &["list", "--repo", STEERS],
            &["list", "--state", STEERS],
            &["list", "--search", STEERS],
            &["recs", "--owner", STEERS],
            &[STEERS],
            &["list", "--format", STEERS],
            &["list", "--columns", STEERS],
            &["add", "--title", "x", "--type", STEERS, "--published", "2026-11-01"],
            &[
                "add",
                "--title",
                STEERS,
                "--type",
                "peel",
                "--published",
                "2026-11-01",
                "--dry-run",
                "--recommendation",
                STEERS,
            ],
            &["add", "--title", "x", "--type", "peel", "--published", STEERS],
            &["add", "--title", "x", "--type", "peel", "--published", "2026", "--id", STEERS],
        ] {
            let run = repo.run(args);
            is_tame(&run.out, &format!("{args:?}"));
            is_tame(&run.err, &format!("{args:?}, standard error"));
        }
    };
    all(&repo);
    // Faults in track.toml, whose text is shown, and the same in a folder of such a name.
    for settings in [
        format!("[office]\nname = 1 # {STEERS}\n"),
        format!("{} = 1\n", basic(STEERS)),
        format!("[duty]\nlabel = = {STEERS}\n"),
    ] {
        repo.write("track.toml", settings.as_bytes());
        let run = repo.track("check").ends(1).says("track.toml");
        is_tame(&run.out, "check of track.toml");
        is_tame(&repo.track("list").ends(1).err, "list with a fault in track.toml");
    }
    if cfg!(unix) {
        let name: String = STEERS.chars().chain("\n".chars()).collect();
        let root = repo.path(&name);
        fs::create_dir_all(root.join("records")).unwrap();
        fs::write(root.join("records/a.toml"), "x").unwrap();
        for line in ["list", "check", "check /etc/passwd", "show a", "list --repo x"] {
            let run = support::finish(support::command(&root).args(line.split(' ')));
            is_tame(&(run.out + &run.err), line);
        }
    }
}

#[test]
fn colour_is_ours_alone() {
    let repo = everywhere(STEERS);
    for line in COMMANDS {
        let run = repo.track(&format!("{line} --color always"));
        for text in [&run.out, &run.err] {
            let plain = anstream::adapter::strip_str(text).to_string();
            is_tame(&plain, line);
            let codes = text.split('\u{1b}').skip(1);
            let ours = |code: &str| {
                code.strip_prefix('[')
                    .and_then(|code| code.split_once('m'))
                    .is_some_and(|(code, _)| code.chars().all(|c| c.is_ascii_digit() || c == ';'))
            };
            codes.for_each(|code| assert!(ours(code), "{line}: {code:?}"));
        }
    }
}

#[test]
fn json_gives_the_very_text_back() {
    let repo = everywhere(STEERS);
    assert_eq!(repo.row("a", TODAY)["title"], STEERS);
    let show = repo.track("show a --format json").json();
    assert_eq!(show["record"]["recommendation"][0]["label"], STEERS);
}

#[test]
fn no_cell_is_a_formula() {
    for text in [
        "=1+1",
        "@SUM(A1)",
        "+1+1",
        "-1+1",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u{a0}=1",
        "＝1",
        "=cmd|' /C calc'!A0",
        "+inf",
        "-inf",
        "+nan",
        "-infinity",
    ] {
        let repo = everywhere(text);
        for line in ["list --format csv", "recs --format csv"] {
            let run = repo.track(line);
            let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(run.out.as_bytes());
            for row in rows.records().map(Result::unwrap) {
                for cell in &row {
                    let start = cell.trim_start().chars().next().unwrap_or('x');
                    let is_number = cell.chars().all(|c| c.is_ascii_digit() || "+-.".contains(c));
                    assert!(!"=+-@＝＋－＠\t\r".contains(start) || is_number, "{text:?}: {cell:?}");
                }
            }
            assert!(
                run.out.ends_with("\r\n") && run.out.replace("\r\n", "").matches('\r').count() == 0,
                "{text:?}: {:?}",
                run.out
            );
        }
    }
}

#[test]
fn no_cell_is_markup() {
    let text = "a|b\n# h <script>x</script> [l](http://x) ![i](y) `c` *e* _u_ ~s~ &lt; HTTPS://evil.example ftp://f.example www.w.example m@e.example $x$ \\| <!-- ";
    let repo = everywhere(text);
    for line in ["list --format markdown", "recs --format markdown"] {
        let run = repo.track(line);
        let mut cells = None;
        for row in run.out.lines() {
            let plain = row.replace("\\\\", "").replace("\\|", "");
            let number = plain.matches('|').count();
            assert_eq!(*cells.get_or_insert(number), number, "{row}");
            let bare = plain
                .replace("\\`", "")
                .replace("\\*", "")
                .replace("\\_", "")
                .replace("\\[", "")
                .replace("\\]", "")
                .replace("\\!", "")
                .replace("\\#", "")
                .replace("\\~", "")
                .replace("\\$", "");
            assert!(
                !bare
                    .trim_matches(['|', ' ', '-'])
                    .contains(['<', '>', '`', '*', '_', '[', ']', '!', '@', '$', '~']),
                "{bare}"
            );
            for link in ["://", "www."] {
                assert!(!row.contains(link), "{link} in {row}");
            }
        }
    }
}

// --- Labels that mislead a layout ------------------------------------------------------------------------------------

#[test]
fn an_item_keeps_its_own_text_whatever_its_label() {
    let labels = ["", " ", "  x", "\u{a0}", "\u{3000}y", "a\nb", "|", "x".repeat(300).as_str()].map(basic);
    let mut text = record("A", "2026-10-01");
    for (number, label) in labels.iter().enumerate() {
        let item = [
            "label = ",
            label,
            &format!("\ntext = \"text {number}\"\nowner = \"owner {number}\"\nours = true\n"),
        ];
        text.push_str(&("[[recommendation]]\n".to_owned() + &item.concat()));
    }
    let repo = Repo::with(&[("records/a.toml", text)]);
    for columns in ["200", "120", "80", "60", "40"] {
        let run =
            support::finish(repo.command(&["recs", "--sort", "inspection"]).env("COLUMNS", columns)).ends(0);
        let lines: Vec<&str> = run.out.lines().collect();
        for number in 0..labels.len() {
            let Some(owner) = lines.iter().position(|line| line.contains(&format!("owner {number}"))) else {
                continue;
            };
            let text = lines.iter().position(|line| line.contains(&format!("text {number}")));
            let next = lines
                .iter()
                .position(|line| line.contains(&format!("owner {}", number + 1)))
                .unwrap_or(usize::MAX);
            assert!(
                text.is_some_and(|text| owner <= text && text < next),
                "text {number} at {columns} columns:\n{}",
                run.out
            );
        }
    }
}

// --- Files that are no files -----------------------------------------------------------------------------------------

#[cfg(unix)]
#[test]
fn what_is_no_record_is_named_and_the_others_listed() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let repo = Repo::with(&[
        ("records/good.toml", record("Good", "2026-10-01")),
        ("outside.toml", record("Outside", "2026-10-01")),
    ]);
    symlink(repo.path("outside.toml"), repo.path("records/link.toml")).unwrap();
    symlink(repo.dir.path(), repo.path("records/folder-link")).unwrap();
    symlink("/dev/zero", repo.path("records/zero.toml")).unwrap();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        repo.path("records/fifo.toml"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RWXU,
        0,
    )
    .unwrap();
    fs::create_dir(repo.path("records/x.toml")).unwrap();
    repo.write("records/large.toml", &vec![b'#'; 1024 * 1024 + 1]);
    repo.write("records/latin.toml", b"title = \"caf\xe9\"\ntype = \"peel\"\npublished = 2026-10-01\n");
    repo.write(
        "records/utf-16.toml",
        &record("x", "2026-10-01").encode_utf16().fold(vec![0xff, 0xfe], |mut all, unit| {
            all.extend(unit.to_le_bytes());
            all
        }),
    );
    repo.write("records/empty.toml", b"");
    repo.write("records/zeros.toml", &[0; 4096]);
    repo.write("records/notes.txt", b"x");
    repo.write("records/Big.toml", b"x");
    fs::write(repo.path("records").join(std::ffi::OsStr::from_bytes(b"n\xff\x1b.toml")), record("x", "2026"))
        .unwrap();
    let deep = format!("records/{}deep.toml", "d/".repeat(40));
    repo.write(&deep, record("Deep", "2026-10-01").as_bytes());
    let mut expected = vec![
        ("records/Big.toml", "T026"),
        ("records/empty.toml", "T009"),
        ("records/fifo.toml", "T022"),
        ("records/folder-link", "T021"),
        ("records/large.toml", "T020"),
        ("records/latin.toml", "T024"),
        ("records/link.toml", "T021"),
        ("records/n\\xff\u{1b}.toml", "T026"),
        ("records/notes.txt", "T025"),
        ("records/utf-16.toml", "T024"),
        ("records/x.toml", "T022"),
        ("records/zero.toml", "T021"),
        ("records/zeros.toml", "T009"),
    ];
    expected.sort_unstable();
    for line in ["list", "recs", "due"] {
        let run = repo.track(&format!("{line} --format json")).ends(1);
        let left_out = run.json()["left_out"].as_array().unwrap().clone();
        let mut found: Vec<_> = left_out
            .iter()
            .map(|one| (one["path"].as_str().unwrap(), one["code"].as_str().unwrap()))
            .collect();
        assert!(
            found.iter().any(|(path, code)| path.starts_with("records/d/d/") && *code == "T027"),
            "{found:?}"
        );
        found.retain(|(_, code)| *code != "T027");
        found.sort_unstable();
        assert_eq!(found, expected, "{line}");
        for (_, code) in &expected {
            assert!(run.err.contains(code), "{code}: {}", run.err);
        }
    }
    let list = repo.track("list --format json").json();
    assert_eq!(list["inspections"].as_array().unwrap().len(), 1);
    let check = repo.track("check --format json").ends(1).json();
    for (path, code) in expected {
        let all = check["findings"].as_array().unwrap();
        assert!(all.iter().any(|one| one["path"] == path && one["code"] == code), "{path} {code}: {check:#}");
    }
    repo.track("show latin").ends(1).says("caf?").tells("0xe9");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_named_and_the_others_listed() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let repo = Repo::with(&[
        ("records/good.toml", record("Good", "2026-10-01")),
        ("records/closed/a.toml", record("A", "2026-10-01")),
    ]);
    let set =
        |path: &str, mode| fs::set_permissions(repo.path(path), fs::Permissions::from_mode(mode)).unwrap();
    set(".", 0o755);
    set("records/closed", 0);
    let mut command = repo.command(&["list", "--format", "json"]);
    if fs::metadata(repo.path(".")).unwrap().uid() == 0 {
        command.uid(65534).gid(65534);
    }
    match command.output() {
        Ok(run) => {
            let list: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
            assert_eq!((run.status.code(), list["inspections"].as_array().unwrap().len()), (Some(1), 1));
            assert_eq!(
                (&list["left_out"][0]["path"], &list["left_out"][0]["code"]),
                (&"records/closed".into(), &"T023".into())
            );
        }
        Err(error) => eprintln!("skipped: another user cannot run the program: {error}"),
    }
    set("records/closed", 0o755);
}

// --- Too much of everything ------------------------------------------------------------------------------------------

/// Told apart from a hang, not timed: a debug build on a busy machine stays far below.
const BOUND: Duration = Duration::from_secs(90);

fn in_time(run: Run, what: &str) -> Run {
    assert!(run.took < BOUND, "{what} took {:?}", run.took);
    assert!(run.code <= 1, "{what}: {run:?}");
    run
}

#[test]
fn big_input_is_read_or_refused_in_time() {
    const MIB: usize = 1024 * 1024;
    let fill = |piece: &str| piece.repeat(MIB / piece.len());
    let head = record("Big", "2026-10-01");
    let item = |number: usize| {
        format!("[[recommendation]]\nlabel = \"{number}\"\ntext = \"{}\"\n", "word ".repeat(2_000))
    };
    for (what, text) in [
        ("brackets", fill("[")),
        ("braces", format!("a = {}", "{a=".repeat(300_000))),
        ("array of brackets", format!("a = {}", "[".repeat(MIB - 10))),
        ("a=", fill("a=")),
        ("a.", fill("a.")),
        ("equals", fill("=")),
        ("quotes", fill("\"")),
        ("lines", fill("\n")),
        ("tables", fill("[[recommendation]]\n")),
        (
            "updates",
            format!(
                "{head}[[recommendation]]\ntext = \"x\"\nours = true\n{}",
                "[[recommendation.update]]\ndate = 2026-10-02\nnote = \"x\"\n".repeat(18_000)
            ),
        ),
        (
            "unknown keys",
            (0..150_000)
                .map(|number| format!("k{number}=1\n"))
                .take_while({
                    let mut size = 0;
                    move |line| {
                        size += line.len();
                        size < MIB
                    }
                })
                .collect(),
        ),
        ("duplicate keys", format!("{head}{}", "url = \"x\"\n".repeat(100_000))),
        ("sixty long texts", head.clone() + &(0..60).map(item).collect::<String>()),
        ("a long line", format!("{head}key_findings = \"{}\"\n", "é".repeat(MIB / 2 - 200))),
        ("a long line with a fault", format!("{head}nonsense = \"{}\"\n", "x".repeat(MIB - 200))),
        (
            "a long title",
            format!("title = \"{}\"\ntype = \"peel\"\npublished = 2026-10-01\n", "x".repeat(MIB - 200)),
        ),
        ("a long key", format!("{head}{} = 1\n", "x".repeat(MIB - 200))),
        ("a long reference", format!("{head}follows = [\"{}\"]\n", "x".repeat(MIB - 200))),
        ("escapes", format!("{head}key_findings = \"{}\"\n", "\\u001b".repeat(170_000))),
        ("references", format!("{head}follows = [{}]\n", "\"big\",".repeat(140_000))),
        (
            "labels",
            head.clone() + &"[[recommendation]]\nlabel = \"1\"\nunder = \"1\"\ntext = \"x\"\n".repeat(15_000),
        ),
        ("merge marks", fill("<<<<<<< a\n=======\n>>>>>>> b\n")),
    ] {
        assert!(text.len() <= MIB, "{what}");
        let repo = Repo::with(&[
            ("records/big.toml", text.as_str()),
            ("records/good.toml", &record("Good", "2026-11-01")),
        ]);
        for line in ["list", "recs --format json", "show big", "check"] {
            let run = in_time(repo.track(line), &format!("{what}: {line}"));
            if line == "list" {
                assert!(run.out.contains("good"), "{what}: {run:?}");
            }
        }
        if what == "unknown keys" {
            repo.track("check").ends(1).says("more than 100 faults");
        }
    }
}

#[test]
fn many_records_are_listed_and_checked_in_time() {
    let files: Vec<_> = (0..2_000)
        .map(|number| {
            (
                format!("records/{}/r-{number}.toml", number % 10),
                record("The same title", "2026-10")
                    + &format!("[response]\nanswered_by = \"r-{}\"\n", (number + 1) % 2_000),
            )
        })
        .collect();
    let repo = Repo::with(&files);
    for line in ["list", "list --format csv", "check", "due", "show r-77"] {
        in_time(repo.track(line), line);
    }
}

#[test]
fn any_width_and_any_day_will_do() {
    let repo = Repo::with(&own_records());
    repo.write("records/broken.toml", b"title = \"a long line that does not end");
    let widths = (1..=60).step_by(7).chain([2, 3, 59, 60, 61, 80, 109, 110, 65_535, 65_536, usize::MAX]);
    for columns in widths
        .map(|columns| columns.to_string())
        .chain(["0", "-1", "x", "99999999999999999999999"].map(str::to_owned))
    {
        for line in
            ["list", "recs", "show 2024-02-peel", "check", "due", "due 2020-03-09", "explain T040", "--help"]
        {
            let mut command = repo.command(&line.split(' ').collect::<Vec<_>>());
            in_time(support::finish(command.env("COLUMNS", &columns)), &format!("{line} at {columns}"));
        }
    }
    for today in
        ["1800-01-01", "1800-12-31", "2017-05-01", "2199-12-31", "unknown", "1799-12-31", "2200-01-01"]
    {
        for line in [
            "list",
            "list --format json",
            "recs --format json",
            "show prevent",
            "check",
            "due",
            "list --due-within 36500",
        ] {
            let run = repo.track(&format!("{line} --today {today}"));
            assert!(
                run.code <= 1
                    || !(today.starts_with("18") || today.starts_with("21") || today.starts_with("201")),
                "{line} {today}: {run:?}"
            );
        }
    }
    for date in ["1800-01-01", "2199-12-31", "2199", "1800", "2199-12"] {
        repo.track(&format!("due {date}")).ends(0);
        repo.track(&format!("due {date} --format json")).ends(0).json();
    }
}
