//! What ends the program from outside: signals, and a terminal that went away.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::Sender;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::low_level::pipe;

use super::desk::Happened;
use super::leaving::GRACE;
use super::terminal;

/// From here on a signal ends nothing by itself; it waits for [`watch`], readable in what is given.
pub(super) fn hold_signals() -> io::Result<UnixStream> {
    let (held, tells) = UnixStream::pair()?;
    for signal in [SIGTERM, SIGHUP, SIGINT] {
        pipe::register(signal, tells.try_clone()?)?;
    }
    Ok(held)
}

/// Watches for a signal, and for a terminal that is gone: asked for no event of it, `poll` returns only then. If the
/// loop does not leave in time, gives the terminal back and ends the program.
pub(super) fn watch(signals: UnixStream, to: Sender<Happened>) {
    std::thread::spawn(move || {
        let stdin = io::stdin();
        let mut watched = [PollFd::new(&stdin, PollFlags::empty()), PollFd::new(&signals, PollFlags::IN)];
        while poll(&mut watched, None) == Err(rustix::io::Errno::INTR) {}
        let _ = to.send(Happened::Stop);
        std::thread::sleep(GRACE);
        terminal::give_back();
        std::process::exit(1);
    });
}
