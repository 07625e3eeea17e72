//! Which record has the response to a report: one response may answer several.

use std::collections::HashMap;

use super::ResponseDates;

/// What a record says of the response to its report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The record's id.
    pub id: &'a str,
    /// The dates of its own response.
    pub dates: ResponseDates,
    /// The record whose response answers it as well.
    pub answered_by: Option<&'a str>,
}

/// For each record the position of the one that has the dates of its response: itself where it has a published one,
/// else the end of its chain of `answered_by`.
///
/// A chain that reaches no published response, or comes back, leaves a record with its own dates. Of two records with
/// the same id the first is meant. Each record is passed once, however the chains run together.
pub fn answers(records: &[Answer<'_>]) -> Vec<usize> {
    let mut by_id = HashMap::with_capacity(records.len());
    for (index, record) in records.iter().enumerate() {
        by_id.entry(record.id).or_insert(index);
    }
    let is_published = |index: usize| records[index].dates.published.is_some();
    let next = |index: usize| {
        let by = if is_published(index) { None } else { records[index].answered_by };
        by.and_then(|id| by_id.get(id).copied())
    };
    let mut found: Vec<Option<usize>> = vec![None; records.len()];
    let mut path = Vec::new();
    for start in 0..records.len() {
        let mut at = Some(start);
        while let Some(index) = at.filter(|index| found[*index].is_none()) {
            found[index] = Some(index); // until a published response is found; also marks the way
            path.push(index);
            at = next(index);
        }
        let end = at.or(path.last().copied()).and_then(|end| found[end]);
        if let Some(end) = end.filter(|end| is_published(*end)) {
            for index in &path {
                found[*index] = Some(end);
            }
        }
        path.clear();
    }
    found.into_iter().enumerate().map(|(index, answer)| answer.unwrap_or(index)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PartialDate;

    fn ends(records: &[(&'static str, bool, Option<&'static str>)]) -> Vec<usize> {
        let records: Vec<Answer<'_>> = records
            .iter()
            .map(|(id, published, answered_by)| Answer {
                id,
                dates: ResponseDates {
                    published: published.then_some(PartialDate::Year(2020)),
                    ..ResponseDates::default()
                },
                answered_by: *answered_by,
            })
            .collect();
        answers(&records)
    }

    #[test]
    fn chains_end_at_a_published_response() {
        assert_eq!(ends(&[("a", false, Some("b")), ("b", false, Some("c")), ("c", true, None)]), [2, 2, 2]);
        assert_eq!(ends(&[("c", true, None), ("b", false, Some("c")), ("a", false, Some("b"))]), [0, 0, 0]);
        assert_eq!(ends(&[("a", true, Some("b")), ("b", true, None)]), [0, 1], "an own response comes first");
        assert_eq!(ends(&[("a", false, Some("gone")), ("b", false, None)]), [0, 1]);
    }

    #[test]
    fn circles_leave_each_with_its_own() {
        assert_eq!(ends(&[("a", false, Some("a"))]), [0]);
        assert_eq!(
            ends(&[("a", false, Some("b")), ("b", false, Some("a")), ("c", false, Some("a"))]),
            [0, 1, 2]
        );
    }
}
