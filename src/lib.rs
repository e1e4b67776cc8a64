//! Mediation Line: the terminal program of a SEND mediation phone line.

pub mod domain;
pub mod store;
