//! What becomes of a date: doubt, confirming, calling off, moving, held or not, and a resent intention.

use mediation_line::domain::queue::StepKind;
use mediation_line::domain::typed_day::DayReading;

use super::*;

#[test]
fn a_booking_in_doubt_keeps_its_time_until_somebody_decides() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let (made, other) = (office.a_ready_case(), office.a_ready_case());
        let booked = book(&mut office, &made, Some(ruth), at("2026-12-02", 10)).unwrap();
        office.answers(&made, made.authority, Answer::PulledOut).unwrap();
        assert_eq!(states(&mut office, &made), [BookingState::InDoubt]);
        let today = office.today();
        let first = &page_on(&mut office.store, today).rows[0];
        assert_eq!((first.booking, &*first.reason), (Some(booked.id), "In doubt Wed 2 Dec: LA pulled out"));
        let said = refused(hold(&mut office, &other, Some(ruth), booked.slot));
        assert!(said.to_string().starts_with(&format!("Booked for {}.", booked.reference)), "{said}");
        let said = refused(writes(&mut office, &CalendarWrite::Confirm { booking: booked.id }));
        assert_eq!(said.to_string(), "Not booked. The LA pulled out.");
        // Nor can it be booked again, or moved, around the light.
        let moved = CalendarWrite::Move {
            booking: booked.id,
            new: office.id(),
            slot: at("2026-12-03", 10),
            mediator: None,
            short_notice_agreed: false,
        };
        assert!(matches!(refused(writes(&mut office, &moved)), Refusal::NotReady { .. }));
        office.answers(&made, made.authority, Answer::Willing).unwrap();
        assert_eq!(states(&mut office, &made), [BookingState::InDoubt], "a person confirms it");
        let sure = writes(&mut office, &CalendarWrite::Confirm { booking: booked.id }).unwrap();
        assert_eq!(sure.state, BookingState::Booked);
        let again = refused(writes(&mut office, &CalendarWrite::Confirm { booking: booked.id }));
        assert_eq!(again, Refusal::IsNow("booked"));
    }
}

#[test]
fn withdrawn_consent_puts_the_booking_in_doubt_and_it_can_be_called_off() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        let booked = book(&mut office, &made, Some(ruth), at("2026-12-02", 10)).unwrap();
        let record = office.id();
        let nothing = || "".into();
        office
            .case(&CaseWrite::Consent {
                case: made.case,
                record,
                act: ConsentAct::Withdrawn,
                giver: "mother".into(),
                given: None,
                how: "phone".into(),
                limits: nothing(),
                not_covered: nothing(),
                words: nothing(),
            })
            .unwrap();
        assert_eq!(states(&mut office, &made), [BookingState::InDoubt]);
        assert_eq!(refused(hold(&mut office, &made, None, at("2026-12-03", 10))), Refusal::NoConsent);
        assert_eq!(refused(book(&mut office, &made, None, at("2026-12-03", 10))), Refusal::NoConsent);
        let off = CalendarWrite::CallOff { booking: booked.id, words: "".into(), by: CalledOffBy::Family };
        assert_eq!(writes(&mut office, &off).unwrap().state, BookingState::CalledOff);
        let other = office.a_ready_case();
        book(&mut office, &other, Some(ruth), booked.slot).unwrap();
    }
}

/// Consent is withdrawn and given again, and the meeting that was in doubt is confirmed.
fn withdrawn_and_confirmed(office: &mut Office, made: &Made, booking: i64) {
    withdrawn_and_given(office, made);
    assert!(steps(office, made).is_empty());
    writes(office, &CalendarWrite::Confirm { booking }).unwrap();
}

#[test]
fn a_confirmed_booking_is_reminded_of_again() {
    for mut office in offices() {
        mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        let booked = book(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
        let remind = ("remind everyone", "2026-11-30".to_owned());
        for _ in 0..2 {
            assert!(steps(&mut office, &made).contains(&remind));
            withdrawn_and_confirmed(&mut office, &made, booked.id);
        }
        assert!(steps(&mut office, &made).contains(&remind));
    }
}

#[test]
fn whoever_was_not_told_the_date_before_a_withdrawal_is_told_once_it_is_confirmed() {
    for mut office in offices() {
        mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        // Moved, so that the family does not know the date either.
        let first = book(&mut office, &made, None, at("2026-12-02", 10)).unwrap();
        let new = office.id();
        let (slot, mediator, short_notice_agreed) = (at("2026-12-09", 10), None, false);
        let to = CalendarWrite::Move { booking: first.id, new, slot, mediator, short_notice_agreed };
        writes(&mut office, &to).unwrap();
        let promised = steps(&mut office, &made);
        assert_eq!(promised.len(), 4, "the other side, the family, the mediator, a reminder");
        withdrawn_and_confirmed(&mut office, &made, new);
        assert_eq!(steps(&mut office, &made), promised);
        // Who has been told is not told again.
        let open = office.store.facts(made.case).unwrap().steps;
        for told in open.iter().filter(|step| step.what != StepKind::Remind) {
            office.case(&CaseWrite::StepDone { case: made.case, step: told.id }).unwrap();
        }
        withdrawn_and_confirmed(&mut office, &made, new);
        let codes: Vec<_> = steps(&mut office, &made).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, ["remind everyone"]);
    }
}

#[test]
fn calling_off_frees_the_time_and_drops_its_steps() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        let before = steps(&mut office, &made);
        let booked = book(&mut office, &made, Some(ruth), at("2026-12-02", 10)).unwrap();
        assert!(!reasons(&mut office, &made).iter().any(|r| r.starts_with("Both sides willing")));
        let words = "the head teacher is ill".into();
        let off = CalendarWrite::CallOff { booking: booked.id, words, by: CalledOffBy::OtherSide };
        writes(&mut office, &off).unwrap();
        let mut after = before;
        let today = "2026-11-24".to_owned();
        after.extend([("tell the family it is off", today.clone()), ("tell the mediator it is off", today)]);
        assert_eq!(steps(&mut office, &made), after, "the other side knows: it called it off");
        assert!(reasons(&mut office, &made).iter().any(|r| r.starts_with("Both sides willing")));
        let line = &office.store.timeline(made.case, None, 1).unwrap()[0];
        assert_eq!(line.act, "Meeting called off by the other side");
        assert!(line.words.ends_with("Ruth Adeyemi: the head teacher is ill"));
        assert_eq!(refused(writes(&mut office, &off)), Refusal::IsNow("over"));
        let col = mediator(&mut office, "Col Fenwick");
        book(&mut office, &made, Some(col), booked.slot).unwrap();
        let left = steps(&mut office, &made);
        let off: Vec<&str> = left.iter().map(|(what, _)| *what).filter(|w| w.contains("it is off")).collect();
        assert_eq!(
            off,
            ["tell the mediator it is off"],
            "the new date tells the family; Ruth does not come to it"
        );
        let lost = refused(writes(&mut office, &CalendarWrite::LetGo { booking: booked.id }));
        assert_eq!(lost, Refusal::IsNow("over"));
    }
}

#[test]
fn moving_writes_a_new_date_and_keeps_the_old_line() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let col = mediator(&mut office, "Col Fenwick");
        let made = office.a_ready_case();
        let booked = book(&mut office, &made, Some(ruth), at("2026-12-02", 10)).unwrap();
        // An hour later: the old time does not stand in the way of the new one.
        let new = office.id();
        let slot = at("2026-12-02", 11);
        let moved = writes(
            &mut office,
            &CalendarWrite::Move {
                booking: booked.id,
                new,
                slot,
                mediator: None,
                short_notice_agreed: false,
            },
        );
        let moved = moved.unwrap();
        assert_eq!((moved.id, moved.state, moved.mediator), (new, BookingState::Booked, ruth));
        assert_eq!(states(&mut office, &made), [BookingState::Moved, BookingState::Booked]);
        assert!(steps(&mut office, &made).contains(&("tell the family the date", "2026-11-24".into())));
        assert_eq!(office.store.facts(made.case).unwrap().steps.len(), 4, "one of each kind");
        let new = office.id();
        let other = CalendarWrite::Move {
            booking: moved.id,
            new,
            slot,
            mediator: Some(col),
            short_notice_agreed: false,
        };
        assert_eq!(writes(&mut office, &other).unwrap().mediator, col);
        assert_eq!(refused(writes(&mut office, &other)).to_string(), Refusal::IsNow("moved").to_string());
    }
}

#[test]
fn whether_a_meeting_was_held_is_said_on_its_day_or_after() {
    for mut office in offices() {
        let ruth = mediator(&mut office, "Ruth Adeyemi");
        let (made, other) = (office.a_ready_case(), office.a_ready_case());
        let one = book(&mut office, &made, Some(ruth), at("2026-12-23", 10)).unwrap();
        let two = book(&mut office, &other, Some(ruth), at("2026-12-23", 13)).unwrap();
        let met = CalendarWrite::Outcome {
            booking: one.id,
            outcome: office.id(),
            result: Outcome::PartAgreed,
            by: None,
            words: "".into(),
        };
        assert_eq!(refused(writes(&mut office, &met)), Refusal::NotYet("Wed 23 Dec".into()));
        office.days_later(30);
        assert!(reasons(&mut office, &made).iter().any(|r| r == "Meeting Wed 23 Dec: was it held?"));
        assert_eq!(writes(&mut office, &met).unwrap().state, BookingState::Met);
        assert!(steps(&mut office, &made).is_empty());
        let due = page_on(&mut office.store, day("2026-12-30"));
        let due: Vec<&str> = due.rows.iter().map(|row| &*row.reason).collect();
        assert!(due.contains(&"Certificate due today (met Wed 23 Dec)"), "{due:?}");
        assert!(!reasons(&mut office, &made).iter().any(|r| r.contains("was it held")));
        let not = CalendarWrite::Outcome {
            booking: two.id,
            outcome: office.id(),
            result: Outcome::DidNotHappen,
            by: Some(ByWhom::Office),
            words: "no interpreter came".into(),
        };
        assert_eq!(writes(&mut office, &not).unwrap().state, BookingState::DidNotHappen);
        assert!(steps(&mut office, &other).is_empty());
        assert!(reasons(&mut office, &other).iter().any(|r| r.starts_with("Both sides willing")));
    }
}

#[test]
fn a_resent_intention_is_carried_out_once() {
    for mut office in offices() {
        mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        let (booking, signed) = (office.id(), office.signed());
        let slot = at("2026-12-02", 10);
        let write =
            CalendarWrite::Hold { booking, case: made.case, mediator: None, slot, format: Format::Online };
        let first = office.store.calendar_write(&write, &signed).unwrap();
        assert_eq!(office.store.calendar_write(&write, &signed).unwrap(), first);
        assert_eq!(states(&mut office, &made).len(), 1);
    }
}

#[test]
fn no_path_books_without_the_light() {
    let mut office = Office::in_file();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_case();
    let slot = at("2026-12-02", 10);
    let held = hold(&mut office, &made, Some(ruth), slot).unwrap();
    let new = office.id();
    let paths = [
        CalendarWrite::Confirm { booking: held.id },
        CalendarWrite::Outcome {
            booking: held.id,
            outcome: office.id(),
            result: Outcome::Agreed,
            by: None,
            words: "".into(),
        },
        CalendarWrite::Move {
            booking: held.id,
            new,
            slot: at("2026-12-03", 10),
            mediator: None,
            short_notice_agreed: false,
        },
    ];
    assert!(book(&mut office, &made, None, at("2026-12-04", 10)).is_err());
    assert!(book_as(&mut office, held.id, &made, Some(ruth), slot).is_err());
    for path in paths {
        let _ = writes(&mut office, &path);
    }
    assert_eq!(office.number("SELECT count(*) FROM bookings WHERE state NOT IN ('held', 'moved')"), 0);
    let raw = office.raw();
    let booked = "UPDATE bookings SET state = 'booked' WHERE state = 'held'";
    for verb in ["UPDATE", "UPDATE OR IGNORE", "UPDATE OR REPLACE"] {
        assert!(raw.execute(&booked.replacen("UPDATE", verb, 1), []).is_err(), "{verb}");
    }
}

#[test]
fn no_row_of_today_names_a_hold_that_has_lapsed() {
    let mut office = Office::in_file();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    hold(&mut office, &made, Some(ruth), at("2026-12-30", 10)).unwrap();
    let ends = |office: &Office| -> String {
        let sql = "SELECT group_concat(reason) FROM attention WHERE kind = '30 days'";
        office.raw().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(ends(&office), "30 days 24 Dec; held 30 Dec until 1 Dec");
    office.days_later(8);
    let signed = office.signed();
    assert_eq!(office.store.let_go_lapsed(&signed), Ok(1));
    assert_eq!(ends(&office), "30 days end Thu 24 Dec, no date yet");
    assert_eq!(office.store.facts(made.case).unwrap().touched, day("2026-11-24"), "nobody has done anything");
}

#[test]
fn a_date_told_after_midnight_in_summer_was_told_that_day() {
    let mut office = Office::in_file();
    let ruth = mediator(&mut office, "Ruth Adeyemi");
    let made = office.a_ready_case();
    // Half past midnight on Friday 11 June 2027 in London, which is 23:30 of the day before in UTC.
    let (at_night, today) = (1_812_670_200_000, day("2027-06-11"));
    let signed = mediation_line::store::Signed { at: at_night, today, quarter: 2, ..office.signed() };
    let write = CalendarWrite::Book {
        booking: office.id(),
        case: made.case,
        mediator: Some(ruth),
        slot: at("2027-06-21", 10),
        format: Format::Online,
        short_notice_agreed: false,
        told_family: true,
        told_other_side: false,
    };
    office.store.calendar_write(&write, &signed).unwrap();
    let facts = office.store.facts(made.case).unwrap();
    assert_eq!(office.store.known(&facts).unwrap().told, DayReading::Day(today));
    // Two values for a field, and what was said of a birth, at the same minute.
    office.raw().execute("UPDATE details SET saved = $1", [at_night]).unwrap();
    let clash =
        "INSERT INTO clashes (id, case_id, field, typed, staff, at) VALUES (7, $1, 'school', 'x', 'Tom', $2)";
    office.raw().execute(clash, [made.case, at_night]).unwrap();
    assert_eq!(office.store.facts(made.case).unwrap().clashes[0].day, today);
}

#[test]
fn a_party_asked_before_a_withdrawal_is_chased_once_consent_is_given_again() {
    for mut office in offices() {
        let made = office.a_case();
        office.answers(&made, made.authority, Answer::Asked).unwrap();
        withdrawn_and_given(&mut office, &made);
        let facts = office.store.facts(made.case).unwrap();
        let (law, days) = (office.store.law().clone(), office.store.office().clone());
        let rows = mediation_line::domain::queue::attention(&facts, &law, &days);
        let chased =
            rows.iter().find(|row| row.why == mediation_line::domain::queue::Why::Chase).map(|row| row.due);
        assert_eq!(chased, Some(day("2026-11-25")));
    }
}

#[test]
fn an_outcome_put_right_leaves_no_clock_of_an_agreement() {
    for mut office in offices() {
        mediator(&mut office, "Ruth Adeyemi");
        let made = office.a_ready_case();
        let booking = book(&mut office, &made, None, at("2026-12-02", 10)).unwrap().id;
        office.days_later(8);
        for (result, by, agreed) in [
            (Outcome::Agreed, None, DayReading::Day(day("2026-12-02"))),
            (Outcome::DidNotHappen, Some(ByWhom::OtherSide), DayReading::Unread),
        ] {
            let outcome = office.id();
            let write = CalendarWrite::Outcome { booking, outcome, result, by, words: "".into() };
            writes(&mut office, &write).unwrap();
            let facts = office.store.facts(made.case).unwrap();
            assert_eq!(office.store.known(&facts).unwrap().agreement, agreed);
        }
    }
}
