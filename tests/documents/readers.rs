//! Readers of the formats of documents, each by another hand than the writer.

/// Reads the words out of a document.
pub(crate) type Reader = fn(&[u8]) -> String;

/// The reader of a format. Every format has one.
pub(crate) fn reader_of(format: &str) -> Reader {
    match format {
        "txt" => plain,
        "md" => markdown,
        "docx" => |bytes| crate::office_readers::of_file(bytes, "docx").join("\n"),
        "odt" => |bytes| crate::office_readers::of_file(bytes, "odt").join("\n"),
        other => panic!("say here how the words of a .{other} are read"),
    }
}

fn plain(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).unwrap().to_owned()
}

/// Takes the marks off and the escapes out.
fn markdown(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut chars = plain(bytes).replace("**", "").chars().collect::<Vec<_>>().into_iter().peekable();
    while let Some(c) = chars.next() {
        let escapes =
            c == '\\' && chars.peek().is_some_and(|next| next.is_ascii_punctuation() || *next == '\n');
        out.push(if escapes { chars.next().unwrap() } else { c });
    }
    out
}
