//! What every engine and the store above it promise, and the wall inside the file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

mod bounds;
pub(crate) mod calendar;
mod engine;
pub(crate) mod failing;
pub(crate) mod lists;
pub(crate) mod office;
mod overtaken;
mod wall;
mod work;
