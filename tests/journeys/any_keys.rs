//! Whatever is pressed, in windows of any size: nothing panics, the cursor is inside, and the wall holds.

use mediation_line::protocol::effect::{CaseTab, Place};
use mediation_line::protocol::key::{Code, Key};
use mediation_line::protocol::keys::{KEYS, Spot};
use proptest::prelude::*;

use super::desk::Desk;

/// What somebody, or something, does at the desk.
#[derive(Debug, Clone)]
enum Act {
    Press(Key),
    Type(String),
    Paste(String),
    Wait(i64),
    Resize(u16, u16),
}

fn codes() -> impl Strategy<Value = Code> {
    prop_oneof![
        (1_u8..=12).prop_map(Code::F),
        prop::sample::select(vec![
            Code::Enter,
            Code::Esc,
            Code::Tab,
            Code::BackTab,
            Code::Backspace,
            Code::Delete,
            Code::Up,
            Code::Down,
            Code::Left,
            Code::Right,
            Code::Home,
            Code::End,
            Code::PageUp,
            Code::PageDown,
        ]),
        any::<char>().prop_map(Code::Char),
        prop::char::range(' ', '~').prop_map(Code::Char),
    ]
}

fn acts() -> impl Strategy<Value = Act> {
    let any_key = (codes(), any::<bool>(), any::<bool>())
        .prop_map(|(code, ctrl, alt)| Act::Press(Key { code, ctrl: ctrl && alt, alt: alt && !ctrl }));
    // Keys that mean something somewhere come often, or nothing would ever be opened.
    let meant = (0..KEYS.len()).prop_map(|at| Act::Press(KEYS[at].key));
    let everywhere: Vec<Key> = KEYS.iter().filter(|r| r.spot == Spot::Anywhere).map(|r| r.key).collect();
    let words = vec![
        "Dawn Achebe",
        "12 mar 2016",
        "13",
        "2/11",
        "tomorrow",
        "Northmere",
        "07700 900142",
        "26/11/2026",
        "m",
        "spoken",
        "10.30",
        "",
        "0",
        "M-0001",
    ];
    prop_oneof![
        3 => any_key,
        8 => meant,
        4 => prop::sample::select(everywhere).prop_map(Act::Press),
        3 => Just(Act::Press(Key::plain(Code::Enter))),
        3 => prop::char::range('a', 'z').prop_map(|c| Act::Press(Key::char(c))),
        2 => prop::sample::select(words).prop_map(|word| Act::Type(word.to_owned())),
        1 => ".{0,40}".prop_map(Act::Type),
        1 => "(?s).{0,120}".prop_map(Act::Paste),
        1 => (1_i64..200_000).prop_map(Act::Wait),
        2 => (1_u16..300, 1_u16..100).prop_map(|(width, height)| Act::Resize(width, height)),
    ]
}

fn does(desk: &mut Desk, act: &Act, size: &mut (u16, u16)) {
    match act {
        Act::Press(key) => desk.press(*key),
        Act::Type(text) => drop(desk.text(text).context()),
        Act::Paste(text) => drop(desk.paste(text).context()),
        Act::Wait(time) => drop(desk.wait(*time).context()),
        Act::Resize(width, height) => *size = (*width, *height),
    }
}

fn drawn_inside(desk: &Desk, (width, height): (u16, u16)) {
    let (_, cursor) = desk.draw(width, height);
    let cursor = cursor.expect("a cursor is always set");
    assert!(cursor.x < width && cursor.y < height, "the cursor is at {cursor:?} of {width}x{height}");
}

/// What no sequence of keys may bring about: a count that has to be none.
const NEVER: [(&str, &str); 5] = [
    (
        "a family's detail without a consent record",
        "SELECT count(*) FROM details d WHERE NOT EXISTS (SELECT 1 FROM consents c WHERE c.case_id = d.case_id)",
    ),
    (
        "a party without a consent record",
        "SELECT count(*) FROM parties p WHERE NOT EXISTS (SELECT 1 FROM consents c WHERE c.case_id = p.case_id)",
    ),
    (
        "a note without a consent record",
        "SELECT count(*) FROM notes n WHERE NOT EXISTS (SELECT 1 FROM consents c WHERE c.case_id = n.case_id)",
    ),
    (
        "a booking without the light",
        "SELECT count(*) FROM bookings WHERE state = 'booked' AND case_id NOT IN (SELECT case_id FROM ready_to_book)",
    ),
    (
        "an open case without a row on Today",
        "SELECT count(*) FROM cases WHERE state = 'open' AND id NOT IN (SELECT case_id FROM attention)",
    ),
];

fn the_wall_holds(desk: &Desk) {
    assert_eq!(desk.value("PRAGMA integrity_check"), "ok");
    for (what, sql) in NEVER {
        assert_eq!(desk.value(sql), "0", "{what}");
    }
}

fn anything(mut desk: Desk, acts: &[Act]) {
    let mut size = (80, 24);
    for act in acts {
        does(&mut desk, act, &mut size);
        drawn_inside(&desk, size);
        if desk.has_left() {
            desk = desk.restart();
        }
    }
    desk.stop();
    assert!(desk.worker.is_done(), "something is still waiting to be written");
    the_wall_holds(&desk);
    let desk = desk.restart();
    drawn_inside(&desk, size);
}

/// So many rounds; more with `ANY_KEYS=2000 cargo test any_keys`.
fn cases() -> u32 {
    std::env::var("ANY_KEYS").ok().and_then(|n| n.parse().ok()).unwrap_or(60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_on_an_empty_file(acts in prop::collection::vec(acts(), 1..120)) {
        anything(Desk::new(), &acts);
    }

    #[test]
    fn any_keys_on_the_practice_file(today: bool, acts in prop::collection::vec(acts(), 1..120)) {
        anything(Desk::practice(if today { Place::Today } else { Place::Desk }), &acts);
    }
}

#[test]
fn every_page_is_drawn_at_every_size() {
    let mut desk = Desk::practice(Place::Today);
    let id = |desk: &Desk, sql: &str| desk.value(sql).parse::<i64>().unwrap();
    let case = id(&desk, "SELECT case_id FROM bookings LIMIT 1");
    let enquiry = id(&desk, "SELECT id FROM enquiries LIMIT 1");
    let mut places = vec![
        Place::Today,
        Place::Desk,
        Place::Enquiry(enquiry),
        Place::Calendar { case: None, finder: false, mediator: None, moving: None },
        Place::Calendar { case: Some(case), finder: true, mediator: None, moving: None },
        Place::Find,
        Place::Mediators,
        Place::Settings,
        Place::More,
        Place::Safeguarding,
        Place::FirstRun,
    ];
    places.extend(CaseTab::ALL.map(|tab| Place::Case { case, tab, party: None }));
    places.extend(Spot::ALL.map(Place::Help));
    for place in places {
        desk.at(place);
        // With a window over it, where Enter or a key of its own opens one; and with the menu strip.
        for keys in ["", "Enter", "Esc", "Esc"] {
            desk.keys(keys);
            for (width, height) in [
                (1, 1),
                (2, 3),
                (12, 4),
                (13, 5),
                (40, 12),
                (60, 20),
                (80, 24),
                (120, 40),
                (300, 100),
                (300, 1),
                (1, 100),
            ] {
                drawn_inside(&desk, (width, height));
            }
        }
    }
    the_wall_holds(&desk);
}
