//! The groups of Today, why a row is there, and the steps that were promised, with their words.
//!
//! The words of the file and those of the screen stand side by side, so that neither is changed alone.

/// The groups of Today, in order of the harm done if they are ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Bookings whose light went out: before everything else.
    InDoubt,
    /// Handed to this person, who has not accepted it yet.
    Handed,
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
    /// Closed cases whose years of keeping are over: they wait for years, and harm nobody meanwhile.
    Review,
}

impl Group {
    /// In order.
    pub const ALL: [Self; 10] = [
        Self::InDoubt,
        Self::Handed,
        Self::Now,
        Self::Chase,
        Self::WaitingForConsent,
        Self::Ready,
        Self::Meetings,
        Self::NotFinished,
        Self::Recent,
        Self::Review,
    ];

    /// The number in the file.
    pub fn code(self) -> i64 {
        match self {
            Self::InDoubt => 0,
            Self::Now => 1,
            Self::Chase => 2,
            Self::WaitingForConsent => 3,
            Self::Ready => 4,
            Self::Meetings => 5,
            Self::NotFinished => 6,
            Self::Recent => 7,
            Self::Handed => 8,
            Self::Review => 9,
        }
    }

    /// The heading on the screen.
    pub fn heading(self) -> &'static str {
        match self {
            Self::InDoubt => "IN DOUBT - settle these first",
            Self::Handed => "HANDED TO YOU - accept or not",
            Self::Now => "NOW - clocks overdue or ending",
            Self::Chase => "CHASE TODAY",
            Self::WaitingForConsent => "WAITING FOR CONSENT",
            Self::Ready => "READY TO BOOK",
            Self::Meetings => "TODAY'S MEETINGS",
            Self::NotFinished => "CALLS NOT FINISHED",
            Self::Recent => "TAKEN RECENTLY",
            Self::Review => "CLOSED CASES - keep or remove",
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
    /// Rule 23, when its time has passed.
    LatePromise,
    /// Rule 25.
    Chased,
    /// Rule 13, an objection that nobody has settled.
    Objection,
    /// Rule 14, held, and nobody has said what came of it.
    Outcome,
    /// Rule 15.
    Certificate,
    /// Rule 16, the actions of an agreement are not noted yet.
    NoteActions,
    /// Rule 16, an action whose day has come.
    Action,
    /// Rule 17.
    Close,
    /// Rule 19.
    Review,
    /// Rule 20.
    NeedsMediator,
    /// Rule 21.
    ClosedDay,
    /// Rule 22.
    Appeal,
    /// Rule 27.
    TwoValues,
    /// Rule 28.
    Decides,
}

impl Why {
    /// All of them but the steps.
    pub const PLAIN: [Self; 25] = [
        Self::InDoubt,
        Self::Withdrawn,
        Self::TwoMonths,
        Self::ThirtyDays,
        Self::Chase,
        Self::SaidNo,
        Self::HoldEnds,
        Self::Ready,
        Self::Meeting,
        Self::WasItHeld,
        Self::Quiet,
        Self::LatePromise,
        Self::Chased,
        Self::Objection,
        Self::Outcome,
        Self::Certificate,
        Self::NoteActions,
        Self::Action,
        Self::Close,
        Self::Review,
        Self::NeedsMediator,
        Self::ClosedDay,
        Self::Appeal,
        Self::TwoValues,
        Self::Decides,
    ];

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
            Self::LatePromise => "promise late".into(),
            Self::Chased => "chased".into(),
            Self::Objection => "objection".into(),
            Self::Outcome => "outcome".into(),
            Self::Certificate => "certificate".into(),
            Self::NoteActions => "note actions".into(),
            Self::Action => "agreed action".into(),
            Self::Close => "close".into(),
            Self::Review => "review".into(),
            Self::NeedsMediator => "needs a mediator".into(),
            Self::ClosedDay => "closed day".into(),
            Self::Appeal => "appeal".into(),
            Self::TwoValues => "two values".into(),
            Self::Decides => "decides".into(),
        }
    }

    /// Reads the word in the file.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.strip_prefix("step: ") {
            Some(step) => StepKind::from_code(step).map(Self::Step),
            None => Self::PLAIN.into_iter().find(|w| w.code() == code),
        }
    }
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
    /// Ring back somebody who was promised it.
    Promise,
    /// Ring a mediator for a meeting that has lost its own.
    FindMediator,
    /// Tell the family who mediates now.
    TellFamilyWho,
    /// Tell the other side who mediates now.
    TellOtherSideWho,
    /// Tell the family that the meeting is off.
    TellFamilyOff,
    /// Tell the other side that the meeting is off.
    TellOtherSideOff,
    /// Tell the mediator that the meeting is off.
    TellMediatorOff,
}

impl StepKind {
    /// All of them.
    pub const ALL: [Self; 18] = [
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
        Self::Promise,
        Self::FindMediator,
        Self::TellFamilyWho,
        Self::TellOtherSideWho,
        Self::TellFamilyOff,
        Self::TellOtherSideOff,
        Self::TellMediatorOff,
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
            Self::Promise => "promise",
            Self::FindMediator => "find a mediator",
            Self::TellFamilyWho => "tell the family who comes",
            Self::TellOtherSideWho => "tell the other side who comes",
            Self::TellFamilyOff => "tell the family it is off",
            Self::TellOtherSideOff => "tell the other side it is off",
            Self::TellMediatorOff => "tell the mediator it is off",
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
            Self::TellFamilyNo => "Tell the family the answer",
            Self::Promise => "Promised: ring back",
            Self::FindMediator => "Ring a mediator who is free",
            Self::TellFamilyWho => "Tell the family who mediates",
            Self::TellOtherSideWho => "Tell the other side who mediates",
            Self::TellFamilyOff => "Tell the family the meeting is off",
            Self::TellOtherSideOff => "Tell the other side the meeting is off",
            Self::TellMediatorOff => "Tell the mediator the meeting is off",
        }
    }

    /// [`StepKind::label`], in the case of somebody who decides for themselves.
    pub fn label_of(self, young_person: bool) -> &'static str {
        match self {
            Self::CheckParent if young_person => "Ring family",
            _ => self.label(),
        }
    }

    /// The few words of the step, at the right of its row.
    pub fn label(self) -> &'static str {
        match self {
            Self::TellLa => "Ring LA",
            Self::RingOtherSide => "Ring them",
            Self::RingFamily
            | Self::TellFamilyDate
            | Self::TellFamilyNo
            | Self::TellFamilyWho
            | Self::TellFamilyOff => "Ring family",
            Self::CheckParent => "Ring parent",
            Self::TellOtherSideDate | Self::TellOtherSideWho | Self::TellOtherSideOff => "Tell them",
            Self::TellMediator | Self::FindMediator | Self::TellMediatorOff => "Ring med.",
            Self::Remind => "Remind",
            Self::ArrangeNeeds => "Arrange",
            Self::Certificate => "Certificate",
            Self::Promise => "Ring back",
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
            Self::Promise => "Rung as promised",
            Self::FindMediator => "A mediator rung",
            Self::TellFamilyWho => "Family told who mediates",
            Self::TellOtherSideWho => "Other side told who mediates",
            Self::TellFamilyOff => "Family told the meeting is off",
            Self::TellOtherSideOff => "Other side told the meeting is off",
            Self::TellMediatorOff => "Mediator told the meeting is off",
        }
    }

    /// Belongs to the group of clocks.
    pub(super) fn is_a_clock(self) -> bool {
        matches!(self, Self::TellLa | Self::Certificate) || self.is_of_a_meeting_off()
    }

    /// Somebody is to hear that a meeting is off, who may come to it otherwise.
    pub fn is_of_a_meeting_off(self) -> bool {
        matches!(self, Self::TellFamilyOff | Self::TellOtherSideOff | Self::TellMediatorOff)
    }
}
