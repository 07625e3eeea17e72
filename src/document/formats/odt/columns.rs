//! The styles of the tables of an ODT document: there a column, a row and a cell have their looks by name only.

use std::collections::BTreeSet;

use super::super::office::widths;
use super::super::xml::Xml;

/// The room between the margins, in hundredths of a centimetre, and how much of it labels take.
const WHOLE: usize = 1600;
const LABELS: usize = 550;

/// The widths of the columns that tables of a document have.
#[derive(Debug, Default)]
pub(super) struct Columns {
    widths: BTreeSet<usize>,
    tables: usize,
}

impl Columns {
    /// The widths of the columns of a summary.
    pub(super) fn of_summary() -> Vec<usize> {
        vec![LABELS, WHOLE - LABELS]
    }

    /// The widths of so many columns.
    pub(super) fn of_table(columns: usize) -> Vec<usize> {
        widths(columns, WHOLE)
    }

    /// The names of the styles of columns.
    pub(super) fn named(&mut self, widths: &[usize]) -> Vec<String> {
        self.widths.extend(widths);
        widths.iter().map(|width| format!("Column{width}")).collect()
    }

    /// A name that no other table has.
    pub(super) fn table_name(&mut self) -> String {
        self.tables += 1;
        format!("Table{}", self.tables)
    }

    /// Writes the styles.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("office:automatic-styles", &[], |xml| {
            for width in &self.widths {
                style(xml, &format!("Column{width}"), "table-column", |xml| {
                    let width = format!("{}.{:02}cm", width / 100, width % 100);
                    xml.empty("style:table-column-properties", &[("style:column-width", &width)]);
                });
            }
            if self.tables > 0 {
                fixed(xml);
            }
        });
    }
}

/// The styles that are the same in every document that has a table.
fn fixed(xml: &mut Xml) {
    for (name, may_break) in [("Table", "true"), ("WholeTable", "false")] {
        style(xml, name, "table", |xml| {
            let properties = [
                ("style:width", "16cm"),
                ("table:align", "left"),
                ("fo:margin-bottom", "0.2cm"),
                ("style:may-break-between-rows", may_break),
            ];
            xml.empty("style:table-properties", &properties);
        });
    }
    for (name, together) in [("Row", "auto"), ("WholeRow", "always")] {
        style(xml, name, "table-row", |xml| {
            xml.empty("style:table-row-properties", &[("fo:keep-together", together)]);
        });
    }
    let line = ("fo:border-bottom", "0.5pt solid #808080");
    let padding = [("fo:padding-left", "0.19cm"), ("fo:padding-right", "0.19cm")];
    let [left, right] = padding;
    for (name, properties) in [
        ("Bare", &[("fo:padding-left", "0cm"), right][..]),
        ("Lined", &[left, right, line]),
        (
            "Head",
            &[left, right, line, ("fo:border-top", "1pt solid #808080"), ("fo:background-color", "#ededed")],
        ),
    ] {
        style(xml, name, "table-cell", |xml| xml.empty("style:table-cell-properties", properties));
    }
}

fn style(xml: &mut Xml, name: &str, family: &str, inner: impl FnOnce(&mut Xml)) {
    xml.element("style:style", &[("style:name", name), ("style:family", family)], inner);
}
