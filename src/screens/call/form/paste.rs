//! A paste of several lines into a field of one line, while nothing of a family may be kept.
//!
//! A name that is copied out of a mail brings the line below it, which is as likely about the child. The first line is
//! what the field asks for; the others are Scratch, as a paste at the consent question is. With consent, and of a
//! family's own call, all of it goes into the field, as it is absent here.

use crate::domain::text::{clean_line, clean_lines};
use crate::protocol::context::Context;
use crate::screens::call::State;

/// What is said of the other lines.
const FIRST_LINE: &str = "~ The first line is in the field. The others are in Scratch, not saved.";
/// The same where Scratch has no room for all of them.
const FULL: &str = "~ The first line is in the field. Scratch is full, and not all others fit.";

impl State {
    /// What of a paste goes into the field that has the keys.
    pub(super) fn pasted(&mut self, text: &str, context: &Context) -> String {
        // The cells of a table are lines of their own.
        let lines = clean_lines(&text.replace('\t', "\n"));
        let Some((first, others)) = lines.trim().split_once('\n').filter(|_| !self.may_keep_family()) else {
            return clean_line(text);
        };
        let all = self.hold_in_scratch(others.trim(), context);
        self.remark = Some(if all { FIRST_LINE } else { FULL }.to_owned());
        clean_line(first)
    }
}
