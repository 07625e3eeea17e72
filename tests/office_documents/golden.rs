//! The parts of a small document with every block.

use std::fs;
use std::path::Path;

use crate::archive::{parts, written};
use crate::sample::sample;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The parts one after the other, an element a line; of those that are always the same only the name.
fn told(bytes: &[u8], format: &str) -> String {
    let folder = root().join("src/document/formats").join(format);
    let fixed: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "xml"))
        .map(|path| fs::read_to_string(path).unwrap().replace("\r\n", "\n"))
        .collect();
    let mut out = String::new();
    for part in parts(bytes) {
        let stored = if part.is_stored { " (stored)" } else { "" };
        out.push_str(&format!("== {}{stored}\n", part.name));
        if !fixed.contains(&part.text) {
            out.push_str(part.text.replace("><", ">\n<").trim_end());
            out.push('\n');
        }
    }
    out
}

#[test]
fn the_parts_are_those_that_were_accepted() {
    for format in ["docx", "odt"] {
        let said = told(&written(&sample(true), format), format);
        let path = root().join(format!("tests/golden/document/parts.{format}.txt"));
        if std::env::var_os("ACCEPT").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &said).unwrap();
        }
        let accepted = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        assert_eq!(
            said, accepted,
            "{format}: to take it as right: ACCEPT=1 cargo test --test office_documents"
        );
    }
}
