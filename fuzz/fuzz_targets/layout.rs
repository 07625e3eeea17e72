//! Any bytes as a record to lay out: refused, or laid out once and for all with every comment, saying what it said.
#![no_main]

use libfuzzer_sys::fuzz_target;
use track::edit::{LayoutFault, lay_out, said};
use track::schema::tree::Tree;

const PATH: &str = "records/2020-03-example.toml";

fuzz_target!(|bytes: &[u8]| {
    match lay_out(PATH, bytes) {
        Ok(None) => {}
        Ok(Some(new)) => {
            assert_eq!(lay_out(PATH, new.as_bytes()), Ok(None), "a second time changes more");
            let old = std::str::from_utf8(bytes).expect("only text is laid out");
            let ((before, _), (after, _)) = (Tree::read(old), Tree::read(&new));
            assert_eq!(before.comments().len(), after.comments().len(), "a comment is lost");
            let keys = |tree, text| said(tree, text).into_keys().collect::<Vec<_>>();
            assert_eq!(keys(&before, old), keys(&after, &new));
        }
        Err(LayoutFault::Misread(findings)) => assert!(!findings.is_empty(), "refused without a reason"),
        Err(LayoutFault::SaysOther) => panic!("it would say something else"),
    }
});
