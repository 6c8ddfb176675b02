//! Identity: hashes that other programs find, too; that nothing but a change of the record changes; that no changed
//! record keeps.

use std::collections::BTreeSet;

use factcheck::dataset::pack::{PackError, read, read_checked};
use factcheck::dataset::{BUNDLED, parse};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::cli::{directory, file, run, run_in, run_with};
use crate::support::{cases, every_field};

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A value after RFC 8785, by another program than ours.
fn canonical(value: &Value) -> String {
    serde_json_canonicalizer::to_string(value).unwrap()
}

/// A record as it is hashed: without what is absent or empty, with citations in full.
fn normal(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(name, _)| *name != "$schema").map(|(name, it)| {
                let is_citations = ["said_in", "sources"].contains(&name.as_str()) && it.is_array();
                let cited = |it: &Value| if it.is_string() { json!({ "source": it }) } else { it.clone() };
                let it = if is_citations {
                    it.as_array().unwrap().iter().map(cited).collect()
                } else {
                    it.clone()
                };
                (name.clone(), normal(&it))
            });
            let is_there = |it: &Value| !it.is_null() && *it != json!([]) && *it != json!({});
            Value::Object(fields.filter(|(_, it)| is_there(it)).collect())
        }
        Value::Array(list) => list.iter().map(normal).collect(),
        scalar => scalar.clone(),
    }
}

/// What is hashed of the n-th claim: the claim, the language, and those whom it names.
fn claim_document(dataset: &Value, n: usize) -> Value {
    fn named(value: &Value, name: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(field, it)| match it.as_str() {
                Some(id) if field == name => _ = found.insert(id.into()),
                _ => named(it, name, found),
            }),
            Value::Array(list) => list.iter().for_each(|it| named(it, name, found)),
            _ => {}
        }
    }
    let claim = &dataset["claims"][n];
    let mut document = json!({ "claim": claim, "language": dataset["language"] });
    for (table, field) in [("people", "speaker"), ("sources", "source")] {
        let mut ids = BTreeSet::new();
        named(claim, field, &mut ids);
        while let Some(more) = ids.iter().find_map(|id| {
            dataset[table][id].get("derived_from").filter(|it| !ids.contains(it.as_str().unwrap()))
        }) {
            let more = more.as_str().unwrap().to_string();
            ids.insert(more);
        }
        let entries: serde_json::Map<_, _> =
            ids.into_iter().map(|id| (id.clone(), dataset[table][&id].clone())).collect();
        if !entries.is_empty() {
            document[table] = Value::Object(entries);
        }
    }
    document
}

/// The hashes of a dataset and its claims as we make them, in any of its forms.
fn hashes(input: &[u8]) -> Vec<String> {
    let told = run_with(&["check", "-", "--json", "--today", "2026-11-22"], input);
    let told: Value =
        serde_json::from_slice(&told.out).unwrap_or_else(|error| panic!("{error}: {}", told.err));
    let of = |it: &Value| {
        it["hash"].as_str().unwrap_or_else(|| panic!("{told:#}")).strip_prefix("sha256:").unwrap().to_string()
    };
    let claims = told["claims"].as_array().unwrap().iter().map(of);
    std::iter::once(of(&told)).chain(claims).collect()
}

/// The same, by other programs than ours.
pub fn expected(dataset: &Value) -> Vec<String> {
    let dataset = normal(dataset);
    let n = dataset["claims"].as_array().map_or(0, Vec::len);
    let claims = (0..n).map(|n| sha256(&canonical(&claim_document(&dataset, n))));
    std::iter::once(sha256(&canonical(&dataset))).chain(claims).collect()
}

fn bundled() -> Value {
    serde_json::from_str(BUNDLED).unwrap()
}

pub fn full() -> Value {
    let mut n = 0;
    let mut text = || {
        n += 1;
        format!("Text {n}: é€😀\"\\/\t\n\u{2028}<&")
    };
    every_field(&mut text, &mut |n| n - 1)
}

#[test]
fn another_program_finds_the_same_hashes() {
    for dataset in [bundled(), full(), json!({ "id": "d", "title": "T", "language": "en" })] {
        assert_eq!(hashes(dataset.to_string().as_bytes()), expected(&dataset));
    }
}

#[test]
fn the_hashes_are_those_of_the_canonical_export() {
    let hashes = hashes(BUNDLED.as_bytes());
    let export = |more: &[&str]| run(&[&["export", "--to", "canonical"], more].concat()).text();
    let whole = export(&[]);
    assert_eq!(sha256(&whole), hashes[0]);
    assert_eq!(whole, canonical(&serde_json::from_str(&whole).unwrap()), "as RFC 8785 has it");
    let dataset = parse(BUNDLED).unwrap();
    for (claim, hash) in dataset.claims.iter().zip(&hashes[1..]) {
        let text = export(&["--claim", claim.id.as_str()]);
        assert_eq!(&sha256(&text), hash, "{}", claim.id.as_str());
        assert_eq!(text, canonical(&serde_json::from_str(&text).unwrap()));
    }
    let printed = run_with(&["check", "-", "--hashes", "--today", "2026-11-22"], BUNDLED.as_bytes()).out;
    let printed = String::from_utf8(printed).unwrap();
    let ids = std::iter::once("belarus-base".to_string());
    let ids = ids.chain(dataset.claims.iter().map(|it| format!("belarus-base#{}", it.id.as_str())));
    let lines: String = hashes.iter().zip(ids).map(|(hash, id)| format!("sha256:{hash}  {id}\n")).collect();
    assert_eq!(printed, lines);
}

#[test]
fn packs_carry_the_hashes() {
    let pack = run(&["pack"]).out;
    let expected = expected(&bundled());
    for dataset in [read(&pack).unwrap(), read_checked(&pack).unwrap()] {
        let identity = dataset.identity().unwrap();
        assert_eq!(identity.dataset().unwrap().to_hex(), expected[0]);
        for (n, claim) in dataset.claims.iter().enumerate() {
            assert_eq!(identity.claim(n).unwrap().to_hex(), expected[n + 1]);
            assert_eq!(dataset.hash_of(claim), identity.claim(n));
        }
        assert_eq!(identity.claim(dataset.claims.len()), None);
        assert_eq!(dataset.hash_of(&dataset.claims[0].clone()), None, "a copy is not of the dataset");
    }
    assert_eq!(hashes(&pack), expected, "the same from the pack");
    assert_eq!(parse(BUNDLED).unwrap().identity(), None, "a file has none");
}

#[test]
fn layout_and_format_change_nothing() {
    let (value, expected) = (full(), expected(&full()));
    let dir = directory("identity_formats");
    file(&dir, "d.json", value.to_string());
    for format in ["json", "yaml", "toml"] {
        let text = run_in(&dir, &["export", "d.json", "--to", format]).out;
        assert_eq!(hashes(&text), expected, "{format}");
    }
    // Fields in another order, blanks, escapes, nulls, numbers in other digits, citations in short.
    let text = format!("{value:#}").replace("3.25", "32.5e-1").replace("é", "\\u00e9");
    assert_eq!(hashes(text.as_bytes()), expected);
    assert_eq!(hashes(reversed(&value).as_bytes()), expected);
    assert_eq!(hashes(normal(&value).to_string().as_bytes()), expected);
    let mut nulls = value.clone();
    nulls["claims"][1]["verdicts"] = json!([]);
    nulls["claims"][1]["weight"] = Value::Null;
    nulls["people"]["p"]["role"] = value["people"]["p"]["role"].clone();
    nulls["$schema"] = json!("./dataset.schema.json");
    assert_eq!(hashes(nulls.to_string().as_bytes()), expected);
}

/// A value with the fields of all objects backwards.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<String> =
                fields.iter().rev().map(|(name, it)| format!("{}:{}", json!(name), reversed(it))).collect();
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(reversed).collect::<Vec<_>>().join(",")),
        scalar => scalar.to_string(),
    }
}

#[test]
fn a_further_claim_changes_no_other() {
    let before = hashes(BUNDLED.as_bytes());
    let mut dataset = bundled();
    let claims = dataset["claims"].as_array_mut().unwrap();
    claims.insert(
        1,
        json!({ "id": "new", "statement": { "text": "N", "speaker": "new", "said_in": ["new"] } }),
    );
    dataset["people"]["new"] = json!({ "name": "New" });
    dataset["sources"]["new"] = json!({ "title": "New" });
    dataset["title"] = json!("Another title");
    let mut after = hashes(dataset.to_string().as_bytes());
    assert_ne!(after.remove(2), before[1]);
    assert_ne!(after[0], before[0], "the whole is another");
    assert_eq!(after[1..], before[1..]);
}

/// A pack with the right checksum over what follows it: FNV-1a, 64 bits, little-endian.
fn with_checksum(mut pack: Vec<u8>) -> Vec<u8> {
    let sum = pack[17..].iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    pack[9..17].copy_from_slice(&sum.to_le_bytes());
    pack
}

#[test]
fn a_changed_record_is_refused() {
    let pack = run(&["pack"]).out;
    let is = |bytes: Vec<u8>| read_checked(&with_checksum(bytes)).map(drop);
    assert_eq!(is(pack.clone()), Ok(()));
    let letter = pack.windows(6).rposition(|it| it == b"Russia").unwrap();
    let mut changed = pack.clone();
    changed[letter] = b'P';
    assert_eq!(is(changed.clone()), Err(PackError::Altered), "a letter of the record");
    assert!(read(&with_checksum(changed.clone())).is_ok(), "the widget shows it and tells");
    let mut hash = pack.clone();
    hash[30] ^= 1;
    assert_eq!(is(hash), Err(PackError::Altered), "a bit of a hash");
    let n_hashes = u32::from_le_bytes(pack[17..21].try_into().unwrap());
    let shorter = [
        &pack[..17],
        &(n_hashes - 32).to_le_bytes(),
        &pack[21..21 + n_hashes as usize - 32],
        &pack[21 + n_hashes as usize..],
    ]
    .concat();
    assert_eq!(is(shorter), Err(PackError::Altered), "a hash less");
    let without = [&pack[..17], &[0; 4], &pack[21 + n_hashes as usize..]].concat();
    assert_eq!(is(without), Ok(()), "without hashes nothing is claimed");
    let path = file(&directory("altered"), "altered.pack", with_checksum(changed));
    for args in
        [&["check", &path][..], &["pack", &path], &["render", &path], &["export", &path, "--to", "json"]]
    {
        assert_eq!(
            run(args).fails(1),
            format!(
                "{path}: is a pack whose record does not match its hashes; get it again from its publisher\n"
            )
        );
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// Whatever the texts are, another program finds the same hashes.
    #[test]
    fn any_texts(texts in prop::collection::vec("[^\\p{C}]{1,20}|\\PC{1,20}|[\"\\\\/\\u{7F}-\\u{A0}\\u{2028}\\u{10FFFF}]{1,4}", 1..8), score in -1_000_000..1_000_000_i32) {
        let mut texts = texts.iter().cycle().map(|it| format!("{it}."));
        let mut dataset = every_field(&mut || texts.next().unwrap(), &mut |_| 0);
        let score = f64::from(score) / 1000.0;
        dataset["claims"][0]["verdicts"][0]["rating"] = json!({ "value": score, "worst": -1e6, "best": 1_000_000 });
        prop_assume!(parse(&dataset.to_string()).is_ok());
        prop_assert_eq!(hashes(dataset.to_string().as_bytes()), expected(&dataset));
    }
}
