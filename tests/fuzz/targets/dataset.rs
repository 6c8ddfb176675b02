//! Any text as a dataset file in each format: read, checked, and written back without a change.
#![no_main]

use factcheck::authoring::{Format, parse, write};
use factcheck::record::Value;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let format = [Format::Json, Format::Yaml, Format::Toml][usize::from(first % 3)];
    let Ok(root) = parse(text, format) else { return };
    assert!(root.end as usize <= text.len());
    let _ = factcheck::dataset::value_to_pack(&root);
    // What JSON cannot say (infinity) is the one thing that does not come back.
    if let (Value::Object(_), Ok(json)) = (&root.value, write(&root.value, Format::Json)) {
        parse(&json, Format::Json).expect("what was written is read");
    }
});
