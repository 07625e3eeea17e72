//! Readers of the formats of documents, each by another hand than the writer.

/// Reads the words out of a document.
pub(crate) type Reader = fn(&[u8]) -> String;

/// The reader of a format. Every format has one.
pub(crate) fn reader_of(format: &str) -> Reader {
    match format {
        "txt" => plain,
        "md" => |bytes| crate::markdown::read(&plain(bytes), true).text,
        "html" => |bytes| crate::page::read(&plain(bytes)).texts.concat(),
        "docx" => |bytes| crate::office_readers::of_file(bytes, "docx").join("\n"),
        "odt" => |bytes| crate::office_readers::of_file(bytes, "odt").join("\n"),
        other => panic!("say here how the words of a .{other} are read"),
    }
}

fn plain(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).unwrap().to_owned()
}
