//! A number that is not safe to ring is said before every call: on the lists, in the call, in the case.

use crate::journeys::desk::Desk;
use mediation_line::domain::working_days::WorkingDays;
use mediation_line::protocol::action::{Action, Edit};
use mediation_line::protocol::effect::{Effect, Place};
use mediation_line::screens::follow::{Done, Follow, Target};

/// The row of somebody whose number may be rung.
const RUNG: &str = "M-0405 Amina S.   Family's 2 months end Fri 27 Nov           Ring family";

/// Bilal Siddiqui's number, of which the authority said that it is not safe.
fn said(letters: &str) -> Desk {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0405").shows("Ring family").keys("F9 r");
    desk.text(letters).keys("Enter Enter Enter Enter").text("Kit Sharma").keys("Enter F5");
    desk
}

#[test]
fn a_single_n_is_said_on_today_on_the_page_and_in_the_call() {
    let mut desk = said("n");
    desk.choose("M-0405").shows("DO NOT RING").shows("NOT SAFE TO RING. F9 shows");
    let (narrow, _) = desk.draw(60, 20);
    assert!(narrow.contains("NOT SAFE TO RING"), "{narrow}");
    desk.keys("F9").shows("NOT SAFE TO RING").keys("c").shows("NOT SAFE TO RING 07700 900156");
    let (wide, _) = desk.draw(120, 40);
    assert!(wide.contains("NOT SAFE TO RING 07700 900156 (said by Kit Sharma)"), "{wide}");
}

#[test]
fn a_number_without_messages_is_rung_and_the_call_says_so() {
    let mut desk = said("yn");
    desk.choose("M-0405").shows(RUNG);
    desk.keys("Enter c p Enter F4").shows("07700 900156 (safe to ring; no messages - Kit Sharma)");
}

#[test]
fn a_check_with_the_parent_warns_on_the_page_of_consent() {
    let mut desk = Desk::practice(Place::Today);
    // It was said in the practice file, is taken back, and said again.
    desk.choose("M-0401").keys("F9 Right r Ctrl+A").text("y").keys("F9 F5").choose("M-0401");
    desk.shows("say where from          Ring parent").keys("F9").hides("NOT SAFE");
    desk.keys("Right r Ctrl+A").text("n").keys("F9 F5").choose("M-0401").shows("DO NOT RING");
    desk.keys("F9").shows("[Consent]").shows("NOT SAFE TO RING. No safe number for Anita Mistry yet");
}

#[test]
fn the_window_says_what_the_letters_mean() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0405").keys("F9 r").shows("n: not safe to ring.");
    desk.text("n").shows("ring no, message not said");
}

#[test]
fn another_number_is_rung_again_and_the_old_one_stays_old() {
    let mut desk = said("n");
    desk.choose("M-0405").keys("F9 e");
    desk.keys("Down Down Down").keys(&"Backspace ".repeat(14)).text("07700 900199").keys("F9");
    assert_eq!(
        desk.value("SELECT phone FROM parties WHERE name LIKE 'Bilal%'"),
        "07700 900199",
        "{}",
        desk.screen()
    );
    desk.keys("r").text("y").keys("F9");
    assert_eq!(
        desk.value(
            "SELECT group_concat(value || ' ' || ring || ' ' || current, '; ') FROM contacts
             WHERE kind = 'phone' AND value <> '07700 900155'"
        ),
        "07700 900156 no no; 07700 900199 yes yes"
    );
    desk.keys("F5").choose("M-0405").shows(RUNG);
}

#[test]
fn a_message_that_must_not_be_left_is_warned_of_in_the_window_that_records_it() {
    let mut desk = said("yn");
    desk.choose("M-0405")
        .keys("Enter Right Right l")
        .shows("NO MESSAGES on this number: 07700 900156 (Kit Sharma)");
    desk.keys("Enter Enter Enter");
    assert_eq!(
        desk.value(
            "SELECT count(*) FROM answers a JOIN parties p ON p.id = a.party_id
             WHERE p.name LIKE 'Bilal%' AND a.answer = 'left message' AND a.words = ''"
        ),
        "1",
        "still recorded: {}",
        desk.screen()
    );
}

#[test]
fn the_answer_of_a_number_that_is_not_safe_to_ring_is_warned_of_first() {
    let mut desk = said("n");
    desk.choose("M-0405").keys("F9 F9").shows("NOT SAFE TO RING, and NO MESSAGES: 07700 900156 (Kit Sharma)");
}

#[test]
fn a_promise_to_ring_says_at_once_whose_number_is_not_safe() {
    const WARNED: &str = "NOT SAFE TO RING, and NO MESSAGES: 07700 900156 (Kit Sharma)";
    let kept = "SELECT count(*) FROM steps WHERE what = 'promise' AND words = 'fri' AND state = 'open'";
    let mut desk = said("n");
    let before: u32 = desk.value(kept).parse().unwrap();
    // On the row, and no longer where it is made to the other side.
    desk.choose("M-0405").keys("p").shows("Promise: I will ring").shows(WARNED);
    let (narrow, _) = desk.draw(60, 20);
    assert!(narrow.contains("NOT SAFE TO RING"), "{narrow}");
    desk.keys("Tab").text("l").hides("NOT SAFE").keys("Ctrl+A").text("f").shows(WARNED).keys("Esc");
    // What was typed stands there again with its warning; it is not refused.
    desk.keys("p")
        .shows(WARNED)
        .keys("Up")
        .text("fri")
        .keys("Enter")
        .shows("Fri 27 Nov. DO NOT RING: not safe.");
    assert_eq!(desk.value(kept), (before + 1).to_string(), "{}", desk.screen());
    // On the page of the case.
    desk.choose("M-0405")
        .keys("Enter p")
        .shows(WARNED)
        .text("fri")
        .keys("Enter")
        .shows("DO NOT RING: not safe.");
    // Where names are hidden the number is as well.
    desk.keys("F5").choose("M-0405").keys("h p").shows("NOT SAFE TO RING").shows("(hidden)").hides("900156");
    // A number of which nothing was said is promised as before.
    let mut desk = said("yn");
    desk.choose("M-0405").keys("p").hides("NOT SAFE").hides("NO MESSAGES").text("fri").keys("Enter");
    desk.shows("Promised: Fri 27 Nov. Ctrl+Z");
}

#[test]
fn a_promise_kept_before_the_case_has_come_warns_as_its_row_does() {
    let mut desk = said("n");
    let context = desk.context();
    let page = desk.worker.store().queue_at(context.local, context.now, "").unwrap();
    let row = page.rows.iter().find(|row| row.reference.is_some_and(|r| r.number == 405)).unwrap();
    let said_then = |to: &str| {
        let mut follow = Follow::promise(Target::from(row), context.local).unwrap();
        for action in
            [Action::Edit(Edit::Paste("fri".into())), Action::NextBox, Action::Edit(Edit::Paste(to.into()))]
        {
            follow.act(&action, &context, &WorkingDays::england());
        }
        match follow.act(&Action::NextStep, &context, &WorkingDays::england()) {
            Done::Saved(effects) => effects.into_iter().find_map(|effect| match effect {
                Effect::Notice(words) => Some(words),
                _ => None,
            }),
            _ => None,
        }
    };
    assert_eq!(said_then("").as_deref(), Some("Promised: Fri 27 Nov. DO NOT RING: not safe."));
    // To whom it is made otherwise, and whether they may be rung, only the page of the case says.
    assert_eq!(said_then("l").as_deref(), Some("Promised: Fri 27 Nov."));
}
