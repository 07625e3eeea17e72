//! Comments by which a record allows a rule: `# track: allow RULE: REASON`.

use super::reading::Reading;
use super::tree::{NodeId, TableForm, Tree, Value};
use crate::text::Span;

/// A comment that speaks to `track`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance<'a> {
    /// The comment, from `#` to the end of the line.
    pub span: Span,
    /// What it says.
    pub said: Said<'a>,
    /// What it is about: the record where it stands above the first key, else what comes below it, a key or a table with
    /// all that belongs to it; at the end of a line the key of that line. Empty where nothing comes below.
    pub scope: Span,
}

/// What such a comment says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'a> {
    /// These rules are allowed, for a reason.
    Allow {
        /// The rules, by name or code.
        rules: Vec<&'a str>,
        /// The reason.
        because: &'a str,
    },
    /// These rules are allowed without a reason.
    NoReason(Vec<&'a str>),
    /// Something else.
    Other,
}

impl Reading<'_> {
    /// The comments that speak to `track`, in the order of the file.
    pub fn allowances(&self) -> Vec<Allowance<'_>> {
        let text = self.source.text;
        let tree = self.tree();
        let comments = tree.comments().iter().filter_map(|span| {
            let said = addressed(text.get(span.start..span.end)?)?;
            Some((*span, said))
        });
        let said: Vec<(Span, Said<'_>)> = comments.collect();
        if said.is_empty() {
            return Vec::new(); // as in nearly every record
        }
        let parts = Parts::of(tree, text.len());
        let allowance = |(span, said)| Allowance { span, said, scope: parts.scope(text, span) };
        said.into_iter().map(allowance).collect()
    }
}

/// What a comment says to `track`; `None` for all others.
fn addressed(comment: &str) -> Option<Said<'_>> {
    let rest = comment.trim_start_matches('#').trim_start();
    let rest = rest.strip_prefix("track:")?.trim();
    let Some(rest) = rest.strip_prefix("allow").filter(|rest| rest.starts_with(char::is_whitespace)) else {
        return Some(Said::Other);
    };
    let (rules, because) = rest.split_once(':').unwrap_or((rest, ""));
    let rules = rules.split(',').map(str::trim).filter(|rule| !rule.is_empty()).collect();
    if because.trim().is_empty() {
        return Some(Said::NoReason(rules));
    }
    Some(Said::Allow { rules, because: because.trim() })
}

/// The parts of a record that a comment can stand above, in the order of the file: keys with their values, and headers
/// with all that belongs to them.
struct Parts(Vec<Span>);

impl Parts {
    fn of(tree: &Tree<'_>, end: usize) -> Self {
        let mut parts = Vec::new();
        let mut headers = Vec::new();
        gather(tree, tree.root(), &mut Vec::new(), &mut parts, &mut headers);
        headers.sort_unstable_by_key(|(start, _)| *start);
        // The headers that are open: each belongs to the one before.
        let mut open: Vec<(usize, &[NodeId])> = Vec::new();
        for (start, way) in &headers {
            while let Some((began, _)) = open.pop_if(|(_, outer)| !way.starts_with(outer)) {
                parts.push(Span::new(began, *start));
            }
            open.push((*start, way));
        }
        parts.extend(open.into_iter().map(|(began, _)| Span::new(began, end)));
        parts.sort_unstable_by_key(|part| part.start);
        Self(parts)
    }

    /// What a comment is about.
    fn scope(&self, text: &str, comment: Span) -> Span {
        let below = self.0.partition_point(|part| part.start < comment.start);
        if below == 0 {
            return Span::new(0, text.len());
        }
        let line = text[..comment.start].rfind('\n').map_or(0, |at| at + 1);
        let is_alone = text[line..comment.start].trim_start_matches('\u{feff}').trim().is_empty();
        // Among the lines of a list, a comment is about the list.
        let above = self.0[..below].last().filter(|part| !is_alone || part.holds(comment));
        let is_key = |part: &&Span| !is_alone || !text[part.start..].starts_with('[');
        let found = above.filter(is_key).or_else(|| self.0.get(below));
        found.copied().unwrap_or_default()
    }
}

/// Walks the tables that headers and keys name: what stands between brackets and braces belongs to its key.
fn gather(
    tree: &Tree<'_>,
    table: NodeId,
    way: &mut Vec<NodeId>,
    parts: &mut Vec<Span>,
    headers: &mut Vec<(usize, Vec<NodeId>)>,
) {
    for id in tree.children(table) {
        let node = tree.node(id);
        way.push(id);
        match node.value {
            Value::Table(TableForm::Header) => {
                headers.push((node.span.start, way.clone()));
                gather(tree, id, way, parts, headers);
            }
            Value::Table(TableForm::Implicit | TableForm::Dotted | TableForm::Root) | Value::Tables => {
                gather(tree, id, way, parts, headers);
            }
            _ => parts.push(node.key_span.join(node.span)),
        }
        way.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::read;

    const RECORD: &str = "\
        # track: allow head: whole\n\
        title = \"x\"   # track: allow end: the title\n\
        type = \"peel\"\n\
        # track: allow above, T053: the list\n\
        \n\
        forces = [\n    \"A\", # track: allow inside: the list\n    # track: allow alone: the list\n    \"B\",\n]\n\
        # track: allow item: the item\n\
        [[recommendation]]   # track: allow header: the item\n\
        text = \"x\"\n\
        # track: allow update: the update\n\
        [[recommendation.update]]\n\
        date = 2020-01-01\n\
        # not for us: track: allow\n\
        [[recommendation]]\n\
        text = \"# track: allow text: none\"\n\
        # track: allow nothing: below\n";

    #[test]
    fn a_comment_is_about_what_stands_below_it() {
        read("records/x.toml", RECORD.as_bytes(), |reading| {
            let found = reading.allowances();
            let about: Vec<(String, &str, &str)> = found
                .iter()
                .map(|found| {
                    let Said::Allow { rules, .. } = &found.said else { panic!("{found:?}") };
                    let scope = RECORD[found.scope.start..found.scope.end].trim();
                    let (first, last) =
                        (scope.lines().next().unwrap_or(""), scope.lines().next_back().unwrap_or(""));
                    (rules.join("+"), first, last)
                })
                .collect();
            let item = "[[recommendation]]   # track: allow header: the item";
            let expected = [
                ("head", "# track: allow head: whole", "# track: allow nothing: below"),
                ("end", "title = \"x\"", "title = \"x\""),
                ("above+T053", "forces = [", "]"),
                ("inside", "forces = [", "]"),
                ("alone", "forces = [", "]"),
                ("item", item, "# not for us: track: allow"),
                ("header", item, "# not for us: track: allow"),
                ("update", "[[recommendation.update]]", "# not for us: track: allow"),
                ("nothing", "", ""),
            ];
            let expected: Vec<_> =
                expected.map(|(rules, first, last)| (rules.to_owned(), first, last)).into();
            assert_eq!(about, expected);
        });
    }

    #[test]
    fn what_is_said_is_read_or_called_something_else() {
        for (comment, said) in [
            ("# track: allow a: b: c", Some(Said::Allow { rules: vec!["a"], because: "b: c" })),
            ("#track:allow a,b:c", Some(Said::Allow { rules: vec!["a", "b"], because: "c" })),
            ("## track: allow : c", Some(Said::Allow { rules: vec![], because: "c" })),
            ("# track: allow a", Some(Said::NoReason(vec!["a"]))),
            ("# track: allow a: ", Some(Said::NoReason(vec!["a"]))),
            ("# track: allowed a: b", Some(Said::Other)),
            ("# track:", Some(Said::Other)),
            ("# tracks: allow a: b", None),
            ("# see `track explain`", None),
        ] {
            assert_eq!(addressed(comment), said, "{comment}");
        }
    }
}
