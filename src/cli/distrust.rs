//! What to do where git refuses to read a repository.

use std::path::Path;

use crate::text::{shell_quoted, visible};

/// Says that git will not read the repository, and why in few words.
pub(super) fn refused(why: &str) -> String {
    let short = if is_of_owner(why) {
        "dubious ownership: the folder is somebody else's".into()
    } else {
        visible(why)
    };
    format!("git refuses to read this repository ({short})")
}

/// What to do about it; `top` is the folder that holds `.git`, whose owner git looks at.
pub(super) fn to_be_trusted(why: &str, top: &Path) -> String {
    if !is_of_owner(why) {
        return "git status says more; once it works, run the command again".to_owned();
    }
    let top = top.to_string_lossy();
    format!("if you trust it: git config --global --add safe.directory {}", shell_quoted(&visible(&top)))
}

fn is_of_owner(why: &str) -> bool {
    why.contains("dubious ownership") || why.contains("owned by someone else")
}
