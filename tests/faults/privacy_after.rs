//! What a screen tells of a family after its consent was withdrawn, and to whoever rings without one.

use crate::journeys::desk::Desk;

/// A parent's case, with the child's birth date and school.
fn known(desk: &mut Desk) {
    desk.keys("F2 p Enter").text("Zuleikha Quill").keys("Enter").text("07700 900831");
    desk.keys("Enter Enter Enter").text("Obsidiana Quill").keys("Enter").text("12.3.16").keys("Enter");
    desk.text("Larkfield Primary").keys("Enter F9 F9");
}

/// The file gets what a later day would bring to the first case.
fn later(desk: &Desk, sql: &str) {
    desk.file().execute_batch(&sql.replace("{case}", "(SELECT id FROM cases WHERE number = 1)")).unwrap();
}

#[test]
fn a_caller_without_consent_does_not_learn_what_became_of_an_enquiry() {
    let mut desk = Desk::new();
    desk.school_rings().keys("F9 F9");
    assert_eq!(desk.value("SELECT count(*) FROM enquiries"), "1");
    desk.keys("F3").text("e1").keys("Enter c y m t Enter s").text("Obsidiana Quill").keys("F9 F9");
    assert_eq!(desk.value("SELECT state FROM enquiries"), "became a case");
    // The same school rings again, about another child, without consent.
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Esc x").shows("ENQUIRY E-0001");
    desk.hides("became a case")
        .shows("It is over")
        .hides("F9 Case")
        .keys("F9")
        .hides("Obsidiana")
        .hides("M-0001");
    desk.keys("Enter").hides("Obsidiana").hides("M-0001");
    // The same from Find on another page.
    desk.keys("F5 F3").text("e1").wait(500);
    let wide = desk.draw(120, 40).0;
    assert!(wide.contains("It is over") && !wide.contains("rings us"), "{wide}");
    desk.keys("Enter").hides("became a case").keys("F9").hides("Obsidiana").hides("M-0001");
}

#[test]
fn after_a_withdrawal_the_link_window_names_nobody() {
    let mut desk = Desk::new();
    known(&mut desk);
    known(&mut desk);
    desk.keys("F3").text("m2").keys("Enter m").shows("One child, or two?").keys("s");
    desk.keys("F3").text("m1").keys("Enter Right w w");
    desk.keys("F3").text("m1").keys("Enter m").shows("One child, or two?");
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let screen = desk.draw(width, height).0;
        for name in ["Obsidiana", "2016", "12.3.16", "Larkfield"] {
            assert!(!screen.contains(name), "the locked case shows {name}:\n{screen}");
        }
    }
    // The other way the family that agrees is shown, and of the locked case its number.
    desk.keys("Esc F3")
        .text("m2")
        .keys("Enter m")
        .shows("M-0002  Obsidiana Quill")
        .hides("M-0001  Obsidiana");
    desk.shows("consent withdrawn");
}

#[test]
fn after_a_withdrawal_the_dates_and_parties_name_nobody() {
    let mut desk = Desk::new();
    known(&mut desk);
    later(
        &desk,
        "INSERT INTO certificates (id, case_id, ground, event, state, sent, how, recipient, at, staff)
           VALUES (900, {case}, 'declined', '2026-11-20', 'sent', '2026-11-23', 'zulpost', 'Zuleikha Quill', 1, 'x');
         INSERT INTO agreed_actions (id, case_id, what, who, due, at, staff)
           VALUES (901, {case}, 'zulplan', 'zulwho', '2026-12-01', 1, 'x');
         INSERT INTO mediators (id, name, accredited, sen_trained) VALUES (7, 'Ruth Adeyemi', 'yes', 'yes');
         INSERT INTO bookings (id, case_id, mediator_id, state, day, start, length, held_until, at, staff)
           VALUES (902, {case}, 7, 'held', '2026-12-09', 40, 12, '2026-12-01', 1, 'x');
         INSERT INTO outcomes (id, case_id, booking_id, seq, result, words, ended, at, staff)
           VALUES (903, {case}, 902, 1, 'not agreed', 'zulwords', '2026-11-24', 1, 'x');
         INSERT INTO parties (id, case_id, kind, side, needed, name, phone)
           VALUES (904, {case}, 'school', 'other side', 'needed', 'Larkfield Primary', '01632 960118');",
    );
    let names = ["Obsidiana", "Zuleikha", "zulpost", "zulplan", "zulwho", "zulwords", "Larkfield", "2032"];
    let pages = |desk: &mut Desk, shown: bool| {
        let mut all = String::new();
        for (keys, page) in
            [("", "summary"), ("Right", "consent"), ("Right", "willingness"), ("Right", "dates")]
        {
            desk.keys(keys);
            for (width, height) in [(80, 24), (120, 40)] {
                let screen = desk.draw(width, height).0;
                for name in names {
                    assert!(shown || !screen.contains(name), "{page} shows {name}:\n{screen}");
                }
                all.push_str(&screen);
            }
        }
        for name in &names[..7] {
            assert!(!shown || all.contains(name), "nothing shows {name} before:\n{all}");
        }
    };
    desk.keys("F3").text("m1").keys("Enter");
    pages(&mut desk, true);
    desk.keys("F3").text("m1").keys("Enter Right w w F3").text("m1").keys("Enter");
    pages(&mut desk, false);
    desk.keys("F3").text("m1").keys("Enter Right");
    let wide = desk.draw(120, 40).0;
    assert!(!wide.contains("is of school age"), "{wide}");
}

#[test]
fn no_word_of_a_withdrawn_family_finds_anything_but_its_number_does() {
    let mut desk = Desk::new();
    known(&mut desk);
    desk.keys("F3").text("m1").keys("Enter n").text("The solicitor rang.").keys("F9");
    let typed = ["obsidiana", "quill", "zuleikha", "larkfield", "0831", "solicitor"];
    for words in typed {
        desk.keys("F3").text(words).shows("M-0001").keys("Esc");
    }
    desk.keys("F3").text("m1").keys("Enter Right w w");
    for words in typed {
        desk.keys("F3").text(words).hides("M-0001").hides("consent withdrawn").keys("Esc");
    }
    for number in ["m1", "M-0001", "1"] {
        desk.keys("F3")
            .text(number)
            .shows("M-0001")
            .shows("consent withdrawn")
            .hides("Obsidiana")
            .keys("Esc");
    }
}

#[test]
fn a_name_that_sounds_like_a_withdrawn_familys_finds_nothing() {
    let mut desk = Desk::new();
    known(&mut desk);
    desk.keys("F3").text("obsidianna").shows("M-0001").keys("Esc");
    desk.keys("F3").text("m1").keys("Enter Right w w");
    desk.keys("F3").text("obsidianna").hides("M-0001").hides("consent withdrawn");
}
