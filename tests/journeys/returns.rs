//! From every row of Today F9 leads to where its step is done, and the step done leads back to Today.
//!
//! Each file holds one case, brought to where one row is its most urgent; the real desk does the rest by keys.

use std::collections::BTreeSet;

use mediation_line::domain::closing::Closing;
use mediation_line::domain::consent::ConsentAct;
use mediation_line::domain::outcome::Outcome;
use mediation_line::domain::queue::{StepKind, Why};
use mediation_line::domain::subject::Route;
use mediation_line::domain::willingness::{Answer, Objection};
use mediation_line::protocol::effect::Place;
use mediation_line::store::Store;
use mediation_line::store::after::AfterWrite;
use mediation_line::store::cases::CaseWrite;
use mediation_line::store::mediators::MediatorWrite;
use mediation_line::store::office::OfficeWrite;
use mediation_line::store::sqlite::Sqlite;

use super::desk::Desk;
use crate::contract::calendar::{at, hold, mediates};
use crate::contract::office::{Office, day};
use made::{
    after, asked, booked, certified, decides, declined, done, in_doubt, met, promised, ready, silent,
    stepped, third_party, two_values,
};

mod down;
mod made;
mod reviews;

/// How a case comes to its row; the days that pass after it; the keys of the step.
type Row = (Why, fn(&mut Office), u64, &'static str);

const DAY: i64 = 86_400_000;

const ROWS: &[Row] = &[
    (Why::InDoubt, in_doubt, 0, "F9 F9"),
    (Why::InDoubt, in_doubt, 0, "F9 x c f F9"),
    (
        Why::Withdrawn,
        |office| {
            let made = office.a_case();
            let (case, record, act) = (made.case, office.id(), ConsentAct::Withdrawn);
            let (giver, how, no) = ("mother".into(), "phone".into(), || "".into());
            let write = CaseWrite::Consent {
                case,
                record,
                act,
                giver,
                given: None,
                how,
                limits: no(),
                not_covered: no(),
                words: no(),
            };
            office.case(&write).unwrap();
        },
        0,
        "F9 r M 1 F9",
    ),
    (
        Why::TwoMonths,
        |office| {
            silent(office);
        },
        35,
        "F9 y F9",
    ),
    (
        Why::ThirtyDays,
        |office| {
            ready(office);
        },
        23,
        "F9 1 F9 Space F9",
    ),
    (
        Why::Chase,
        |office| {
            asked(office, 1);
        },
        3,
        "F9 l F9",
    ),
    (
        Why::Chased,
        |office| {
            asked(office, 4);
        },
        7,
        "F9 a F9",
    ),
    (
        Why::SaidNo,
        |office| {
            let made = office.a_case_on(Route::DisagreementResolution);
            office.answers(&made, made.authority, Answer::NotWilling).unwrap();
            done(office, &made);
        },
        0,
        "F9 y F9",
    ),
    (
        Why::HoldEnds,
        |office| {
            let made = ready(office);
            hold(office, &made, None, at("2026-12-08", 10)).unwrap();
        },
        6,
        "F9 F9 Space F9",
    ),
    (
        Why::Ready,
        |office| {
            ready(office);
        },
        0,
        "F9 1 F9 Space F9",
    ),
    (
        Why::Meeting,
        |office| {
            let (made, ..) = booked(office, "2026-11-24");
            done(office, &made);
        },
        0,
        "F9 a F9",
    ),
    (
        Why::WasItHeld,
        |office| {
            booked(office, "2026-11-24");
        },
        1,
        "F9 d f F9",
    ),
    (Why::LatePromise, promised, 1, "F9 l F9"),
    (Why::Step(StepKind::Promise), promised, 0, "F9 F9 y F9"),
    (
        Why::Objection,
        |office| {
            let made = office.a_case();
            let (case, objection, kind) = (made.case, office.id(), Objection::OtherParent);
            let (who, words) = ("father".into(), "rang".into());
            after(office, AfterWrite::Object { case, objection, kind, who, words });
        },
        0,
        "F9 s Enter T o m Enter",
    ),
    (
        Why::Certificate,
        |office| {
            declined(office);
        },
        0,
        "F9 F9",
    ),
    (
        Why::Outcome,
        |office| {
            let (made, _, booking) = booked(office, "2026-11-24");
            done(office, &made);
            office.raw().execute("UPDATE bookings SET state = 'met' WHERE id = ?1", [booking]).unwrap();
            // The rows of the case are made again by any write.
            let note = office.id();
            office.case(&CaseWrite::Note { case: made.case, note, body: "Met.".into() }).unwrap();
        },
        0,
        "F9 n F9",
    ),
    (
        Why::NoteActions,
        |office| {
            let (made, _) = met(office, Outcome::Agreed);
            done(office, &made);
        },
        0,
        "F9 F9",
    ),
    (
        Why::Action,
        |office| {
            let (made, booking) = met(office, Outcome::Agreed);
            done(office, &made);
            let (case, action) = (made.case, office.id());
            let (what, who, typed) = ("OT review".into(), "LA".into(), "thu".into());
            let (booking, period, due) = (Some(booking), "", Some(day("2026-11-26")));
            after(office, AfterWrite::Agreed { case, action, booking, what, who, period, typed, due });
        },
        2,
        "F9 y",
    ),
    (
        Why::Close,
        |office| {
            let (made, _) = met(office, Outcome::NotAgreed);
            done(office, &made);
        },
        0,
        "F9 F9",
    ),
    (
        Why::Review,
        |office| {
            let case = office.a_case().case;
            let (reason, words) = (Closing::SettledBefore, "".into());
            after(office, AfterWrite::Close { case, reason, words, call_off: None, unsent: false });
        },
        1096,
        "F9 k",
    ),
    (
        Why::NeedsMediator,
        |office| {
            let (made, mediator, _) = booked(office, "2026-12-02");
            done(office, &made);
            let (id, from) = (office.id(), day("2026-12-02"));
            mediates(office, &MediatorWrite::Away { id, mediator, from, to: from, words: "ill".into() });
        },
        0,
        "F9 F9 F9",
    ),
    (
        Why::ClosedDay,
        |office| {
            let (made, ..) = booked(office, "2026-12-02");
            done(office, &made);
            let signed = office.signed();
            let write = OfficeWrite::CloseDay(day("2026-12-02"), "Training".into());
            office.store.office_write(&write, &signed).unwrap();
        },
        0,
        "F9 2 F9 F9",
    ),
    (
        Why::Quiet,
        |office| {
            let made = asked(office, 0);
            let later = office.today() + chrono::Days::new(60);
            made::promises(office, &made, later);
            let tell = office.store.facts(made.case).unwrap().steps[0].id;
            office.case(&CaseWrite::StepDone { case: made.case, step: tell }).unwrap();
        },
        21,
        "F9 n x F9",
    ),
    (
        Why::Quiet,
        |office| {
            let made = asked(office, 0);
            let later = office.today() + chrono::Days::new(60);
            made::promises(office, &made, later);
            let tell = office.store.facts(made.case).unwrap().steps[0].id;
            office.case(&CaseWrite::StepDone { case: made.case, step: tell }).unwrap();
        },
        21,
        "F9 p + 3 F9",
    ),
    (Why::Decides, decides, 214, "F9 y F9"),
    (Why::Appeal, certified, 35, "F9 a F9"),
    (Why::TwoValues, two_values, 0, "F9 m"),
    (Why::Step(StepKind::CheckParent), third_party, 0, "F9 F9 y F9"),
    (Why::Step(StepKind::TellLa), |office| stepped(office, StepKind::TellLa), 0, "F9 a F9"),
    (Why::Step(StepKind::RingOtherSide), |office| stepped(office, StepKind::RingOtherSide), 0, "F9 a F9"),
    (Why::Step(StepKind::RingFamily), |office| stepped(office, StepKind::RingFamily), 0, "F9 y F9"),
    (
        Why::Step(StepKind::TellOtherSideDate),
        |office| stepped(office, StepKind::TellOtherSideDate),
        0,
        "F9 F9",
    ),
    (Why::Step(StepKind::TellFamilyDate), |office| stepped(office, StepKind::TellFamilyDate), 0, "F9 F9"),
    (Why::Step(StepKind::TellMediator), |office| stepped(office, StepKind::TellMediator), 0, "F9 F9"),
    (Why::Step(StepKind::Remind), |office| stepped(office, StepKind::Remind), 0, "F9 F9"),
    (Why::Step(StepKind::ArrangeNeeds), |office| stepped(office, StepKind::ArrangeNeeds), 0, "F9 F9"),
    (Why::Step(StepKind::TellFamilyNo), |office| stepped(office, StepKind::TellFamilyNo), 0, "F9 F9"),
    (Why::Step(StepKind::FindMediator), |office| stepped(office, StepKind::FindMediator), 0, "F9 F9"),
    (Why::Step(StepKind::TellFamilyWho), |office| stepped(office, StepKind::TellFamilyWho), 0, "F9 F9"),
    (Why::Step(StepKind::TellOtherSideWho), |office| stepped(office, StepKind::TellOtherSideWho), 0, "F9 F9"),
    (Why::Step(StepKind::TellFamilyOff), |office| stepped(office, StepKind::TellFamilyOff), 0, "F9 F9"),
    (Why::Step(StepKind::TellOtherSideOff), |office| stepped(office, StepKind::TellOtherSideOff), 0, "F9 F9"),
    (Why::Step(StepKind::TellMediatorOff), |office| stepped(office, StepKind::TellMediatorOff), 0, "F9 F9"),
];

/// A real desk on the office's file, so many days later, at Today.
fn desk_on(mut office: Office, days: u64) -> (Desk, Option<Why>) {
    let path = office.path();
    let folder = office.folder.take().unwrap();
    office.days_later(days);
    let today = office.today();
    drop(office);
    let there = folder.path().join("office.sqlite");
    std::fs::rename(path, &there).unwrap();
    let mut store = Store::new(Box::new(Sqlite::open(&there).unwrap()));
    let why = store
        .queue_at(today.and_hms_opt(14, 32, 0).unwrap(), 0, "")
        .unwrap()
        .rows
        .first()
        .and_then(|row| row.why);
    drop(store);
    let mut desk = Desk::on(folder, Place::Today);
    // The next days are seen in the morning, at 9:32.
    let days = (today - day("2026-11-24")).num_days();
    desk.wait(if days > 0 { days * DAY - 5 * DAY / 24 } else { 0 });
    desk.at(Place::Today);
    (desk, why)
}

#[test]
fn every_step_of_today_leads_back_to_today() {
    let mut wrong = Vec::new();
    for (why, make, days, keys) in ROWS {
        let mut office = Office::in_file();
        make(&mut office);
        let (mut desk, shown) = desk_on(office, *days);
        if shown != Some(*why) {
            wrong.push(format!("{why:?} is not shown, but {shown:?}"));
            continue;
        }
        let title = desk.screen().lines().next().unwrap_or_default().to_owned();
        let lines = |desk: &Desk| desk.value("SELECT count(*) FROM history").parse::<i64>().unwrap();
        let before = lines(&desk);
        let (first, rest) = keys.split_at(2);
        desk.keys(first);
        let led = desk.screen().lines().next() != Some(title.as_str());
        desk.keys(rest);
        let (screen, wrote) = (desk.screen(), lines(&desk) > before);
        if !led || !wrote || !screen.contains("TODAY  ") {
            wrong.push(format!("{why:?} by {keys}: led {led}, wrote {wrote}:\n{screen}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_holds_every_reason_of_today() {
    let held: BTreeSet<String> = ROWS.iter().map(|(why, ..)| why.code()).collect();
    let all = Why::PLAIN.into_iter().chain(StepKind::ALL.into_iter().map(Why::Step));
    // A certificate that is promised is a row of its own reason since there are certificates.
    let missing: Vec<String> = all
        .map(Why::code)
        .filter(|code| !held.contains(code) && *code != Why::Step(StepKind::Certificate).code())
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}
