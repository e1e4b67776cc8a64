//! The same child in two calls: one quiet line, a link that a person makes, and its taking back.

use super::desk::Desk;

/// Monday: an officer of the authority, with the father's consent.
fn officer(desk: &mut Desk) {
    desk.keys("F2 l Enter").text("Jo Whitlock").keys("Enter").text("Northmere SEND team").keys("Enter");
    desk.text("01632 960204").keys("Enter y f t Enter s").text("Kelechi Achebe").keys("Enter");
    desk.text("12.3.16").keys("Enter").text("Larkfield Primary").keys("Enter").text("Emeka Achebe");
    desk.keys("Enter").text("07700 900142").keys("Enter F9 F9");
}

/// Tuesday: the father, whose name and child are heard and not read.
fn father(desk: &mut Desk) {
    desk.keys("F2 p Enter").text("Emeka Achebi").keys("Enter").text("07700 900143");
    desk.keys("Enter Enter Enter").text("Kelechi Achebi").keys("Enter");
}

const LINE: &str = "M-0001 looks like the same child. Esc x to see. Nothing has been joined.";

#[test]
fn the_same_child_referred_twice() {
    let mut desk = Desk::new();
    officer(&mut desk);
    desk.wait(24 * 3_600_000);
    father(&mut desk);
    desk.hides("looks like").text("12/3/16").keys("Enter").shows(LINE);
    println!("{}\n{}", desk.screen(), desk.draw(120, 40).0);
    desk.keys("Esc x").shows("M-0001").shows("Kelechi Achebe");
    println!("{}", desk.screen());
    panic!();
}
