//! A promise made in the call: one line in the window of Finish, read back, kept with the case.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

/// A mother's call with its Finish window open; it is Tuesday 24 November.
fn finishing() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("Esc p").text("07700 900142").keys("Esc c");
    desk.text("Kelechi Achebe").keys("Esc m y Enter F9").shows("p promise");
    desk.count();
    desk
}

const OF_PROMISE: &str = "SELECT due || ' ' || at_time || ' ' || words || ' ' || who FROM steps s
     WHERE what = 'promise' AND party_id = (SELECT id FROM parties p WHERE p.case_id = s.case_id AND side = 'family')";

#[test]
fn a_promise_in_the_call_is_read_back_and_written_with_finish() {
    let mut desk = finishing();
    desk.keys("p")
        .shows("PROMISE")
        .text("thu before noon")
        .shows("[thu before noon] = Thu 26 Nov before 12:00");
    desk.shows("SAY  \"Your reference is").shows("I will ring you on Thursday before noon.");
    insta::assert_snapshot!("promise_in_finish_80x24", desk.screen());
    insta::assert_snapshot!("promise_in_finish_60x20", desk.draw(60, 20).0);
    desk.keys("Enter").shows("PROMISE     > Ring them Thu 26 Nov before 12:00").keys("F9");
    assert_eq!(desk.count(), 3, "p, Enter and the F9 that finishes");
    desk.shows("Finished: M-0001");
    assert_eq!(desk.value(OF_PROMISE), "2026-11-26 before 12:00 thu before noon Priya Nair");
    assert_eq!(desk.value("SELECT state FROM calls"), "finished");
    assert_eq!(desk.value("SELECT count(*) FROM history WHERE act = 'Promised to ring'"), "1");
    assert_eq!(
        desk.value("SELECT group_concat(what, ', ') FROM (SELECT what FROM steps ORDER BY what)"),
        "promise, tell the la"
    );
    desk.wait(40 * 3_600_000);
    desk.at(Place::Desk).shows("Promised: ring family before 12:00");
}

#[test]
fn f9_keeps_a_promise_that_is_being_typed_and_esc_promises_nothing() {
    let mut desk = finishing();
    desk.keys("p").text("fri 2pm").shows("on Friday at 2 pm.").keys("F9").shows("Finished: M-0001");
    assert_eq!(
        desk.value("SELECT due || ' ' || at_time FROM steps WHERE what = 'promise'"),
        "2026-11-27 at 14:00"
    );
    let mut desk = finishing();
    desk.keys("p").text("fri").keys("Esc").hides("PROMISE").hides("Friday");
    // What was typed stands there again, and the window may be left and opened again.
    desk.keys("p").shows("[fri]").keys("Enter Esc F9").shows("PROMISE     > Ring them Fri 27 Nov");
    desk.keys("p Esc F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT count(*) FROM steps WHERE what = 'promise'"), "0");
    // An empty line is no promise.
    let mut desk = finishing();
    desk.keys("p Enter").hides("PROMISE").keys("F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT count(*) FROM steps WHERE what = 'promise'"), "0");
}

#[test]
fn a_call_that_is_left_takes_its_promise_along_as_the_ring_back() {
    let mut desk = finishing();
    desk.keys("p").text("thu before noon").keys("Enter b").shows("to be rung back Thu 26 Nov.");
    assert_eq!(
        desk.value("SELECT ring_back_day || ' ' || ring_back_time FROM calls"),
        "2026-11-26 before 12:00"
    );
}

#[test]
fn a_ring_back_that_is_still_to_come_stays_promised_when_the_call_is_finished_before() {
    let mut desk = finishing();
    desk.keys("p").text("16:30").keys("Enter b").shows("to be rung back today.");
    let taken_up = |desk: &mut Desk| {
        desk.at(Place::Desk).choose("Dawn A.").keys("F9 F9");
    };
    taken_up(&mut desk);
    desk.shows("PROMISE     > Ring them Tue 24 Nov at 16:30").keys("F9").shows("Finished: M-0001");
    assert_eq!(desk.value(OF_PROMISE), "2026-11-24 at 16:30 tue 24 nov at 16:30 Priya Nair");
    // Once its time has come the call taken up is the one that was promised.
    let mut desk = finishing();
    desk.keys("p").text("16:30").keys("Enter b").wait(7_500_000);
    taken_up(&mut desk);
    desk.hides("PROMISE").keys("F9").shows("Finished: M-0001");
    assert_eq!(desk.value("SELECT count(*) FROM steps WHERE what = 'promise'"), "0");
}

#[test]
fn a_later_call_about_the_case_promises_too_and_a_lost_answer_loses_nothing() {
    let mut desk = finishing();
    desk.keys("F9").wait(3_600_000);
    desk.keys("F3").text("M-0001").keys("Enter c F9 p").text("+3").keys("F9").shows("Finished");
    assert_eq!(desk.value("SELECT due FROM steps WHERE what = 'promise'"), "2026-11-27");
    assert_eq!(desk.value("SELECT count(*) FROM calls WHERE state = 'finished' AND outcome = 'case'"), "2");
}

#[test]
fn the_time_of_a_promise_is_seen_on_its_case_and_by_the_shell() {
    let mut desk = finishing();
    desk.keys("p").text("I'll ring Thursday before noon").keys("F9").shows("Finished: M-0001");
    desk.keys("F3").text("M-0001").keys("Enter Right Right Right");
    desk.shows("Thu 26 Nov").shows("Promised: ring family before 12:00");
    // Without a time the words stand in its place.
    desk.keys("Left Left Left p").text("fri when the boys are out").keys("Enter Right Right Right");
    desk.shows("Fri 27 Nov").shows("Promised: ring family, fri when the boys are out");
}

#[test]
fn the_day_of_a_promise_stands_on_the_case_and_undoing_brings_the_same_row_back() {
    let mut desk = Desk::practice(Place::Today);
    let row = |desk: &mut Desk| {
        let screen = desk.choose("M-0371").screen();
        screen.lines().find(|line| line.contains("M-0371")).unwrap().trim_end().to_owned()
    };
    let before = row(&mut desk);
    assert!(before.contains("30 days"), "{before}");
    desk.keys("p").text("thu before noon").keys("Enter").shows("Promised: Thu 26 Nov before 12:00.");
    let promised = row(&mut desk);
    assert!(promised.contains("promised 26 Nov"), "{promised}");
    desk.keys("Enter").shows("Promised to ring: Thu 26 Nov before 12:00").keys("F5");
    desk.keys("Ctrl+Z").shows("Taken back");
    assert_eq!(row(&mut desk), before);
}

#[test]
fn undoing_leaves_the_day_of_what_was_done_meanwhile() {
    let mut desk = Desk::practice(Place::Today);
    let touched = "SELECT touched FROM cases WHERE number = 371";
    let before = desk.value(touched);
    assert_ne!(before, "2026-11-24");
    desk.choose("M-0371").keys("p").text("thu").keys("Enter");
    assert_eq!(desk.value(touched), "2026-11-24");
    desk.choose("M-0371").keys("Enter n").text("They are away").keys("F9 F5");
    let promise = desk.value("SELECT max(id) FROM history WHERE act = 'Promised to ring'").parse().unwrap();
    let signed = desk.context().sign();
    desk.worker.store().take_back(promise, &signed).unwrap();
    assert_eq!(desk.value(touched), "2026-11-24", "the note was written today");
}

#[test]
fn words_without_a_day_promise_nothing_yet_and_are_asked_for_one() {
    let mut desk = finishing();
    desk.keys("p").text("when hes back from holiday").hides("I will ring you").shows("~ which day?");
    desk.keys("Enter").shows("Which day? Type it behind the words").text(" next week");
    desk.shows("I will ring you around Monday 30 November.").keys("Enter F9").shows("Finished: M-0001");
    assert_eq!(desk.value(OF_PROMISE), "2026-11-30  when hes back from holiday next week Priya Nair");
    // F9 asks once, and then keeps the words for a day on which the office is open.
    let mut desk = finishing();
    desk.keys("p").text("when hes back").keys("F9").shows("F9 again keeps the words").keys("F9");
    desk.shows("Finished: M-0001");
    assert_eq!(desk.value(OF_PROMISE), "2026-11-24  when hes back Priya Nair");
    // On a row of Today the words stay in the box as well.
    desk.keys("F3").text("M-0001").keys("Enter p").text("when hes back").shows("~ which day?").keys("Enter");
    desk.shows("Which day? Type it behind the words")
        .text(" mon")
        .keys("Enter")
        .shows("Promised: ~ Mon 30 Nov");
    assert_eq!(desk.value("SELECT count(*) FROM steps WHERE words = 'when hes back mon'"), "1");
}

#[test]
fn an_hour_from_now_is_promised_for_today() {
    let mut desk = finishing();
    desk.keys("p").text("in an hour").shows("I will ring you today at 3:3").keys("Enter F9");
    assert!(desk.value(OF_PROMISE).starts_with("2026-11-24 at 15:3"));
}

/// The day typed for the promise is the day of the step: no other word stands beside it.
#[test]
fn a_promised_day_is_not_called_tomorrow() {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Sue").keys("Esc p").text("07700 900111").keys("F9");
    desk.shows("Ring the family on [tomorrow] = Wed 25 Nov").keys("p").text("thurs before 12").keys("Enter");
    desk.shows("Ring the family on Thu 26 Nov").hides("tomorrow").keys("Enter").hides("tomorrow");
    desk.keys("F9").shows("Finished: M-0001. Next: ring them, Thu 26 Nov.");
}

#[test]
fn before_a_day_we_are_closed_the_next_step_is_not_tomorrow() {
    let mut desk = Desk::new();
    desk.morning("2026-11-27T09:05").keys("F2 p Enter").text("Sue").keys("Esc p").text("07700 900111");
    desk.keys("F9").shows("Ring the family on [mon 30 nov] = Mon 30 Nov").keys("F9");
    desk.shows("Finished: M-0001. Next: ring the family, Mon 30 Nov.");
    // A week later it was not done: another call says since when it is due.
    desk.morning("2026-12-07T09:05").keys("F3").text("m1").keys("Enter c p Enter F9 F9");
    desk.shows("due since Mon 30 Nov.");
}

#[test]
fn a_promise_of_many_words_moves_along_in_its_field() {
    let mut desk = finishing();
    desk.keys("p").text("thu before noon, when she has had the doctor and the school on the other line");
    for (width, height) in [(80, 24), (60, 20)] {
        let (screen, cursor) = desk.draw(width, height);
        let cursor = cursor.expect("a cursor");
        let line = screen.lines().nth(cursor.y.into()).expect("its line");
        assert!(line.contains("PROMISE     > Ring them on [ool on the other line ] = ~"), "{screen}");
        let before: String = line.chars().take(cursor.x.into()).collect();
        assert!(before.ends_with("on the other line"), "{screen}");
    }
    // The day of the step, where the keys are not.
    desk.shows("NEXT STEP   > Ring the LA on [tomorrow] = Wed 25 Nov");
}
