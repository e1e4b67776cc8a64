//! Mediation Line: the terminal program of a SEND mediation phone line.

pub mod app;
pub mod cli;
pub mod domain;
pub mod protocol;
pub mod runtime;
pub mod screens;
pub mod store;
pub mod widgets;
