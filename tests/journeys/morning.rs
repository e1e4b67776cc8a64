//! The morning page: the day in one minute.

use mediation_line::protocol::effect::Place;

use super::desk::Desk;

#[test]
fn the_morning_of_the_practice_file() {
    let mut desk = Desk::practice(Place::Today);
    desk.keys("m");
    println!("{}", desk.screen());
    println!("{}", desk.draw(120, 40).0);
    println!("{}", desk.draw(60, 20).0);
}
