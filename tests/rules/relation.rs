//! What somebody who agreed is to the child, out of the words that were typed.

use mediation_line::domain::consent::{relation, relation_of_one};

#[test]
fn relation_1_a_few_words_stay_as_typed() {
    for typed in ["mother", "Birth mother", "mum and dad", "Grace's older sister", "both parents", ""] {
        assert_eq!(relation(typed), typed);
    }
}

#[test]
fn relation_2_of_a_sentence_it_is_the_first_who_can_agree() {
    for (typed, read) in [
        ("Mum told me on the phone on friday", "mother"),
        ("Grace Okonkwo, mother of the child", "mother"),
        ("his dad said yes by text", "father"),
        ("the foster carer signed the form", "foster carer"),
        ("mum and dad said yes on the phone", "mother and father"),
        ("both parents said yes to me", "both parents"),
        ("the young person herself told us", "young person"),
        ("she told me herself in person", "young person"),
        ("nan, who has special guardianship, agreed", "nan"),
    ] {
        assert_eq!(relation(typed), read, "{typed}");
    }
}

#[test]
fn relation_3_somebodys_somebody_is_named_last_and_without_such_a_word_the_text_stays() {
    assert_eq!(relation("her mum's sister told me so"), "sister");
    assert_eq!(relation("Kelechi\u{2019}s mum told me so"), "mother");
    let council = "the council, under a care order";
    assert_eq!(relation(council), council);
}

#[test]
fn relation_4_of_two_who_agreed_a_name_beside_them_is_of_neither() {
    for two in ["both parents", "mum and dad", "parents"] {
        assert_eq!(relation_of_one(two), "", "{two}");
    }
    assert_eq!(relation_of_one("her mother"), "her mother");
}
