//! XML as it is written into the parts of a document: every element is closed, every text escaped.

use quick_xml::escape::{escape, partial_escape};

/// The attributes of an element, in their order.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part of XML that is being written.
#[derive(Debug, Default)]
pub(super) struct Xml(String);

impl Xml {
    /// Begins a part with the declaration.
    pub(super) fn part() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// Writes an element with what stands in it.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Self)) {
        self.tag(name, attributes, ">");
        inner(self);
        self.0.push_str(&format!("</{name}>"));
    }

    /// Writes an element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes, "/>");
    }

    /// Writes a text.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push_str(&partial_escape(text));
    }

    /// Writes what is XML already.
    pub(super) fn raw(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    /// Ends the part.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push_str(&format!(" {attribute}=\"{}\"", escape(*value)));
        }
        self.0.push_str(end);
    }
}
