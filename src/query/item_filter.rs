//! Which items are asked for.

use super::ItemRow;
use crate::model::{ItemKind, Status};

/// Which items are asked for; the default asks for all. All of its parts must fit.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemFilter {
    /// Only open items.
    pub open: bool,
    /// Only overdue items.
    pub overdue: bool,
    /// Only items for us.
    pub ours: bool,
    /// Only items for which nobody has decided whether they are.
    pub undecided: bool,
    /// A part of the owner's name, in any letter case.
    pub owner: Option<String>,
    /// Any of these; empty: every status.
    pub statuses: Vec<Status>,
    /// Any of these; empty: every kind.
    pub kinds: Vec<ItemKind>,
}

impl ItemFilter {
    /// Whether an item fits.
    pub fn keeps(&self, row: &ItemRow) -> bool {
        let owned_by = |wanted: &str| {
            row.owner.as_deref().is_some_and(|owner| owner.to_lowercase().contains(&wanted.to_lowercase()))
        };
        (!self.open || row.standing.open)
            && (!self.overdue || row.standing.overdue)
            && (!self.ours || row.ours == Some(true))
            && (!self.undecided || row.standing.undecided)
            && self.owner.as_deref().is_none_or(owned_by)
            && (self.statuses.is_empty() || self.statuses.contains(&row.standing.status))
            && (self.kinds.is_empty() || self.kinds.contains(&row.kind))
    }
}
