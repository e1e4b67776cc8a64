//! Mediation Line: the terminal program of a SEND mediation phone line. This page is the map of its code.
//!
//! # The idea
//!
//! Each screen is one small machine: its state, what a key does, how it looks. What a screen wants done outside
//! itself it *returns* as plain data that a test can compare; it never calls another screen, the file, the clock or
//! the terminal. One router carries keys to the screen in front and its wishes to the world. One worker owns the file,
//! and its answers come back the way keys do. The rules of the service and of the law stand in a folder that knows none
//! of this. So nearly everything is tested by pressing keys and reading the screen or the file, without a terminal.
//!
//! # The layers
//!
//! Each layer knows those before it and none after it.
//!
//! | Layer | What it is | What is absent there |
//! | --- | --- | --- |
//! | [`domain`] | the rules, as numbered sentences and functions | clock, file, terminal, screens |
//! | [`store`] | the file: every question and every intention, written once | rules of its own, screens |
//! | [`protocol`] | what passes between a screen and the world: keys, actions, effects, answers | anything that acts |
//! | [`widgets`] | drawing and typing | mediation: it knows ratatui and [`protocol::action`] only |
//! | [`screens`] | one machine each | other screens, names of keys, SQL, the clock |
//! | [`app`] | the router: the open question first, then typing, then the key table | rules, pages of its own |
//! | [`runtime`] | the loop, the worker, the keyboard, signals, the clock, the terminal | decisions |
//! | [`cli`] | the commands of the shell, over `domain` and `store` | drawing |
//!
//! SQL stands only under [`store`] and in `assets/sql`, rusqlite only in [`store::sqlite`], crossterm only in
//! [`runtime`], ratatui only in [`widgets`], in the views and in [`runtime`]. The time is read in [`runtime::clock`]
//! and handed on; the linter refuses it elsewhere. A key is named only in [`protocol::keys`]: that table decides what a key
//! does and writes the key bar, the hints, the help pages and the table in the README.
//!
//! # One key press, from the finger to the disk
//!
//! 1. The keyboard's thread turns what the terminal sent into a [`protocol::key::Key`], and the loop in
//!    [`runtime::desk`] hands it to [`app::App::key`] with the moment, the day and the person, as a
//!    [`protocol::context::Context`].
//! 2. The router looks the key up in the table for the place the cursor is in. It is now an
//!    [`protocol::action::Action`].
//! 3. The screen in front is given the action ([`screens::Screen::act`]). It changes its own state and returns
//!    [`protocol::effect::Effect`]s: open a place, ask a question, carry out an intention, say something.
//! 4. The router makes requests of them, and the loop sends those to [`runtime::worker`].
//! 5. The worker calls the [`store::Store`]. It asks the rules and writes one transaction, with its line of history
//!    and the rows of Today it changes; triggers in the file refuse what no program may ever write.
//! 6. The answer, saved or refused with a sentence, comes back as a [`protocol::answer::Answer`] and is heard by the
//!    router and by every page that is open. The window is drawn once, from the state alone.
//!
//! Keys that arrive in a burst are handled in order with one drawing at the end. Ticks (what is typed is saved after
//! a pause, other desks' changes, the minute) take the same way. An intention that cannot be written now is kept
//! with all that follow it and sent again, while the first line says NOT SAVED.
//!
//! # To add a screen
//!
//! 1. Name its place in [`protocol::effect::Place`], and the place of its keys in [`protocol::keys::Spot`] with its
//!    rows of the table. A test fails until that place has a page of help.
//! 2. Write its machine in `screens/`, implementing [`screens::Screen`], and make it in [`screens::open`]. A view reads
//!    `&self`; scrolling is computed from what is chosen, and the cursor's place is returned.
//! 3. What it reads is a question in [`protocol::command`] answered in [`store`]; what it writes is an intention.
//!    What may be refused is asked of [`domain`], and the refusal is the sentence the person reads.
//! 4. Write that page in `assets/help`, the screen's journey in `tests/journeys` (keys in, screen and file out), and add it
//!    to this map if it is a new kind of thing.
//!
//! # Words
//!
//! The words of the service are the words of the code: case, party, call, consent, willingness, slot, hold, booking,
//! enquiry, clock. A refusal is a rule that said no; a fault is the outside that failed. Details are kept as
//! typed beside how they were read. What is personal is held in [`domain::text::Private`], which prints nothing.

pub mod app;
pub mod cli;
pub mod domain;
pub mod protocol;
pub mod runtime;
pub mod screens;
pub mod store;
pub mod widgets;
