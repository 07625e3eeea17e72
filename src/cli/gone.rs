//! What may be taken away, and how to get it back: an officer's words are never lost by a command.

use super::ask::confirm;
use super::change::Chosen;
use super::context::Context;
use super::distrust::{refused, to_be_trusted};
use super::failure::Refusal;
use crate::store::Committed;
use crate::text::{shell_quoted, visible};

/// Refuses while the text of an edit that did not end lies beside the record: under another name, or without the record,
/// nobody would look for it.
pub(super) fn refuse_while_edited(chosen: &Chosen) -> anyhow::Result<()> {
    let kept = chosen.repository.drafts_of(&chosen.path)?;
    let Some(draft) = kept.first() else { return Ok(()) };
    let path = visible(&draft.path);
    Err(Refusal::new(format!("the text of an edit that did not end is in {path}; nothing was written"))
        .hint(format!("to go on with it: track edit {} --resume", chosen.id))
        .hint("if it is not wanted, remove that file")
        .into())
}

/// Decides whether words may go. Those that git has may; others only if the person says so, or `force` does.
///
/// Returns how to get them back, in a line; none where that cannot be done.
pub(super) fn may_go(
    chosen: &Chosen,
    bytes: &[u8],
    force: bool,
    context: &mut Context<'_, '_>,
) -> anyhow::Result<Option<String>> {
    let path = visible(&chosen.path).into_owned();
    let back = |commit: &str| {
        let source = format!("--source={}", visible(commit));
        format!("{} restore {source} -- {}", git_here(chosen), shell_quoted(&path))
    };
    let commit_first = "commit it first (git add, git commit), or say --force".to_owned();
    let (words, kept, hint) = match chosen.repository.committed(&chosen.path, bytes) {
        Committed::AsItStands { commit } => return Ok(Some(format!("to get it back: {}", back(&commit)))),
        Committed::Otherwise { commit, .. } => (
            "git has another version of it, not this one".to_owned(),
            Some(format!("to get the version before back: {}", back(&commit))),
            commit_first,
        ),
        Committed::No => ("git does not have it".to_owned(), None, commit_first),
        Committed::Refused { why } => (refused(&why), None, trusted(chosen, &why)),
        Committed::NoGit => (
            "git is not installed here and cannot be asked whether it has it".to_owned(),
            None,
            "install git, or say --force".to_owned(),
        ),
    };
    if force {
        return Ok(kept);
    }
    if context.can_ask() && confirm(context, &format!("{path}: {words}. Take it away for good?"))? {
        return Ok(kept);
    }
    Err(Refusal::new(format!(
        "{path}: {words}, so what is taken away could not be got back; nothing was written"
    ))
    .hint(hint)
    .into())
}

/// The beginning of a command of git for this repository, from whatever folder it is run.
pub(super) fn git_here(chosen: &Chosen) -> String {
    let root = chosen.repository.root.to_string_lossy();
    format!("git -C {}", shell_quoted(&visible(&root)))
}

fn trusted(chosen: &Chosen, why: &str) -> String {
    // git compares the folder that holds `.git`, which may lie above the records.
    let top = chosen.repository.git_top().unwrap_or(&chosen.repository.root);
    format!("{}; or say --force", to_be_trusted(why, top))
}
