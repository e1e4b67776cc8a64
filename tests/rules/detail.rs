//! The details of a call and their one order.

use mediation_line::domain::detail::Detail::{self, Phone, Work};

fn at(detail: Detail) -> usize {
    Detail::ALL.iter().position(|d| *d == detail).unwrap()
}

#[test]
fn detail_1_the_thirteen_of_a_parents_call_keep_their_order() {
    use Detail::{About, Area, BestTime, Born, Child, Letter, Name, Needs, OtherSide, School, Wants, Who};
    let thirteen =
        [Who, Name, Phone, BestTime, Needs, Child, Born, School, Area, About, Letter, Wants, OtherSide];
    assert!(thirteen.is_sorted_by_key(|d| at(*d)));
}

#[test]
fn detail_2_those_that_can_wait_follow() {
    use Detail::{Address, Email, OtherSide, Plan, Relation};
    assert!([OtherSide, Relation, Email, Address, Plan].is_sorted_by_key(|d| at(*d)));
}

#[test]
fn detail_3_where_they_ring_from_comes_before_the_number() {
    assert!(at(Work) < at(Phone));
}

#[test]
fn detail_4_there_is_no_field_for_fees_diagnoses_or_ethnicity() {
    for detail in Detail::ALL {
        let words = format!("{} {}", detail.code(), detail.label()).to_lowercase();
        for never in ["fee", "price", "diagnos", "ethnic", "merit", "strong"] {
            assert!(!words.contains(never), "{words}");
        }
    }
}
