//! Makes `assets/layout.ld`, which says what of the program stands together in memory.
//!
//! ```text
//! MEDIATION_LINE_LAYOUT=none cargo build --release
//! valgrind --tool=callgrind --demangle=no --callgrind-out-file=target/day.%p \
//!     target/release/mediation-line --database target/practice.db
//! cargo run --example layout -- target/release/mediation-line target/day.* > assets/layout.ld
//! ```
//!
//! What a working day touches is counted by valgrind, on a program that is not laid out; a minute at the desk is enough
//! (Today, a case and its pages, Find, the week, a call), if it is looked at that each page did come: a row that is an
//! enquiry opens no case, and a case in doubt has words that others have not. What is not touched needs no line. A
//! pattern names functions by the beginning of their names, without the letters that change with every compiler, so it
//! also holds what is written beside them later. The layout is a matter of memory only: the program does the same
//! without it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// How many lines of the script a kilobyte that no day touches is worth.
const LINES_A_KILOBYTE: f64 = 10.0;

/// Bytes of functions that share a name but for what the compiler adds.
#[derive(Clone, Copy, Default)]
struct Size {
    touched: u64,
    other: u64,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let program = arguments.next().context("which program?")?;
    let mut touched = BTreeSet::new();
    for day in arguments {
        let day = fs::read_to_string(&day).with_context(|| day.clone())?;
        touched.extend(day.lines().filter_map(called).map(str::to_owned));
    }
    ensure!(!touched.is_empty(), "which days?");

    let mut sizes: BTreeMap<String, Size> = BTreeMap::new();
    for (name, bytes) in functions(&program)? {
        let size = sizes.entry(steady(&name)).or_default();
        *(if touched.contains(&name) { &mut size.touched } else { &mut size.other }) += bytes;
    }
    let names: Vec<(&str, Size)> = sizes.iter().map(|(name, size)| (name.as_str(), *size)).collect();
    let (_, mut patterns) = cover(&names, 0);
    // What is touched in part comes last: pieces of it may stay out of memory.
    patterns.sort_by_key(|(_, size)| size.other > size.touched);

    println!("/* What a working day touches, together. Made by benches/layout. */");
    println!("SECTIONS {{\n  .text.first : {{");
    for (pattern, _) in patterns {
        println!("    *(.text*.{pattern})");
    }
    println!("  }}\n}} INSERT BEFORE .text;");
    Ok(())
}

/// The function that a line of valgrind's begins with, by its name in the program.
fn called(line: &str) -> Option<&str> {
    let (_, name) = line.strip_prefix("fn=(").or_else(|| line.strip_prefix("cfn=("))?.split_once(") ")?;
    // A function that calls itself has a number behind its name.
    Some(name.split('\'').next().unwrap_or(name))
}

/// The functions of a program and their sizes in bytes.
fn functions(program: &str) -> Result<Vec<(String, u64)>> {
    let listed =
        Command::new("nm").args(["--print-size", "--defined-only", program]).output().context("nm")?;
    let function = |line: &str| {
        let [_, size, kind, name] = line.split_whitespace().collect::<Vec<_>>().try_into().ok()?;
        let size = u64::from_str_radix(size, 16).ok()?;
        kind.eq_ignore_ascii_case("t").then(|| (name.to_owned(), size))
    };
    Ok(String::from_utf8(listed.stdout)?.lines().filter_map(function).collect())
}

/// A name without what changes from one compiler to the next: hashes, and numbers of copies. What is left out between
/// two parts of it is a star.
fn steady(name: &str) -> String {
    let name = name.split(".llvm.").next().unwrap_or(name);
    let name =
        [".constprop.", ".isra.", ".part."].into_iter().fold(name, |name, copy| match name.find(copy) {
            Some(at) => &name[..at],
            None => name,
        });
    match name.strip_prefix("_ZN") {
        Some(path) => {
            // The hash stands behind its length, 17.
            let path = path.rfind("17h").map_or(path, |at| &path[..at + 3]);
            // An implementation begins with its own length.
            match path.find("_$LT$") {
                Some(at) if path[..at].bytes().all(|b| b.is_ascii_digit()) => format!("_ZN*{}", &path[at..]),
                _ => format!("_ZN{path}"),
            }
        }
        None if name.starts_with("_R") => without_crate_hashes(name),
        None => name.to_owned(),
    }
}

/// `Cs1a2B3c4_4core` is the crate `core` with its hash.
fn without_crate_hashes(name: &str) -> String {
    let mut parts = name.split("Cs");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| match part.split_once('_') {
        Some((hash, rest)) if hash.len() >= 10 => format!("{whole}C*_{rest}"),
        _ => format!("{whole}Cs{part}"),
    })
}

/// The patterns that hold all touched functions of these, which begin alike up to `from`, and what they cost in lines.
fn cover<'a>(names: &[(&'a str, Size)], from: usize) -> (f64, Vec<(String, Size)>) {
    let size = names.iter().fold(Size::default(), |all, (_, one)| Size {
        touched: all.touched + one.touched,
        other: all.other + one.other,
    });
    if size.touched == 0 {
        return (0.0, Vec::new());
    }
    let begins = &names[0].0[..from];
    let whole = 1.0 + size.other as f64 / 1024.0 * LINES_A_KILOBYTE;
    let one_pattern = (whole, vec![(format!("{begins}*"), size)]);
    if size.other == 0 || names.len() == 1 {
        return one_pattern;
    }
    let part = |name: &'a str| {
        // A number is the length of the word behind it.
        let word = name[from..].find(|c: char| !c.is_ascii_digit()).map_or(name.len(), |at| from + at + 1);
        let end = name.get(word..).and_then(|rest| rest.find(|c: char| !c.is_ascii_lowercase()));
        &name[..end.map_or(name.len(), |at| word + at)]
    };
    let apart = names
        .chunk_by(|(a, _), (b, _)| part(a) == part(b))
        .map(|group| cover(group, part(group[0].0).len()))
        .fold((0.0, Vec::new()), |(cost, mut patterns), (more, others)| {
            patterns.extend(others);
            (cost + more, patterns)
        });
    if apart.0 < whole { apart } else { one_pattern }
}
