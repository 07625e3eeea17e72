//! Offices' own layouts: templates that are filled with what a record makes public.
//!
//! A template is text of the office, and still bounded: [`guard`] keeps values from growing, fuel bounds the work, and what
//! comes out has at most [`MOST`] bytes. It reads no file and knows nothing but the [`VARIABLES`].

mod context;
mod fault;
mod form;
mod guard;
mod sink;
mod variables;

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

/// The names of the formats that a template can have; its file ends like them.
pub static TEMPLATE_FORMATS: [&str; 2] = ["html", "md"];

/// The most bytes that a filled template may have.
const MOST: usize = 4 << 20;
/// How many steps a template may take: a hundred for each of some thousand items.
const FUEL: u64 = 500_000;
/// How deep loops and the like may stand inside one another.
const DEEPEST: usize = 64;

/// A layout of an office in one format: a template.
#[derive(Debug)]
pub struct OwnLayout {
    form: Form,
    /// Where it stands, relative to the repository.
    file: String,
    source: String,
}

impl OwnLayout {
    /// Takes a template; a fault where it is no text, is not understood, or could grow without bound.
    pub fn new(file: &str, format: &DocumentFormat, bytes: Vec<u8>) -> Result<Self, LayoutFault> {
        let source =
            String::from_utf8(bytes).map_err(|_| LayoutFault::of_file(file, "it is not in UTF-8"))?;
        let form = Form::of(format.name)
            .ok_or_else(|| LayoutFault::of_file(file, format!("{} has no templates", format.name)))?;
        guard::check(file, &source)?;
        let layout = Self { form, file: file.to_owned(), source };
        layout.environment().map(drop).map_err(|error| layout.fault(&error))?;
        Ok(layout)
    }

    /// Whether it quotes the office's own statement of the duty.
    pub fn quotes_statement(&self) -> bool {
        self.source.contains("duty_statement")
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
        let environment = self.environment()?;
        let context = Value::from(Serde(Context::of(subject, self.form)));
        let mut sink = Sink::new(MOST);
        let filled = environment.get_template(&self.file)?.render_captured_to(context, &mut sink);
        if sink.is_full() {
            let words = format!("what comes out has more than {MOST} bytes");
            return Err(Error::new(ErrorKind::InvalidOperation, words));
        }
        // The engine leaves out the end of the last line.
        filled.map(|_| format!("{}\n", sink.into_text().trim_end()))
    }

    fn environment(&self) -> Result<Environment<'_>, Error> {
        let form = self.form;
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(DEEPEST);
        environment.set_debug(true);
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("the format's own".into()));
        environment.set_formatter(move |out, _: &mut State<'_, '_>, value| print(form, out, value));
        environment.add_filter("length", length);
        environment.add_template(&self.file, &self.source)?;
        Ok(environment)
    }

    fn fault(&self, error: &Error) -> LayoutFault {
        LayoutFault::of(&self.file, &self.source, error)
    }
}

/// Prints a value: ready markup as it is, words escaped, what is absent not at all.
fn print(form: Form, out: &mut Output<'_>, value: &Value) -> Result<(), Error> {
    let text = match value.kind() {
        ValueKind::None => return Ok(()),
        ValueKind::String if value.is_safe() => value.to_string(),
        ValueKind::String => form.escaped(value.as_str().unwrap_or_default()),
        ValueKind::Number => value.to_string(),
        ValueKind::Bool => (if value.is_true() { "yes" } else { "no" }).to_owned(),
        ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
        _ => {
            let words = "only words can be printed: take a list apart with for, and what has parts by a dot and their names";
            return Err(Error::new(ErrorKind::InvalidOperation, words));
        }
    };
    Ok(out.write_str(&text)?)
}

/// How many elements a list has.
fn length(value: &Value) -> Result<usize, Error> {
    value.len().ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "only a list has a length"))
}

#[cfg(test)]
mod tests;
