//! What ends the program from outside: signals, and a terminal that went away.

use std::sync::mpsc::Sender;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::desk::Happened;
use super::leaving::GRACE;
use super::terminal;

/// From here on a signal ends nothing by itself; it waits for [`on_signals`].
pub(super) fn hold_signals() -> Option<Signals> {
    Signals::new([SIGTERM, SIGHUP, SIGINT]).ok()
}

/// Watches for signals; if the loop does not leave in time, gives the terminal back and ends the program.
pub(super) fn on_signals(held: Option<Signals>, to: Sender<Happened>) {
    let Some(mut signals) = held else { return };
    std::thread::spawn(move || {
        if signals.forever().next().is_some() {
            let _ = to.send(Happened::Stop);
            std::thread::sleep(GRACE);
            terminal::give_back();
            std::process::exit(1);
        }
    });
}

/// Watches the terminal: asked for no event, `poll` returns only when it is gone.
pub(super) fn when_the_terminal_goes(to: Sender<Happened>) {
    use rustix::event::{PollFd, PollFlags, poll};
    std::thread::spawn(move || {
        loop {
            let stdin = std::io::stdin();
            let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
            match poll(&mut watched, None) {
                Ok(_) => break,
                Err(rustix::io::Errno::INTR) => {}
                Err(_) => return,
            }
        }
        let _ = to.send(Happened::Stop);
        std::thread::sleep(GRACE);
        std::process::exit(1);
    });
}
