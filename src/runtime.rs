//! What touches the machine: the clock, the terminal, the keyboard, signals, the worker with the file.
//!
//! The loop draws and waits; it never reads a file. Keys come from a thread of their own, because half a key
//! sequence must not stop the rest, and the file belongs to a worker, because a slow disk must not stop a key.

pub mod clock;
pub mod desk;
pub mod leaving;
pub mod private;
pub mod worker;

mod keyboard;
mod quiet;
mod stop;
mod terminal;
