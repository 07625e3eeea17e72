#![doc = include_str!("../docs/ARCHITECTURE.md")]

pub mod config;
pub mod diagnostic;
pub mod duty;
pub mod model;
pub mod query;
pub mod text;
