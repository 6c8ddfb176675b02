//! An index as bytes.

use std::io::Write;

use factcheck::find::{self, Query};
use factcheck::search::stem::Stemmer;
use factcheck::search::{Builder, Field, How, Index};
use proptest::prelude::*;

use crate::search_support::clef_claims;
use crate::support::{cases, small, valid};

fn index(texts: &[&str]) -> Index {
    let mut builder = Builder::default();
    for text in texts {
        builder.add(Field::Statement, text, Stemmer::English);
        builder.add(Field::Counter, text, Stemmer::German);
        builder.end_document();
    }
    builder.finish()
}

fn few() -> Vec<u8> {
    index(&["The bridges are closed.", "Ein Müller, two muller", "", "Мосты 桥已关闭 bridge bridge"])
        .to_bytes()
}

#[test]
fn what_is_written_is_read() {
    for texts in [&[][..], &[""], &["x"], &["The bridges are closed.", "", "A bridge, Müller and muller."]] {
        let built = index(texts);
        let bytes = built.to_bytes();
        let read = Index::from_bytes(&bytes).unwrap();
        assert_eq!(read.to_bytes(), bytes, "{texts:?}");
        for word in ["bridge", "muller", "müller", "clo", "brigde"] {
            let (a, b) = (built.ask(word.as_bytes(), How::Typing), read.ask(word.as_bytes(), How::Typing));
            assert_eq!(a, b, "{word}");
            assert_eq!(built.scores(&[a]).scores, read.scores(&[b]).scores, "{word}");
        }
    }
}

#[test]
fn bytes_that_are_cut_or_have_more_are_refused() {
    let bytes = few();
    assert!(Index::from_bytes(&bytes).is_some());
    for len in 0..bytes.len() {
        assert!(Index::from_bytes(&bytes[..len]).is_none(), "{len}");
    }
    assert!(Index::from_bytes(&[&bytes[..], &[0]].concat()).is_none());
    let of_next_version: Vec<u8> =
        bytes.iter().enumerate().map(|(n, it)| if n == 4 { 2 } else { *it }).collect();
    assert!(Index::from_bytes(&of_next_version).is_none());
}

proptest! {
    #![proptest_config(cases(2000))]

    /// Whatever is read is what would be written, and can be searched.
    #[test]
    fn forged_bytes_are_refused_or_harmless(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = few();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(read) = Index::from_bytes(&bytes) {
            prop_assert_eq!(read.to_bytes(), bytes);
            let asked = read.ask(b"brigde", How::Typing);
            prop_assert_eq!(read.scores(&[asked]).scores.len(), read.documents() as usize);
        }
    }
}

/// Published beside the texts, an index has to be small.
#[test]
fn an_index_is_small_beside_its_texts() {
    let Some(dataset) = clef_claims("an_index_is_small_beside_its_texts") else { return };
    let mut texts = String::new();
    for claim in &dataset.claims {
        let statement = &claim.statement;
        let summary = statement.summary.iter().map(|it| it.as_str());
        let counters = claim.counter_statements.iter().map(|it| it.text.as_str());
        for text in [statement.text.as_str()].into_iter().chain(summary).chain(counters) {
            texts.push_str(text);
            texts.push('\n');
        }
    }
    let packed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    let bytes = find::Index::new(&dataset).words().to_bytes();
    let query = Query { words: "moon landing".into(), ..Query::default() };
    let read = || Index::from_bytes(&bytes).unwrap();
    let best = find::Index::with_words(&dataset, read()).unwrap().rank(&dataset, &query, 5);
    assert_eq!(best, find::Index::new(&dataset).rank(&dataset, &query, 5));
    assert!(find::Index::with_words(&valid(&small()), read()).is_none(), "of another dataset");
    let (index, texts) = (packed(&bytes), packed(texts.as_bytes()));
    let told = format!("index {index}, texts {texts}: {:.3}", index as f64 / texts as f64);
    println!("{told}");
    assert!(index * 10 <= texts * 6, "{told}");
}
