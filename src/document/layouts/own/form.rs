//! The formats that templates write: how words and blocks look in each.

use super::place::{Place, Places};
use crate::document::block::{Block, Line, is_web_address};
use crate::document::formats::{html, markdown};
use crate::text::visible;

/// A format of templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Html,
    Markdown,
}

impl Form {
    /// The one of a name.
    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            "html" => Some(Self::Html),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// Blocks as markup: in Markdown with the end of their last line, by which they are told from a line.
    pub(super) fn blocks(self, blocks: &[Block]) -> String {
        match self {
            Self::Html => html::fragment(blocks).trim_end().to_owned(),
            Self::Markdown => markdown::fragment(blocks),
        }
    }

    /// Markup as it is put where words of the document stand. In Markdown blocks part themselves from what stands around.
    pub(super) fn markup(
        self,
        markup: &str,
        place: Place,
        starts_line: bool,
    ) -> Result<String, &'static str> {
        match place {
            Place::Text if self == Self::Markdown && starts_line && markup.ends_with('\n') => {
                Ok(format!("\n{markup}"))
            }
            Place::Text => Ok(markup.to_owned()),
            Place::Row if !markup.ends_with('\n') => Ok(markup.to_owned()),
            Place::Row => Err("markup has no place in the row of a table: print its `words`"),
            _ => Err("markup stands among the words of a document, and nowhere else"),
        }
    }

    /// A line as markup.
    pub(super) fn line(self, line: &Line) -> String {
        match self {
            Self::Html => html::line(line),
            Self::Markdown => markdown::line(line),
        }
    }

    /// Words that stay words where they are put; where nothing keeps them words, what stands there.
    pub(super) fn escaped(self, text: &str, place: Place) -> Result<String, String> {
        let has_no_place = |there: &str| format!("what a record says has no place in {there}");
        match (place, self) {
            (Place::Nowhere(there), _) => Err(has_no_place(there)),
            (Place::Text | Place::Row, Self::Markdown) => Ok(markdown::line(&Line::from(text))),
            (Place::Angle, Self::Markdown) if is_web_address(text) => Ok(markdown::destination(text)),
            (Place::Angle, _) => Err(has_no_place("the name of an element")),
            (Place::Address, _) if !is_web_address(text) && names_scheme(text) => Err(format!(
                "an address begins with https:// or http://, and this one does not: `{}`",
                visible(text)
            )),
            // A text in quotes is the same in JSON and in YAML.
            (Place::Matter, _) => Ok(serde_json::Value::from(text).to_string()),
            (_, Self::Html) => Ok(html::escaped(text)),
            // A tag within Markdown: what would begin a code or end a cell there is spelt out, too.
            (_, Self::Markdown) => Ok(html::escaped(text).replace('`', "&#96;").replace('|', "&#124;")),
        }
    }

    /// A text with a notice above all of it.
    pub(super) fn with_above(self, text: &str, notice: &str) -> String {
        let (before, behind) = text.split_at(Places::above(self, text));
        let notice = notice.trim_end();
        match self {
            Self::Markdown if before.is_empty() => format!("{notice}\n\n{behind}"),
            Self::Markdown => format!("{before}\n{notice}\n\n{}", behind.trim_start_matches('\n')),
            Self::Html => format!("{before}\n{notice}\n{}", behind.strip_prefix('\n').unwrap_or(behind)),
        }
    }
}

/// Whether an address could begin with a scheme, such as `javascript:`.
fn names_scheme(text: &str) -> bool {
    text.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_stands_above_all_else() {
        for (form, text, expected) in [
            (Form::Html, "<body>\n<p>\n", "<body>\n> N\n<p>\n"),
            (Form::Html, "<p>\n", "\n> N\n<p>\n"),
            (Form::Markdown, "# x\n", "> N\n\n# x\n"),
            (Form::Markdown, "---\na: b\n---\n\n# x\n", "---\na: b\n---\n\n> N\n\n# x\n"),
        ] {
            assert_eq!(form.with_above(text, "> N"), expected);
        }
    }

    #[test]
    fn words_stay_words_where_they_are_put() {
        for (form, place, text, expected) in [
            (Form::Html, Place::Text, "<b> *x* \"", Some("&lt;b&gt; *x* &quot;")),
            (Form::Markdown, Place::Text, "<b> *x* \"", Some("\\<b> \\*x\\* \"")),
            (Form::Markdown, Place::Value, "<b> `x` | \"", Some("&lt;b&gt; &#96;x&#96; &#124; &quot;")),
            (Form::Markdown, Place::Text, "](javascript:x)", Some("\\](javascript:x)")),
            (Form::Markdown, Place::Matter, "<b> \\ \"", Some("\"<b> \\\\ \\\"\"")),
            (Form::Markdown, Place::Angle, "https://a.b/x_y", Some("https://a.b/x_y")),
            (Form::Markdown, Place::Angle, "b onclick", None),
            (Form::Html, Place::Angle, "https://a.b/x_y", None),
            (Form::Html, Place::Address, "https://a.b/?x&y", Some("https://a.b/?x&amp;y")),
            (Form::Html, Place::Address, "a.html#b:c", Some("a.html#b:c")),
            (Form::Html, Place::Address, "javascript:alert(1)", None),
            (Form::Html, Place::Address, "https:x", None),
        ] {
            assert_eq!(form.escaped(text, place).ok().as_deref(), expected, "{text}");
        }
    }
}
