//! The last changes of fields, so that they can be taken back one by one, also when another field has the keys.
//!
//! It knows nothing of letters: those are taken back inside a field. A change is the text before a visit to a field
//! and after it. It lives in memory, forgets when the family's details are taken out of the file, and is never told
//! of scratch. What is taken back is typed again by the page, and saved as anything that is typed.

use std::collections::VecDeque;

use crate::domain::text::Private;

/// The most changes that are remembered.
pub const MOST: usize = 200;

/// A field was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<K> {
    /// Which.
    pub field: K,
    /// What stood there.
    pub before: Private,
    /// What stood there then.
    pub after: Private,
    /// When, UTC milliseconds.
    pub at: i64,
}

/// The changes of a page, the latest last, and those that were taken back.
#[derive(Debug, Clone)]
pub struct Changes<K> {
    back: VecDeque<Change<K>>,
    forth: Vec<Change<K>>,
}

impl<K> Default for Changes<K> {
    fn default() -> Self {
        Self { back: VecDeque::new(), forth: Vec::new() }
    }
}

impl<K: Copy> Changes<K> {
    /// A visit to a field is over. What is the same as before is no change.
    pub fn note(&mut self, field: K, before: &str, after: &str, at: i64) {
        if before == after {
            return;
        }
        self.forth.clear();
        self.back.push_back(Change { field, before: before.into(), after: after.into(), at });
        if self.back.len() > MOST {
            self.back.pop_front();
        }
    }

    /// The latest change, to be taken back. One whose field holds something else by now is passed over.
    pub fn undo(&mut self, now: impl Fn(K) -> String) -> Option<Change<K>> {
        while let Some(change) = self.back.pop_back() {
            if *change.after == now(change.field) {
                self.forth.push(change.clone());
                return Some(change);
            }
        }
        None
    }

    /// The change that was taken back last, to be made again.
    pub fn redo(&mut self, now: impl Fn(K) -> String) -> Option<Change<K>> {
        while let Some(change) = self.forth.pop() {
            if *change.before == now(change.field) {
                self.back.push_back(change.clone());
                return Some(change);
            }
        }
        None
    }

    /// Nothing is remembered any more.
    pub fn forget(&mut self) {
        self.back.clear();
        self.forth.clear();
    }
}
