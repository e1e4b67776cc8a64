//! A window's cells as an SVG picture.
//!
//! Text is written in runs of one style, each given its exact length, so that any monospaced font keeps the
//! columns. The lines of boxes are drawn as lines: fonts leave gaps between them. Nothing else is known of SVG.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// The size of a cell and of its letters, in points of the picture.
const WIDE: f32 = 8.4;
const HIGH: f32 = 17.0;
const LETTER: f32 = 14.0;
/// From the top of a cell to the line its letters stand on.
const BASE: f32 = 13.0;
/// Around the window.
const EDGE: f32 = 12.0;

const PAPER: &str = "#16191d";
const INK: &str = "#d8dee3";
const CURSOR: &str = "#8c98a4";

/// What is drawn of a cell.
#[derive(Clone, PartialEq)]
struct Looks {
    ink: &'static str,
    paper: &'static str,
    bold: bool,
    underlined: bool,
}

fn colour(colour: Color, otherwise: &'static str) -> &'static str {
    match colour {
        Color::Yellow => "#e7c547",
        Color::Cyan => "#5fc9d8",
        Color::Magenta => "#d694d8",
        Color::Green => "#8cc265",
        Color::White => "#ffffff",
        Color::Black => "#000000",
        Color::DarkGray => "#8a939b",
        _ => otherwise,
    }
}

impl Looks {
    fn of(cell: &Cell) -> Self {
        let (ink, paper) = (colour(cell.fg, INK), colour(cell.bg, PAPER));
        let (ink, paper) =
            if cell.modifier.contains(Modifier::REVERSED) { (paper, ink) } else { (ink, paper) };
        Self {
            ink,
            paper,
            bold: cell.modifier.contains(Modifier::BOLD),
            underlined: cell.modifier.contains(Modifier::UNDERLINED),
        }
    }
}

/// How far the arms of a box character reach: left, right, up, down; 1 a line, 2 a double line.
fn arms(symbol: &str) -> Option<[u8; 4]> {
    Some(match symbol {
        "─" => [1, 1, 0, 0],
        "│" => [0, 0, 1, 1],
        "┌" => [0, 1, 0, 1],
        "┐" => [1, 0, 0, 1],
        "└" => [0, 1, 1, 0],
        "┘" => [1, 0, 1, 0],
        "├" => [0, 1, 1, 1],
        "┤" => [1, 0, 1, 1],
        "┬" => [1, 1, 0, 1],
        "┴" => [1, 1, 1, 0],
        "┼" => [1, 1, 1, 1],
        "═" => [2, 2, 0, 0],
        "║" => [0, 0, 2, 2],
        "╔" => [0, 2, 0, 2],
        "╗" => [2, 0, 0, 2],
        "╚" => [0, 2, 2, 0],
        "╝" => [2, 0, 2, 0],
        _ => return None,
    })
}

/// The strokes of a box character whose cell begins at `x`, `y`.
fn strokes([left, right, up, down]: [u8; 4], x: f32, y: f32) -> String {
    let (middle_x, middle_y) = (x + WIDE / 2.0, y + HIGH / 2.0);
    let mut path = String::new();
    let mut line = |from: (f32, f32), to: (f32, f32)| {
        let _ = write!(path, "M{:.1} {:.1}L{:.1} {:.1}", from.0, from.1, to.0, to.1);
    };
    // The two lines of a double frame lie this far from the middle; where it turns, the outer one goes on.
    let gap = 1.5;
    let double = [left, right, up, down].contains(&2);
    let offsets: &[f32] = if double { &[-gap, gap] } else { &[0.0] };
    let turn_x = f32::from(i8::from(right > 0) - i8::from(left > 0));
    let turn_y = f32::from(i8::from(down > 0) - i8::from(up > 0));
    for offset in offsets {
        // On the way round a corner the line that is outside for one arm is outside for the other.
        let (corner_x, corner_y) = (middle_x + offset * turn_x, middle_y + offset * turn_y);
        let across = if turn_y == 0.0 { middle_y + offset } else { corner_y };
        let along = if turn_x == 0.0 { middle_x + offset } else { corner_x };
        if left > 0 {
            line((x, across), (if double && turn_x == 0.0 { middle_x } else { along }, across));
        }
        if right > 0 {
            line((if double && turn_x == 0.0 { middle_x } else { along }, across), (x + WIDE, across));
        }
        if up > 0 {
            line((along, y), (along, if double && turn_y == 0.0 { middle_y } else { across }));
        }
        if down > 0 {
            line((along, if double && turn_y == 0.0 { middle_y } else { across }), (along, y + HIGH));
        }
    }
    path
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The picture of a window, with its cursor; `what` is read out by a screen reader.
pub(crate) fn picture(buffer: &Buffer, cursor: Option<Position>, what: &str) -> String {
    let area = buffer.area;
    let place = |x: u16, y: u16| (EDGE + f32::from(x) * WIDE, EDGE + f32::from(y) * HIGH);
    let (width, height) = place(area.width, area.height);
    let (width, height) = (width + EDGE, height + EDGE);
    let mut papers = String::new();
    let mut letters = String::new();
    let mut frames: Vec<(&'static str, String)> = Vec::new();
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let looks = Looks::of(&buffer[(x, y)]);
            let from = x;
            let mut run = String::new();
            while x < area.width && Looks::of(&buffer[(x, y)]) == looks {
                let symbol = buffer[(x, y)].symbol();
                let (left, top) = place(x, y);
                if let Some(arms) = arms(symbol) {
                    let path = strokes(arms, left, top);
                    match frames.iter_mut().find(|(ink, _)| *ink == looks.ink) {
                        Some((_, all)) => *all += &path,
                        None => frames.push((looks.ink, path)),
                    }
                    run.push(' ');
                } else {
                    run += symbol;
                }
                x += 1;
            }
            let (left, top) = place(from, y);
            let long = f32::from(x - from) * WIDE;
            if looks.paper != PAPER {
                let _ = writeln!(
                    papers,
                    "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{long:.1}\" height=\"{HIGH}\" fill=\"{}\"/>",
                    looks.paper
                );
            }
            letters += &words(&run, left, top, &looks);
        }
    }
    let mut lines = String::new();
    for (ink, path) in frames {
        let _ = writeln!(lines, "<path d=\"{path}\" stroke=\"{ink}\" fill=\"none\"/>");
    }
    let cursor = cursor.map_or_else(String::new, |at| {
        let (x, y) = place(at.x, at.y);
        format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{WIDE}\" height=\"{HIGH}\" fill=\"{CURSOR}\" fill-opacity=\"0.6\"/>\n")
    });
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" role=\"img\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" \
         font-size=\"{LETTER}\" xml:space=\"preserve\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAPER}\"/>\n{papers}{lines}{letters}{cursor}</svg>\n",
        escaped(what)
    )
}

/// The words of a run of one style: each word for itself, so that spaces need no font.
fn words(run: &str, left: f32, top: f32, looks: &Looks) -> String {
    let mut all = String::new();
    let mut at = 0;
    for word in run.split(' ') {
        let count = unicode_width::UnicodeWidthStr::width(word);
        if count > 0 {
            let bold = if looks.bold { " font-weight=\"bold\"" } else { "" };
            let under = if looks.underlined { " text-decoration=\"underline\"" } else { "" };
            let _ = writeln!(
                all,
                "<text x=\"{:.1}\" y=\"{:.1}\" textLength=\"{:.1}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{bold}{under}>{}</text>",
                left + at as f32 * WIDE,
                top + BASE,
                count as f32 * WIDE,
                looks.ink,
                escaped(word)
            );
        }
        at += count + 1;
    }
    all
}
