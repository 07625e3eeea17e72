//! Templates: what they know, what they are refused, what comes out.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::*;
use crate::config::Settings;
use crate::document::{Sources, find_format};
use crate::query::Row;
use crate::schema::read;

const EVERY_KEY: &str = include_str!("../../../../tests/support/every_key.toml");

/// A record that is a draft.
const DRAFT: &str = "title = \"T <b> *x*\"\ntype = \"national\"\npublished = 2026-11-01\nurl = \"javascript:alert(1)\"\n\
                     [[recommendation]]\ntext = \"Do it.\"\nours = true\n";

fn with<T>(record: &str, take: impl FnOnce(&Subject<'_>) -> T) -> T {
    let today: NaiveDate = "2026-11-23".parse().unwrap();
    let settings = Settings::default();
    let path = "records/a.toml";
    let taken = read(path, record.as_bytes(), |reading| {
        assert!(reading.first_error().is_none(), "{:?}", reading.first_error());
        let inspection = &reading.inspection;
        let row = Row::of("a", path, inspection, today, 14);
        let sources = Sources::alone(inspection, &row, &settings, today);
        Ok::<_, ()>(take(&Subject::new(sources)))
    });
    taken.unwrap()
}

fn layout(format: &str, template: &str) -> Result<OwnLayout, LayoutFault> {
    let file = format!("templates/x.{format}");
    OwnLayout::new(&file, find_format(format).unwrap(), template.as_bytes())
}

fn filled(format: &str, template: &str, record: &str) -> Result<String, LayoutFault> {
    let layout = layout(format, template)?;
    let printed = with(record, |subject| layout.print(subject))?;
    assert!(printed.ends_with('\n'), "{printed:?}");
    Ok(printed.trim_end().to_owned())
}

/// The paths of all keys below a value.
fn paths(value: &Json, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Json::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                paths(value, &path, found);
                found.insert(path);
            }
        }
        Json::Array(list) => list.iter().for_each(|value| paths(value, &format!("{path}[]"), found)),
        _ => {}
    }
}

#[test]
fn the_table_names_every_variable_and_no_other() {
    let mut found = BTreeSet::new();
    for record in [EVERY_KEY, DRAFT] {
        let context = with(record, |subject| serde_json::to_value(Context::of(subject, Form::Html)).unwrap());
        paths(&context, "", &mut found);
    }
    let named: BTreeSet<String> = VARIABLES.iter().map(|variable| variable.name.to_owned()).collect();
    assert_eq!(named, found, "VARIABLES (left) and the values (right)");
    assert_eq!(named.len(), VARIABLES.len(), "a variable stands twice");
}

#[test]
fn what_is_private_is_no_variable() {
    let record = EVERY_KEY
        .replace("by = \"A\"", "by = \"Amanda\"")
        .replace("signed_off_by = \"B\"", "signed_off_by = \"Bernard\"")
        .replace("public = true", "public = false");
    let context = with(&record, |subject| serde_json::to_string(&Context::of(subject, Form::Html)).unwrap());
    for private in ["Head of Custody", "P-1", "2020-02-13", "2020-03-10", "Amanda", "Bernard", "Begun."] {
        assert!(record.contains(private), "{private}");
        assert!(!context.contains(private), "{private}");
    }
}

#[test]
fn words_are_escaped_and_markup_is_not() {
    let end = "{{ report.title }}|{{ report.linked_title }}|{{ recommendations[0].text }}|{{ report.url }}|{{ office.name }}";
    let page = filled("html", &format!("<body>{end}</body>"), DRAFT).unwrap();
    assert!(page.ends_with("T &lt;b&gt; *x*|T &lt;b&gt; *x*|<p>Do it.</p>||</body>"), "{page}");
    let text = filled("md", end, DRAFT).unwrap();
    assert!(text.ends_with("\nT \\<b> \\*x\\*|T \\<b> \\*x\\*|Do it.\n||"), "{text}");
    let count =
        "{{ recommendations|length }} {{ draft }} {% for a in recommendations %}{{ loop.index }}{% endfor %}";
    assert!(filled("md", count, DRAFT).unwrap().ends_with("1 yes 1"));
}

#[test]
fn a_draft_says_so_once_whatever_the_template_says() {
    for template in
        ["<body><h1>x</h1></body>", "x", "<body>{{ notice }}</body>", "{# {{ notice }} #}", "<!doctype html>"]
    {
        for format in ["html", "md"] {
            let printed = filled(format, template, DRAFT).unwrap();
            assert_eq!(printed.matches("DRAFT: not for publication.").count(), 1, "{printed}");
        }
        let published = filled("html", template, EVERY_KEY).unwrap();
        assert!(!published.contains("DRAFT"), "{published}");
    }
}

#[test]
fn a_fault_says_where_and_what_there_is() {
    for (template, line, says, hint) in [
        ("\n{{ report.titel }}", 2, "there is no `report.titel`", "did you mean `report.title`?"),
        ("{{ tilte }}", 1, "there is no `tilte`", "did you mean `title`?"),
        ("{% if reprot.title %}x{% endif %}", 1, "there is no `reprot", "report.title"),
        ("{{ whatever_this_is }}", 1, "there is no `whatever_this_is`", "there are title, draft, notice"),
        ("\n\n{{ report }}", 3, "only words can be printed", ""),
        ("{{ gaps }}", 1, "only words can be printed", ""),
        ("{{ title|upper }}", 1, "filter", "the only filter is `length`"),
        ("x\n{{ title", 2, "has no `}}`", "`{ {`"),
        ("\n{% if title %}\n\n", 2, "does not end", "{% endif %}"),
        (
            "{% for recommendation in recommendations %}{{ recommendation.txt }}{% endfor %}",
            1,
            "",
            "[].text`",
        ),
        ("\u{feff}\r\n{{ report }}", 2, "only words", "`report` has title"),
        ("{% set a = 1 %}", 1, "there is no statement `set`", "statements: if, elif"),
        ("{{ title ~ title }}", 1, "`~` has no place", "one after the other"),
    ] {
        let fault = filled("html", template, DRAFT).unwrap_err();
        assert_eq!(fault.line, Some(line), "{template}: {fault:?}");
        assert!(fault.message.contains(says), "{template}: {fault:?}");
        assert!(fault.hint.contains(hint), "{template}: {fault:?}");
    }
    let format = find_format("html").unwrap();
    let fault = OwnLayout::new("templates/x.html", format, b"a\n\xff").unwrap_err();
    assert_eq!(fault.to_string(), "`templates/x.html`, line 2: it is not in UTF-8");
}

#[test]
fn a_notice_that_nobody_would_see_is_no_notice() {
    for hidden in [
        "<body><!-- {{ notice }} --></body>",
        "<body><p title=\"{{ notice }}\"></body>",
        "<body><script>/* {{ notice }} */</script></body>",
        "<style>{{ notice }}</style>",
        "<title>{{ notice }}</title>",
        "<body><!-- {{ notice }}",
    ] {
        assert!(filled("html", hidden, DRAFT).is_err(), "{hidden}");
        assert!(filled("md", hidden, DRAFT).is_err(), "{hidden}");
    }
    for (template, above) in [
        ("<!-- <body> -->\n<body class=\"<body>\">x", "<!-- <body> -->\n<body class=\"<body>\">\n"),
        (
            "<html><head><title>{{ title }}</title></head>x",
            "<html><head><title>DRAFT: Response to “T &lt;b&gt; *x*”</title></head>\n",
        ),
        ("{# {{ notice }} #}\n{{ 'notice' }}", "\n"),
    ] {
        let page = filled("html", template, DRAFT).unwrap();
        assert!(page.starts_with(&format!("{above}<section class=\"notice\"")), "{page}");
    }
    let text = filled("md", "---\ntitle: {{ title }}\n---\n\n# x\n", DRAFT).unwrap();
    assert!(
        text.starts_with("---\ntitle: \"DRAFT: Response to “T <b> *x*”\"\n---\n\n> **DRAFT: not for"),
        "{text}"
    );
}

#[test]
fn lines_of_statements_alone_print_nothing() {
    let template = "<body>\n<ul>\n  {% for item in recommendations %}\n  {% if item.label %}\n  <li>no\n  {% endif %}\n  \
                    <li>{{ loop.index }}\n\n\n  {% endfor %}\n</ul>\n";
    let page = filled("html", template, DRAFT).unwrap();
    assert!(page.ends_with("</section>\n<ul>\n  <li>1\n\n</ul>"), "{page}");
    let crlf = filled("html", &template.replace('\n', "\r\n"), DRAFT).unwrap();
    assert_eq!(page, crlf);
}

#[test]
fn blocks_part_themselves_in_markdown() {
    let template =
        "{% for item in recommendations %}\n## x\n{{ item.text }}\n{{ item.text }}\n{% endfor %}\nend\n";
    let text = filled("md", template, DRAFT).unwrap();
    assert!(text.ends_with("\n\n## x\n\nDo it.\n\nDo it.\n\nend"), "{text}");
}

#[test]
fn every_cut_of_a_template_is_filled_or_told() {
    for (format, template) in [
        ("html", include_str!("../../../../tests/fixtures/templates/our-own.html")),
        ("md", include_str!("../../../../tests/fixtures/templates/our-own.md")),
    ] {
        let mut fine = 0;
        with(DRAFT, |subject| {
            for cut in (0..template.len()).filter(|cut| template.is_char_boundary(*cut)) {
                match layout(format, &template[..cut]).and_then(|layout| layout.print(subject)) {
                    Ok(printed) => {
                        fine += 1;
                        assert_eq!(printed.matches("DRAFT: not for publication.").count(), 1, "{printed}");
                    }
                    Err(fault) => {
                        assert!(
                            fault.line.is_some() || fault.message.contains("front matter"),
                            "{cut}: {fault:?}"
                        );
                        assert!(!fault.message.is_empty(), "{cut}: {fault:?}");
                    }
                }
            }
        });
        assert!(fine > 100, "{fine}");
    }
}

#[test]
fn work_and_size_are_bounded() {
    let loops = |n: usize, inner: &str| {
        format!("{}{inner}{}", "{% for a in recommendations %}".repeat(n), "{% endfor %}".repeat(n))
    };
    let many = format!("{DRAFT}{}", "[[recommendation]]\ntext = \"x\"\n".repeat(99));
    let fault = filled("html", &loops(5, ""), &many).unwrap_err();
    assert!(fault.message.contains("too many steps"), "{fault:?}");
    let fault = filled("html", &loops(2, &"x".repeat(5000)), &many).unwrap_err();
    assert!(fault.message.contains("more than 4194304 bytes"), "{fault:?}");
    assert!(filled("html", &"(".repeat(100_000), DRAFT).is_ok());
    assert!(filled("html", &format!("{{{{ {} }}}}", "(".repeat(100_000)), DRAFT).is_err());
    for n in [64, 100_000] {
        for template in [
            loops(n, ""),
            format!("{{% if draft %}}{}{{% endif %}}", "{% elif draft %}".repeat(n - 1)),
            format!("{{{{ {}draft }}}}", "not ".repeat(n - 1)),
            format!("{{{{ {}1 }}}}", "-".repeat(n - 1)),
            format!("{{{{ {}1 }}}}", "1 - ".repeat(n / 2 - 1)),
            format!("{{{{ {}draft }}}}", "draft and ".repeat(n / 2 - 1)),
            format!("{{{{ draft{} }}}}", ".x".repeat(n / 2 - 1)),
            format!("{{{{ recommendations{} }}}}", "|length".repeat(n / 2 - 1)),
            format!("{{{{ recommendations{} }}}}", "[0]".repeat(n / 3 - 1)),
            format!("{{{{ {}1{} }}}}", "(".repeat(n / 2 - 1), ")".repeat(n / 2 - 1)),
            format!("{{{{ {}1 }}}}", "1 if draft else ".repeat(n / 4 - 1)),
        ] {
            let head: String = template.chars().take(40).collect();
            let filled = filled("html", &template, DRAFT);
            assert!(n == 64 || filled.is_err(), "{head}");
        }
    }
}
