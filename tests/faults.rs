//! What goes wrong outside: damaged and foreign files, words that must be gone, disks that fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod bytes;
mod going;
mod heard_later;
mod keys_of_names;
mod leaves_late;
mod leaving;
mod not_saved;
mod of_no_case;
mod opening;
mod other_desk;
mod privacy;
mod privacy_after;
mod terminal;
mod upgrade;
mod who_changes;
