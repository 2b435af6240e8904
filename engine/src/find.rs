//! Names found by a part of them.

/// How well a name answers a text: the least is best, none where it does not.
///
/// `own` is the name by itself, `full` the name with what stands above it.
pub fn rank(text: &str, own: &str, full: &str) -> Option<u8> {
    if text.is_empty() {
        return None;
    }
    let ranks = [
        own == text || full == text,
        own.starts_with(text),
        own.contains(text),
        full.contains(text),
        in_order(text, full),
    ];
    (0..)
        .zip(ranks)
        .find(|(_, holds)| *holds)
        .map(|(rank, _)| rank)
}

/// Whether all characters of a text stand in a name in the same order: 湖南岳麓 in 湖南省长沙市岳麓区.
fn in_order(text: &str, name: &str) -> bool {
    let mut rest = name.chars();
    text.chars().all(|c| rest.any(|of_name| of_name == c))
}

/// How many characters two texts have in common, in the same order.
pub fn in_common(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row = vec![0; b.len() + 1];
    for c in a.chars() {
        let mut before = 0;
        for (index, other) in b.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = if *other == c {
                before + 1
            } else {
                above.max(row[index])
            };
            before = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_name_comes_before_what_stands_above_it() {
        let of = |text| rank(text, "岳麓区", "湖南省长沙市岳麓区");
        assert_eq!(of("岳麓区"), Some(0));
        assert_eq!(of("湖南省长沙市岳麓区"), Some(0));
        assert_eq!(of("岳"), Some(1));
        assert_eq!(of("麓"), Some(2));
        assert_eq!(of("长沙市岳"), Some(3));
        assert_eq!(of("湖南岳麓"), Some(4));
        assert_eq!(of("岳麓湖南"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn characters_in_common_keep_their_order() {
        assert_eq!(in_common("长沙长沙", "湖南长沙长沙"), 4);
        assert_eq!(in_common("长沙线", "线长沙"), 2);
        assert_eq!(in_common("", "长"), 0);
    }
}
