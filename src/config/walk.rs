//! Looks through `track.toml` by the table of settings: every key that is none, every value that is not allowed.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::fault::Fault;
use super::setting::{Setting, SettingKind, SettingTable};
use super::table::{SETTING_TABLES, TRACK_TOML};
use crate::text::{Span, nearest, visible};

/// Every fault of the file, in its order. The levels of rules are judged by `levels`, which knows the rules.
pub(super) fn faults(file: &DeTable<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    table(&TRACK_TOML, file, Span::default(), &mut faults);
    faults.sort_by_key(|fault| fault.span.start);
    faults
}

fn table(known: &'static SettingTable, written: &DeTable<'_>, span: Span, faults: &mut Vec<Fault>) {
    for (key, written) in written {
        match known.setting(key.get_ref()) {
            Some(setting) => value(setting, written, faults),
            None => faults.push(unknown(known, key.get_ref(), Span::from(key.span()))),
        }
    }
    for setting in known.settings.iter().filter(|setting| setting.required) {
        if !written.contains_key(setting.key) {
            let message = format!("{} has no `{}`", known.name, setting.key);
            let help = format!("add {} = {}", setting.key, setting.example);
            faults.push(Fault::new(span, message).help(help));
        }
    }
}

fn value(setting: &Setting, written: &Spanned<DeValue<'_>>, faults: &mut Vec<Fault>) {
    let span = Span::from(written.span());
    let refused = |found: &Spanned<DeValue<'_>>| {
        let message = format!("`{}` must be {}", setting.key, setting.kind.allowed());
        Fault::new(Span::from(found.span()), message).label(label(found.get_ref()))
    };
    match (setting.kind, written.get_ref()) {
        (SettingKind::Text | SettingKind::Prose, DeValue::String(_))
        | (SettingKind::Levels, DeValue::Table(_)) => {}
        (SettingKind::Number(most), DeValue::Integer(number)) => {
            let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
            if !number.is_some_and(|number| (0..=i64::from(most)).contains(&number)) {
                faults.push(refused(written).label("out of range"));
            }
        }
        (SettingKind::Day, DeValue::Datetime(date)) if day(date).is_some() => {}
        (SettingKind::Table(inner), DeValue::Table(written)) => table(inner, written, span, faults),
        (SettingKind::Tables(inner), DeValue::Array(items)) => {
            for item in items {
                match item.get_ref() {
                    DeValue::Table(written) => table(inner, written, Span::from(item.span()), faults),
                    _ => faults.push(refused(item)),
                }
            }
        }
        _ => faults.push(refused(written)),
    }
}

/// What stands where something else belongs.
fn label(written: &DeValue<'_>) -> &'static str {
    match written {
        DeValue::String(_) => "this is text",
        DeValue::Integer(_) => "this is a whole number",
        DeValue::Float(_) => "this is a number with a point",
        DeValue::Boolean(_) => "this is true or false",
        DeValue::Datetime(date) if day(date).is_some() => "this is a date",
        DeValue::Datetime(_) => "this is a date or a time",
        DeValue::Array(_) => "this is a list",
        DeValue::Table(_) => "this is a table",
    }
}

/// A day of TOML itself, without a time.
pub(super) fn day(date: &Datetime) -> Option<NaiveDate> {
    let day = date.date.filter(|_| date.time.is_none() && date.offset.is_none())?;
    NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day))
}

fn unknown(known: &'static SettingTable, key: &str, span: Span) -> Fault {
    let keys = || known.settings.iter().map(|setting| setting.key);
    let home = SETTING_TABLES.iter().find(|other| other.setting(key).is_some());
    let help = match (nearest(key, keys()), home) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, Some(home)) => format!("`{key}` is a key of {}", home.name),
        (None, None) => format!("keys allowed here: {}", keys().collect::<Vec<_>>().join(", ")),
    };
    Fault::new(span, format!("unknown key `{}` in track.toml", visible(key))).label("no such key").help(help)
}
