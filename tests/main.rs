//! One test binary; each folder is a kind of test.

mod contract;
mod rules;
