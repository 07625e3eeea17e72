//! A table for people: aligned columns, wrapped to the width.

use anstyle::Style;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, presets};
use unicode_width::UnicodeWidthStr;

use super::Paint;

/// A column of a grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct GridColumn {
    pub header: &'static str,
    /// Never wrapped.
    pub whole: bool,
    pub right: bool,
}

/// A table before it is laid out. The first column is never wrapped and never empty: it begins a row.
pub(super) struct Grid {
    pub columns: Vec<GridColumn>,
    pub rows: Vec<GridRow>,
}

/// A row of a grid.
pub(super) struct GridRow {
    pub style: Style,
    pub cells: Vec<String>,
    /// A text on a line of its own below the row, as long as there is a width to cut it to.
    pub below: Option<String>,
}

/// The least width of a column that wraps.
const LEAST: usize = 12;
/// Below this width a row becomes a block.
const NARROW: usize = 60;

impl Grid {
    /// Lays the table out; as a block a row where the width does not hold a table.
    pub(super) fn render(&self, paint: Paint) -> String {
        match paint.width {
            Some(width) if width < NARROW || self.least_width() > width => self.blocks(paint, width),
            Some(width) => self.table(paint, u16::try_from(width).unwrap_or(u16::MAX)),
            None => self.lines(paint),
        }
    }

    fn least_width(&self) -> usize {
        let widths = self.columns.iter().enumerate().map(|(index, column)| {
            let content = self.rows.iter().map(|row| row.cells[index].width()).max().unwrap_or(0);
            let content = content.max(column.header.width());
            2 + if column.whole || index == 0 { content } else { content.min(LEAST) }
        });
        widths.sum()
    }

    /// The first cell of a row: it begins the row, so it must show something.
    fn first(row: &GridRow) -> &str {
        let first = row.cells[0].trim();
        if first.is_empty() { "–" } else { first }
    }

    /// Lays the rows out for a file or another program: a line a row, nothing wrapped, and no more held than the text.
    fn lines(&self, paint: Paint) -> String {
        let width = |index: usize| {
            let cells = self.rows.iter().map(|row| row.cells[index].width());
            cells.chain([self.columns[index].header.width()]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let header: Vec<&str> = self.columns.iter().map(|column| column.header).collect();
        let mut text = paint.styled(Style::new().bold(), &self.line(&widths, &header)) + "\n";
        for row in &self.rows {
            let rest = row.cells.iter().skip(1).map(String::as_str);
            let cells: Vec<&str> = std::iter::once(Self::first(row)).chain(rest).collect();
            text.push_str(&paint.styled(row.style, &self.line(&widths, &cells)));
            text.push('\n');
            push_below(&mut text, Some(row), paint);
        }
        text
    }

    /// Pads the cells of a row to the widths of their columns.
    fn line(&self, widths: &[usize], cells: &[&str]) -> String {
        let mut line = String::new();
        for ((column, width), cell) in self.columns.iter().zip(widths).zip(cells) {
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            let (before, after) = if column.right { (pad.as_str(), "") } else { ("", pad.as_str()) };
            line.push_str(&format!("{before}{cell}{after}  "));
        }
        line.truncate(line.trim_end().len());
        line
    }

    /// Lays the table out for a terminal, wrapped to its width.
    fn table(&self, paint: Paint, width: u16) -> String {
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
        table.set_header(self.columns.iter().map(|column| column.header));
        for row in &self.rows {
            let rest = row.cells.iter().skip(1).map(String::as_str);
            table.add_row(std::iter::once(Self::first(row)).chain(rest));
        }
        for (index, column) in self.columns.iter().enumerate() {
            if let Some(laid) = table.column_mut(index) {
                laid.set_padding((0, 2));
                if column.whole || index == 0 {
                    laid.set_constraint(ColumnConstraint::ContentWidth);
                }
                if column.right {
                    laid.set_cell_alignment(CellAlignment::Right);
                }
            }
        }
        self.painted(&table, paint)
    }

    /// Colours the rows of a laid out table: a row begins where the first column is not empty.
    fn painted(&self, table: &Table, paint: Paint) -> String {
        let mut text = String::new();
        let mut rows = self.rows.iter();
        let mut row: Option<&GridRow> = None;
        for (number, line) in table.lines().enumerate() {
            let line = line.trim_end();
            if number > 0 && !line.starts_with(' ') {
                push_below(&mut text, row, paint);
                row = rows.next();
            }
            let style = row.map_or_else(|| Style::new().bold(), |row| row.style);
            text.push_str(&paint.styled(style, line));
            text.push('\n');
        }
        push_below(&mut text, row, paint);
        text
    }

    fn blocks(&self, paint: Paint, width: usize) -> String {
        let label = self.columns.iter().skip(1).map(|column| column.header.width()).max().unwrap_or(0) + 2;
        let mut text = String::new();
        for (index, GridRow { style, cells, below }) in self.rows.iter().enumerate() {
            if index > 0 {
                text.push('\n');
            }
            text.push_str(&paint.styled(style.bold(), &cells[0]));
            text.push('\n');
            for (column, cell) in self.columns.iter().zip(cells).skip(1).filter(|(_, cell)| !cell.is_empty())
            {
                let head = format!("  {:label$}", column.header);
                let room = width.saturating_sub(label + 2).max(10);
                for (line, piece) in super::wrap::lines(cell, room).iter().enumerate() {
                    let head = if line == 0 { head.clone() } else { " ".repeat(label + 2) };
                    text.push_str(&format!("{}{piece}\n", paint.faint(&head)));
                }
            }
            if let Some(below) = below {
                text.push_str(&format!("  {}\n", cut(below, width.saturating_sub(2))));
            }
        }
        text
    }
}

fn push_below(text: &mut String, row: Option<&GridRow>, paint: Paint) {
    if let Some(below) = row.and_then(|row| row.below.as_deref()) {
        let room = paint.width.map_or(usize::MAX, |width| width.saturating_sub(6));
        text.push_str(&format!("      {}\n", cut(below, room)));
    }
}

/// Cuts a text to so many columns, with `…` where something is left out.
pub(super) fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut used = 0;
    let mut kept = String::new();
    for c in text.chars() {
        used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if used >= columns {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}
