//! Two spellings of one name, and two names that only look alike.

use mediation_line::domain::likeness::{Likeness, keys, likeness, may_be_misheard, may_be_one_person};
use mediation_line::domain::text::words;
use proptest::prelude::*;

fn like(a: &str, b: &str) -> Option<Likeness> {
    let folded = |text: &str| words(text).concat();
    let (a, b) = (folded(a), folded(b));
    assert_eq!(likeness(&a, &b), likeness(&b, &a), "{a} and {b}: the order does not matter");
    likeness(&a, &b)
}

#[test]
fn likeness_1_the_same_sound_in_other_letters() {
    for (a, b) in [
        ("Siobhan", "Shevaun"),
        ("Oisin", "Osheen"),
        ("Saoirse", "Sersha"),
        ("Wright", "Right"),
        ("Stephen", "Steven"),
        ("Philippa", "Filipa"),
        ("Chloë", "Khloe"),
        ("McAllister", "Macalister"),
        ("Ahmad", "Ahmed"),
        ("Zhang", "Jang"),
        ("Dhillon", "Dillon"),
        ("Jacqueline", "Jaqualin"),
        ("Łukasz", "Lucash"),
        ("Schmidt", "Shmit"),
    ] {
        assert_eq!(like(a, b), Some(Likeness::Sound), "{a}, {b}");
    }
    for (a, b) in [
        ("Siobhan", "Stephen"),
        ("Anna", "Una"),
        ("Mary", "Moira"),
        ("Rosie", "Ross"),
        ("Brown", "Browning"),
        ("Patel", "Petrov"),
        ("Maria", "Mario Rossi"),
    ] {
        assert_eq!(like(a, b), None, "{a}, {b}");
    }
}

#[test]
fn likeness_2_a_letter_added_left_out_replaced_or_changed_with_its_neighbour() {
    for heard in ["oyelarran", "oyelarn", "oyelaram", "oyealran"] {
        assert!(like("Oyelaran", heard).is_some(), "{heard}");
    }
    assert_eq!(like("Oyelaran", "obelaran"), Some(Likeness::Letter));
    assert_eq!(like("Oyelaran", "obelaram"), None, "two letters");
    assert_eq!(like("نادية", "نادبة"), Some(Likeness::Letter), "in any script");
}

#[test]
fn likeness_3_only_words_of_four_letters_are_taken_for_misheard() {
    assert!(may_be_misheard("anna") && !may_be_misheard("ann"));
    assert_eq!(like("Zoë", "Zoey"), Some(Likeness::Letter));
    assert_eq!(like("Zoe", "Zoi"), None);
    assert_eq!(like("Jo", "Joey"), None);
}

#[test]
fn likeness_4_the_first_of_four_letters_is_right() {
    assert_eq!(like("Hall", "Hill"), Some(Likeness::Letter));
    assert_eq!(like("Hall", "Ball"), None);
    assert_eq!(like("Baker", "Laker"), Some(Likeness::Letter));
}

#[test]
fn likeness_5_the_keys_of_a_word_are_the_same_today_and_always() {
    assert_eq!(keys("zoe").join(" "), "3a64g iwgjm ozsj3 ru08k");
    assert_eq!(keys("siobhan").join(" "), "0tfm7 3xehs 5i0k5 8a61h asghq dauxh f9y4d h2itl mb33d qmjaa");
    let letters = |key: &String| key.len() == 5 && key.bytes().all(|b| b.is_ascii_alphanumeric());
    assert!(keys("bhattacharya").iter().all(letters));
    assert!(keys(&"a".repeat(400)).len() < 30, "a word without end has few keys");
}

#[test]
fn likeness_7_a_number_is_like_no_other() {
    assert!(!may_be_misheard("0142") && !may_be_misheard("m0412"));
    assert_eq!(likeness("900142", "900143"), None);
    assert!(keys("900142").is_empty());
}

#[test]
fn likeness_8_two_names_of_one_person() {
    for (a, b) in [
        ("Siobhan O'Malley", "siobhan omalley"),
        ("Siobhan", "Siobhan O'Malley"),
        ("Shivorn O'Maley", "Shivorne O'Malley"),
        ("O'Malley, Siobhan", "Mrs Siobhan O'Malley"),
        ("", "Siobhan O'Malley"),
    ] {
        assert!(may_be_one_person(a, b) && may_be_one_person(b, a), "{a} {b}");
    }
    for (a, b) in [
        ("Patrick OMalley", "Siobhan O'Malley"),
        ("O'Malley", "Siobhan O'Malley"),
        ("Mr O'Malley", "Siobhan O'Malley"),
        ("Siobhan Byrne", "Siobhan O'Malley"),
    ] {
        assert!(!may_be_one_person(a, b) && !may_be_one_person(b, a), "{a} {b}");
    }
}

/// A word of letters, some of which change how those beside them are said.
fn a_word() -> impl Strategy<Value = String> {
    "[a-ehimnorstuyłé]{3,9}".prop_map(|word| words(&word).concat())
}

proptest! {
    #[test]
    fn likeness_6_words_that_are_alike_share_a_key(word in a_word(), other in a_word(), at in 0usize..9, letter in "[a-z]") {
        let mut wrong: Vec<char> = word.chars().collect();
        let at = at.min(wrong.len() - 1);
        let letter = letter.chars().next().unwrap();
        let mut more = wrong.clone();
        more.insert(at, letter);
        wrong[at] = letter;
        for b in [wrong.into_iter().collect::<String>(), more.into_iter().collect(), other] {
            if likeness(&word, &b).is_some() {
                let of_b = keys(&b);
                prop_assert!(keys(&word).iter().any(|key| of_b.contains(key)), "{} {}", word, b);
            }
        }
    }
}
