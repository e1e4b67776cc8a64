//! One table of keys: named nowhere else, no key twice at one place, and the README says the same.

use std::fmt::Write as _;

use mediation_line::protocol::key::Key;
use mediation_line::protocol::keys::{KEYS, Spot};

use super::{code, files, root};

#[test]
fn keys_are_named_in_the_table_only() {
    let places = ["src/protocol/key", "src/runtime/keyboard.rs", "src/app"];
    for file in files("src") {
        if places.iter().any(|place| file.path.starts_with(place)) {
            continue;
        }
        for (n, line) in code(&file.text) {
            for word in ["Key::char(", "Key::plain(", "Key::alt(", "Key::ctrl(", "Key::f(", "KeyCode::"] {
                let at = line.match_indices(word).any(|(at, _)| !line[..at].ends_with(char::is_alphanumeric));
                assert!(!at, "{}:{n}: a key outside the table: {line}", file.path);
            }
        }
    }
}

#[test]
fn a_key_means_one_thing_at_a_place_and_some_are_never_used() {
    for (at, row) in KEYS.iter().enumerate() {
        assert!(
            !KEYS[..at].iter().any(|other| other.spot == row.spot && other.key == row.key),
            "{} stands twice at {}",
            row.key,
            row.spot.name()
        );
        for never in ['o', '[', 'b', 'f'] {
            assert_ne!(row.key, Key::alt(never), "{}", row.spot.name());
        }
        for n in 11..=12 {
            assert_ne!(row.key, Key::f(n));
        }
        assert!(!row.help.is_empty(), "{} at {} says nothing", row.key, row.spot.name());
    }
    // F10 belongs to many terminals: it is a second name of Esc, and the first run tries whether it arrives.
    let spots: Vec<Spot> = KEYS.iter().filter(|row| row.key == Key::f(10)).map(|row| row.spot).collect();
    assert_eq!(spots, [Spot::Anywhere, Spot::FirstRun]);
}

/// The table of the README: each place, its keys and what they do.
fn table() -> String {
    let mut table = "\n<details><summary>All keys, place by place</summary>\n".to_owned();
    for spot in Spot::ALL {
        let rows: Vec<_> = KEYS.iter().filter(|row| row.spot == spot).collect();
        if rows.is_empty() {
            continue;
        }
        let _ = write!(table, "\n**{}**\n\n| Key | |\n| --- | --- |\n", spot.name());
        for row in rows {
            let _ = writeln!(table, "| `{}` | {} |", row.key, row.help.replace('|', "\\|"));
        }
    }
    table + "\n</details>\n\n"
}

/// `UPDATE=1 cargo test readme` writes it.
#[test]
fn the_readme_has_the_table_of_keys() {
    const BEGIN: &str = "<!-- keys -->\n";
    const END: &str = "<!-- /keys -->";
    let path = root().join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let begin = readme.find(BEGIN).expect("the mark <!-- keys -->") + BEGIN.len();
    let end = readme.find(END).expect("the mark <!-- /keys -->");
    if std::env::var_os("UPDATE").is_some() {
        let updated = format!("{}{}{}", &readme[..begin], table(), &readme[end..]);
        std::fs::write(path, updated).unwrap();
        return;
    }
    assert!(readme[begin..end] == table(), "the table of keys is another: UPDATE=1 cargo test readme");
}
