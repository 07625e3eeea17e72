//! The page of `track.toml`: every table and key, from the table of settings, and the levels of rules.

use super::Given;
use super::markup::{PRINTED, block, cell, code, link, table, words};
use crate::config::{LEVELS, SETTING_TABLES, Setting, SettingKind, SettingTable, TRACK_TOML};

pub(super) fn page(_: &Given<'_>) -> String {
    let tables = TRACK_TOML.settings.iter().map(|key| {
        let header = format!("[{}]", key.key);
        vec![link(&code(&header), &header), cell(key.doc)]
    });
    let mut page = format!(
        "{PRINTED}# track.toml\n\nThe settings of an office, beside the folder `records/`. The file and every part of it \
         may be left out. A key that does not stand here is an error, and until it is mended the defaults are used.\n\n{}",
        table(&["Table", "What it is"], tables)
    );
    page.extend(SETTING_TABLES.iter().filter(|table| !table.path.is_empty()).map(|table| one(table)));
    page.extend(TRACK_TOML.settings.iter().filter(|key| matches!(key.kind, SettingKind::Levels)).map(levels));
    page
}

fn one(owner: &SettingTable) -> String {
    let is_list = owner.path.contains('.');
    let header = if is_list { format!("[[{}]]", owner.path) } else { format!("[{}]", owner.path) };
    let plain = || owner.settings.iter().filter(|key| !matches!(key.kind, SettingKind::Tables(_)));
    let rows = plain().map(|key| {
        let needed = if key.required { "yes" } else { "" };
        vec![link(&code(key.key), &path(owner, key)), needed.into(), cell(key.doc)]
    });
    let index = table(&["Key", "Must be there", "What it means"], rows);
    let inner = owner.settings.iter().filter_map(|key| match key.kind {
        SettingKind::Tables(inner) => {
            let header = format!("[[{}]]", inner.path);
            Some(format!("{} {}\n\n", link(&code(&header), &header), words(key.doc)))
        }
        _ => None,
    });
    let inner: String = inner.collect();
    let keys: String = plain().map(|key| one_key(owner, key)).collect();
    format!("## {}\n\n{index}{inner}{keys}", code(&header))
}

fn path(owner: &SettingTable, key: &Setting) -> String {
    format!("{}.{}", owner.path, key.key)
}

fn one_key(owner: &SettingTable, key: &Setting) -> String {
    let mut text = format!("### {}\n\n{}\n\n", code(&path(owner, key)), words(key.doc));
    text.push_str(&format!("- Holds {}.\n", words(&key.kind.allowed())));
    if key.required {
        text.push_str("- Must be there.\n");
    }
    if let Some(default) = key.default {
        text.push_str(&format!("- Where it is left out: {}.\n", code(default)));
    }
    text + "\n" + &block("toml", &format!("{} = {}", key.key, key.example))
}

/// What is set of a rule.
fn levels(key: &Setting) -> String {
    let rows = LEVELS.explained().map(|(word, meaning)| vec![code(&format!("\"{word}\"")), cell(meaning)]);
    format!(
        "## {}\n\n{}\n\nA rule stands by its name or its code, with its `level` and, as `because`, the reason; [Rules]\
         (rules.md) says which can be set.\n\n{}{}",
        code(&format!("[{}]", key.key)),
        words(key.doc),
        table(&["Level", "What it means"], rows),
        block("toml", &format!("{} = {}", key.key, key.example))
    )
}
