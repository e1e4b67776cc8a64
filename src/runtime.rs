//! What touches the machine: the clock.

pub mod clock;
