#![doc = include_str!("../docs/ARCHITECTURE.md")]

pub mod check;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod duty;
pub mod edit;
pub mod model;
pub mod query;
pub mod schema;
pub mod store;
pub mod text;
pub mod view;
