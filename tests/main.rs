//! One test binary; each folder is a kind of test.

mod cli;
mod contract;
mod faults;
mod journeys;
mod rules;
mod tidy;
