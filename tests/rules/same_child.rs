//! One child in two cases, and two children who have much in common.

use mediation_line::domain::same_child::{Child, can_be_compared, same_child};
use mediation_line::domain::typed_day::DayReading;

use super::day;

fn child(name: &str, born: &str, school: &str, phone: &str) -> Child {
    Child {
        name: name.into(),
        born: born.parse().map_or(DayReading::Unread, DayReading::Day),
        told: day("2026-11-24"),
        school: school.into(),
        phones: vec![phone.into()],
    }
}

fn adam() -> Child {
    child("Adam Khan", "2016-03-12", "Larkfield Primary", "07700 900142")
}

fn why(a: &Child, b: &Child) -> String {
    let found = same_child(a, b);
    assert_eq!(found, same_child(b, a), "the order does not matter");
    found.map_or_else(String::new, |reasons| reasons.sentence().0)
}

#[test]
fn same_child_1_the_first_name_is_alike() {
    assert_eq!(why(&adam(), &adam()), "same name, born 12 Mar 2016, same school, same number");
    let heard = child("Adem Kahn", "2016-03-12", "", "");
    assert_eq!(why(&adam(), &heard), "first name same by sound, surname same by sound, born 12 Mar 2016");
    for other in ["Sara Khan", "A. Khan", "A Khan", "Khan", ""] {
        assert_eq!(
            why(&adam(), &child(other, "2016-03-12", "Larkfield Primary", "07700 900142")),
            "",
            "{other}"
        );
    }
}

#[test]
fn same_child_2_born_on_the_same_day_or_day_and_month_changed_over() {
    let american = child("Adam Khan", "2016-12-03", "", "");
    assert_eq!(why(&adam(), &american), "same name, born the same day, day and month changed over");
}

#[test]
fn same_child_3_one_thing_more_than_first_name_and_birth_date() {
    let born = "2016-03-12";
    assert_eq!(why(&adam(), &child("Adam", born, "", "")), "");
    assert_eq!(why(&adam(), &child("Adam Osei", born, "", "")), "");
    let why_not = |other: &Child| why(&adam(), other);
    assert_eq!(
        why_not(&child("Adam", born, "larkfield school", "")),
        "same first name, born 12 Mar 2016, same school"
    );
    let number = child("Adam Osei", born, "", "+44 7700 900142");
    assert_eq!(why_not(&number), "same first name, born 12 Mar 2016, same number");
}

#[test]
fn same_child_4_without_a_birth_date_name_and_school_together() {
    assert_eq!(why(&adam(), &child("Adam Khan", "", "Larkfield", "")), "same name, same school");
    assert_eq!(why(&adam(), &child("Adam Khan", "", "", "07700 900142")), "");
    assert_eq!(why(&adam(), &child("Adam Khan", "", "Castle Primary School", "")), "");
    assert!(
        can_be_compared(&child("Adam", "", "Larkfield", ""))
            && can_be_compared(&child("Adam", "2016-03-12", "", ""))
    );
    assert!(
        !can_be_compared(&child("Adam Khan", "", " ", "07700 900142"))
            && !can_be_compared(&child("A", "2016-03-12", "", ""))
    );
}

#[test]
fn same_child_5_an_age_that_agrees_is_a_reason_and_one_that_does_not_says_no() {
    let aged = |age| Child { born: DayReading::Age(age), ..child("Adam Khan", "", "Larkfield", "") };
    assert_eq!(why(&adam(), &aged(10)), "same name, the age agrees, same school");
    assert_eq!(why(&adam(), &aged(14)), "");
    // Both names by their sound, and an age or a year: enough without a school.
    let told = |name: &str, born| Child { born, ..child(name, "", "", "") };
    let chidi = told("Chidi Achebe", DayReading::Age(8));
    let heard = "first name same by sound, surname same by sound, the age agrees";
    for born in [DayReading::Age(8), DayReading::YearGroup(4)] {
        assert_eq!(why(&chidi, &told("Chidy Achebi", born)), heard);
    }
    assert_eq!(why(&chidi, &told("Chidi Achebe", DayReading::Age(8))), "same name, the age agrees");
    // Another age, no age, a surname alone, brothers and sisters, a letter wrong: not enough.
    for other in [
        told("Chidy Achebi", DayReading::Age(10)),
        told("Chidy Achebi", DayReading::Unread),
        told("Achebi", DayReading::Age(8)),
        told("Chidy", DayReading::Age(8)),
        told("Chidy Okafor", DayReading::Age(8)),
        told("Kelechi Achebe", DayReading::Age(8)),
        told("Chika Achebe", DayReading::Age(8)),
        told("Chidin Achebe", DayReading::Age(8)),
    ] {
        assert_eq!(why(&chidi, &other), "", "{}", &*other.name);
    }
}

#[test]
fn same_child_6_other_birth_dates_are_other_children_but_for_one_figure() {
    let same_but = |born| child("Adam Khan", born, "Larkfield", "07700 900142");
    assert_eq!(
        why(&adam(), &same_but("2016-03-13")),
        "same name, born a figure apart, same school, same number"
    );
    for born in ["2014-03-12", "2016-07-21", "2017-03-12"] {
        assert_eq!(why(&adam(), &same_but(born)), "", "{born}");
    }
    assert_eq!(why(&adam(), &child("Adam Kahn", "2016-03-13", "Larkfield", "07700 900142")), "");
}

#[test]
fn same_child_7_brothers_and_sisters_are_not_one_child() {
    for (name, born) in
        [("Sara Khan", "2014-05-30"), ("Aadil Khan", "2016-03-12"), ("Amir Khan", "2016-03-12")]
    {
        assert_eq!(why(&adam(), &child(name, born, "Larkfield Primary", "07700 900142")), "", "{name}");
    }
}

#[test]
fn same_child_8_the_one_with_most_reasons_weighs_most() {
    let weight = |other: &Child| same_child(&adam(), other).map_or(0, |reasons| reasons.weight);
    let by_sound = child("Adam Kahn", "2016-03-12", "Larkfield", "07700 900142");
    let no_number = child("Adam Khan", "2016-03-12", "Larkfield", "");
    let undated = child("Adam Khan", "", "Larkfield", "");
    assert!(weight(&adam()) > weight(&by_sound));
    assert!(weight(&by_sound) > weight(&no_number));
    assert!(weight(&no_number) > weight(&undated));
}
