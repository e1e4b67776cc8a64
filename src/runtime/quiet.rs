//! A backend that says nothing twice: a frame without a change sends no byte, and the cursor is shown and set
//! only where it is not so already.
//!
//! Over a slow line every byte of a letter counts, and a terminal that is read aloud tells each move of the
//! cursor. What was sent last is remembered here; whatever this does not know of (a clear, another size, a
//! scroll) makes it forget. The size of the window is asked for only where it may be another, not for each frame.

use std::cell::OnceCell;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// Draws as crossterm does, and leaves out what would change nothing.
#[derive(Debug)]
pub(super) struct Quiet<W: Write> {
    inner: CrosstermBackend<W>,
    shown: Option<bool>,
    at: Option<Position>,
    size: OnceCell<Size>,
}

impl<W: Write> Quiet<W> {
    pub(super) fn new(out: W) -> Self {
        Self { inner: CrosstermBackend::new(out), shown: None, at: None, size: OnceCell::new() }
    }

    /// The window may have another size: the next frame asks for it.
    pub(super) fn may_be_resized(&mut self) {
        self.size.take();
    }

    fn forget(&mut self) {
        self.shown = None;
        self.at = None;
    }
}

impl<W: Write> Backend for Quiet<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.at = None;
        self.inner.draw(content)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.forget();
        self.inner.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.shown.replace(false) == Some(false) { Ok(()) } else { self.inner.hide_cursor() }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.shown.replace(true) == Some(true) { Ok(()) } else { self.inner.show_cursor() }
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.at.replace(position) == Some(position) {
            return Ok(());
        }
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.forget();
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.forget();
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        if let Some(size) = self.size.get() {
            return Ok(*size);
        }
        let size = self.inner.size()?;
        Ok(*self.size.get_or_init(|| size))
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}
