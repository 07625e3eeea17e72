//! A rule: what can be wrong, why it matters, and a record that shows it.

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record cannot be relied on: `check` fails.
    Error,
    /// Worth a look: `check` fails only where warnings are denied.
    Warning,
}

impl Severity {
    /// The word in output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Whether a rule is looked for, and whether an office may say otherwise in `track.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Always, at its own severity: what breaks it cannot be read, or makes a list wrong.
    Always,
    /// Unless an office turns it off; it may be given another severity too.
    UnlessTurnedOff,
    /// Only where an office turns it on: it is right too seldom, or right for some offices only.
    WhereTurnedOn,
}

/// A file of an example: its path from the root, and its text.
pub type File = (&'static str, &'static str);

/// The records that show a rule.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// Files that raise exactly this rule, and their smallest mend, as they stand on `today` (a day).
    Records {
        /// The day asked about, as `2024-06-01`.
        today: &'static str,
        /// Files with the fault.
        bad: &'static [File],
        /// The same, mended.
        good: &'static [File],
    },
    /// A fault of a file rather than of its text, in words: how it comes about, and the mend.
    Words {
        /// How it comes about.
        bad: &'static str,
        /// What mends it.
        good: &'static str,
    },
}

/// A rule that a record can break. Rules are data: `explain`, the reference and the tests are read from them.
#[derive(Debug)]
pub struct Rule {
    /// `T` and three digits; never used again for another rule.
    pub code: &'static str,
    /// The problem in a few words with hyphens, as read after "allow".
    pub name: &'static str,
    /// Error or warning, unless the office says otherwise.
    pub severity: Severity,
    /// Whether it is looked for.
    pub when: When,
    /// One sentence: what is found.
    pub summary: &'static str,
    /// Why it matters and what to do, in paragraphs.
    pub why: &'static str,
    /// What breaks it and what does not.
    pub example: Example,
}

impl Rule {
    /// Whether people mean it by a word: its code or its name, in any letter case.
    pub fn is_called(&self, word: &str) -> bool {
        let word = word.trim();
        self.code.eq_ignore_ascii_case(word) || self.name.eq_ignore_ascii_case(word)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}
