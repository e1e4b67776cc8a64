//! Scenario 20: a meeting held and part agreed, from Today to the certificate that is sent.

mod certificates;
mod closed;
mod decides;
mod doubt;
mod finishing;
mod moved;
mod objection;
mod safe;
mod safe_spelt;
mod true_steps;

use crate::journeys::desk::Desk;
use mediation_line::protocol::effect::Place;

#[test]
fn scenario_20_meeting_held_part_agreed() {
    let mut desk = Desk::practice(Place::Today);
    desk.choose("M-0376")
        .keys("F9")
        .shows("What came of the meeting?")
        .keys("p")
        .text("OT review in January");
    desk.keys("Enter").shows("TODAY");
    assert_eq!(
        desk.value(
            "SELECT o.result || ', ' || o.words || ', ' || o.ended FROM outcomes o JOIN cases c ON c.id = o.case_id
             WHERE c.number = 376 AND o.taken_back IS NULL ORDER BY o.seq DESC"
        ),
        "part agreed, OT review in January, 2026-11-24"
    );
    assert_eq!(
        desk.value(
            "SELECT f.ground || ', ' || f.event || ', ' || f.state FROM certificates f
             JOIN cases c ON c.id = f.case_id WHERE c.number = 376"
        ),
        "after the meeting, 2026-11-24, due"
    );
    desk.keys("Home")
        .choose("M-0376")
        .shows("Certificate due Fri 27 Nov")
        .keys("F9")
        .shows("record it as sent")
        .keys("F9");
    assert_eq!(
        desk.value(
            "SELECT f.state || ', ' || f.sent || ', ' || f.how FROM certificates f
             JOIN cases c ON c.id = f.case_id WHERE c.number = 376"
        ),
        "sent, 2026-11-24, e-mail"
    );
    desk.keys("Home").choose("M-0376").shows("Agreement: actions to note");
}
