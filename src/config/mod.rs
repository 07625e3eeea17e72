//! The office's settings: `track.toml`.

mod office;
mod settings;
mod written;

pub use office::{EarlierName, Office};
pub use settings::{Documents, Settings, read_settings};
