//! Local authorities as callers say them.

use mediation_line::domain::authority::{Authorities, Authority, KNOWN_BY, named_with, team_of};
use mediation_line::domain::field::Part;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn names(typed: &str) -> Vec<String> {
    Authorities::england().suggest(typed, "", 5).into_iter().map(|one| one.name.clone()).collect()
}

#[test]
fn authority_1_the_list_is_whole() {
    let england = Authorities::england();
    assert_eq!(england.all().len(), 153);
    let codes: BTreeSet<_> = england.all().iter().map(|one| one.code).collect();
    assert_eq!(codes.len(), 153);
    assert!(codes.iter().all(|code| (201..=943).contains(code)));
    assert!(england.all().iter().all(|one| one.ons_code.len() == 9 && one.ons_code.starts_with('E')));
    let mut regions = BTreeMap::new();
    for one in england.all() {
        *regions.entry(one.region.as_str()).or_insert(0) += 1;
    }
    let expected = [
        ("East Midlands", 10),
        ("East of England", 11),
        ("London", 33),
        ("North East", 12),
        ("North West", 24),
        ("South East", 19),
        ("South West", 15),
        ("West Midlands", 14),
        ("Yorkshire and The Humber", 15),
    ];
    assert_eq!(regions, BTreeMap::from(expected));
    assert_eq!(england.by_code(890).map(|one| one.name.as_str()), Some("Blackpool"));
    assert_eq!(
        england.by_code(839).map(|one| one.name.as_str()),
        Some("Bournemouth, Christchurch and Poole")
    );
}

#[test]
fn authority_2_the_start_of_any_word_finds_it() {
    assert_eq!(names("blackp"), ["Blackpool"]);
    assert_eq!(names("forest"), ["Bracknell Forest", "Waltham Forest"]);
    assert_eq!(names("fulham"), ["Hammersmith and Fulham"]);
    assert_eq!(names("upon tyne"), ["Newcastle upon Tyne"]);
    assert_eq!(names("ackpool"), Vec::<String>::new());
    assert_eq!(names("  "), Vec::<String>::new());
    assert_eq!(Authorities::england().suggest("b", "", 3).len(), 3);
    assert!(Authorities::england().suggest("b", "", 0).is_empty());
}

#[test]
fn authority_3_case_and_punctuation_do_not_matter() {
    for typed in ["st helens", "St. Helens", "ST HELENS", "st. hel"] {
        assert_eq!(names(typed), ["St. Helens"], "{typed}");
    }
    for typed in ["southend on sea", "Southend-on-Sea"] {
        assert_eq!(names(typed), ["Southend-on-Sea"], "{typed}");
    }
    assert_eq!(names("telford & wrekin"), ["Telford and Wrekin"]);
}

#[test]
fn authority_4_names_as_callers_say_them() {
    let england = Authorities::england();
    for (said, name) in [
        ("Hull", "Kingston upon Hull, City of"),
        ("Bristol", "Bristol, City of"),
        ("Durham", "County Durham"),
        ("BCP", "Bournemouth, Christchurch and Poole"),
        ("Poole", "Bournemouth, Christchurch and Poole"),
        ("St Helens", "St. Helens"),
        ("Southend", "Southend-on-Sea"),
        ("Herefordshire", "Herefordshire, County of"),
        ("BANES", "Bath and North East Somerset"),
        ("B&NES", "Bath and North East Somerset"),
        ("Stoke", "Stoke-on-Trent"),
    ] {
        assert_eq!(names(said).first().map(String::as_str), Some(name), "{said}");
        assert_eq!(england.find_exact(said).map(|one| one.name.as_str()), Some(name), "{said}");
    }
    assert_eq!(england.find_exact("810").map(Authority::short), Some("Hull"));
    assert_eq!(england.find_exact("Camden").map(Authority::short), Some("Camden"));
}

#[test]
fn authority_5_names_that_begin_with_it_come_first() {
    assert_eq!(names("derby"), ["Derby", "Derbyshire"]);
    assert_eq!(
        names("york"),
        ["York", "East Riding", "North Yorkshire"].map(|said| match said {
            "East Riding" => "East Riding of Yorkshire",
            name => name,
        })
    );
    assert_eq!(names("north y"), ["North Yorkshire"]);
}

#[test]
fn authority_6_exactly_found_with_or_without_council() {
    let england = Authorities::england();
    let code = |typed: &str| england.find_exact(typed).map(|one| one.code);
    for typed in ["Hull", "hull city council", "Kingston upon Hull, City of", "810", " Hull "] {
        assert_eq!(code(typed), Some(810), "{typed}");
    }
    assert_eq!(code("Durham County Council"), Some(840));
    assert_eq!(code("Blackpool Council"), Some(890));
    assert_eq!(code("Derby"), Some(831));
    for typed in ["", "Hul", "999", "Council", "Cumbria"] {
        assert_eq!(code(typed), None, "{typed}");
    }
}

#[test]
fn authority_6_every_name_and_spoken_name_finds_its_own() {
    let england = Authorities::england();
    for one in england.all() {
        for name in std::iter::once(&one.name).chain(&one.spoken) {
            assert_eq!(england.find_exact(name), Some(one), "{name}");
            assert!(england.suggest(name, "", 10).contains(&one), "{name}");
        }
    }
}

#[test]
fn authority_7_the_side_of_an_authority_is_called_after_the_area() {
    assert_eq!(team_of("Northmere"), "Northmere SEND team");
    assert_eq!(team_of(""), "");
}

#[test]
fn authority_8_a_name_after_the_area_follows_it_and_what_somebody_typed_stays() {
    let areas = ["Northmere", "Eastholt"];
    assert_eq!(named_with("Northmere SEND team", areas).as_deref(), Some("Eastholt SEND team"));
    assert_eq!(named_with("Northmere", areas).as_deref(), Some("Eastholt"));
    for typed in ["", "Mrs Patel's team", "Northmere SEND team, Mrs Patel", "Wyre Vale SEND team"] {
        assert_eq!(named_with(typed, areas), None, "{typed}");
    }
    assert_eq!(named_with("", ["", "Eastholt"]), None, "no area, no name after it");
    assert_eq!(
        KNOWN_BY,
        [Part::Person, Part::Phone, Part::Email],
        "the old one's number never has a new name"
    );
}

proptest! {
    #[test]
    fn authority_2_any_text_can_be_typed(typed in ".{0,20}|[a-z &.-]{0,8}", limit in 0..200_usize) {
        let england = Authorities::england();
        prop_assert!(england.suggest(&typed, "London", limit).len() <= limit);
        let _ = england.find_exact(&typed);
    }
}

#[test]
fn authority_9_those_the_office_serves_come_first() {
    let first = |typed: &str, served: &str| Authorities::england().suggest(typed, served, 5)[0].name.clone();
    assert_eq!(first("isl", ""), "Isle of Wight");
    for served in ["Islington, Camden", "camden,islington council", " London ", "206"] {
        assert_eq!(first("isl", served), "Islington", "{served}");
    }
    assert_eq!(first("ham", "London"), "Hammersmith and Fulham");
    assert_eq!(first("ham", "Tower Hamlets"), "Tower Hamlets");
    assert_eq!(first("west", "westminster"), "Westminster");
    assert_eq!(first("isl", "Nowhere, , Camd"), "Isle of Wight");
}

#[test]
fn authority_10_words_that_are_no_authority_are_named() {
    let unknown = |served| Authorities::england().unknown(served);
    assert_eq!(
        unknown("Kent, Northmere, 890, London,, Hull City Council, eastholt "),
        ["Northmere", "eastholt"]
    );
    assert!(unknown("").is_empty());
}

#[test]
fn authority_12_words_name_an_authority_when_they_begin_with_it() {
    let england = Authorities::england();
    for (words, area, is_another) in [
        ("Lambeth SEND team", "Ealing", true),
        ("Lambeth SEND team", "Eastholt", true),
        ("Lambeth SEND team", "Lambeth", false),
        ("Lambeth", "208", false),
        ("kingston upon hull, city of, SEND", "Hull", false),
        ("Hull SEND team", "Kingston upon Hull, City of", false),
        ("Northmere SEND team", "Eastholt", false),
        ("Larkfield Primary, SENCO", "Ealing", false),
        ("Bathwick school", "Ealing", false),
        ("Lambeth", "", false),
        ("", "Ealing", false),
    ] {
        assert_eq!(england.is_another(words, area), is_another, "{words:?} and {area:?}");
    }
}

#[test]
fn authority_11_one_letter_away_is_offered_and_never_taken() {
    let england = Authorities::england();
    for (typed, meant) in [
        ("camdn", "Camden"),
        ("enfild", "Enfield"),
        ("Barnte", "Barnet"),
        ("enfild council", "Enfield"),
        ("lincolnshre", "Lincolnshire"),
    ] {
        assert_eq!(england.near(typed).map(Authority::short), Some(meant), "{typed}");
        assert_eq!(england.find_exact(typed), None, "{typed}");
    }
    for typed in ["", "camd", "Camden", "hul", "bury", "yorkshire", "Northmere", "London", "xyzzy"] {
        assert_eq!(england.near(typed), None, "{typed}");
    }
}

#[test]
fn authority_13_an_area_lies_where_somebody_works() {
    let england = Authorities::england();
    for (area, place, lies) in [
        ("North Somerset", "North Yorkshire", false),
        ("East Sussex", "East Riding", false),
        ("East Riding of Yorkshire", "East Riding", true),
        ("Cheshire East", "Cheshire West", false),
        ("Cheshire West and Chester", "Cheshire West", true),
        ("Hull", "Kingston upon Hull, City of", true),
        ("Leeds", "Yorkshire and The Humber", true),
        ("Leeds", "London", false),
        ("wyre vale council", "Wyre Vale", true),
        ("Northmere", "Northmere LA", true),
        ("Northmere", "North", false),
        ("", "Northmere", false),
    ] {
        assert_eq!(england.lies_in(area, place), lies, "{area} in {place}");
    }
}
