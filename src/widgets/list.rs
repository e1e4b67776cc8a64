//! Which rows of a list are seen: computed from the chosen row and the height, never stored.

use std::ops::Range;

/// The rows shown of `count`, so that `chosen` is among them and the list moves as little as it can:
/// by whole screens less two rows.
pub fn seen(count: usize, chosen: usize, height: usize) -> Range<usize> {
    if height == 0 || count <= height {
        return 0..count.min(height);
    }
    let step = height.saturating_sub(2).max(1);
    let first = if chosen < height { 0 } else { (chosen + 1 - height).div_ceil(step) * step };
    let first = first.min(count - height);
    first..first + height
}
