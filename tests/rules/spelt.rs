//! What a word means that spells out an answer of one letter. Each is given as it is spelt, its letter in front.

use mediation_line::domain::consent::GIVERS;
use mediation_line::domain::consent::spelt::{
    begins_a_sentence, begins_an_answer, goes_on, is_all_of_how, is_all_of_who, is_no_name, is_not_sure,
    is_who, says_it_is_not_known, says_no_more,
};

#[test]
fn spelt_1_a_capital_begins_a_name_and_anything_else_goes_on_with_the_answer() {
    for typed in ['p', 'h', 'é', ' ', ',', '2', '\''] {
        assert!(goes_on(typed), "{typed:?}");
    }
    for typed in ['A', 'Z', 'É', 'Ж', '李', 'م'] {
        assert!(!goes_on(typed), "{typed:?}");
    }
    for behind in ['A', 'É', ' ', '2'] {
        assert!(is_no_name(behind), "{behind:?}");
    }
    for behind in ['a', 'é', '\'', '-', '.'] {
        assert!(!is_no_name(behind), "{behind:?}");
    }
}

#[test]
fn spelt_2_who_it_was_is_somebody_who_can_agree_or_for_whom_there_is_no_letter() {
    for word in ["mother", "mum", "Father", "carer", "young", "foster"] {
        assert!(is_who(word), "{word}");
    }
    for word in [
        "class",
        "council",
        "caseworker",
        "coordinator",
        "family",
        "manager",
        "maybe",
        "mentor",
        "mrs",
        "miss",
    ] {
        assert!(is_who(word), "{word}");
        assert!(
            GIVERS.iter().any(|(letter, _)| word.starts_with(*letter)),
            "{word}: no letter answered before it"
        );
    }
    for word in ["my", "by", "cy", "fy", "mlast", "m12", "mt", "fYesterday", "cOllege", "ytoday"] {
        assert!(!is_who(word), "{word}");
    }
}

#[test]
fn spelt_3_words_that_name_somebody_in_place_of_the_day_are_who_it_was() {
    for spelt in [
        "birth mother",
        "class teacher",
        "marion's father",
        "careful aunt",
        "case officer",
        "me",
        "my colleague",
        "mum's boyfriend",
        "mother's new partner",
        "friend of the family",
        "fostering team",
        "babysitter",
        "childminder",
        "counsellor",
    ] {
        assert!(is_all_of_who(spelt), "{spelt}");
    }
    for spelt in [
        "mbefore the holidays",
        "mYestreday",
        "mat parents evening",
        "flast week, told by the mother",
        "mafter school",
        "myesterday at school",
        "mhalf term",
        "m12 nov",
        "birth mother 12",
        "most of them",
        "ma while back",
        "mnot sure",
        "m",
        "mt",
    ] {
        assert!(!is_all_of_who(spelt), "{spelt}");
    }
}

#[test]
fn spelt_4_an_answer_that_is_not_yes_begins_with_one_of_a_few_words() {
    for word in ["no", "nope", "not", "never", "unsure", "unknown", "undecided", "uncertain"] {
        assert!(begins_an_answer(word), "{word}");
    }
    for word in ["nursery", "none", "north", "under", "unit", "n", ""] {
        assert!(!begins_an_answer(word), "{word}");
    }
}

#[test]
fn spelt_5_not_sure_is_what_says_that_something_is_not_known() {
    for answer in
        ["not sure", "no idea", "no, not certain", "nope, no clue", "no they are undecided", "unsure"]
    {
        assert!(is_not_sure(answer), "{answer}");
    }
    for answer in
        ["no", "not yet", "not asked", "no they do not know", "never", "no, she is sure", "not ensured"]
    {
        assert!(!is_not_sure(answer), "{answer}");
    }
}

#[test]
fn spelt_6_an_answer_of_such_words_only_says_no_more_than_its_letter() {
    for answer in ["no", "not yet", "not really sure at all", "never asked", "no idea"] {
        assert!(says_no_more(answer), "{answer}");
    }
    for answer in ["no they do not know", "not before she is back", "no, mother refused"] {
        assert!(!says_no_more(answer), "{answer}");
    }
}

#[test]
fn spelt_7_words_of_no_letter_are_not_sure_when_that_is_all_they_say() {
    for text in
        ["don't know", "dont know ", "I don\u{2019}t know", "dunno", "I'm not sure", "Maybe", "i am not sure"]
    {
        assert!(says_it_is_not_known(text), "{text}");
    }
    for text in ["doctor's note", "maybe on friday", "they don't know", "I am the mother", "", "i "] {
        assert!(!says_it_is_not_known(text), "{text}");
    }
}

#[test]
fn spelt_8_a_few_words_begin_a_sentence_and_are_no_answer() {
    for word in ["nan", "nan's", "nobody", "nursery", "under", "unfortunately"] {
        assert!(begins_a_sentence(word), "{word}");
        assert!(!begins_an_answer(word), "{word}");
    }
    for word in ["no", "not", "never", "unsure", "nehc", "ud", ""] {
        assert!(!begins_a_sentence(word), "{word}");
    }
}

#[test]
fn spelt_9_words_in_place_of_another_answer_are_the_rest_of_how_where_they_make_a_way_or_a_doubt() {
    let on = super::day("2026-11-22");
    for spelt in [
        "spoken",
        "written form",
        "email",
        "signed by someone",
        "spoke to zorblatt",
        "she will ask",
        "sadly refused",
        "would do",
        "still to ask",
    ] {
        assert!(is_all_of_how(spelt, on), "{spelt}");
    }
    for spelt in ["syestreday", "sbefore the holidays", "wzorblatt", "eat school"] {
        assert!(!is_all_of_how(spelt, on), "{spelt}");
    }
}
