//! Find: by the beginnings of words, by the last digits, by reference, and without families where there is no consent.

use mediation_line::domain::detail::Detail;
use mediation_line::domain::subject::Route;
use mediation_line::store::search::{Found, FoundKind};

use super::*;

fn kinds(found: &[Found]) -> Vec<FoundKind> {
    found.iter().map(|f| f.kind).collect()
}

#[test]
fn a_case_is_found_by_the_beginning_of_any_of_its_words() {
    everywhere(|office| {
        let made = office.a_case();
        for typed in ["k", "kel", "KELECHI ach", "achebe kelechi", "Larkf", "north", "lark kel"] {
            let found = office.store.find(typed, false).unwrap();
            assert!(found.iter().any(|f| f.kind == FoundKind::Case && f.case == Some(made.case)), "{typed}");
        }
        assert_eq!(kinds(&office.store.find("ngozi", false).unwrap()), [FoundKind::Person]);
        assert_eq!(kinds(&office.store.find("speech", false).unwrap()), [FoundKind::Notes]);
        for typed in ["zzz", "", "  ", "-", "'", "\"", "* OR *", "kelechi zzz"] {
            assert!(office.store.find(typed, false).unwrap().is_empty(), "{typed}");
        }
    });
}

#[test]
fn the_longest_note_the_file_takes_is_found_by_each_of_its_words() {
    let mut office = Office::in_file();
    let made = office.a_full_call();
    // As many different words as go in, all over the alphabet.
    let letter = |n: u32| char::from(b'a' + (n % 26) as u8);
    let word = |n: u32| [n / 17_576, n / 676, n / 26, n].map(letter).iter().collect::<String>();
    let all: Vec<String> = (0..20_000).map(|at| word(at * 21)).collect();
    let body = format!("{} ", all.join(" "));
    assert_eq!(body.len(), 100_000);
    let (call, case, begun) = (made.call, made.case, String::new());
    office.call(&CallWrite::Notes { call, case, body: body.into(), begun }).unwrap();
    let new = office.new_case(&made, Route::Statutory);
    office.call(&CallWrite::FinishCase { call, new: Some(new), case }).unwrap();
    for typed in all.iter().step_by(1_999).chain(all.last()) {
        assert_eq!(kinds(&office.store.find(typed, false).unwrap()), [FoundKind::Notes], "{typed}");
    }
    office.case(&CaseWrite::Erase { case }).unwrap();
}

#[test]
fn a_person_is_found_by_the_last_digits_of_a_number() {
    everywhere(|office| {
        office.a_case();
        for typed in ["142", "0142", "900142", "07700900142"] {
            let found = office.store.find(typed, false).unwrap();
            assert_eq!(kinds(&found), [FoundKind::Person], "{typed}");
        }
        assert!(office.store.find("0143", false).unwrap().is_empty());
    });
}

#[test]
fn a_reference_comes_first_however_it_is_written() {
    everywhere(|office| {
        let made = office.a_case();
        let enquiry = office.an_enquiry();
        let number = office.store.head(made.case).unwrap().reference.unwrap().number;
        for typed in
            [format!("M-{number:04}"), format!("m{number}"), format!("{number}"), format!("m {number}")]
        {
            let found = office.store.find(&typed, false).unwrap();
            assert_eq!((found[0].kind, found[0].case), (FoundKind::Case, Some(made.case)), "{typed}");
        }
        let found = office.store.find("e1", false).unwrap();
        assert_eq!((found[0].kind, found[0].enquiry), (FoundKind::Enquiry, Some(enquiry)));
        let both = office.store.find("1", false).unwrap();
        assert!(kinds(&both).starts_with(&[FoundKind::Case, FoundKind::Enquiry]));
    });
}

#[test]
fn without_consent_only_enquiries_are_looked_through() {
    everywhere(|office| {
        let made = office.a_case();
        let enquiry = office.an_enquiry();
        let number = office.store.head(made.case).unwrap().reference.unwrap().number;
        for typed in ["larkfield", "farrow", "233", "1", "e1"] {
            let found = office.store.find(typed, true).unwrap();
            assert_eq!(found.iter().map(|f| f.enquiry).collect::<Vec<_>>(), [Some(enquiry)], "{typed}");
        }
        for typed in ["kelechi", "0142", "speech", "northmere", "\u{a7}", &format!("m{number}")] {
            assert!(office.store.find(typed, true).unwrap().is_empty(), "{typed}");
        }
    });
}

#[test]
fn names_of_every_script_are_found_and_nothing_typed_is_a_fault() {
    let names = [
        "محمد بن سلمان",
        "Zoë Ó Súilleabháin",
        "Łukasz Wiśniewski",
        "O'Brien-Smythe",
        "李小龍",
        "aⓐb ½cup ²nd",
        "Ŀ ŉame ﬁsh",
        "👩🏽‍🏫 Teacher",
        "हिन्दी नाम",
    ];
    let mut office = Office::in_memory();
    for name in names {
        let made = office.a_parents_call();
        office.family_detail(&made, Detail::Child, name);
        let new = office.new_case(&made, Route::NotKnown);
        office.call(&CallWrite::FinishCase { call: made.call, new: Some(new), case: made.case }).unwrap();
        let page = office.store.case_page(made.case).unwrap();
        assert_eq!(&*page.head.child, name);
        for typed in name.split_whitespace().chain([name]) {
            if mediation_line::domain::text::words(typed).is_empty() {
                continue;
            }
            let found = office.store.find(typed, false).unwrap_or_else(|fault| panic!("{typed}: {fault}"));
            assert!(found.iter().any(|f| f.case == Some(made.case)), "{typed} of {name}");
        }
    }
    assert_eq!(kinds(&office.store.find("zoe osuil", false).unwrap()), []);
    assert_eq!(kinds(&office.store.find("zoe suill", false).unwrap()), [FoundKind::Case]);
    assert_eq!(kinds(&office.store.find("obrien", false).unwrap()), [FoundKind::Case]);
    for typed in
        ["\"\"", "NEAR(a b)", "words:x", "^a", "a\"b", "(", "a*", "+", "\u{0}", "AND", "NOT x", "ⓐ", "½"]
    {
        assert!(office.store.find(typed, false).is_ok(), "{typed}");
    }
}

#[test]
fn the_newest_come_first_and_a_page_is_full_at_most() {
    let mut office = Office::in_memory();
    let made: Vec<Made> = (0..40).map(|_| office.a_case()).collect();
    let found = office.store.find("kelechi", false).unwrap();
    assert_eq!(found.len(), 36);
    assert_eq!(found[0].case, Some(made[39].case));
}

/// The rows found for this text, as they read.
fn shown(office: &mut Office, text: &str) -> Vec<String> {
    office.store.find(text, false).unwrap().iter().map(|f| format!("{} {}", &*f.name, &*f.about)).collect()
}

#[test]
fn a_row_shown_a_letter_ago_is_shown_as_it_is_now_whoever_changed_it() {
    let mut office = Office::in_file();
    let made = office.a_case();
    let mut tom = office.another_desk();
    let person = shown(&mut office, "ngoz");
    assert!(person[0].contains("07700 900 142"), "{person:?}");
    assert_eq!(shown(&mut office, "ngozi"), person);
    // This desk, and then another one, between two letters.
    for (desk, name) in [(None, "Kelechi Obi"), (Some(&mut tom), "Kelechi Umeh")] {
        shown(&mut office, "kele");
        let before = clash::field(&mut office, &made, Detail::Child);
        clash::write(desk.unwrap_or(&mut office), &made, Detail::Child, name, &before);
        let rows = shown(&mut office, "kelec");
        assert!(rows.iter().any(|row| row.starts_with(name)), "{rows:?}");
    }
    shown(&mut office, "kele");
    withdraw(&mut tom, &made, ConsentAct::Withdrawn);
    assert!(shown(&mut office, "kelec").is_empty());
    assert!(shown(&mut office, "ngozi").is_empty());
}

#[test]
fn a_row_found_by_words_does_not_stand_for_one_found_by_an_old_number() {
    let mut office = Office::in_file();
    let made = office.a_case();
    for phone in ["01632 960222", "01632 960333"] {
        let known = clash::authority(&mut office, &made);
        clash::reach(&mut office, &made, &known, |c| c.phone = phone.into());
    }
    let by_name = shown(&mut office, "northmere");
    assert!(by_name.iter().any(|row| row.ends_with(" 01632 960333") && !row.contains("old")), "{by_name:?}");
    let by_number = shown(&mut office, "960222");
    assert!(by_number[0].ends_with(" old number, now 01632 960333"), "{by_number:?}");
    assert_eq!(shown(&mut office, "northmere"), by_name);
}
