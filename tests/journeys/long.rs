//! Texts that are longer than their place in the file: a line takes what fits and says so, on every page.

use mediation_line::protocol::action::Edit;
use mediation_line::protocol::effect::Place;
use mediation_line::widgets::field::Line;
use mediation_line::widgets::frame::{cells, fitting, taken, wrap};
use mediation_line::widgets::notes::{Margin, Notes};
use mediation_line::widgets::theme::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::desk::Desk;

const NOT_KEPT: &str = "Not kept";

#[test]
fn a_line_takes_the_letters_that_fit_and_says_how_many() {
    let mut line = Line::default();
    assert!(line.edit_within(&Edit::Paste("k".repeat(4000)), 2000));
    assert_eq!(line.text().len(), 2000);
    assert_eq!(line.full().as_deref(), Some("Only the first 2,000 letters fit here."));
    assert!(!line.edit_within(&Edit::Insert('k'), 2000), "a letter more is not put in");
    assert!(line.full().is_some());
    line.edit_within(&Edit::Backspace, 2000);
    assert_eq!(line.full(), None, "it was said");
    assert!(line.edit_within(&Edit::Insert('k'), 2000));
    assert_eq!((line.text().len(), line.full()), (2000, None), "exactly as many as fit");
    // What is chosen makes room.
    line.edit_within(&Edit::SelectAll, 2000);
    assert!(line.edit_within(&Edit::Paste("é".repeat(2000)), 2000));
    assert_eq!((line.text().chars().count(), line.full()), (2000, None));
    // A longer text that stands there from before is neither cut nor made longer.
    let mut line = Line::holding(&"k".repeat(300));
    assert!(!line.edit_within(&Edit::Insert('k'), 200) && line.text().len() == 300);
    assert_eq!(line.full().as_deref(), Some("Only the first 200 letters fit here."));
}

#[test]
fn behind_what_fits_no_letter_of_a_long_line_is_looked_at() {
    let long = "möre änd ".repeat(2000);
    let mut asked = 0;
    let letters = long.graphemes(true).inspect(|_| asked += 1);
    assert_eq!(&long[..taken(letters, 76)], fitting(&long, 76));
    assert_eq!((cells(fitting(&long, 76)), asked), (76, 77), "and the first that does not fit");
    // A wide letter is left out whole, and so is one with a mark behind plain letters.
    assert_eq!(
        (fitting("ab漢", 3), fitting("abe\u{301}", 2), fitting("abe\u{301}d", 3)),
        ("ab", "ab", "abe\u{301}")
    );
}

#[test]
fn a_long_line_is_broken_without_losing_a_letter() {
    let word = "mörèänd".repeat(40);
    let lines = wrap(&word, 31);
    assert!(lines.concat() == word && lines.iter().all(|line| cells(line) <= 31), "{lines:?}");
    let area = Rect::new(0, 0, 32, 40);
    for (text, row) in [
        ("möre änd ".repeat(40), "möre änd möre änd möre änd"),
        ("more and ".repeat(40), "more and more and more and"),
        (word, &*lines[0]),
    ] {
        let mut buf = Buffer::empty(area);
        let notes = Notes::holding(text.trim_end());
        let cursor = notes.draw(&mut buf, area, true, Theme::default(), Margin::None).unwrap();
        let drawn = buf.content.chunks(32).map(|row| row.iter().map(Cell::symbol).collect::<String>());
        let drawn: Vec<String> = drawn.map(|row| row.trim_end().to_owned()).collect();
        assert_eq!(drawn[0], row);
        assert_eq!(drawn.concat().replace(' ', ""), text.replace(' ', ""));
        let last = drawn.iter().rposition(|row| !row.is_empty()).unwrap();
        assert_eq!(cursor, Position::new(cells(&drawn[last]) as u16, last as u16));
    }
}

#[test]
fn a_long_paste_into_a_call_keeps_what_fits_and_says_where_the_rest_goes() {
    for (field, most, said) in [
        ("h", "200", "Only the first 200 letters fit here. Notes takes long text."),
        ("c", "2000", "Only the first 2,000 letters fit here. Notes takes long text."),
    ] {
        let mut desk = Desk::new();
        desk.keys("F2 p Enter Esc").keys(field).paste(&"k".repeat(4000)).shows(said);
        desk.keys("Enter").wait(3000).hides(NOT_KEPT);
        assert_eq!(desk.value("SELECT max(length(typed)) FROM details"), most);
        desk.keys("Up").text("k").shows(said).keys("Backspace").hides("Only the first");
        desk.keys("F9 F9").shows("Finished: M-0001.");
    }
    let mut desk = Desk::new();
    desk.keys("F2 s Enter Enter")
        .paste(&"k".repeat(4000))
        .shows("letters fit here. Scratch takes long text.");
    desk.keys("Enter Enter y o").paste(&"k".repeat(900)).shows("Only the first 200 letters fit here.");
}

#[test]
fn the_notes_of_a_call_take_what_the_file_holds_and_say_when_they_are_full() {
    let said = "Only the first 48,000 letters fit here.";
    let mut desk = Desk::new();
    desk.keys("F2 p Enter").text("Dawn Achebe").keys("F4");
    for _ in 0..2 {
        desk.paste(&"word ".repeat(3_800)).hides("letters fit").wait(3000).hides(NOT_KEPT);
    }
    for _ in 0..4 {
        desk.paste(&"lineup\n".repeat(2_700)).shows(said).wait(3000).hides(NOT_KEPT);
    }
    assert_eq!(desk.value("SELECT length(body) FROM notes"), "48000");
    // A letter more is not put in, nor a line; where one goes another fits.
    for key in ["k", "Enter"] {
        desk.keys(key).shows(said).keys("Backspace").hides("letters fit").keys("k").hides("letters fit");
    }
    desk.keys("F9 F9").hides(NOT_KEPT).shows("Finished: M-0001.");
    assert_eq!(desk.value("SELECT length(body) || substr(body, -2) FROM notes"), "48000nk");
    // What is chosen makes room.
    desk.keys("F2 p Enter").text("Ada Lovell").keys("F4").paste(&"é".repeat(50_000)).shows(said);
    desk.keys("Ctrl+A").paste(&"k".repeat(48_000)).hides("letters fit").wait(3000);
    assert_eq!(
        desk.value("SELECT count(*) FROM notes WHERE body = replace(hex(zeroblob(24000)), '0', 'k')"),
        "1"
    );
}

#[test]
fn scratch_that_is_full_says_so_and_a_yes_takes_all_of_it() {
    let mut desk = Desk::new();
    desk.keys("F2 s Enter").text("Martin Oyelaran").keys("Enter Enter Enter F4");
    desk.paste(&"word ".repeat(9_000)).hides("letters fit");
    // The lines of a paste into a field go there as well.
    desk.keys("F4 Esc n").paste(&format!("Martin\n{}", "line\n".repeat(900)));
    desk.shows("~ The first line is in the field. Scratch is full, and not all others fit.");
    desk.keys("Alt+K y m").text("today").keys("Enter s").wait(3000).hides(NOT_KEPT);
    assert_eq!(desk.value("SELECT length(body) FROM notes"), "48000", "{}", desk.screen());
}

#[test]
fn words_of_the_safeguarding_page_are_not_cut_in_silence() {
    let mut desk = Desk::new();
    desk.at(Place::Settings).choose("Safeguarding").keys("Enter Ctrl+A").paste(&"k".repeat(12_000));
    desk.shows("Only the first 10,000 letters fit here.").keys("F9").wait(3000).hides(NOT_KEPT);
}

/// Each line of a window is pasted into, and then it is saved.
fn fill(desk: &mut Desk, open: &str, lines: &[&str]) {
    desk.keys(open);
    for (at, text) in lines.iter().enumerate() {
        if at > 0 {
            desk.keys("Down");
        }
        if *text == "LONG" {
            desk.keys("Ctrl+A").paste(&"k".repeat(12_000)).shows("letters fit here.");
        } else if *text == "A DAY AND LONG" {
            // Words alone promise nothing yet.
            desk.keys("Ctrl+A").paste(&format!("fri {}", "k".repeat(12_000))).shows("letters fit here.");
        } else if !text.is_empty() {
            desk.keys("Ctrl+A").text(text);
        }
    }
    // At this desk nothing was written before.
    desk.keys("F9").wait(3000).hides(NOT_KEPT).shows("Saved 14:32");
}

#[test]
fn no_window_takes_more_than_the_file_holds() {
    let open = |number: &str| {
        let mut desk = Desk::practice(Place::Desk);
        desk.keys("F3").text(number).keys("Enter");
        desk
    };
    // Note, the details, another consent, another party, a contact, an answer.
    fill(&mut open("M-0412"), "n", &["LONG"]);
    let details = ["LONG", "", "LONG", "LONG", "", "LONG", "LONG", "LONG", "LONG"];
    fill(&mut open("M-0412"), "e", &details);
    fill(&mut open("M-0412"), "Right a", &["m", "", "", "LONG", "LONG"]);
    fill(&mut open("M-0412"), "Right k", &["y", "m", "LONG"]);
    fill(&mut open("M-0412"), "Right j", &["o", "LONG", "LONG"]);
    fill(&mut open("M-0412"), "Right Right +", &["s", "LONG", "LONG", "LONG"]);
    fill(&mut open("M-0412"), "Right Right e", &["LONG"; 9]);
    fill(&mut open("M-0412"), "Right Right y", &["LONG", "LONG"]);
    fill(&mut open("M-0412"), "Right Right l", &["LONG", "LONG", ""]);
    fill(&mut open("M-0412"), "Right Right r", &["", "", "LONG", "", "LONG"]);
    // A certificate, an agreed action, closing, calling off.
    fill(&mut open("M-0398"), "Right Right Right f", &["", "LONG", "LONG"]);
    fill(&mut open("M-0398"), "Right Right Right g", &["LONG", "LONG", "LONG", ""]);
    fill(&mut open("M-0412"), "x", &["u", "LONG"]);
    fill(&mut open("M-0411"), "Right Right Right x c", &["f", "LONG"]);
    // Lists: a promise, a handover, a note.
    let mut today = Desk::practice(Place::Today);
    fill(today.choose("M-0371"), "p", &["A DAY AND LONG", ""]);
    let mut today = Desk::practice(Place::Today);
    fill(today.choose("M-0371"), "n", &["LONG"]);
    // A mediator.
    let mediators = || Desk::practice(Place::Mediators);
    fill(&mut mediators(), "e", &["LONG", "LONG", "LONG", "", "", "LONG", ""]);
    fill(&mut mediators(), "a", &["8/12", "", "LONG"]);
    fill(&mut mediators(), "c", &["412", "LONG"]);
}
