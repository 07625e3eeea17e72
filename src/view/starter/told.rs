//! What is said of a beginning: what was made, what was there, and what to add to that by hand.

use super::super::json::{record_schema, settings_schema};
use super::templates::{Matter, matter};
use crate::store::{Kept, Started, Starter};
use crate::text::visible;

/// What was made, or would be, and what was left as it is: a line each.
pub fn started_text(started: &Started, dry_run: bool) -> String {
    let verb = if dry_run { "Would make" } else { "Made" };
    let mut text = String::new();
    for path in &started.made {
        text.push_str(&format!("{verb} {path}\n"));
    }
    for kept in &started.kept {
        let what = if kept.kind == "file" { String::new() } else { format!(", a {}", kept.kind) };
        text.push_str(&format!("{} is there already{what}: left as it is\n", visible(&kept.path)));
    }
    text
}

/// What a person may want to add to the files that were there already; nothing where they have it.
pub fn started_advice(started: &Started, starters: &[Starter]) -> String {
    let mut text = String::new();
    for kept in &started.kept {
        if let Some(starter) = starters.iter().find(|starter| starter.path == kept.starter) {
            text.push_str(&advice(kept, starter).unwrap_or_default());
        }
    }
    text
}

/// What is said of schemas that the repository keeps for editors and that are not those of this program: of each, where it
/// stands and what stands in it.
pub fn schema_notes(kept: &[(&str, Vec<u8>)]) -> String {
    let mut notes = String::new();
    for (path, bytes) in kept {
        let Matter::All(what) = matter(path) else { continue };
        let ours = if what == "record" { record_schema() } else { settings_schema() };
        // Git may have turned the line ends round.
        if String::from_utf8_lossy(bytes).replace("\r\n", "\n") != ours {
            notes.push_str(&format!("note: {path} is not that of this track; {}\n", to_renew(what, path)));
        }
    }
    notes
}

fn to_renew(what: &str, path: &str) -> String {
    format!("to renew it: track schema {what} > {path}")
}

fn advice(kept: &Kept, starter: &Starter) -> Option<String> {
    let there = String::from_utf8_lossy(kept.bytes.as_deref()?);
    let path = visible(&kept.path);
    let missing: Vec<&str> = match matter(starter.path) {
        Matter::Nothing => return None,
        Matter::All(what) => {
            let renew = format!("{path} is not that of this track; {}\n", to_renew(what, starter.path));
            return (there != starter.text).then_some(renew);
        }
        Matter::Lines => {
            let has = |line: &&str| there.lines().any(|other| other.trim() == *line);
            starter.text.lines().filter(|line| !line.starts_with('#') && !has(line)).collect()
        }
        Matter::Part { sign, .. } if there.contains(sign) => return None,
        Matter::Part { from, .. } => starter.text.lines().skip_while(|line| *line != from).collect(),
    };
    let lines: String =
        missing.iter().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect();
    (!missing.is_empty())
        .then(|| format!("{path} lacks what track would put there; to add by hand:\n{lines}"))
}

#[cfg(test)]
mod tests {
    use super::super::{Beginning, starters};
    use super::*;

    fn all() -> Vec<Starter> {
        starters(&Beginning { office: &[], github: true, gitlab: true, pre_commit: true })
    }

    /// What is said where these bytes stand in the place of every file.
    fn said(bytes: impl Fn(&Starter) -> Option<Vec<u8>>) -> String {
        let all = all();
        let kept = |starter: &Starter| Kept {
            starter: starter.path,
            path: starter.path.to_owned(),
            kind: "file",
            bytes: bytes(starter),
        };
        let started = Started { made: Vec::new(), kept: all.iter().map(kept).collect() };
        started_advice(&started, &all)
    }

    #[test]
    fn of_our_own_files_nothing_is_lacking() {
        assert_eq!(said(|starter| Some(starter.text.clone().into_bytes())), "");
        assert_eq!(said(|_| None), "", "and of what cannot be read nothing is known");
    }

    #[test]
    fn what_lacks_is_shown_with_all_its_lines() {
        let said = said(|_| Some(b"# theirs\n.track.lock\n".to_vec()));
        assert_eq!(said.matches("to add by hand").count(), 6, "{said}");
        for line in [
            "    .track-*.tmp\n",
            "    /records/** -text\n",
            "    [[rule]]\n",
            "    [[schemas]]\n",
            "    nothing-overdue:\n",
            "      - repo: local\n",
            "track schema record > .track/record.schema.json\n",
            "track schema settings > .track/settings.schema.json\n",
        ] {
            assert!(said.contains(line), "{line}\n{said}");
        }
        assert!(!said.contains("    .track.lock"), "{said}");
    }
}
