//! The short numbers people say aloud.

use mediation_line::domain::reference::{RefKind, Reference, read_reference};

#[test]
fn reference_1_a_case_is_read_in_any_shape() {
    for typed in ["m412", "M-0412", "m 412", " M412 "] {
        assert_eq!(read_reference(typed), Some((Some(RefKind::Case), 412)), "{typed}");
    }
    for typed in ["", "m", "m0", "x412", "412a", "m-4 12", "9999999999"] {
        assert_eq!(read_reference(typed), None, "{typed}");
    }
}

#[test]
fn reference_2_a_bare_number_may_be_either() {
    assert_eq!(read_reference("412"), Some((None, 412)));
}

#[test]
fn reference_3_four_digits_at_least() {
    for (number, shown) in [(7, "E-0007"), (412, "E-0412"), (12345, "E-12345")] {
        assert_eq!(Reference { kind: RefKind::Enquiry, number }.to_string(), shown);
    }
}
