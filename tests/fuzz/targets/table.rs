//! Any text as a map, and any as a table or a line of JSON: each record is taken or refused.
#![no_main]

use factcheck::import::{Funnel, Lists, Row, TableMap, guess_map, mapped, own_map};
use factcheck::model::Language;
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value};

fuzz_target!(|data: (&str, &str)| {
    let (map, table) = data;
    let mut funnel = Funnel::new(Language::parse("en").expect("a tag"));
    let lists = Lists::new();
    let mut take = |map: &TableMap, fields: &Map<String, Value>| {
        let row = Row { fields, lists: &lists, guarded: map.guarded };
        let _ = funnel.take(mapped(map, row, String::new()));
    };
    let written = TableMap::parse(map).ok();
    if let Some(map) = &written {
        let text = map.write().expect("a map that was read can be written");
        assert_eq!(TableMap::parse(&text).as_ref(), Ok(map));
    }
    if let Ok(Value::Object(fields)) = serde_json::from_str(table) {
        written.iter().for_each(|map| take(map, &fields));
        let header: Vec<String> = fields.keys().cloned().collect();
        if let Ok((map, _)) = guess_map(&header, &|_| true) {
            take(&map, &fields);
        }
        return;
    }
    let mut lines = table.lines().map(|line| line.split(',').map(String::from).collect::<Vec<String>>());
    let Some(header) = lines.next() else { return };
    let maps = [own_map(&header), guess_map(&header, &|_| true).ok().map(|it| it.0), written];
    for cells in lines.take(8) {
        let fields = header.iter().cloned().zip(cells.into_iter().map(Value::from)).collect();
        maps.iter().flatten().for_each(|map| take(map, &fields));
    }
});
