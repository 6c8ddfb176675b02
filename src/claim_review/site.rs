//! Whose page an address is: hosts, sites, and what shortens addresses.

/// Services whose addresses lead elsewhere. Search engines do not follow them.
const SHORTENERS: &str = "bit.ly buff.ly cutt.ly dlvr.it fb.me g.co goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly \
    shorturl.at t.co t.ly tiny.cc tinyurl.com youtu.be";

/// The host of an absolute http(s) address.
pub(super) fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (is_web && !host.is_empty()).then_some(host)
}

/// Whether a host is another one or a subdomain of it; `www.` makes no difference.
pub(super) fn is_within(host: &str, site: &str) -> bool {
    let (host, site) = (bare(host), bare(site));
    let at = host.len().checked_sub(site.len());
    let end = at.and_then(|at| host.get(at..)).is_some_and(|it| it.eq_ignore_ascii_case(site));
    end && (host.len() == site.len() || host.as_bytes().get(host.len() - site.len() - 1) == Some(&b'.'))
}

/// Whether it only leads elsewhere.
pub(super) fn is_shortener(host: &str) -> bool {
    SHORTENERS.split(' ').any(|it| bare(host).eq_ignore_ascii_case(it))
}

/// What names a page: its address without scheme, `www.`, fragment and slash at the end.
pub(super) fn page_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare(rest.split('#').next().unwrap_or(rest)).trim_end_matches('/')
}

fn bare(host: &str) -> &str {
    match host.get(..4) {
        Some(www) if www.eq_ignore_ascii_case("www.") => &host[4..],
        _ => host,
    }
}
