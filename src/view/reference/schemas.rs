//! The page of the JSON Schemas: how editors find them, and what they cannot say.

use super::Given;
use super::markup::{PRINTED, cell, code, table, words};
use crate::store::{RECORD_SCHEMA, SETTINGS_SCHEMA};
use crate::view::json::{Sees, UNSAID_OF_RECORDS, UNSAID_OF_SETTINGS, Unsaid};

pub(super) fn page(_: &Given<'_>) -> String {
    let files = [("a record", "record", RECORD_SCHEMA), ("`track.toml`", "settings", SETTINGS_SCHEMA)];
    let files = files.into_iter().map(|(of, what, path)| {
        let renew = format!("track schema {what} > {path}");
        vec![cell(of), code(path), code(&renew)]
    });
    let mut page = format!(
        "{PRINTED}# In an editor\n\nAn editor that knows a JSON Schema completes keys and words, says what each means, and \
         marks what is wrong while it is typed. Those of `track` are draft 7, and are read by taplo (which the extension \
         \"Even Better TOML\" runs) and by tombi. `track init` writes them, with settings for both; `track add` and `track \
         init` name them in the first line of a file, `#:schema WAY`, which is enough for both editors. `track check` notes \
         a schema that another version of `track` has printed.\n\n{}",
        table(&["Of", "Where it stands", "To renew it"], files)
    );
    page.push_str(
        "## What no schema can say\n\nOf every other fault of reading the reader and the schema say the same, which tests prove \
         value by value and file by file. The rules of `track check` that compare dates, weigh texts or look at other \
         records are beyond a schema altogether.\n\n",
    );
    for (title, list) in [("Of a record", UNSAID_OF_RECORDS), ("Of `track.toml`", UNSAID_OF_SETTINGS)] {
        let rows = list.iter().map(row);
        let header = ["Rule", "Where it says", "What a schema sees", "Why"];
        page.push_str(&format!("### {}\n\n{}", words(title), table(&header, rows)));
    }
    page
}

fn row(unsaid: &Unsaid) -> Vec<String> {
    let sees = match unsaid.sees {
        Sees::NoToml => "no TOML",
        Sees::Allowed => "what is allowed",
        Sees::NoText => "no text",
        Sees::Refused => "what it refuses, and the reader takes",
    };
    let says = if unsaid.says.is_empty() { String::new() } else { cell(&format!("\"{}\"", unsaid.says)) };
    vec![code(unsaid.rule.name), says, cell(sees), cell(unsaid.because)]
}
