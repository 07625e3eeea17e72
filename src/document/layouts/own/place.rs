//! Where in a page, or in a Markdown text, something is printed: what a browser would take it for there.
//!
//! Words of a record are escaped for the place where they are put. Where no escape keeps them words (in a script, a style, a
//! remark, a value without quotes) they have no place, and neither has the notice of a draft, which nobody would see there.

use super::form::Form;
use super::page::{Landmark, Page, keep};

/// Where something is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Among the words of the document.
    Text,
    /// In a row of a table in Markdown.
    Row,
    /// In an element that has words alone, such as the title of a page.
    Words,
    /// In the value of an attribute, in quotes.
    Value,
    /// At the start of an attribute that is an address.
    Address,
    /// Behind `<`.
    Angle,
    /// In the front matter of a Markdown text, behind space.
    Matter,
    /// Where no words can be: what that is.
    Nowhere(&'static str),
}

/// The front matter of a Markdown text: lines between two of `---` at its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Matter {
    /// It is not known yet whether there is one.
    Unknown,
    Open,
    Past,
}

/// Reads along what is printed.
#[derive(Debug)]
pub(super) struct Places {
    form: Form,
    page: Page,
    matter: Matter,
    /// The beginning of the line, and the last byte of it.
    line: String,
    before: u8,
    /// How many bytes were read.
    read: usize,
    /// Where a notice stands above all else, and by which landmark.
    above: (Option<Landmark>, usize),
}

impl Places {
    pub(super) fn new(form: Form) -> Self {
        Self {
            form,
            page: Page::new(),
            matter: if form == Form::Markdown { Matter::Unknown } else { Matter::Past },
            line: String::new(),
            before: b'\n',
            read: 0,
            above: (None, 0),
        }
    }

    /// Where a notice stands above all else in a text: in the body of a page, behind the front matter of a Markdown text.
    pub(super) fn above(form: Form, text: &str) -> usize {
        let mut places = Self::new(form);
        places.read(text.as_bytes());
        places.above.1
    }

    /// Whether a front matter has begun that does not end.
    pub(super) fn lacks_end(&self) -> bool {
        self.matter == Matter::Open && self.line.trim_end() != "---"
    }

    /// Reads on. What a record says is not read: it is escaped, so that it changes no place.
    pub(super) fn read(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.read += 1;
            if self.form == Form::Markdown {
                self.read_line(*byte);
            }
            self.before = *byte;
            if self.matter == Matter::Open {
                continue;
            }
            let landmark = self.page.read(*byte);
            if self.form == Form::Html && landmark > self.above.0 {
                self.above = (landmark, self.read);
            }
        }
    }

    /// Notes that something of a record is printed here.
    pub(super) fn pass(&mut self) {
        keep(&mut self.line, b'x');
        self.before = b'x';
    }

    /// Whether the next thing begins a line.
    pub(super) fn starts_line(&self) -> bool {
        self.before == b'\n'
    }

    /// Where the next thing is printed.
    pub(super) fn here(&self) -> Place {
        if self.matter == Matter::Open {
            return if self.before == b' ' { Place::Matter } else { Place::Nowhere(MATTER) };
        }
        match self.page.here() {
            Place::Text if self.form == Form::Markdown && self.line.trim_start().starts_with('|') => {
                Place::Row
            }
            place => place,
        }
    }

    /// Reads the lines of a Markdown text: front matter, and blank lines, over which no tag goes on.
    fn read_line(&mut self, byte: u8) {
        if byte != b'\n' {
            keep(&mut self.line, byte);
            return;
        }
        let line = self.line.trim_end();
        self.matter = match self.matter {
            Matter::Unknown if line == "---" => Matter::Open,
            Matter::Open if matches!(line, "---" | "...") => {
                self.above.1 = self.read;
                Matter::Past
            }
            Matter::Open => Matter::Open,
            Matter::Unknown | Matter::Past => Matter::Past,
        };
        if line.is_empty() {
            self.page.leave_tag();
        }
        self.line.clear();
    }
}

/// What the front matter is, and how words are put there.
const MATTER: &str =
    "the front matter but behind a space: write title: {{ … }}, and no quotes, which it has itself";

#[cfg(test)]
mod tests {
    use super::*;

    fn here(form: Form, before: &str) -> Place {
        let mut places = Places::new(form);
        places.read(before.as_bytes());
        places.here()
    }

    #[test]
    fn markdown_has_a_front_matter_and_paragraphs() {
        for (text, place) in [
            ("a <b ", Place::Nowhere("a tag, outside the values of its attributes")),
            ("a <b \n \n", Place::Text),
            ("[x](<", Place::Angle),
            ("a\n | b | ", Place::Row),
            ("| b |\na | ", Place::Text),
            ("<p title='", Place::Value),
            ("---\ntitle: ", Place::Matter),
            ("---\na-title-that-is-longer-than-all-others: ", Place::Matter),
            ("---\ntitle: \"", Place::Nowhere(MATTER)),
            ("---\ntitle: <!--\n---\n", Place::Text),
            ("a\n---\nb: ", Place::Text),
            ("----\nb: ", Place::Text),
            ("a\n\n<!--\n\n", Place::Nowhere("a remark or a declaration")),
        ] {
            assert_eq!(here(Form::Markdown, text), place, "{text}");
        }
        assert_eq!(here(Form::Html, "---\na"), Place::Text);
    }

    #[test]
    fn what_stands_above_stands_in_the_body() {
        for (page, above) in [
            ("<!DOCTYPE html><BODY class='a>b'><p>", "<!DOCTYPE html><BODY class='a>b'>"),
            ("<!doctype html>\n<p>", "<!doctype html>"),
            (
                "<!-- x -->\n<!doctype html>\n<html><head></head><p>",
                "<!-- x -->\n<!doctype html>\n<html><head></head>",
            ),
            (
                "<!-- <body> --><script>'<body>'</script><body>",
                "<!-- <body> --><script>'<body>'</script><body>",
            ),
            ("<html lang=en><p>", "<html lang=en>"),
            ("<bodyx><p>", ""),
            ("", ""),
        ] {
            assert_eq!(&page[..Places::above(Form::Html, page)], above);
        }
        for (text, above) in [("# x", ""), ("---\na: b\n---\n# x", "---\na: b\n---\n"), ("---\nx", "")] {
            assert_eq!(&text[..Places::above(Form::Markdown, text)], above);
        }
    }
}
