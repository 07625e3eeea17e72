//! A page as a browser reads it.

use scraper::{ElementRef, Html, Node};

/// The attributes that a page may have, each with its element.
const ATTRIBUTES: &[&str] = &[
    "html lang",
    "meta charset",
    "meta content",
    "meta http-equiv",
    "meta name",
    "body class",
    "section class",
    "section aria-label",
    "p class",
    "p lang",
    "h1 class",
    "h1 lang",
    "h2 class",
    "h2 lang",
    "h3 class",
    "h3 lang",
    "h4 lang",
    "h5 lang",
    "h6 lang",
    "li lang",
    "dd lang",
    "td lang",
    "th lang",
    "th scope",
    "span lang",
    "a href",
    "a class",
    "div class",
    "div role",
    "div aria-label",
    "div tabindex",
];

/// The elements that a page may have.
const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "p", "h1", "h2", "h3",
    "h4", "h5", "h6", "ul", "li", "dl", "div", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th",
    "td", "span", "strong", "a",
];

/// What a second reader finds in a page.
pub(crate) struct Read {
    /// The texts of its body, a text each where no other element lies between.
    pub texts: Vec<String>,
    /// The title.
    pub title: String,
    /// The addresses of its links.
    pub links: Vec<String>,
    /// The levels of its headings.
    pub headings: Vec<u8>,
    /// What must not be in a page.
    pub faults: Vec<String>,
}

/// Reads a page.
pub(crate) fn read(page: &str) -> Read {
    let html = Html::parse_document(page);
    let mut read = Read {
        texts: Vec::new(),
        title: String::new(),
        links: Vec::new(),
        headings: Vec::new(),
        faults: Vec::new(),
    };
    if !page.starts_with("<!DOCTYPE html>\n") {
        read.faults.push("no document type".into());
    }
    for node in html.tree.nodes() {
        match node.value() {
            Node::Comment(comment) => read.faults.push(format!("a comment: {comment:?}")),
            Node::ProcessingInstruction(_) => read.faults.push("an instruction".into()),
            _ => {}
        }
        if let Some(element) = ElementRef::wrap(node) {
            look_at(element, &mut read);
        }
    }
    let text_within = |element: ElementRef<'_>| element.text().collect::<String>();
    let first = |name: &str| html.select(&scraper::Selector::parse(name).unwrap()).next();
    read.title = first("title").map(text_within).unwrap_or_default();
    if let Some(body) = first("body") {
        read.texts = body.text().map(str::to_owned).collect();
    }
    read
}

fn look_at(element: ElementRef<'_>, read: &mut Read) {
    let name = element.value().name();
    if !ELEMENTS.contains(&name) {
        read.faults.push(format!("an element: {name}"));
    }
    for (attribute, value) in element.value().attrs() {
        if !ATTRIBUTES.contains(&format!("{name} {attribute}").as_str()) {
            read.faults.push(format!("an attribute: {name} {attribute}={value:?}"));
        }
        if attribute == "href" {
            read.links.push(value.to_owned());
        }
    }
    if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok()) {
        read.headings.push(level);
    }
}
