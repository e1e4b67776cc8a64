//! Rules 23 to 25: promises, rows that were put off, the coordinator's look; and whom rule 7 asks.

use chrono::{NaiveDateTime, NaiveTime};
use mediation_line::domain::call::CallerKind;
use mediation_line::domain::moment::Moment;
use mediation_line::domain::promise::Part;
use mediation_line::domain::queue::{
    ActionFacts, BookingState, CaseFacts, CaseState, Group, SnoozeFacts, StepFacts, StepKind, Why, ahead,
    enquiry, ring,
};
use mediation_line::domain::willingness::{Answer, PartyKind};
use mediation_line::domain::working_days::WorkingDays;

use super::{YES, case, date, day, line, row, rows, told};

fn promised(part: Part, words: &str) -> CaseFacts {
    let step = StepFacts {
        at: part,
        party: Some(2),
        words: words.into(),
        ..StepFacts::new(9, StepKind::Promise, day("2026-11-26"))
    };
    CaseFacts { steps: vec![step], ..case(YES, None) }
}

fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    format!("2026-11-{text}").parse().unwrap()
}

#[test]
fn queue_23_a_promise_on_its_day_and_late_when_its_time_has_passed() {
    for (part, words, said, late, late_from) in [
        (
            Part::Before(noon()),
            "thu before noon",
            "Promised: ring family before 12:00",
            "Promised before 12:00, not rung yet",
            "2026-11-26T12:00",
        ),
        (
            Part::After(noon()),
            "thu pm",
            "Promised: ring family after 12:00",
            "Promised Thu 26 Nov after 12:00, late",
            "2026-11-27",
        ),
        (Part::Any, "", "Promised: ring family", "Promised Thu 26 Nov, not rung yet", "2026-11-27"),
        (
            Part::Any,
            "thu when the taxi has come",
            "Promised: ring family, thu when the taxi",
            "Promised Thu 26 Nov, not rung yet",
            "2026-11-27",
        ),
    ] {
        let facts = promised(part, words);
        let on_its_day = row(&facts, Why::Step(StepKind::Promise)).unwrap();
        assert_eq!(on_its_day.sorted_by(), Moment { day: day("2026-11-26"), time: part.time() });
        assert_eq!(on_its_day.party, Some(2));
        let meant = line(Group::Chase, "2026-11-26", "2026-11-26", said, "Ring family");
        assert_eq!(told(Some(on_its_day)), Some(meant));
        let meant = line(Group::Now, late_from, "2026-11-26", late, "Ring family");
        assert_eq!(told(row(&facts, Why::LatePromise)), Some(meant));
    }
}

#[test]
fn queue_23_a_promise_for_a_closed_day_is_seen_on_the_last_day_before_it() {
    let mut facts = promised(Part::Any, "");
    facts.steps[0].due = day("2026-11-28");
    let found = row(&facts, Why::Step(StepKind::Promise)).unwrap();
    assert_eq!((found.show_from, found.due), (day("2026-11-27").into(), day("2026-11-28")));
    facts.steps[0].party = None;
    assert_eq!(row(&facts, Why::LatePromise).unwrap().step, "Ring them");
    assert_eq!(ring(Some(PartyKind::LocalAuthority)), "Ring LA");
}

#[test]
fn queue_24_what_was_put_off_is_seen_again_and_hides_nothing_else() {
    let mut facts = promised(Part::Before(noon()), "");
    facts.parties[1].chase = Some(day("2026-11-24"));
    let put_off = |why: Why, party, until| SnoozeFacts {
        id: 7,
        why: why.code(),
        party,
        booking: matches!(why, Why::LatePromise | Why::Step(StepKind::Promise)).then_some(9),
        until,
        staff: "Priya".into(),
    };
    let before = rows(&facts);
    let friday: Moment = day("2026-11-27").into();
    facts.snoozes = vec![
        put_off(Why::Chase, Some(3), friday),
        put_off(Why::Chase, Some(2), day("2026-12-24").into()),
        put_off(Why::LatePromise, Some(2), Moment::at(day("2026-11-26"), noon())),
    ];
    for (now, was) in rows(&facts).into_iter().zip(before) {
        let meant = if now.why == Why::Chase { friday } else { was.show_from };
        assert_eq!(now.show_from, meant, "{:?}", now.why);
        assert_eq!((now.due, now.reason), (was.due, was.reason));
    }
    let chase = row(&facts, Why::Chase).unwrap();
    assert!(!chase.show_from.has_come(at("26T23:59:00")) && chase.show_from.has_come(at("27T00:00:00")));
    // What was put off for less than it waits anyhow is not brought forward.
    facts.snoozes = vec![put_off(Why::Step(StepKind::Promise), Some(2), day("2026-11-24").into())];
    assert_eq!(row(&facts, Why::Step(StepKind::Promise)).unwrap().show_from, day("2026-11-26").into());
}

#[test]
fn queue_24_of_several_promises_and_actions_only_the_one_that_was_put_off_waits() {
    let mut facts = promised(Part::Any, "");
    facts.steps.push(StepFacts { id: 10, ..facts.steps[0].clone() });
    facts.after.actions =
        vec![ActionFacts { id: 31, due: day("2026-11-26") }, ActionFacts { id: 32, due: day("2026-11-26") }];
    let friday: Moment = day("2026-11-27").into();
    for (why, id) in [(Why::Step(StepKind::Promise), 10), (Why::Action, 31)] {
        let (booking, party) = (Some(id), if why == Why::Action { None } else { Some(2) });
        let staff = "Priya".into();
        facts.snoozes = vec![SnoozeFacts { id: 7, why: why.code(), party, booking, until: friday, staff }];
        let seen: Vec<_> = rows(&facts).into_iter().filter(|row| row.why == why).collect();
        let moved: Vec<bool> = seen.iter().map(|row| row.show_from == friday).collect();
        assert_eq!(moved.iter().filter(|moved| **moved).count(), 1, "{why:?}: one row waits");
        assert_eq!(seen.len(), 2, "{why:?}");
    }
}

#[test]
fn queue_25_after_three_chases_a_coordinator_looks() {
    for (chases, why, reason, step) in [
        (0, Why::Chase, "LA asked Mon 23 Nov, no answer", "Ring LA"),
        (1, Why::Chase, "LA asked Mon 23 Nov, 2nd chase of 3", "Ring LA"),
        (2, Why::Chase, "LA asked Mon 23 Nov, 3rd chase of 3", "Ring LA"),
        (3, Why::Chased, "LA: 3 chases, last Mon 23 Nov", "Look"),
        (4, Why::Chased, "LA: 4 chases, last Mon 23 Nov", "Look"),
    ] {
        let mut facts = case(YES, None);
        let authority = &mut facts.parties[1];
        (authority.chase, authority.asked) = (Some(day("2026-11-24")), Some(day("2026-11-23")));
        authority.chases = chases;
        let meant = line(Group::Chase, "2026-11-24", "2026-11-24", reason, step);
        assert_eq!(told(row(&facts, why)), Some(meant));
        facts.parties[1].standing.answer = Some(Answer::Willing);
        assert_eq!(row(&facts, why), None, "who answered is not chased");
    }
    let mut facts = case(None, None);
    let family = &mut facts.parties[0];
    (family.standing.kind, family.chases) = (PartyKind::YoungPerson, 1);
    (family.chase, family.asked) = (Some(day("2026-11-24")), Some(day("2026-11-23")));
    assert_eq!(row(&facts, Why::Chase).unwrap().reason, "Young person asked Mon 23 Nov, 2nd chase");
}

#[test]
fn queue_26_an_enquiry_waits_for_its_caller_and_is_rung_after_its_day() {
    let today = day("2026-11-24");
    for (kind, step) in [
        (CallerKind::LaOfficer, "Ring officer"),
        (CallerKind::SendiassOfficer, "Ring officer"),
        (CallerKind::SchoolStaff, "Ring school"),
        (CallerKind::Parent, "Ring parent"),
        (CallerKind::OtherParty, "Ring them"),
    ] {
        for (next, rings_back, reason, does) in [
            ("2026-11-16", true, "J. W.: no word since Mon 16 Nov", step),
            ("2026-11-24", true, "J. W. rings back Tue 24 Nov", "Open"),
            ("2026-11-24", false, "J. W.: he or she rings us, Tue 24 Nov", "Open"),
        ] {
            assert_eq!(enquiry(kind, "J. W.", rings_back, day(next), today), (reason.to_owned(), does));
        }
    }
}

#[test]
fn queue_23_on_a_later_day_the_row_of_a_late_promise_has_its_day_and_its_time() {
    let half_past_one = NaiveTime::from_hms_opt(13, 30, 0).unwrap();
    for (part, on_its_day, later) in [
        (
            Part::Before(noon()),
            "Promised before 12:00, not rung yet",
            "Promised Thu 26 Nov before 12:00, late",
        ),
        (Part::At(half_past_one), "Promised at 13:30, not rung yet", "Promised Thu 26 Nov at 13:30, late"),
        (
            Part::After(half_past_one),
            "Promised Thu 26 Nov after 13:30, late",
            "Promised Thu 26 Nov after 13:30, late",
        ),
        (Part::Any, "Promised Thu 26 Nov, not rung yet", "Promised Thu 26 Nov, not rung yet"),
    ] {
        let late = row(&promised(part, ""), Why::LatePromise).unwrap();
        for (today, said) in [("2026-11-26", on_its_day), ("2026-11-27", later)] {
            assert_eq!(late.why.said(&late.reason, late.due, day(today)), said);
            assert!(said.chars().count() <= 41, "{said}");
        }
    }
}

#[test]
fn snooze_5_a_clock_that_ends_before_is_named() {
    let england = WorkingDays::england();
    let past = |facts: &CaseFacts, until: &str| {
        let known = facts.known();
        let found = ahead(facts, &known, (&england, &england), day("2026-11-24"), day(until));
        found.map(|clock| clock.words())
    };
    // The authority was told on 4 November: the 30 days end on Friday 4 December.
    let facts = CaseFacts { la_informed: Some(day("2026-11-04")), ..case(YES, None) };
    let said = "Put off until Tue 8 Dec. The 30 days end before: Fri 4 Dec.";
    assert_eq!(past(&facts, "2026-12-08").as_deref(), Some(said));
    assert_eq!(past(&facts, "2026-12-04"), None, "it is seen again on the last day");
    let ended = CaseFacts { la_informed: Some(day("2026-10-20")), ..facts.clone() };
    assert_eq!(past(&ended, "2026-12-08"), None, "what has ended has rows of its own");
    // A letter of 2 November, and a family that is silent.
    let silent = past(&case(None, None), "2027-01-04").unwrap();
    assert_eq!(silent, "Put off until Mon 4 Jan. The family's 2 months end before: Sat 2 Jan.");
    // The family of a booked meeting is told five working days before, which no row of its own says.
    let steps = vec![StepFacts::new(9, StepKind::TellFamilyDate, day("2026-11-24"))];
    let booked =
        CaseFacts { bookings: vec![date(BookingState::Booked, "2026-12-07")], steps, ..facts.clone() };
    let said = "Put off until Wed 2 Dec. The days of notice end before: Mon 30 Nov.";
    assert_eq!(past(&booked, "2026-12-02").as_deref(), Some(said));
    let closed = CaseFacts { state: CaseState::Closed, ..facts };
    assert_eq!(past(&closed, "2026-12-08"), None);
    assert!(said.chars().count() <= 76 && silent.chars().count() <= 76);
}

#[test]
fn queue_7_whoever_decides_is_asked_whether_they_agreed() {
    let young = ("Ask the young person, say where from", "Ring family");
    for (kind, of_age, (reason, label)) in [
        (PartyKind::Family, false, ("Check with parent, say where from", "Ring parent")),
        (PartyKind::Family, true, young),
        (PartyKind::YoungPerson, false, young),
    ] {
        let mut facts = case(YES, YES);
        facts.parties[0].standing.kind = kind;
        facts.after.of_age = of_age;
        facts.steps = vec![StepFacts::new(9, StepKind::CheckParent, day("2026-12-03"))];
        let meant = Some(line(Group::Chase, "2026-12-03", "2026-12-03", reason, label));
        assert_eq!(told(row(&facts, Why::Step(StepKind::CheckParent))), meant);
    }
}
