//! The call page: a whole call is taken here, in any order, and nothing stops it.
//!
//! A detail is text as typed beside its reading, saved while it is typed. Until a third party's consent is
//! recorded, what is typed of the family is scratch: it lives in this state only, and no intention with it is
//! returned. What may be kept of whom is asked of `gate`; the order of the fields of `form`.

mod alike;
mod aside;
mod ask;
mod begin;
mod dropped;
mod finish;
mod form;
mod found;
mod gate;
mod kept;
mod notes;
mod others;
mod reading;
mod same_call;
mod say;
mod schools;
mod sides;
mod two_months;
mod unsafe_number;
mod view;

pub use begin::Office;
pub(super) use say::short_say;

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::changes::Changes;
use super::{Look, Screen};
use crate::domain::call::CallerKind;
use crate::domain::consent::{ConsentAnswer, ConsentStanding};
use crate::domain::detail::Detail;
use crate::domain::reference::Reference;
use crate::domain::service::Service;
use crate::domain::text::Private;
use crate::domain::working_days::WorkingDays;
use crate::protocol::action::{Action, Edit};
use crate::protocol::answer::Answer;
use crate::protocol::command::{Intention, Question};
use crate::protocol::context::Context;
use crate::protocol::effect::Effect;
use crate::protocol::keys::{self, Spot};
use crate::store::calls::{CallWrite, SaidOf};
use crate::store::search::Found;
use crate::widgets::field::Line;
use crate::widgets::notes::Notes;
use form::{Entry, Focus};

/// A pause this long saves what was typed, milliseconds.
const PAUSE: i64 = 400;
/// What was typed is saved after this at the latest, milliseconds.
const LATEST: i64 = 2000;
/// Scratch is wiped after this long without a key, milliseconds.
const SCRATCH_KEPT: i64 = 15 * 60 * 1000;

/// The answer to the consent question while it is being given.
#[derive(Clone, Default)]
struct Told {
    who: Line,
    when: Line,
    how: Line,
    limits: Line,
    /// Limits as they stand in the file.
    limits_kept: String,
    /// It was recorded, and no letter was typed since.
    is_last: bool,
}

/// A call on the line.
#[derive(Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is a thing that happened in this call, or did not")]
pub struct State {
    /// Its row.
    pub id: i64,
    /// `C-2216`, once the file has given it.
    pub reference: Option<Reference>,
    started: i64,
    last_key: i64,
    kind: Option<CallerKind>,
    /// The caller's row and their place among the callers of this call.
    caller: Option<(i64, i64)>,
    /// The case: made in this call, or the one it is about.
    case: Option<i64>,
    /// The case was open before this call.
    case_was_open: bool,
    consent: ConsentStanding,
    /// The day the family withdrew from the case this call is about.
    withdrawn: Option<chrono::NaiveDate>,
    enquiry: Option<(i64, Option<Reference>)>,
    answer: Option<ConsentAnswer>,
    told: Told,
    /// A young person of compulsory school age, alone.
    child_alone: bool,
    /// A parent whose child is over compulsory school age.
    for_adult: bool,
    entries: BTreeMap<Detail, Entry>,
    changes: Changes<Detail>,
    /// The caller's name came from Find, and was not typed here.
    brought: bool,
    made_room: gate::MadeRoom,
    notes: Notes,
    begun: Vec<i64>,
    notes_kept: String,
    notes_left: notes::Left,
    /// Notes on their way to the file, with the key of the write.
    notes_sent: Option<(i64, String)>,
    notes_typed: Option<(i64, i64)>,
    focus: Focus,
    /// The field F4 returns to.
    before_notes: Focus,
    /// The chosen row of the list under a field; none while typing.
    row: Option<usize>,
    /// It was left and come back to, and no key but letters was pressed since: it is said whose call it is.
    was_left: bool,
    /// The last key was a letter that answered and went on: an Enter after it has nothing to do.
    jumped: bool,
    /// That letter, as long as what may be the rest of its word is typed.
    letter: Option<gate::spelt::Letter>,
    said: BTreeMap<String, i64>,
    say_list: Option<usize>,
    finish: Option<finish::Finish>,
    promise: finish::Promise,
    seen: Vec<Found>,
    schools: Vec<Private>,
    alike: alike::Alike,
    days: std::rc::Rc<WorkingDays>,
    service: std::rc::Rc<Service>,
    remark: Option<String>,
    /// What was said of the numbers of the case this call is about.
    numbers: Vec<SaidOf>,
    clip: Option<(String, bool)>,
    /// Who else is in the case.
    others: Vec<String>,
    sides: sides::Sides,
    /// The key of a consent of the case, written at this desk while the call was open, and whether it takes it away.
    consent_sent: Option<(i64, bool)>,
    /// One that takes it away is in the file, and the call is read again.
    consent_written: bool,
    joining: Option<found::Joining>,
    known: Option<found::Known>,
    made: same_call::Made,
    /// The call is about its case because the caller quoted the number of it.
    quoted: bool,
    aside: aside::Aside,
}

/// Nothing that was typed: of a call only its key may be repeated.
impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Call({})", self.id)
    }
}

impl State {
    /// Who is ringing, as far as it is known.
    pub fn kind(&self) -> Option<CallerKind> {
        self.kind
    }

    /// The open case this call is about.
    pub fn about(&self) -> Option<i64> {
        self.case.filter(|_| self.case_was_open)
    }

    /// There is a case, open before or made in this call: another desk may change it.
    pub fn has_a_case(&self) -> bool {
        self.case.is_some()
    }

    /// There is no consent, or none of this caller: Find looks at enquiries only, so that it cannot tell that a
    /// family is known. A child alone and the parent of somebody who decides are told no more than a third party.
    pub fn enquiries_only(&self) -> bool {
        !self.consent.in_force()
    }

    /// A third party who has not said yes, or a child alone, is on the line: whatever page is in front, no family is told of.
    pub fn waits_for_consent(&self) -> bool {
        self.asks_for_consent() || self.child_alone && !self.consent.in_force()
    }

    /// Minutes on the line.
    pub fn minutes(&self, context: &Context) -> usize {
        usize::try_from((context.now - self.started) / 60_000).unwrap_or(0)
    }

    /// `6 min `, or nothing for a call of another day that was taken up again.
    pub fn length(&self, context: &Context) -> String {
        let of_today = context.local_of(self.started).date() == context.today();
        if of_today { format!("{} min ", self.minutes(context)) } else { String::new() }
    }

    fn entry(&self, detail: Detail) -> &str {
        self.entries.get(&detail).map_or("", |entry| entry.line.text())
    }

    fn read(&self, detail: Detail) -> &str {
        self.entries.get(&detail).map_or("", |entry| entry.reading.as_str())
    }

    fn act_on_page(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        match action {
            Action::Notes => return self.swap_notes(context),
            Action::NextBox => return self.next_box(context),
            Action::Said => return self.say_next(context),
            Action::SayList => {
                self.say_list = Some(0);
                return Vec::new();
            }
            Action::GoTo(detail) => return self.go_to(Focus::Field(*detail), context),
            Action::GoToConsent => return self.go_to_consent(context),
            Action::UseFound => return self.use_found(),
            Action::UseFromNotes => return self.use_from_notes(context),
            Action::NextStep => return self.open_finish(context),
            _ => {}
        }
        match self.focus {
            Focus::Notes => self.act_in_notes(action, context),
            Focus::Question => self.act_on_question(action, context),
            Focus::Part(part) => self.act_in_part(part, action, context),
            Focus::Ask(row) => self.act_on_ask(row, action, context),
            Focus::Field(detail) => self.act_in_field(detail, action, context),
        }
    }

    fn doing(write: CallWrite) -> Effect {
        Effect::Do(Intention::Call(write))
    }
}

impl Screen for State {
    fn spot(&self) -> Spot {
        match (&self.finish, self.say_list, self.focus) {
            (Some(finish), ..) => finish.spot(),
            (_, Some(_), _) => Spot::SayList,
            (_, _, Focus::Notes) => Spot::Notes,
            (_, _, Focus::Question) => Spot::ConsentQuestion,
            _ => Spot::Call,
        }
    }

    fn typing(&self) -> bool {
        match &self.finish {
            Some(finish) => finish.typing() || self.promise.typing,
            None => self.say_list.is_none() && !matches!(self.focus, Focus::Question | Focus::Ask(_)),
        }
    }

    fn full(&self) -> Option<String> {
        self.more_than_fits()
    }

    fn has_window(&self) -> bool {
        self.finish.is_some() || self.say_list.is_some()
    }

    fn next_step(&self) -> String {
        match &self.finish {
            Some(finish) => finish.next_step().to_owned(),
            None => "Finish".to_owned(),
        }
    }

    fn title(&self, look: &Look<'_>) -> String {
        let number = self.number_and_others(&look.context.staff);
        let begun = look.context.local_of(self.started);
        let length = self.length(look.context);
        let started = if length.is_empty() {
            format!("{} {}", crate::domain::typed_day::short_day(begun.date()), begun.format("%H:%M"))
        } else {
            format!("{}  {}", begun.format("%H:%M"), length.trim_end())
        };
        if look.width < 80 {
            return format!("CALL {number}  {}", length.trim_end());
        }
        let about = match &self.enquiry {
            Some((_, Some(reference))) => format!("  about {reference}"),
            _ => String::new(),
        };
        // Beside a reference, when it began goes first where there is not room for both.
        if !about.is_empty() && look.width < 110 && !length.is_empty() {
            return format!("CALL {number}  {}{about}", length.trim_end());
        }
        format!("CALL {number}  started {started}{about}")
    }

    fn lines(&self, look: &Look<'_>) -> [String; 2] {
        self.say_and_hint(look)
    }

    fn act(&mut self, action: &Action, context: &Context) -> Vec<Effect> {
        self.last_key = context.now;
        self.remark = None;
        self.was_left &= matches!(action, Action::Edit(_));
        self.told.is_last &=
            !matches!(action, Action::Edit(edit) if !matches!(edit, Edit::Undo | Edit::Redo));
        if self.finish.is_some() {
            return self.act_in_finish(action, context);
        }
        if self.say_list.is_some() {
            return self.act_in_say_list(action, context);
        }
        self.act_and_mark(action, context)
    }

    fn hear(&mut self, answer: &Answer, context: &Context) -> Vec<Effect> {
        self.hear_kept(answer);
        let joining = self.hear_joining(answer, context);
        if !joining.is_empty() {
            return joining;
        }
        match answer {
            Answer::Call(page) if page.id == self.id && self.joining.is_some() => {
                return self.joined(page, context);
            }
            Answer::Call(page) if page.id == self.id => {
                self.reference = page.reference;
                if self.enquiry.as_ref().is_some_and(|(_, reference)| reference.is_none()) {
                    self.enquiry = page.enquiry;
                }
                if self.left_at_another_desk(page) {
                    return vec![self.follow_the_file(page, context)];
                }
                return self.refresh(page, context.now).into_iter().collect();
            }
            Answer::Saved { id, .. } if self.consent_sent.is_some_and(|(sent, _)| sent == *id) => {
                self.consent_written = self.consent_sent.take().is_some_and(|(_, takes_away)| takes_away);
                return vec![Effect::Ask(Question::Call(self.id))];
            }
            // Its row is in the file now.
            Answer::Saved { .. } if self.reference.is_none() => {
                return vec![Effect::Ask(Question::Call(self.id))];
            }
            // What is refused may be so because the consent went at another desk.
            _ if self.reads_again(answer) => {
                return vec![Effect::Ask(Question::Call(self.id))];
            }
            Answer::TakenNumber { call, reference, next } if *call == self.id => {
                if let Some(finish) = &mut self.finish {
                    finish.number = *reference;
                    finish.next.clone_from(next);
                }
                return self.asks_whether_it_is_there(*reference);
            }
            Answer::SeenBefore { call, rows } if *call == self.id => self.hear_seen(rows),
            Answer::SaidAgainst { call, said: Some(said) } if *call == self.id => self.hear_unsafe(said),
            Answer::Schools { case, names } => self.hear_schools(*case, names),
            Answer::LookAlike { case, turn, other } => self.hear_alike(*case, *turn, other.as_deref()),
            _ => {}
        }
        Vec::new()
    }

    fn wants_tick(&self) -> Option<i64> {
        let fields = self.saved_in_a_pause().map(|(_, at)| at);
        let notes = self.notes_typed.map(|(first, last)| (last + PAUSE).min(first + LATEST));
        fields.chain(notes.filter(|_| self.may_keep_family())).min()
    }

    fn tick(&mut self, context: &Context) -> Vec<Effect> {
        let due = self.saved_in_a_pause().filter(|(_, at)| *at <= context.now).map(|(detail, _)| detail);
        let due: Vec<Detail> = due.collect();
        let mut effects: Vec<Effect> =
            due.into_iter().flat_map(|detail| self.save(detail, context)).collect();
        if self.notes_typed.is_some_and(|(first, last)| (last + PAUSE).min(first + LATEST) <= context.now) {
            effects.extend(self.save_notes(context));
        }
        if context.now - self.last_key >= SCRATCH_KEPT && self.wipe_scratch() {
            effects.push(Effect::Notice("15 minutes without a key: scratch is gone.".to_owned()));
        }
        effects
    }

    fn view(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, look, area, buf)
    }
}

impl State {
    fn hint_of_spot(&self) -> String {
        keys::hints(self.spot())
    }

    fn private(&self, detail: Detail) -> Private {
        self.entry(detail).into()
    }
}
