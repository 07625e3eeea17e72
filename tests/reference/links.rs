//! Every link between pages of the documentation leads to a file, and to a heading that is there once.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::support::{files_below, own_root};

/// The pages: those at the root, and those of `docs/`.
fn pages() -> Vec<String> {
    let root =
        fs::read_dir(own_root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let docs = files_below(&own_root().join("docs")).into_iter().map(|path| format!("docs/{path}"));
    let mut pages: Vec<String> =
        root.chain(docs).filter(|path| path.split('.').next_back() == Some("md")).collect();
    pages.sort();
    pages
}

/// A page without what stands in blocks of code, a line each, and the lines' numbers.
fn prose(text: &str) -> Vec<(usize, &str)> {
    let (mut lines, mut fence) = (Vec::new(), "");
    for (index, line) in text.lines().enumerate() {
        let run = &line[..line.len() - line.trim_start_matches('`').len()];
        if fence.is_empty() && run.len() >= 3 {
            fence = run;
        } else if fence.is_empty() {
            lines.push((index + 1, line));
        } else if line == fence {
            fence = "";
        }
    }
    lines
}

/// A line without its code, which holds no links.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect()
}

/// The targets of links.
fn targets(line: &str) -> Vec<String> {
    let line = without_code(line);
    let found = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    found.map(str::to_owned).collect()
}

/// The names of the headings, as hosts of git repositories make them, and how often each comes.
fn anchors(text: &str) -> HashMap<String, usize> {
    let mut anchors = HashMap::new();
    for (_, line) in prose(text) {
        let words = line.trim_start_matches('#');
        if line.starts_with('#') && words.starts_with(' ') {
            let kept = words.trim().chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
            let anchor = kept.collect::<String>().replace(' ', "-").to_lowercase();
            *anchors.entry(anchor).or_default() += 1;
        }
    }
    anchors
}

/// Links of a page that lead nowhere.
fn broken(page: &str, text: &str, read: &dyn Fn(&Path) -> Option<String>) -> Vec<String> {
    let mut broken = Vec::new();
    for (number, line) in prose(text) {
        for target in targets(line) {
            if target.contains("://") || target.contains("::") || target.starts_with("mailto:") {
                continue; // elsewhere, or a name that rustdoc knows
            }
            let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let path = Path::new(page).parent().unwrap().join(file);
            let there = if file.is_empty() { Some(text.to_owned()) } else { read(&path) };
            let leads =
                there.is_some_and(|there| anchor.is_empty() || anchors(&there).get(anchor) == Some(&1));
            if !leads {
                broken.push(format!("{page}:{number}: {target}"));
            }
        }
    }
    broken
}

fn read(path: &Path) -> Option<String> {
    let path = own_root().join(path);
    if path.is_dir() { Some(String::new()) } else { fs::read_to_string(path).ok() }
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    assert!(pages.len() >= 10, "{pages:?}");
    let mut links = 0;
    let mut wrong = Vec::new();
    for page in pages {
        let text = fs::read_to_string(own_root().join(&page)).unwrap().replace("\r\n", "\n");
        links += prose(&text).iter().map(|(_, line)| targets(line).len()).sum::<usize>();
        wrong.extend(broken(&page, &text, &read));
    }
    assert!(links > 100, "only {links} links seen: does the scan still work?");
    assert!(
        wrong.is_empty(),
        "links that lead nowhere, or to a heading that comes twice:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn a_planted_link_is_found() {
    let other =
        |path: &Path| (path == Path::new("docs/a.md")).then(|| "# A b: `c_d`!\n## E\n## E\n".to_owned());
    for bad in ["[x](b.md)", "[x](a.md#b)", "[x](a.md#e)", "[x](#nowhere)", "`code` [`x`](y)"] {
        assert_eq!(broken("docs/p.md", bad, &other).len(), 1, "{bad}");
    }
    for good in [
        "[x](a.md)",
        "[x](a.md#a-b-c_d)",
        "# Here\n[x](#here)",
        "[x](https://example.org/b.md)",
        "`[x](b.md)`",
        "```text\n[x](b.md)\n```",
        "[`R`](diagnostic::R)",
    ] {
        assert_eq!(broken("docs/p.md", good, &other), Vec::<String>::new(), "{good}");
    }
}
