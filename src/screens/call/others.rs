//! Another desk is in the case that this call is about: it is named in the header, and what it wrote is shown here.
//!
//! A consent that another desk withdrew holds here at once: the page says NO, what the file brought of the family leaves
//! the screen, and what is typed is scratch, on this screen only. When it is given again what waited goes to the file
//! by itself, behind the notes that were locked meanwhile. Only a detail of the family that this desk has not touched is
//! refreshed: the file has what the field holds, and nobody is typing in it. What two desks type into one field is kept
//! twice by the file itself. A case that is still in its first call has one desk, so nobody is looked for there; if its
//! call is taken up at a second desk, each line of history names who wrote what stood in the field before. Of the
//! caller's own details the last stands.

use super::State;
use super::form::Entry;
use super::notes::Left;
use crate::domain::consent::ConsentAnswer;
use crate::domain::detail::Detail;
use crate::protocol::effect::Effect;
use crate::screens::case::other_desk;
use crate::store::calls::CallPage;

/// What is said when the consent of the case goes while its call is on the line.
const WITHDRAWN: &str = "Consent was withdrawn at another desk: from now on this is scratch.";

/// What is said when it is given again while whoever is on the line has said no.
const GIVEN_AGAIN: &str = "Consent was recorded at another desk. Here it was no: y on the question keeps it.";

impl State {
    /// The call as the file has it now.
    pub(super) fn refresh(&mut self, page: &CallPage, now: i64) -> Option<Effect> {
        if self.agreed_at_another_desk(page) || self.about().is_none() || page.case != self.case {
            return None;
        }
        self.others.clone_from(&page.others);
        let sides = super::sides::Sides::of(page);
        // Of the one re-read that follows it.
        let by_us = std::mem::take(&mut self.consent_written);
        let (was, is) = (self.consent.in_force(), page.consent.in_force());
        if is && !was && !by_us && self.said_no() {
            return Some(Effect::Notice(GIVEN_AGAIN.to_owned()));
        }
        if was != is || is {
            // Withdrawn, given again, or checked, here or at another desk: the page says what holds now.
            self.consent = page.consent;
            self.sides.objected = page.objected;
            self.withdrawn = page.withdrawn;
        }
        if is && !was {
            self.show_what_was_said(page);
        }
        if is && std::mem::replace(&mut self.notes_left, Left::Nothing) == Left::NotRead {
            self.show_locked_notes(page);
        }
        if was && !is {
            let seen = self.notes_kept.clone();
            self.notes_left = if seen.trim().is_empty() { Left::Nothing } else { Left::Seen(seen) };
            self.hide_what_is_kept();
            self.sides = sides;
            if by_us {
                // Whoever wrote it here knows: the page says NO.
                return None;
            }
            return Some(Effect::Notice(WITHDRAWN.to_owned()));
        }
        self.sides = sides;
        if is && !was {
            self.send_what_waited(now);
        }
        // Of a case that was withdrawn, or of a caller who may not know of it, nothing is shown.
        if !page.consent.in_force() || !self.may_keep_family() {
            return None;
        }
        for (detail, kept) in page.details.iter().filter(|(detail, _)| !detail.is_the_callers()) {
            let entry = self.entries.entry(*detail).or_default();
            if !entry.is_touched() && entry.kept != *kept.typed {
                *entry = Entry::kept(&kept.typed, &kept.reading);
            }
        }
        None
    }

    /// Whoever is on the line was asked, and has not said yes: what they were told is scratch stays scratch.
    fn said_no(&self) -> bool {
        matches!(self.answer, Some(ConsentAnswer::No | ConsentAnswer::NotSure)) && !self.is_the_family()
    }

    /// The consent is gone: what the file brought of the family, and still has or had, leaves the screen. What was typed
    /// and is not in the file stays as scratch, and so do this caller's own words and notes.
    fn hide_what_is_kept(&mut self) {
        let filled: Vec<Detail> = Detail::ALL.into_iter().filter(|detail| self.filled(*detail)).collect();
        self.entries.retain(|detail, entry| {
            let of_family = !detail.is_the_callers() && *detail != Detail::Who || filled.contains(detail);
            !of_family || entry.is_touched()
        });
        self.changes.forget();
        self.made_room.forget();
        self.seen.clear();
        self.numbers.clear();
        if let Some((_, from_scratch)) = &mut self.clip {
            *from_scratch = true;
        }
    }

    /// The consent is there again: what the caller had said of themselves, and was not shown here, is in their fields
    /// again, or in the history where something else was typed meanwhile.
    fn show_what_was_said(&mut self, page: &CallPage) {
        for (detail, kept) in page.details.iter().filter(|(detail, _)| detail.is_the_callers()) {
            let entry = self.entries.entry(*detail).or_default();
            if entry.line.is_empty() && entry.kept.is_empty() {
                *entry = Entry::kept(&kept.typed, &kept.reading);
            } else if entry.kept.is_empty() {
                entry.stood(&kept.typed);
            }
        }
    }

    /// The call was taken up again while it was locked: its earlier notes stand before what was typed since, which goes
    /// to the same row.
    fn show_locked_notes(&mut self, page: &CallPage) {
        let (since, earlier) = (self.notes.text(), page.notes.trim_end());
        let mut begun: Vec<i64> = page.begun.split(' ').filter_map(|at| at.parse().ok()).collect();
        begun.resize(earlier.lines().count(), page.started);
        if since.is_empty() {
            self.begun = begun;
            self.hold(earlier, page.started);
        } else {
            begun.append(&mut self.begun);
            self.begun = begun;
            self.hold(&format!("{earlier}\n{since}"), page.started);
        }
        self.notes_kept.clone_from(&page.notes.0);
    }

    /// What the file refused while there was no consent goes with the next save.
    fn send_what_waited(&mut self, now: i64) {
        for entry in self.entries.values_mut().filter(|entry| entry.is_unsaved()) {
            entry.key(now);
        }
        if self.noted() != self.notes_kept {
            self.notes_typed = Some((now, now));
        }
    }

    /// `C-2216 +Tom`.
    pub(super) fn number_and_others(&self, staff: &str) -> String {
        let mut number = self.reference.map(|r| r.to_string()).unwrap_or_default();
        for name in &self.others {
            number.extend([" +", other_desk(name, staff)]);
        }
        number
    }
}
