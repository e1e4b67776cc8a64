//! How a word may sound, as far as a telephone and an English ear tell sounds apart.
//!
//! A reading is a short text: consonants by their classes (`X` for sh and ch, `J` for a soft g, `f` for v too),
//! vowels by five letters. A word has one reading as English spells, and further ones where its letters are also
//! used otherwise: as Irish and Welsh spell, and as most other languages do. The order of the branches matters:
//! the longest piece of spelling comes first.

/// Whose spelling it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    English,
    /// Irish, Gaelic, Welsh: bh is v, a slender s is sh, c is always hard.
    Celtic,
    /// w is v, j is y, ch is k, a soft s or c is sh.
    Other,
}

/// The ways a folded word may sound, without repeats; none for a word outside the Latin letters.
pub(super) fn readings(word: &str) -> Vec<String> {
    let word = plain(word);
    if word.is_empty() || !word.iter().all(u8::is_ascii_lowercase) {
        return Vec::new();
    }
    let has = |piece: &str| word.windows(piece.len()).any(|w| w == piece.as_bytes());
    let soft = |letter: u8| word.windows(2).any(|w| w[0] == letter && matches!(w[1], b'e' | b'i' | b'y'));
    let slender = soft(b's') || word.windows(2).any(|w| w[0] == b'i' && w[1] == b's');
    let celtic = ["bh", "mh", "dh", "gh", "th", "ao"].iter().any(|piece| has(piece)) || slender || soft(b'c');
    let other = ["w", "j", "cz", "sz", "rz", "ch", "x", "sch"].iter().any(|piece| has(piece)) || soft(b'g');
    let mut all = vec![read(&word, Spelling::English)];
    for (is, spelling) in [(celtic, Spelling::Celtic), (other, Spelling::Other)] {
        if is {
            let reading = read(&word, spelling);
            if !all.contains(&reading) {
                all.push(reading);
            }
        }
    }
    all
}

/// Letters that do not come apart into a letter and a mark.
fn plain(word: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'ł' => out.push(b'l'),
            'ø' => out.push(b'o'),
            'ß' => out.extend(b"ss"),
            'æ' | 'œ' => out.push(b'e'),
            'đ' | 'ð' => out.push(b'd'),
            'þ' => out.extend(b"th"),
            'ı' => out.push(b'i'),
            c => out.push(u8::try_from(c).unwrap_or(b'?')),
        }
    }
    out
}

fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn read(word: &[u8], spelling: Spelling) -> String {
    use Spelling::{Celtic, English, Other};
    let mut out = String::new();
    let mut at = 0;
    while at < word.len() {
        let rest = &word[at..];
        let begins = |piece: &str| rest.starts_with(piece.as_bytes());
        let next = rest.get(1).copied().unwrap_or(b' ');
        let before = at.checked_sub(1).map_or(b' ', |b| word[b]);
        let first = at == 0;
        let soft = matches!(next, b'e' | b'i' | b'y');
        let (sound, taken): (&str, usize) = match rest[0] {
            c if vowel(c) || (c == b'y' && !vowel(next)) => {
                let (sound, taken) = vowels(rest, spelling);
                // A silent e at the end; in Irish it is heard.
                let last =
                    at + taken == word.len() || (at + taken + 1 == word.len() && word[at + taken] == b's');
                let silent = &rest[..taken] == b"e" && last && at >= 2 && spelling != Celtic;
                (if silent { "" } else { sound }, taken)
            }
            b'y' if first => ("y", 1),
            b'y' => ("i", 1),
            b'b' if begins("bh") && spelling == Celtic && !first => ("f", 2),
            b'b' if begins("bh") => ("b", 2),
            b'c' if begins("chr") || begins("chl") => ("k", 2),
            b'c' if begins("ch") => (if spelling == Other { "k" } else { "X" }, 2),
            b'c' if begins("cz") => ("X", 2),
            b'c' if begins("ck") || begins("cq") => ("k", 2),
            b'c' if spelling == Other && next == b'i' && rest.get(2).is_some_and(|c| vowel(*c)) => ("X", 2),
            b'c' if begins("cia") || begins("cio") => ("X", 2),
            b'c' if soft && spelling != Celtic => ("s", 1),
            b'c' => ("k", 1),
            b'd' if begins("dge") || begins("dgi") => ("J", 2),
            b'd' if begins("dj") => ("J", 2),
            b'd' if begins("dh") && spelling == Celtic && !first => ("", 2),
            b'd' if begins("dh") => ("d", 2),
            b'd' if begins("dt") => ("t", 2),
            b'f' if begins("fh") && spelling == Celtic => ("", 2),
            b'g' if begins("gh") && first => ("g", 2),
            b'g' if begins("gh") && (spelling == Celtic || !rest.get(2).is_some_and(|c| vowel(*c))) => {
                ("", 2)
            }
            b'g' if begins("gh") => ("g", 2),
            b'g' if begins("gn") && first => ("n", 2),
            b'g' if soft && spelling == English => ("J", 1),
            b'g' => ("g", 1),
            b'h' if first => ("h", 1),
            b'h' => ("", 1),
            b'j' if begins("jh") => ("J", 2),
            b'j' if spelling == Other => (if first { "y" } else { "i" }, 1),
            b'j' => ("J", 1),
            b'k' if begins("kn") && first => ("n", 2),
            b'k' if begins("ksh") => ("ks", 3),
            b'k' if begins("kh") => ("k", 2),
            b'm' if begins("mc") && first => ("mak", if begins("mck") { 3 } else { 2 }),
            b'm' if begins("mh") && spelling == Celtic => ("f", 2),
            b'm' if begins("mps") || begins("mpt") => ("m", 2),
            b'm' if begins("mb") && rest.len() == 2 => ("m", 2),
            b'n' if begins("ng") && first => ("n", 2),
            b'p' if begins("ph") => ("f", 2),
            b'p' if first && (begins("pn") || begins("ps")) => ("", 1),
            b'q' if begins("que") => ("k", 2),
            b'q' if begins("qu") => ("kw", 2),
            b'q' => (if first { "X" } else { "k" }, 1),
            b'r' if begins("rz") && spelling == Other => ("X", 2),
            b's' if begins("sch") => (if spelling == Other { "sk" } else { "X" }, 3),
            b's' if begins("sh") || begins("sz") => ("X", 2),
            b's' if begins("sia") || begins("sio") => {
                if first && spelling != Celtic {
                    ("s", 1)
                } else {
                    ("X", 1)
                }
            }
            b's' if spelling == Celtic && (soft || before == b'i') => ("X", 1),
            b't' if begins("tch") => ("X", 3),
            b't' if begins("tio") || begins("tia") => ("X", 2),
            b't' if begins("th") && spelling == Celtic && !first => ("", 2),
            b't' if begins("th") || begins("tt") => ("t", 2),
            b'v' => ("f", 1),
            b'w' if begins("wr") && first => ("r", 2),
            b'w' if spelling == Other => ("f", 1),
            b'w' => ("w", 1),
            b'x' if first => (if spelling == Other { "X" } else { "s" }, 1),
            b'x' => ("ks", 1),
            b'z' if begins("zh") => ("J", 2),
            b'z' => ("s", 1),
            c => {
                out_letter(&mut out, c);
                at += 1;
                continue;
            }
        };
        for c in sound.bytes() {
            out_letter(&mut out, c);
        }
        at += taken;
    }
    out
}

/// A sound that is there already is not said twice.
fn out_letter(out: &mut String, sound: u8) {
    let sound = char::from(sound);
    if !out.ends_with(sound) {
        out.push(sound);
    }
}

/// The vowels at the beginning of a text: their sound, and how many letters they are.
fn vowels(text: &[u8], spelling: Spelling) -> (&'static str, usize) {
    const CELTIC: [(&str, &str); 12] = [
        ("aoi", "i"),
        ("ao", "i"),
        ("ea", "a"),
        ("ia", "i"),
        ("io", "i"),
        ("ai", "a"),
        ("ui", "i"),
        ("eo", "o"),
        ("oi", "o"),
        ("ei", "e"),
        ("iu", "u"),
        ("ua", "u"),
    ];
    const ENGLISH: [(&str, &str); 22] = [
        ("eigh", "e"),
        ("ough", "o"),
        ("augh", "o"),
        ("igh", "i"),
        ("eau", "o"),
        ("ee", "i"),
        ("ea", "i"),
        ("ie", "i"),
        ("ei", "e"),
        ("ey", "i"),
        ("ai", "e"),
        ("ay", "e"),
        ("au", "o"),
        ("aw", "o"),
        ("oa", "o"),
        ("ow", "o"),
        ("oo", "u"),
        ("ou", "u"),
        ("ue", "u"),
        ("ew", "u"),
        ("oy", "oi"),
        ("eo", "eo"),
    ];
    let followed_by_vowel = |len: usize| text.get(len).is_some_and(|c| vowel(*c));
    let table: &[(&str, &str)] = if spelling == Spelling::Celtic { &CELTIC } else { &[] };
    let found = table.iter().chain(&ENGLISH).find(|(piece, _)| {
        let glide = piece.ends_with('w') && (spelling == Spelling::Other || followed_by_vowel(piece.len()));
        text.starts_with(piece.as_bytes()) && !glide
    });
    match (found, text[0]) {
        (Some((piece, sound)), _) => (sound, piece.len()),
        (None, b'a') => ("a", 1),
        (None, b'e') => ("e", 1),
        (None, b'o') => ("o", 1),
        (None, b'u') => ("u", 1),
        (None, _) => ("i", 1),
    }
}

fn is_vowel(sound: char) -> bool {
    matches!(sound, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Comes and goes with whoever writes.
fn is_glide(sound: char) -> bool {
    matches!(sound, 'h' | 'w' | 'y')
}

/// The consonants of a reading, with a mark for a vowel at the beginning; none where fewer than two are left,
/// since such words would all be alike.
pub(super) fn skeleton(reading: &str) -> Option<String> {
    let mut out = String::new();
    for (at, sound) in reading.chars().enumerate() {
        if at == 0 && is_vowel(sound) {
            out.push('A');
        } else if !is_vowel(sound) && !is_glide(sound) && !out.ends_with(sound) {
            out.push(sound);
        }
    }
    (out.chars().count() >= 2).then_some(out)
}

/// How far two readings are apart, in hundredths: the cheapest way from one to the other. In a short word each
/// vowel counts for more.
pub(super) fn steps(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let light = if a.len().max(b.len()) <= 4 { 45 } else { 30 };
    let gone = |sound: char| if is_vowel(sound) || is_glide(sound) { light } else { 100 };
    let mut row: Vec<usize> = vec![0];
    for (at, sound) in b.iter().enumerate() {
        row.push(row[at] + gone(*sound));
    }
    for x in &a {
        let mut next = vec![row[0] + gone(*x)];
        for (at, y) in b.iter().enumerate() {
            let best = (row[at] + apart(*x, *y)).min(row[at + 1] + gone(*x)).min(next[at] + gone(*y));
            next.push(best);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

fn apart(x: char, y: char) -> usize {
    match (x, y) {
        _ if x == y => 0,
        ('e', 'i' | 'a') | ('i' | 'a', 'e') | ('o', 'u' | 'a') | ('u' | 'a', 'o') => 25,
        _ if is_vowel(x) && is_vowel(y) => 50,
        _ => 100,
    }
}
