//! Drawing and typing. These know ratatui and keys, and nothing of mediation.

pub mod field;
pub mod frame;
pub mod list;
pub mod notes;
pub mod theme;
