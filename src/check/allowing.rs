//! The comments of one record that allow one rule, by what they are about.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::AllowedRule;
use crate::text::Span;

/// The comments of one record that allow one rule. A finding asks the few that it lies in, however many there are.
pub(super) struct Allowing<'f>(Vec<Scope<'f>>);

/// A part of the record and the comments that are about it.
struct Scope<'f> {
    span: Span,
    /// The next larger part that it lies in.
    outer: Option<usize>,
    comments: Vec<&'f AllowedRule>,
    is_used: bool,
}

impl<'f> Allowing<'f> {
    /// Puts comments in order. Of two parts of a record one lies in the other, or they have nothing in common.
    pub(super) fn of(comments: &[&'f AllowedRule]) -> Self {
        let mut parts: BTreeMap<(usize, Reverse<usize>), Vec<&AllowedRule>> = BTreeMap::new();
        for &comment in comments {
            parts.entry((comment.scope.start, Reverse(comment.scope.end))).or_default().push(comment);
        }
        let mut scopes: Vec<Scope<'f>> = Vec::with_capacity(parts.len());
        let mut open: Vec<usize> = Vec::new();
        for ((start, Reverse(end)), comments) in parts {
            let span = Span::new(start, end);
            while open.pop_if(|outer| !scopes[*outer].span.holds(span)).is_some() {}
            let outer = open.last().copied();
            open.push(scopes.len());
            scopes.push(Scope { span, outer, comments, is_used: false });
        }
        Self(scopes)
    }

    /// Uses every comment that allows what is found at a place; gives the one about the largest part.
    pub(super) fn allow(&mut self, found: Span) -> Option<&'f AllowedRule> {
        let mut at = self.0.partition_point(|scope| scope.span.start <= found.start).checked_sub(1);
        let mut allowing = None;
        while let Some(scope) = at.and_then(|at| self.0.get_mut(at)) {
            if scope.span.holds(found) {
                scope.is_used = true;
                allowing = scope.comments.first().copied().or(allowing);
            }
            at = scope.outer;
        }
        allowing
    }

    /// The comments that allowed nothing.
    pub(super) fn unused(&self) -> impl Iterator<Item = &'f AllowedRule> {
        self.0.iter().filter(|scope| !scope.is_used).flat_map(|scope| scope.comments.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::rules::forces_missing::RULE;
    use crate::text::Place;

    fn comments(scopes: &[Span]) -> Vec<AllowedRule> {
        let allowed = |scope: &Span| AllowedRule {
            rule: &RULE,
            scope: *scope,
            place: Place::of_file("x"),
            because: String::new(),
        };
        scopes.iter().map(allowed).collect()
    }

    proptest! {
        #[test]
        fn a_finding_is_allowed_by_what_it_lies_in_and_uses_all_of_it(
            // Halves, quarters and so on of a text: parts as those of a record.
            scopes in prop::collection::vec((0_u32..6, 0_usize..32), 0..24),
            found in prop::collection::vec((0_usize..32, 1_usize..4), 0..12),
        ) {
            let part = |(size, at): &(u32, usize)| {
                let length = 32 >> size;
                Span::new(at / length * length, at / length * length + length)
            };
            let scopes: Vec<Span> = scopes.iter().filter(|(size, _)| 32 >> size > 0).map(part).collect();
            let comments = comments(&scopes);
            let mut allowing = Allowing::of(&comments.iter().collect::<Vec<_>>());
            let spans: Vec<Span> = found.iter().map(|(start, length)| Span::new(*start, start + length)).collect();
            for &span in &spans {
                let allowed = allowing.allow(span);
                prop_assert_eq!(allowed.is_some(), scopes.iter().any(|scope| scope.holds(span)));
                prop_assert!(allowed.is_none_or(|allowed| allowed.scope.holds(span)));
            }
            let mut unused: Vec<Span> = allowing.unused().map(|comment| comment.scope).collect();
            let mut expected = scopes;
            expected.retain(|scope| !spans.iter().any(|span| scope.holds(*span)));
            unused.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(unused, expected);
        }
    }
}
