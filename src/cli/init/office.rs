//! The names of the office: from flags, and from what a person answers.

use clap::Args;

use super::super::ask::ask;
use crate::cli::context::Context;

/// The names of the office by their keys in track.toml.
pub(super) type Names = Vec<(&'static str, String)>;

/// The names of the office.
#[derive(Args, Debug)]
pub(super) struct OfficeArgs {
    /// The name of the office
    #[arg(long = "office", value_name = "NAME")]
    name: Option<String>,
    /// The local policing body, whose duty it is to respond
    #[arg(long, value_name = "NAME")]
    local_policing_body: Option<String>,
    /// The local policing body in short, such as PCC
    #[arg(long, value_name = "WORD")]
    short: Option<String>,
    /// The chief officer of the force, such as Chief Constable
    #[arg(long, value_name = "TITLE")]
    chief_officer: Option<String>,
    /// The force
    #[arg(long = "force-name", value_name = "NAME")]
    force: Option<String>,
    /// What the office calls the duty, on the terminal only; section 55 by default
    #[arg(long = "duty-label", value_name = "TEXT")]
    label: Option<String>,
}

impl OfficeArgs {
    /// What is asked for each key, and what was given for it.
    fn questions(&self) -> [(&'static str, &'static str, Option<&String>); 6] {
        [
            ("name", "Name of the office", self.name.as_ref()),
            ("local_policing_body", "Local policing body", self.local_policing_body.as_ref()),
            ("short", "The local policing body in short, such as PCC", self.short.as_ref()),
            ("chief_officer", "Chief officer, such as Chief Constable", self.chief_officer.as_ref()),
            ("force", "Force", self.force.as_ref()),
            ("label", "What the office calls the duty, if not section 55", self.label.as_ref()),
        ]
    }

    /// The names given; on a terminal the others are asked for.
    pub(super) fn names(&self, asks: bool, context: &mut Context<'_, '_>) -> anyhow::Result<Names> {
        let mut names = Vec::new();
        if asks && self.questions().iter().any(|(.., given)| given.is_none()) {
            context.advise(
                "Whose records are these? Enter leaves a name out; track.toml can be filled in later.",
            );
        }
        for (key, question, given) in self.questions() {
            let name = match given {
                Some(name) => name.trim().to_owned(),
                None if asks => ask(context, question, |answer| Ok(answer.to_owned()))?,
                None => String::new(),
            };
            if !name.is_empty() {
                names.push((key, name));
            }
        }
        Ok(names)
    }
}
