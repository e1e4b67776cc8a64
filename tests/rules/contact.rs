//! What was said of a number, and how it is told.

use mediation_line::domain::contact::{Safety, Said};

const NUMBER: &str = "07700 900142";

fn safety(ring: Said, message: Said, writing: Said) -> Safety {
    Safety { ring, message, writing }
}

#[test]
fn contact_1_each_way_may_be_said_or_not() {
    for said in [Said::Yes, Said::No, Said::NotSaid] {
        assert_eq!(Said::from_code(said.code()), said);
        assert_eq!(Said::of_letter(Some(said.letter())), said);
    }
    assert_eq!(Safety::default().told(NUMBER, ""), NUMBER, "nothing was said: as it is");
    let one = safety(Said::NotSaid, Said::No, Said::NotSaid);
    assert_eq!(one.told(NUMBER, ""), "07700 900142 (no messages)");
}

#[test]
fn contact_2_it_is_told_by_whom() {
    let one = safety(Said::Yes, Said::No, Said::Yes);
    assert_eq!(one.told(NUMBER, "mother"), "07700 900142 (safe to ring; no messages - mother)");
}

#[test]
fn contact_3_not_safe_is_said_first() {
    for message in [Said::Yes, Said::No, Said::NotSaid] {
        let one = safety(Said::No, message, Said::NotSaid);
        assert!(one.may_not_ring());
        assert_eq!(one.told(NUMBER, "mother"), "NOT SAFE TO RING 07700 900142 (said by mother)");
    }
}

#[test]
fn contact_4_only_a_no_forbids_ringing() {
    assert!(!safety(Said::NotSaid, Said::No, Said::No).may_not_ring());
    assert!(!safety(Said::Yes, Said::No, Said::No).may_not_ring());
}
