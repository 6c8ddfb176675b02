//! How the command is used: exit codes, help, completions, colors, and output for machines.

use std::fs;

use serde_json::{Value, json};

use crate::cli::{Ran, command, directory, faultless, feed, file, run, run_in, run_with};

/// Every command there is, as the help lists them.
fn commands() -> Vec<String> {
    let help = run(&["--help"]).text();
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    // What a long line goes on with is moved further to the right.
    let names = list.lines().filter(|it| it.starts_with("  ") && !it.starts_with("   "));
    let names: Vec<String> = names.filter_map(|it| it.split_whitespace().next().map(String::from)).collect();
    assert!(names.len() >= 8, "{names:?}");
    names.into_iter().filter(|it| it != "help").collect()
}

#[test]
fn every_command_has_examples() {
    for name in commands() {
        let help = run(&[&name, "--help"]).text();
        let examples = help.split("\nExamples:\n").nth(1).unwrap_or_else(|| panic!("{name}: {help}"));
        let call = format!("  factcheck {name} ");
        assert!(
            examples.lines().filter(|it| !it.is_empty()).all(|it| it.starts_with(&call)),
            "{name}: {examples}"
        );
        assert!(help.contains(&format!("\nUsage: factcheck {name} ")), "{name}");
        assert_eq!(run(&["help", &name]).text(), help);
    }
    let help = run(&["--help"]).text();
    assert!(help.contains("\nExamples:\n") && help.contains("\nExit codes: "), "{help}");
}

#[test]
fn completions_know_every_command() {
    for (shell, sign) in [
        ("bash", "complete -F _factcheck"),
        ("zsh", "#compdef factcheck"),
        ("fish", "complete -c factcheck"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "set edit:completion:arg-completer[factcheck]"),
    ] {
        let script = run(&["completions", shell]).text();
        assert!(script.contains(sign), "{shell}: {}", &script[..200]);
        for name in commands() {
            assert!(script.contains(&name), "{shell}: {name}");
        }
        assert!(script.contains("--explain") || script.contains("explain"), "{shell}");
    }
    assert_eq!(run(&["completions", "tcsh"]).code, 2);
}

/// For each command: a use that goes well, one with something wrong in the data, and a wrong use.
#[test]
fn exit_codes() {
    let dir = directory("exit_codes");
    file(&dir, "good.json", faultless().to_string());
    file(&dir, "bad.json", "{}");
    file(&dir, "review.json", r#"{ "@type": "ClaimReview", "claimReviewed": "It is closed." }"#);
    fs::create_dir(dir.join("saved")).unwrap();
    file(&dir.join("saved"), "s.txt", "It is closed.");
    let table: &[(&str, i32)] = &[
        ("init new.yaml", 0),
        ("init new.yaml", 1),
        ("init new.txt", 2),
        ("init", 2),
        ("check good.json", 0),
        ("check good.json --strict --hashes", 0),
        ("check bad.json", 1),
        ("check missing.json", 1),
        ("check good.json --today yesterday", 2),
        ("check --explain one-sided", 0),
        ("check --explain no-such-rule", 2),
        ("check --rules", 0),
        ("check good.json --rules", 2),
        ("render good.json", 0),
        ("render good.json --claim c", 0),
        ("render good.json --claim x", 1),
        ("render bad.json", 1),
        ("render good.json --heading-level 9", 2),
        ("export good.json --to json", 0),
        ("export bad.json --to json", 1),
        ("export good.json", 2),
        ("export good.json --to word", 2),
        ("import review.json --out imported.json", 0),
        ("import review.json --out imported.json", 1),
        ("import missing.json", 1),
        ("import", 2),
        ("import review.json --language klingonisch", 2),
        ("verify good.json --snapshots saved", 0),
        ("verify bad.json --snapshots saved", 1),
        ("verify good.json", 2),
        ("search good.json closed", 0),
        ("search good.json", 0),
        ("search good.json closed --trec", 1),
        ("search bad.json closed", 1),
        ("search good.json closed --limit few", 2),
        ("search -", 2),
        ("search", 2),
        ("lookup good.json closed", 0),
        ("lookup missing.json closed", 1),
        ("lookup", 2),
        ("pack good.json --out good.pack", 0),
        ("pack good.json --out good.pack", 1),
        ("pack good.json --out good.pack --force", 0),
        ("pack bad.json", 1),
        ("pack good.json --force", 2),
        ("schema", 0),
        ("schema --out good.pack", 1),
        ("schema extra", 2),
        ("completions bash", 0),
        ("completions", 2),
        ("--version", 0),
        ("--help", 0),
        ("", 2),
        ("chek good.json", 2),
    ];
    let mut seen: Vec<&str> = Vec::new();
    for (line, code) in table {
        let args: Vec<&str> = line.split_whitespace().collect();
        let ran = run_in(&dir, &args);
        assert_eq!(ran.code, *code, "{line}: {}", ran.err);
        assert!(*code == 0 || !ran.err.is_empty(), "{line}: nothing is told");
        seen.extend(args.first());
    }
    for name in commands() {
        assert!(seen.contains(&name.as_str()), "{name} is not in the table");
    }
}

#[test]
fn a_mistyped_rule_is_named() {
    let ran = run(&["check", "--explain", "onesided"]);
    assert!(ran.err.contains("a similar value exists: 'one-sided'"), "{}", ran.err);
    let page = run(&["check", "--explain", "one-sided"]).text();
    assert!(page.starts_with("# one-sided\n") && page.contains("\nBad:\n") && page.contains("\nGood:\n"));
    let rules = run(&["check", "--rules"]).text();
    assert_eq!(rules.lines().count(), factcheck::lint::names().count());
}

fn bad_check(variables: &[(&str, &str)]) -> Ran {
    let mut check = command(&["check", "-"]);
    check.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
    check.envs(variables.iter().copied());
    feed(&mut check, b"{}")
}

#[test]
fn colors_are_for_terminals() {
    let plain = bad_check(&[]);
    assert!(plain.err.starts_with("error: ") && !plain.err.contains('\u{1B}'), "{}", plain.err);
    let forced = bad_check(&[("CLICOLOR_FORCE", "1")]).err;
    assert!(forced.contains("\u{1B}["), "{forced}");
    for variables in
        [&[("NO_COLOR", "1")][..], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], &[("CLICOLOR", "0")]]
    {
        assert_eq!(bad_check(variables).err, plain.err, "{variables:?}");
    }
    for args in [&["--help"][..], &["check", "--help"], &["chek"], &["render"], &["check", "--explain", "x"]]
    {
        let ran = run(args);
        assert!(!ran.err.contains('\u{1B}') && !ran.out.contains(&0x1B), "{args:?}");
    }
}

/// A name or a text that would move the cursor or color the terminal is shown harmlessly.
#[test]
fn data_cannot_disturb_the_terminal() {
    let evil = "\u{1B}[31mred\u{1B}]0;title\u{7}\u{202E}";
    let dataset = json!({ "id": "d", "title": "T", "language": evil, evil: 1, "people": { evil: {} } });
    let review = json!({ "@type": "ClaimReview", "claimReviewed": "X", evil: evil, "datePublished": evil,
        "reviewRating": { "ratingValue": evil, "ratingExplanation": evil }, "author": { "url": evil } });
    for (args, input) in [(&["check", "-"][..], dataset), (&["import", "-"], review)] {
        let ran = run_with(args, input.to_string().as_bytes());
        assert!(!ran.err.is_empty());
        let bad: Vec<char> = ran.err.chars().filter(|it| it.is_control() && *it != '\n').collect();
        assert!(bad.is_empty() && !ran.err.contains('\u{202E}'), "{bad:?} {}", ran.err);
    }
}

fn json_of(ran: &Ran) -> Value {
    let text = String::from_utf8(ran.out.clone()).unwrap();
    assert!(ran.err.is_empty(), "{}", ran.err);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn fields(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn check_for_machines() {
    let dir = directory("check_json");
    file(&dir, "good.json", faultless().to_string());
    let mut dataset = faultless();
    dataset["claims"][0]["statement"]["said_in"] = Value::Null;
    file(&dir, "warned.json", format!("{dataset:#}"));
    file(
        &dir,
        "bad.yaml",
        "id: d\ntitle: T\nlanguage: en\nclaims:\n- id: c\n  statement: { text: X, speaker: p }\n",
    );
    file(&dir, "cut.json", "{");
    file(&dir, "latin.json", b"{\n\"\xE9");
    let check = |name: &str| {
        let ran = run_in(&dir, &["check", name, "--json", "--today", "2026-11-22"]);
        (ran.code, json_of(&ran))
    };
    let (code, good) = check("good.json");
    assert_eq!((code, fields(&good)), (0, vec!["claims", "diagnostics", "file", "hash", "id", "ok"]));
    assert_eq!((&good["ok"], &good["file"], &good["id"]), (&json!(true), &json!("good.json"), &json!("d")));
    assert_eq!(good["diagnostics"], json!([]));
    assert_eq!((good["claims"].as_array().unwrap().len(), &good["claims"][0]["id"]), (1, &json!("c")));
    assert!(good["claims"][0]["hash"].as_str().unwrap().starts_with("sha256:"));

    let (code, warned) = check("warned.json");
    assert_eq!((code, &warned["ok"]), (1, &json!(false)));
    let expected = json!({ "level": "warning", "rule": "missing-source", "path": "claims[0].statement",
        "message": "no source for the statement", "file": "warned.json", "line": 14, "column": 7,
        "help": "say where it was said, in `said_in`; a paraphrase needs it no less" });
    assert_eq!(warned["diagnostics"], json!([expected]));

    let (code, bad) = check("bad.yaml");
    assert_eq!((code, fields(&bad)), (1, vec!["diagnostics", "file", "ok"]));
    assert_eq!(
        bad["diagnostics"],
        json!([{ "level": "error", "rule": "unknown-person", "path": "claims[0].statement.speaker",
            "message": "no person has the id `p`", "help": "add it to `people`", "file": "bad.yaml", "line": 6, "column": 25 }])
    );
    let place = |it: &Value| (it["diagnostics"][0]["line"].clone(), it["diagnostics"][0]["column"].clone());
    assert_eq!(place(&check("cut.json").1), (json!(1), json!(2)));
    assert_eq!(place(&check("latin.json").1), (json!(2), json!(2)));

    let (code, missing) = check("missing.json");
    assert_eq!((code, fields(&missing)), (1, vec!["message", "ok"]));
    assert!(missing["message"].as_str().unwrap().starts_with("missing.json: cannot be read: "));
}

#[test]
fn import_for_machines() {
    let dir = directory("import_json");
    file(
        &dir,
        "review.json",
        r#"[{ "@type": "ClaimReview", "claimReviewed": "It is closed." }, { "@type": "ClaimReview" }]"#,
    );
    let ran = run_in(&dir, &["import", "review.json", "--json", "--out", "out.json"]);
    let told = json_of(&ran);
    assert_eq!(
        (ran.code, &told["records"], &told["imported"], &told["refused"]),
        (0, &json!(2), &json!(1), &json!(1))
    );
    let ran = run_in(&dir, &["import", "review.json", "--json", "--out", "out.json"]);
    assert_eq!((ran.code, &json_of(&ran)["ok"]), (1, &json!(false)));
}
