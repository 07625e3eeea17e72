//! The JSON Schemas that a repository keeps for editors.

use std::ffi::OsStr;

use super::Repository;
use super::folder::Kind;
use super::read::Reader;

/// Where the schema of a record stands.
pub const RECORD_SCHEMA: &str = ".track/record.schema.json";
/// Where the schema of `track.toml` stands.
pub const SETTINGS_SCHEMA: &str = ".track/settings.schema.json";

impl Repository {
    /// The way to the schema of a record from the folder of a record, if the schema stands there.
    ///
    /// `path` is the record's from the root, with `/`.
    pub fn schema_beside(&self, path: &str) -> Option<String> {
        let folder = self.open_root().ok()?.inner(OsStr::new(".track")).ok()?;
        let is_there = matches!(folder.kind(OsStr::new("record.schema.json")), Ok(Kind::File));
        is_there.then(|| format!("{}{RECORD_SCHEMA}", "../".repeat(path.matches('/').count())))
    }

    /// What stands in a schema that the repository keeps; `None` where there is none that can be read.
    pub fn kept_schema(&self, path: &str) -> Option<Vec<u8>> {
        let (folder, name) = path.rsplit_once('/')?;
        let folder = self.open_root().ok()?.inner(OsStr::new(folder)).ok()?;
        Reader::default().read(&folder, OsStr::new(name)).map(<[u8]>::to_vec).ok()
    }
}
