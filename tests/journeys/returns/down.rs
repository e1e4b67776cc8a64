//! Scenario 19, a quiet coordinator morning: three clocks, four chases, one to book; down the list with F9.

use super::made::{asked, booked, done, ready, silent, stepped};
use super::*;

/// The row the cursor is on, as the wide window shows it.
fn chosen(desk: &Desk) -> String {
    let (screen, cursor) = desk.draw(120, 40);
    cursor.and_then(|at| screen.lines().nth(usize::from(at.y)).map(str::to_owned)).unwrap_or_default()
}

#[test]
fn eight_rows_are_worked_from_today_and_each_step_returns_to_the_next() {
    let mut office = Office::in_file();
    silent(&mut office);
    office.days_later(27);
    stepped(&mut office, StepKind::TellLa);
    let (made, ..) = booked(&mut office, "2026-12-23");
    done(&mut office, &made);
    asked(&mut office, 1);
    asked(&mut office, 1);
    stepped(&mut office, StepKind::RingFamily);
    stepped(&mut office, StepKind::TellMediator);
    ready(&mut office);
    let (mut desk, first) = desk_on(office, 3);
    assert_eq!(first, Some(Why::Step(StepKind::TellLa)));
    // Before ten, on Thursday 24 December.
    let rows: [(&str, &str, &str); 8] = [
        ("M-0002", "LA not told yet", "F9 a F9"),
        ("M-0003", "Meeting Wed 23 Dec: was it held?", "F9 d f F9"),
        ("M-0001", "Family's 2 months end Sat 2 Jan", "F9 y F9"),
        ("M-0006", "Family to be rung", "F9 y F9"),
        ("M-0007", "Tell the mediator the date", "F9 F9"),
        ("M-0004", "LA asked Mon 21 Dec, no answer", "F9 l F9"),
        ("M-0005", "LA asked Mon 21 Dec, no answer", "F9 y F9"),
        ("M-0008", "Both sides willing since Mon 21 Dec", "F9 1 F9 Space F9"),
    ];
    let events = |desk: &Desk| desk.value("SELECT count(*) FROM history").parse::<i64>().unwrap();
    let before = events(&desk);
    desk.count();
    for (at, (reference, reason, keys)) in rows.iter().enumerate() {
        let row = chosen(&desk);
        assert!(row.contains(reference) && row.contains(reason), "row {at} is {row}\n{}", desk.screen());
        desk.keys(keys).shows("TODAY  Thursday 24 December 2026");
        assert_eq!(events(&desk), before + at as i64 + 1, "one event for {reference}");
    }
    let keys = desk.count();
    // Three keys a row, and two more for the booking: which time, and that the family knows it.
    assert!(keys <= 26, "eight rows took {keys} keys");
    let booked = "SELECT b.state || ' ' || b.told_family FROM bookings b JOIN cases c ON c.id = b.case_id";
    assert_eq!(desk.value(&format!("{booked} WHERE c.number = 8 AND b.state = 'booked'")), "booked yes");
    // A page opened by mistake costs Esc and Backspace, and changes nothing.
    let after = events(&desk);
    for way in ["F9 Backspace", "F9 Esc Backspace", "Enter Backspace", "n Esc", "s Esc"] {
        desk.keys("Home").keys(way).shows("TODAY  Thursday 24 December 2026");
    }
    assert_eq!(events(&desk), after);
}
