//! Colour, or none. Colour never says what the words do not.

use anstyle::{AnsiColor, Style};

use crate::duty::State;

/// Whether to colour, how wide the terminal is, and how to mark text up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// Whether colours may be used.
    pub colour: bool,
    /// Columns to use; `None`: as many as it takes, for output that goes to a file or another program.
    pub width: Option<usize>,
}

impl Paint {
    /// No colour, no limit of width.
    pub const fn plain() -> Self {
        Self { colour: false, width: None }
    }

    /// The width for prose: that of the terminal, at most 100 columns, 80 where there is none.
    pub fn prose_width(self) -> usize {
        self.width.map_or(80, |width| width.clamp(20, 100))
    }

    /// A line wrapped to the terminal; as it is where output goes elsewhere.
    pub fn fitted(self, line: &str) -> String {
        match self.width {
            Some(_) => super::hanging(line, self.prose_width()),
            None => line.to_owned(),
        }
    }

    /// Puts text in a style.
    pub fn styled(self, style: Style, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// A heading.
    pub fn heading(self, text: &str) -> String {
        self.styled(Style::new().bold(), text)
    }

    /// Something of less weight.
    pub fn faint(self, text: &str) -> String {
        self.styled(Style::new().dimmed(), text)
    }

    /// Something to look at.
    pub fn alarm(self, text: &str) -> String {
        self.styled(Self::red(), text)
    }

    /// A line that goes.
    pub fn removed(self, text: &str) -> String {
        self.styled(AnsiColor::Red.on_default(), text)
    }

    /// A line that comes.
    pub fn added(self, text: &str) -> String {
        self.styled(AnsiColor::Green.on_default(), text)
    }

    /// Words about a state.
    pub fn state(self, state: State, text: &str) -> String {
        self.styled(Self::style_of(state), text)
    }

    pub(super) const fn red() -> Style {
        AnsiColor::Red.on_default().bold()
    }

    pub(super) const fn style_of(state: State) -> Style {
        match state {
            State::Overdue => Self::red(),
            State::MaybeOverdue => AnsiColor::Magenta.on_default().bold(),
            State::DueSoon => AnsiColor::Yellow.on_default().bold(),
            State::Open => AnsiColor::Cyan.on_default(),
            State::Published => AnsiColor::Green.on_default(),
            State::PublishedLate | State::PublishedUnproven => AnsiColor::Yellow.on_default(),
            State::NotRequired | State::NotYetPublished | State::PublishedNoDeadline | State::NoDeadline => {
                Style::new().dimmed()
            }
        }
    }
}
