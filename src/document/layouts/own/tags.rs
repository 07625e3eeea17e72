//! The tags of a template: what stands between `{{` and `}}`, `{%` and `%}`, `{#` and `#}`.

use std::ops::Range;

use super::guard::Refused;

/// What a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Prints something.
    Expression,
    /// Says what comes next, and prints nothing itself.
    Statement,
    /// Is said to those who read the template.
    Remark,
}

impl Kind {
    fn of(second: u8) -> Option<(Self, &'static str)> {
        match second {
            b'{' => Some((Self::Expression, "}}")),
            b'%' => Some((Self::Statement, "%}")),
            b'#' => Some((Self::Remark, "#}")),
            _ => None,
        }
    }
}

/// A tag: where it stands, its marks included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

impl Tag {
    /// Where its inside stands: between the marks, and the `-` or `+` by which space is kept or not.
    pub(super) fn inside(&self, source: &str) -> Range<usize> {
        let (start, end) = (self.range.start + 2, self.range.end - 2);
        let inner = &source[start..end];
        let begins = usize::from(inner.starts_with(['-', '+']));
        let ends = usize::from(inner.len() > begins && inner.ends_with(['-', '+']));
        start + begins..end - ends
    }
}

/// Finds the tags of a template.
pub(super) fn tags(source: &str) -> Result<Vec<Tag>, Refused> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = source[at..].find('{').map(|open| at + open) {
        let Some((kind, close)) = source.as_bytes().get(start + 1).copied().and_then(Kind::of) else {
            at = start + 1;
            continue;
        };
        let inner = start + 2;
        let end = match kind {
            Kind::Remark => source[inner..].find(close).map(|end| inner + end),
            _ => unquoted(source, inner).map(|(at, _)| at).find(|at| source[*at..].starts_with(close)),
        };
        let Some(end) = end else { return Err(Refused::not_closed(start, &source[start..inner], close)) };
        at = end + close.len();
        found.push(Tag { kind, range: start..at });
    }
    Ok(found)
}

/// The characters from a place on that stand in no quotes, each with where it stands.
pub(super) fn unquoted(source: &str, start: usize) -> impl Iterator<Item = (usize, char)> {
    let (mut quote, mut is_escaped) = (None, false);
    source[start..].char_indices().filter_map(move |(at, c)| {
        if let Some(open) = quote {
            if !is_escaped && c == open {
                quote = None;
            }
            is_escaped = !is_escaped && c == '\\';
            return None;
        }
        if matches!(c, '"' | '\'') {
            quote = Some(c);
            return None;
        }
        Some((start + at, c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_their_insides() {
        let source = "a{ b {{ '}}' }}{%- if x +%}{# {{ #}{{}}{{-}}";
        let found = tags(source).map_err(|refused| refused.what).unwrap();
        let insides: Vec<_> = found.iter().map(|tag| (tag.kind, &source[tag.inside(source)])).collect();
        assert_eq!(
            insides,
            [
                (Kind::Expression, " '}}' "),
                (Kind::Statement, " if x "),
                (Kind::Remark, " {{ "),
                (Kind::Expression, ""),
                (Kind::Expression, "")
            ]
        );
    }

    #[test]
    fn a_tag_that_does_not_end_is_refused_where_it_begins() {
        for (source, at) in [("x {{ y", 2), ("{{ '}}", 0), ("{% if %} {% ", 9), ("{{ a }}{# #", 7)] {
            assert_eq!(tags(source).map_err(|refused| refused.at), Err(at), "{source}");
        }
    }
}
