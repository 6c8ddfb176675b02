//! The pack: nothing is lost in it, its wire format is postcard's, and no bytes whatever can do harm.

use factcheck::dataset::pack::{PackError, is_pack, read, read_checked};
use factcheck::dataset::{self, parse, to_pack};
use factcheck::html::StepKind;
use factcheck::view::{self, Options};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{cases, drop_some, every_field, small};

/// The header: magic, version, checksum, no hashes.
const HEADER: usize = 21;

fn pack_of(value: &Value) -> Vec<u8> {
    to_pack(value.to_string().as_bytes()).unwrap()
}

fn full() -> Value {
    let mut n = 0;
    let mut text = || {
        n += 1;
        format!("Text {n}, é")
    };
    every_field(&mut text, &mut |n| n - 1)
}

/// A pack with the right checksum over any body: FNV-1a, 64 bits, little-endian.
fn forge(body: &[u8]) -> Vec<u8> {
    let body = [[0; 4].as_slice(), body].concat();
    let sum = body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    [b"factpack\x02".as_slice(), &sum.to_le_bytes(), &body].concat()
}

/// Whatever is read from a pack can be shown, and all its links are safe.
fn is_harmless(pack: &[u8]) -> Result<bool, String> {
    let Ok(dataset) = read(pack) else { return Ok(false) };
    // The stricter reader may refuse it; it must come to an end.
    let _ = read_checked(pack);
    let options = Options { heading_level: 6, ..Options::default() };
    let mut trees = vec![view::list(&dataset, &options), view::list_fallback(&dataset, &options)];
    trees.extend(dataset.claims.iter().filter_map(|it| view::single(&dataset, it.id.as_str(), &options)));
    for tree in trees {
        let mut rest = tree.step_text();
        let mut name = "";
        for step in tree.steps() {
            let (text, after) = rest.split_at(step.len as usize);
            rest = after;
            let lower = text.to_ascii_lowercase();
            let safe = ["http://", "https://", "mailto:", "#"].iter().any(|it| lower.starts_with(it));
            match step.kind {
                StepKind::Name => name = text,
                StepKind::Value if ["href", "cite"].contains(&name) && !safe => return Err(text.into()),
                _ => {}
            }
        }
        tree.to_html();
    }
    Ok(true)
}

#[test]
fn nothing_is_lost() {
    for text in [dataset::BUNDLED.to_owned(), full().to_string(), small().to_string()] {
        let pack = to_pack(text.as_bytes()).unwrap();
        assert_eq!(pack, to_pack(text.as_bytes()).unwrap(), "the same file, the same bytes");
        assert!(is_pack(&pack));
        let parsed = parse(&text).unwrap();
        assert_eq!(read(&pack).unwrap(), parsed);
        assert_eq!(read_checked(&pack).unwrap(), parsed);
        assert_eq!(forge(&pack[HEADER..]), pack, "magic, version 2, FNV-1a");
    }
}

#[test]
fn layout_of_the_file_does_not_matter() {
    let value: Value = serde_json::from_str(dataset::BUNDLED).unwrap();
    let pack = to_pack(dataset::BUNDLED.as_bytes()).unwrap();
    assert_eq!(pack_of(&value), pack, "fields in another order, other blanks");
    assert_eq!(to_pack(format!("\u{FEFF}{value:#}").as_bytes()).unwrap(), pack);
}

#[test]
fn what_is_no_pack() {
    let pack = pack_of(&small());
    let mut other_version = pack.clone();
    other_version[8] = 1;
    for (bytes, error) in [
        (&b""[..], PackError::NotAPack),
        (b"factpac", PackError::NotAPack),
        (b"{}", PackError::NotAPack),
        (b"factpack", PackError::Damaged),
        (&other_version, PackError::Version),
        (&pack[..HEADER - 1], PackError::Damaged),
        (&[&pack[..], b"\0"].concat(), PackError::Damaged),
        (&forge(&[&pack[HEADER..], b"\0"].concat()), PackError::Invalid),
        (&forge(b""), PackError::Invalid),
    ] {
        assert_eq!(read(bytes), Err(error));
    }
}

#[test]
fn truncated_anywhere() {
    let pack = pack_of(&full());
    for end in 0..pack.len() {
        assert!(read(&pack[..end]).is_err(), "cut at {end}");
        if let Some(body) = pack.get(HEADER..end) {
            assert_eq!(read(&forge(body)), Err(PackError::Invalid), "cut at {end}, with the right checksum");
        }
    }
    // The bundled one is large: every 97th place.
    let pack = to_pack(dataset::BUNDLED.as_bytes()).unwrap();
    for end in (0..pack.len()).step_by(97) {
        assert!(read(&pack[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn one_changed_byte_is_noticed() {
    let mut pack = pack_of(&full());
    for at in 0..pack.len() {
        for bit in 0..8 {
            pack[at] ^= 1 << bit;
            assert!(read(&pack).is_err(), "bit {bit} of byte {at}");
            pack[at] ^= 1 << bit;
        }
    }
    let mut pack = to_pack(dataset::BUNDLED.as_bytes()).unwrap();
    for at in (0..pack.len()).step_by(97) {
        pack[at] ^= 0x55;
        assert!(read(&pack).is_err(), "byte {at}");
        pack[at] ^= 0x55;
    }
}

#[test]
fn one_changed_byte_under_the_right_checksum_does_no_harm() {
    let mut body = pack_of(&full()).split_off(HEADER);
    let mut n_read = 0;
    for at in 0..body.len() {
        let before = body[at];
        for byte in [before ^ 1, before ^ 0x80, before.wrapping_add(1), 0] {
            body[at] = byte;
            n_read += usize::from(is_harmless(&forge(&body)).unwrap());
        }
        body[at] = before;
    }
    assert!(n_read > 100, "most letters may be other letters: {n_read}");
}

/// Where a text stands in a body, with the length before it.
fn place_of(body: &[u8], text: &str) -> usize {
    let found: Vec<usize> = (0..body.len())
        .filter(|&at| body[at..].starts_with(text.as_bytes()) && body[at - 1] == text.len() as u8)
        .collect();
    assert_eq!(found.len(), 1, "{text} stands there once");
    found[0]
}

#[test]
fn values_are_checked_as_in_a_file() {
    let body = pack_of(&full()).split_off(HEADER);
    let with = |text: &str, other: &str| {
        assert_eq!(text.len(), other.len());
        let at = place_of(&body, text);
        let mut body = body.clone();
        body[at..at + text.len()].copy_from_slice(other.as_bytes());
        read(&forge(&body)).map(drop)
    };
    for (text, other) in [
        ("https://example.org/s#part", "javascript:alert(1)//@#par"),
        ("https://example.org/how", "//example.org/how?abcde"),
        ("http://p.example", "http://p@example"),
        ("https://archive.example/s", "https://archive\\example/s"),
        ("https://example.org/check", "https://example.org/\u{202E}ch"),
        ("mailto:desk@example.org", "mailto:<k>@example.orgx"),
        ("every-field", "every field"),
        ("pt-BR", "pt_BR"),
        ("Text 1, é", "          "),
        ("Text 1, é", "Text 1,\r\n\n"),
    ] {
        assert_eq!(with(text, other), Err(PackError::Invalid), "{other}");
    }
    assert_eq!(with("https://example.org/check", "https://example.net/check"), Ok(()));
    let mut not_utf8 = body.clone();
    not_utf8[place_of(&body, "Text 1, é")] = 0xFF;
    assert_eq!(read(&forge(&not_utf8)), Err(PackError::Invalid));
}

#[test]
fn scores_are_checked_as_in_a_file() {
    let mut dataset = small();
    let rating = json!({ "value": 0, "worst": -1_000_000, "best": 1_000_000 });
    dataset["claims"][0]["verdicts"] = json!([{ "label": "L", "rating": rating }]);
    let body = pack_of(&dataset).split_off(HEADER);
    // A million in thousandths, zigzag: 2,000,000,000 as a varint; then the largest that 32 bits can hold.
    let million = [0x80, 0xA8, 0xD6, 0xB9, 0x07];
    let at = body.windows(5).position(|it| it == million).expect("the best score");
    let mut beyond = body.clone();
    beyond[at..at + 5].copy_from_slice(&[0xFE, 0xFF, 0xFF, 0xFF, 0x0F]);
    assert!(read(&forge(&body)).is_ok());
    assert_eq!(read(&forge(&beyond)), Err(PackError::Invalid));
}

#[test]
fn lengths_that_lie() {
    let small_body = pack_of(&small()).split_off(HEADER);
    for len in [
        &[0xFF, 0xFF, 0xFF, 0xFF, 0x0F][..],
        &[0x80, 0x80, 0x80, 0x80, 0x10],
        &[0x80; 9],
        &[0xFF, 0xFF, 0x7F],
        &[0x7F],
    ] {
        // As the length of the first text, of the last list, and of everything between.
        for at in 0..small_body.len() {
            let body = [&small_body[..at], len, &small_body[at + 1..]].concat();
            is_harmless(&forge(&body)).unwrap();
        }
        assert_eq!(read(&forge(len)), Err(PackError::Invalid));
        assert_eq!(read(&forge(&[len, &small_body[1..]].concat())), Err(PackError::Invalid));
    }
    let body = pack_of(&json!({ "id": "d", "title": "T", "language": "en" })).split_off(HEADER);
    let rest = body.strip_suffix(&[0, 0]).expect("the numbers of claims and of rules come last");
    // Four thousand million claims and nothing of them; a number of 33 bits, whose lower 32 would say none.
    for number in [&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F][..], &[0x80, 0x80, 0x80, 0x80, 0x10], &[0x80; 5], &[0x80]]
    {
        assert_eq!(read(&forge(&[rest, number, &[0]].concat())), Err(PackError::Invalid), "{number:?}");
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn any_dataset_comes_back(texts in prop::collection::vec("\\PC{1,30}", 1..9), pick in any::<[u8; 8]>(), keep in any::<u64>()) {
        let mut texts = texts.iter().cycle().map(|it| format!("{it}."));
        let mut picks = pick.iter().cycle();
        let mut value = every_field(&mut || texts.next().unwrap(), &mut |n| usize::from(*picks.next().unwrap()) % n);
        drop_some(&mut value, &mut keep.clone());
        let parsed = parse(&value.to_string()).map_err(|it| TestCaseError::fail(it.to_string()))?;
        prop_assert_eq!(read_checked(&pack_of(&value)), Ok(parsed));
    }

    #[test]
    fn forged_packs_do_no_harm(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..6)) {
        let mut body = pack_of(&full()).split_off(HEADER);
        for (at, byte, how) in changes {
            let at = at.index(body.len());
            match how {
                0 => body[at] = byte,
                1 => body.insert(at, byte),
                _ => drop(body.remove(at)),
            }
        }
        is_harmless(&forge(&body)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_bytes_do_no_harm(body in prop::collection::vec(any::<u8>(), 0..200)) {
        is_harmless(&forge(&body)).map_err(TestCaseError::fail)?;
        is_harmless(&body).map_err(TestCaseError::fail)?;
    }
}
