//! The keyboard, read in a thread of its own.
//!
//! Only presses count. Ctrl and Alt together with a character is text (`AltGr`), never a command.

use std::sync::mpsc::Sender;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::desk::Happened;
use crate::protocol::key::{Code, Key};

/// The most that is told at once; of a flood the rest comes with the next.
const TOGETHER: usize = 1024;

/// Reads until nobody listens or the terminal is gone. What came at once is told at once, so that it is one frame.
pub(super) fn listen(to: &Sender<Happened>) {
    loop {
        let (mut together, mut gone) = (Vec::new(), false);
        while !gone && together.len() < TOGETHER {
            let happened = next();
            gone = matches!(happened, Some(Happened::Stop));
            together.extend(happened);
            if !crossterm::event::poll(Duration::ZERO).unwrap_or(false) {
                break;
            }
        }
        let heard = together.is_empty() || to.send(Happened::Together(together)).is_ok();
        if gone || !heard {
            return;
        }
    }
}

fn next() -> Option<Happened> {
    match crossterm::event::read() {
        Ok(Event::Key(key)) if key.kind == KeyEventKind::Press => key_of(key).map(Happened::Key),
        Ok(Event::Paste(text)) => Some(Happened::Paste(text)),
        Ok(Event::Resize(..)) => Some(Happened::Resized),
        Ok(_) => None,
        Err(_) => Some(Happened::Stop),
    }
}

fn key_of(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let mut ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let mut alt = event.modifiers.contains(KeyModifiers::ALT);
    if let Code::Char(c) = code
        && ctrl
        && alt
        && !c.is_control()
    {
        (ctrl, alt) = (false, false);
    }
    Some(Key { code, ctrl, alt })
}
