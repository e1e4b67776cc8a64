//! What ends the program from outside: signals, and a terminal that went away.

use std::sync::mpsc::Sender;

use super::desk::Happened;
use super::leaving::GRACE;
use super::terminal;

/// Watches for signals; if the loop does not leave in time, gives the terminal back and ends the program.
pub(super) fn on_signals(to: Sender<Happened>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT]) else { return };
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
