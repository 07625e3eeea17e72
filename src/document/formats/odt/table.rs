//! The tables of an ODT document.

use super::super::keeping::Keeping;
use super::super::office::columns;
use super::super::xml::Xml;
use super::columns::Columns;
use super::lines::{paragraph, words};
use crate::document::block::{Line, Table};

/// The styles of the label of a fact, and of all else.
const LABEL: &str = "Table_20_Label";
const TEXT: &str = "Table_20_Contents";

/// Writes short facts as two columns without lines.
pub(super) fn summary(xml: &mut Xml, rows: &[(String, Line)], columns: &mut Columns) {
    let widths = Columns::of_summary();
    let keeping = Keeping::of(rows.iter().map(|(label, line)| [label.clone(), line.plain()]), &widths);
    open(xml, &widths, &keeping, columns, |xml| {
        for (at, (label, line)) in rows.iter().enumerate() {
            row(xml, keeping.row(at), |xml| {
                cell(xml, "Bare", LABEL, &label.as_str().into());
                cell(xml, "Bare", TEXT, line);
            });
        }
    });
}

/// Writes a table under its caption; its row of headings stands on every page.
pub(super) fn table(xml: &mut Xml, table: &Table, all: &mut Columns) {
    if !table.caption.trim().is_empty() {
        paragraph(xml, "Caption", |xml| words(xml, &table.caption.as_str().into()));
    }
    let count = columns(table);
    if count == 0 {
        return; // a caption of nothing
    }
    let widths = Columns::of_table(count);
    let keeping = Keeping::of(table.rows.iter().map(|row| row.iter().map(Line::plain)), &widths);
    open(xml, &widths, &keeping, all, |xml| {
        if !table.head.is_empty() {
            xml.element("table:table-header-rows", &[], |xml| {
                row(xml, true, |xml| {
                    for at in 0..count {
                        let head = table.head.get(at).map_or("", String::as_str);
                        cell(xml, "Head", "Table_20_Heading", &head.into());
                    }
                });
            });
        }
        for (at, cells) in table.rows.iter().enumerate() {
            row(xml, keeping.row(at), |xml| {
                for at in 0..count {
                    cell(xml, "Lined", TEXT, &cells.get(at).cloned().unwrap_or_default());
                }
            });
        }
    });
}

fn open(
    xml: &mut Xml,
    widths: &[usize],
    keeping: &Keeping,
    columns: &mut Columns,
    rows: impl FnOnce(&mut Xml),
) {
    let names = columns.named(widths);
    let name = columns.table_name();
    let style = if keeping.whole() { "WholeTable" } else { "Table" };
    xml.element("table:table", &[("table:name", name.as_str()), ("table:style-name", style)], |xml| {
        // The first column names the rows.
        let column =
            |xml: &mut Xml, name: &str| xml.empty("table:table-column", &[("table:style-name", name)]);
        if let Some((first, others)) = names.split_first() {
            xml.element("table:table-header-columns", &[], |xml| column(xml, first));
            for name in others {
                column(xml, name);
            }
        }
        rows(xml);
    });
}

fn row(xml: &mut Xml, stays_whole: bool, cells: impl FnOnce(&mut Xml)) {
    let style = if stays_whole { "WholeRow" } else { "Row" };
    xml.element("table:table-row", &[("table:style-name", style)], cells);
}

fn cell(xml: &mut Xml, style: &str, paragraphs: &str, line: &Line) {
    let attributes = [("table:style-name", style), ("office:value-type", "string")];
    xml.element("table:table-cell", &attributes, |xml| paragraph(xml, paragraphs, |xml| words(xml, line)));
}
