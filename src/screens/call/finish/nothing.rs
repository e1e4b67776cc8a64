//! A call in which nothing was said, or which was begun by mistake.
//!
//! Who rang and rang off is counted; a call of which nothing at all was typed or chosen is no call, and leaves no line
//! in the lists. Scratch counts as typed: somebody was there, though nothing of it is kept.

use crate::domain::detail::Detail;
use crate::screens::call::State;
use crate::store::calls::CallWrite;

/// What is said of it.
pub(super) const NOT_KEPT: &str = "Nothing was typed: this call is in no list and in no count.";

impl State {
    /// Of a family's own call there is nothing but who is ringing. A field that was typed in and emptied counts as typed:
    /// its number may have been read out.
    pub(super) fn nothing_was_typed(&self) -> bool {
        self.is_the_family()
            && !self.case_was_open
            && self.enquiry.is_none()
            && self.notes.is_empty()
            && self.entries.keys().all(|detail| *detail == Detail::Who)
    }

    /// Nothing was typed or chosen, not even who is ringing. A name that came along from Find was typed there.
    pub(super) fn is_no_call(&self) -> bool {
        let brought = |detail: &Detail| *detail == Detail::Name && self.brought;
        self.kind.is_none()
            && self.case.is_none()
            && self.enquiry.is_none()
            && self.notes.is_empty()
            && self.said.is_empty()
            && self.entries.iter().all(|(detail, entry)| brought(detail) || entry.line.is_empty())
    }

    /// Nothing was typed or chosen, and nothing came along either.
    pub fn is_untouched(&self) -> bool {
        self.is_no_call() && !self.brought
    }

    /// How the file hears that the program ends while this call is open, or that this one was none.
    pub fn away(&self, on_purpose: bool) -> CallWrite {
        if self.is_no_call() {
            CallWrite::NotBegun { call: self.id }
        } else {
            CallWrite::Away { call: self.id, on_purpose }
        }
    }
}
