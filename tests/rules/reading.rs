//! What the typed text of a detail means.

use mediation_line::domain::authority::Authorities;
use mediation_line::domain::detail::Detail;
use mediation_line::domain::reading::{of_list, read, shown};
use mediation_line::domain::working_days::WorkingDays;

use super::day;

fn reading(detail: Detail, typed: &str) -> String {
    read(detail, typed, day("2026-11-24"), &WorkingDays::england(), Authorities::england())
}

#[test]
fn reading_1_a_list_is_read_by_letter_first_letters_or_a_word() {
    for (detail, typed, code) in [
        (Detail::Who, "p", "parent"),
        (Detail::Who, " P ", "parent"),
        (Detail::About, "a", "refuse_assess"),
        (Detail::About, "la will not re", "refuse_reassess"),
        (Detail::About, "placement", "content_I"),
        (Detail::About, "social", "social_care"),
        (Detail::About, "school", "content_I"),
        (Detail::Wants, "certificate", "certificate"),
        (Detail::Wants, "yes", "mediation"),
    ] {
        assert_eq!(reading(detail, typed), code, "{detail:?} {typed:?}");
    }
}

#[test]
fn reading_2_about_may_name_several_kinds() {
    for typed in ["a, f", "a; f", "a+f", "LA will not assess (EHC); Provision in the plan (section F)"] {
        assert_eq!(reading(Detail::About, typed), "refuse_assess content_F", "{typed:?}");
    }
    // The words of one kind have a comma in them; those of an earlier list are in files.
    assert_eq!(reading(Detail::About, "Delay, or provision not delivered"), "duties");
    assert_eq!(reading(Detail::About, "Provision in the plan not given, or delay"), "duties");
    assert_eq!(reading(Detail::About, "Placement: school in the plan (section I)"), "content_I");
}

#[test]
fn reading_3_born_is_an_age_and_letter_is_over() {
    assert_eq!(reading(Detail::Born, "12.3.16"), "2016-03-12");
    assert_eq!(reading(Detail::Letter, "2/11"), "2026-11-02");
    assert_eq!(reading(Detail::Letter, "2/12"), "2025-12-02", "the day before today, not the one to come");
}

#[test]
fn reading_4_area_is_a_known_authority_as_people_say_it() {
    assert_eq!(reading(Detail::Area, "kingston upon hull, city of"), "Hull");
    assert_eq!(reading(Detail::Area, "Northmere"), "");
}

#[test]
fn reading_5_anything_else_has_none() {
    assert_eq!(reading(Detail::School, "a"), "");
    assert_eq!(reading(Detail::Wants, "purple"), "");
    assert_eq!(reading(Detail::Letter, "soon after easter or so"), "");
    for detail in Detail::ALL {
        assert_eq!(reading(detail, "  "), "", "{detail:?}");
    }
}

#[test]
fn reading_6_a_list_is_shown_in_its_words_and_anything_else_as_typed() {
    assert_eq!(shown(Detail::Who, "p", "parent"), "Parent or carer");
    assert_eq!(
        shown(Detail::About, "a, f", "refuse_assess content_F"),
        "LA will not assess (EHC); Provision in the plan (section F)"
    );
    // The words of an earlier list are no words of somebody.
    let former = "Provision in the plan not given, or delay";
    assert_eq!(shown(Detail::About, former, "duties"), "Delay, or provision not delivered");
    assert_eq!(
        shown(Detail::About, "no taxi since may, f", "content_F"),
        "Provision in the plan (section F): \"no taxi since may\""
    );
    assert_eq!(shown(Detail::Wants, "maybe", ""), "maybe");
    assert_eq!(shown(Detail::Letter, "2/11", "2026-11-02"), "2/11");
}

#[test]
fn reading_7_a_yes_with_a_condition_is_that_yes_with_its_words() {
    for (typed, but) in [
        ("yes but not with mrs harris", "not with mrs harris"),
        ("Yes, but only online", "only online"),
        ("ok if the school comes", "if the school comes"),
    ] {
        assert_eq!(of_list(Detail::Wants, typed), "mediation", "{typed}");
        assert_eq!(shown(Detail::Wants, typed, "mediation"), format!("Mediation: yes, but: {but}"));
    }
    for typed in ["yes please", "Yes, thank you"] {
        assert_eq!(of_list(Detail::Wants, typed), "mediation", "{typed}");
        assert_eq!(shown(Detail::Wants, typed, "mediation"), "Mediation: yes");
    }
    for typed in ["yes but no", "yes but not sure", "no but maybe", "yes but", "well, if it helps"] {
        assert_eq!(of_list(Detail::Wants, typed), "", "{typed}");
    }
}
