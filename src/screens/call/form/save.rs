//! A field on its way to the file: sent if it is not there and may be, and before consent its reading alone.
//!
//! When a field is saved is absent: it is when it is left, or after a pause where that may be. What may be kept at all is asked of `gate`.

use super::super::{State, reading};
use crate::domain::callers_own;
use crate::domain::detail::Detail;
use crate::domain::text::Private;
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::store::calls::CallWrite;

impl State {
    /// Sends a field to the file if it is not there and may be.
    pub(in crate::screens::call) fn save(&mut self, detail: Detail, context: &Context) -> Vec<Effect> {
        let typed = self.may_be_kept(detail);
        let waits = self.joining.is_some() && !detail.is_the_callers();
        let unsaved = self.entries.get(&detail).is_some_and(|entry| !entry.is_on_its_way(&typed));
        if !unsaved || waits || detail == Detail::Who {
            if let Some(entry) = self.entries.get_mut(&detail) {
                entry.typed = None;
            }
            return Vec::new();
        }
        let read = reading::read(self, detail, &typed, context.today());
        if self.is_scratch(detail) {
            return self.save_general(detail, context);
        }
        let written = (detail, typed, Private::from(read.stored.clone()));
        let Some(entry) = self.entries.get_mut(&detail) else { return Vec::new() };
        entry.reading = read.stored;
        let known = entry.known();
        let visit = entry.sent();
        match (detail.is_the_callers(), self.caller, self.case) {
            (true, Some((caller, _)), case) => {
                let case = case.filter(|_| self.consent.in_force());
                vec![Self::doing(CallWrite::CallerDetail {
                    call: self.id,
                    caller,
                    case,
                    detail: written,
                    visit,
                })]
            }
            (false, _, Some(case)) => {
                vec![Self::doing(CallWrite::FamilyDetail {
                    call: Some(self.id),
                    case,
                    detail: written,
                    visit,
                    known,
                })]
            }
            _ => Vec::new(),
        }
    }

    /// What is plainly the caller's own is told by the whole text only, "Petra's class teacher" by its last letters: before
    /// consent such a field is not saved in a pause.
    pub(in crate::screens::call) fn is_saved_when_left(&self, detail: Detail) -> bool {
        detail.is_of_their_work() && !self.may_keep_family()
    }

    /// The fields that are saved in a pause, each with its moment.
    pub(in crate::screens::call) fn saved_in_a_pause(&self) -> impl Iterator<Item = (Detail, i64)> {
        let fields = self.entries.iter().filter(|(detail, _)| !self.is_saved_when_left(**detail));
        fields.filter_map(|(detail, entry)| Some((*detail, entry.due()?)))
    }

    /// What of the text of a field may be kept now: before consent what is plainly the caller's own.
    pub(in crate::screens::call) fn may_be_kept(&self, detail: Detail) -> Private {
        if self.is_saved_when_left(detail) {
            return callers_own::without_consent(detail, self.entry(detail)).into();
        }
        self.private(detail)
    }

    /// Before consent a kind of disagreement from the list and a known authority are kept, never words.
    fn save_general(&mut self, detail: Detail, context: &Context) -> Vec<Effect> {
        let Some(entry) = self.entries.get_mut(&detail) else { return Vec::new() };
        entry.typed = None;
        if !detail.is_general() || self.caller.is_none() {
            return Vec::new();
        }
        for general in [Detail::About, Detail::Area] {
            let typed = self.entry(general).to_owned();
            let stored = reading::read(self, general, &typed, context.today()).stored;
            if let Some(entry) = self.entries.get_mut(&general) {
                entry.reading = stored;
            }
        }
        let (subject, area) = (self.read(Detail::About).to_owned(), self.read(Detail::Area).to_owned());
        vec![Self::doing(CallWrite::General { call: self.id, subject, area })]
    }
}
