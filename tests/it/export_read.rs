//! What others read in our exports: each format through a reader that is not ours, as the texts that it finds.

use biblatex::{Bibliography, ChunksExt};
use factcheck::authoring::{self, Format};
use factcheck::record::Value;
use factcheck::text::restored;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A document of CommonMark as a reader sees it: texts, with a mark for everything that is not text. All extensions
/// are on, since nobody knows which ones a reader has.
pub fn markdown(text: &str) -> String {
    let smart = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_OLD_FOOTNOTES;
    let mut seen = String::new();
    for event in Parser::new_ext(text, Options::all() - smart) {
        match event {
            Event::Text(text) => seen.push_str(&text),
            Event::HardBreak => seen.push('\n'),
            Event::End(TagEnd::Paragraph) => seen.push_str("\n\n"),
            Event::Start(Tag::Paragraph) => {}
            Event::Start(Tag::Link { dest_url, .. }) => seen.push_str(&format!("⟨{dest_url}⟩")),
            other => seen.push_str(&format!("⟨{other:?}⟩")),
        }
    }
    seen
}

/// The records of a CSV file by column, with what guards against formulas taken away.
pub fn csv(text: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let named = |row: csv::StringRecord| {
        let cells = header.iter().zip(row.iter());
        cells.map(|(name, cell)| (name.to_owned(), restored(cell).to_owned())).collect()
    };
    reader.records().map(|row| named(row.unwrap())).collect()
}

/// A field of an entry of BibTeX, as text.
pub fn bibtex(text: &str, key: &str, field: &str) -> String {
    let bibliography = Bibliography::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let entry = bibliography.get(key).unwrap_or_else(|| panic!("no {key} in\n{text}"));
    entry.get(field).unwrap_or_default().format_verbatim()
}

/// A statement of Argdown: title, text, data.
type Statement = (String, String, Vec<(String, Value)>);

/// The statements of Argdown. It follows the lexer of `@argdown/core`, as far as we write it.
pub fn argdown(text: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    for line in text.lines().skip(1).filter(|it| !it.is_empty()) {
        let (title, rest) = line.split_once('[').unwrap().1.split_once("]: ").unwrap();
        let (mut words, mut chars) = (String::new(), rest.chars());
        let mut data = String::new();
        while let Some(c) = chars.next() {
            match c {
                '\\' => words.extend(chars.next()),
                '{' => {
                    data = format!("{{{}", chars.as_str());
                    break;
                }
                // These begin something wherever they stand.
                '#' | '*' | '_' | '[' | '<' => panic!("unescaped {c} in {line}"),
                c => words.push(c),
            }
        }
        // Data ends at the first brace with a blank behind it.
        assert!(!data.contains("} ") && data.matches(['{', '}']).count().is_multiple_of(2), "{line}");
        let data = match data.as_str() {
            "" => Vec::new(),
            data => match authoring::parse(data, Format::Yaml).expect(data).value {
                Value::Object(fields) => fields.into_iter().map(|(name, it)| (name, it.value)).collect(),
                other => panic!("{other:?}"),
            },
        };
        found.push((title.to_owned(), words.trim_end().to_owned(), data));
    }
    found
}

/// A text as readers have it that take every run of blanks for one.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
