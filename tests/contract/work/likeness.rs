//! Names that sound alike or have a letter wrong: found by the real Find, among three hundred strangers.

use mediation_line::domain::detail::Detail;
use mediation_line::domain::subject::Route;
use mediation_line::store::calls::CallWrite;
use mediation_line::store::parties::{Contact, PartyWrite};

use super::*;

/// A case of a child of this name.
fn a_child(office: &mut Office, name: &str) -> Made {
    let made = office.a_parents_call();
    office.family_detail(&made, Detail::Child, name);
    let mut new = office.new_case(&made, Route::NotKnown);
    for party in &mut new.parties {
        (party.contact.name, party.contact.person) = ("".into(), "".into());
    }
    office.call(&CallWrite::FinishCase { call: made.call, new: Some(new), case: made.case }).unwrap();
    made
}

/// Twenty-four names as they are said and as they are written, chosen before the rules were.
#[test]
fn spoken_names() {
    let pairs = include_str!("../../data/spoken-names.csv");
    let strangers = include_str!("../../data/stranger-names.csv");
    let mut office = Office::in_memory();
    for name in strangers.lines().skip(1) {
        a_child(&mut office, name);
    }
    let rows: Vec<(String, String, i64)> = pairs
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let name = if cells[2] == "first" {
                format!("{} Unwin", cells[1])
            } else {
                format!("Unwin {}", cells[1])
            };
            (cells[0].to_owned(), cells[1].to_owned(), a_child(&mut office, &name).case)
        })
        .collect();
    assert_eq!(rows.len(), 24);
    let (mut found, mut shown, mut most) = (0, 0, 0);
    for (said, written, case) in &rows {
        let cases: std::collections::BTreeSet<i64> =
            office.store.find(said, false).unwrap().into_iter().filter_map(|row| row.case).collect();
        let it = cases.contains(case);
        let others = cases.len() - usize::from(it);
        println!("{} {said:12} {written:14} {others} strangers", if it { "found    " } else { "NOT FOUND" });
        found += usize::from(it);
        shown += others;
        most = most.max(others);
    }
    let percent = |part: usize, whole: usize| 100 * part / whole.max(1);
    let rows = found + shown;
    println!("recall {found} of 24 ({}%)", percent(found, 24));
    println!("precision {found} of {rows} ({}%), {most} strangers at most for a name", percent(found, rows));
    assert!(found >= 20, "only {found} of 24 were found");
    assert!(most <= 3, "{most} strangers for one name");
}

#[test]
fn a_surname_with_a_letter_wrong_is_found() {
    let strangers = include_str!("../../data/stranger-names.csv");
    let mut office = Office::in_memory();
    let mut surnames: Vec<(String, i64)> = Vec::new();
    for name in strangers.lines().skip(1) {
        let surname = name.rsplit(' ').next().unwrap().to_lowercase();
        if surname.len() >= 5 && surnames.iter().all(|(known, _)| *known != surname) {
            let case = a_child(&mut office, name).case;
            surnames.push((surname, case));
        }
    }
    for (at, (surname, case)) in surnames.iter().enumerate() {
        let mut letters: Vec<char> = surname.chars().collect();
        let place = 1 + at % (letters.len() - 2);
        match at % 4 {
            0 => letters.insert(place, 'q'),
            1 => drop(letters.remove(place)),
            2 => letters[place] = 'q',
            _ => letters.swap(place, place + 1),
        }
        let wrong: String = letters.into_iter().collect();
        let found = office.store.find(&wrong, false).unwrap();
        assert!(found.iter().any(|row| row.case == Some(*case)), "{wrong} for {surname}");
        assert!(found.len() <= 5, "{wrong}: {} rows", found.len());
    }
    assert!(surnames.len() > 100, "{} surnames", surnames.len());
}

#[test]
fn rows_that_are_alike_follow_those_that_begin_as_typed() {
    everywhere(|office| {
        let heard = a_child(office, "Kathryn Hall");
        let written = a_child(office, "Catherine Unwin");
        let found = office.store.find("kathryn", false).unwrap();
        let seen: Vec<_> = found.iter().map(|row| (row.case, row.alike)).collect();
        assert_eq!(seen, [(Some(heard.case), false), (Some(written.case), true)]);
        let both = office.store.find("kathryn unwin", false).unwrap();
        assert_eq!(both.iter().map(|row| row.case).collect::<Vec<_>>(), [Some(written.case)]);
        assert!(
            office.store.find("kathryn u", false).unwrap()[0].alike,
            "the beginning of another word helps"
        );
        for typed in ["kathryn zzz", "kat", "0143", "zathryx"] {
            assert!(office.store.find(typed, false).unwrap().iter().all(|row| !row.alike), "{typed}");
        }
    });
}

#[test]
fn people_schools_and_callers_in_their_work_are_found_by_their_sound() {
    everywhere(|office| {
        let made = office.a_case();
        let enquiry = office.an_enquiry();
        for typed in ["engozi achebi", "achibe", "larkfeild"] {
            let found = office.store.find(typed, false).unwrap();
            assert!(found.iter().any(|row| row.alike && row.case == Some(made.case)), "{typed}");
        }
        let found = office.store.find("farow", true).unwrap();
        assert_eq!(found.iter().map(|row| row.enquiry).collect::<Vec<_>>(), [Some(enquiry)]);
        for typed in ["kelechee", "achebi", "larkfeild", "engozi"] {
            let found = office.store.find(typed, true).unwrap();
            assert!(found.is_empty(), "{typed}: without consent nothing of a family is found by its sound");
        }
    });
}

#[test]
fn a_file_of_the_first_version_is_given_its_keys_and_only_once() {
    let mut office = Office::in_file();
    let made: Vec<Made> = (0..3).map(|_| a_child(&mut office, "Catherine Unwin")).collect();
    office.an_enquiry();
    office.raw().execute_batch("UPDATE documents SET alike = NULL").unwrap();
    assert!(office.store.find("kathryn", false).unwrap().is_empty());
    let mut after = Some(i64::MIN);
    while let Some(place) = after {
        after = office.store.fill_alike(place).unwrap();
    }
    assert_eq!(office.store.find("kathryn", false).unwrap().len(), made.len());
    assert_eq!(office.store.find("farow", true).unwrap().len(), 1);
    assert_eq!(office.number("SELECT count(*) FROM documents WHERE alike IS NULL"), 0);
    assert_eq!(office.store.fill_alike(i64::MIN).unwrap(), None);
    office
        .raw()
        .execute_batch("INSERT INTO likeness (likeness, rank) VALUES ('integrity-check', 1)")
        .unwrap();
}

#[test]
fn a_person_is_found_by_the_number_they_had() {
    everywhere(|office| {
        let made = office.a_case();
        let change = |office: &mut Office, phone: &str| {
            let found = office.store.case_page(made.case).unwrap().parties;
            let party = found.iter().find(|party| party.facts.id == made.family).unwrap();
            let contact = Contact { phone: phone.into(), ..party.contact.clone() };
            let (case, known, party) = (made.case, party.contact.clone(), made.family);
            office
                .party(&PartyWrite::Contact { case, party, known: known.into(), contact: contact.into() })
                .unwrap();
        };
        let about = |office: &mut Office, typed: &str| {
            let found = office.store.find(typed, false).unwrap();
            found.iter().map(|row| row.about.0.clone()).collect::<Vec<_>>()
        };
        change(office, "07700 900 555");
        assert_eq!(about(office, "900142"), ["mother  old number, now 07700 900 555"]);
        assert_eq!(about(office, "07700 900 142"), ["mother  old number, now 07700 900 555"]);
        assert_eq!(about(office, "0555"), ["mother  07700 900 555"]);
        change(office, "07700 900 777");
        assert_eq!(about(office, "0142"), ["mother  old number, now 07700 900 777"], "and by the one before");
        assert_eq!(about(office, "0555"), ["mother  old number, now 07700 900 777"]);
        change(office, "07700 900 142");
        assert_eq!(about(office, "0142"), ["mother  07700 900 142"], "they have it again");
        change(office, "07700900142");
        let kept = office.store.find("0142", false).unwrap();
        assert_eq!(kept.len(), 1);
        assert!(office.store.find("0142", true).unwrap().is_empty(), "not without consent");
    });
}
