//! Languages as people write them: BCP 47 tags, and names in English and in the language itself.

use crate::model::Language;

/// Tags and names, all in lower case.
const NAMES: &[(&str, &str)] = &[
    ("af", "afrikaans"),
    ("am", "amharic አማርኛ"),
    ("ar", "arabic العربية"),
    ("az", "azerbaijani azeri azərbaycanca"),
    ("be", "belarusian belarussian byelorussian беларуская"),
    ("bg", "bulgarian български"),
    ("bn", "bengali bangla বাংলা"),
    ("bs", "bosnian bosanski"),
    ("ca", "catalan català"),
    ("cs", "czech čeština"),
    ("da", "danish dansk"),
    ("de", "german deutsch"),
    ("el", "greek ελληνικά"),
    ("en", "english"),
    ("es", "spanish castilian español"),
    ("et", "estonian eesti"),
    ("eu", "basque euskara"),
    ("fa", "persian farsi فارسی"),
    ("fi", "finnish suomi"),
    ("fil", "filipino tagalog"),
    ("fr", "french français"),
    ("ga", "irish gaeilge"),
    ("gl", "galician galego"),
    ("gu", "gujarati ગુજરાતી"),
    ("ha", "hausa"),
    ("he", "hebrew עברית"),
    ("hi", "hindi हिन्दी हिंदी"),
    ("hr", "croatian hrvatski"),
    ("hu", "hungarian magyar"),
    ("hy", "armenian հայերեն"),
    ("id", "indonesian"),
    ("is", "icelandic íslenska"),
    ("it", "italian italiano"),
    ("ja", "japanese 日本語"),
    ("ka", "georgian ქართული"),
    ("kk", "kazakh қазақша"),
    ("km", "khmer cambodian"),
    ("kn", "kannada ಕನ್ನಡ"),
    ("ko", "korean 한국어"),
    ("ku", "kurdish kurdî"),
    ("ky", "kyrgyz kirghiz кыргызча"),
    ("lo", "lao"),
    ("lt", "lithuanian lietuvių"),
    ("lv", "latvian latviešu"),
    ("mk", "macedonian македонски"),
    ("ml", "malayalam മലയാളം"),
    ("mn", "mongolian монгол"),
    ("mo", "moldovan moldavian"),
    ("mr", "marathi मराठी"),
    ("ms", "malay"),
    ("my", "burmese"),
    ("ne", "nepali नेपाली"),
    ("nl", "dutch flemish nederlands"),
    ("no", "norwegian norsk"),
    ("pa", "punjabi panjabi"),
    ("pl", "polish polski"),
    ("ps", "pashto"),
    ("pt", "portuguese português"),
    ("ro", "romanian română"),
    ("ru", "russian русский"),
    ("si", "sinhala sinhalese"),
    ("sk", "slovak slovenčina"),
    ("sl", "slovenian slovene slovenščina"),
    ("so", "somali"),
    ("sq", "albanian shqip"),
    ("sr", "serbian српски srpski"),
    ("sv", "swedish svenska"),
    ("sw", "swahili kiswahili"),
    ("ta", "tamil தமிழ்"),
    ("te", "telugu తెలుగు"),
    ("tg", "tajik тоҷикӣ"),
    ("th", "thai ไทย"),
    ("tk", "turkmen"),
    ("tr", "turkish türkçe"),
    ("tt", "tatar"),
    ("uk", "ukrainian українська"),
    ("ur", "urdu اردو"),
    ("uz", "uzbek oʻzbekcha"),
    ("vi", "vietnamese"),
    ("yo", "yoruba"),
    ("zh", "chinese mandarin 中文"),
    ("zu", "zulu"),
];

/// The tag of a language that is written as a tag (also with an underscore) or by its name.
pub fn tag(written: &str) -> Option<Language> {
    let written = written.trim();
    let lower = written.to_lowercase();
    let named = NAMES.iter().find(|(_, names)| names.split(' ').any(|it| it == lower));
    if let Some((tag, _)) = named {
        return Language::parse(tag).ok();
    }
    // A word of two or three letters alone could be anything: it is a tag if it is one that is known.
    let tag = Language::parse(&written.replace('_', "-")).ok()?;
    let is_known = NAMES.iter().any(|(it, _)| *it == tag.primary().to_ascii_lowercase());
    (is_known || tag.as_str().contains('-') || tag.primary() == "und").then_some(tag)
}
