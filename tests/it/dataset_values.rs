//! Bad values in a dataset file: texts, ids, languages, dates, links, numbers.

use factcheck::dataset::parse;

use crate::support::{check_bad, small, with, with_claim};

#[test]
fn texts() {
    let blank = ["", " ", "\\n\\t ", "\u{A0}\u{2003}"];
    for text in blank {
        let shown: String = text.replace("\\n", "\u{FFFD}").replace("\\t", "\u{FFFD}");
        check_bad(
            &with(&format!(r#"‸"license": "{text}""#)),
            &[&format!("license: `{shown}` is blank; give plain text")],
        );
    }
    for control in ["\\u0000", "\\u001b[31m", "\\r\\n", "\\u007f", "\u{85}", "\\b"] {
        let error = parse(&with(&format!(r#""license": "a{control}b""#))).unwrap_err().to_string();
        assert!(error.ends_with("b` contains a control character; give plain text"), "{error}");
        assert!(!error.contains(char::is_control), "{error}");
    }
    parse(&with(r#""license": "a\n\tb  ""#)).unwrap();
    let long = "é".repeat(50_000);
    parse(&with(&format!(r#""license": "{long}""#))).unwrap();
    let excerpt = "é".repeat(60);
    check_bad(
        &with(&format!(r#"‸"license": "{long}x""#)),
        &[&format!("license: `{excerpt}…` is longer than 100,000 bytes; give plain text")],
    );
}

/// Puts the words into a field and gives the error without its place and help.
fn refused(field: &str, value: &str, help: &str) -> String {
    let value = serde_json::Value::from(value).to_string();
    let errors = parse(&with(&format!(r#""{field}": {value}"#))).unwrap_err();
    let [error] = &errors.0[..] else { panic!("{errors}") };
    assert_eq!(error.help.as_deref(), Some(help));
    assert_eq!(error.path.to_string(), field);
    error.message.clone()
}

#[test]
fn dates() {
    for date in [
        "",
        "15-1-1",
        "2015-02-29",
        "2015-13",
        "2015-00",
        "2015-1",
        "2015-04-31",
        "1900-02-29",
        "2015-01-00",
        "0000",
        "0000-01-01",
        "+2015",
        "-2015",
        "20150101",
        "2015-01-01T00:00:00Z",
        "2015/01/01",
        "1.1.2015",
        "2015-01-01 ",
        " 2015",
        "２０１５",
        "2015-",
        "2015-01-",
        "20-15-01",
        "２0",
        "2015-w1",
        "12015-01-01",
    ] {
        let error = refused("updated", date, "write 2018, 2018-11 or 2018-11-06, a day that exists");
        assert_eq!(error, format!("`{date}` is not a date"));
    }
}

#[test]
fn ids_and_languages() {
    let long = "a".repeat(101);
    let help = "use ASCII letters, digits, `-` and `_`, beginning with a letter or digit";
    for id in ["", "a b", "-a", "_a", "é", "a.b", "a/b", "a#b", "a\"b", "a'", "<a>", "a\u{200B}", "а"] {
        let value =
            small().to_string().replace(r#""id":"d""#, &format!(r#""id":{}"#, serde_json::Value::from(id)));
        let errors = parse(&value).unwrap_err();
        assert_eq!(errors.0.len(), 1);
        assert_eq!(
            (&*errors.0[0].message, errors.0[0].help.as_deref()),
            (&*format!("`{}` is not an id", shown(id)), Some(help))
        );
    }
    check_bad(
        &format!(r#"{{ ‸"id": "{long}", "title": "T", "language": "en" }}"#),
        &[&format!("id: `{}…` is longer than 100 characters; {help}", &long[..60])],
    );
    check_bad(
        &with(r#""people": { ‸"Élan": { "name": "P" } }"#),
        &[&format!("people.Élan: `Élan` is not an id; {help}")],
    );
    parse(&format!(r#"{{ "id": "{}", "title": "T", "language": "en" }}"#, &long[1..])).unwrap();
    let help = "use a BCP 47 tag such as `en` or `pt-BR`";
    for tag in [
        "",
        "e",
        "english",
        "en_US",
        "en-",
        "-en",
        "en--US",
        "e1",
        "en-verylongsubtag",
        "en US",
        "ру",
        &"en-abc".repeat(7),
    ] {
        let text = format!(r#"{{ "id": "d", "title": "T", ‸"language": "{tag}" }}"#);
        check_bad(&text, &[&format!("language: `{tag}` is not a language tag; {help}")]);
    }
    check_bad(
        &with_claim(
            r#""counter_statements": [{ "relation": "denies", "text": "N", "sources": ["s"], "translations": { ‸"en_US": { "text": "Y" } } }]"#,
        ),
        &[&format!(
            "claims[0].counter_statements[0].translations.en_US: `en_US` is not a language tag; {help}"
        )],
    );
}

/// What messages show of a text: nothing that cannot be seen.
fn shown(text: &str) -> String {
    let hidden = |c: char| c.is_control() || "\u{AD}\u{200B}\u{202E}\u{2066}\u{FEFF}".contains(c);
    text.chars().map(|c| if hidden(c) { '\u{FFFD}' } else { c }).collect()
}

#[test]
fn links() {
    let help = "give a whole address that begins with https://";
    for (fault, urls) in [
        (
            "is not an http or https URL",
            &[
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://a",
                "a.example",
                "/a",
                "",
                " https://a",
                "java\tscript:x",
                "http:/a",
                "https:a",
                "blob:https://a",
                "view-source:https://a",
                "ｈttps://a",
                "https",
                "http:\\\\a",
            ][..],
        ),
        ("has no scheme", &["//a.example/x"]),
        (
            "contains a user name",
            &["https://u:p@a.example", "https://a.example@evil.example/", "http://@a", "https://a@b?c"],
        ),
        (
            "has no host",
            &[
                "https://",
                "http:///a",
                "https://?a",
                "https://#",
                "https://.a",
                "https://:80",
                "https://-a",
                "https://%61",
            ],
        ),
        (
            "contains a blank, a backslash or an invisible character",
            &[
                "https://a\\b",
                "https://a/ b",
                "https://a/b\n",
                "https://a\t/",
                "https://a\u{200B}b",
                "https://a/\u{202E}gpj.exe",
                "https://a/\u{FEFF}",
                "https://a/\u{A0}",
                "https://a/\u{AD}",
                "https://a/\0",
                "https://a\u{2066}",
                "https://a/\u{3000}",
                "https://\\\\a",
            ],
        ),
    ] {
        for url in urls {
            assert_eq!(refused("methodology", url, help), format!("`{}` {fault}", shown(url)));
        }
    }
    let long = format!("https://a/{}", "x".repeat(7_990));
    parse(&with(&format!(r#""methodology": "{long}""#))).unwrap();
    assert!(refused("methodology", &(long + "x"), help).ends_with("is longer than 8,000 bytes"));

    let help = "give an address that begins with https:// or mailto:";
    for (contact, fault) in [
        ("mailto:", "is not a mailto address"),
        ("mailto:desk", "is not a mailto address"),
        ("mailto:a b@c", "is not a mailto address"),
        ("mailto:a@b\"", "is not a mailto address"),
        ("mailto:\u{202E}@c", "is not a mailto address"),
        ("mailto:<a@b>", "is not a mailto address"),
        ("desk@example.org", "is not an http or https URL"),
        ("MAILTO:a@b", "is not an http or https URL"),
        ("javascript:alert(1)//@", "is not an http or https URL"),
        ("tel:+1", "is not an http or https URL"),
    ] {
        assert_eq!(refused("corrections", contact, help), format!("`{}` {fault}", shown(contact)));
    }
    for contact in ["mailto:desk@example.org?subject=Error%20found", "https://example.org/report", "HTTP://a"]
    {
        parse(&with(&format!(r#""corrections": "{contact}""#))).unwrap();
    }
}

#[test]
fn scores() {
    let rated = |number: &str| {
        let rating = format!(r#""rating": {{ ‸"value": {number}, "worst": -1000000, "best": 1000000 }}"#);
        with_claim(&format!(r#""verdicts": [{{ "label": "L", {rating} }}]"#))
    };
    for number in [
        "0.0001",
        "1.2345",
        "1000000.001",
        "1000001",
        "-1000001",
        "1e7",
        "1e400",
        "-1e400",
        "2147483.648",
        "-2147483.648",
        "1e-4",
    ] {
        let error = "claims[0].verdicts[0].rating.value: is too large or too fine; at most three decimals, below a million";
        check_bad(&rated(number), &[error]);
    }
    for number in [
        "0",
        "-0",
        "1e-3",
        "0.125",
        "1000000",
        "-1000000",
        "1.0E+2",
        "3.250",
        "999999.999",
        "0.001e3",
        "1250e-1",
        "1e-400",
    ] {
        parse(&rated(number).replace('‸', "")).unwrap_or_else(|it| panic!("{number}: {it}"));
    }
}
