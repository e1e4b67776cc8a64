//! What has to be done about a case: the rows it puts on Today, most urgent first.
//!
//! The rows are a pure function of the facts of the case, made again in every write that changes one of them,
//! so Today is a page read from an index and never a computation over the caseload. A row is seen from its
//! day on; a case is shown once, by its most urgent row that is seen. Nothing here knows today's date: what
//! depends on it ("2 days left") is put into words when the page is read.
//!
//! 1. A booking whose light went out is the first thing of all, until it is called off or confirmed.
//! 2. A withdrawn consent waits for a decision about erasing.
//! 3. That mediation is wanted is told to the local authority; the 30 days begin that day.
//! 4. The family's two months to contact us are shown for their last 14 days, until the family has answered.
//! 5. The 30 days are shown for their last 7 days and after, until a date is booked.
//! 6. A party that was asked is chased on its day; one that said no is looked at by a coordinator.
//! 7. A step that was promised is seen on its day.
//! 8. A hold is listed the day before it is let go.
//! 9. Everybody willing and no date: ready to book.
//! 10. A meeting is shown on its day, and from the next day on until somebody says whether it was held.
//! 11. A case not touched for ten working days comes up by itself.
//! 12. An open case always has a row.

use chrono::{Days, NaiveDate};

use super::consent::ConsentStanding;
use super::deadline;
use super::subject::Route;
use super::typed_day::{DayReading, short_day};
use super::willingness::{Answer, CHASES_BEFORE_COORDINATOR, Needed, PartyKind, Side, Standing, light};
use super::working_days::WorkingDays;

/// The groups of Today, in order of the harm done if they are ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Bookings whose light went out: before everything else.
    InDoubt,
    /// Clocks overdue or ending, bookings in doubt.
    Now,
    /// Whom to chase today.
    Chase,
    /// Enquiries waiting for consent.
    WaitingForConsent,
    /// Everybody willing, no date yet.
    Ready,
    /// Meetings of the day.
    Meetings,
    /// Calls not finished.
    NotFinished,
    /// Taken recently.
    Recent,
}

impl Group {
    /// In order.
    pub const ALL: [Self; 8] = [
        Self::InDoubt,
        Self::Now,
        Self::Chase,
        Self::WaitingForConsent,
        Self::Ready,
        Self::Meetings,
        Self::NotFinished,
        Self::Recent,
    ];

    /// The heading on the screen.
    pub fn heading(self) -> &'static str {
        match self {
            Self::InDoubt => "IN DOUBT - settle these first",
            Self::Now => "NOW - clocks overdue or ending",
            Self::Chase => "CHASE TODAY",
            Self::WaitingForConsent => "WAITING FOR CONSENT",
            Self::Ready => "READY TO BOOK",
            Self::Meetings => "TODAY'S MEETINGS",
            Self::NotFinished => "CALLS NOT FINISHED",
            Self::Recent => "TAKEN RECENTLY",
        }
    }
}

/// Why a row is there; decides where its step leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Rule 1.
    InDoubt,
    /// Rule 2.
    Withdrawn,
    /// Rule 4.
    TwoMonths,
    /// Rule 5.
    ThirtyDays,
    /// Rule 6, asked and waiting.
    Chase,
    /// Rule 6, said no or pulled out.
    SaidNo,
    /// Rules 3 and 7.
    Step(StepKind),
    /// Rule 8.
    HoldEnds,
    /// Rule 9.
    Ready,
    /// Rule 10, on the day.
    Meeting,
    /// Rule 10, after the day.
    WasItHeld,
    /// Rule 11.
    Quiet,
}

/// A promised step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Tell the local authority that mediation is wanted, and ask whether it is willing.
    TellLa,
    /// Ring the other side (not an authority).
    RingOtherSide,
    /// Ring the family.
    RingFamily,
    /// Check with the parent, and say where we got their details.
    CheckParent,
    /// Tell the other side the date.
    TellOtherSideDate,
    /// Tell the family the date.
    TellFamilyDate,
    /// Tell the mediator the date.
    TellMediator,
    /// Remind everyone of the meeting.
    Remind,
    /// Arrange an interpreter or another need for the meeting.
    ArrangeNeeds,
    /// Issue the certificate.
    Certificate,
    /// Tell the family that the other side said no.
    TellFamilyNo,
}

impl StepKind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::TellLa,
        Self::RingOtherSide,
        Self::RingFamily,
        Self::CheckParent,
        Self::TellOtherSideDate,
        Self::TellFamilyDate,
        Self::TellMediator,
        Self::Remind,
        Self::ArrangeNeeds,
        Self::Certificate,
        Self::TellFamilyNo,
    ];

    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::TellLa => "tell the la",
            Self::RingOtherSide => "ring the other side",
            Self::RingFamily => "ring the family",
            Self::CheckParent => "check with the parent",
            Self::TellOtherSideDate => "tell the other side the date",
            Self::TellFamilyDate => "tell the family the date",
            Self::TellMediator => "tell the mediator",
            Self::Remind => "remind everyone",
            Self::ArrangeNeeds => "arrange needs",
            Self::Certificate => "certificate",
            Self::TellFamilyNo => "tell the family the answer",
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// The reason on Today.
    pub fn reason(self) -> &'static str {
        match self {
            Self::TellLa => "LA not told yet: the 30 days wait for it",
            Self::RingOtherSide => "Other side not asked yet",
            Self::RingFamily => "Family to be rung",
            Self::CheckParent => "Check with parent, say where from",
            Self::TellOtherSideDate => "Tell the other side the date",
            Self::TellFamilyDate => "Tell the family the date",
            Self::TellMediator => "Tell the mediator the date",
            Self::Remind => "Remind everyone of the meeting",
            Self::ArrangeNeeds => "Arrange what was asked for",
            Self::Certificate => "Certificate: 3 working days",
            Self::TellFamilyNo => "Tell the family the LA said no",
        }
    }

    /// The few words of the step, at the right of its row.
    pub fn label(self) -> &'static str {
        match self {
            Self::TellLa => "Ring LA",
            Self::RingOtherSide => "Ring them",
            Self::RingFamily | Self::TellFamilyDate | Self::TellFamilyNo => "Ring family",
            Self::CheckParent => "Ring parent",
            Self::TellOtherSideDate => "Tell them",
            Self::TellMediator => "Ring med.",
            Self::Remind => "Remind",
            Self::ArrangeNeeds => "Arrange",
            Self::Certificate => "Certificate",
        }
    }

    /// What was done, for the timeline.
    pub fn done(self) -> &'static str {
        match self {
            Self::TellLa => "LA told that mediation is wanted",
            Self::RingOtherSide => "Other side rung",
            Self::RingFamily => "Family rung",
            Self::CheckParent => "Parent rung",
            Self::TellOtherSideDate => "Other side told the date",
            Self::TellFamilyDate => "Family told the date",
            Self::TellMediator => "Mediator told the date",
            Self::Remind => "Everyone reminded",
            Self::ArrangeNeeds => "Needs arranged",
            Self::Certificate => "Certificate sent",
            Self::TellFamilyNo => "Family told the answer",
        }
    }

    /// Belongs to the group of clocks.
    fn is_a_clock(self) -> bool {
        matches!(self, Self::TellLa | Self::Certificate)
    }
}

impl Why {
    /// The word in the file.
    pub fn code(self) -> String {
        match self {
            Self::InDoubt => "in doubt".into(),
            Self::Withdrawn => "withdrawn".into(),
            Self::TwoMonths => "two months".into(),
            Self::ThirtyDays => "30 days".into(),
            Self::Chase => "chase".into(),
            Self::SaidNo => "said no".into(),
            Self::Step(step) => format!("step: {}", step.code()),
            Self::HoldEnds => "hold ends".into(),
            Self::Ready => "ready".into(),
            Self::Meeting => "meeting".into(),
            Self::WasItHeld => "was it held".into(),
            Self::Quiet => "quiet".into(),
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        const PLAIN: [Why; 11] = [
            Why::InDoubt,
            Why::Withdrawn,
            Why::TwoMonths,
            Why::ThirtyDays,
            Why::Chase,
            Why::SaidNo,
            Why::HoldEnds,
            Why::Ready,
            Why::Meeting,
            Why::WasItHeld,
            Why::Quiet,
        ];
        match code.strip_prefix("step: ") {
            Some(step) => StepKind::from_code(step).map(Self::Step),
            None => PLAIN.into_iter().find(|w| w.code() == code),
        }
    }
}

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
}

impl CaseFacts {
    /// What is missing before a booking; empty is the light.
    pub fn missing(&self) -> Vec<super::willingness::Missing> {
        let standings: Vec<Standing> = self.parties.iter().map(|p| p.standing).collect();
        light(self.consent, &standings)
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

    fn has_a_date(&self) -> bool {
        let dated = [BookingState::Booked, BookingState::InDoubt, BookingState::Met];
        self.bookings.iter().any(|b| dated.contains(&b.state))
    }
}

/// One row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention {
    /// Its group.
    pub group: Group,
    /// The first day it is seen.
    pub show_from: NaiveDate,
    /// The day it is sorted by, and measured against today.
    pub due: NaiveDate,
    /// Why it is there.
    pub why: Why,
    /// The reason in at most 41 characters: who, what, when.
    pub reason: String,
    /// The next step in at most 12 characters.
    pub step: &'static str,
    /// The party it is about.
    pub party: Option<i64>,
    /// The booking it is about.
    pub booking: Option<i64>,
}

/// Days before the end of the two months from which rule 4 shows them.
pub const TWO_MONTHS_SHOWN: u64 = 14;
/// Days before the end of the 30 days from which rule 5 shows them.
pub const THIRTY_DAYS_SHOWN: u64 = 7;
/// Rule 11, in working days.
pub const QUIET_AFTER: i32 = 10;

impl Attention {
    fn new(group: Group, due: NaiveDate, why: Why, reason: String, step: &'static str) -> Self {
        Self { group, show_from: due, due, why, reason, step, party: None, booking: None }
    }

    fn seen_from(self, show_from: NaiveDate) -> Self {
        Self { show_from, ..self }
    }

    fn of_party(self, party: Option<i64>) -> Self {
        Self { party, ..self }
    }

    fn of_booking(self, booking: i64) -> Self {
        Self { booking: Some(booking), ..self }
    }
}

/// All rows of a case, rules 1 to 12. `law` has the bank holidays only; `office` also the closed days.
pub fn attention(facts: &CaseFacts, law: &WorkingDays, office: &WorkingDays) -> Vec<Attention> {
    let mut rows: Vec<Attention> = facts
        .bookings
        .iter()
        .filter(|b| b.state == BookingState::InDoubt)
        .map(|b| {
            let reason = format!("Booked {} is in doubt", short_day(b.day));
            Attention::new(Group::InDoubt, b.day, Why::InDoubt, reason, "Settle")
                .seen_from(facts.touched)
                .of_booking(b.id)
        })
        .collect();
    if facts.consent == ConsentStanding::Withdrawn && facts.state != CaseState::Erased {
        let reason = "Consent withdrawn: keep or erase?".to_owned();
        rows.push(Attention::new(Group::Now, facts.touched, Why::Withdrawn, reason, "Decide"));
    }
    if facts.state == CaseState::Open && facts.consent.in_force() {
        rows.extend(clocks(facts));
        rows.extend(facts.steps.iter().map(|step| {
            let group = if step.what.is_a_clock() { Group::Now } else { Group::Chase };
            Attention::new(
                group,
                step.due,
                Why::Step(step.what),
                step.what.reason().to_owned(),
                step.what.label(),
            )
        }));
        rows.extend(facts.parties.iter().filter_map(chase));
        rows.extend(facts.bookings.iter().flat_map(|booking| dates(booking, office)));
        if facts.missing().is_empty() && !facts.has_a_date() {
            let since = facts.parties.iter().filter_map(|p| p.answered).max().unwrap_or(facts.touched);
            let reason = format!("Both sides willing since {}", short_day(since));
            rows.push(Attention::new(Group::Ready, since, Why::Ready, reason, "Offer dates"));
        }
        let reason = format!("Nothing since {}", short_day(facts.touched));
        rows.push(Attention::new(
            Group::Chase,
            law.add(facts.touched, QUIET_AFTER),
            Why::Quiet,
            reason,
            "Open",
        ));
    }
    rows
}

/// Rules 4 and 5.
fn clocks(facts: &CaseFacts) -> impl Iterator<Item = Attention> {
    let family =
        facts.parties.iter().find(|p| p.standing.side == Side::Family && p.standing.needed == Needed::Needed);
    let family_is_silent = family.is_none_or(|f| f.standing.answer.is_none());
    let two_months = (facts.route != Route::DisagreementResolution && family_is_silent)
        .then(|| deadline::contact_adviser_by(&facts.letter))
        .flatten()
        .map(|clock| {
            let about = if clock.about { "about " } else { "" };
            let reason = format!("Family's 2 months end {about}{}", short_day(clock.date));
            Attention::new(Group::Now, clock.date, Why::TwoMonths, reason, "Ring family")
                .seen_from(days_before(clock.date, TWO_MONTHS_SHOWN))
                .of_party(family.map(|f| f.id))
        });
    let informed = facts.la_informed.filter(|_| !facts.has_a_date());
    let thirty_days = informed.and_then(|day| deadline::meet_by(&DayReading::Day(day))).map(|clock| {
        let reason = format!("30 days end {}, no date yet", short_day(clock.date));
        Attention::new(Group::Now, clock.date, Why::ThirtyDays, reason, "Offer dates")
            .seen_from(days_before(clock.date, THIRTY_DAYS_SHOWN))
    });
    two_months.into_iter().chain(thirty_days)
}

fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// Rule 6, for one party.
fn chase(party: &PartyFacts) -> Option<Attention> {
    let Standing { kind, needed, answer, .. } = party.standing;
    let short = kind.short();
    let row = |due, why, reason, step| {
        Some(Attention::new(Group::Chase, due, why, reason, step).of_party(Some(party.id)))
    };
    match (answer, party.answered, party.chase) {
        _ if needed == Needed::Dropped => None,
        (Some(no @ (Answer::NotWilling | Answer::PulledOut)), Some(day), _) if needed == Needed::Needed => {
            let said = if no == Answer::NotWilling { "said no" } else { "pulled out" };
            row(day, Why::SaidNo, format!("{short} {said} {}", short_day(day)), "Look")
        }
        (None, _, Some(chase)) => {
            let reason = match party.asked {
                Some(day) if party.chases >= CHASES_BEFORE_COORDINATOR => {
                    format!("{short}: {} chases, last {}", party.chases, short_day(day))
                }
                Some(day) => format!("{short} asked {}, no answer", short_day(day)),
                None => format!("{short} not asked yet"),
            };
            let step = match kind {
                PartyKind::LocalAuthority => "Ring LA",
                PartyKind::School => "Ring school",
                PartyKind::Family | PartyKind::YoungPerson => "Ring family",
                _ => "Ring them",
            };
            row(chase, Why::Chase, reason, step)
        }
        _ => None,
    }
}

/// Rules 8 and 10, for one booking.
fn dates(booking: &BookingFacts, office: &WorkingDays) -> Vec<Attention> {
    let day = booking.day;
    match booking.state {
        BookingState::Held => {
            let until = booking.held_until.unwrap_or(day);
            let reason = format!("Hold {} let go {}", short_day(day), short_day(until));
            vec![
                Attention::new(Group::Chase, until, Why::HoldEnds, reason, "Offer dates")
                    .seen_from(office.add(until, -1))
                    .of_booking(booking.id),
            ]
        }
        BookingState::Booked => {
            let after = day.succ_opt().unwrap_or(day);
            let reason = format!("Meeting {}: was it held?", short_day(day));
            vec![
                Attention::new(Group::Meetings, day, Why::Meeting, booking.words.clone(), "Meeting")
                    .of_booking(booking.id),
                Attention::new(Group::Now, day, Why::WasItHeld, reason, "Meeting")
                    .seen_from(after)
                    .of_booking(booking.id),
            ]
        }
        _ => Vec::new(),
    }
}
