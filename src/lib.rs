#![doc = include_str!("../docs/ARCHITECTURE.md")]

pub mod diagnostic;
pub mod model;
pub mod text;
