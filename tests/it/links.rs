//! Links, held against the `url` crate: what is taken is a web address that leads where it says.

use factcheck::{Contact, WebUrl};
use proptest::prelude::*;
use url::Url;

use crate::support::cases;

/// What is taken must be a link that the WHATWG URL Standard reads as we do.
fn check_link(text: &str) -> Result<(), String> {
    let Ok(link) = WebUrl::parse(text) else { return Ok(()) };
    if link.as_str() != text {
        return Err(format!("{text:?} is changed"));
    }
    // Whether Punycode decodes takes the tables of IDNA, which are larger than the widget.
    if link.host().split('.').any(|label| label.to_ascii_lowercase().starts_with("xn--")) {
        return Ok(());
    }
    let url = Url::parse(text).map_err(|error| format!("{text:?} is no URL: {error}"))?;
    if !["http", "https"].contains(&url.scheme()) {
        return Err(format!("{text:?} is {}", url.scheme()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(format!("{text:?} has credentials"));
    }
    // Shown: the host as it is written, which differs in case alone.
    let host = url.host_str().unwrap_or_default();
    let shown = link.host().to_ascii_lowercase();
    match !shown.is_empty() && host == shown {
        true => Ok(()),
        false => Err(format!("{text:?} leads to {host}, shown is {shown:?}")),
    }
}

#[test]
fn ordinary_links_are_taken_and_lead_where_they_say() {
    for (text, host) in [
        ("https://example.org", "example.org"),
        ("HTTP://Example.org/", "Example.org"),
        ("https://www.example.org:8080/a?b=c#d", "www.example.org"),
        ("https://example.org?a@b", "example.org"),
        ("https://example.org/@user", "example.org"),
        ("https://127.0.0.1:80/", "127.0.0.1"),
        ("https://xn--e1afmkfd.xn--p1ai/", "xn--e1afmkfd.xn--p1ai"),
        ("https://example.org/a//b/../c", "example.org"),
        ("https://example.org/ä?ö#ü", "example.org"),
        ("https://web.archive.org/web/2015/http://a.example/", "web.archive.org"),
        ("http://a.example/#:~:text=x", "a.example"),
        ("https://a.example/%20%2F", "a.example"),
        ("https://a.example./", "a.example."),
    ] {
        assert_eq!(WebUrl::parse(text).unwrap().host(), host);
        check_link(text).unwrap();
    }
}

#[test]
fn hostile_links_are_refused() {
    for text in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:x",
        "\u{1}javascript:x",
        " javascript:x",
        "javascript://https://a/%0Aalert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example",
        "https:\\\\evil.example",
        "https:/evil.example",
        "https:evil.example",
        "https:///evil.example",
        "https://user@evil.example",
        "https://user:pass@evil.example",
        "https://good.example@evil.example",
        "https://good.example\\@evil.example",
        "https://good.example\\.evil.example",
        "https://ex\tample.org",
        "ht\ntps://a",
        "https://a\u{202E}b.example",
        "https://a.example/\u{2066}x\u{2069}",
        "https://a\u{200D}b.example",
        "https://\u{FEFF}a.example",
        "https://a.example/\u{0}",
        "https://a b.example",
        "https://",
        "http://?",
        "https://:443",
        "blob:https://a/b",
        "about:blank",
        "https://a\u{3000}b",
        "https://\u{AD}a",
        "feed:https://a",
        "javascript:/*https://a*/x",
        "&#106;avascript:x",
        "https&colon;//a",
    ] {
        assert!(WebUrl::parse(text).is_err(), "{text:?}");
        assert!(Contact::parse(text).is_err(), "{text:?}");
    }
}

/// Hosts that the URL Standard refuses or reads as another host.
#[test]
fn ascii_hosts_are_what_they_seem() {
    let wrong: Vec<String> = [
        "https://[::1]/",
        "https://[2001:db8::1]:8080/",
        "https://[::1",
        "https://[a]/",
        "https://a[b]/",
        "https://a:99999/",
        "https://a:b/",
        "https://a:80:80/",
        "https://ex%61mple.org/",
        "https://a%00b/",
        "https://a%2Fb/",
        "https://a%40b.example/",
        "https://a<b/",
        "https://a>b/",
        "https://a^b/",
        "https://a|b/",
        "https://0x7f.1/",
        "https://1.2.3/",
        "https://2130706433/",
        "https://256.1.1.1/",
        "https://1.2.3.4.5/",
        "https://0177.0.0.1/",
        "https://xn--a/",
        "https://www./",
        "https://a..b/",
    ]
    .iter()
    .filter_map(|it| check_link(it).err())
    .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The same beyond ASCII: characters that stand for a dot, a slash or nothing.
#[test]
fn international_hosts_are_what_they_seem() {
    let wrong: Vec<String> = [
        "https://good.example／.evil.example/",
        "https://good.example？x.evil.example/",
        "https://℀.example/",
        "https://good.example＠evil.example/",
        "https://good.example。evil.example/",
        "https://ｇood.example/",
        "https://１.2.3.4/",
        "https://ß.example/",
        "https://a\u{61C}b/",
        "https://a\u{34F}b/",
        "https://a\u{FE0F}b/",
        "https://a\u{3164}b/",
        "https://a\u{115F}b/",
        "https://a\u{180E}b/",
        "https://a\u{E0020}b/",
    ]
    .iter()
    .filter_map(|it| check_link(it).err())
    .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_host_of_another_script_is_asked_for_in_punycode() {
    let refused = WebUrl::parse("https://пример.рф/a").unwrap_err();
    assert!(refused.contains("Punycode"), "{refused}");
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn links_of_ordinary_hosts(text in "(?i:https?)://(www\\.)?[a-z][a-z0-9]{0,8}(\\.[a-z]{2,5}){1,2}(:[1-9][0-9]{0,3})?([/?#][\\PC&&[^ ]]{0,20})?") {
        check_link(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_text_is_no_other_scheme(text in prop_oneof![any::<String>(), "(http|https|javascript|data|)[:/\\\\\t\n ]{0,4}[a-z@:./\\\\?#\\[\\]%]{0,12}"]) {
        if WebUrl::parse(&text).is_ok() && let Ok(url) = Url::parse(&text) {
            prop_assert!(["http", "https"].contains(&url.scheme()) && url.username().is_empty() && url.password().is_none());
        }
    }

    /// Any ASCII host at all: here the allow-list is compared with the standard.
    #[test]
    fn links_of_any_ascii_host(text in "https://[a-z0-9.:%@_~!$&'()*+,;=-]{1,12}/") {
        check_link(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn links_of_any_international_host(text in "https://[a-z\\PC]{1,6}\\.example/") {
        check_link(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn contacts(text in prop_oneof!["mailto:\\PC{0,12}", "mailto:[a-z@?&=%<>\" ]{0,14}", any::<String>()]) {
        if let Ok(contact) = Contact::parse(&text) {
            let url = Url::parse(contact.as_str());
            let scheme = url.as_ref().map_or("", |it| it.scheme());
            prop_assert!(["mailto", "http", "https"].contains(&scheme), "{}: {:?}", text, url);
        }
    }
}
