//! Making and opening a file: `init`, a missing, foreign or damaged one, and the words that are not understood.

use std::os::unix::fs::PermissionsExt;

use super::{Shell, said};

#[test]
fn init_makes_an_empty_file_without_questions() {
    let shell = Shell::new();
    let made = shell.run(&["init", "--staff", "Priya Nair"]).done();
    assert!(made.out.contains("Staff: Priya Nair\nCases: 0\n"), "{}", made.out);
    assert_eq!(std::fs::metadata(shell.file()).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(shell.run(&["today"]).done().out.contains("Nothing is waiting."));
    assert_eq!(shell.run(&["find", "achebe", "--json"]).done().json()["found"], serde_json::json!([]));
}

#[test]
fn init_never_writes_over_a_file() {
    let shell = Shell::with_a_file();
    let before = std::fs::read(shell.file()).unwrap();
    let why = shell.run(&["init", "--staff", "Tom Berry"]).not_done(1);
    assert!(why.ends_with("exists already. Nothing was changed."), "{why}");
    assert_eq!(before, std::fs::read(shell.file()).unwrap());
    let why = shell.run(&["practice", "--cases", "3"]).not_done(1);
    assert!(why.ends_with("exists already. Nothing was changed."), "{why}");
    assert_eq!(before, std::fs::read(shell.file()).unwrap());
}

#[test]
fn init_asks_whose_desk_it_is() {
    let shell = Shell::new();
    assert!(shell.run(&["init"]).not_done(2).contains("--staff NAME"));
    assert!(!shell.file().exists());
}

#[test]
fn a_missing_file_is_one_line_and_is_not_made() {
    let shell = Shell::new();
    for words in [&["today"][..], &["case", "412"], &["find", "achebe"]] {
        let why = shell.run(words).not_done(1);
        assert!(why.contains("There is no file") && why.contains("init --database"), "{why}");
    }
    assert!(!shell.file().exists());
}

#[test]
fn a_foreign_file_is_left_alone() {
    let shell = Shell::new();
    std::fs::write(shell.file(), "these are somebody's poems\n".repeat(200)).unwrap();
    std::fs::set_permissions(shell.file(), std::fs::Permissions::from_mode(0o600)).unwrap();
    let before = std::fs::read(shell.file()).unwrap();
    assert!(shell.run(&["today"]).not_done(1).contains("is not a Mediation Line file"));
    assert_eq!(before, std::fs::read(shell.file()).unwrap());
}

#[test]
fn a_damaged_file_is_seen_before_anything_is_read() {
    let shell = Shell::with_a_file();
    let mut bytes = std::fs::read(shell.file()).unwrap();
    let page = bytes.len() / 8192 * 4096;
    bytes[page..page + 4096].fill(0xA5);
    std::fs::write(shell.file(), bytes).unwrap();
    let why = shell.run(&["today"]).not_done(1);
    assert!(why.contains("damaged") && why.contains("Nothing was changed"), "{why}");
}

#[test]
fn a_file_open_to_others_is_refused() {
    let shell = Shell::with_a_file();
    std::fs::set_permissions(shell.file(), std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(shell.run(&["today"]).not_done(1).contains("chmod 600"));
}

#[test]
fn the_environment_names_the_file_and_the_command_line_comes_first() {
    let shell = Shell::new();
    let other = shell.folder().join("other.sqlite");
    let run = |words: &[&str]| {
        said(&shell.command().env("MEDIATION_LINE_DATABASE", &other).args(words).output().unwrap())
    };
    run(&["init", "--staff", "Tom Berry"]).done();
    assert!(other.exists() && !shell.file().exists());
    run(&["today"]).done();
    let named = shell.file();
    let named = named.to_str().unwrap();
    assert!(run(&["today", "--database", named]).not_done(1).contains("office.sqlite"));
}

#[test]
fn the_ordinary_place_is_the_users_own_folder() {
    let shell = Shell::new();
    shell.bare(&["init", "--staff", "Priya Nair"]).done();
    assert!(shell.folder().join("data/mediation-line/mediation-line.sqlite").exists());
    shell.bare(&["today"]).done();
}

#[test]
fn words_that_are_not_understood_are_code_2() {
    let shell = Shell::with_a_file();
    assert_eq!(shell.run(&["tomorrow"]).code, 2);
    assert_eq!(shell.run(&["case"]).code, 2);
    assert!(shell.run(&["case", "the achebes"]).not_done(2).contains("looks like M-0412"));
    assert_eq!(shell.bare(&["today", "--practice", "--database", "x"]).code, 2);
}

#[test]
fn a_number_nobody_has_is_refused() {
    let shell = Shell::with_a_file();
    for typed in ["M-0412", "412", "E-1189", "C-2216"] {
        assert!(shell.run(&["case", typed]).not_done(3).contains("No match for"), "{typed}");
    }
}

#[test]
fn version_and_help_are_code_0_and_every_command_says_its_shape() {
    let shell = Shell::new();
    assert!(shell.bare(&["--version"]).done().out.starts_with("mediation-line 0."));
    let help = shell.bare(&["--help"]).done().out;
    assert!(
        help.contains("Exit codes: 0 done, 1 a fault, 2 words not understood, 3 a rule said no."),
        "{help}"
    );
    for command in ["init", "today", "case", "week", "find", "workdays", "clocks", "hold", "book", "practice"]
    {
        assert!(help.contains(command), "{command}");
        let help = shell.bare(&[command, "--help"]).done().out;
        assert!(help.contains("JSON"), "{command}: {help}");
    }
}

#[test]
fn a_reader_that_stops_listening_is_no_fault() {
    let shell = Shell::with_practice();
    let mut command = shell.command();
    command.args(["case", "412", "--database"]).arg(shell.file());
    let mut child =
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = said(&child.wait_with_output().unwrap());
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
}
