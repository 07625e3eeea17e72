//! The way to a value in a record, by keys and positions.

use std::fmt;

/// A step on the way to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into a key.
    Key(&'static str),
    /// To an item of a list, from 0.
    Item(usize),
}

/// The way to a value, from the root.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Steps(pub Vec<Step>);

impl Steps {
    /// A key of the record itself.
    pub fn root(key: &'static str) -> Self {
        Self(vec![Step::Key(key)])
    }

    /// A key of the response.
    pub fn response(key: &'static str) -> Self {
        Self(vec![Step::Key("response"), Step::Key(key)])
    }

    /// An item of the report, from 0.
    pub fn item(index: usize) -> Self {
        Self(vec![Step::Key("recommendation"), Step::Item(index)])
    }

    /// An update of an item, both from 0.
    pub fn update(item: usize, index: usize) -> Self {
        Self::item(item).key("update").at(index)
    }

    /// Goes on into a key.
    #[must_use]
    pub fn key(mut self, key: &'static str) -> Self {
        self.0.push(Step::Key(key));
        self
    }

    /// Goes on to an item of a list, from 0.
    #[must_use]
    pub fn at(mut self, index: usize) -> Self {
        self.0.push(Step::Item(index));
        self
    }
}

/// As a key is written in commands: `recommendation[#2].update[#1].date`.
impl fmt::Display for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if index == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Item(item) => write!(f, "[#{}]", item + 1)?,
            }
        }
        Ok(())
    }
}
