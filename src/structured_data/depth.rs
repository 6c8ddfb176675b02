//! How deep the tags of a page nest.

/// How deep tags may nest, at most, for a text to be parsed: a parser's work grows with the square of it.
const MAX_DEPTH: usize = 1_000;

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"];

/// Elements that have no end, or that most people do not end.
const UNENDED: &str =
    "area base br col embed hr img input link meta param source track wbr dd dt li option p td th tr";

/// Whether tags nest no deeper than a parser takes in good time; counted roughly, from above, since tags that nobody
/// ended count on.
pub fn is_parsable(html: &str) -> bool {
    let (mut rest, mut depth) = (html, 0_usize);
    while let Some((_, tag)) = rest.split_once('<') {
        rest = tag;
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        match tag.bytes().next() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'!') => rest = behind_comment(tag),
            Some(b) if !b.is_ascii_alphabetic() => {}
            Some(_) if RAW.iter().any(|it| name.eq_ignore_ascii_case(it)) => rest = behind_end(tag, name),
            Some(_) if UNENDED.split(' ').any(|it| name.eq_ignore_ascii_case(it)) => {}
            Some(_) => depth += 1,
            None => {}
        }
        if depth > MAX_DEPTH {
            return false;
        }
    }
    true
}

/// What comes behind a comment; of any other declaration all of it.
fn behind_comment(text: &str) -> &str {
    let comment = text.strip_prefix("!--");
    comment.map_or(text, |it| it.split_once("-->").map_or("", |(_, rest)| rest))
}

/// What comes behind the end tag of a name; nothing if there is none.
fn behind_end<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, tag)) = rest.split_once("</") {
        if tag.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name)) {
            return tag;
        }
        rest = tag;
    }
    ""
}
