//! A key as the terminal delivered it, and its name as people write it: `F2`, `Esc`, `Alt+P`, `Ctrl+Z`.
//!
//! It is free of the terminal library, so that screens, the key table and the tests name keys in the same
//! words. What a key does is absent: the table in [`super::keys`] says it.

use std::fmt;

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, as typed.
    Char(char),
    /// F1 to F12.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Delete back.
    Backspace,
    /// Delete forward.
    Delete,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt, or Esc just before.
    pub alt: bool,
}

impl Key {
    /// A plain key.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A character.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// With Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false }
    }

    /// With Alt.
    pub const fn alt(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: false, alt: true }
    }

    /// An F key.
    pub const fn f(n: u8) -> Self {
        Self::plain(Code::F(n))
    }

    /// The character to type, where the key types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The same key for a command: letters lose their case, so that Caps Lock does not matter.
    #[must_use]
    pub fn folded(self) -> Self {
        match self.code {
            Code::Char(c) => Self { code: Code::Char(c.to_lowercase().next().unwrap_or(c)), ..self },
            _ => self,
        }
    }

    /// Reads a name: `F2`, `Esc`, `Alt+p`, `Ctrl+Z`, `x`. `None` for anything else.
    pub fn named(name: &str) -> Option<Self> {
        let (ctrl, name) = name.strip_prefix("Ctrl+").map_or((false, name), |rest| (true, rest));
        let (alt, name) = name.strip_prefix("Alt+").map_or((false, name), |rest| (true, rest));
        let code = match name {
            "Enter" => Code::Enter,
            "Esc" => Code::Esc,
            "Tab" => Code::Tab,
            "Shift+Tab" => Code::BackTab,
            "Backspace" => Code::Backspace,
            "Delete" => Code::Delete,
            "Up" => Code::Up,
            "Down" => Code::Down,
            "Left" => Code::Left,
            "Right" => Code::Right,
            "Home" => Code::Home,
            "End" => Code::End,
            "PgUp" => Code::PageUp,
            "PgDn" => Code::PageDown,
            "Space" => Code::Char(' '),
            _ => {
                let mut letters = name.chars();
                let first = letters.next()?;
                let rest = letters.as_str();
                if rest.is_empty() {
                    let lower =
                        if ctrl || alt { first.to_lowercase().next().unwrap_or(first) } else { first };
                    Code::Char(lower)
                } else if first == 'F' {
                    Code::F(rest.parse().ok().filter(|n| (1..=12).contains(n))?)
                } else {
                    return None;
                }
            }
        };
        Some(Self { code, ctrl, alt })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl+")?;
        }
        if self.alt {
            f.write_str("Alt+")?;
        }
        let name = match self.code {
            Code::Char(' ') => "Space",
            Code::Char(c) if self.ctrl || self.alt => return write!(f, "{}", c.to_uppercase()),
            Code::Char(c) => return write!(f, "{c}"),
            Code::F(n) => return write!(f, "F{n}"),
            Code::Enter => "Enter",
            Code::Esc => "Esc",
            Code::Tab => "Tab",
            Code::BackTab => "Shift+Tab",
            Code::Backspace => "Backspace",
            Code::Delete => "Delete",
            Code::Up => "Up",
            Code::Down => "Down",
            Code::Left => "Left",
            Code::Right => "Right",
            Code::Home => "Home",
            Code::End => "End",
            Code::PageUp => "PgUp",
            Code::PageDown => "PgDn",
        };
        f.write_str(name)
    }
}
