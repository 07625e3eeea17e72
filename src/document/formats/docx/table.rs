//! The tables of a DOCX document.

use super::super::keeping::Keeping;
use super::super::office::{Standing, columns, widths};
use super::super::xml::Xml;
use super::lines::{Links, bold, paragraph, words};
use crate::document::block::{Line, Table};

/// The room between the margins, and how much of it a level of a list takes, in twentieths of a point.
const WHOLE: usize = 9070;
const INDENT: usize = 357;
/// The column of the labels.
const LABELS: usize = 3118;

/// The look of a table: its style, and what it says of its first row and column.
struct Look<'l> {
    style: &'l str,
    has_head: bool,
    widths: Vec<usize>,
    indent: usize,
}

/// Writes short facts as two columns without lines.
pub(super) fn summary(xml: &mut Xml, rows: &[(String, Line)], standing: Standing, links: &mut Links) {
    let (indent, whole) = room(standing);
    let widths = vec![LABELS, whole - LABELS];
    let keeping = Keeping::of(rows.iter().map(|(label, line)| [label.clone(), line.plain()]), &widths);
    open(xml, &Look { style: "Summary", has_head: false, widths, indent }, |xml, widths| {
        for (at, (label, line)) in rows.iter().enumerate() {
            let stays = keeping.with_next(at);
            row(xml, keeping.row(at), false, |xml| {
                cell(xml, widths[0], "TableLabel", stays, |xml| bold(xml, &label.as_str().into(), links));
                cell(xml, widths[1], "TableText", stays, |xml| words(xml, line, links));
            });
        }
    });
}

/// Writes a table under its caption; its row of headings stands on every page.
pub(super) fn table(xml: &mut Xml, table: &Table, standing: Standing, links: &mut Links) {
    if !table.caption.trim().is_empty() {
        paragraph(xml, "Caption", |xml| bold(xml, &table.caption.as_str().into(), links));
    }
    if columns(table) == 0 {
        return; // a caption of nothing
    }
    let (indent, whole) = room(standing);
    let has_head = !table.head.is_empty();
    let widths = widths(columns(table), whole);
    let keeping = Keeping::of(table.rows.iter().map(|row| row.iter().map(Line::plain)), &widths);
    let look = Look { style: "ResponseTable", has_head, widths, indent };
    open(xml, &look, |xml, widths| {
        if has_head {
            row(xml, true, true, |xml| {
                for (at, width) in widths.iter().enumerate() {
                    let head = table.head.get(at).map_or("", String::as_str);
                    cell(xml, *width, "TableHeading", false, |xml| bold(xml, &head.into(), links));
                }
            });
        }
        for (at, cells) in table.rows.iter().enumerate() {
            let stays = keeping.with_next(at);
            row(xml, keeping.row(at), false, |xml| {
                for (at, width) in widths.iter().enumerate() {
                    let line = cells.get(at).cloned().unwrap_or_default();
                    cell(xml, *width, "TableText", stays, |xml| words(xml, &line, links));
                }
            });
        }
    });
}

/// Where a table begins, and the room that it has.
fn room(standing: Standing) -> (usize, usize) {
    let indent = standing.depth.min(3) * INDENT;
    (indent, WHOLE - indent)
}

fn open(xml: &mut Xml, look: &Look<'_>, rows: impl FnOnce(&mut Xml, &[usize])) {
    let whole: usize = look.widths.iter().sum();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", look.style)]);
            xml.empty("w:tblW", &[("w:w", &whole.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblInd", &[("w:w", &look.indent.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let (value, first) = if look.has_head { ("04A0", "1") } else { ("0480", "0") };
            xml.empty(
                "w:tblLook",
                &[
                    ("w:val", value),
                    ("w:firstRow", first),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", "1"),
                    ("w:lastColumn", "0"),
                    ("w:noHBand", "0"),
                    ("w:noVBand", "1"),
                ],
            );
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in &look.widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(xml, &look.widths);
    });
}

fn row(xml: &mut Xml, stays_whole: bool, is_head: bool, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        if stays_whole {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if is_head {
                    xml.empty("w:tblHeader", &[]);
                }
            });
        }
        cells(xml);
    });
}

fn cell(xml: &mut Xml, width: usize, style: &str, stays: bool, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        });
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", style)]);
                if stays {
                    xml.empty("w:keepNext", &[]);
                }
            });
            inner(xml);
        });
    });
}
