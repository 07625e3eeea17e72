//! Manual pages: the command line as clap knows it, and around it what a manual has besides.

mod around;
mod sections;

pub use around::{ENVIRONMENT, FILES};

use clap::Command;
use clap::builder::PossibleValue;
use clap_mangen::Man;
use clap_mangen::roff::Roff;

use super::reference::Ending;

/// A manual page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManualPage {
    /// The name of its file: `track-check.1`.
    pub file: String,
    /// What stands in it, as roff.
    pub text: String,
}

/// The section of the manual that holds commands.
const SECTION: &str = "1";

/// The pages of a command and of all that stand below it, the outer ones first. The command line has been built.
pub fn manual_pages(command: &Command, endings: &[Ending]) -> Vec<ManualPage> {
    let mut pages = vec![manual_page(command, command, endings)];
    below(command, command, endings, &mut pages);
    pages
}

fn below(root: &Command, outer: &Command, endings: &[Ending], pages: &mut Vec<ManualPage>) {
    for inner in sections::inner(outer) {
        pages.push(manual_page(root, inner, endings));
        below(root, inner, endings, pages);
    }
}

/// The page of one command.
pub fn manual_page(root: &Command, command: &Command, endings: &[Ending]) -> ManualPage {
    let name = page_name(command);
    let man = Man::new(dressed(command));
    let (mut head, mut options) = (Vec::new(), Vec::new());
    // Writing into memory cannot fail.
    let _ = man
        .render_name_section(&mut head)
        .and_then(|()| man.render_synopsis_section(&mut head))
        .and_then(|()| man.render_description_section(&mut head))
        .and_then(|()| man.render_options_section(&mut options));
    let (mut arguments, mut around) = (Roff::new(), Roff::new());
    sections::arguments(&mut arguments, command);
    sections::commands(&mut around, command);
    sections::endings(&mut around, endings);
    if root.get_name() == command.get_name() {
        sections::pairs(&mut around, "ENVIRONMENT", ENVIRONMENT);
        sections::pairs(&mut around, "FILES", FILES);
    }
    sections::examples(&mut around, command);
    sections::see_also(&mut around, root, command);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let pieces = [text(head), arguments.render(), listed(&text(options)), around.render()];
    ManualPage { file: format!("{name}.{SECTION}"), text: finished(&title(&name), &pieces.concat()) }
}

/// The title; it has no date, so that a page is the same whenever it is printed. The library would leave out an empty word,
/// and the next would be taken for the date. No word is broken, for many are typed as they stand.
fn title(name: &str) -> String {
    let (name, version) = (name.to_uppercase(), env!("CARGO_PKG_VERSION"));
    format!(".TH \"{name}\" \"{SECTION}\" \"\" \"track {version}\" \"User Commands\"\n.nh\n.ad l\n")
}

/// The command as its page shows it: the usage in short, no arguments among the options, words that need no sentence on a line.
fn dressed(command: &Command) -> Command {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").to_owned();
    command.clone().override_usage(usage).mut_args(|arg| {
        let values = arg.get_possible_values();
        if arg.is_positional() {
            arg.hide(true)
        } else if values.is_empty() || values.iter().any(|value| value.get_help().is_some()) {
            arg
        } else {
            let words: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
            let help = arg.get_long_help().or(arg.get_help()).map(ToString::to_string).unwrap_or_default();
            let help = format!("{help}. One of {}", words.join(", "));
            arg.hide_possible_values(true).help(help.clone()).long_help(help)
        }
    })
}

/// The options with their lists of words close together and no deeper than the text above them.
fn listed(options: &str) -> String {
    let (mut out, mut in_list) = (String::new(), false);
    for line in options.replace(".br\n\n.br\n", ".sp\n").lines() {
        match line {
            ".RS 14" => {
                in_list = true;
                out.push_str(".RS 7\n.PD 0\n");
            }
            ".RE" if in_list => {
                in_list = false;
                out.push_str(".PD\n.RE\n");
            }
            "" => out.push_str(".sp\n"), // between paragraphs
            line => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

/// The page in one piece: what each section begins with stands once, and `code` is bold.
fn finished(title: &str, sections: &str) -> String {
    let begun = sections.find(".SH").unwrap_or(0);
    let (preamble, _) = sections.split_at(begun);
    let text = format!("{preamble}{title}{}", sections.replace(preamble, ""));
    text.lines().map(|line| coded(line) + "\n").collect()
}

fn coded(line: &str) -> String {
    let parts: Vec<&str> = line.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return parts.join("\\(ga");
    }
    let shown = parts.iter().enumerate();
    shown.map(|(at, part)| if at % 2 == 0 { (*part).to_owned() } else { format!("\\fB{part}\\fR") }).collect()
}

/// The name of a page: `track-recommendation-add`.
fn page_name(command: &Command) -> String {
    command.get_bin_name().unwrap_or_else(|| command.get_name()).replace(' ', "-")
}
