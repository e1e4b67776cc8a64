//! A list of things to choose from, by letter, by the first letters, or by moving.

/// One of the things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The letter that chooses it; none where there is none.
    pub letter: Option<char>,
    /// The words shown.
    pub words: String,
    /// What it stands for.
    pub code: String,
}

/// The choice that typed text means: its letter alone, or the first that begins with the text.
pub fn matching<'a>(choices: &'a [Choice], typed: &str) -> Option<&'a Choice> {
    let text = typed.trim().to_lowercase();
    let mut letters = text.chars();
    let first = letters.next()?;
    if letters.next().is_none()
        && let Some(choice) = choices.iter().find(|c| c.letter == Some(first))
    {
        return Some(choice);
    }
    choices.iter().find(|c| c.words.to_lowercase().starts_with(&text)).or_else(|| {
        choices.iter().find(|c| c.words.to_lowercase().split_whitespace().any(|word| word.starts_with(&text)))
    })
}
