//! Just enough of addresses: whose page this is, and where a link leads. RFC 3986, section 5.2, for `http` and `https`.

/// Scheme and what follows `scheme:`, for a well-formed scheme.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let mut letters = scheme.chars();
    let well_formed =
        letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    well_formed.then_some((scheme, rest))
}

/// Scheme, authority, path, and query with fragment, of an `http` or `https` address.
fn parts(address: &str) -> Option<(&str, &str, &str, &str)> {
    let (scheme, rest) = scheme(address.trim())?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.strip_prefix("//")?;
    let (authority, rest) = rest.split_at_checked(rest.find(['/', '?', '#']).unwrap_or(rest.len()))?;
    let (path, tail) = rest.split_at_checked(rest.find(['?', '#']).unwrap_or(rest.len()))?;
    (!authority.is_empty()).then_some((scheme, authority, path, tail))
}

/// The host of an `http` or `https` address in lower case, without `www.` and port: what a reader calls the site.
pub fn host(address: &str) -> Option<String> {
    let (_, authority, _, _) = parts(address)?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, h)| h);
    let host = match host.strip_prefix('[') {
        Some(v6) => v6.split_once(']')?.0,
        None => host.split_once(':').map_or(host, |(h, _)| h),
    };
    let host = crate::case::lower(host.trim_end_matches('.'));
    let bare = host.strip_prefix("www.").unwrap_or(&host);
    (!bare.is_empty()).then(|| bare.to_owned())
}

/// The path of an `http` or `https` address, or of a link as written: without host, query and fragment.
pub fn path(address: &str) -> &str {
    if let Some((_, _, path, _)) = parts(address) {
        return path;
    }
    let end = address.find(['?', '#']).unwrap_or(address.len());
    address.get(..end).unwrap_or("")
}

/// Where `link` leads from a page at `base`; the link as written when there is no base to resolve it against.
///
/// Only `http`, `https` and `mailto` come out: `None` for a link of any other scheme.
pub fn resolve(base: &str, link: &str) -> Option<String> {
    let link = link.trim();
    if let Some((scheme, _)) = scheme(link) {
        let known = ["http", "https", "mailto"].iter().any(|s| scheme.eq_ignore_ascii_case(s));
        return known.then(|| link.to_owned());
    }
    let Some((scheme, authority, path, tail)) = parts(base) else { return Some(link.to_owned()) };
    if let Some(rest) = link.strip_prefix("//") {
        return Some(format!("{scheme}://{rest}"));
    }
    let site = format!("{scheme}://{authority}");
    if link.starts_with('#') || link.is_empty() {
        let query = tail.split_once('#').map_or(tail, |(q, _)| q);
        return Some(format!("{site}{path}{query}{link}"));
    }
    if link.starts_with('?') {
        return Some(format!("{site}{path}{link}"));
    }
    let (target, tail) = link.split_at_checked(link.find(['?', '#']).unwrap_or(link.len()))?;
    let full = match target.strip_prefix('/') {
        Some(_) => target.to_owned(),
        None => format!("{}/{target}", path.rsplit_once('/').map_or("", |(folder, _)| folder)),
    };
    Some(format!("{site}{}{tail}", without_dots(&full)))
}

/// RFC 3986, 5.2.4: `.` and `..` are taken out of a path.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let last = path.rsplit('/').next().unwrap_or("");
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            _ => kept.push(segment),
        }
    }
    if matches!(last, "." | "..") {
        kept.push("");
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_where_a_browser_would_go() {
        let base = "https://www.news.example:8080/a/b/story?x=1#top";
        for (link, target) in [
            ("/give", Some("https://www.news.example:8080/give")),
            ("give?y=2", Some("https://www.news.example:8080/a/b/give?y=2")),
            ("../give/", Some("https://www.news.example:8080/a/give/")),
            ("./", Some("https://www.news.example:8080/a/b/")),
            ("../../../..", Some("https://www.news.example:8080/")),
            ("//pay.example/x", Some("https://pay.example/x")),
            ("?y", Some("https://www.news.example:8080/a/b/story?y")),
            ("#part", Some("https://www.news.example:8080/a/b/story?x=1#part")),
            ("HTTPS://pay.example", Some("HTTPS://pay.example")),
            ("mailto:a@b.example", Some("mailto:a@b.example")),
            ("javascript:alert(1)", None),
            ("JaVaScRiPt:alert(1)", None),
            ("data:text/html,x", None),
        ] {
            assert_eq!(resolve(base, link).as_deref(), target, "{link}");
        }
    }

    #[test]
    fn without_a_base_a_link_stays_as_written() {
        assert_eq!(resolve("", "/give").as_deref(), Some("/give"));
        assert_eq!(resolve("file:///tmp/a.html", "/give").as_deref(), Some("/give"));
    }

    #[test]
    fn the_site_is_its_host_as_readers_say_it() {
        for (address, site) in [
            ("https://www.News.example/a", Some("news.example")),
            ("http://user:pw@news.example:81?x", Some("news.example")),
            ("http://[::1]:80/", Some("::1")),
            ("https://www./", Some("www")),
            ("about:blank", None),
            ("/a", None),
        ] {
            assert_eq!(host(address).as_deref(), site, "{address}");
        }
        assert_eq!(path("https://news.example/give/now?x"), "/give/now");
        assert_eq!(path("/give#x"), "/give");
    }
}
