//! The office's settings: `track.toml`.

mod fault;
mod levels;
mod office;
mod settings;
mod written;

pub use levels::{LEVELS, Level, Levels};
pub use office::{EarlierName, Office};
pub use settings::{Documents, Settings, read_settings};
