//! Whether a text is HTML, as people put it into cells and fields without saying so.

/// The elements by which a text is known to be HTML: those that editors of articles write.
const TAGS: &str = "a b blockquote br div em figure h1 h2 h3 h4 h5 h6 hr html i iframe img li ol p script section span \
    strong style sub sup table td tr u ul";

/// Whether a text has tags or character references of HTML in it. `a < b` has none.
pub(super) fn is_html(text: &str) -> bool {
    let is_tag = |rest: &str| {
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let ends = name.get(end..).unwrap_or_default();
        let known = name.get(..end).unwrap_or_default().to_ascii_lowercase();
        TAGS.split(' ').any(|it| it == known)
            && ends.starts_with(['>', ' ', '/', '\n', '\t', '\r'])
            && ends.contains('>')
    };
    let is_reference = |rest: &str| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(rest.len());
        (2..=8).contains(&end) && rest.get(end..).is_some_and(|it| it.starts_with(';'))
    };
    let behind = |sign: char| text.match_indices(sign).filter_map(|(at, _)| text.get(at + 1..));
    behind('<').any(is_tag) || behind('&').any(is_reference)
}
