//! A file that cannot be written for a while: the text is kept, the screen says so, and all of it arrives.

use mediation_line::protocol::effect::Place;
use mediation_line::runtime::worker::Worker;
use mediation_line::store::Store;
use mediation_line::store::db::Fault;
use mediation_line::store::office::OfficeWrite;
use mediation_line::store::sqlite::Sqlite;

use crate::contract::calendar::mediator;
use crate::contract::failing::{Failing, Plan, Turn};
use crate::contract::office::Office;
use crate::journeys::budgets::parent_call;
use crate::journeys::desk::Desk;

/// A desk whose file fails when it is told to.
fn desk() -> (Desk, Plan) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.sqlite");
    drop(Sqlite::create(&path).unwrap());
    let (engine, plan) = Failing::around(Box::new(Sqlite::open(&path).unwrap()));
    (Desk::with(Worker::trusted(Store::new(Box::new(engine))), folder, Place::Desk), plan)
}

#[test]
fn while_nothing_can_be_written_the_text_is_kept_and_the_screen_says_so() {
    for (fault, words) in [
        (Fault::Busy, "NOT SAVED yet: another desk is writing. Your text is kept. Trying again."),
        (Fault::Full, "NOT SAVED since 14:32: the disk is full. Keep typing. Tell someone."),
        (Fault::Disk, "NOT SAVED since 14:32: the disk does not answer. Keep typing. Tell someone."),
    ] {
        let (mut desk, plan) = desk();
        desk.keys("F2 p Enter").text("Dawn Achebe").keys("F4").text("before").wait(500);
        assert_eq!(desk.value("SELECT body FROM notes"), "before");
        assert!(desk.screen().lines().next().unwrap().contains("Saved 14:32"));
        plan.rounds(vec![Turn::FailsBefore(fault)]);
        desk.text(" during").wait(500);
        let screen = desk.screen();
        assert!(screen.lines().next().unwrap().contains("NOT SAVED"), "{screen}");
        assert!(screen.lines().any(|line| line.trim() == words), "not {words:?}:\n{screen}");
        // Typing goes on, other pages open, and nothing of it is forgotten.
        desk.text(" and on").keys("F4 Alt+C").text("Kelechi Achebe").keys("Enter").wait(3000);
        desk.shows("Kelechi Achebe").shows("during and on").shows("NOT SAVED");
        assert_eq!(desk.value("SELECT body FROM notes"), "before");
        assert_eq!(desk.value("SELECT count(*) FROM details WHERE field = 'child'"), "0");
        plan.rounds(vec![Turn::Works]);
        desk.try_again();
        assert_eq!(desk.value("SELECT body FROM notes"), "before during and on");
        assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Kelechi Achebe");
        desk.hides("NOT SAVED").shows("Saved again, 14:32.");
        assert!(desk.screen().lines().next().unwrap().contains("Saved 14:32"));
        assert!(desk.worker.is_done());
    }
}

#[test]
fn what_can_never_be_written_is_said_without_the_words_of_the_file_and_is_not_called_saved() {
    let (mut desk, plan) = desk();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("F4").text("before").wait(500);
    let wrong = Fault::Mistake("CHECK constraint failed: length(body) <= 100000".to_owned());
    plan.next_writes([Turn::FailsBefore(wrong)]);
    desk.text(" during").wait(500).hides("CHECK").hides("length(");
    desk.shows("Not kept: a mistake of the program. What is on the screen is still there.");
    assert!(desk.screen().lines().next().unwrap().contains("NOT SAVED"), "{}", desk.screen());
    desk.text(" and on").wait(3000);
    assert!(desk.screen().lines().next().unwrap().contains("Saved 14:32"), "{}", desk.screen());
    assert_eq!(desk.value("SELECT body FROM notes"), "before during and on");
}

#[test]
fn what_was_lost_is_said_until_it_is_saved_itself() {
    let wrong = || Turn::FailsBefore(Fault::Mistake("something".to_owned()));
    let (mut desk, plan) = desk();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("F4").text("before").wait(500);
    plan.next_writes([wrong()]);
    desk.text(" during").wait(500).shows("Not kept").shows("NOT SAVED");
    // Other words are saved, and those are not.
    plan.next_writes([wrong()]);
    desk.keys("Alt+C").text("Kelechi").wait(3000).shows("NOT SAVED").hides("Saved 14:32");
    assert_eq!(desk.value("SELECT typed FROM details WHERE field = 'child'"), "Kelechi");
    desk.keys("Ctrl+Q")
        .shows("Not everything is saved, and it would be lost. q again to leave all the same.");
    desk.keys("F4").text("!").wait(3000).shows("Saved 14:32").hides("NOT SAVED");
    assert_eq!(desk.value("SELECT body FROM notes"), "before during!");
    desk.keys("Ctrl+Q").shows("The call is kept. q again to leave.");
}

#[test]
fn what_was_busy_and_then_refused_leaves_nothing_unsaved() {
    let mut office = Office::in_file();
    mediator(&mut office, "Ruth Adeyemi");
    office.a_ready_case();
    let mut other = office.another_desk();
    let (engine, plan) = Failing::around(Box::new(Sqlite::open(&office.path()).unwrap()));
    let folder = office.folder.take().unwrap();
    let mut desk = Desk::with(Worker::trusted(Store::new(Box::new(engine))), folder, Place::Today);
    desk.wait(30 * 60_000);
    desk.keys("F9 1 F9").shows("Wed 2 Dec 2026, 9:00 to 12:00");
    plan.rounds(vec![Turn::FailsBefore(Fault::Busy)]);
    desk.keys("F9").wait(3000).shows("NOT SAVED yet: another desk is writing.");
    let signed = other.signed();
    let closes = OfficeWrite::CloseDay("2026-12-02".parse().unwrap(), "Training".to_owned());
    other.store.office_write(&closes, &signed).unwrap();
    plan.rounds(vec![Turn::Works]);
    desk.try_again();
    desk.shows("Closed: Training.").hides("NOT SAVED").keys("Esc F5").hides("NOT SAVED");
    desk.keys("Ctrl+Q");
    assert!(desk.has_left(), "{}", desk.screen());
}

#[test]
fn a_call_that_ends_while_the_file_is_busy_is_said_to_be_kept_as_what_it_is() {
    for (end, words) in
        [("F9", "Kept as an enquiry; its number follows."), ("x F9", "Finished. Only a count line is kept.")]
    {
        let (mut desk, plan) = desk();
        desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter").text("01632 960118");
        desk.keys("Enter n").wait(500);
        plan.rounds(vec![Turn::FailsBefore(Fault::Busy)]);
        desk.keys("F9").shows("WE WILL KEEP, as an enquiry").shows("Martin Oyelaran, 01632 960118");
        desk.keys(end).shows(words).shows("NOT SAVED");
        plan.rounds(vec![Turn::Works]);
        desk.try_again();
        let kept = if end == "F9" { "1" } else { "0" };
        assert_eq!(desk.value("SELECT count(*) FROM enquiries WHERE name = 'Martin Oyelaran'"), kept);
    }
}

/// What a whole parent's call leaves in the file.
fn left(desk: &Desk) -> Vec<String> {
    [
        "SELECT group_concat(state || number) FROM cases",
        "SELECT group_concat(state || outcome) FROM calls",
        "SELECT group_concat(field || '=' || typed, '; ') FROM (SELECT * FROM details ORDER BY field)",
        "SELECT group_concat(field || '=' || typed, '; ') FROM (SELECT * FROM caller_details ORDER BY field)",
        "SELECT group_concat(act || giver) FROM consents",
        "SELECT group_concat(kind || side, '; ') FROM (SELECT * FROM parties ORDER BY kind)",
        "SELECT group_concat(what || due) FROM steps",
        "SELECT group_concat(line) FROM (SELECT * FROM said ORDER BY line)",
        "SELECT group_concat(body) FROM notes",
        "SELECT count(*) FROM attention",
        "SELECT count(*) FROM history",
        "SELECT last FROM counters WHERE kind = 'C'",
    ]
    .map(|sql| desk.value(sql))
    .into()
}

#[test]
fn whichever_write_of_a_call_fails_nothing_is_lost_and_nothing_is_twice() {
    let (mut desk_without, _) = desk();
    parent_call(&mut desk_without);
    let expected = left(&desk_without);
    assert!(expected[0].starts_with("open"), "{expected:?}");
    for lost_answer in [false, true] {
        for n in 0.. {
            assert!(n < 200, "a call has no end of writes");
            let (mut desk, plan) = desk();
            let fails =
                if lost_answer { Turn::AnswerLost(Fault::Disk) } else { Turn::FailsBefore(Fault::Full) };
            plan.next_writes((0..n).map(|_| Turn::Works).chain([fails]));
            parent_call(&mut desk);
            desk.stop();
            desk.try_again();
            assert!(desk.worker.is_done(), "write {n} is still waiting");
            assert_eq!(left(&desk), expected, "write {n} failed, answer lost: {lost_answer}");
            if plan.is_used_up() {
                continue;
            }
            assert!(n > 8, "only {n} writes in a whole call");
            break;
        }
    }
}
