//! An office to test with: a store over an open engine, a member of staff, and cases made the way the program
//! makes them. It is always Tuesday 24 November 2026, two minutes past three, until a test moves the day on.

use std::path::PathBuf;

use chrono::{Days, NaiveDate};
use mediation_line::domain::call::CallerKind;
use mediation_line::domain::consent::ConsentAnswer;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::queue::StepKind;
use mediation_line::domain::subject::Route;
use mediation_line::domain::typed_day::DayReading;
use mediation_line::domain::willingness::{Answer, Needed, PartyKind, Side};
use mediation_line::store::calls::{CallWrite, CountReason, FamilyAnswer, NewCase, NewEnquiry, Typed};
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::db::Db;
use mediation_line::store::parties::{Contact, NewParty, PartyWrite};
use mediation_line::store::sqlite::Sqlite;
use mediation_line::store::{NotDone, Result, Signed, Store};
use tempfile::TempDir;

/// Tuesday 24 November 2026, 15:02 in London, in UTC milliseconds.
pub(crate) const NOW: i64 = 1_795_532_520_000;
/// A day, in milliseconds.
const DAY: u64 = 86_400_000;

/// The day of every test.
pub(crate) fn today() -> NaiveDate {
    day("2026-11-24")
}

/// A day written as in the files.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A detail without a reading.
pub(crate) fn typed(detail: Detail, text: &str) -> Typed {
    (detail, text.into(), "".into())
}

/// The keys of a case that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) call: i64,
    pub(crate) caller: i64,
    pub(crate) case: i64,
    pub(crate) record: i64,
    pub(crate) family: i64,
    pub(crate) authority: i64,
}

/// A third party's call: its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ThirdParty {
    pub(crate) call: i64,
    pub(crate) caller: i64,
}

/// A desk of the office.
pub(crate) struct Office {
    pub(crate) store: Store,
    /// The folder of the file; none in memory and at a second desk.
    pub(crate) folder: Option<TempDir>,
    path: PathBuf,
    next: i64,
    days: u64,
    staff: String,
}

impl Office {
    /// Over a file in memory.
    pub(crate) fn in_memory() -> Self {
        Self::around(Box::new(Sqlite::in_memory().unwrap()))
    }

    /// Over a new file in a folder of its own.
    pub(crate) fn in_file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.mediation");
        let mut office = Self::around(Box::new(Sqlite::create(&path).unwrap()));
        office.path = path;
        office.folder = Some(folder);
        office
    }

    /// Over any engine.
    pub(crate) fn around(db: Box<dyn Db>) -> Self {
        let mut store = Store::new(db);
        store.furnish(&[]).unwrap();
        Self::desk(store, PathBuf::new(), 1_000_000, "Priya")
    }

    fn desk(store: Store, path: PathBuf, next: i64, staff: &str) -> Self {
        Self { store, folder: None, path, next, days: 0, staff: staff.to_owned() }
    }

    /// A second desk on the same file, at which Tom sits.
    pub(crate) fn another_desk(&self) -> Self {
        let engine = Sqlite::open(&self.path).unwrap();
        Self::desk(Store::new(Box::new(engine)), self.path.clone(), self.next + 50_000_000, "Tom")
    }

    /// The file.
    pub(crate) fn path(&self) -> PathBuf {
        self.path.clone()
    }

    /// The program stops and starts again: the engine is dropped and the file opened anew.
    pub(crate) fn start_again(&mut self) {
        self.store = Store::new(Box::new(Sqlite::in_memory().unwrap()));
        self.store = Store::new(Box::new(Sqlite::open(&self.path).unwrap()));
    }

    /// A fresh key, sixteen after the last one.
    pub(crate) fn id(&mut self) -> i64 {
        self.next += 16;
        self.next
    }

    /// Lets the keys of this desk begin elsewhere.
    pub(crate) fn take_keys_from(&mut self, first: i64) {
        self.next = first;
    }

    /// Moves the day on.
    pub(crate) fn days_later(&mut self, days: u64) {
        self.days += days;
    }

    /// The day at the office.
    pub(crate) fn today(&self) -> NaiveDate {
        today().checked_add_days(Days::new(self.days)).unwrap()
    }

    /// Who writes, now, with a fresh key.
    pub(crate) fn signed(&mut self) -> Signed {
        let id = self.id();
        Signed {
            at: NOW + (self.days * DAY) as i64,
            today: self.today(),
            quarter: 60,
            staff: self.staff.clone(),
            id,
        }
    }

    /// Sends the same again while the fault may pass, as the program does.
    pub(crate) fn tries<T>(&mut self, mut send: impl FnMut(&mut Store) -> Result<T>) -> Result<T> {
        for _ in 0..4 {
            match send(&mut self.store) {
                Err(NotDone::Failed(fault)) if fault.may_pass() => {}
                answer => return answer,
            }
        }
        send(&mut self.store)
    }

    /// Carries out an intention about a call.
    pub(crate) fn call(&mut self, write: &CallWrite) -> Result<()> {
        let signed = self.signed();
        self.tries(|store| store.call_write(write, &signed))
    }

    /// Carries out an intention about a case.
    pub(crate) fn case(&mut self, write: &CaseWrite) -> Result<()> {
        let signed = self.signed();
        self.tries(|store| store.case_write(write, &signed))
    }

    /// Carries out an intention about a party.
    pub(crate) fn party(&mut self, write: &PartyWrite) -> Result<()> {
        let signed = self.signed();
        self.tries(|store| store.party_write(write, &signed))
    }

    /// A call starts.
    pub(crate) fn a_call(&mut self) -> i64 {
        let call = self.id();
        self.call(&CallWrite::Start { call, about: None }).unwrap();
        call
    }

    /// A mother rings: her own consent, a case in the call, nothing typed yet. The party keys are not made yet.
    pub(crate) fn a_parents_call(&mut self) -> Made {
        let call = self.a_call();
        let (caller, case, record) = (self.id(), self.id(), self.id());
        let (family, authority) = (self.id(), self.id());
        let kind = CallerKind::Parent;
        let own = Some((case, record));
        self.call(&CallWrite::Who { call, caller, seq: 1, kind, own, details: vec![], notes: None }).unwrap();
        Made { call, caller, case, record, family, authority }
    }

    /// Types a detail of the family.
    pub(crate) fn family_detail(&mut self, made: &Made, detail: Detail, text: &str) {
        let (call, case) = (Some(made.call), made.case);
        let detail = typed(detail, text);
        self.call(&CallWrite::FamilyDetail { call, case, detail, visit: Some("".into()), known: Vec::new() })
            .unwrap();
    }

    /// Types a detail of the caller.
    pub(crate) fn caller_detail(&mut self, made: &Made, detail: Detail, text: &str) {
        let (call, caller, case) = (made.call, made.caller, Some(made.case));
        let detail = typed(detail, text);
        self.call(&CallWrite::CallerDetail { call, caller, case, detail, visit: Some("".into()) }).unwrap();
    }

    /// A parent's call with its details, not finished.
    pub(crate) fn a_full_call(&mut self) -> Made {
        let made = self.a_parents_call();
        self.caller_detail(&made, Detail::Name, "Ngozi Achebe");
        self.caller_detail(&made, Detail::Phone, "07700 900 142");
        self.family_detail(&made, Detail::Child, "Kelechi Achebe");
        self.family_detail(&made, Detail::School, "Larkfield Primary");
        self.family_detail(&made, Detail::Area, "Northmere");
        let letter = DayReading::Day(day("2026-11-02"));
        let detail = (Detail::Letter, "2 nov".into(), letter.to_stored().into());
        let (call, case) = (Some(made.call), made.case);
        self.call(&CallWrite::FamilyDetail { call, case, detail, visit: None, known: Vec::new() }).unwrap();
        let body = "Needs a place with speech therapy.".into();
        let begun = NOW.to_string();
        self.call(&CallWrite::Notes { call: made.call, case: made.case, body, begun }).unwrap();
        made
    }

    /// What Finish writes for a family and a local authority; the family is willing, the authority is to be told.
    pub(crate) fn new_case(&mut self, made: &Made, route: Route) -> NewCase {
        let family = NewParty {
            id: made.family,
            kind: PartyKind::Family,
            side: Side::Family,
            needed: Needed::Needed,
            contact: Contact {
                name: "Achebe family".into(),
                person: "Ngozi Achebe".into(),
                relation: "mother".into(),
                phone: "07700 900 142".into(),
                ..Contact::default()
            },
            chase: None,
        };
        let authority = NewParty {
            id: made.authority,
            kind: PartyKind::LocalAuthority,
            side: Side::OtherSide,
            needed: Needed::Needed,
            contact: Contact { name: "Northmere SEND team".into(), ..Contact::default() },
            chase: None,
        };
        let tell = self.store.office().add(self.today(), 1);
        NewCase {
            case: made.case,
            route,
            parties: vec![family, authority],
            family_answer: Some(FamilyAnswer::yes(self.id(), made.family)),
            steps: vec![(self.id(), StepKind::TellLa, tell)],
        }
    }

    /// A case on the statutory route: the family is willing, the authority has not been told yet.
    pub(crate) fn a_case(&mut self) -> Made {
        self.a_case_on(Route::Statutory)
    }

    /// The same on another route.
    pub(crate) fn a_case_on(&mut self, route: Route) -> Made {
        let made = self.a_full_call();
        let new = self.new_case(&made, route);
        let (call, case) = (made.call, made.case);
        self.call(&CallWrite::FinishCase { call, new: Some(new), case }).unwrap();
        made
    }

    /// A case whose family has not said yet whether it is willing.
    pub(crate) fn a_case_of_a_silent_family(&mut self) -> Made {
        let made = self.a_full_call();
        let new = NewCase { family_answer: None, ..self.new_case(&made, Route::Statutory) };
        let (call, case) = (made.call, made.case);
        self.call(&CallWrite::FinishCase { call, new: Some(new), case }).unwrap();
        made
    }

    /// A case with the light on: both sides are willing.
    pub(crate) fn a_ready_case(&mut self) -> Made {
        let made = self.a_case();
        self.answers(&made, made.authority, Answer::Willing).unwrap();
        made
    }

    /// A party answers by telephone.
    pub(crate) fn answers(&mut self, made: &Made, party: i64, what: Answer) -> Result<()> {
        self.answers_by(made, party, what, "phone")
    }

    /// A party answers, or is asked, in some way.
    pub(crate) fn answers_by(&mut self, made: &Made, party: i64, what: Answer, how: &str) -> Result<()> {
        let (answer, case, how) = (self.id(), made.case, how.to_owned());
        let (person, words) = ("".into(), "".into());
        self.party(&PartyWrite::Answer { case, party, answer, what, person, words, how, chase: None })
    }

    /// A school's office rings; nothing of the family is written.
    pub(crate) fn a_third_party_call(&mut self) -> ThirdParty {
        self.a_call_of(CallerKind::SchoolStaff)
    }

    /// Somebody rings who is not the family.
    pub(crate) fn a_call_of(&mut self, kind: CallerKind) -> ThirdParty {
        let (call, caller) = (self.a_call(), self.id());
        self.call(&CallWrite::Who { call, caller, seq: 1, kind, own: None, details: vec![], notes: None })
            .unwrap();
        ThirdParty { call, caller }
    }

    /// A detail of a third party's own.
    pub(crate) fn own_detail(&mut self, of: &ThirdParty, detail: Detail, text: &str) -> Result<()> {
        let (call, caller) = (of.call, of.caller);
        self.call(&CallWrite::CallerDetail {
            call,
            caller,
            case: None,
            detail: typed(detail, text),
            visit: None,
        })
    }

    /// Yes, with who, when and how.
    pub(crate) fn give(&mut self, of: &ThirdParty, details: Vec<Typed>, notes: &str) -> Result<Made> {
        let (case, record) = (self.id(), self.id());
        let (family, authority) = (self.id(), self.id());
        let today = self.today();
        self.call(&CallWrite::Give {
            call: of.call,
            case,
            record,
            caller: of.caller,
            giver: "mother".into(),
            given: "yesterday".into(),
            given_to: today.pred_opt().unwrap(),
            how: "spoken".into(),
            told_by: "Bridget Farrow, Larkfield Primary".into(),
            limits: "".into(),
            notes: (!notes.is_empty()).then(|| (notes.into(), NOW.to_string())),
            details,
        })?;
        Ok(Made { call: of.call, caller: of.caller, case, record, family, authority })
    }

    /// The enquiry a third party's call can end in.
    pub(crate) fn new_enquiry(&mut self, kind: CallerKind) -> NewEnquiry {
        let work = if kind == CallerKind::Parent { "" } else { "SENCO, Larkfield Primary" };
        NewEnquiry {
            id: self.id(),
            kind,
            name: "Bridget Farrow".into(),
            work: work.into(),
            phone: "01632 960 233".into(),
            email: "".into(),
            best_time: "".into(),
            subject: "refuse_assess".into(),
            area: String::new(),
            answer: ConsentAnswer::No,
            rings_back: true,
            next_day: day("2026-12-01"),
            keep_until: day("2027-02-24"),
        }
    }

    /// A third party's call that ended in an enquiry; its key.
    pub(crate) fn an_enquiry(&mut self) -> i64 {
        let of = self.a_third_party_call();
        self.own_detail(&of, Detail::Name, "Bridget Farrow").unwrap();
        self.own_detail(&of, Detail::Phone, "01632 960 233").unwrap();
        let enquiry = self.new_enquiry(CallerKind::SchoolStaff);
        let id = enquiry.id;
        self.call(&CallWrite::FinishEnquiry { call: of.call, enquiry }).unwrap();
        id
    }

    /// A call ends as a line to count.
    pub(crate) fn count(&mut self, call: i64, reason: CountReason) -> Result<()> {
        self.call(&CallWrite::FinishCount { call, reason })
    }

    /// A plain connection to the file, with the settings another tool would have.
    pub(crate) fn raw(&self) -> rusqlite::Connection {
        let raw = rusqlite::Connection::open(&self.path).unwrap();
        raw.busy_timeout(std::time::Duration::from_millis(100)).unwrap();
        raw
    }

    /// A number read with a plain connection.
    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.raw().query_row(sql, [], |row| row.get(0)).unwrap()
    }
}
