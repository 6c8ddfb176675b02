//! `factcheck import` of tables and lists of records: what is read, what is told, how the numbers add up.

use std::fs;
use std::io::Write;

use serde_json::{Value, json};

use crate::cli::{directory, file, run, run_with};

/// An import of a file with this name and text: the dataset and what was told.
pub struct Imported {
    pub dataset: Value,
    pub summary: Value,
}

impl Imported {
    pub fn notes(&self) -> Vec<&str> {
        self.summary["notes"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
    }

    #[track_caller]
    pub fn has_note(&self, part: &str) {
        assert!(self.notes().iter().any(|it| it.contains(part)), "{part}: {:#?}", self.notes());
    }
}

#[track_caller]
pub fn import(test: &str, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> Imported {
    let directory = directory(&format!("tables_{test}"));
    let path = file(&directory, name, bytes);
    let out = directory.join("out.json");
    let report = directory.join("report.jsonl");
    let mut args = vec!["import", &path, "--json", "--out", out.to_str().unwrap()];
    args.extend(["--report", report.to_str().unwrap()]);
    args.extend(more);
    let ran = run(&args);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", String::from_utf8_lossy(&ran.out));
    let mut summary: Value = serde_json::from_slice(&ran.out).unwrap();
    let number = |it: &str| summary[it].as_u64().unwrap();
    assert_eq!(number("records"), number("imported") + number("refused"));
    let dataset: Value = serde_json::from_str(&fs::read_to_string(&out).unwrap()).unwrap();
    assert_eq!(dataset["claims"].as_array().unwrap().len() as u64, number("claims"));
    // What is written is a dataset: whatever the checker says of it, it is not invalid.
    let checked = run(&["check", out.to_str().unwrap(), "--json"]);
    let checked: Value = serde_json::from_slice(&checked.out).unwrap();
    assert!(
        checked["diagnostics"].as_array().unwrap().iter().all(|it| it["level"] != "error"),
        "{checked:#}"
    );
    summary["report"] = fs::read_to_string(report).unwrap().into();
    Imported { dataset, summary }
}

pub const TABLE: &str = "date,claim,explanation,url,speaker\n\
    2021-05-02,The bridge is closed.,\"Only to lorries, the council says.\",https://council.example/notice,The mayor\n\
    2021-05-03,The bridge is new.,It was built in 1932.,https://archive.example/1932,The mayor\n";

#[test]
fn encodings_and_separators_are_guessed_and_told() {
    let text = "дата;утверждение;claim\n01.02.2021;x;Мост закрыт, говорит мэр.\n13.02.2021;y;Мост новый, говорит он же.\n";
    let (windows, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let it = import("windows", "bridge.csv", &windows, &[]);
    it.has_note("is taken to be encoded in windows-1251");
    it.has_note("the cells are taken to be separated by `;`");
    it.has_note("not carried: дата, утверждение");
    assert_eq!(it.dataset["claims"][0]["statement"]["text"], "Мост закрыт, говорит мэр.");
    let utf16: Vec<u8> = "\u{FEFF}claim\tdate\nThe bridge is closed.\t2021\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let it = import("utf16", "bridge.tsv", utf16, &[]);
    assert_eq!(
        it.dataset["claims"][0]["statement"],
        json!({ "text": "The bridge is closed.", "date": "2021" })
    );
    let it = import("bom", "bridge.csv", format!("\u{FEFF}{TABLE}"), &[]);
    assert_eq!(it.dataset["claims"].as_array().unwrap().len(), 2);
    let it = import("pipe", "bridge.csv", "claim|date\nA, b.|2021\nC, d.|2022\n", &[]);
    assert_eq!(it.dataset["claims"][1]["statement"]["text"], "C, d.");
    // Bytes that are no text in the encoding: kept as far as possible, and told.
    let lost = [b"claim,date\n".as_slice(), &b"x".repeat(300_000), b",2021\n\xFF\xFEy,2022\n"].concat();
    let it = import("lost", "bridge.csv", lost, &[]);
    assert!(it.summary["report"].as_str().unwrap().contains("characters of `claim` could not be read"));
}

#[test]
fn dates_of_numbers_are_read_in_the_order_that_fits() {
    let it = import("day_first", "d.csv", "claim,date\nA b.,03/04/2021\nC d.,25/04/2021\n", &[]);
    it.has_note("dates are read day-first, since 1 of them make sense only so");
    assert_eq!(it.dataset["claims"][0]["statement"]["date"], "2021-04-03");
    let it = import("month_first", "d.csv", "claim,date\nA b.,03/04/2021\nC d.,04/25/2021\n", &[]);
    assert_eq!(it.dataset["claims"][0]["statement"]["date"], "2021-03-04");
    // Nothing says the order: the date is left out, and that is told.
    let it = import("no_order", "d.csv", "claim,date\nA b.,03/04/2021\n", &[]);
    assert_eq!(it.dataset["claims"][0]["statement"], json!({ "text": "A b." }));
    assert!(
        it.summary["report"]
            .as_str()
            .unwrap()
            .contains("`03/04/2021` is 2021-04-03 or 2021-03-04; say the order")
    );
}

#[test]
fn rows_that_do_not_fit_are_told_and_not_lost() {
    let text = "claim,date\n,2021\nShort.\nToo long.,2021,more,cells\n\n\"Over\ntwo lines.\",2022\n<script>alert(1)</script>,2021\n";
    let it = import("rows", "rows.csv", text, &[]);
    assert_eq!(it.summary["records"], 5);
    assert_eq!(it.summary["refused"], 2);
    insta::assert_snapshot!(it.summary["report"].as_str().unwrap(), @r#"
    {"level":"refused","message":"the statement is empty","place":"line 2"}
    {"level":"warning","message":"1 cells, and the header has 2","place":"line 3"}
    {"level":"warning","message":"4 cells, and the header has 2","place":"line 4"}
    {"level":"refused","message":"the statement is empty","place":"line 8"}
    "#);
    assert_eq!(it.dataset["claims"][2]["statement"]["text"], "Over\ntwo lines.");
}

#[test]
fn html_becomes_text_and_its_links_become_sources() {
    let html = r#"<p>Not&nbsp;so: the <a href="https://council.example/a">council&rsquo;s own long notice</a> says,
        and <a href="https://web.archive.org/web/20140304071459/http://gazette.example/b?c=1">this</a>.</p>
        <ul><li>one</li><li>two <a href="https://council.example/a">again</a></li></ul>
        <iframe src="//tube.example/v"></iframe><img src="p.png"><a href="javascript:alert(1)">no</a>"#;
    let record = json!({ "claim": "The bridge is closed &amp; gone.", "rebuttal": html });
    let it = import("html", "h.jsonl", format!("{record}\n"), &[]);
    let claim = &it.dataset["claims"][0];
    assert_eq!(claim["statement"]["text"], "The bridge is closed & gone.");
    assert_eq!(
        claim["counter_statements"][0]["text"],
        "Not so: the council’s own long notice says, and this.\n\none\ntwo again\n\nno"
    );
    let sources = it.dataset["sources"].as_object().unwrap();
    let of =
        |url: &str| sources.values().find(|it| it["url"] == url).unwrap_or_else(|| panic!("{sources:#?}"));
    assert_eq!(of("https://council.example/a")["title"], "council’s own long notice");
    assert_eq!(
        of("http://gazette.example/b?c=1")["archive"],
        json!({ "url": "https://web.archive.org/web/20140304071459/http://gazette.example/b?c=1", "date": "2014-03-04" })
    );
    of("https://tube.example/v");
    assert_eq!(it.summary["citations"], json!({ "cited": 3, "repeated": 1, "refused": 0 }));
    let report = it.summary["report"].as_str().unwrap();
    assert!(
        report.contains("not carried: picture p.png") && report.contains("not carried: link to javascript:"),
        "{report}"
    );
}

/// A frame without its end, or with a broken one, swallows nothing.
#[test]
fn broken_frames_lose_nothing() {
    let html = "<div><IFRAME src='//tube.example/1'></iframe</div><p>One <a href='https://a.example/'>link</a>.</p>\
        <iframe src='https://tube.example/2'><p>Two <a href='https://www.google.com/url?q=https://b.example/x&amp;sa=D'>b</a>";
    let record = json!({ "claim": "The bridge is closed.", "rebuttal": html });
    let it = import("frames", "f.jsonl", record.to_string(), &[]);
    assert_eq!(it.dataset["claims"][0]["counter_statements"][0]["text"], "One link.\n\nTwo b");
    let sources = it.dataset["sources"].as_object().unwrap();
    let urls: Vec<&Value> = sources.values().map(|it| &it["url"]).collect();
    assert_eq!(
        urls,
        ["https://a.example/", "https://b.example/x", "https://tube.example/1", "https://tube.example/2"]
    );
    assert!(
        it.summary["report"]
            .as_str()
            .unwrap()
            .contains("by way of a search engine, now `https://b.example/x`")
    );
}

#[test]
fn lists_and_lines_of_json_are_read() {
    let lines = "{\"claim\": \"A b c.\"}\n\nnot json\n[1]\n{\"claim\": \"D e f.\", \"mood\": 1}\n";
    let it = import("jsonl", "l.jsonl", lines, &[]);
    assert_eq!((&it.summary["imported"], &it.summary["refused"]), (&json!(2), &json!(2)));
    it.has_note("not carried: mood");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(lines.as_bytes()).unwrap();
    let it = import("gzip", "l.jsonl.gz", packed.finish().unwrap(), &[]);
    assert_eq!(it.summary["imported"], 2);
    let it = import("list", "l.json", r#"[{"statement": "A b c."}, {"statement": "D e f."}]"#, &[]);
    assert_eq!(it.summary["imported"], 2);
    let it = import("inner", "l.json", r#"{"n": 1, "items": [{"statement": "A b c."}]}"#, &[]);
    assert_eq!(it.summary["imported"], 1);
    let ran = run_with(&["import", "-", "--from", "jsonl"], lines.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn claims_with_the_same_answer_lead_to_one_another() {
    let answer = "The council has closed it to lorries alone; cars and carts may pass at any hour.";
    let text = format!("claim,explanation\nA b c.,{answer}\nD e f.,No.\nG h i.,{answer}\nJ k l.,No.\n");
    let it = import("related", "r.csv", text, &[]);
    let related: Vec<&Value> =
        it.dataset["claims"].as_array().unwrap().iter().map(|it| &it["related"]).collect();
    assert_eq!(related, [&Value::Null, &Value::Null, &json!(["a-b-c"]), &Value::Null]);
}

/// Memory follows the largest record: what is read here has many times the size of what is allowed.
#[test]
fn a_table_larger_than_memory_is_read() {
    let directory = directory("tables_memory");
    let mut text = String::from("claim,note\n");
    let note = "x".repeat(200_000);
    for i in 0..600 {
        text += &format!("Bridge number {i} is closed.,{note}\n");
    }
    let path = file(&directory, "large.csv", &text);
    assert!(text.len() > 120_000_000);
    drop(text);
    let out = directory.join("out.json");
    let ran = std::process::Command::new("sh")
        .args(["-c", "ulimit -v 80000 && exec \"$0\" import \"$1\" --out \"$2\" --json"])
        .args([env!("CARGO_BIN_EXE_factcheck"), &path, out.to_str().unwrap()])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{told}");
    let summary: Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(summary["imported"], 600);
}
