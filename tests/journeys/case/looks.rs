//! How the pages look, as text, at the two sizes of the pictures; and that no size breaks them.

use mediation_line::protocol::effect::CaseTab;
use mediation_line::protocol::key::{Code, Key};

use super::Desk;
use crate::contract::office::Office;
use crate::journeys::screen::{at_every_size, drawn};

fn a_case(tab: CaseTab) -> Desk {
    let mut office = Office::in_memory();
    let made = office.a_case();
    Desk::at(office, made.case, tab, None)
}

#[test]
fn no_size_breaks_a_page() {
    for tab in CaseTab::ALL {
        let mut desk = a_case(tab);
        at_every_size(&desk.screen);
        desk.keys("e");
        at_every_size(&desk.screen);
        desk.key(Key::plain(Code::Esc));
        desk.key(Key::f(6));
        at_every_size(&desk.screen);
    }
}

#[test]
fn the_pages_at_80x24() {
    for tab in CaseTab::ALL {
        let desk = a_case(tab);
        insta::assert_snapshot!(
            format!("{}_80x24", tab.label().to_lowercase()),
            drawn(&desk.screen, 80, 24).0
        );
    }
}

#[test]
fn the_pages_at_120x40() {
    for tab in CaseTab::ALL {
        let desk = a_case(tab);
        insta::assert_snapshot!(
            format!("{}_120x40", tab.label().to_lowercase()),
            drawn(&desk.screen, 120, 40).0
        );
    }
}
