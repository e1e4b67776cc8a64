//! Mediation Line: the terminal program of a SEND mediation phone line.

pub mod domain;
pub mod protocol;
pub mod screens;
pub mod store;
pub mod widgets;
