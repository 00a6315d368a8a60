//! Sorting in few bytes. The standard library's sorts are faster and cost 2 to 5 KB of wasm for every type they sort; the lists here are
//! short, and twenty such sorts were 41 KB.

use std::cmp::Ordering;

/// Sorts by the items' own order. Not stable, n log n comparisons: a heapsort (J. W. J. Williams, "Algorithm 232", 1964).
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a comparison; let it break ties, equal items come in any order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let less = |items: &[T], a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b) == Ordering::Less,
        _ => false,
    };
    let mut end = items.len();
    let mut start = end / 2;
    while end > 1 {
        // First the heap is built from the back, then its greatest item goes behind it, again and again.
        if start > 0 {
            start -= 1;
        } else {
            end -= 1;
            items.swap(0, end);
        }
        let mut root = start;
        loop {
            let mut child = 2 * root + 1;
            if child >= end {
                break;
            }
            if child + 1 < end && less(items, child, child + 1) {
                child += 1;
            }
            if !less(items, root, child) {
                break;
            }
            items.swap(root, child);
            root = child;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_list_comes_out_in_order() {
        let mut state = 1_u32;
        for length in 0..200 {
            let mut items: Vec<u32> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    state >> 27
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_unstable();
            sort(&mut items);
            assert_eq!(items, expected);
            sort_by(&mut items, |a, b| b.cmp(a));
            expected.reverse();
            assert_eq!(items, expected);
        }
    }
}
