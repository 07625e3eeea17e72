//! What a template may not say: all by which a value could grow, so that no template can eat memory or hang.
//!
//! Nothing is lost: the parts of a text are printed one after the other, and lists are those of the record.

use super::tags::{Kind, Tag, unquoted};
use crate::text::{and_list, visible};

/// The statements that there are.
const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// Looks through the tags of a template.
pub(super) fn check(source: &str, tags: &[Tag]) -> Result<(), Refused> {
    let mut open = Vec::new();
    for tag in tags {
        if tag.kind == Kind::Statement {
            statement(source, tag, &mut open)?;
        }
        if tag.kind != Kind::Remark {
            expression(source, tag)?;
        }
    }
    match open.pop() {
        Some(Open { word, at }) => Err(Refused {
            at,
            what: format!("the `{word}` that begins here does not end"),
            hint: format!("write {{% end{word} %}} where it ends"),
        }),
        None => Ok(()),
    }
}

/// Something that is refused.
#[derive(Debug)]
pub(super) struct Refused {
    /// Where it stands.
    pub(super) at: usize,
    /// What is wrong.
    pub(super) what: String,
    /// What there is, or what to do.
    pub(super) hint: String,
}

impl Refused {
    /// Refuses a tag that nothing closes.
    pub(super) fn not_closed(at: usize, open: &str, close: &str) -> Self {
        Self {
            at,
            what: format!("the `{open}` that begins here has no `{close}`"),
            hint: format!(
                "write `{close}` where it ends; where `{open}` is no tag, as in a style, part it by a space: `{{ {}`",
                &open[1..]
            ),
        }
    }
}

/// A statement that is still to be ended.
struct Open {
    word: &'static str,
    at: usize,
}

fn statement(source: &str, tag: &Tag, open: &mut Vec<Open>) -> Result<(), Refused> {
    let at = tag.range.start;
    let said: String = source[tag.inside(source)]
        .trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    let Some(word) = STATEMENTS.into_iter().find(|word| *word == said) else {
        let what = if said.is_empty() {
            "a statement begins with a word".to_owned()
        } else {
            format!("there is no statement `{}`", visible(&said))
        };
        return Err(Refused { at, what, hint: format!("statements: {}", and_list(&STATEMENTS)) });
    };
    let (inner, wanted): (_, &[_]) = match word {
        "if" | "for" => {
            open.push(Open { word, at });
            return Ok(());
        }
        "endfor" => (open.pop(), &["for"]),
        "endif" => (open.pop(), &["if"]),
        "elif" => (None, &["if"]),
        _ => (None, &["if", "for"]),
    };
    let inner = inner.as_ref().or(open.last()).map(|open| open.word);
    let what = match inner {
        Some(inner) if wanted.contains(&inner) => return Ok(()),
        Some(inner) => format!("`{word}` stands within a `{inner}` that has not ended"),
        None => format!("`{word}` has no beginning"),
    };
    let hint = "each `if` ends with `endif`, each `for` with `endfor`, the inner one first".into();
    Err(Refused { at, what, hint })
}

/// Looks through an expression, or what a statement says.
fn expression(source: &str, tag: &Tag) -> Result<(), Refused> {
    let inside = tag.inside(source);
    for (at, c) in unquoted(&source[..inside.end], inside.start) {
        let hint = match c {
            '~' | '*' | '+' | ',' => "print the parts one after the other: {{ one }} {{ other }}",
            ':' => "a text is printed whole",
            '{' | '}' => "is the tag before it closed?",
            _ if source[at..].starts_with("recursive") && !is_word(source[..at].chars().next_back()) => {
                return Err(Refused {
                    at,
                    what: "no loop can call itself".into(),
                    hint: "write a loop within the loop".into(),
                });
            }
            _ => continue,
        };
        return Err(Refused { at, what: format!("`{c}` has no place in a tag"), hint: hint.into() });
    }
    Ok(())
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.'))
}

#[cfg(test)]
mod tests {
    use super::super::tags::tags;
    use super::*;

    fn checked(source: &str) -> Result<(), Refused> {
        check(source, &tags(source)?)
    }

    #[test]
    fn what_a_value_could_grow_by_is_refused() {
        for bad in [
            "{% for b in [a ~ a] %}",
            "\n\n{{ a + a }}",
            "{{ 'x' * 9 }}",
            "{% for b in [a, a] %}",
            "{% set x = 1 %}",
            "{%- set x %}",
            "{% include 'x' %}",
            "{% macro x() %}",
            "{% raw %}",
            "{% %}",
            "{% for a in b recursive %}",
            "{{ '\\'' ~ a }}",
            "{# {{ #}{{ a ~ b }}",
            "{{ '}}' ~ a }}",
            "{{- a ~ b }}",
            "{{ {'a': {'b': 1}} ~ a }}",
            "{{ a[1:] }}",
            "{{ a {{ b }}",
            "{{ ++a }}",
        ] {
            let refused = checked(bad).unwrap_err();
            assert!(bad[..refused.at].trim_start().len() < 16, "{bad}: {refused:?}");
        }
        for good in [
            "a, b + c ~ d * e { , } {",
            "{{ '~*+,:{' }} {# ~ #} {{- a.b|length -}} {%- if a == 'x' and not b -%}{%+ else +%}{% endif %}",
            "{% for recommendation in recommendations if recommendation.label %}{{ loop.index }}{% endfor %}",
            "{% if a %}{% for b in c %}{% else %}{% endfor %}{% elif d %}{% else %}{% endif %}",
            "{{ a.recursive }} {{+ a +}}",
            "{{ \"é~\" }} ~",
        ] {
            assert!(checked(good).is_ok(), "{good}: {:?}", checked(good));
        }
    }

    #[test]
    fn what_begins_ends() {
        for (bad, at, what) in [
            ("{% if a %}", 0, "the `if` that begins here does not end"),
            ("{% if a %}{% for b in c %}{% endif %}", 26, "`endif` stands within a `for` that has not ended"),
            (" {% endfor %}", 1, "`endfor` has no beginning"),
            ("{% else %}", 0, "`else` has no beginning"),
            ("{% for a in b %}{% elif c %}", 16, "`elif` stands within a `for` that has not ended"),
        ] {
            let refused = checked(bad).unwrap_err();
            assert_eq!((refused.at, refused.what.as_str()), (at, what), "{bad}");
        }
    }
}
