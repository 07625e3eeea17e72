//! Completes an id from a part of it.

use crate::text::nearest;

/// Why a part of an id names no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSuchId {
    /// No id has this part; perhaps the near one was meant.
    Unknown {
        /// An id that is near.
        near: Option<String>,
    },
    /// Several ids have it, in order.
    Ambiguous(Vec<String>),
}

/// Finds the id that is meant: the whole id, else the only one that has this part, in any letter case.
pub fn resolve_id<'i>(wanted: &str, ids: &[&'i str]) -> Result<&'i str, NoSuchId> {
    let wanted = wanted.trim();
    if let Some(whole) = ids.iter().find(|id| **id == wanted) {
        return Ok(whole);
    }
    let folded = wanted.to_lowercase();
    let mut found: Vec<&'i str> =
        ids.iter().copied().filter(|id| !folded.is_empty() && id.contains(&folded)).collect();
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [] => Err(NoSuchId::Unknown { near: nearest(wanted, ids.iter().copied()).map(str::to_owned) }),
        [only] => Ok(only),
        several => Err(NoSuchId::Ambiguous(several.iter().map(|id| (*id).to_owned()).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unique_part_is_enough() {
        let ids = ["2019-06-custody", "2020-03-prevent", "2022-10-custody-revisit", "custody"];
        assert_eq!(resolve_id("prevent", &ids), Ok("2020-03-prevent"));
        assert_eq!(resolve_id("PREVENT ", &ids), Ok("2020-03-prevent"));
        assert_eq!(resolve_id("custody", &ids), Ok("custody"));
        assert_eq!(
            resolve_id("-custody", &ids),
            Err(NoSuchId::Ambiguous(vec!["2019-06-custody".into(), "2022-10-custody-revisit".into()]))
        );
        assert_eq!(
            resolve_id("2020-03-prevnt", &ids),
            Err(NoSuchId::Unknown { near: Some("2020-03-prevent".into()) })
        );
        assert_eq!(resolve_id("2021-09-rural", &ids), Err(NoSuchId::Unknown { near: None }));
        assert_eq!(resolve_id("", &ids), Err(NoSuchId::Unknown { near: None }));
    }
}
