//! The keyboard, read in a thread of its own.
//!
//! Only presses count. Ctrl and Alt together with a character is text (`AltGr`), never a command.

use std::sync::mpsc::Sender;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::desk::Happened;
use crate::protocol::key::{Code, Key};

/// Reads until nobody listens or the terminal is gone.
pub(super) fn listen(to: &Sender<Happened>) {
    loop {
        let happened = match crossterm::event::read() {
            Ok(Event::Key(key)) if key.kind == KeyEventKind::Press => key_of(key).map(Happened::Key),
            Ok(Event::Paste(text)) => Some(Happened::Paste(text)),
            Ok(Event::Resize(..)) => Some(Happened::Resized),
            Ok(_) => None,
            Err(_) => Some(Happened::Stop),
        };
        let gone = matches!(happened, Some(Happened::Stop));
        if happened.is_some_and(|happened| to.send(happened).is_err()) || gone {
            return;
        }
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
