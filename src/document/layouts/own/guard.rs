//! What a template may not say: all by which a value could grow, so that no template can eat memory or hang.
//!
//! Nothing is lost: the parts of a text are printed one after the other, and lists are those of the record.

use super::tags::{Kind, Tag, unquoted};
use crate::text::{and_list, visible};

/// The statements that there are.
const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];
/// How many statements may stand within one another, each `elif` within the `if` before it: the engine reads them so, and
/// its stack ends somewhere.
pub(super) const DEEPEST: usize = 64;
/// How many words and signs may stand in one tag, for the same reason.
const LONGEST: usize = 64;

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
        Some(Open { word, at, .. }) => Err(Refused {
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
    /// How deep what stands in it is.
    depth: usize,
}

/// Goes one deeper.
fn deeper(open: &[Open], at: usize) -> Result<usize, Refused> {
    let depth = open.last().map_or(0, |open| open.depth) + 1;
    if depth <= DEEPEST {
        return Ok(depth);
    }
    Err(Refused {
        at,
        what: "too many statements stand within one another".into(),
        hint: format!("at most {DEEPEST} do, and each `elif` stands within the `if` before it"),
    })
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
            open.push(Open { word, at, depth: deeper(open, at)? });
            return Ok(());
        }
        "endfor" => (open.pop(), &["for"]),
        "endif" => (open.pop(), &["if"]),
        "elif" => (None, &["if"]),
        _ => (None, &["if", "for"]),
    };
    let inner = inner.as_ref().or(open.last()).map(|open| open.word);
    if word == "elif" {
        let depth = deeper(open, at)?;
        open.last_mut().into_iter().for_each(|open| open.depth = depth);
    }
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
    if words_and_signs(&source[..inside.end], inside.start) > LONGEST {
        return Err(Refused {
            at: inside.start,
            what: "the tag is too long".into(),
            hint: format!("at most {LONGEST} words and signs stand in one: ask in several"),
        });
    }
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

/// How many words and signs stand from a place on.
fn words_and_signs(source: &str, start: usize) -> usize {
    let mut count = 0;
    let mut was_word = false;
    for (_, c) in unquoted(source, start) {
        let is_word = c.is_alphanumeric() || c == '_';
        count += usize::from(!(c.is_whitespace() || is_word && was_word));
        was_word = is_word;
    }
    count
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
    fn what_the_stack_of_the_engine_cannot_hold_is_refused() {
        let chain = |n: usize| format!("{{% if a %}}{}{{% endif %}}", "{% elif a %}".repeat(n - 1));
        let nested = |n: usize| format!("{}{}", "{% if a %}".repeat(n), "{% endif %}".repeat(n));
        let not = |n: usize| format!("{{{{ {} a }}}}", "not ".repeat(n - 1));
        let parts = |n: usize| format!("{{{{ a{} }}}}", ".a".repeat((n - 1) / 2));
        for (most, say) in [
            (DEEPEST, &chain as &dyn Fn(usize) -> String),
            (DEEPEST, &nested),
            (LONGEST, &not),
            (LONGEST - 1, &parts),
        ] {
            assert!(checked(&say(most)).is_ok(), "{}", say(most));
            assert!(checked(&say(most + 2)).is_err(), "{}", say(most + 2));
        }
        assert!(checked(&format!("{{{{ '{}' }}}}", "a b ".repeat(999))).is_ok());
        assert!(checked(&nested(2).repeat(999)).is_ok());
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
