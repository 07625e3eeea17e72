//! Offices' own layouts: templates that are filled with what a record makes public.
//!
//! A template is text of the office, and still bounded: [`guard`] keeps values from growing, fuel bounds the work, and what
//! comes out has at most [`MOST`] bytes. It reads no file and knows nothing but the [`VARIABLES`]. What a record says is
//! escaped for the [`place`] where the template puts it.

mod context;
mod fault;
mod form;
mod guard;
mod lines;
mod page;
mod place;
mod sink;
mod tags;
mod variables;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

pub use fault::LayoutFault;
pub use variables::{VARIABLES, Variable};

use crate::document::draft::notice;
use crate::document::formats::DocumentFormat;
use crate::document::subject::Subject;
use context::Context;
use form::Form;
use sink::Sink;
use tags::{Kind, Tag};

/// The names of the formats that a template can have; its file ends like them.
pub static TEMPLATE_FORMATS: [&str; 2] = ["html", "md"];

/// The most bytes that a filled template may have.
const MOST: usize = 4 << 20;
/// How many steps a template may take: a hundred for each of some thousand items.
const FUEL: u64 = 500_000;
/// What is said of a value that is no words.
const NO_WORDS: &str =
    "only words can be printed: take a list apart with for, and what has parts by a dot and their names";

/// A layout of an office in one format: a template.
#[derive(Debug)]
pub struct OwnLayout {
    form: Form,
    /// Where it stands, relative to the repository.
    file: String,
    /// The template, as the engine takes it.
    source: String,
    quotes_statement: bool,
}

impl OwnLayout {
    /// Takes a template; a fault where it is no text, is not understood, or could grow without bound.
    pub fn new(file: &str, format: &DocumentFormat, bytes: &[u8]) -> Result<Self, LayoutFault> {
        let source = std::str::from_utf8(bytes)
            .map_err(|error| LayoutFault::of_bytes(file, &bytes[..error.valid_up_to()]))?;
        let form = Form::of(format.name)
            .ok_or_else(|| LayoutFault::of_file(file, format!("{} has no templates", format.name)))?;
        let source = lines::plain(source);
        let tags = tags::tags(&source).and_then(|tags| guard::check(&source, &tags).map(|()| tags));
        let tags = tags.map_err(|refused| LayoutFault::of_refused(file, &source, refused))?;
        let prints = |tag: &&Tag| tag.kind == Kind::Expression;
        let quotes_statement =
            tags.iter().filter(prints).any(|tag| source[tag.inside(&source)].trim() == "duty_statement");
        let source = lines::keep_space(&source, &tags);
        let layout = Self { form, file: file.to_owned(), source, quotes_statement };
        layout.environment(&Sink::new(form, 0)).map(drop).map_err(|error| layout.fault(&error))?;
        Ok(layout)
    }

    /// Whether it quotes the office's own statement of the duty.
    pub fn quotes_statement(&self) -> bool {
        self.quotes_statement
    }

    /// Fills the template with what a record makes public. A draft says so, whatever the template says.
    pub fn print(&self, subject: &Subject<'_>) -> Result<String, LayoutFault> {
        let filled = self.fill(subject).map_err(|error| self.fault(&error))?;
        if !subject.is_draft() {
            return Ok(filled);
        }
        let notice = self.form.blocks(&[notice(subject)]);
        Ok(if filled.contains(notice.trim_end()) { filled } else { self.form.with_above(&filled, &notice) })
    }

    fn fill(&self, subject: &Subject<'_>) -> Result<String, Error> {
        let sink = Sink::new(self.form, MOST);
        let environment = self.environment(&sink)?;
        let context = Value::from(Serde(Context::of(subject, self.form)));
        let filled = environment.get_template(&self.file)?.render_captured_to(context, sink.clone());
        if sink.is_full() {
            return Err(refused(format!("what comes out has more than {MOST} bytes")));
        }
        filled?;
        if sink.lacks_end() {
            return Err(refused("the front matter that begins with `---` has no `---` at its end"));
        }
        Ok(lines::tidy(&sink.text()))
    }

    /// The engine with the template, printing into a sink.
    fn environment(&self, sink: &Sink) -> Result<Environment<'_>, Error> {
        let (form, sink) = (self.form, sink.clone());
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(guard::DEEPEST);
        environment.set_debug(true);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?;
        environment.set_syntax(syntax);
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("the format's own".into()));
        environment.set_formatter(move |out, _: &mut State<'_, '_>, value| print(form, &sink, out, value));
        environment.add_filter("length", length);
        environment.add_template(&self.file, &self.source)?;
        Ok(environment)
    }

    fn fault(&self, error: &Error) -> LayoutFault {
        LayoutFault::of(&self.file, &self.source, error)
    }
}

/// Prints a value: ready markup as it is, words escaped, what is absent not at all.
fn print(form: Form, sink: &Sink, out: &mut Output<'_>, value: &Value) -> Result<(), Error> {
    let text = match value.kind() {
        ValueKind::None => return Ok(()),
        ValueKind::String if value.is_safe() => {
            let markup = value.as_str().unwrap_or_default();
            form.markup(markup, sink.here(), sink.starts_line()).map_err(refused)?
        }
        ValueKind::String => {
            form.escaped(value.as_str().unwrap_or_default(), sink.here()).map_err(refused)?
        }
        ValueKind::Number => value.to_string(),
        ValueKind::Bool => (if value.is_true() { "yes" } else { "no" }).to_owned(),
        ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
        _ => return Err(refused(NO_WORDS)),
    };
    Ok(sink.of_record(|| out.write_str(&text))?)
}

fn refused(words: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidOperation, words)
}

/// How many elements a list has.
fn length(value: &Value) -> Result<usize, Error> {
    let is_list = value.kind() == ValueKind::Seq;
    value.len().filter(|_| is_list).ok_or_else(|| refused("only a list has a length"))
}

#[cfg(test)]
mod tests;
