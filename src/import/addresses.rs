//! Addresses in running text.

/// The `http` and `https` addresses of a text, in order.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let found = core::iter::from_fn(move || {
        let at = next_address(rest)?;
        let address = rest.get(at..)?;
        let end = end_of_address(address);
        rest = address.get(end.max(1)..).unwrap_or_default();
        address.get(..end)
    });
    found.filter(|it| it.len() > "https://".len())
}

/// Where the next `http://` or `https://` begins.
fn next_address(text: &str) -> Option<usize> {
    let at = |scheme: &str| text.find(scheme);
    match (at("http://"), at("https://")) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// How long an address is: up to a blank or quote, without the punctuation of the sentence around it, and not
/// into the next address that is glued to it.
fn end_of_address(address: &str) -> usize {
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"“”«»{}|\\^`".contains(c);
    let mut end = address.find(ends).unwrap_or(address.len());
    // A second scheme behind a separator is the next address; within a path it is an archive's.
    for scheme in ["http://", "https://"] {
        let mut from = 1;
        while let Some(at) = address.get(from..end).and_then(|it| it.find(scheme)).map(|it| it + from) {
            let before = address.get(..at).and_then(|it| it.chars().next_back());
            if before.is_some_and(|c| ",;)".contains(c) || c.is_alphanumeric()) {
                end = at;
                break;
            }
            from = at + 1;
        }
    }
    loop {
        let Some(url) = address.get(..end) else { return end };
        let Some(last) = url.chars().next_back() else { return end };
        let count = |c: char| url.matches(c).count();
        let is_loose = match last {
            ')' => count(')') > count('('),
            ']' => count(']') > count('['),
            c => ".,;:!?'’…*_".contains(c),
        };
        if !is_loose {
            return end;
        }
        end -= last.len_utf8();
    }
}
