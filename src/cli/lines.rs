//! The plain lines of an answer: a label, a colon, one fact. Made for listening to and for `grep`.

/// Lines that are only there when they say something.
#[derive(Default)]
pub(super) struct Lines(pub(super) String);

impl Lines {
    /// A fact; its further lines are set in.
    pub(super) fn add(&mut self, label: &str, words: &str) {
        let mut rest = words.trim().lines().map(str::trim_end);
        let Some(first) = rest.next() else { return };
        self.line(&[label, ": ", first]);
        for line in rest {
            self.line(&["  ", line]);
        }
    }

    /// A fact of several parts, those that are empty left out.
    pub(super) fn all(&mut self, label: &str, words: &[&str]) {
        let said: Vec<&str> = words.iter().copied().filter(|w| !w.trim().is_empty()).collect();
        self.add(label, &said.join(", "));
    }

    /// A whole line.
    pub(super) fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.0.push_str(part);
        }
        self.0.push('\n');
    }
}
