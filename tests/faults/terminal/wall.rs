//! What may not be kept is in no file, whatever happens in the middle of it.

use std::os::unix::fs::PermissionsExt;

use rustix::process::Signal;

use super::session::{ENTER, F2, F4, F9, Place, Session};

/// A family's words in a call without consent.
const SCRATCH: &str = "adam khan born 3.4.17 ring 01632 960771 at larkfield";
const SECRET: [&str; 7] = ["adam", "khan", "3.4.17", "2017-04-03", "960771", "960 771", "larkfield"];

/// School staff, the consent question not answered, a family in Scratch.
#[track_caller]
fn scratch(session: &mut Session) {
    session.shows("F2 Call").send(F2).shows("Who").send("s").send(ENTER).send("Martin Oyelaran").send(ENTER);
    session.send(ENTER).send(ENTER).send(SCRATCH).shows("larkfield").shows("NOT SAVED");
    // The caller's own name is saved soon; scratch never is.
    session.shows("Scratch not saved");
}

#[test]
fn scratch_is_in_no_file_when_the_program_is_killed_in_the_middle() {
    let place = Place::new();
    let mut session = place.start();
    scratch(&mut session);
    // On a busy machine the caller's own name may still be on its way.
    let name = "SELECT group_concat(typed) FROM caller_details WHERE field = 'name'";
    session.until("the caller's name in the file", |_| place.value(name) == "Martin Oyelaran");
    session.signal(Signal::KILL);
    session.ends();
    place.nowhere(&SECRET);
    let mut session = place.start();
    session.shows("Scratch was not saved, on purpose").shows("Martin Oyelaran");
    place.nowhere(&SECRET);
    assert!(!session.screen().to_lowercase().contains("khan"));
    // Taken up again, typed again, and stopped from outside.
    session.send(F9).shows("CALL C-0001").send(F4).send(SCRATCH).shows("larkfield").signal(Signal::TERM);
    session.ends();
    session.terminal_is_as_before();
    place.nowhere(&SECRET);
    assert!(!session.screen().to_lowercase().contains("khan"), "the terminal still shows it");
}

#[test]
fn a_parent_who_turns_out_to_be_the_school_leaves_nothing_of_the_family() {
    let place = Place::new();
    let mut session = place.start();
    session.shows("F2 Call").send(F2).shows("Who").send("p").send(ENTER).send("Martin Oyelaran");
    session.send("\x1bc").send("Adam Khan").send(F4).send("born 3.4.17, ring 01632 960771, Larkfield");
    session.shows("Larkfield");
    session.until("the notes in the file", |_| place.notes().contains("Larkfield"));
    session.send(F4).send("\x1bw").shows("Parent or carer").send("\x01").send("s").send(ENTER);
    session.shows("NOT SAVED").until("the notes gone from the file", |_| place.notes().is_empty());
    session.send("\x1bk").shows("consent").send("n").shows("n").send("d").send(ENTER);
    session.send(F9).shows("has left the file").send("r").next_step();
    session.until("the enquiry", |_| place.value("SELECT outcome FROM calls") == "enquiry");
    session.send("\x11");
    assert!(session.ends().0.success());
    session.terminal_is_as_before();
    place.nowhere(&SECRET);
    let mut session = place.start();
    session.shows("F2 Call").send("\x11");
    session.ends();
    place.nowhere(&SECRET);
}

#[test]
fn every_file_is_the_owners_alone_and_there_is_no_core_file() {
    let place = Place::new();
    let mut session = place.start_with(r#"umask 000; ulimit -c unlimited; exec "$0" "$@""#, (24, 80), &[]);
    scratch(&mut session);
    for entry in std::fs::read_dir(place.folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{} has {mode:o}", entry.path().display());
    }
    // A crash that would leave a core file, had the program not forbidden it.
    session.signal(Signal::QUIT);
    session.ends();
    place.nowhere(&SECRET);
    let names: Vec<_> =
        std::fs::read_dir(place.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name.to_string_lossy().starts_with("office.sqlite")), "{names:?}");
    // The same for the commands of the shell: a file made under an open umask is the owner's.
    let made = place.folder.path().join("other.sqlite");
    let command = format!(
        "umask 000; exec '{}' init --staff Priya --database '{}'",
        env!("CARGO_BIN_EXE_mediation-line"),
        made.display()
    );
    assert!(std::process::Command::new("sh").args(["-c", &command]).output().unwrap().status.success());
    assert_eq!(std::fs::metadata(&made).unwrap().permissions().mode() & 0o777, 0o600);
}
