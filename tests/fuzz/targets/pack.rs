//! Any bytes as the body of a pack under the right checksum: refused or shown.
#![no_main]

use factcheck::dataset::pack::{read, read_checked};
use factcheck::view::{self, Options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let sum = data.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let pack = [b"factpack\x02".as_slice(), &sum.to_le_bytes(), data].concat();
    let _ = read_checked(&pack);
    if let Ok(dataset) = read(&pack) {
        view::list(&dataset, &Options::default()).to_html();
    }
});
