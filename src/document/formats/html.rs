//! HTML: one file that stands alone, without scripts and without anything from elsewhere.

mod head;
mod inline;
mod outline;

use super::DocumentFormat;
use crate::document::addresses::told;
use crate::document::block::{Block, Document, Line, Table};
use inline::{attribute, language_of, plain, words};
use outline::Outline;

/// `html`.
pub(super) static FORMAT: DocumentFormat = DocumentFormat {
    name: "html",
    also: &["htm"],
    summary: "a web page in one file",
    is_text: true,
    write: |document| write(document).into_bytes(),
};

/// Blocks without a page around them.
pub(in crate::document) fn fragment(blocks: &[Block]) -> String {
    let mut page = Page { told: told(blocks), ..Page::default() };
    page.blocks(blocks);
    page.out
}

/// A line without an element around it.
pub(in crate::document) fn line(line: &Line) -> String {
    words(line, None, &[])
}

/// Words as text or as the value of an attribute.
pub(in crate::document) fn escaped(text: &str) -> String {
    attribute(text)
}

fn write(document: &Document) -> String {
    let mut page = Page { told: told(&document.blocks), ..Page::default() };
    head::write(document, &mut page.out);
    // What stands above all else stays outside `main`: it is said of the page, not part of its text.
    let is_above = |block: &&Block| matches!(block, Block::Letterhead(_) | Block::Notice(_));
    let above = document.blocks.iter().take_while(is_above).count();
    let mut has_header = false;
    for block in &document.blocks[..above] {
        match block {
            Block::Letterhead(line) if !has_header && !line.is_empty() => {
                has_header = true;
                page.put("<header>\n");
                page.element("p", OFFICE, line);
                page.put("</header>\n");
            }
            other => page.block(other),
        }
    }
    page.put("<main>\n");
    page.blocks(&document.blocks[above..]);
    page.put("</main>\n</body>\n</html>\n");
    page.out
}

/// What marks the name of the office.
const OFFICE: &str = " class=\"office\"";

/// A page that is being written.
#[derive(Default)]
struct Page {
    out: String,
    /// The addresses that can be read in the text itself.
    told: Vec<String>,
    outline: Outline,
}

impl Page {
    fn put(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Writes the words of a line in an element, with its language where all of it has one.
    fn element(&mut self, name: &str, attributes: &str, line: &Line) {
        let language = language_of(line);
        let lang = language.map(|language| format!(" lang=\"{language}\"")).unwrap_or_default();
        let words = words(line, language, &self.told);
        self.put(&format!("<{name}{attributes}{lang}>{words}</{name}>\n"));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            // An empty element would only be announced.
            block if block.is_empty() => {}
            Block::Letterhead(line) => self.element("p", OFFICE, line),
            Block::Heading { level, text } => {
                let name = format!("h{}", self.outline.depth(*level));
                self.element(&name, "", text);
            }
            Block::Annex(line) => {
                let name = format!("h{}", self.outline.depth(2));
                self.element(&name, " class=\"annex\"", line);
            }
            Block::Paragraph(line) => self.element("p", "", line),
            Block::List(items) => {
                self.put("<ul>\n");
                items
                    .iter()
                    .filter(|item| !item.iter().all(Block::is_empty))
                    .for_each(|item| self.item(item));
                self.put("</ul>\n");
            }
            Block::Summary(rows) => self.summary(rows),
            Block::Table(table) => self.table(table),
            Block::Notice(inner) => {
                self.put("<section class=\"notice\" aria-label=\"Notice\">\n");
                self.blocks(inner);
                self.put("</section>\n");
            }
        }
    }

    /// An item: bare words where that is all, else its blocks.
    fn item(&mut self, blocks: &[Block]) {
        match blocks {
            [Block::Paragraph(line)] => self.element("li", "", line),
            blocks => {
                self.put("<li>\n");
                self.blocks(blocks);
                self.put("</li>\n");
            }
        }
    }

    fn summary(&mut self, rows: &[(String, Line)]) {
        self.put("<dl>\n");
        for (label, line) in rows {
            self.put(&format!("<div>\n<dt>{}</dt>\n", plain(label)));
            self.element("dd", "", line);
            self.put("</div>\n");
        }
        self.put("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        let caption = plain(&table.caption);
        // More columns than a narrow screen holds: the table is moved in a frame of its own, the page stays.
        let is_wide = table.head.len() > 3;
        if is_wide {
            let label = attribute(&table.caption);
            self.put(&format!("<div class=\"wide\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\">\n"));
        }
        self.put(&format!("<table>\n<caption>{caption}</caption>\n<thead>\n<tr>\n"));
        for head in &table.head {
            self.cell(Some("col"), &Line::from(head.as_str()));
        }
        self.put("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.put("<tr>\n");
            for (index, line) in row.iter().enumerate() {
                self.cell((index == 0).then_some("row"), line);
            }
            self.put("</tr>\n");
        }
        self.put("</tbody>\n</table>\n");
        if is_wide {
            self.put("</div>\n");
        }
    }

    /// A cell, with what it names; one that says nothing names nothing.
    fn cell(&mut self, names: Option<&str>, line: &Line) {
        match names.filter(|_| !line.is_empty()) {
            Some(scope) => self.element("th", &format!(" scope=\"{scope}\""), line),
            None => self.element("td", "", line),
        }
    }
}
