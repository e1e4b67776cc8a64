//! What passes between a screen and the world: keys, actions, effects, questions, answers. All plain data.
//!
//! A screen is given an [`action::Action`] and returns [`effect::Effect`]s; it never calls another screen,
//! the file, the clock or the terminal, and everything it says can be compared in a test.

pub mod action;
pub mod answer;
pub mod command;
pub mod context;
pub mod effect;
pub mod key;
pub mod keys;
