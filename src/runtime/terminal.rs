//! The terminal: taken over, and given back as it was, whatever happens.
//!
//! What it can show is asked of the environment here. Reading keys is elsewhere, on a thread of its own.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;

use super::quiet::Quiet;
use crate::widgets::theme::{Colours, Theme};

/// The terminal, as ratatui draws on it.
pub(super) type Screen = Terminal<Quiet<BufWriter<Stdout>>>;

/// It is ours now. Given back twice, the second time would clear what stands on the person's own screen.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// How things look here: colours where they are wanted, lines where letters beyond ASCII are.
pub(super) fn theme() -> Theme {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
        || std::env::var("TERM").is_ok_and(|term| term == "dumb" || term.ends_with("-m"));
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|v| std::env::var(v).ok().filter(|v| !v.is_empty()));
    let utf8 = locale.is_none_or(|l| {
        let l = l.to_ascii_lowercase();
        l.contains("utf-8") || l.contains("utf8") || l == "c" || l == "posix"
    });
    let colours = if no_colour { Colours::None } else { Colours::Standard };
    Theme { colours, plain_lines: !utf8, practice: false }
}

/// Takes the terminal over. Without a terminal there is nothing to take.
pub(super) fn take() -> io::Result<Screen> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(io::Error::new(io::ErrorKind::NotConnected, "the desk opens in a terminal only"));
    }
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    let mut out = io::stdout();
    execute!(out, EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    // Colours are chosen by us: NO_COLOR must not take bold and reverse away as well.
    crossterm::style::force_color_output(true);
    Terminal::new(Quiet::new(BufWriter::with_capacity(64 * 1024, out)))
}

/// Gives it back: the alternate screen is cleared first, so that nothing stays in its memory.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = queue!(out, Clear(ClearType::All), DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// A mistake of ours: the terminal is given back, and the place is told, never what was on the screen.
pub(super) fn on_panic() {
    std::panic::set_hook(Box::new(|panic| {
        give_back();
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(
            io::stderr(),
            "Mediation Line stopped by a mistake of its own at {place}. What was saved is safe."
        );
    }));
}
