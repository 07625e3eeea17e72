//! The head of a page: what it may load (nothing), what it is called, how it looks.

use super::inline::{attribute, plain};
use crate::document::block::Document;

/// How a page looks; the whole of it is in the page.
const STYLE: &str = include_str!("page.css");

/// The hash of [`STYLE`]: the only thing in a page that a browser may take as a style.
const STYLE_HASH: &str = "sha256-naKj2OZg/FQWJZRLeWDxQ66yO7RoK6Xck4wU5K106hA=";

/// Begins a page, up to the inside of its body.
pub(super) fn write(document: &Document, out: &mut String) {
    out.push_str(&format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{STYLE_HASH}'; base-uri 'none'; \
         form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    ));
    if document.draft {
        out.push_str("<meta name=\"robots\" content=\"noindex\">\n");
    }
    if let Some(author) = &document.author {
        out.push_str(&format!("<meta name=\"author\" content=\"{}\">\n", attribute(author)));
    }
    let class = if document.draft { " class=\"draft\"" } else { "" };
    out.push_str(&format!(
        "<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body{class}>\n",
        plain(&document.title)
    ));
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64, Encoding};
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_style_is_the_one_that_a_browser_may_take() {
        let hash = Sha256::digest(format!("\n{STYLE}"));
        let hash = format!("sha256-{}", Base64::encode_string(&hash));
        assert_eq!(STYLE_HASH, hash, "page.css has changed: STYLE_HASH changes with it");
        assert!(!STYLE.contains('<') && !STYLE.contains("@import") && !STYLE.contains("url("));
    }
}
