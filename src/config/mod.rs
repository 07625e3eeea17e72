//! The office's settings: `track.toml`.

mod fault;
mod levels;
mod office;
mod setting;
mod settings;
mod table;
mod walk;
mod written;

pub use levels::{LEVELS, Level, Levels};
pub use office::{EarlierName, Office};
pub use setting::{Setting, SettingKind, SettingTable};
pub use settings::{Documents, Settings, read_settings};
pub use table::{DOCUMENTS, DUTY, EARLIER, OFFICE, SETTING_TABLES, TRACK_TOML};
