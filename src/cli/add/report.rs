//! The report that is to be added: from flags, and from what a person answers.

use super::super::ask::{ask, ask_next_text, choose, explain_texts};
use super::AddArgs;
use crate::cli::context::Context;
use crate::cli::day_word::day_of_kind;
use crate::cli::failure::{Refusal, Usage};
use crate::config::Settings;
use crate::duty::{POLICE_ACT_55, Requirement, last_day};
use crate::edit::{typed_date, web_address};
use crate::model::{
    Forces, Inspection, InspectionType, PartialDate, Recommendation, Response, day_in_words, weekday,
};
use crate::schema::FieldKind;
use crate::text::{and_list, nearest, visible};

/// Puts the report together; what is missing is asked for, or named where nobody can be asked.
pub(super) fn report(
    args: &AddArgs,
    context: &mut Context<'_, '_>,
    settings: &Settings,
) -> anyhow::Result<Inspection<'static>> {
    let missing: Vec<&str> = [
        ("--title", args.title.is_none()),
        ("--type", args.inspection_type.is_none()),
        ("--published", args.published.is_none()),
    ]
    .into_iter()
    .filter(|(_, is_missing)| *is_missing)
    .map(|(flag, _)| flag)
    .collect();
    let asks = !missing.is_empty();
    if asks && !context.can_ask() {
        return Err(Usage(format!("{} must be given: there is nobody to ask", and_list(&missing))).into());
    }
    let title = given(args.title.as_deref(), context, "Title of the report", title)?;
    let typed = match &args.inspection_type {
        Some(typed) => typed,
        None => choose(context, "Type", InspectionType::WORDS)?,
    };
    let inspection_type = inspection_type(typed).map_err(refusal)?;
    let today = context.today;
    let day = |typed: &str| typed_date(&day_of_kind(FieldKind::Date, typed, today));
    let published = given(args.published.as_deref(), context, "Published on", day)?;
    let mut inspection = Inspection::new(title.into(), inspection_type, published);
    echo(context, &inspection, settings);
    inspection.type_as_printed = args.type_as_printed.clone().map(Into::into);
    inspection.recommendations_made = args.recommendations_made;
    inspection.forces = forces(&args.forces);
    inspection.response = Some(Response::default());
    inspection.url = match &args.url {
        Some(url) => Some(web_address(url).map_err(refusal)?),
        None if asks => ask(context, "Address of the report (Enter: none)", |answer| {
            if answer.is_empty() { Ok(None) } else { web_address(answer).map(Some) }
        })?,
        None => None,
    }
    .map(Into::into);
    let mut texts = args.recommendation.clone();
    if texts.iter().any(|text| text.trim().is_empty()) {
        return Err(Refusal::new("a recommendation cannot be empty").into());
    }
    if asks {
        ask_recommendations(context, &mut texts)?;
    }
    let item = |text: String| Recommendation { text: text.into(), ..Recommendation::default() };
    inspection.recommendations = texts.into_iter().map(item).collect();
    Ok(inspection)
}

/// Asks for one recommendation after another, until none is typed.
fn ask_recommendations(context: &mut Context<'_, '_>, texts: &mut Vec<String>) -> anyhow::Result<()> {
    explain_texts(context);
    while let Some(text) = ask_next_text(context, &format!("Recommendation {} as printed", texts.len() + 1))?
    {
        texts.push(text.trim().to_owned());
    }
    Ok(())
}

/// A value from its flag, checked; or asked for until it will do.
fn given<T>(
    flag: Option<&str>,
    context: &mut Context<'_, '_>,
    question: &str,
    accept: impl Fn(&str) -> Result<T, String>,
) -> anyhow::Result<T> {
    match flag {
        Some(value) => Ok(accept(value).map_err(refusal)?),
        None => ask(context, question, accept),
    }
}

fn refusal(fault: String) -> Refusal {
    Refusal::new(fault).hint("nothing was written")
}

fn title(typed: &str) -> Result<String, String> {
    if typed.trim().is_empty() { Err("a title cannot be empty".into()) } else { Ok(typed.to_owned()) }
}

fn inspection_type(typed: &str) -> Result<InspectionType, String> {
    let word = typed.trim().to_lowercase().replace(' ', "-");
    InspectionType::from_word(&word).ok_or_else(|| {
        let near = nearest(typed, InspectionType::WORDS.iter().copied());
        let near = near.map(|near| format!("did you mean {near}? ")).unwrap_or_default();
        format!("`{}` is no type; {near}allowed: {}", visible(typed), InspectionType::WORDS.join(", "))
    })
}

fn forces(names: &[String]) -> Option<Forces<'static>> {
    match names {
        [] => None,
        [all] if all == "all" => Some(Forces::All),
        names => Some(Forces::Named(names.iter().cloned().map(Into::into).collect())),
    }
}

/// Says the date in full, with the last day that follows.
fn echo(context: &mut Context<'_, '_>, inspection: &Inspection<'_>, settings: &Settings) {
    for note in notes(inspection, settings) {
        context.note(&format!("  {note}\n"));
    }
}

/// The date in full and the last day. They are told, and not written: in the file they would outlive a correction.
fn notes(inspection: &Inspection<'_>, settings: &Settings) -> Vec<String> {
    let published = inspection.published;
    let when = match published {
        PartialDate::Day(day) => format!("Published {} ({}), day 1.", day_in_words(day), weekday(day)),
        PartialDate::Unknown => "Published on a day that is not known.".into(),
        date => format!("Published in {}; the day is not known.", date.in_words()),
    };
    if Requirement::of(inspection) != Requirement::Owed {
        return vec![format!("{when} No statutory duty to respond.")];
    }
    let label = settings.duty_name();
    let last = match last_day(&POLICE_ACT_55, published) {
        None if published == PartialDate::Unknown => "The last day to respond cannot be told.".into(),
        None => "No 56-day limit: the report came out before 2 May 2017.".into(),
        Some(range) => {
            if let Some(day) = range.day() {
                format!("{label} due by {} ({}), day 56.", day_in_words(day), weekday(day))
            } else {
                let (earliest, latest) = (day_in_words(range.earliest), day_in_words(range.latest));
                format!("{label} due by a day from {earliest} to {latest}.")
            }
        }
    };
    vec![when, last]
}

/// The keys that a new record has.
pub(super) fn changed(inspection: &Inspection<'_>) -> Vec<String> {
    let record = serde_json::to_value(inspection).unwrap_or_default();
    let keys = record.as_object().into_iter().flat_map(|keys| keys.keys());
    keys.filter(|key| *key != "response").cloned().collect()
}
