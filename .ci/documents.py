"""Opens the documents of our own records and of hard ones in the programs that offices use; run by `.ci/documents`.

Every document is rendered in every layout as DOCX, ODT, HTML and Markdown. What LibreOffice, pandoc, python-docx and odfpy
read must be the words of the plain text, once and in order; headings, rows of headings, language and title must be what they
are in Markdown and in the record, and files must be what the schemas of their formats say. A difference ends it with 1.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
from docx.oxml.ns import qn
from odf import opendocument, table as odf_table, teletype, text as odf_text

TRACK, GROUND = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
OWN = Path(__file__).resolve().parent.parent
OFFICES = {"own": OWN, "hard": OWN / "tests/fixtures/documents"}
LAYOUTS = ["statutory", "cumbria", "letter"]
# Plain text says nothing of the headings of columns.
HEADS = {"Graded judgments:": "Question Grade", "Copies of this response:": "To Date"}
DRAFT = "DRAFT – not for publication"
TITLE = "(Response to|Statement on) “"

failures = []
verdicts = 0


def expect(what, is_so, said=""):
    global verdicts
    verdicts += 1
    if not is_so:
        failures.append(f"{what}\n{said}")


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))[:300]} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def words(text):
    """The words of a text without what formats write in their own ways: marks of lists, colons behind labels."""
    stripped = (word.rstrip(":") for word in text.split())
    return [word for word in stripped if word and word not in ("•", "◦", "▪", "·", "–", "-")]


class Rendered:
    """A document, with what plain text and Markdown say of it."""

    def __init__(self, office, layout, record):
        self.folder = GROUND / office / layout
        self.id = record.stem
        self.name = f"{office} {layout} {self.id}"
        self.record = tomllib.loads(record.read_text())
        self.markdown = (self.folder / f"{self.id}.md").read_text()
        text = (self.folder / f"{self.id}.txt").read_text()
        self.is_draft = text.startswith("-----")
        text = "\n".join(line for line in text.splitlines() if set(line) != {"-"})
        if self.record.get("url"):
            text = text.replace(f" ({self.record['url'].strip()})", "")
        self.words_without_heads = words(text)
        self.words = words("\n".join(f"{line}\n{HEADS.get(line, '')}" for line in text.splitlines()))
        self.levels = [len(marks) for marks in re.findall(r"^(#+) ", self.markdown, re.M)]
        self.tables = len(re.findall(r"^\| ---", self.markdown, re.M))

    def file(self, ending):
        return self.folder / f"{self.id}.{ending}"

    def expect_words(self, by, text, loses_heads=False):
        read = words(text)
        if loses_heads and read == self.words_without_heads:
            return
        at = next((at for at, pair in enumerate(zip(read, self.words)) if pair[0] != pair[1]), None)
        if at is None:
            at = min(len(read), len(self.words))
        said = f"  read:     {read[at - 5:at + 10]}\n  expected: {self.words[at - 5:at + 10]}"
        expect(f"{self.name}: {by} reads other words", read == self.words, said)

    def expect_equal(self, what, read, expected):
        expect(f"{self.name}: {what}", read == expected, f"  read:     {read}\n  expected: {expected}")

    @property
    def is_welsh(self):
        return self.record.get("language") == "cy"


def render():
    """Every record in every layout and format."""
    rendered = []
    for office, root in OFFICES.items():
        for layout in LAYOUTS:
            for form in ["txt", "md", "html", "docx", "odt"]:
                (GROUND / office).mkdir(exist_ok=True)
                run(TRACK, "--repo", root, "render", "--all", "--today", "2026-11-24", "--layout", layout,
                    "--format", form, "--output", f"{GROUND / office / layout}/")
            records = sorted(root.glob("records/**/*.toml"))
            rendered += [Rendered(office, layout, record) for record in records]
    return rendered


def by_python_docx(document):
    opened = docx.Document(str(document.file("docx")))
    paragraphs = [docx.text.paragraph.Paragraph(element, opened) for element in opened.element.body.iter(qn("w:p"))]
    document.expect_words("python-docx", "\n".join(paragraph.text for paragraph in paragraphs))
    names = [paragraph.style.name for paragraph in paragraphs]
    # The style of an annex is one of headings of level 2.
    names = ["Heading 2" if name == "Annex" else name for name in names]
    levels = [int(name[-1]) for name in names if name.startswith("Heading ")]
    document.expect_equal("levels of headings in DOCX", levels, document.levels)
    heads = [table for table in opened.tables if table.rows[0]._tr.xpath("w:trPr/w:tblHeader")]
    document.expect_equal("tables with a row of headings in DOCX", len(heads), document.tables)
    rows = [row for table in opened.tables for row in table.rows if len("".join(cell.text for cell in row.cells)) < 300]
    may_break = [row.cells[0].text for row in rows if not row._tr.xpath("w:trPr/w:cantSplit")]
    document.expect_equal("short rows that may break", may_break, [])
    properties = opened.core_properties
    document.expect_equal("language of the DOCX", properties.language, "en-GB")
    expect(f"{document.name}: no title in DOCX", re.search(TITLE, properties.title), properties.title)
    welsh = bool(opened.element.body.xpath(".//w:lang[@w:val='cy-GB']"))
    document.expect_equal("words in Welsh in DOCX", welsh, document.is_welsh)
    header = opened.sections[0].header
    said = "" if header.is_linked_to_previous else "".join(each.text for each in header.paragraphs)
    document.expect_equal("the header in DOCX", said, DRAFT if document.is_draft else "")


def by_odfpy(document):
    opened = opendocument.load(str(document.file("odt")))
    texts, levels, heads, welsh = [], [], 0, False

    def walk(node):
        nonlocal heads, welsh
        kind = getattr(node, "qname", None)
        heads += kind == odf_table.TableHeaderRows().qname
        welsh |= kind == odf_text.Span().qname and node.getAttribute("stylename") == "Welsh"
        if kind == odf_text.H(outlinelevel=1).qname:
            levels.append(int(node.getAttribute("outlinelevel")))
        if kind in (odf_text.P().qname, odf_text.H(outlinelevel=1).qname):
            texts.append(teletype.extractText(node))
        for child in node.childNodes:
            walk(child)

    walk(opened.text)
    document.expect_words("odfpy", "\n".join(texts))
    document.expect_equal("levels of headings in ODT", levels, document.levels)
    document.expect_equal("tables with a row of headings in ODT", heads, document.tables)
    document.expect_equal("words in Welsh in ODT", welsh, document.is_welsh)


def by_pandoc(document):
    for form, ending in [("docx", "docx"), ("odt", "odt"), ("html", "html"), ("gfm", "md"), ("markdown-smart", "md")]:
        read = json.loads(run("pandoc", "--from", form, "--to", "json", document.file(ending)))
        parts, levels = [], []

        def walk(node):
            if isinstance(node, dict):
                kind, inner = node.get("t"), node.get("c")
                if kind == "Str":
                    parts.append(inner)
                elif kind == "Header":
                    levels.append(inner[0])
                if kind in ("Space", "SoftBreak", "LineBreak", "Para", "Plain", "Header"):
                    parts.append(" ")
                elif kind == "DefinitionList":
                    for label, said in inner:
                        parts.append(" ")
                        walk(label)
                        parts.append(" ")
                        walk(said)
                    return
                if kind in ("Link", "Span", "Header", "Div"):
                    inner = inner[1:]
                    inner = inner[:1] if kind == "Link" else inner
                # pandoc may keep quotation marks as a part of their own.
                if kind == "Quoted":
                    marks = "“”" if inner[0]["t"] == "DoubleQuote" else "‘’"
                    parts.append(marks[0])
                    walk(inner[1])
                    parts.append(marks[1])
                    return
                for child in inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else []:
                    walk(child)
            elif isinstance(node, list):
                for child in node:
                    walk(child)

        walk(read["blocks"])
        # Versions of pandoc before 3 pass over the row of headings in ODT.
        document.expect_words(f"pandoc ({form})", "".join(parts), loses_heads=form == "odt")
        document.expect_equal(f"levels of headings for pandoc ({form})", levels, document.levels)


def by_schema():
    """Word calls a file broken where an element stands out of its order; LibreOffice and the libraries do not mind."""
    # Word makes do without a theme: our styles name their fonts.
    allowed = "A required relationship type 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme' is missing."
    for office in OFFICES:
        done = subprocess.run([Path(sys.executable).with_name("openxml-audit"), "--recursive", "--output", "json",
                               "--max-errors", "0", GROUND / office], capture_output=True, text=True, timeout=600)
        for audit in json.loads(done.stdout):
            faults = [f"{each['part_uri']} {each['path']}: {each['description']}" for each in audit["errors"]
                      if each["severity"] == "error" and each["description"] != allowed]
            expect(f"{audit['file']}: not as its schema says", not faults, "\n".join(faults[:5]))


def by_libreoffice(documents):
    """One run for each target: to begin takes LibreOffice longer than to convert."""
    there, out = GROUND / "files", GROUND / "by-libreoffice"
    there.mkdir()
    made = {}
    for document in documents:
        for form in ["docx", "odt", "html"]:
            name = f"{document.name} {form}".replace(" ", "-")
            shutil.copy(document.file(form), there / f"{name}.{form}")
            made[name] = document, form
    profile = (GROUND / "profile").as_uri()
    web = sorted(there.glob("*.html"))
    others = [path for path in sorted(there.iterdir()) if path not in web]
    for to in ["txt:Text (encoded):UTF8", "pdf", "fodt"]:
        for files, reader in [(others, []), (web, ["--infilter=HTML (StarWriter)"])]:
            run("soffice", f"-env:UserInstallation={profile}", "--headless", *reader, "--convert-to", to, "--outdir", out,
                *files)
    for name, (document, form) in made.items():
        document.expect_words(f"LibreOffice ({form})", (out / f"{name}.txt").read_text(encoding="utf-8-sig"))
        looks(document, form, (out / f"{name}.fodt").read_text())
        on_paper(document, form, out / f"{name}.pdf")


def looks(document, form, flat):
    """What LibreOffice takes for headings and for rows that stand on every page."""
    flat = flat[flat.index("<office:body"):]
    levels = [int(level) for level in re.findall(r'<text:h [^>]*text:outline-level="(\d)"', flat)]
    document.expect_equal(f"levels of headings for LibreOffice ({form})", levels, document.levels)
    heads = flat.count("<table:table-header-rows")
    document.expect_equal(f"rows of headings for LibreOffice ({form})", heads, document.tables)


def on_paper(document, form, pdf):
    """Nothing is cut off; in the files of word processors each page has its number, and that of a draft says so."""
    info = run("pdfinfo", pdf)
    count = int(re.search(r"Pages: +(\d+)", info).group(1))
    expect(f"{document.name} ({form}): the page is not A4", "(A4)" in info, info)
    expect(f"{document.name} ({form}): the PDF has no title", re.search(f"Title: .*{TITLE}", info), info)
    text = run("pdftotext", "-layout", pdf, "-")
    # Words that may be broken in two are left out.
    short = [Counter(re.findall(r"\b[A-Za-z0-9]{1,12}\b", text)) for text in (" ".join(document.words), text)]
    lost = short[0] - short[1]
    expect(f"{document.name} ({form}): cut off on the page: {list(lost)[:10]}", not lost)
    if form == "html":
        return  # what stands on every page is up to the browser
    each = text.split("\f")[:count]
    for number, page in enumerate(each, 1):
        expect(f"{document.name} ({form}): page {number} has no number", f"Page {number} of {count}" in page, page)
        says = DRAFT in page
        expect(f"{document.name} ({form}): page {number} {'says' if says else 'does not say'} that it is a draft",
               says == document.is_draft, page)


def main():
    documents = render()
    by_schema()
    with ThreadPoolExecutor(2) as pool:
        office = pool.submit(by_libreoffice, documents)
        for document in documents:
            by_python_docx(document)
            by_odfpy(document)
            by_pandoc(document)
        office.result()
    for failure in failures[:40]:
        print(failure, file=sys.stderr)
    if failures or verdicts < len(documents) * 20:
        sys.exit(f"{len(failures)} of {verdicts} verdicts on {len(documents)} documents are wrong")
    print(f"{len(documents)} documents in four formats are read as they are written: {verdicts} verdicts")


main()
