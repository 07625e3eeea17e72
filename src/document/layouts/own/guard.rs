//! What a template may not say: all by which a value could grow, so that no template can eat memory or hang.
//!
//! Nothing is lost: the parts of a text are printed one after the other, and lists are those of the record.

use super::LayoutFault;

/// The statements that there are.
const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// Looks through a template.
pub(super) fn check(file: &str, source: &str) -> Result<(), LayoutFault> {
    let mut at = 0;
    while let Some(open) = source[at..].find('{').map(|open| at + open) {
        let inner = open + 2;
        at = match source[open + 1..].chars().next() {
            Some('#') => source[inner..].find("#}").map_or(source.len(), |end| inner + end + 2),
            Some('{') => expression(source, inner, "}}").map_err(|fault| fault.said(file, source))?,
            Some('%') => {
                statement(source, inner).map_err(|fault| fault.said(file, source))?;
                expression(source, inner, "%}").map_err(|fault| fault.said(file, source))?
            }
            _ => open + 1,
        };
    }
    Ok(())
}

/// Something that is refused.
struct Refused {
    at: usize,
    what: String,
    hint: String,
}

impl Refused {
    fn said(self, file: &str, source: &str) -> LayoutFault {
        let line = source[..self.at].matches('\n').count() + 1;
        LayoutFault { file: file.to_owned(), line: Some(line), message: self.what, hint: self.hint }
    }
}

fn statement(source: &str, at: usize) -> Result<(), Refused> {
    let rest = source[at..].trim_start_matches(['-', '+']).trim_start();
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    if STATEMENTS.contains(&word.as_str()) {
        return Ok(());
    }
    Err(Refused {
        at,
        what: format!("there is no statement `{}`", crate::text::visible(&word)),
        hint: format!("statements: {}", crate::text::and_list(&STATEMENTS)),
    })
}

/// Looks through an expression, and returns where it ends.
fn expression(source: &str, start: usize, close: &str) -> Result<usize, Refused> {
    // `+` behind the opening and before the closing keeps the space there.
    let start = start + usize::from(source[start..].starts_with(['-', '+']));
    let mut quote = None;
    let mut escaped = false;
    for (inner, c) in source[start..].char_indices() {
        let at = start + inner;
        match quote {
            Some(open) => {
                if !escaped && c == open {
                    quote = None;
                }
                escaped = !escaped && c == '\\';
            }
            None if source[at..].starts_with(close) => return Ok(at + close.len()),
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None if c == '+' && source[at + 1..].starts_with(close) => {}
            None if matches!(c, '~' | '*' | '+' | ',') => {
                return Err(Refused {
                    at,
                    what: format!("`{c}` has no place in a template"),
                    hint: "print the parts one after the other: {{ one }} {{ other }}".into(),
                });
            }
            None if source[at..].starts_with("recursive") && !is_word(source[..at].chars().next_back()) => {
                return Err(Refused {
                    at,
                    what: "no loop can call itself".into(),
                    hint: "write a loop within the loop".into(),
                });
            }
            None => {}
        }
    }
    Ok(source.len())
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            "{% for a in b recursive %}",
            "{{ '\\'' ~ a }}",
            "{# {{ #}{{ a ~ b }}",
            "{{ '}}' ~ a }}",
            "{{- a ~ b }}",
        ] {
            let fault = check("x.html", bad).unwrap_err();
            assert_eq!(fault.line, Some(bad.matches('\n').count() + 1), "{bad}");
        }
        for good in [
            "a, b + c ~ d * e { , } {",
            "{{ '~*+,' }} {# ~ #} {{- a.b|length -}} {%- if a == 'x' and not b -%}{%+ else +%}{% endif %}",
            "{% for recommendation in recommendations if recommendation.label %}{{ loop.index }}{% endfor %}",
            "{{ a.recursive }} {{ unclosed",
            "{{ \"é~\" }} ~",
        ] {
            assert_eq!(check("x.html", good), Ok(()), "{good}");
        }
    }
}
