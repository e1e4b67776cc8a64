//! The last act: named in the hint line, taken back for ten minutes, done again.

use mediation_line::domain::queue::BookingState;
use mediation_line::domain::willingness::Answer;
use mediation_line::protocol::effect::Place;

use super::acts;
use crate::contract::lists::page_on;
use crate::contract::office::{Made, day};
use crate::journeys::calendar::{bookings, desk_of, office};
use crate::journeys::desk::Desk;

fn states(desk: &mut Desk, made: &Made) -> Vec<BookingState> {
    bookings(desk, made).iter().map(|b| b.state).collect()
}

fn answer_of(desk: &mut Desk, made: &Made, party: i64) -> Option<Answer> {
    let facts = desk.worker.store().facts(made.case).unwrap();
    facts.parties.iter().find(|p| p.id == party).unwrap().standing.answer
}

/// The rows of Today about the case, as the file has them.
fn queue(desk: &mut Desk, made: &Made) -> String {
    let page = page_on(desk.worker.store(), day("2026-11-24"));
    let of_case = |row: &&mediation_line::store::queue::QueueRow| {
        row.item == mediation_line::store::queue::Item::Case(made.case) && row.at.is_none()
    };
    format!("{:?}", page.rows.iter().filter(of_case).collect::<Vec<_>>())
}

#[test]
fn a_booking_is_named_taken_back_and_booked_again() {
    let mut office = office();
    let made = office.a_ready_case();
    let mut desk = desk_of(office);
    let before = queue(&mut desk, &made);
    desk.keys("F9 2 F9 Space F9").shows("Booked ").shows("Ctrl+Z undoes");
    assert_eq!(states(&mut desk, &made), [BookingState::Booked]);
    desk.keys("Ctrl+Z").shows("Taken back: Booked ").shows("Ctrl+Y does it again.").shows("READY TO BOOK");
    assert_eq!(states(&mut desk, &made), [BookingState::LetGo]);
    assert_eq!(queue(&mut desk, &made), before);
    assert_eq!(acts(&mut desk, &made, 2), ["Taken back: Meeting booked", "Meeting booked"]);
    desk.keys("Ctrl+Y").shows("Done again: Booked ");
    assert_eq!(states(&mut desk, &made), [BookingState::Booked, BookingState::LetGo]);
    desk.keys("Ctrl+Z").shows("Taken back: Booked ");
    desk.keys("Ctrl+Z").shows("Nothing is left to take back here since the program started.");
    assert_eq!(states(&mut desk, &made), [BookingState::LetGo; 2]);
}

#[test]
fn after_a_restart_it_is_not_said_that_nothing_was_done() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0371").keys("p").text("thu").keys("Enter").shows("Ctrl+Z undoes");
    let mut desk = desk.restart();
    desk.keys("Ctrl+Z").shows("Nothing is left to take back here since the program started.");
}

#[test]
fn after_ten_minutes_one_line_says_that_it_stays() {
    let mut office = office();
    let made = office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F9 2 F9 Space F9").wait(10 * 60_000);
    desk.keys("Ctrl+Z").shows("Ten minutes are over. It stays: Booked ");
    assert_eq!(states(&mut desk, &made), [BookingState::Booked]);
}

#[test]
fn an_answer_is_taken_back_with_its_chase_its_steps_and_its_row_of_today() {
    let mut office = office();
    let made = office.a_case();
    let mut desk = desk_of(office);
    let before = queue(&mut desk, &made);
    let facts = desk.worker.store().facts(made.case).unwrap();
    desk.keys("F3").text("M-0001").keys("Enter Right Right Down n").text("tribunal").keys("Enter Enter");
    assert_eq!(answer_of(&mut desk, &made, made.authority), Some(Answer::NotWilling));
    desk.keys("Ctrl+Z").shows("Taken back: Other side not willing (M-0001).");
    assert_eq!(answer_of(&mut desk, &made, made.authority), None);
    assert_eq!(queue(&mut desk, &made), before);
    let now = desk.worker.store().facts(made.case).unwrap();
    assert_eq!((now.parties, now.steps, now.la_informed), (facts.parties, facts.steps, facts.la_informed));
    desk.keys("Ctrl+Y");
    assert_eq!(answer_of(&mut desk, &made, made.authority), Some(Answer::NotWilling));
}

#[test]
fn a_hold_a_hold_let_go_and_a_step_come_and_go() {
    let mut office = office();
    let made = office.a_case();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter F7 f 1 Enter").shows("Held until");
    assert_eq!(states(&mut desk, &made), [BookingState::Held]);
    desk.keys("x").shows("Ctrl+Z undoes");
    assert_eq!(states(&mut desk, &made), [BookingState::LetGo]);
    desk.keys("Ctrl+Z").shows("Taken back: Let go");
    assert_eq!(states(&mut desk, &made), [BookingState::Held]);
    desk.keys("Ctrl+Z").shows("Taken back: Held");
    assert_eq!(states(&mut desk, &made), [BookingState::LetGo]);
    desk.keys("Backspace").shows("M-0001");
    let steps = desk.worker.store().facts(made.case).unwrap().steps;
    assert!(!steps.is_empty());
    desk.keys("Right Right Right").choose("LA not told yet").keys("Enter").shows("Ctrl+Z undoes");
    assert_ne!(desk.worker.store().facts(made.case).unwrap().steps, steps);
    desk.keys("Ctrl+Z").shows("Taken back: ");
    assert_eq!(desk.worker.store().facts(made.case).unwrap().steps, steps);
}

#[test]
fn what_another_desk_changed_since_is_not_undone_and_they_are_named() {
    let mut office = office();
    let made = office.a_case();
    let mut tom = office.another_desk();
    let mut desk = desk_of(office);
    desk.keys("F3").text("M-0001").keys("Enter Right Right Down y Enter Enter");
    assert_eq!(answer_of(&mut desk, &made, made.authority), Some(Answer::Willing));
    let note = mediation_line::store::cases::CaseWrite::Note {
        case: made.case,
        note: tom.id(),
        body: "They rang again.".into(),
    };
    tom.case(&note).unwrap();
    desk.keys("Ctrl+Z").shows("Tom changed this case at 15:02. Nothing was undone.");
    assert_eq!(answer_of(&mut desk, &made, made.authority), Some(Answer::Willing));
}

#[test]
fn a_row_that_was_put_off_is_under_the_cursor_again_when_that_is_taken_back() {
    let chosen = |desk: &Desk| {
        let screen = desk.screen();
        screen.lines().find(|line| line.starts_with('>')).unwrap_or_default().to_owned()
    };
    let mut desk = Desk::practice(Place::Today);
    desk.at(Place::Today).choose("->");
    let row = chosen(&desk);
    desk.keys("s").text("fri").keys("Enter");
    assert_ne!(chosen(&desk), row, "{}", desk.screen());
    // Wherever the cursor has gone meanwhile.
    for moved in ["", "Down", "Home"] {
        desk.keys(moved).keys("Ctrl+Z");
        assert_eq!(chosen(&desk), row, "{moved} {}", desk.screen());
        desk.keys("Ctrl+Y");
        assert_ne!(chosen(&desk), row, "{moved} {}", desk.screen());
    }
}
