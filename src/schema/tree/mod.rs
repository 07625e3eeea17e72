//! A light tree of one TOML document, every key and value with its exact place.
//!
//! It is built in one pass from the events of `toml_parser`, without a list of events or another tree between. Faults do
//! not stop it: they are collected in plain words, and what can be read is read.

mod arena;
mod builder;
mod conflict;
mod fault;
mod node;
mod scalar;
mod seams;
mod string;
mod tables;
mod wording;

#[cfg(test)]
mod tests;

use std::cell::RefCell;

use toml_parser::Source;
use toml_parser::lexer::Token;
use toml_parser::parser::{ValidateWhitespace, parse_document};

pub use arena::Tree;
pub use fault::{SyntaxFault, SyntaxFaultKind};
pub use node::{Node, NodeId, TableForm, Value};

use builder::Builder;
use fault::Faults;

/// How deep lists and tables may be nested, and how many parts a key may have.
const DEPTH: usize = 80;

impl<'a> Tree<'a> {
    /// Reads a document; the faults are sorted by place, and the tree holds all that could be read in spite of them.
    pub fn read(text: &'a str) -> (Self, Vec<SyntaxFault>) {
        let faults = RefCell::new(Faults::new(text));
        let conflicts = conflict::find(text);
        let tree = if conflicts.is_empty() {
            build(text, &faults)
        } else {
            for conflict in &conflicts {
                faults.borrow_mut().add(conflict.fault());
            }
            build(&conflict::first_sides(text, &conflicts), &faults).owned(text)
        };
        (tree, faults.into_inner().sorted())
    }
}

/// Builds the tree; when a bracket was left open, a second time with the text cut where it must have ended.
fn build<'s>(text: &'s str, faults: &RefCell<Faults<'_>>) -> Tree<'s> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let before = faults.borrow().mark();
    let tree = parse(source, &tokens, &[], faults);
    if !faults.borrow().left_open {
        return tree;
    }
    let seams = seams::find(text, &tokens);
    if seams.is_empty() {
        return tree;
    }
    drop(tree);
    faults.borrow_mut().rewind(before);
    parse(source, &tokens, &seams, faults)
}

fn parse<'s>(
    source: Source<'s>,
    tokens: &[Token],
    seams: &[usize],
    faults: &RefCell<Faults<'_>>,
) -> Tree<'s> {
    let mut builder = Builder::new(source, tokens.len(), faults);
    let mut start = 0;
    for end in seams.iter().copied().chain([tokens.len()]) {
        let mut receiver = ValidateWhitespace::new(&mut builder, source);
        let mut sink = |error| faults.borrow_mut().parser(&error);
        parse_document(&tokens[start..end], &mut receiver, &mut sink);
        builder.end();
        start = end;
    }
    builder.into_tree()
}
