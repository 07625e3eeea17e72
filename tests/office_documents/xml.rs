//! XML, read into a tree by a strict reader.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// What stands in an element.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) inner: Vec<Node>,
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements right below.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.inner.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name right below.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// This element and all below it, in the order of the text.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for element in self.elements() {
            all.extend(element.all());
        }
        all
    }

    /// All of a name at or below this element.
    pub(crate) fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The texts at or below this element.
    pub(crate) fn text(&self) -> String {
        let texts = self.inner.iter().map(|node| match node {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        });
        texts.collect()
    }
}

/// Reads a part; panics unless it is well formed.
pub(crate) fn parse(text: &str) -> Element {
    assert!(text.chars().all(is_allowed), "a character that XML does not have");
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => open.push(opened(&element)),
            Event::Empty(element) => {
                let element = opened(&element);
                open.last_mut().unwrap().inner.push(Node::Element(element));
            }
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().unwrap().inner.push(Node::Element(closed));
            }
            Event::Text(text) => said(&mut open, &text.xml10_content()),
            Event::GeneralRef(entity) => {
                said(&mut open, resolve_predefined_entity(&entity.xml10_content()).unwrap());
            }
            Event::Decl(_) | Event::Comment(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    let mut roots = open.pop().unwrap().inner.into_iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(text) => {
            assert!(text.trim().is_empty(), "text outside: {text}");
            None
        }
    });
    let root = roots.next().unwrap();
    assert!(roots.next().is_none(), "two roots");
    root
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn said(open: &mut [Element], text: &str) {
    let inner = &mut open.last_mut().unwrap().inner;
    match inner.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => inner.push(Node::Text(text.to_owned())),
    }
}

fn opened(element: &BytesStart<'_>) -> Element {
    let attributes = element.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned();
        (attribute.key.as_ref().to_owned(), value)
    });
    Element { attributes: attributes.collect(), name: element.name().as_ref().to_owned(), inner: Vec::new() }
}
