//! What a setting is: the rows of the table that the reader, the hints and the reference come from.

/// What a key of `track.toml` may hold.
#[derive(Debug, Clone, Copy)]
pub enum SettingKind {
    /// Text on a line.
    Text,
    /// Text of paragraphs.
    Prose,
    /// A whole number from 0 to this.
    Number(u32),
    /// A day, as a date of TOML itself.
    Day,
    /// How much rules of `check` matter: a key for each rule.
    Levels,
    /// A table of its own, `[key]`.
    Table(&'static SettingTable),
    /// A list of tables, `[[key]]`.
    Tables(&'static SettingTable),
}

impl SettingKind {
    /// What is allowed, in words: "text in quotes".
    pub fn allowed(self) -> String {
        match self {
            Self::Text | Self::Prose => "text in quotes".into(),
            Self::Number(most) => format!("a whole number from 0 to {most}"),
            Self::Day => "a day: 2012-11-21".into(),
            Self::Levels => "a table of its own: [checks]".into(),
            Self::Table(table) => format!("a table of its own: [{}]", table.path),
            Self::Tables(table) => format!("a list of tables: [[{}]]", table.path),
        }
    }
}

/// A key of `track.toml`.
#[derive(Debug)]
pub struct Setting {
    /// The key.
    pub key: &'static str,
    /// What it may hold.
    pub kind: SettingKind,
    /// Whether it must be there, where its table is.
    pub required: bool,
    /// What it means, in a sentence.
    pub doc: &'static str,
    /// A value that it may have, as `track.toml` writes it.
    pub example: &'static str,
    /// The value that stands in where it is left out; `None` where there is none.
    pub default: Option<&'static str>,
}

impl Setting {
    pub(super) const fn new(
        key: &'static str,
        kind: SettingKind,
        doc: &'static str,
        example: &'static str,
    ) -> Self {
        Self { key, kind, required: false, doc, example, default: None }
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }
}

/// A table of `track.toml`: its own keys, in the order of the reference.
#[derive(Debug)]
pub struct SettingTable {
    /// Its header, without brackets; empty for the file itself.
    pub path: &'static str,
    /// What it is called in messages.
    pub name: &'static str,
    /// Its keys.
    pub settings: &'static [Setting],
}

impl SettingTable {
    /// Finds a key.
    pub fn setting(&self, key: &str) -> Option<&'static Setting> {
        self.settings.iter().find(|setting| setting.key == key)
    }
}
