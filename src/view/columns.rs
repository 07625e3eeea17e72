//! The columns that the list can show.

use super::dates::{short_date, short_last_day};
use super::grid::{GridColumn, cut};
use super::words::{stage_words, state_words};
use crate::query::Row;
use crate::text::visible;

crate::model::closed_words! {
    /// A column of the list.
    pub enum Column {
        /// The id.
        Id = "id",
        /// The title.
        Title = "title",
        /// The type.
        Type = "type",
        /// When the report was published.
        Published = "published",
        /// The last day, or its range.
        LastDay = "last-day",
        /// The state in words.
        State = "state",
        /// The stage.
        Stage = "stage",
        /// When the response was published.
        Response = "response",
        /// Recommendations recorded.
        Recommendations = "recommendations",
        /// Open items.
        Open = "open",
        /// Overdue items.
        Overdue = "overdue",
        /// The path of the file.
        Path = "path",
    }
}

/// The columns shown where none are asked for; the title only where there is room.
pub const DEFAULT_COLUMNS: &[Column] =
    &[Column::Id, Column::Published, Column::LastDay, Column::State, Column::Open, Column::Title];

impl Column {
    pub(super) const fn grid(self) -> GridColumn {
        let (header, whole, right) = match self {
            Self::Id => ("Inspection", true, false),
            Self::Title => ("Title", false, false),
            Self::Type => ("Type", true, false),
            Self::Published => ("Published", true, false),
            Self::LastDay => ("Last day", false, false),
            Self::State => ("State", false, false),
            Self::Stage => ("Stage", false, false),
            Self::Response => ("Response", true, false),
            Self::Recommendations => ("Recs", true, true),
            Self::Open => ("Open", true, true),
            Self::Overdue => ("Overdue", true, true),
            Self::Path => ("File", false, false),
        };
        GridColumn { header, whole, right }
    }

    /// The value of a row for programs: dates as a record writes them, states and stages by their words of the list.
    pub(super) fn value(self, row: &Row) -> String {
        match self {
            Self::Title => row.title.clone(),
            Self::Published => row.published.to_string(),
            Self::LastDay => match row.standing.last_day {
                None => String::new(),
                Some(range) if range.earliest == range.latest => range.latest.to_string(),
                Some(range) => format!("{}/{}", range.earliest, range.latest),
            },
            Self::State => row.standing.state.to_string(),
            Self::Stage => row.stage.to_string(),
            Self::Response => row.response_published().map_or_else(String::new, |date| date.to_string()),
            Self::Path => row.path.clone(),
            other => other.cell(row),
        }
    }

    /// The cell of a row, safe to show on a line.
    pub(super) fn cell(self, row: &Row) -> String {
        match self {
            Self::Id => row.id.clone(),
            Self::Title => cut(&visible(&row.title), 200),
            Self::Type => row.inspection_type.to_string(),
            Self::Published => short_date(row.published),
            Self::LastDay => short_last_day(row.standing.last_day),
            Self::State => state_words(row.requirement, &row.standing),
            Self::Stage => stage_words(row.stage).into(),
            Self::Response => row.response_published().map_or_else(String::new, short_date),
            Self::Recommendations => row.counts.recorded.to_string(),
            Self::Open => row.counts.open_items.to_string(),
            Self::Overdue => row.counts.overdue_items.to_string(),
            Self::Path => visible(&row.path).into_owned(),
        }
    }
}
