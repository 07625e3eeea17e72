//! Says of a text that a command wrote over or took away whether git has it.

use super::change::Chosen;
use super::context::Context;
use super::gone::git_here;
use crate::edit::{Revision, Said, said, with_label};
use crate::schema::tree::Tree;
use crate::store::Committed;
use crate::text::{and_list, shell_quoted, visible};

/// From how many characters on a text of one line is prose that is not typed again in a moment.
const LONG: usize = 200;

/// Tells of the texts that stood in a record and stand there no more; git is asked only where there are any.
pub(super) fn tell_replaced(chosen: &Chosen, revision: &Revision, context: &mut Context<'_, '_>) {
    let texts = revision.replaced();
    let prose: Vec<_> =
        texts.iter().filter(|(_, text)| text.contains('\n') || text.chars().count() > LONG).collect();
    if prose.is_empty() {
        return;
    }
    let named = |key: &str| visible(&with_label(revision.before(), key)).into_owned();
    let keys: Vec<String> = prose.iter().map(|(key, _)| named(key)).collect();
    let (text, is, it) = if keys.len() == 1 { ("text", "is", "it") } else { ("texts", "are", "them") };
    let now = said(&Tree::read(revision.text()).0, revision.text());
    let done = if prose.iter().any(|(key, _)| now.contains_key(key)) { "replaced" } else { "taken away" };
    let commit = match chosen.repository.committed(&chosen.path, revision.before().as_bytes()) {
        Committed::AsItStands { commit } => Some(commit),
        Committed::Otherwise { commit, bytes } if has_all(&bytes, &prose) => Some(commit),
        _ => None,
    };
    let git = match commit {
        Some(commit) => {
            let object = format!("{}:./{}", visible(&commit), visible(&chosen.path));
            format!("git has {it}: {} show {}", git_here(chosen), shell_quoted(&object))
        }
        None => format!("git does not have {it}"),
    };
    context.note(&format!("note: the {text} that stood in {} {is} {done}; {git}\n", and_list(&keys)));
}

/// Whether a version of the record has all the texts, wherever they stand in it.
fn has_all(bytes: &[u8], texts: &[&(String, String)]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let (tree, _) = Tree::read(&text);
    let there = said(&tree, &text);
    texts
        .iter()
        .all(|(_, wanted)| there.values().any(|value| matches!(value, Said::Text(text) if text == wanted)))
}
