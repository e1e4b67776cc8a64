//! Limits of a consent: which words are asked about.

use mediation_line::domain::consent::reads_as_a_no;

#[test]
fn taken_back_1_a_refusal_typed_as_a_limit_reads_as_a_no() {
    for text in [
        "no",
        "No.",
        "no, mum changed her mind, refused",
        "Nope - she refused",
        "she has changed her mind",
        "mother withdrew it",
        "withdraws",
        "dad doesn't agree",
        "they did not consent after all",
        "never agreed",
    ] {
        assert!(reads_as_a_no(text), "{text}");
    }
}

#[test]
fn taken_back_2_what_is_left_out_is_a_limit() {
    for text in [
        "",
        "no limits",
        "none",
        "limits: none",
        "no reports to school",
        "do not ring after six",
        "phone only, not the doctor's letters",
        "agreed to a call only",
        "may share with school, never with the father's side",
    ] {
        assert!(!reads_as_a_no(text), "{text}");
    }
}
