//! How wide characters are, at most, in the fonts that stand in for one another: no font is loaded to measure with.

/// The width of a character in hundredths of an em.
///
/// What DejaVu Sans and DejaVu Serif, the widest fonts that are common, have for it, rounded up; other fonts leave
/// some room. Marks that sit on other letters have no width, wide characters of East Asia a whole em. Arabic letters
/// count as joined to others on one side.
pub(super) fn width(c: char) -> u32 {
    match c {
        ' ' | 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '/' | '\\' | '‘' | '’' | '‚' | '·'
        | '\u{A0}' => 35,
        '!' | '(' | ')' | '[' | ']' | '"' | 'I' | 'J' | 'f' | 't' | '-' | '\u{2010}' | '\u{2011}' => 41,
        'c' | 'r' | 's' | 'z' | '*' | '_' | '`' | '?' | '“' | '”' | '„' | '–' => 56,
        'w' => 87,
        'm' => 98,
        '@' | '%' | 'M' | 'W' | '—' | '…' => 104,
        'a'..='z' | '0'..='9' | '$' | '{' | '}' | '«' | '»' => 65,
        ' '..='~' => 89,
        // Marks on other letters, and what is not seen.
        '\u{AD}'
        | '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}'
        | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{6D6}'..='\u{6DC}'
        | '\u{900}'..='\u{902}'
        | '\u{93C}'
        | '\u{941}'..='\u{948}'
        | '\u{94D}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' => 0,
        'ж' | 'ш' | 'щ' | 'ю' | 'ф' | 'ы' => 95,
        'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | 'М' | 'Љ' | 'Њ' => 119,
        'а'..='џ' => 79,
        '\u{900}'..='\u{DFF}' => 80,
        '\u{600}'..='\u{6FF}' => 90,
        '\u{1F000}'..='\u{1FAFF}' => 140,
        '\u{A1}'..='\u{5FF}' => 90,
        _ => 101,
    }
}

/// Whether lines may break beside a character without a blank: in scripts that write none between words.
pub(super) fn stands_alone(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{A4CF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Whether a character never begins a line: what closes, and marks on the letter before.
pub(super) fn follows(c: char) -> bool {
    let closes = matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '：'
            | '；'
            | '！'
            | '？'
            | '）'
            | '」'
            | '』'
            | '】'
            | '〉'
            | '》'
            | '”'
            | '’'
            | '…'
            | '·'
            | '―'
            | 'ー'
            | ')'
            | ']'
            | '}'
            | '.'
            | ','
            | '!'
            | '?'
            | ':'
            | ';'
            | '%'
    );
    closes
        || width(c) == 0
        || matches!(c, '\u{E30}'..='\u{E3A}' | '\u{E45}'..='\u{E4E}' | '\u{102B}'..='\u{103E}' | '\u{17B4}'..='\u{17D3}')
}

/// Whether a character never ends a line: what opens.
pub(super) fn leads(c: char) -> bool {
    matches!(c, '（' | '「' | '『' | '【' | '〈' | '《' | '“' | '‘' | '(' | '[' | '{' | '\u{E40}'..='\u{E44}')
}
