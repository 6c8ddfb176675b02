//! What is a word, and what is the same word.

use factcheck::search::Words;

/// The words of a text with a bar between them, and that they stand where they say.
#[track_caller]
fn check(text: &str, expected: &str) {
    let mut words = Words::new(text);
    let mut all = Vec::new();
    let mut last = 0;
    while let Some(place) = words.advance() {
        assert!(
            place.start >= last && place.start < place.end && text.get(place.clone()).is_some(),
            "{text}: {place:?}"
        );
        last = place.start;
        all.push(String::from_utf8(words.word.clone()).unwrap());
    }
    assert_eq!(all.join("|"), expected, "{text}");
}

#[test]
fn words_of_texts() {
    for (text, expected) in [
        ("", ""),
        ("...", ""),
        ("The bridge-keeper's tale", "the|bridge|keeper's|tale"),
        ("Bo O’Neil said ‘no’.", "bo|o'neil|said|no"),
        ("об’єкт обʼєкт", "об'єкт|об'єкт"),
        ("In the U.S. and the U.S.A. today. A. B.", "in|the|us|and|the|usa|today|a|b"),
        ("1,000,000 of 1.5 or 3,25 in 2021-05-02", "1000000|of|1.5|or|3.25|in|2021|05|02"),
        ("#OldBridgeClosed @TheGazette #iPhone McDonald", "old|bridge|closed|the|gazette|iphone|mcdonald"),
        ("see https://example.org/a?b=c for more", "see|for|more"),
        ("soft\u{AD}hyphen zero\u{200B}width", "softhyphen|zerowidth"),
        ("桥已关闭。bridge桥", "桥已|已关|关闭|闭|bridge|桥"),
        ("ＷＩＤＥ１２", "wide12"),
        ("🌉bridge🌉", "bridge"),
        ("पुल बंद है।", "पुल|बंद|है"),
        ("الجسر مغلق؟", "الجسر|مغلق"),
    ] {
        check(text, expected);
    }
}

/// Our small tables say what the standard library's large ones say, where it matters.
#[test]
fn letters_are_those_of_unicode() {
    let word = |c: char| {
        let text = c.to_string();
        let mut words = Words::new(&text);
        words.advance().map(|_| String::from_utf8(words.word.clone()).unwrap())
    };
    for range in [
        'A'..='\u{17F}',
        '\u{386}'..='\u{3CE}',
        '\u{400}'..='\u{52F}',
        '\u{531}'..='\u{556}',
        '\u{1E00}'..='\u{1E95}',
        '\u{1EA0}'..='\u{1EFF}',
    ] {
        for c in range.filter(|it| it.is_alphanumeric()) {
            let small = if c == 'İ' { "i".into() } else { c.to_lowercase().to_string() };
            assert!(
                word(c) == Some(small.clone()) || matches!(c, '²' | '³' | '¹' | '¼'..='¾'),
                "{c} {small}"
            );
        }
    }
    let is_word = |c: char| c.is_alphanumeric() && !matches!(c, '\u{80}'..='\u{BF}');
    let missed: String = ('\u{C0}'..='\u{FFFF}').filter(|it| is_word(*it) && word(*it).is_none()).collect();
    // Letters in circles, marks that stand alone, a Khmer sign of repetition.
    assert!(
        missed.chars().all(
            |it| matches!(it, '\u{2460}'..='\u{2BFF}' | '\u{2B9}'..='\u{2DF}' | '\u{17D7}' | '\u{2E2F}')
        ),
        "{missed}"
    );
    for c in "«»“”„‘’–—…·•©®°§±×÷€№、。「」・！？（）：；،؛؟۔।॥〜🌉→".chars()
    {
        assert_eq!(word(c).filter(|_| c != '№'), None, "{c}");
    }
}
