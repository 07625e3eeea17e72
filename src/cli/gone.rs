//! What may be taken away, and how to get it back: an officer's words are never lost by a command.

use super::ask::confirm;
use super::change::Chosen;
use super::context::Context;
use super::failure::Refusal;
use crate::store::Committed;
use crate::text::visible;

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
    let back = |commit: &str| format!("git restore --source={} -- {path}", visible(commit));
    let (words, kept) = match chosen.repository.committed(&chosen.path, bytes) {
        Committed::AsItStands { commit } => return Ok(Some(format!("to get it back: {}", back(&commit)))),
        Committed::Otherwise { commit } => (
            "git has another version of it, not this one",
            Some(format!("to get the version before back: {}", back(&commit))),
        ),
        Committed::No => ("git does not have it", None),
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
    .hint("commit it first (git add, git commit), or say --force")
    .into())
}
