//! The document with every block, as each format writes it.

use std::fs;

use track::document::DOCUMENT_FORMATS;

use crate::sample::every_block;
use crate::support::own_root;

#[test]
fn every_block_in_every_format_that_is_text() {
    for format in DOCUMENT_FORMATS.into_iter().filter(|format| format.is_text) {
        let written = (format.write)(&every_block());
        let path = own_root().join(format!("tests/golden/document/every-block.{}", format.name));
        if std::env::var_os("ACCEPT").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &written).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            golden,
            "{}: to take it as right: ACCEPT=1 cargo test --test text_documents",
            path.display()
        );
    }
}
