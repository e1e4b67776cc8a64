//! How the calendar looks, as text, at the sizes of the pictures; and that no size breaks it.

use super::{desk_of, office};
use crate::contract::calendar::{at, hold};
use crate::contract::office::day;
use crate::journeys::desk::Desk;

fn a_desk() -> Desk {
    let mut office = office();
    let other = office.a_case();
    hold(&mut office, &other, None, at("2026-12-02", 10)).unwrap();
    office.a_ready_case();
    let mut desk = desk_of(office);
    desk.keys("F9").shows("CALENDAR");
    desk
}

#[test]
fn the_week() {
    let mut desk = a_desk();
    insta::assert_snapshot!("week_80x24", desk.draw(80, 24).0);
    insta::assert_snapshot!("week_120x40", desk.draw(120, 40).0);
    insta::assert_snapshot!("week_60x20", desk.draw(60, 20).0);
    insta::assert_snapshot!("week_40x12", desk.draw(40, 12).0);
    desk.keys("f");
    insta::assert_snapshot!("week_without_finder_80x24", desk.draw(80, 24).0);
    desk.keys("d");
    insta::assert_snapshot!("one_mediator_80x24", desk.draw(80, 24).0);
    desk.keys("Tab .").shows("Col Fenwick").shows("HELD M-0001").shows("9:30");
    insta::assert_snapshot!("one_mediator_60x20", desk.draw(60, 20).0);
}

#[test]
fn the_month() {
    let mut desk = a_desk();
    desk.keys("m PgDn");
    insta::assert_snapshot!("month_80x24", desk.draw(80, 24).0);
    insta::assert_snapshot!("month_120x40", desk.draw(120, 40).0);
}

#[test]
fn the_book_window() {
    let mut desk = a_desk();
    desk.keys("F9 Space");
    insta::assert_snapshot!("book_80x24", desk.draw(80, 24).0);
    insta::assert_snapshot!("book_120x40", desk.draw(120, 40).0);
    insta::assert_snapshot!("book_40x12", desk.draw(40, 12).0);
}

#[test]
fn no_size_breaks_it() {
    for keys in ["", "f", "d", "m", "F9", "b"] {
        let mut desk = a_desk();
        desk.keys(keys);
        for width in (1..=12).chain([20, 39, 40, 41, 59, 60, 79, 80, 119, 120, 200]) {
            for height in (1..=14).chain([16, 20, 23, 24, 40, 60]) {
                let (_, cursor) = desk.draw(width, height);
                if let Some(at) = cursor {
                    assert!(at.x < width && at.y < height, "cursor {at:?} outside {width}x{height}");
                }
            }
        }
    }
}

#[test]
fn a_date_is_said_as_on_the_telephone() {
    use mediation_line::screens::calendar::{spoken_day, spoken_time};
    assert_eq!(spoken_day(day("2026-12-02")), "Wednesday the second of December");
    assert_eq!(spoken_day(day("2027-01-31")), "Sunday the thirty-first of January");
    let said: Vec<String> = [40, 42, 49, 55, 52].into_iter().map(spoken_time).collect();
    let wanted = ["ten o'clock", "half past ten", "quarter past twelve", "quarter to two", "one o'clock"];
    assert_eq!(said, wanted);
}
