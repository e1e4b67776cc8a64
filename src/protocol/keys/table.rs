//! The rows themselves, place by place: each file has the rows of one part of the program.
//!
//! The order within a place is the order of the hint line and of the help page.

mod call;
mod case;
mod everywhere;
mod pages;

use std::sync::LazyLock;

use super::super::action::{Action, Edit};
use super::super::key::Key;
use super::{Binding, Spot};
use crate::domain::detail::Detail;

pub(super) const fn row(
    spot: Spot,
    key: Key,
    action: Action,
    hint: &'static str,
    help: &'static str,
) -> Binding {
    Binding { spot, key, action, hint, help }
}

pub(super) const fn go(letter: char, detail: Detail, help: &'static str) -> Binding {
    row(Spot::Call, Key::alt(letter), Action::GoTo(detail), "", help)
}

pub(super) const fn edit(key: Key, edit: Edit, help: &'static str) -> Binding {
    row(Spot::Field, key, Action::Edit(edit), "", help)
}

/// The table.
pub static KEYS: LazyLock<Vec<Binding>> =
    LazyLock::new(|| [everywhere::KEYS, call::KEYS, case::KEYS, pages::KEYS].concat());
