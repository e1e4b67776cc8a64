//! Telephone numbers as typed. Only numbers set aside for drama and examples are used.

use mediation_line::domain::phone::{Phone, suffixes};
use proptest::prelude::*;

#[test]
fn phone_1_numbers_are_compared_by_their_digits() {
    for typed in [
        "07700 900142",
        "07700900142",
        "07700-900-142",
        "(07700) 900142",
        " 07700.900.142 ",
        "mob 07700 900142",
    ] {
        assert_eq!(Phone::read(typed).digits(), "07700900142", "{typed}");
    }
    assert_eq!(Phone::read("none").digits(), "");
}

#[test]
fn phone_2_the_country_code_stands_for_the_nought() {
    for typed in
        ["+44 7700 900142", "+447700900142", "0044 7700 900142", "+44 (0) 7700 900142", "(+44) 07700 900142"]
    {
        assert_eq!(Phone::read(typed).digits(), "07700900142", "{typed}");
    }
}

#[test]
fn phone_3_an_extension_is_kept_beside_the_digits() {
    for (typed, extension) in [
        ("0207 946 0635 (option 2)", "option 2"),
        ("020 7946 0635 ext 12", "ext 12"),
        ("020 7946 0635 ext. 12", "ext 12"),
        ("02079460635x12", "ext 12"),
        ("020 7946 0635 Extension 12", "ext 12"),
        ("020 7946 0635 opt 2", "option 2"),
        ("020 7946 0635 #2", "ext 2"),
    ] {
        let phone = Phone::read(typed);
        assert_eq!(phone.digits(), "02079460635", "{typed}");
        assert_eq!(phone.spoken(), format!("020, 7946, 0635, {extension}"), "{typed}");
        assert_eq!(phone.remark(), None);
    }
    assert_eq!(Phone::read("Max 07700 900142").digits(), "07700900142", "a word in front is no extension");
}

#[test]
fn phone_4_digits_are_grouped_by_the_plan() {
    for (typed, said) in [
        ("02079460000", "020, 7946, 0000"),
        ("0207 946 0000", "020, 7946, 0000"),
        ("01614960000", "0161, 496, 0000"),
        ("01134960000", "0113, 496, 0000"),
        ("03069990000", "0306, 999, 0000"),
        ("0163296000", "01632, 96000"),
        ("90014", "90014"),
        ("0207 946 0000 option 2", "020, 7946, 0000, option 2"),
        ("", ""),
    ] {
        assert_eq!(Phone::read(typed).spoken(), said, "{typed}");
    }
}

#[test]
fn phone_5_six_digits_are_said_in_two_threes() {
    for (typed, said) in [
        ("07700 900142", "07700, 900, 142"),
        ("0800111222", "0800, 111, 222"),
        ("01632 960001", "01632, 960, 001"),
        ("01632 960001 ext 4", "01632, 960, 001, ext 4"),
    ] {
        assert_eq!(Phone::read(typed).spoken(), said);
    }
}

#[test]
fn phone_6_other_than_eleven_digits_gets_a_quiet_remark() {
    let remark = |typed| Phone::read(typed).remark();
    assert_eq!(remark("07700 90014").as_deref(), Some("~ 10 digits. Most UK numbers have 11. Kept."));
    assert_eq!(remark("0").as_deref(), Some("~ 1 digit. Most UK numbers have 11. Kept."));
    assert_eq!(remark("07700 900142"), None);
    assert_eq!(remark(""), None);
    assert_eq!(remark("no phone"), None);
}

#[test]
fn phone_7_any_ending_of_three_digits_finds_it() {
    let endings = suffixes("07700 900142");
    assert_eq!(endings.len(), 9);
    assert_eq!((endings[0].as_str(), endings[8].as_str()), ("142", "07700900142"));
    assert!(endings.contains(&"900142".to_owned()));
    assert!(suffixes("12").is_empty());
    assert_eq!(suffixes("123"), ["123"]);
}

#[test]
fn phone_8_a_number_of_another_country_is_left_alone() {
    let abroad = Phone::read("+353 1 555 0142");
    assert_eq!(abroad.digits(), "0035315550142");
    assert_eq!((abroad.remark(), abroad.spoken().as_str()), (None, "0035315550142"));
}

#[test]
fn phone_9_a_number_to_ring_has_three_digits() {
    for typed in ["07700 900142", "999", "mob 07700 900142", "+353 1 555 0142", "07700"] {
        assert!(Phone::read(typed).can_be_rung(), "{typed}");
    }
    for typed in ["Jane Doe", " and more words", "", "ext 4", "12", "no phone", "x"] {
        assert!(!Phone::read(typed).can_be_rung(), "{typed}");
    }
}

#[test]
fn phone_1_a_number_is_silent_in_a_log() {
    assert_eq!(format!("{:?}", Phone::read("07700 900142")), "Phone(..)");
}

proptest! {
    #[test]
    fn phone_1_any_text_can_be_read(typed in "[-+()0-9 extopin.#]{0,24}|.{0,24}") {
        let phone = Phone::read(&typed);
        let again: String = phone.spoken().chars().take_while(|c| !c.is_alphabetic()).filter(char::is_ascii_digit).collect();
        prop_assert_eq!(&again, phone.digits());
        prop_assert!(phone.digits().bytes().all(|b| b.is_ascii_digit()));
        let _ = (phone.remark(), suffixes(&typed));
    }
}

#[test]
fn phone_10_each_number_stands_by_itself() {
    for (typed, numbers) in [
        ("07700 900633 or 01632 960115", ["07700900633", "01632960115"].as_slice()),
        ("07700 900633 01632 960115", &["07700900633", "01632960115"]),
        ("+44 7700 900633, 01632 960 115 home", &["07700900633", "01632960115"]),
        ("07700900633/01632960115", &["07700900633", "01632960115"]),
        ("home 960115 or 07700 900633", &["07700900633", "960115"]),
        ("01632 960200 ext 14 or his ex 07700 900633", &["01632960200", "07700900633"]),
        ("0800 1111 07700 900633", &["07700900633", "08001111"]),
        ("01632 (home) 960115", &["01632960115"]),
        ("0161 4 9 6 0 0 0 0", &["01614960000"]),
        ("no phone", &[]),
    ] {
        let read: Vec<String> = Phone::all(typed).iter().map(|phone| phone.digits().to_owned()).collect();
        assert_eq!(read, numbers, "{typed}");
        assert_eq!(Phone::read(typed).digits(), numbers.first().copied().unwrap_or_default(), "{typed}");
    }
    assert!(Phone::share("01632 960115", "07700 900633 or 01632960115"));
    assert!(!Phone::share("01632 960115", "07700 900633") && !Phone::share("none", "none"));
    assert!(Phone::covers("07700 900633 or 01632960115", "01632 960115"));
    assert!(!Phone::covers("01632960115", "07700 900633 or 01632 960115") && !Phone::covers("01632", "none"));
}

#[test]
fn phone_11_hours_and_words_are_no_part_of_it() {
    for (typed, said) in [
        ("its the mobile 07700 900412 but dont ring after 3 hes home", "07700, 900, 412"),
        ("01632 960200 ext 14 after 5", "01632, 960, 200, ext 14"),
        ("07700 900633 (work, 9 to 3)", "07700, 900, 633"),
        ("07700 900222 ring her before 2", "07700, 900, 222"),
        ("after 1530 on 07700 900222", "07700, 900, 222"),
        ("07700 900222 10.30-11.30", "07700, 900, 222"),
        ("960115 9 to 3", "960, 115"),
        ("960 115 3pm", "960, 115"),
        ("dont ring after 3", ""),
    ] {
        assert_eq!(Phone::read(typed).spoken(), said, "{typed}");
    }
}

#[test]
fn phone_12_of_a_number_that_is_not_whole_nothing_is_read_back() {
    for (typed, whole) in [
        ("07700 900 five five five", false),
        ("07700 900555", true),
        ("01632 96051", true),
        ("01632 960", false),
        ("960512", true),
        ("0033 1 23 45 67 89", true),
        ("on the back of the letter", false),
    ] {
        assert_eq!(Phone::read(typed).is_whole(), whole, "{typed}");
    }
}
