//! A family that is known rings again: the mother, the father, with a new number, and whoever referred them.

use super::desk::Desk;

/// Siobhan O'Malley has a case; her number is not safe to ring.
fn known() -> Desk {
    let mut desk = Desk::new();
    desk.keys("F2 p Enter")
        .text("Siobhan O'Malley")
        .keys("Enter")
        .text("01632 960 512 not safe")
        .keys("Enter");
    desk.keys("Alt+C").text("Niamh O'Malley").keys("Enter F9 F9").shows("Finished: M-0001");
    desk
}

#[test]
fn the_father_is_not_given_the_mothers_number() {
    let mut desk = known();
    desk.keys("F2 p Enter").text("Patrick OMalley").keys("Enter F3").text("m1").keys("Enter");
    desk.shows("about M-0001 now").hides("960 512").shows("Patrick OMalley");
    desk.keys("F9").hides("01632");
    // Nor where his name comes after Who, or after hers stood there.
    for keys in ["c Alt+N", "c p Enter Alt+N Ctrl+A"] {
        let mut desk = known();
        desk.keys("F3").text("m1").keys("Enter").keys(keys).text("Patrick OMalley").keys("Enter");
        if keys == "c Alt+N" {
            desk.keys("Alt+W").text("p").keys("Enter");
        }
        desk.shows("Patrick OMalley").hides("960 512").keys("F9").hides("01632");
    }
    // Her own name, as it was heard, brings her number.
    let mut desk = known();
    desk.keys("F2 p Enter").text("Siobhan OMaley").keys("Enter F3").text("m1").keys("Enter").shows("960 512");
}
