//! The public `toml-test` suite, where it is at hand: `TOML_TEST` names its folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::super::{SyntaxFaultKind, Tree};
use super::disagreement;

fn suite() -> Option<PathBuf> {
    std::env::var_os("TOML_TEST")
        .map(PathBuf::from)
        .filter(|folder| folder.join("files-toml-1.0.0").is_file())
}

fn listed(suite: &Path, list: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(suite.join(list)).unwrap();
    let is_toml = |line: &&str| Path::new(line).extension().is_some_and(|extension| extension == "toml");
    text.lines().filter(is_toml).map(str::to_owned).collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that proves nothing says so")]
fn the_public_suite() {
    let Some(suite) = suite() else {
        eprintln!("the public suite is not here: skipped");
        return;
    };
    let (old, new) = (listed(&suite, "files-toml-1.0.0"), listed(&suite, "files-toml-1.1.0"));
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in old.union(&new) {
        let Ok(text) = std::fs::read_to_string(suite.join(file)) else { continue }; // not UTF-8, or not there
        seen += 1;
        let (_, faults) = Tree::read(&text);
        let hard = faults.iter().any(|fault| fault.kind != SyntaxFaultKind::Toml11);
        let right = if file.starts_with("valid/") {
            if old.contains(file) { faults.is_empty() } else { !hard }
        } else if new.contains(file) {
            hard
        } else {
            !faults.is_empty() // in 1.0 only: at least what only 1.1 has is told
        };
        if !right {
            wrong.push(format!("{file}: {faults:?}"));
        }
        wrong.extend(disagreement(&text).map(|how| format!("{file}: {how}")));
    }
    assert!(seen > 500, "{seen} files");
    assert_eq!(wrong, Vec::<String>::new());
}
