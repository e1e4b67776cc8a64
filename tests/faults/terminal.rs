//! Kill, hang-up, half keys, bursts, pastes and a disk that takes no more: the real program in a real terminal.

mod disk;
mod ending;
mod keys;
mod opening;
mod session;
mod wall;
