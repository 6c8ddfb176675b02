//! Sentences: where one ends and the next begins, roughly, for telling apart what was left out.

/// The sentences of a text, without the blanks between them. An end is `.`, `!`, `?` or their kin with the closing
/// signs behind it, if a blank follows and no lower-case letter.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, behind) = rest.split_at(end(rest));
        rest = behind.trim_start();
        Some(sentence)
    })
}

/// How many bytes the first sentence has.
fn end(text: &str) -> usize {
    let is_closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']');
    let mut chars = text.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।') {
            continue;
        }
        while chars.next_if(|&(_, c)| is_closing(c) || matches!(c, '.' | '!' | '?')).is_some() {}
        let Some(&(at, next)) = chars.peek() else { break };
        let behind = text.get(at..).unwrap_or_default().trim_start();
        let goes_on = behind.starts_with(char::is_lowercase);
        // Chinese and Japanese put no blank behind a sentence.
        let is_apart = next.is_whitespace() || matches!(c, '。' | '！' | '？');
        if is_apart && !goes_on {
            return at;
        }
    }
    text.len()
}
