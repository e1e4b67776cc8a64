//! What all pages share: how the room is divided, and the first and the last lines.

use ratatui::layout::Rect;

/// How wide a page is, in the steps of the design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// Under 40 columns: only the field.
    Tiny,
    /// 40 to 59: one field at a time.
    Narrow,
    /// 60 to 79: one box at a time.
    Small,
    /// 80 to 119: two boxes.
    Usual,
    /// 120 and more: three.
    Wide,
}

impl Width {
    /// Of an area.
    pub fn of(area: Rect) -> Self {
        match area.width {
            0..40 => Self::Tiny,
            40..60 => Self::Narrow,
            60..80 => Self::Small,
            80..120 => Self::Usual,
            _ => Self::Wide,
        }
    }
}

/// Cuts an area into a left part of `width` columns and the rest.
pub fn split_left(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    (Rect { width, ..area }, Rect { x: area.x + width, width: area.width - width, ..area })
}

/// Cuts an area into an upper part of `height` rows and the rest.
pub fn split_top(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    (Rect { height, ..area }, Rect { y: area.y + height, height: area.height - height, ..area })
}

/// A window of at most this size in the middle of an area.
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}
