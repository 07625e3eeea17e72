//! How each thing of the field takes the values of its keys.

mod inspection;
mod recommendation;
mod response;
