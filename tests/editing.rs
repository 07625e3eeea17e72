//! Changes to records: cases as folders of `in.toml`, `edits` and `out.toml`, and properties.
//!
//! A line of `edits` is a change: `set KEY VALUE`, `unset KEY`, `update ITEM KEY=VALUE …`, `recommendation KEY=VALUE …`,
//! `copy TO=DATE`, `remove ITEM`. What stands between `|` is one word; `\n` is the end of a line. `ACCEPT=1 cargo test
//! --test editing` takes what comes out as right.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use support::own_root;
use track::edit::{EditFault, Revision, lay_out};
use track::schema::tree::Tree;
use track::schema::{FieldKind, TABLES, UPDATE, read};

fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (n, part) in line.split('|').enumerate() {
        if n % 2 == 1 {
            words.push(part.replace("\\n", "\n"));
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

fn entry(word: &str) -> (&'static str, &str) {
    let (key, value) = word.split_once('=').unwrap();
    let field = TABLES.iter().find_map(|table| table.field(key)).unwrap_or_else(|| panic!("{key}")).1;
    (field.key, value)
}

fn change(revision: &mut Revision, line: &str) -> Result<(), EditFault> {
    let words = words(line);
    let entries = |from: usize| words[from..].iter().map(|word| entry(word)).collect::<Vec<_>>();
    match words[0].as_str() {
        "set" => revision.set(&words[1], &words[2..]),
        "unset" => revision.unset(&words[1]),
        "update" => revision.add_update(&words[1], &entries(2)),
        "recommendation" => revision.add_recommendation(&entries(1)).map(drop),
        "remove" => revision.remove_recommendation(&words[1]).map(drop),
        "copy" => {
            let (to, on) = words[1].split_once('=').unwrap();
            revision.add_copy(to, on)
        }
        other => panic!("{other}"),
    }
}

fn made(folder: &Path) -> String {
    let bytes = fs::read(folder.join("in.toml")).unwrap();
    let mut revision = Revision::of("records/x.toml", &bytes).unwrap();
    let mut faults = String::new();
    for line in fs::read_to_string(folder.join("edits")).unwrap().lines() {
        if let Err(fault) = change(&mut revision, line) {
            faults.push_str(&format!("refused: {line}\n{}\n", fault.message));
        }
    }
    if faults.is_empty() { revision.text().to_owned() } else { faults }
}

#[test]
fn every_case_comes_out_as_written() {
    let mut cases: Vec<_> = fs::read_dir(own_root().join("tests/fixtures/editing"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 20, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let (made, out) = (made(&case), case.join("out.toml"));
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&out, &made).unwrap();
        } else if fs::read_to_string(&out).unwrap_or_default() != made {
            wrong.push(format!("{}\n{made}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n----\n"));
}

/// Where `fmt` is said to make room for a change, it does.
#[test]
fn the_hint_that_names_fmt_is_true() {
    let mut seen = 0;
    for case in fs::read_dir(own_root().join("tests/fixtures/editing")).unwrap() {
        let case = case.unwrap().path();
        let before = Revision::of("records/x.toml", &fs::read(case.join("in.toml")).unwrap()).unwrap();
        for line in fs::read_to_string(case.join("edits")).unwrap().lines() {
            let Err(fault) = change(&mut before.clone(), line) else { continue };
            if fault.hints.iter().any(|hint| hint.contains("where this can be changed")) {
                seen += 1;
                let laid_out = lay_out("records/x.toml", before.text().as_bytes()).unwrap().unwrap();
                let mut after = Revision::of("records/x.toml", laid_out.as_bytes()).unwrap();
                change(&mut after, line)
                    .unwrap_or_else(|fault| panic!("{}: {line}: {fault}", case.display()));
            }
        }
    }
    assert!(seen > 3, "only {seen} such hints");
}

fn every_key_texts() -> Vec<String> {
    let read = |path: &str| fs::read_to_string(own_root().join("tests/support").join(path)).unwrap();
    let mut texts = vec![read("every_key.toml"), read("inline.toml")];
    texts.extend(support::own_records().into_iter().map(|(_, text)| text));
    let crlf: Vec<String> = texts.iter().take(4).map(|text| text.replace('\n', "\r\n")).collect();
    texts.extend(crlf);
    texts.push(format!("\u{feff}{}", texts[0]));
    texts.push(texts[0].trim_end().to_owned());
    texts
}

/// What is cut off anywhere is changed as it should be or refused, and never misread afterwards.
#[test]
fn every_byte_cut_is_changed_or_refused() {
    let texts = every_key_texts();
    for text in [&texts[0], &texts[1], &texts[texts.len() - 2]] {
        for cut in 0..text.len() {
            let Ok(revision) = Revision::of("records/x.toml", &text.as_bytes()[..cut]) else { continue };
            for change in [
                &mut |revision: &mut Revision| {
                    revision.set("response.url", &["https://example.org/x".to_owned()])
                },
                &mut |revision: &mut Revision| revision.unset("response.published"),
                &mut |revision: &mut Revision| {
                    revision.add_update("#1", &[("date", "2026-01-02"), ("note", "x")])
                },
                &mut |revision: &mut Revision| revision.remove_recommendation("#1").map(drop),
                &mut |revision: &mut Revision| revision.add_copy("x", "2026-01-02"),
            ] as [&mut dyn FnMut(&mut Revision) -> Result<(), EditFault>; 5]
            {
                let mut revision = revision.clone();
                match change(&mut revision) {
                    Ok(()) => drop(Revision::of("records/x.toml", revision.text().as_bytes()).unwrap()),
                    Err(_) => assert_eq!(revision.text().as_bytes(), &text.as_bytes()[..cut]),
                }
            }
        }
    }
}

/// Every key that can be set in a record: those of the record itself, of its response, and of its items.
fn keys(text: &str) -> Vec<(String, FieldKind)> {
    let (items, updates) = read("records/x.toml", text.as_bytes(), |reading| {
        let items = &reading.inspection.recommendations;
        (items.len(), items.first().map_or(0, |item| item.updates.len()))
    });
    let mut keys = Vec::new();
    for table in TABLES {
        let before = match table.path {
            "" => String::new(),
            "response" => "response.".to_owned(),
            "recommendation" if items > 0 => format!("recommendation[#{items}]."),
            "recommendation.update" if updates > 0 => format!("recommendation[#1].update[#{updates}]."),
            _ => continue,
        };
        for field in table.fields {
            if !matches!(field.kind, FieldKind::Table(_) | FieldKind::Tables(_)) {
                keys.push((format!("{before}{}", field.key), field.kind));
            }
        }
    }
    keys
}

fn value(kind: FieldKind, seed: &str, n: u32) -> Vec<String> {
    let date = ["2020-02-29", "March 2021", "2019", "unknown", "1/2/2023"][n as usize % 5];
    let text = format!("x{}", seed.replace(['\n', '\r'], " "));
    match kind {
        FieldKind::Text => vec![text],
        FieldKind::Prose => vec![format!("x{seed}")],
        FieldKind::Url => vec![format!("https://example.org/{n}")],
        FieldKind::Texts | FieldKind::Forces => vec![text, "b".to_owned()],
        FieldKind::Word(list) => vec![list.words[n as usize % list.words.len()].to_owned()],
        FieldKind::Date | FieldKind::DateOrNone => vec![date.to_owned()],
        FieldKind::Dates | FieldKind::Visit => vec![date.to_owned(), "2024-01-01".to_owned()],
        FieldKind::Day => vec!["2020-02-29".to_owned()],
        FieldKind::Count => vec![(n % 10_000).to_string()],
        FieldKind::Flag => vec![n.is_multiple_of(2).to_string()],
        FieldKind::Table(_) | FieldKind::Tables(_) => unreachable!("tables are not set"),
    }
}

/// Texts whose lists and braces hold comments, beside those with every key.
fn commented_texts() -> Vec<String> {
    let mut texts = every_key_texts();
    for case in fs::read_dir(own_root().join("tests/fixtures/editing")).unwrap() {
        texts.push(fs::read_to_string(case.unwrap().path().join("in.toml")).unwrap());
    }
    texts.push(
        "title = 'x' # t\ntype = 'peel'\npublished = 2020-01-01\nforces = [ # f\n # a\n 'A', # a\n 'B' # b\n # z\n]\n\
         inspected = [2019, # from\n 2020]\ncorrected = [\n2020, # one\n2021, 2022, # two\n]\n\
         recommendation = [\n # 1\n { text = 'a', label = '1' }, # 1\n # 2\n { text = '#b', update = [ # u\n\
         { date = 2020-02-01, note = 'n' }, # u\n] }, # 2\n # z\n]\nresponse = { # r\n  url = 'https://x', # u\n  # p\n\
         published = 2020-02-01, # p\n  sent_to = [ # s\n  { to = 'a', on = 2020 } # s\n ],\n} # r\n"
            .to_owned(),
    );
    texts.push(
        "title = 'x'\ntype = 'peel'\npublished = 2020-01-01\n\n# a\n\n# b\n[[recommendation]] # c\n# d\ntext = 'a' # e\n# f\n\n\
         # g\n\n[[recommendation.update]] # h\ndate = 2020-02-01 # i\nnote = 'n'\n# j\n\n# k\n[[recommendation]]\ntext = 'b'\n\n\
         # l\n\n# m\n[response]\n# n\nurl = 'https://x' # o\n# p\n\n# q\n"
            .to_owned(),
    );
    texts
}

/// The comments of a text, each with the line it stands on.
fn comments(text: &str) -> Vec<(usize, String)> {
    let (tree, _) = Tree::read(text);
    let line = |at: usize| text[..at].matches('\n').count();
    tree.comments()
        .iter()
        .map(|span| (line(span.start), text[span.start..span.end].trim_end().to_owned()))
        .collect()
}

/// The comments that are not there any more.
fn lost(before: &str, after: &str) -> Vec<(usize, String)> {
    let mut there: Vec<String> = comments(after).into_iter().map(|(_, comment)| comment).collect();
    let mut gone = Vec::new();
    for (line, comment) in comments(before) {
        match there.iter().position(|other| *other == comment) {
            Some(at) => drop(there.swap_remove(at)),
            None => gone.push((line, comment)),
        }
    }
    gone
}

/// No comment goes but one on a line that goes: that of a key or element that is taken away.
#[test]
fn no_comment_is_lost_but_with_what_is_taken_away() {
    let (mut made, mut taken) = (0, 0);
    for text in commented_texts() {
        let Ok(revision) = Revision::of("records/x.toml", text.as_bytes()) else { panic!("{text}") };
        for (key, kind) in keys(&text) {
            for typed in [Some(value(kind, "y", 3)), Some(value(kind, "z", 8)[..1].to_vec()), None] {
                let mut revision = revision.clone();
                let change = match &typed {
                    Some(typed) => revision.set(&key, typed),
                    None => revision.unset(&key),
                };
                made += usize::from(change.is_ok());
                let old: Vec<&str> = text.lines().collect();
                for (line, comment) in lost(&text, revision.text()) {
                    taken += 1;
                    let is_own_line = old[line].trim_start().starts_with('#');
                    let is_list = matches!(
                        kind,
                        FieldKind::Texts | FieldKind::Forces | FieldKind::Dates | FieldKind::Visit
                    );
                    assert!(typed.is_none() || is_list, "{key}: {comment}\n{}", revision.text());
                    assert!(
                        (typed.is_none() && is_list) || !is_own_line,
                        "{key}: {comment}\n{}",
                        revision.text()
                    );
                }
            }
        }
        let entries = [("date", "2024-01-02"), ("note", "x")];
        for change in [
            &mut |revision: &mut Revision| revision.add_update("#1", &entries),
            &mut |revision: &mut Revision| revision.add_recommendation(&[("text", "x")]).map(drop),
            &mut |revision: &mut Revision| revision.add_copy("x", "2026-01-02"),
            &mut |revision: &mut Revision| revision.rename_references("2019-01-a", "b"),
        ] as [&mut dyn FnMut(&mut Revision) -> Result<(), EditFault>; 4]
        {
            let mut revision = revision.clone();
            made += usize::from(change(&mut revision).is_ok());
            assert_eq!(lost(&text, revision.text()), [], "{text}");
        }
    }
    assert!(made > 1_000 && taken > 20, "{made} changes, {taken} comments went");
}

/// A group of comments between blank lines goes with an item only where keys of the item stand above and below it.
#[test]
fn a_removed_item_takes_no_comment_set_apart_from_it() {
    let (mut removed, mut kept) = (0, 0);
    for text in commented_texts() {
        let items =
            read("records/x.toml", text.as_bytes(), |reading| reading.inspection.recommendations.len());
        for item in 1..=items {
            let mut revision = Revision::of("records/x.toml", text.as_bytes()).unwrap();
            if revision.remove_recommendation(&format!("#{item}")).is_err() {
                continue;
            }
            removed += 1;
            let gone: Vec<usize> = lost(&text, revision.text()).into_iter().map(|(line, _)| line).collect();
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            let apart = |line: usize| {
                let above = lines[..line].iter().rev().find(|line| !line.starts_with('#'));
                let below = lines[line..].iter().find(|line| !line.starts_with('#'));
                above.is_none_or(|line| line.is_empty()) && below.is_none_or(|line| line.is_empty())
            };
            for (line, _) in comments(&text).into_iter().filter(|(line, _)| apart(*line)) {
                let next = lines[line..].iter().find(|line| !line.is_empty() && !line.starts_with('#'));
                if next.is_none_or(|line| !line.starts_with("[[recommendation.update")) {
                    assert!(!gone.contains(&line), "#{item}, line {line}: {}", revision.text());
                    kept += 1;
                }
            }
        }
    }
    assert!(removed > 30 && kept > 30, "{removed} items, {kept} comments");
}

/// The bytes at the beginning and at the end that two texts have in common.
fn common(before: &str, after: &str) -> (usize, usize) {
    let head = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let most = before.len().min(after.len()) - head;
    let tail = before.bytes().rev().zip(after.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
    (head, tail)
}

/// The most elements of two lists that can stay where they are.
fn in_common(old: &[String], new: &[String]) -> usize {
    match (old, new) {
        ([one, old @ ..], [two, new @ ..]) if one == two => 1 + in_common(old, new),
        ([_, rest @ ..], [_, others @ ..]) => in_common(rest, new).max(in_common(old, others)),
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// A list with a line for each element takes any others, keeps its layout, and loses only comments on lines that go.
    #[test]
    fn a_list_of_lines_takes_any_elements(
        old in prop::collection::vec("[A-D]", 0..6), new in prop::collection::vec("[A-F]", 1..7), comma in any::<bool>(), ends in any::<bool>(),
    ) {
        let end = if ends { "\r\n" } else { "\n" };
        let mut text = format!("title = 'x'{end}type = 'peel'{end}published = 2020-01-01{end}forces = [ # all{end}");
        for (at, force) in old.iter().enumerate() {
            let comma = if comma || at + 1 < old.len() { "," } else { "" };
            text.push_str(&format!("  # above {at}{end}  '{force}'{comma} # {force}{at}{end}"));
        }
        text.push_str(&format!("  # end{end}] # behind{end}url = 'https://x'{end}"));
        let mut revision = Revision::of("records/x.toml", text.as_bytes()).unwrap();
        revision.set("forces", &new).unwrap();
        let after = revision.text();
        let names: Vec<String> = read("records/x.toml", after.as_bytes(), |reading| match &reading.inspection.forces {
            Some(track::model::Forces::Named(names)) => names.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        });
        prop_assert_eq!(&names, &new);
        let lines = if old == new { text.lines().count() } else { text.lines().count() + new.len() - old.len() };
        prop_assert_eq!(after.lines().count(), lines, "{}", after);
        prop_assert!(!ends || !after.replace("\r\n", "").contains('\n'));
        let gone = lost(&text, after);
        prop_assert!(gone.len() <= old.len() - in_common(&old, &new), "{:?}", gone);
        prop_assert!(gone.iter().all(|(_, comment)| comment.len() == 4), "{:?}", gone);
    }

    /// Any key to any value in any valid record: every byte outside the value, or the inserted line, stands.
    #[test]
    fn setting_a_key_changes_its_value_and_no_other_byte(
        which in any::<prop::sample::Index>(), key in any::<prop::sample::Index>(),
        seed in "(?s)[\\PC\"\\\\\n\t'#]{0,30}", n in any::<u32>(),
    ) {
        let texts = every_key_texts();
        let text = which.get(&texts);
        let keys = keys(text);
        let (key, kind) = key.get(&keys);
        let typed = value(*kind, &seed, n);
        let mut revision = Revision::of("records/x.toml", text.as_bytes()).unwrap();
        revision.set(key, &typed).unwrap();
        let after = revision.text().to_owned();
        let (head, tail) = common(text, &after);
        // Two characters may begin or end with the same bytes.
        let part = |text: &str| text[floor(text, head)..ceil(text, text.len() - tail)].to_owned();
        let (gone, come) = (part(text), part(&after));
        let was_there = read("records/x.toml", text.as_bytes(), |reading| {
            let steps = steps(key);
            let span = reading.span(&steps);
            let parent = reading.span(&track::schema::Steps(steps.0[..steps.0.len() - 1].to_vec()));
            (span != parent).then_some(span)
        });
        if let Some(span) = was_there {
            // What went lies within the old value.
            let within = head >= span.start && text.len() - tail <= span.end;
            prop_assert!(after == *text || within, "{key}: {gone:?} {come:?}");
        } else {
            // Nothing went; what came is one entry with the file's line ending.
            prop_assert!(gone.is_empty(), "{key}: {gone:?} {come:?}");
            prop_assert!(!text.contains("\r\n") || !come.replace("\r\n", "").contains('\n'), "{come:?}");
        }
        // The same once more changes nothing.
        let mut again = Revision::of("records/x.toml", after.as_bytes()).unwrap();
        again.set(key, &typed).unwrap();
        prop_assert_eq!(again.text(), &after);
        prop_assert_eq!(again.changed().len(), 0);
        // A key that was not there goes away again without a trace.
        if was_there.is_none() {
            again.unset(key).unwrap();
            if !again.text().contains("[response]") || text.contains("[response]") {
                prop_assert_eq!(again.text(), text.as_str());
            }
        }
    }

    /// An update leaves every line that was there.
    #[test]
    fn an_update_leaves_every_line(which in any::<prop::sample::Index>(), item in any::<prop::sample::Index>(), note in "(?s)[\\PC\n]{0,40}x") {
        let texts = every_key_texts();
        let text = which.get(&texts);
        let items = read("records/x.toml", text.as_bytes(), |reading| reading.inspection.recommendations.len());
        prop_assume!(items > 0);
        let item = item.index(items) + 1;
        let mut revision = Revision::of("records/x.toml", text.as_bytes()).unwrap();
        let entries = [("date", "2024-01-02"), ("status", "in-progress"), ("note", note.as_str())];
        revision.add_update(&format!("#{item}"), &entries).unwrap();
        let (head, tail) = common(text, revision.text());
        prop_assert_eq!(head + tail, text.len());
        read("records/x.toml", revision.text().as_bytes(), |reading| {
            let update = reading.inspection.recommendations[item - 1].updates.last().unwrap();
            let read_back = update.note.as_deref().unwrap().replace("\r\n", "\n");
            assert_eq!(read_back, note.trim_start_matches('\n').trim_end());
        });
        prop_assert!(UPDATE.field("note").is_some());
    }
}

/// The next border between characters.
fn ceil(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap()
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap()
}

fn steps(key: &str) -> track::schema::Steps {
    use track::schema::Steps;
    let mut steps = Steps::default();
    for part in key.split('.') {
        let (name, item) = part.split_once('[').unwrap_or((part, ""));
        steps = steps.key(TABLES.iter().find_map(|table| table.field(name)).unwrap().1.key);
        if let Some(position) = item.strip_prefix('#') {
            steps = steps.at(position.trim_end_matches(']').parse::<usize>().unwrap() - 1);
        }
    }
    steps
}
