//! Eight roles of colour. Every state is a word or a mark first; colour only repeats it.
//!
//! Body text keeps the terminal's own colours. Red and blue are not used, nothing blinks, and dim text never
//! carries a meaning. `NO_COLOR`, or a terminal without colour, selects the plain attributes.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Body text.
    Body,
    /// A short heading.
    Heading,
    /// The chosen row, a pressed key.
    Chosen,
    /// The frame and title of the box that has the keys.
    Focus,
    /// Attention now: `!!` `!`.
    Attention,
    /// Good, done: `OK` `YES` `x`.
    Good,
    /// Not willing, closed: `NO`.
    Closed,
    /// Held.
    Held,
    /// Booked.
    Booked,
    /// NOT SAVED.
    NotSaved,
}

/// Which set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// Sixteen colours.
    #[default]
    Standard,
    /// Attributes only, stronger.
    HighContrast,
    /// Attributes only.
    None,
}

/// How everything looks on this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    /// The set of colours.
    pub colours: Colours,
    /// Frames of `- | +` instead of lines.
    pub plain_lines: bool,
    /// The practice file: the frames are drawn otherwise.
    pub practice: bool,
}

impl Theme {
    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let colour = |colour: Color| match self.colours {
            Colours::Standard => plain.fg(colour),
            _ => plain,
        };
        let strong = |style: Style| match self.colours {
            Colours::HighContrast => style.add_modifier(Modifier::BOLD),
            _ => style,
        };
        match role {
            Role::Body => plain,
            Role::Heading => plain.add_modifier(Modifier::BOLD),
            Role::Chosen => strong(plain.add_modifier(Modifier::REVERSED)),
            Role::Focus => match self.colours {
                Colours::Standard => plain.fg(Color::Cyan),
                _ => plain.add_modifier(Modifier::BOLD),
            },
            Role::Attention => match self.colours {
                Colours::HighContrast => plain.add_modifier(Modifier::REVERSED),
                _ => colour(Color::Yellow).add_modifier(Modifier::BOLD),
            },
            Role::Good => strong(colour(Color::Cyan)),
            Role::Closed => match self.colours {
                Colours::Standard => plain.fg(Color::Magenta),
                _ => plain.add_modifier(Modifier::UNDERLINED),
            },
            Role::Held => colour(Color::Yellow),
            Role::Booked => match self.colours {
                Colours::Standard => plain.fg(Color::Cyan),
                Colours::HighContrast => plain.add_modifier(Modifier::REVERSED),
                Colours::None => plain.add_modifier(Modifier::BOLD),
            },
            Role::NotSaved => colour(Color::Yellow).add_modifier(Modifier::REVERSED | Modifier::BOLD),
        }
    }
}
