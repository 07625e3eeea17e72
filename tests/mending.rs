//! What `check --fix` mends: cases as folders of `in.toml`, `safe.toml` (by safe fixes) and `unsafe.toml` (by guesses too),
//! properties, and the program itself. `ACCEPT=1 cargo test --test mending` takes what comes out as right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use support::{Repo, TODAY, own_records, own_root, record};
use track::check::check_record;
use track::config::Settings;
use track::diagnostic::Finding;
use track::edit::{Mended, Said, lay_out, mend, said};
use track::schema::read;
use track::schema::tree::Tree;
use track::store::Repository;

const PATH: &str = "records/x.toml";

fn mended(text: &str, guess: bool) -> Mended {
    let settings = Settings::default();
    mend(PATH, text, guess, &|reading| check_record("x", reading, TODAY.parse().unwrap(), &settings))
}

fn errors(text: &str) -> Vec<String> {
    read(PATH, text.as_bytes(), |reading| {
        reading.findings.iter().filter(|found| found.is_error()).map(|found| found.message.clone()).collect()
    })
}

fn cases() -> Vec<PathBuf> {
    let folder = fs::read_dir(own_root().join("tests/fixtures/mending")).unwrap();
    let mut cases: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn texts() -> Vec<String> {
    cases().iter().map(|case| fs::read_to_string(case.join("in.toml")).unwrap()).collect()
}

/// Sound texts, with both line endings and a byte order mark.
fn sound_texts() -> Vec<String> {
    let mut texts: Vec<String> = own_records().into_iter().map(|(_, text)| text).collect();
    for name in ["every_key.toml", "inline.toml"] {
        texts.push(fs::read_to_string(own_root().join("tests/support").join(name)).unwrap());
    }
    let crlf: Vec<String> = texts.iter().map(|text| text.replace('\n', "\r\n")).collect();
    texts.extend(crlf);
    texts.push(format!("\u{feff}{}", texts[0]));
    texts
}

// --- What is mended --------------------------------------------------------------------------------------------------

#[test]
fn every_case_comes_out_as_written() {
    let cases = cases();
    assert!(cases.len() >= 20, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let text = fs::read_to_string(case.join("in.toml")).unwrap();
        for (name, guess) in [("safe.toml", false), ("unsafe.toml", true)] {
            let (made, out) = (mended(&text, guess).text, case.join(name));
            if std::env::var_os("ACCEPT").is_some() {
                fs::write(&out, &made).unwrap();
            } else if fs::read_to_string(&out).unwrap_or_default() != made {
                wrong.push(format!("{}/{name}\n{made}", case.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n----\n"));
}

#[test]
fn a_sound_record_is_never_touched() {
    for text in sound_texts() {
        for guess in [false, true] {
            let made = mended(&text, guess);
            assert_eq!((made.text.as_str(), made.findings.len()), (text.as_str(), 0));
        }
    }
}

// --- What is left as it was ------------------------------------------------------------------------------------------

/// The values that can be read, and how often each stands there, whatever its key.
fn values(text: &str) -> BTreeMap<Said, usize> {
    let (tree, _) = Tree::read(text);
    let mut values = BTreeMap::new();
    for value in said(&tree, text).into_values() {
        *values.entry(value).or_default() += 1;
    }
    values
}

/// Asserts that a mended text is no worse in any way.
fn is_no_worse(text: &str, guess: bool) {
    let made = mended(text, guess);
    let (before, after) = (errors(text), errors(&made.text));
    assert!(after.len() <= before.len(), "{before:?}\n{after:?}\n{text}\n----\n{}", made.text);
    let again = mended(&made.text, guess);
    assert_eq!(again.text, made.text, "the same again changes nothing");
    assert_eq!(made.findings.is_empty(), made.text == text);
    // A value that goes is one that a finding was about: no more go than were mended.
    let (old, new) = (values(text), values(&made.text));
    let readable = |said: &Said| !matches!(said, Said::Broken(_) | Said::EmptyTable);
    let lost: usize = old
        .iter()
        .filter(|(said, _)| readable(said))
        .map(|(said, count)| count.saturating_sub(new.get(said).copied().unwrap_or(0)))
        .sum();
    assert!(
        lost <= made.findings.len(),
        "{lost} values lost by {} mends: {text}\n----\n{}",
        made.findings.len(),
        made.text
    );
    assert_eq!(text.starts_with('\u{feff}'), made.text.starts_with('\u{feff}'));
    if text.matches('\n').count() == text.matches("\r\n").count() {
        assert_eq!(made.text.matches('\n').count(), made.text.matches("\r\n").count());
    }
}

#[test]
fn a_case_cut_at_any_byte_is_never_made_worse() {
    for text in texts() {
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            is_no_worse(&text[..at], at % 2 == 0);
        }
    }
}

/// Pieces of a text that was pasted from anywhere, with what ends texts of TOML.
const PASTED: &[&str] = &[
    "manage",
    "\u{ad}",
    "ment",
    "body",
    "worn",
    "2019",
    "\u{200b}",
    "\u{feff}",
    "\u{2060}",
    "\u{202e}",
    "\u{200d}",
    "\u{fb01}",
    "\u{fffd}",
    "â€™",
    "Â£",
    "é",
    "e\u{301}",
    "👮🏽",
    "𐍈",
    "●",
    "•",
    "◦",
    "* ",
    "- ",
    "– ",
    "o ",
    "\t",
    "\u{a0}",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n● ",
    "\n\u{f0b7}\t",
    "'",
    "''",
    "\"",
    "\"\"",
    "recom- ",
    "recom-\n",
    "mendations",
    "HMIFRS",
    "The force is sound.",
    ":",
    ",",
    "Her Majesty’s Inspectorate",
    "DRAFT",
    "Page 3 of 12",
];

/// A text without what a safe mend may take out or put in: marks of lists, spaces, what is not seen.
fn bare(text: &str) -> String {
    let is_seen = |c: &char| {
        !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' | '-' | '●' | '•' | '◦' | '\u{f0b7}')
            && !c.is_whitespace()
    };
    text.replace('\u{fb01}', "fi").chars().filter(is_seen).collect()
}

/// The title and the key findings, as they are read.
fn texts_of(text: &str) -> Option<[String; 2]> {
    read(PATH, text.as_bytes(), |reading| {
        let inspection = &reading.inspection;
        let findings = inspection.key_findings.as_ref()?.to_string();
        reading.is_sound.then(|| [inspection.title.to_string(), findings])
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// What safe mends make of a pasted text has the same words, and the layout takes it as it is.
    #[test]
    fn a_pasted_text_keeps_its_words(
        pieces in proptest::collection::vec(0..PASTED.len(), 0..14), quotes in 0..4_usize, has_crlf in any::<bool>(), guess in any::<bool>(),
    ) {
        let quotes = ["\"\"\"", "'''", "\"", "'"][quotes];
        let pasted: String = pieces.into_iter().map(|piece| PASTED[piece]).collect();
        let mut text = format!(
            "title = {quotes}A {pasted}{quotes}\ntype = \"national\"\npublished = 2024-05-09\nkey_findings = {quotes}{pasted}{quotes}\n"
        );
        if has_crlf {
            text = text.replace('\n', "\r\n");
        }
        is_no_worse(&text, guess);
        let Some(before) = texts_of(&text) else { return Ok(()) };
        let made = mended(&text, false).text;
        let after = texts_of(&made).unwrap();
        prop_assert_eq!(before.each_ref().map(|text| bare(text)), after.each_ref().map(|text| bare(text)), "{}", &made);
        let has_year = |text: &str| text.contains("2019\u{ad}"); // that may have been a dash
        prop_assert_eq!(has_year(&before[1]), has_year(&after[1]));
        let laid_out = lay_out(PATH, made.as_bytes()).unwrap().unwrap_or(made);
        prop_assert_eq!(&mended(&laid_out, false).text, &laid_out, "the layout leaves nothing to mend");
    }
}

/// What people do to a record: a piece of a line written otherwise.
const SLIPS: &[(&str, &str)] = &[
    ("\"", ""),
    ("\"\n", "\n"),
    ("= \"", "= “"),
    ("[[", "["),
    ("]]", "]"),
    ("[", "[["),
    ("2020-", "20/"),
    ("-0", "/0"),
    (" = ", " "),
    ("= true", "= \"yes\""),
    ("e", ""),
    ("s", "ss"),
    ("_", "-"),
    ("text", "texts"),
    ("= ", "= 0"),
    ("\n", "\n\n"),
    ("\n", ""),
    (", ", ",\n"),
    (" }", ", }"),
    ("\\", "\\x41"),
    ("published", "publised"),
    ("status = \"", "status = \"no"),
    ("title", "title = 1\ntitle"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A record of our own with a few slips: no error comes, no value goes, and the same again changes nothing.
    #[test]
    fn a_damaged_record_is_never_made_worse(
        which in any::<prop::sample::Index>(),
        slips in proptest::collection::vec((0..SLIPS.len(), any::<prop::sample::Index>()), 1..5),
        guess in any::<bool>(),
    ) {
        let texts = sound_texts();
        let mut text = which.get(&texts).clone();
        for (slip, at) in slips {
            let (from, to) = SLIPS[slip];
            let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
            if !places.is_empty() {
                let at = places[at.index(places.len())];
                text.replace_range(at..at + from.len(), to);
            }
        }
        is_no_worse(&text, guess);
    }

    /// Bytes changed anywhere in a case.
    #[test]
    fn a_changed_case_is_never_made_worse(
        which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), c in "[\\PC\n\"'\\[\\]{}#=]", guess in any::<bool>(),
    ) {
        let texts = texts();
        let mut chars: Vec<char> = which.get(&texts).chars().collect();
        let at = at.index(chars.len());
        chars[at] = c.chars().next().unwrap();
        is_no_worse(&chars.into_iter().collect::<String>(), guess);
    }
}

#[test]
fn every_comment_stays() {
    let comments = |text: &str| -> Vec<String> {
        text.lines().filter_map(|line| Some(line.split_once(" # ")?.1.trim_end().to_owned())).collect()
    };
    let mut seen = 0;
    for text in texts() {
        assert_eq!(comments(&text), comments(&mended(&text, true).text));
        seen += comments(&text).len();
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn a_fix_lies_within_its_file_and_its_edits_do_not_overlap() {
    let mut seen = 0;
    for text in texts() {
        let offered: Vec<Finding> = read(PATH, text.as_bytes(), |reading| reading.findings.clone());
        for fix in offered.iter().filter_map(|finding| finding.fix.as_ref()) {
            assert!(track::text::apply_edits(&text, &fix.edits).is_some(), "{fix:?}");
            assert!(!fix.edits.is_empty() && !fix.what.is_empty());
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

// --- The program -----------------------------------------------------------------------------------------------------

/// Two faulty records and a sound one: three safe mends, one by a guess, and one fault that nothing mends.
fn repo() -> Repo {
    let faulty = "# Typed in a hurry.\ntitle = \"One\"\r\ntype = \"National\"\npublished = \"26 March 2026\" # Thursday\n";
    let other = "title = \"Two\"\ntype = \"nationl\"\npublished = 2026-09-01\nurll = \"https://example.org\"\nrequested_by = 2026-02-30\n";
    Repo::with(&[
        ("records/2026/one.toml", faulty),
        ("records/two.toml", other),
        ("records/sound.toml", &record("Sound", "2026-11-01")),
    ])
}

fn bytes(repo: &Repo) -> BTreeMap<String, Vec<u8>> {
    let files = support::files_below(repo.dir.path()).into_iter();
    files.map(|path| (path.clone(), fs::read(repo.path(&path)).unwrap())).collect()
}

#[test]
fn check_without_fix_never_writes() {
    let repo = repo();
    let before = bytes(&repo);
    repo.track("check").ends(1).says(
        "checked 3 files: 5 errors, 0 warnings\nat least 3 can be mended with `track check --fix`, 1 more by a guess with `--fix --unsafe`\n",
    );
    repo.track("check --format json").ends(1);
    repo.track("check --diff").ends(1).says("would mend 3 findings in 2 files; nothing was written\n");
    repo.track("check --diff --unsafe")
        .ends(1)
        .says("would mend 4 findings in 2 files; nothing was written\n");
    repo.track("check records/two.toml --deny-warnings").ends(1);
    assert_eq!(bytes(&repo), before, "not even a lock");
}

#[test]
fn what_is_mended_is_told_and_what_is_left_is_found() {
    let repo = repo();
    let sound = fs::read(repo.path("records/sound.toml")).unwrap();
    let run =
        repo.track("check --fix").ends(1).says("mended 3 findings in 2 files\n").says("T006").says("T011");
    assert!(
        run.out.contains("at least 1 can be mended by a guess: `track check --fix --unsafe`\n"),
        "{run:?}"
    );
    assert!(!run.out.contains("T007") && !run.out.contains("+++"), "{run:?}");
    let one = fs::read_to_string(repo.path("records/2026/one.toml")).unwrap();
    let wanted =
        "# Typed in a hurry.\ntitle = \"One\"\r\ntype = \"national\"\npublished = 2026-03-26 # Thursday\n";
    assert_eq!(one, wanted);
    assert_eq!(fs::read(repo.path("records/sound.toml")).unwrap(), sound);
    let lines = [
        "mended records/2026/one.toml:3: value-not-allowed (T011)\n",
        "mended records/2026/one.toml:4: date-form (T007)\n",
        "mended records/two.toml:4: unknown-key (T008)\n",
    ];
    assert_eq!(run.err, lines.concat(), "a line each, by file and line");
    repo.track("check --fix").ends(1).says("nothing was mended\n");
    repo.track("check --fix --unsafe --diff")
        .ends(1)
        .says("-type = \"nationl\"\n+type = \"national\"\n")
        .says("mended 1 finding in 1 file\n");
    // A repository with nothing but what a person must mend.
    repo.track("check --fix --unsafe").ends(1).says("nothing was mended\n").says("T006");
}

#[test]
fn what_was_mended_is_told_beside_every_format_but_not_where_only_data_are_wanted() {
    for (line, last) in [
        ("check --fix --format short", "mended 3 findings in 2 files\n"),
        ("check --fix --format json", "mended 3 findings in 2 files\n"),
        ("check --fix", "unknown-key (T008)\n"),
    ] {
        let run = repo().track(line).ends(1);
        assert!(run.err.starts_with("mended records/2026/one.toml:3: "), "{line}: {run:?}");
        assert!(run.err.ends_with(last), "{line}: {run:?}");
    }
    for line in ["check --fix -q", "check --fix --diff", "check", "check --diff"] {
        assert_eq!(repo().track(line).ends(1).err, "", "{line}");
    }
}

#[test]
fn a_file_that_is_not_there_is_passed_over_and_named() {
    let repo = repo();
    let run = repo.track("check records/nosuch.toml records/sound.toml").ends(0);
    assert_eq!(run.err, "note: records/nosuch.toml is not there; passed over\n");
    assert_eq!(repo.track("check -q records/nosuch.toml").ends(0).err, "");
    assert_eq!(repo.track("check records/sound.toml").ends(0).err, "");
}

#[test]
fn how_a_warning_is_allowed_is_said_where_one_stands_and_to_people_only() {
    let allow = "# track: allow RULE: REASON";
    let late = record("Late", "2026-01-01");
    let warned = Repo::with(&[("records/late.toml", late.as_str())]);
    let run = warned.track("check").ends(0).says(allow);
    assert_eq!(run.out.lines().filter(|line| line.contains(allow)).count(), 1);
    for line in ["check -q", "check --format short", "check --format json", "check --format github"] {
        assert!(!warned.track(line).ends(0).out.contains(allow), "{line}");
    }
    let sound = Repo::with(&[("records/sound.toml", record("Sound", "2026-11-01").as_str())]);
    assert!(!sound.track("check").ends(0).out.contains(allow));
    // Nobody allows an error of reading.
    let broken = Repo::with(&[("records/broken.toml", "title = \n")]);
    assert!(!broken.track("check").ends(1).out.contains(allow));
}

#[test]
fn mended_records_end_well() {
    let repo = repo();
    fs::remove_file(repo.path("records/two.toml")).unwrap();
    repo.track("list").ends(1);
    repo.track("check --fix")
        .ends(0)
        .says("checked 2 files: 0 errors, 1 warning\nmended 2 findings in 1 file\n");
    repo.track("list").ends(0);
}

#[test]
fn only_the_files_named_are_mended() {
    let repo = repo();
    let two = fs::read(repo.path("records/two.toml")).unwrap();
    repo.track("check --fix records/2026/one.toml").ends(0).says("mended 2 findings in 1 file\n");
    assert_eq!(fs::read(repo.path("records/two.toml")).unwrap(), two);
}

#[test]
fn a_reference_is_mended_by_a_guess_where_one_id_is_near() {
    let dangling = record("Later", "2026-10-01") + "follows = [\"2020-03-prevnt\", \"custodk\"]\n";
    let repo = Repo::with(&[
        ("records/later.toml", dangling.as_str()),
        ("records/2020-03-prevent.toml", &record("Prevent", "2020-03-01")),
        ("records/custody.toml", &record("Custody", "2019-03-01")),
        ("records/custodz.toml", &record("Custodz", "2018-03-01")),
        (
            "records/faulty.toml",
            "title = Faulty\ntype = \"national\"\npublished = 2020-01-01\nfollows = \"custodi\"\n",
        ),
    ]);
    repo.track("check --fix").ends(1).says("mended 2 findings in 1 file\n");
    let later = fs::read_to_string(repo.path("records/later.toml")).unwrap();
    assert_eq!(later, dangling, "a guess");
    repo.track("check --fix --unsafe records/later.toml")
        .ends(1)
        .says("mended 1 finding in 1 file\n")
        .says("custodk");
    let later = fs::read_to_string(repo.path("records/later.toml")).unwrap();
    assert_eq!(later, dangling.replace("prevnt", "prevent"));
    let faulty = fs::read_to_string(repo.path("records/faulty.toml")).unwrap();
    assert!(faulty.ends_with("follows = [\"custodi\"]\n"), "two ids are as near: {faulty}");
}

#[test]
fn findings_say_in_json_what_mends_them() {
    let repo = repo();
    let json = repo.track("check --format json records/two.toml").ends(1).json();
    assert!(json.get("mended").is_none());
    let text = fs::read_to_string(repo.path("records/two.toml")).unwrap();
    let findings = json["findings"].as_array().unwrap();
    let fix = |code: &str| findings.iter().find(|found| found["code"] == code).unwrap().get("fix");
    let at = text.find("urll").unwrap();
    assert_eq!(
        fix("T008"),
        Some(
            &serde_json::json!({"safe": true, "what": "write `url`", "edits": [{"byte_start": at, "byte_end": at + 4, "with": "url"}]})
        )
    );
    assert_eq!(fix("T011").unwrap()["safe"], false);
    assert_eq!(fix("T006"), None);
    let json = repo.track("check --format json --fix").ends(1).json();
    let mended = serde_json::json!([{"path": "records/2026/one.toml", "findings": 2}, {"path": "records/two.toml", "findings": 1}]);
    assert_eq!(json["mended"], mended);
}

#[test]
fn options_that_do_not_go_together_are_not_understood() {
    let repo = repo();
    let before = bytes(&repo);
    repo.track("check --unsafe").ends(2).tells("--unsafe goes with --fix");
    repo.track("check --diff --format json").ends(2).tells("--diff is for people");
    assert_eq!(bytes(&repo), before);
}

#[test]
fn a_file_that_is_not_utf_8_or_in_a_merge_is_left_to_a_person() {
    let latin = b"title = \"caf\xe9\"\ntype = \"National\"\npublished = \"26 March 2026\"\n".to_vec();
    let merge = b"title = \"x\"\ntype = \"National\"\n<<<<<<< HEAD\npublished = 2020-01-01\n=======\npublished = 2020-01-02\n>>>>>>> o\n".to_vec();
    let repo = Repo::with(&[("records/latin.toml", latin.clone()), ("records/merge.toml", merge.clone())]);
    let run = repo.track("check --fix --unsafe").ends(1).says("nothing was mended\n");
    assert!(!run.out.contains("can be mended"), "{run:?}");
    assert_eq!(fs::read(repo.path("records/latin.toml")).unwrap(), latin);
    assert_eq!(fs::read(repo.path("records/merge.toml")).unwrap(), merge);
}

#[test]
fn a_file_that_changed_meanwhile_is_left() {
    let repo = repo();
    let repository = Repository::at(repo.dir.path()).unwrap();
    let settings = Settings::default();
    let found = repository.mends(None, TODAY.parse().unwrap(), &settings, false).unwrap();
    let mends: Vec<_> = found.iter().collect();
    let paths: Vec<&str> = mends.iter().map(|mend| mend.path.as_str()).collect();
    assert_eq!(paths, ["records/2026/one.toml", "records/two.toml"]);
    let theirs = record("Typed meanwhile", "2026-11-02");
    repo.write(&mends[0].path, theirs.as_bytes());
    let writing = repository.begin().unwrap();
    let refused = writing.write_mend(&mends[0]).unwrap_err();
    assert!(
        refused.is_refusal() && refused.to_string().contains("was changed by somebody else"),
        "{refused}"
    );
    writing.write_mend(&mends[1]).unwrap();
    assert_eq!(fs::read_to_string(repo.path(&mends[0].path)).unwrap(), theirs);
    assert_eq!(fs::read_to_string(repo.path(&mends[1].path)).unwrap(), mends[1].after);
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_printed_says_that_the_mends_stand() {
    let repo = repo();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let run = repo.command(&["check", "--fix"]).stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(
        said.contains("mended 3 findings in 2 files, and that is saved and whole; but cannot write"),
        "{said}"
    );
    assert!(fs::read_to_string(repo.path("records/two.toml")).unwrap().contains("\nurl = "));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_named_and_the_others_go_on() {
    use std::os::unix::fs::PermissionsExt;
    let repo = repo();
    let path = repo.path("records/2026/one.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    repo.track("check --fix")
        .ends(1)
        .tells(
            "error: the rights of `records/2026/one.toml` forbid that it is changed; nothing was written\n",
        )
        .says("mended 1 finding in 1 file\n");
    assert!(fs::read_to_string(path).unwrap().contains("26 March"));
    assert!(fs::read_to_string(repo.path("records/two.toml")).unwrap().contains("url = "));
}

#[test]
fn a_missing_last_line_end_is_a_warning_and_is_mended() {
    let open = record("Open", "2026-11-01").trim_end().replace('\n', "\r\n");
    let repo = Repo::with(&[("records/open.toml", &open)]);
    repo.track("check --deny-warnings").ends(1).says("warning[T029]");
    repo.track("check").ends(0);
    repo.track("check --fix").ends(0).says("mended 1 finding in 1 file");
    assert_eq!(fs::read_to_string(repo.path("records/open.toml")).unwrap(), open + "\r\n");
}

#[test]
fn too_much_of_everything_ends() {
    let head = "title = \"x\"\ntype = \"national\"\npublished = \"26 March 2020\"\n";
    let many = |n: usize, piece: &str| piece.repeat(n);
    let bodies = [
        ("lines", many(3_000, "url = \"a\"\n")),
        ("unquoted", many(1_000, "[[recommendation]]\ntext = a word\nours = \"yes\"\n")),
        ("list", format!("x = [{}]\n", many(30_000, "1,"))),
        (
            "deep",
            format!(
                "[{}a]\n{}",
                many(78, "a."),
                (0..3_000).map(|n| format!("x{n}=1\n")).collect::<Vec<_>>().concat()
            ),
        ),
        ("inline", format!("x = {}1{}\n", many(70, "{a=1,\n b = "), many(70, ",}"))),
        ("escapes", format!("key_findings = \"{}\"\n", many(10_000, "\\e"))),
    ];
    let files: Vec<(String, String)> =
        bodies.iter().map(|(name, body)| (format!("records/{name}.toml"), format!("{head}{body}"))).collect();
    let repo = Repo::with(&files);
    repo.track("check --fix --unsafe").ends(1).says("mended");
    let of = |name: &str| fs::read_to_string(repo.path(&format!("records/{name}.toml"))).unwrap();
    assert!(of("list").contains("26 March"), "so many values are no record's: left as they are");
    assert!(!of("escapes").contains("\\e") && of("escapes").contains("2020-03-26"));
}
