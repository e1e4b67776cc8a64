//! The morning page: the day in one minute.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

#[test]
fn the_morning_of_the_practice_file() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("m").shows("MORNING  Tuesday 24 November 2026").shows("1 meeting, ").shows("TODAY'S MEETINGS");
    desk.shows("10:00-13:00 online, Ruth Adeyemi")
        .shows("CLOCKS - ended")
        .shows("Family's 2 months end Fri 27 Nov");
    desk.hides("was it held?");
    // It is read in one look at every size: the rows open, and one key is the way back.
    assert!(desk.draw(60, 20).0.contains("TODAY'S MEETINGS"));
    desk.keys("Enter").shows("M-0376").keys("Backspace").shows("MORNING").keys("m").shows("TODAY  Tuesday");
}

#[test]
fn the_morning_names_the_holds_let_go_and_the_clocks_that_ran_out_since_the_office_was_open() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("m").hides("HOLDS LET GO").hides("RAN OUT UNMET");
    // On Friday two things end: a hold, and a family's two months.
    desk.morning("2026-11-30T09:05").at(Place::Morning);
    desk.shows("HOLDS LET GO OVERNIGHT")
        .shows("M-0407")
        .shows("Hold for Wed 2 Dec let go")
        .shows("1 hold let");
    desk.shows("RAN OUT UNMET").shows("2 months ran out Fri 27 Nov");
    desk.choose("Hold for Wed 2 Dec").keys("F9").shows("For M-0407 Sami K.");
    // Whoever opened the file in the morning did nothing of it.
    let signed = "SELECT group_concat(DISTINCT staff) FROM history WHERE act LIKE '%ran out Fri 27 Nov%'";
    assert_eq!(desk.value(signed), "Mediation Line");
    desk.at(Place::Morning).choose("ran out Fri 27 Nov, not heard").keys("F9");
    let shown = desk.draw(120, 60).0;
    let line = shown.lines().find(|line| line.contains("ran out Fri 27 Nov")).unwrap();
    assert!(line.contains("program") && !line.contains("Priya"), "{line}");
    // A day later it is no news any more.
    desk.morning("2026-12-01T09:05").at(Place::Morning).hides("HOLDS LET GO").hides("RAN OUT UNMET");
}

#[test]
fn a_long_list_of_clocks_says_how_many_more_there_are() {
    let mut desk = Desk::practice(Place::Today);
    let clocks = |desk: &Desk, from: i64, to: i64| {
        desk.file()
            .execute_batch(&format!(
                "PRAGMA foreign_keys = OFF;
                 DROP TRIGGER IF EXISTS attention_gate;
                 WITH RECURSIVE n (i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to})
                 INSERT INTO attention (case_id, grp, show_from, due, kind, reason, step, number, name)
                 SELECT 1000 + i, 1, '2026-01-01', '2026-11-24', '30 days', 'The days end', 'Ring LA', 5000 + i, 'A B' FROM n"
            ))
            .unwrap();
    };
    desk.keys("m");
    let waiting: i64 =
        desk.value("SELECT count(*) FROM attention WHERE grp = 1 AND due < '2026-12-01'").parse().unwrap();
    clocks(&desk, 0, 40);
    desk.at(Place::Morning);
    let more = |desk: &mut Desk, words: &str| {
        let shown = desk.draw(120, 60).0;
        assert!(shown.contains(words), "{words}\n{shown}");
    };
    let listed: i64 = 40 + waiting;
    assert!(listed < 60, "{listed}");
    assert!(desk.draw(120, 60).0.contains(" besides. F5 shows what waits, the most urgent first."));
    clocks(&desk, 40, 140);
    desk.at(Place::Morning);
    more(&mut desk, "and 76 or more besides. F5 shows what waits, the most urgent first.");
    // The row after the last one shown is that of the next list: nothing is chosen that is not seen.
    desk.keys("End F9").hides("MORNING");
}

#[test]
fn the_morning_page_and_the_windows_over_today_look_like_this() {
    let sizes = [(80, 24), (120, 40)];
    let mut desk = Desk::practice(Place::Today);
    let stored = |name: &str, desk: &Desk| {
        for (width, height) in sizes {
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), desk.draw(width, height).0);
        }
    };
    desk.morning("2026-11-30T09:05").at(Place::Morning);
    stored("morning", &desk);
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0405").keys("p").text("thu before noon");
    stored("promise", &desk);
    desk.keys("Esc s").text("after 4");
    stored("snooze", &desk);
    desk.keys("Esc g").text("to");
    stored("handover", &desk);
}

#[test]
fn what_a_morning_writes_has_keys_of_its_own_desk_that_nothing_else_takes() {
    let mut desk = Desk::practice(Place::Today);
    let before = desk.value("SELECT max(seq) FROM history");
    desk.morning("2026-11-30T09:05");
    let of = |desks| {
        let sql = "SELECT count(*) FROM history WHERE act LIKE '%ran out%' AND (id >> 8) % 4096";
        desk.value(&format!("{sql} {desks} AND seq > {before}"))
    };
    assert_ne!(of("= 7"), "0");
    assert_eq!(of("<> 7"), "0", "in the range of another desk");
    let newest: i64 = desk.value("SELECT max(id) FROM history").parse().unwrap();
    assert!(desk.context().id() > newest, "what is signed in the same moment comes after it");
}
