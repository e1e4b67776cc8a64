//! Who is ringing, and of whom consent is asked.

use mediation_line::domain::call::CallerKind::{
    self, LaOfficer, OtherParty, Parent, Relative, SchoolStaff, SendiassOfficer, YoungPerson,
};
use mediation_line::domain::detail::Detail;

#[test]
fn call_1_parents_and_young_people_speak_for_themselves() {
    for kind in [Parent, YoungPerson] {
        assert!(!kind.is_third_party(), "{kind:?}");
        assert!(!kind.rings_in_their_work(), "{kind:?}");
    }
}

#[test]
fn call_2_everyone_else_is_asked_for_consent() {
    for kind in CallerKind::ALL.into_iter().filter(|kind| ![Parent, YoungPerson].contains(kind)) {
        assert!(kind.is_third_party(), "{kind:?}");
    }
}

#[test]
fn call_3_callers_in_their_work_leave_their_work_details() {
    for kind in [LaOfficer, SendiassOfficer, SchoolStaff, OtherParty] {
        assert!(kind.rings_in_their_work(), "{kind:?}");
        let kept: Vec<Detail> =
            Detail::ALL.into_iter().filter(|detail| kind.keeps_without_consent(*detail)).collect();
        let work = [Detail::Name, Detail::Work, Detail::Phone, Detail::BestTime, Detail::Email];
        assert_eq!(kept, work, "{kind:?}");
    }
}

#[test]
fn call_4_of_a_relative_nothing_is_kept_before_consent() {
    assert!(Relative.is_third_party());
    assert!(!Relative.rings_in_their_work());
    assert!(!Detail::ALL.into_iter().any(|detail| Relative.keeps_without_consent(detail)));
}

#[test]
fn call_5_the_words_people_use_are_read() {
    for (said, kind) in [
        ("mum", Parent),
        ("Mother", Parent),
        ("his dad", Parent),
        ("step-mum", Parent),
        ("foster carer", Parent),
        ("Stepfather", Parent),
        ("grandma", Relative),
        ("step-sister", Relative),
        ("teacher", SchoolStaff),
        ("head teacher", SchoolStaff),
        ("SENCO", SchoolStaff),
        ("the council", LaOfficer),
        ("L.A.", LaOfficer),
        ("solicitor", OtherParty),
    ] {
        assert_eq!(CallerKind::from_spoken(said), Some(kind), "{said}");
    }
    for said in ["", "the", "mum's friend", "friend of his mum", "Sue", "step", "headache"] {
        assert_eq!(CallerKind::from_spoken(said), None, "{said}");
    }
}

#[test]
fn call_6_of_a_parent_who_may_not_decide_name_and_number_are_kept_and_no_more() {
    let kept = |kind: CallerKind| {
        Detail::ALL.into_iter().filter(|detail| kind.keeps_without_consent(*detail)).collect::<Vec<_>>()
    };
    assert_eq!(kept(Parent), [Detail::Name, Detail::Phone]);
    assert_eq!(kept(YoungPerson), []);
}
