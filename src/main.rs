//! The program `mediation-line`.

fn main() {}
