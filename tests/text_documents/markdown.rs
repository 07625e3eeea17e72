//! Markdown as CommonMark and as GitHub read it.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

/// What a second reader finds.
pub(crate) struct Read {
    /// The text, a space between blocks.
    pub text: String,
    /// What we never write: HTML, code, images, and all that an extension makes of plain words.
    pub faults: Vec<String>,
}

/// Reads Markdown by CommonMark with tables, or with every extension of the reader.
pub(crate) fn read(written: &str, extended: bool) -> Read {
    let mut options = Options::default();
    options.extension.table = true;
    if extended {
        let extension = &mut options.extension;
        extension.strikethrough = true;
        extension.autolink = true;
        extension.tasklist = true;
        extension.superscript = true;
        extension.footnotes = true;
        extension.inline_footnotes = true;
        extension.description_lists = true;
        extension.multiline_block_quotes = true;
        extension.alerts = true;
        extension.math_dollars = true;
        extension.math_code = true;
        extension.wikilinks_title_after_pipe = true;
        extension.front_matter_delimiter = Some("---".into());
    }
    let arena = Arena::new();
    let root = parse_document(&arena, written, &options);
    let mut read = Read { text: String::new(), faults: Vec::new() };
    walk(root, &mut read);
    read
}

fn walk<'a>(node: &'a AstNode<'a>, read: &mut Read) {
    let value = node.data.borrow().value.clone();
    match value {
        NodeValue::Text(text) => read.text.push_str(&text),
        NodeValue::SoftBreak
        | NodeValue::LineBreak
        | NodeValue::Document
        | NodeValue::BlockQuote
        | NodeValue::List(_)
        | NodeValue::Item(_)
        | NodeValue::Heading(_)
        | NodeValue::Paragraph
        | NodeValue::Table(_)
        | NodeValue::TableRow(_)
        | NodeValue::TableCell => read.text.push(' '),
        NodeValue::Strong | NodeValue::Link(_) | NodeValue::Escaped => {}
        other => read.faults.push(format!("{other:?}")),
    }
    for child in node.children() {
        walk(child, read);
    }
}
