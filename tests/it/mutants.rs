//! Broken copies of texts: the same in every run, so that what one of them breaks can be mended.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};

use crate::support::shared;

/// So many times more, and others, if the environment asks for it.
fn times(n: usize) -> (usize, u64) {
    let more = std::env::var("MUTANTS").ok().and_then(|it| it.parse::<u64>().ok());
    more.map_or((n, 2026), |it| (n * it as usize, 2026 + it))
}

/// Numbers that seem random and are the same in every run (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.roll() % n.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Strings that have broken something before; our own where the collection is not there.
fn naughty() -> Vec<String> {
    let own = "null NaN 1e999 -0 <script> </script> ]]> '\" {{ %s ../.. http:// https://[::1]/ //a mailto: -1 5/5 \
        javascript:alert(1) 0000-00-00 9999-12-31 😀\u{200D}😀 e\u{301} \u{FFFF} \u{0} \u{FEFF} \u{202E} @id @graph \
        __proto__ a\r\nb";
    let mut all: Vec<String> = own.split(' ').chain(["", " "]).map(String::from).collect();
    if let Some(list) = shared("naughty", "data/blns/blns.json") {
        all.extend(serde_json::from_str::<Vec<String>>(&list).unwrap());
    }
    all.push("x".repeat(200_000));
    all
}

pub fn cut(text: &str, len: usize) -> &str {
    &text[..text.floor_char_boundary(len)]
}

/// A broken copy of a text; another one may lend its end.
fn mutant(seed: &str, other: &str, naughty: &[String], dice: &mut Dice) -> String {
    if let Ok(mut root) = serde_json::from_str::<Value>(seed)
        && dice.below(2) == 0
    {
        for _ in 0..=dice.below(3) {
            break_value(&mut root, naughty, dice);
        }
        return root.to_string();
    }
    let mut bytes = seed.as_bytes().to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(60)).min(bytes.len());
        match dice.below(7) {
            0 => bytes.iter_mut().skip(at).take(8).for_each(|it| *it ^= 1 << dice.below(8)),
            1 => bytes.truncate(at),
            2 => _ = bytes.splice(at.., other.bytes().skip(dice.below(other.len()))),
            3 => _ = bytes.splice(at..end, []),
            4 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            5 => _ = bytes.splice(at..end, dice.pick(naughty).bytes()),
            _ => {
                let nest =
                    dice.pick(&["[", "{\"a\":", "<div>", "<div itemscope itemprop=p>", "(", "&", "\"", "- "]);
                bytes.splice(at..at, nest.repeat(dice.below(300)).into_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Changes one value somewhere in a document.
fn break_value(value: &mut Value, naughty: &[String], dice: &mut Dice) {
    let goes_in = dice.below(4) > 0;
    match value {
        Value::Object(fields) if goes_in && !fields.is_empty() => {
            let n = dice.below(fields.len());
            if let Some((_, inner)) = fields.iter_mut().nth(n) {
                return break_value(inner, naughty, dice);
            }
        }
        Value::Array(list) if goes_in && !list.is_empty() => {
            let n = dice.below(list.len());
            return break_value(&mut list[n], naughty, dice);
        }
        _ => {}
    }
    *value = match (dice.below(9), value.take()) {
        (0, _) => Value::Null,
        (1, _) => json!(dice.pick(naughty)),
        (2, _) => json!(*dice.pick(&[-1.0, 0.0, 1e300, -1e-300, 5.0])),
        (3, it) => json!([it, it]),
        (4, it) => json!({ dice.pick(naughty).as_str(): it }),
        (5, it) => (0..dice.below(100)).fold(it, |it, _| json!([it])),
        (6, Value::Object(mut fields)) => {
            let name = fields.keys().nth(dice.below(fields.len())).cloned().unwrap_or_default();
            let lost = fields.remove(&name).unwrap_or_default();
            fields.insert(
                dice.pick(&["@type", "author", "claims", "items", "text", "@id", "target"]).to_string(),
                lost,
            );
            Value::Object(fields)
        }
        (7, Value::Array(mut list)) => {
            list.reverse();
            list.pop();
            Value::Array(list)
        }
        (_, it) => json!({ "@type": ["ClaimReview", "Annotation"], "@graph": it }),
    };
}

/// Runs something with every mutant, and shows the one that was too much for it.
pub fn survive(n: usize, seeds: &[String], mut run: impl FnMut(&str)) {
    let (n, start) = times(n);
    let (mut dice, naughty) = (Dice(start), naughty());
    for i in 0..n {
        // Every other one is of the first few, our own.
        let n_seeds = if i % 2 == 0 { seeds.len().min(6) } else { seeds.len() };
        let (seed, other) = (&seeds[i / 2 % n_seeds], &seeds[dice.below(seeds.len())]);
        let mutant = mutant(seed, other, &naughty, &mut dice);
        let end = catch_unwind(AssertUnwindSafe(|| run(&mutant)));
        assert!(end.is_ok(), "mutant {i}: {}", cut(&mutant, 2_000));
    }
}
