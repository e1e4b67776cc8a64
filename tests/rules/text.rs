//! Text as it may enter the file and reach the screen.

use mediation_line::domain::text::{
    clean_char, clean_line, clean_lines, first_name, short_name, within_a_sentence, words,
};
use mediation_line::widgets::frame::{boxed, safe};
use mediation_line::widgets::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[test]
fn text_1_the_same_name_typed_in_two_ways_is_the_same() {
    assert_eq!(clean_line("Zoe\u{308}"), "Zo\u{eb}");
}

#[test]
fn text_2_what_can_only_do_harm_is_dropped() {
    let dropped =
        ['\u{1b}', '\u{7}', '\u{7f}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200f}', '\u{feff}', '\u{e0041}'];
    for c in dropped {
        assert_eq!(clean_lines(&format!("a{c}b")), "ab", "{c:?}");
        assert_eq!(clean_char(c), None, "{c:?}");
    }
    // Another tool may have written it into the file: then it is drawn as what it is not.
    for c in dropped.into_iter().chain(['\n', '\u{2028}', '\u{2029}']) {
        assert_eq!(safe(&format!("a{c}b")), "a\u{fffd}b", "{c:?}");
        let area = Rect::new(0, 0, 12, 3);
        let mut buf = Buffer::empty(area);
        boxed(&mut buf, area, &format!("a{c}b"), false, Theme::default());
        assert!(buf.content.iter().all(|cell| !cell.symbol().contains(c)), "{c:?} in the title of a box");
    }
    assert_eq!(clean_line("ليلى حسن"), "ليلى حسن");
}

#[test]
fn text_3_a_line_break_becomes_a_space_in_one_line() {
    assert_eq!(clean_line("a\r\nb\nc\td"), "a b c d");
    assert_eq!(clean_lines("a\r\nb\rc"), "a\nb\nc");
}

#[test]
fn text_4_a_joiner_stays_inside_an_emoji_only() {
    let family = "\u{1f468}\u{200d}\u{1f467}";
    assert_eq!(clean_line(family), family);
    assert_eq!(clean_line("a\u{200d}b"), "ab");
}

#[test]
fn text_5_words_for_find_are_folded() {
    assert_eq!(words("O'Brien-\u{c9}va, MAY"), ["obrien", "eva", "may"]);
}

#[test]
fn text_6_a_list_calls_somebody_as_people_do() {
    for (name, short, first) in [
        ("Kelechi Achebe", "Kelechi A.", "Kelechi"),
        ("Kelechi Ada Achebe", "Kelechi A.", "Kelechi"),
        ("Kelechi", "Kelechi", "Kelechi"),
        ("Mrs Patel, SENCO", "Mrs Patel", "Mrs Patel"),
        ("Mrs Patel", "Mrs Patel", "Mrs Patel"),
        ("Mrs Anita Patel", "Mrs Patel", "Mrs Anita Patel"),
        ("dr. Khan", "dr. Khan", "dr. Khan"),
        ("Ms van der Berg, head", "Ms van der Berg", "Ms van der Berg"),
        ("Jo Whitlock, Northmere SEND team", "Jo W.", "Jo"),
        ("Miss", "Miss", "Miss"),
        ("  ", "", ""),
        (", SENCO", "", ""),
        ("Drew Prof", "Drew P.", "Drew"),
    ] {
        assert_eq!(short_name(name), short, "{name}");
        assert_eq!(first_name(name), first, "{name}");
    }
}

#[test]
fn text_7_within_a_sentence_words_begin_small_and_abbreviations_do_not() {
    for (alone, within) in [
        ("Ring LA", "ring LA"),
        ("Offer dates", "offer dates"),
        ("LA to answer", "LA to answer"),
        ("A", "A"),
        ("", ""),
    ] {
        assert_eq!(within_a_sentence(alone), within);
    }
}
