//! A page as a browser reads it, byte by byte: whether the next thing stands among its words, in a tag, in a script.

use super::place::Place;

/// Elements whose inside is no markup and no words of the document.
const RAW: [&str; 7] = ["script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"];
/// Elements that have words alone.
const WORDS: [&str; 2] = ["title", "textarea"];
/// Attributes that lead somewhere.
const ADDRESSES: [&str; 13] = [
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "longdesc",
    "manifest",
    "ping",
    "poster",
    "src",
    "srcset",
    "xlink:href",
];
/// Addresses that are programs.
const PROGRAMS: [&str; 3] = ["javascript:", "vbscript:", "data:"];
/// The most bytes that are kept of a name; one that is longer is none that matters.
const LONGEST: usize = 24;

/// What the reader of a page has before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    /// Behind `<`.
    Open,
    /// Behind `</`.
    Close,
    /// The name of an element.
    Tag,
    /// Behind the name, or behind an attribute.
    Between,
    /// The name of an attribute.
    Name,
    /// Space behind it.
    Gap,
    /// Behind `=`.
    Equals,
    Quoted(u8),
    Bare,
    /// Behind `<!`.
    Bang,
    /// `<!doctype …>`, `<?…>` and the like.
    Declaration,
    Remark,
    /// In an element of [`RAW`] or [`WORDS`].
    Inside,
}

/// What a tag or a declaration says of where the words of a page begin; what is later is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Landmark {
    /// The type of the document ends.
    Doctype,
    /// The page begins.
    Html,
    /// Its head ends.
    Head,
    /// Its body begins.
    Body,
}

/// A reader of a page.
#[derive(Debug)]
pub(super) struct Page {
    within: Within,
    /// The name of the element, and whether its tag closes it.
    element: String,
    closes: bool,
    attribute: String,
    /// The beginning of the value of the attribute.
    value: String,
    /// The last bytes of a remark, or of the inside of an element.
    tail: Vec<u8>,
    /// What ended with the last byte.
    landmark: Option<Landmark>,
}

impl Page {
    pub(super) fn new() -> Self {
        Self {
            within: Within::Text,
            element: String::new(),
            closes: false,
            attribute: String::new(),
            value: String::new(),
            tail: Vec::new(),
            landmark: None,
        }
    }

    /// Reads on, and says what ended with this byte.
    pub(super) fn read(&mut self, byte: u8) -> Option<Landmark> {
        self.landmark = None;
        self.within = self.next(byte);
        self.landmark
    }

    /// Leaves a tag that is open: a blank line ends it in Markdown.
    pub(super) fn leave_tag(&mut self) {
        if !matches!(self.within, Within::Remark | Within::Inside) {
            self.within = Within::Text;
        }
    }

    /// Where the next thing is printed.
    pub(super) fn here(&self) -> Place {
        match self.within {
            Within::Text => Place::Text,
            Within::Open => Place::Angle,
            Within::Inside if WORDS.contains(&self.element.as_str()) => Place::Words,
            Within::Inside => Place::Nowhere("a script, a style or the like"),
            Within::Remark | Within::Bang | Within::Declaration => {
                Place::Nowhere("a remark or a declaration")
            }
            Within::Close | Within::Tag => Place::Nowhere("the name of an element"),
            Within::Between | Within::Name | Within::Gap => {
                Place::Nowhere("a tag, outside the values of its attributes")
            }
            Within::Equals | Within::Bare => {
                Place::Nowhere("a value without quotes: write title=\"{{ … }}\"")
            }
            Within::Quoted(_) => self.in_value(),
        }
    }

    fn in_value(&self) -> Place {
        let name = self.attribute.as_str();
        if name.starts_with("on") || matches!(name, "style" | "srcdoc") {
            return Place::Nowhere("an attribute that is a script, a style or a page");
        }
        if !ADDRESSES.contains(&name) {
            return Place::Value;
        }
        let begun = self.value.trim_start();
        if PROGRAMS.iter().any(|program| begun.starts_with(program)) {
            return Place::Nowhere("an address that is a program");
        }
        if begun.is_empty() { Place::Address } else { Place::Value }
    }

    fn next(&mut self, byte: u8) -> Within {
        let is_space = byte.is_ascii_whitespace();
        match (self.within, byte) {
            (Within::Open, b'/') => Within::Close,
            (Within::Text | Within::Open, b'<') => Within::Open,
            (Within::Open, b'!') => self.tailed(b"", Within::Bang),
            (Within::Open, b'?') => self.tailed(b"", Within::Declaration),
            (Within::Open | Within::Close, byte) if byte.is_ascii_alphabetic() => {
                self.closes = self.within == Within::Close;
                start(&mut self.element, byte);
                Within::Tag
            }
            (Within::Text | Within::Open, _) | (Within::Close, b'>') => Within::Text,
            (Within::Close, _) => self.tailed(b"", Within::Declaration),
            (
                Within::Tag | Within::Between | Within::Name | Within::Gap | Within::Equals | Within::Bare,
                b'>',
            ) => self.end_tag(),
            (Within::Tag | Within::Between | Within::Name | Within::Gap, b'/') => Within::Between,
            (Within::Tag | Within::Between, _) if is_space => Within::Between,
            (Within::Tag, byte) => keep_in(&mut self.element, byte, Within::Tag),
            (Within::Name | Within::Gap, b'=') => Within::Equals,
            (Within::Name | Within::Gap, _) if is_space => Within::Gap,
            (Within::Name, byte) => keep_in(&mut self.attribute, byte, Within::Name),
            (Within::Between | Within::Gap, byte) => {
                start(&mut self.attribute, byte);
                Within::Name
            }
            (Within::Equals, _) if is_space => Within::Equals,
            (Within::Equals, b'"' | b'\'') => {
                self.value.clear();
                Within::Quoted(byte)
            }
            (Within::Equals | Within::Bare, _) => {
                if is_space {
                    Within::Between
                } else {
                    Within::Bare
                }
            }
            (Within::Quoted(quote), byte) if byte == quote => Within::Between,
            (Within::Quoted(quote), byte) => keep_in(&mut self.value, byte, Within::Quoted(quote)),
            (Within::Bang, _) => self.bang(byte),
            (Within::Declaration, byte) => self.declaration(byte),
            (Within::Remark, byte) => self.remark(byte),
            (Within::Inside, byte) => self.inside(byte),
        }
    }

    fn tailed(&mut self, tail: &[u8], within: Within) -> Within {
        self.tail.clear();
        self.tail.extend_from_slice(tail);
        within
    }

    fn end_tag(&mut self) -> Within {
        self.landmark = match self.element.as_str() {
            "html" if !self.closes => Some(Landmark::Html),
            "head" if self.closes => Some(Landmark::Head),
            "body" if !self.closes => Some(Landmark::Body),
            _ => None,
        };
        let name = self.element.as_str();
        if !self.closes && (RAW.contains(&name) || WORDS.contains(&name)) {
            return self.tailed(b"", Within::Inside);
        }
        Within::Text
    }

    /// Behind `<!`: a remark begins with two hyphens.
    fn bang(&mut self, byte: u8) -> Within {
        if byte == b'-' && self.tail == b"-" {
            return self.tailed(b"--", Within::Remark);
        }
        if byte == b'-' && self.tail.is_empty() {
            return self.tailed(b"-", Within::Bang);
        }
        self.declaration(byte)
    }

    fn declaration(&mut self, byte: u8) -> Within {
        if byte != b'>' {
            if self.tail.len() < LONGEST {
                self.tail.push(byte.to_ascii_lowercase());
            }
            return Within::Declaration;
        }
        if self.tail.starts_with(b"doctype") {
            self.landmark = Some(Landmark::Doctype);
        }
        Within::Text
    }

    /// Takes a byte, and keeps so many of the last ones.
    fn take(&mut self, byte: u8, most: usize) {
        self.tail.push(byte.to_ascii_lowercase());
        let excess = self.tail.len().saturating_sub(most);
        self.tail.drain(..excess);
    }

    fn remark(&mut self, byte: u8) -> Within {
        self.take(byte, 4);
        let ends = self.tail.ends_with(b"-->") || self.tail.ends_with(b"--!>");
        if ends { Within::Text } else { Within::Remark }
    }

    fn inside(&mut self, byte: u8) -> Within {
        self.take(byte, self.element.len() + 3);
        let tail = self.tail.strip_prefix(b"</").and_then(|tail| tail.strip_prefix(self.element.as_bytes()));
        self.closes =
            tail.is_some_and(|end| end == b">" || end == b"/" || end.iter().any(u8::is_ascii_whitespace));
        match byte {
            _ if !self.closes => Within::Inside,
            b'>' => self.end_tag(),
            _ => Within::Between,
        }
    }
}

fn start(name: &mut String, byte: u8) {
    name.clear();
    keep(name, byte);
}

fn keep_in(name: &mut String, byte: u8, within: Within) -> Within {
    keep(name, byte);
    within
}

/// Keeps the beginning of a name, in small letters.
pub(super) fn keep(name: &mut String, byte: u8) {
    if name.len() < LONGEST {
        name.push(char::from(byte.to_ascii_lowercase()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(before: &str) -> Place {
        let mut page = Page::new();
        for byte in before.bytes() {
            page.read(byte);
        }
        page.here()
    }

    #[test]
    fn a_page_is_read_as_browsers_read_it() {
        let nowhere = |before: &str| matches!(here(before), Place::Nowhere(_));
        for text in [
            "",
            "<p>",
            "a < b ",
            "<br/>",
            "<!-- <script> -->",
            "<!-->",
            "<!--->",
            "<!-- --!>",
            "<!doctype html>",
            "<?x>",
            "</ x>",
            "<SCRIPT>a</b></Script >",
            "<title>x</title>",
            "<p title=\">\">",
            "<p title='\">'>",
            "<p title=x>",
            "<p title = x/>",
            "<img alt>",
            "<script></scriptx></script\n x='>'>",
            "<a href=>",
            "<>",
        ] {
            assert_eq!(here(text), Place::Text, "{text}");
        }
        for text in [
            "<",
            "<p",
            "<p ",
            "<p x",
            "<p x ",
            "<p x=",
            "<p x=y",
            "<!--",
            "<!-- -- >",
            "<!-- <p> ",
            "<!doctype ",
            "<script>",
            "<script src=x>'",
            "<style></p>",
            "<style></styl>",
            "<iframe><p>",
            "<plaintext><p>",
            "<p onclick='",
            "<p STYLE=\"",
            "<a href='javascript:",
            "<a href=' JavaScript:x",
            "</p ",
        ] {
            assert!(nowhere(text) || here(text) == Place::Angle, "{text}");
        }
        for (text, place) in [
            ("<title>", Place::Words),
            ("<textarea rows='1'></p>", Place::Words),
            ("<p class='a ", Place::Value),
            ("<p\tx=y title = \"", Place::Value),
            ("<a/href='", Place::Address),
            ("<a href='", Place::Address),
            ("<a href=' ", Place::Address),
            ("<a href='#", Place::Value),
            ("<p data-href='", Place::Value),
        ] {
            assert_eq!(here(text), place, "{text}");
        }
    }
}
