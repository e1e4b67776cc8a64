//! The facts of a case from which its rows follow.
//!
//! They are read from the file in the write that changes one of them. There are no names here.

use super::super::consent::ConsentStanding;
use super::super::field::Field;
use super::super::promise::Part;
use super::super::subject::Route;
use super::super::text::Private;
use super::super::typed_day::DayReading;
use super::super::willingness::{Answer, Missing, Needed, Objection, PartyKind, Side, Standing, light};
use super::{AfterFacts, SnoozeFacts, StepKind};
use chrono::NaiveDate;
use std::borrow::Cow;

/// Where a case stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseState {
    /// Still being taken down; it has no number.
    InCall,
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// The family's details have been removed; the shell is kept for counting.
    Erased,
}

impl CaseState {
    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::InCall => "in call",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Erased => "erased",
        }
    }

    /// Reads the word in the file; anything else is erased, the state in which nothing is shown.
    pub fn from_code(code: &str) -> Self {
        [Self::InCall, Self::Open, Self::Closed]
            .into_iter()
            .find(|s| s.code() == code)
            .unwrap_or(Self::Erased)
    }
}

/// A party, as far as the queue is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyFacts {
    /// Its row.
    pub id: i64,
    /// What the light asks of it.
    pub standing: Standing,
    /// The day of the latest answer.
    pub answered: Option<NaiveDate>,
    /// The day of the latest attempt.
    pub asked: Option<NaiveDate>,
    /// The day they were last spoken to about what else there is: of the latest attempt that was more than a
    /// message and came after their first answer, if they have answered.
    pub spoken: Option<NaiveDate>,
    /// When to chase next.
    pub chase: Option<NaiveDate>,
    /// How often it was chased without an answer.
    pub chases: i64,
}

/// Where a booking stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BookingState {
    /// Held, until a day.
    Held,
    /// Booked.
    Booked,
    /// Booked, and the light went out.
    InDoubt,
    /// The meeting was held.
    Met,
    /// It did not happen.
    DidNotHappen,
    /// Called off.
    CalledOff,
    /// A hold that lapsed or was given up.
    LetGo,
    /// Moved to another time.
    Moved,
}

impl BookingState {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Held,
        Self::Booked,
        Self::InDoubt,
        Self::Met,
        Self::DidNotHappen,
        Self::CalledOff,
        Self::LetGo,
        Self::Moved,
    ];

    /// The word in the file and on the screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Booked => "booked",
            Self::InDoubt => "in doubt",
            Self::Met => "met",
            Self::DidNotHappen => "did not happen",
            Self::CalledOff => "called off",
            Self::LetGo => "let go",
            Self::Moved => "moved",
        }
    }

    /// Reads the word in the file; anything else is let go, which takes no time from anybody.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|s| s.code() == code).unwrap_or(Self::LetGo)
    }

    /// Takes the mediator's time.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Held | Self::Booked | Self::InDoubt)
    }
}

/// A booking, as far as the queue is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingFacts {
    /// Its row.
    pub id: i64,
    /// Where it stands.
    pub state: BookingState,
    /// Its day.
    pub day: NaiveDate,
    /// Until when a hold stands.
    pub held_until: Option<NaiveDate>,
    /// "10:00-13:00 online, Ruth Adeyemi".
    pub words: String,
    /// The mediator, where they are away that day or work no more.
    pub away: Option<String>,
}

/// A promised step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepFacts {
    /// Its row.
    pub id: i64,
    /// What was promised.
    pub what: StepKind,
    /// For which day.
    pub due: NaiveDate,
    /// At what time of it.
    pub at: Part,
    /// To whom it was promised.
    pub party: Option<i64>,
    /// As it was typed.
    pub words: Private,
    /// Who promised it.
    pub who: String,
}

/// Everything the queue wants to know about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFacts {
    /// Its row.
    pub id: i64,
    /// The version of the row these facts were read at.
    pub rev: i64,
    /// Where it stands.
    pub state: CaseState,
    /// Its route.
    pub route: Route,
    /// Its consent.
    pub consent: ConsentStanding,
    /// The reading of the date on the decision letter.
    pub letter: DayReading,
    /// When the local authority was told that mediation is wanted.
    pub la_informed: Option<NaiveDate>,
    /// The last day anything was done.
    pub touched: NaiveDate,
    /// Its parties, dropped ones too.
    pub parties: Vec<PartyFacts>,
    /// Its bookings that still matter: held, booked, in doubt, and the latest that was met.
    pub bookings: Vec<BookingFacts>,
    /// Steps not done.
    pub steps: Vec<StepFacts>,
    /// Rows that were put off.
    pub snoozes: Vec<SnoozeFacts>,
    /// What comes after: outcomes, certificates, agreements, objections, closing.
    pub after: AfterFacts,
    /// Second values of fields, between which nobody has chosen.
    pub clashes: Vec<ClashFacts>,
}

/// A field that two desks gave two values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClashFacts {
    /// The row of the second value.
    pub id: i64,
    /// The field.
    pub field: Field,
    /// Whose value it is.
    pub staff: String,
    /// The day it was typed.
    pub day: NaiveDate,
}

impl CaseFacts {
    /// What a party is.
    pub fn kind_of(&self, party: i64) -> Option<PartyKind> {
        self.parties.iter().find(|p| p.id == party).map(|p| p.standing.kind)
    }

    /// The family that a meeting needs.
    pub fn family(&self) -> Option<&PartyFacts> {
        self.parties.iter().find(|p| p.standing.side == Side::Family && p.standing.needed == Needed::Needed)
    }

    /// It is the case of a young person, who decides: no parent is asked.
    pub fn is_of_a_young_person(&self) -> bool {
        self.after.of_age
            || self.parties.iter().any(|p| {
                p.standing.needed != Needed::Dropped
                    && (p.standing.side, p.standing.kind) == (Side::Family, PartyKind::YoungPerson)
            })
    }

    /// The young person decides on this day, from the beginning or by now.
    pub fn decides_alone(&self, today: NaiveDate) -> bool {
        self.is_of_a_young_person() || self.after.decides_from.is_some_and(|day| day <= today)
    }

    /// The consent in the words of the light, with the objection that is not settled.
    pub fn consent_words(&self) -> String {
        let words = match self.consent {
            ConsentStanding::ToCheck if self.is_of_a_young_person() => "OK, to ask him or her",
            standing => standing.words(),
        };
        match self.after.objections.first().filter(|_| self.consent.in_force()).map(|o| o.kind) {
            Some(Objection::OtherParent) => "OK, but an objection".to_owned(),
            Some(Objection::CourtOrder) => "OK, but a court order".to_owned(),
            None => words.to_owned(),
        }
    }

    /// What is missing before a booking; empty is the light.
    pub fn missing(&self) -> Vec<Missing> {
        let standings: Vec<Standing> = self.parties.iter().map(|p| p.standing).collect();
        let mut missing = light(self.consent, &standings);
        let objection = self.after.objections.first().map(|objection| Missing::Objection(objection.kind));
        let at = usize::from(missing.first() == Some(&Missing::Consent));
        missing.splice(at..at, objection);
        missing
    }

    /// What the file's own triggers do when the light goes out, so that the queue of the same write knows it.
    pub fn settle_bookings(&mut self) {
        let dark = !self.missing().is_empty() || self.state != CaseState::Open;
        for booking in &mut self.bookings {
            match booking.state {
                BookingState::Booked if dark => booking.state = BookingState::InDoubt,
                BookingState::Held if !self.consent.in_force() => booking.state = BookingState::LetGo,
                _ => {}
            }
        }
    }

    /// The party that is rung for a step, so that recording its answer leads back to the list.
    pub(super) fn rung_by(&self, what: StepKind) -> Option<i64> {
        let side = match what {
            StepKind::TellLa | StepKind::RingOtherSide => Side::OtherSide,
            StepKind::RingFamily => Side::Family,
            _ => return None,
        };
        let there = || self.parties.iter().filter(|p| p.standing.needed != Needed::Dropped);
        let authority =
            there().find(|p| what == StepKind::TellLa && p.standing.kind == PartyKind::LocalAuthority);
        authority.or_else(|| there().find(|p| p.standing.side == side)).map(|p| p.id)
    }

    /// A step that is no promise, as the reason of its row: whom it asks, and who gave the answer the family is to
    /// hear. Of several who said no the one a meeting needs is named.
    pub fn reason_of(&self, what: StepKind) -> Cow<'static, str> {
        let young = self.is_of_a_young_person();
        let no = |p: &&PartyFacts| {
            let Standing { side, needed, answer, .. } = p.standing;
            side != Side::Family && needed != Needed::Dropped && answer.is_some_and(Answer::is_a_no)
        };
        let needed_first = |p: &&PartyFacts| p.standing.needed != Needed::Needed;
        match what {
            StepKind::CheckParent if young => "Ask the young person, say where from".into(),
            StepKind::TellFamilyNo => self
                .parties
                .iter()
                .filter(no)
                .min_by_key(needed_first)
                .map_or(what.reason().into(), |p| said_no(p.standing.kind).into()),
            _ => what.reason().into(),
        }
    }

    /// A date is booked, in doubt, or was held.
    pub fn has_a_date(&self) -> bool {
        let dated = [BookingState::Booked, BookingState::InDoubt, BookingState::Met];
        self.bookings.iter().any(|b| dated.contains(&b.state))
    }
}

/// What the family is told of a no.
fn said_no(kind: PartyKind) -> String {
    format!("Tell the family the {} said no", kind.inside())
}
