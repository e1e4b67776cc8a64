//! The source, read as text: who may know whom, how long a file is, where keys and SQL are, rules that have tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod keys;
mod rules;

use std::path::{Path, PathBuf};

/// A file of the source: its path from the root, and its text.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files of a folder and below.
pub(crate) fn files(folder: &str) -> Vec<File> {
    fn gather(folder: &Path, found: &mut Vec<File>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push(File { path, text });
            }
        }
    }
    let mut found = Vec::new();
    gather(&root().join(folder), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 3, "nothing to read in {folder}");
    found
}

/// Lines of code, without what stands in comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(n, l)| (n + 1, l))
}

/// The layers, from the ground up. Each may know those before it.
const LAYERS: [&str; 6] = ["domain", "store", "protocol", "screens", "app", "runtime"];
const ALL: [&str; 8] = ["domain", "store", "protocol", "screens", "app", "runtime", "widgets", "cli"];

/// The layers that a layer may name.
fn may_know(layer: &str) -> Vec<&'static str> {
    match layer {
        "widgets" => vec!["widgets", "protocol", "domain"],
        "cli" => vec!["cli", "domain", "store"],
        _ => {
            let at = LAYERS.iter().position(|l| *l == layer).unwrap();
            let mut known: Vec<&str> = LAYERS[..=at].into();
            if at >= 3 {
                known.push("widgets");
            }
            known
        }
    }
}

#[test]
fn a_layer_names_only_those_below_it() {
    for file in files("src") {
        let layer = file.path.split('/').nth(1).unwrap().trim_end_matches(".rs").to_owned();
        if !ALL.contains(&layer.as_str()) {
            continue;
        }
        let known = may_know(&layer);
        for (n, line) in code(&file.text) {
            for other in ALL.iter().filter(|other| !known.contains(other)) {
                assert!(
                    !line.contains(&format!("crate::{other}::"))
                        && !line.contains(&format!("crate::{other};")),
                    "{}:{n}: {layer} does not know {other}: {line}",
                    file.path
                );
            }
            let widgets_know = ["crate::protocol::key", "crate::protocol::action", "crate::domain::text"];
            assert!(
                layer != "widgets"
                    || !line.contains("crate::")
                    || line.contains("crate::widgets")
                    || widgets_know.iter().any(|known| line.contains(known)),
                "{}:{n}: {line}",
                file.path
            );
        }
    }
}

#[test]
fn a_library_is_named_only_where_it_belongs() {
    let places: [(&str, &[&str]); 4] = [
        ("rusqlite::", &["src/store/sqlite"]),
        ("crossterm::", &["src/runtime"]),
        ("ratatui::", &["src/widgets", "src/screens", "src/app/view", "src/runtime"]),
        ("rustix::", &["src/runtime", "src/store/place"]),
    ];
    for file in files("src") {
        for (n, line) in code(&file.text) {
            for (library, allowed) in places {
                assert!(
                    !line.contains(library) || allowed.iter().any(|place| file.path.starts_with(place)),
                    "{}:{n}: {library} does not belong here: {line}",
                    file.path
                );
            }
            if !file.path.starts_with("src/store") {
                for words in ["SELECT ", "INSERT INTO", "UPDATE calls", "DELETE FROM", "PRAGMA "] {
                    assert!(!line.contains(words), "{}:{n}: SQL outside the store: {line}", file.path);
                }
            }
        }
    }
}

#[test]
fn no_file_is_long_and_most_are_short() {
    for folder in ["src", "tests", "benches"] {
        let mut lengths: Vec<usize> = Vec::new();
        for file in files(folder) {
            let length = file.text.lines().count();
            assert!(length <= 400, "{} has {length} lines", file.path);
            lengths.push(length);
        }
        lengths.sort_unstable();
        let median = lengths[lengths.len() / 2];
        assert!(folder != "src" || median <= 200, "the median of {folder} is {median}");
    }
}

/// A file longer than this says more of itself than one line.
const SMALL: usize = 60;

#[test]
fn every_module_says_what_it_is() {
    for file in files("src").iter().chain(&files("benches")) {
        let head: Vec<&str> = file
            .text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .map(|line| line.trim_start_matches("//!").trim())
            .filter(|line| !line.is_empty())
            .collect();
        let length = file.text.lines().count();
        // One sentence says what a small file is; longer ones say what is absent or why, and none is without.
        let least = if length > SMALL && file.path.starts_with("src") { 2 } else { 1 };
        assert!(head.len() >= least, "{}: {length} lines, and {} say what it is", file.path, head.len());
        assert!(head.last().is_some_and(|line| line.ends_with('.')), "{}: {head:?}", file.path);
    }
}

#[test]
fn nothing_unfinished_is_left() {
    let marks = ["allow(dead_code)", "TODO", "FIXME", ".unwrap()", "dbg!(", "todo!("];
    for file in files("src") {
        for (n, line) in code(&file.text) {
            for mark in marks {
                assert!(!line.contains(mark), "{}:{n}: {mark}", file.path);
            }
        }
    }
}

#[test]
fn migrations_are_numbered_without_gaps() {
    let mut names: Vec<String> = std::fs::read_dir(root().join("assets/sql"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    for (at, name) in names.iter().enumerate() {
        assert!(name.starts_with(&format!("{:04}_", at + 1)), "{name} is not number {}", at + 1);
    }
}
