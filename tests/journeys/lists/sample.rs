//! Rows and pages in the shape of the pictures, with invented people.

use chrono::{Days, NaiveDate};
use mediation_line::domain::call::{CallState, CallerKind};
use mediation_line::domain::consent::{ConsentAnswer, ConsentStanding};
use mediation_line::domain::deadline::Known;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::ladder::Ladder;
use mediation_line::domain::queue::{CaseFacts, CaseState, Group, PartyFacts, StepFacts, StepKind, Why};
use mediation_line::domain::reference::{RefKind, Reference};
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::willingness::{Answer, Needed, PartyKind, Side, Standing};
use mediation_line::domain::working_days::WorkingDays;
use mediation_line::store::calls::{CallPage, EnquiryPage, NewEnquiry};
use mediation_line::store::cases::{CaseHead, CasePage, Kept};
use mediation_line::store::history::Happened;
use mediation_line::store::parties::{Contact, Given, Party};
use mediation_line::store::queue::{Item, QueuePage, QueueRow};

use crate::journeys::screen::NOW;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn today() -> NaiveDate {
    day("2026-11-24")
}

pub(crate) fn case(id: i64, group: Group, name: &str, reason: &str, step: &str) -> QueueRow {
    QueueRow {
        group,
        item: Item::Case(id),
        reference: Some(Reference { kind: RefKind::Case, number: id }),
        name: name.into(),
        reason: reason.into(),
        step: step.into(),
        due: today(),
        why: Some(Why::Quiet),
        party: None,
        booking: None,
        at: None,
        handover: None,
        keeper: String::new(),
        not_safe: false,
    }
}

fn because(why: Why, row: QueueRow) -> QueueRow {
    QueueRow { why: Some(why), ..row }
}

fn enquiry(id: i64, name: &str, reason: &str, due: &str) -> QueueRow {
    QueueRow {
        item: Item::Enquiry(id),
        reference: Some(Reference { kind: RefKind::Enquiry, number: id }),
        due: day(due),
        why: None,
        ..case(id, Group::WaitingForConsent, name, reason, "Open")
    }
}

fn recent(item: Item, number: i64, kind: RefKind, name: &str, reason: &str, ago: i64) -> QueueRow {
    QueueRow {
        item,
        reference: Some(Reference { kind, number }),
        due: today().checked_sub_days(Days::new((ago / DAY) as u64)).unwrap(),
        at: Some(NOW - ago),
        why: None,
        ..case(number, Group::Recent, name, reason, "Open")
    }
}

/// The day of the pictures.
pub(crate) fn page() -> QueuePage {
    let last_calls = vec![
        recent(Item::Call(2215), 2215, RefKind::Call, "Vol.agency", "no consent, no details", 58 * MINUTE),
        recent(Item::Case(413), 413, RefKind::Case, "Orla D.", "parent", 213 * MINUTE),
        recent(Item::Case(412), 412, RefKind::Case, "Kelechi A.", "parent", 5 * DAY + 6 * MINUTE),
        recent(Item::Enquiry(1187), 1187, RefKind::Enquiry, "School", "school, no consent yet", 6 * DAY),
    ];
    let rows = vec![
        because(
            Why::Step(StepKind::Certificate),
            case(398, Group::Now, "Tia R.", "Certificate due today (met Thu 19 Nov)", "Certificate"),
        ),
        because(
            Why::ThirtyDays,
            case(371, Group::Now, "Jonah P.", "30 days end Sun 22 Nov, no date yet", "Offer dates"),
        ),
        QueueRow {
            due: day("2026-11-27"),
            ..because(
                Why::TwoMonths,
                case(405, Group::Now, "Amina S.", "Family's 2 months end Fri 27 Nov", "Ring family"),
            )
        },
        QueueRow {
            party: Some(7),
            ..because(
                Why::Chase,
                case(412, Group::Chase, "Kelechi A.", "LA asked Thu 19 Nov, no answer", "Ring LA"),
            )
        },
        because(
            Why::Chase,
            case(409, Group::Chase, "Bea L.", "School asked Fri 20 Nov, no answer", "Ring school"),
        ),
        because(
            Why::Step(StepKind::CheckParent),
            case(401, Group::Chase, "Dev M.", "Check with the parent, say our source", "Ring parent"),
        ),
        because(
            Why::HoldEnds,
            case(388, Group::Chase, "Ruby T.", "Hold Tue 8 Dec let go Wed 25 Nov", "Offer dates"),
        ),
        enquiry(1187, "School", "Ms Roy rings back Tue 24 Nov", "2026-11-24"),
        enquiry(1179, "LA officer", "J. Whitlock: no word, was due Mon 16 Nov", "2026-11-16"),
        because(
            Why::Ready,
            case(407, Group::Ready, "Sami K.", "Both sides willing since Mon 23 Nov", "Offer dates"),
        ),
        because(
            Why::Meeting,
            case(376, Group::Meetings, "Theo B.", "10:00-13:00 online, Ruth Adeyemi", "Meeting"),
        ),
        QueueRow {
            item: Item::Call(2214),
            reference: Some(Reference { kind: RefKind::Call, number: 2214 }),
            why: None,
            at: Some(NOW - 47 * MINUTE),
            ..case(2214, Group::NotFinished, "(caller)", "Not finished. Ring back 07700 900188", "Ring back")
        },
        last_calls[0].clone(),
        last_calls[1].clone(),
    ];
    QueuePage {
        rows,
        more: Vec::new(),
        last_calls,
        promised: Vec::new(),
        office: None,
        comes_back: None,
        next_closed: Some((day("2026-12-25"), "Christmas Day".into())),
    }
}

fn party(id: i64, kind: PartyKind, side: Side, person: &str, answer: Option<Answer>) -> Party {
    let facts = PartyFacts {
        id,
        standing: Standing { kind, side, needed: Needed::Needed, answer },
        answered: answer.map(|_| day("2026-10-21")),
        asked: Some(day("2026-10-21")),
        spoken: Some(day("2026-10-21")),
        chase: None,
        chases: 0,
    };
    let given = Given {
        answer: answer.unwrap_or(Answer::Asked),
        person: person.into(),
        words: "".into(),
        how: "spoken".into(),
        day: day("2026-10-21"),
        at: NOW - 34 * DAY,
        staff: "Priya".into(),
    };
    let contact = Contact { person: person.into(), phone: "01632 960204".into(), ..Contact::default() };
    Party { facts, contact, rev: 1, given: vec![given] }
}

/// A case as in the pictures.
pub(crate) fn case_page(id: i64) -> CasePage {
    let parties = vec![
        party(6, PartyKind::Family, Side::Family, "Mel Rowe", Some(Answer::Willing)),
        party(7, PartyKind::LocalAuthority, Side::OtherSide, "J. Whitlock", None),
    ];
    CasePage {
        head: CaseHead {
            id,
            reference: Some(Reference { kind: RefKind::Case, number: id }),
            child: "Tia Rowe".into(),
            born: DayReading::Day(day("2018-03-12")),
            school: "Ashgrove Primary".into(),
            area: "Northmere Council".into(),
            state: CaseState::Open,
        },
        facts: CaseFacts {
            id,
            rev: 3,
            clashes: Vec::new(),
            state: CaseState::Open,
            route: Route::Statutory,
            consent: ConsentStanding::Ok,
            letter: DayReading::Unread,
            la_informed: Some(day("2026-10-12")),
            touched: day("2026-11-19"),
            parties: parties.iter().map(|p| p.facts.clone()).collect(),
            bookings: Vec::new(),
            steps: vec![StepFacts::new(1, StepKind::TellLa, today())],
            snoozes: vec![],
            after: mediation_line::domain::queue::AfterFacts::default(),
        },
        known: Known {
            la_informed: DayReading::Day(day("2026-10-12")),
            born: DayReading::Day(day("2018-03-12")),
            ..Known::default()
        },
        details: Vec::new(),
        consents: Vec::new(),
        after: mediation_line::store::after::AfterPage::default(),
        parties,
        timeline: vec![
            happened(3, 5 * DAY, "Rang the LA", "voicemail, will try again on Tuesday"),
            happened(2, 8 * DAY, "Note", "Reminder rung, mother"),
            happened(1, 25 * DAY, "Call finished", ""),
        ],
        told: Vec::new(),
        dates: Vec::new(),
        todo: Vec::new(),
        law: WorkingDays::england(),
        office: WorkingDays::england(),
        ladder: Ladder::default(),
        keeper: String::new(),
        linked: Vec::new(),
        also_rang: Vec::new(),
        still_open: None,
        others: Vec::new(),
        clashes: Vec::new(),
        enquiry: None,
    }
}

fn happened(seq: i64, ago: i64, act: &str, words: &str) -> Happened {
    Happened {
        seq,
        at: NOW - ago,
        staff: "Priya".into(),
        act: act.into(),
        mark: ".".into(),
        rang: "".into(),
        words: words.into(),
    }
}

/// A call that was cut off.
pub(crate) fn call_page(id: i64) -> CallPage {
    let kept = |text: &str| Kept { typed: text.into(), reading: "".into(), rev: 1 };
    CallPage {
        others: Vec::new(),
        ring_back: None,
        about: None,
        sides: Vec::new(),
        objected: None,
        id,
        numbers: Vec::new(),
        reference: Some(Reference { kind: RefKind::Call, number: id }),
        state: CallState::NotFinished,
        started: NOW - 47 * MINUTE,
        day: today(),
        staff: "Priya".into(),
        kind: Some(CallerKind::Parent),
        caller: Some((id + 1, 1)),
        answer: None,
        case: Some(500),
        for_adult: false,
        case_is_open: false,
        quoted: false,
        consent: ConsentStanding::Ok,
        withdrawn: None,
        told: None,
        enquiry: None,
        details: vec![
            (Detail::Name, kept("Leanne Marsh")),
            (Detail::Phone, kept("07700 900188")),
            (Detail::Child, kept("Ellis Marsh")),
            (Detail::School, kept("Larkfield Primary")),
        ],
        notes: "letter says provision cut from 20 hours to 12\nshe asked if it means losing the right to"
            .into(),
        begun: String::new(),
        notes_locked: false,
        said: Vec::new(),
        last_written: None,
        ended: mediation_line::store::calls::Ended::Stopped,
        last_saved: NOW - 40 * MINUTE + 20_000,
    }
}

/// An enquiry that waits.
pub(crate) fn enquiry_page(id: i64) -> EnquiryPage {
    EnquiryPage {
        calls: Vec::new(),
        enquiry: NewEnquiry {
            id,
            kind: CallerKind::SchoolStaff,
            name: "Anita Roy".into(),
            work: "SENCO, Larkfield Primary".into(),
            phone: "01632 960311".into(),
            email: "".into(),
            best_time: "after 3".into(),
            subject: "school_provision".into(),
            area: "Northmere".into(),
            answer: ConsentAnswer::No,
            rings_back: true,
            next_day: day("2026-11-25"),
            keep_until: day("2027-02-24"),
        },
        reference: Reference { kind: RefKind::Enquiry, number: id },
        state: "open".into(),
        day: today(),
        staff: "Priya".into(),
        case: None,
    }
}
