//! Faults: text against the sort of each fault and the text it points at.

use super::super::SyntaxFaultKind as Kind;
use super::super::Tree;
use super::{shown, sound};

fn told(text: &str) -> Vec<(&'static str, &str)> {
    let (tree, faults) = Tree::read(text);
    sound(text, &tree, &faults);
    let name = |kind| match kind {
        Kind::Syntax => "syntax",
        Kind::DuplicateKey { .. } => "twice",
        Kind::Toml11 => "1.1",
        Kind::BadDate => "date",
        Kind::Unquoted => "unquoted",
        Kind::MergeConflict => "conflict",
        Kind::TooMany => "more",
    };
    faults.iter().map(|fault| (name(fault.kind), &text[fault.span.start..fault.span.end])).collect()
}

fn message(text: &str) -> (&'static str, String) {
    let (_, faults) = Tree::read(text);
    (faults[0].message, faults[0].help.clone().unwrap_or_default())
}

/// The text, the faults, and what is read in spite of them.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str);

fn hold(cases: &[Case]) {
    for (text, faults, tree) in cases {
        assert_eq!(&told(text), faults, "{text}");
        assert_eq!(&shown(text), tree, "{text}");
    }
}

#[test]
fn texts_without_quotes_are_one_fault_each() {
    hold(&[
        ("a = 26/03/2020\nb = 1", &[("unquoted", "26/03/2020")], "{a: !, b: 1}"),
        ("a = 26 March 2020 # day\nb = 1", &[("unquoted", "26 March 2020")], "{a: !, b: 1}"),
        ("a = 26-03-2020", &[("unquoted", "26-03-2020")], "{a: !}"),
        ("a = 26.03.2020", &[("unquoted", "26.03.2020")], "{a: !}"),
        ("a = 2020-03-26 (Thursday)", &[("unquoted", "2020-03-26 (Thursday)")], "{a: !}"),
        ("a = “curly” \r\nb = 1\r\n", &[("unquoted", "“curly”")], "{a: !, b: 1}"),
        ("a = “x = 1, [y]” and \"z\"\nb = 1", &[("unquoted", "“x = 1, [y]” and \"z\"")], "{a: !, b: 1}"),
        (
            "a = the force's plan, 'so far\nb = 1",
            &[("unquoted", "the force's plan, 'so far")],
            "{a: !, b: 1}",
        ),
        ("a = infinity", &[("unquoted", "infinity")], "{a: !}"),
        ("a = [26/03/2020, 1]", &[("unquoted", "26/03/2020")], "{a: [!, 1]}"),
        ("a = [x y, z]\nb = 1", &[("unquoted", "x y"), ("unquoted", "z")], "{a: [!, !], b: 1}"),
        ("a = { b = c d, e = 1 }", &[("unquoted", "c d")], "{a: {b: !, e: 1}}"),
    ]);
    assert_eq!(message("a = 26 March 2020").1, "write a date as year, month and day: 2020-03-26");
    assert!(message("a = “x”").1.contains("curly"));
}

#[test]
fn values_that_are_none() {
    hold(&[
        ("a = 2020-02-30\nb = 1", &[("date", "2020-02-30")], "{a: !, b: 1}"),
        ("a = 2020-13-01T10:00:00Z", &[("date", "2020-13-01T10:00:00Z")], "{a: !}"),
        ("a = 25:00:00", &[("date", "25:00:00")], "{a: !}"),
        ("a = [2023-02-29, 2024-02-29]", &[("date", "2023-02-29")], "{a: [!, 2024-02-29]}"),
        ("a = 007", &[("syntax", "007")], "{a: !}"),
        ("a = 1__0", &[("syntax", "1__0")], "{a: !}"),
        ("a = 9223372036854775808", &[("syntax", "9223372036854775808")], "{a: !}"),
        ("a = True", &[("syntax", "True")], "{a: !}"),
        ("a =\nb = 1", &[("syntax", "")], "{a: !, b: 1}"),
        ("a = # later\nb = 1", &[("syntax", "#")], "{a: !, b: 1}"),
        ("a = = 1\nb = 1", &[("syntax", "=")], "{a: !, b: 1}"),
        ("a = { b, c = 1 }", &[("syntax", ",")], "{a: {b: !, 1: !}}"),
    ]);
}

#[test]
fn texts_between_quotes() {
    hold(&[
        ("a = \"x\nb = 1", &[("syntax", "\"")], "{a: !, b: 1}"),
        ("a = 'x\r\nb = 1", &[("syntax", "'")], "{a: !, b: 1}"),
        ("a = \"x\\\"\nb = 1", &[("syntax", "\"")], "{a: !, b: 1}"),
        ("b = 1\na = \"\"\"x\ny\n\nz", &[("syntax", "\"\"\"")], "{b: 1, a: !}"),
        ("a = \"\"\"x\\\"\"\"\n", &[("syntax", "\"\"\"")], "{a: !}"),
        ("a = '''x''", &[("syntax", "'''")], "{a: !}"),
        ("a = \"x \"y\" z\"\nb = 1", &[("syntax", "y\" z\"")], "{a: !, b: 1}"),
        ("a = \"C:\\data\\new\"", &[("syntax", "d")], "{a: !}"),
        ("a = \"\\ud800\"", &[("syntax", "d")], "{a: !}"),
        ("a = \"x\u{1}y\u{2}\"\nb = '\u{7f}'", &[("syntax", "\u{1}"), ("syntax", "\u{7f}")], "{a: !, b: !}"),
        ("a = 1 # \u{0}", &[("syntax", "\u{0}")], "{a: 1}"),
    ]);
    assert_eq!(message("a = \"x").0, "the text that begins here has no closing quote");
}

#[test]
fn keys_and_headings() {
    hold(&[
        ("title\nb = 1", &[("syntax", "title")], "{b: 1}"),
        ("  The force should # now\nb = 1", &[("syntax", "force should")], "{b: 1}"),
        ("café = 1\nb = 1", &[("syntax", "café")], "{b: 1}"),
        ("= 1\nb = 1", &[("syntax", "=")], "{b: 1}"),
        ("a..b = 1\nc = 1", &[("syntax", ".")], "{c: 1}"),
        ("[]\nb = 1\n[c]\nd = 1", &[("syntax", "]")], "{c: {d: 1}}"),
        ("[a\nb = 1", &[("syntax", "[a")], "{a: {b: 1}}"),
        ("[[a]\nb = 1", &[("syntax", "[[a]")], "{a: [{b: 1}]}"),
        ("[a] b = 1", &[("syntax", "b = 1")], "{a: {}}"),
        ("a = [1] b\nc = 3", &[("syntax", "b")], "{a: !, c: 3}"),
        ("a] = 1\nb = 1", &[("syntax", "] = 1")], "{b: 1}"),
        ("a = 1 b = 2\nc = 3", &[("unquoted", "1 b = 2")], "{a: !, c: 3}"),
        ("{\nb = 1", &[("syntax", "{")], "{b: 1}"),
        ("a = 1\rb = 2\nc = 3", &[("syntax", "b")], "{a: 1, b: 2, c: 3}"),
        ("\"\"\"k\"\"\" = 1\nb = 1", &[("syntax", "\"\"\"k\"\"\"")], "{b: 1}"),
        ("\"k = 1\nb = 1", &[("syntax", "\"")], "{b: 1}"),
    ]);
    assert_eq!(message("title").0, "expected `=` after the key");
}

#[test]
fn keys_and_tables_that_stand_twice() {
    hold(&[
        ("a = 1\na = 2\nb = 3", &[("twice", "a")], "{a: 1, b: 3}"),
        ("a = 1\n\"a\" = 2", &[("twice", "\"a\"")], "{a: 1}"),
        ("a = 1\na.b = 2", &[("twice", "a")], "{a: 1}"),
        ("a = 1\n[a]\nb = 2\n[c]\nd = 1", &[("twice", "a")], "{a: 1, c: {d: 1}}"),
        ("[a]\nb = 1\n[a]\nb = 2\nc = 3", &[("twice", "a")], "{a: {b: 1, c: 3}}"),
        ("[a.b]\nx = 1\n[a]\ny = 1", &[], "{a: {b: {x: 1}, y: 1}}"),
        ("[a.b]\n[a]\n[a.b]", &[("twice", "b")], "{a: {b: {}}}"),
        ("a.b = 1\n[a]\nc = 2", &[("twice", "a")], "{a: {b: 1, c: 2}}"),
        ("a.b = 1\n[a.c]\nd = 2", &[], "{a: {b: 1, c: {d: 2}}}"),
        ("[a.b]\nc = 1\n[a]\nb.d = 2", &[("twice", "b")], "{a: {b: {c: 1}}}"),
        ("a = {}\na.b = 1", &[("twice", "a")], "{a: {}}"),
        ("a = { b = 1 }\n[a.c]", &[("twice", "a")], "{a: {b: 1}}"),
        ("a = [{}]\n[[a]]\nb = 1", &[("twice", "a")], "{a: [{}]}"),
        ("a = []\n[a.b]", &[("twice", "a")], "{a: []}"),
        ("[[a]]\n[a]\nb = 1", &[("twice", "a")], "{a: [{}]}"),
        ("[a]\n[[a]]\nb = 1", &[("twice", "a")], "{a: {}}"),
        ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2", &[], "{a: [{b: {c: 1}}, {b: {c: 2}}]}"),
        ("[[a.b]]\n[a]\nb.c.d = 1", &[("twice", "b")], "{a: {b: [{}]}}"),
        ("a = { b.c = 1, b.d = 2, b = 3 }", &[("twice", "b")], "{a: {b: {c: 1, d: 2}}}"),
        ("a = { b = {}, b.c = 1 }", &[("twice", "b")], "{a: {b: {}}}"),
        ("a = x y\n[a]\nb = 1", &[("unquoted", "x y"), ("twice", "a")], "{a: !}"),
    ]);
    let (_, faults) = Tree::read("ab = 1\nab = 2");
    let first = crate::text::Span::new(0, 2);
    assert_eq!(faults[0].kind, Kind::DuplicateKey { first });
}

#[test]
fn brackets_left_open_end_before_the_next_key() {
    hold(&[
        ("a = [1, 2\nb = 3\n[c]\nd = 4", &[("syntax", "[")], "{a: [1, 2], b: 3, c: {d: 4}}"),
        ("a = [\n  \"x\",\n\n[[c]]\nd = 4\ne = [1]", &[("syntax", "[")], "{a: [\"x\"], c: [{d: 4, e: [1]}]}"),
        ("a = { b = 1\nc = 2\n[d]", &[("syntax", "{")], "{a: {b: 1}, c: 2, d: {}}"),
        ("a = [{ b = 1 }, { b = 2\nc = 2", &[("syntax", "{")], "{a: [{b: 1}, {b: 2}], c: 2}"),
        ("a = [1\nb = [2\nc = 3", &[("syntax", "["), ("syntax", "[")], "{a: [1], b: [2], c: 3}"),
        ("a = [\n[1, 2],\n[[true]]\n", &[("syntax", "[")], "{a: [[1, 2], [[true]]]}"),
        ("a = [1 2]\nb = 1", &[("unquoted", "1 2")], "{a: [!], b: 1}"),
        ("a = [\"x\" \"y\"]\nb = 1", &[("syntax", "\"")], "{a: [\"x\", \"y\"], b: 1}"),
        ("a = [1,, 2]\nb = 1", &[("syntax", ",")], "{a: [1, 2], b: 1}"),
        ("a = { { b = 1 }, c = 2 }\nd = 1", &[("syntax", "{")], "{a: {c: 2}, d: 1}"),
        ("a = }\nb = ]\nc = 1", &[("syntax", "}"), ("syntax", "]")], "{a: {}, b: [], c: 1}"),
    ]);
}

#[test]
fn what_only_toml_1_1_has() {
    hold(&[
        ("a = { b = 1,\n c = 2 }", &[("1.1", "{ b = 1,\n c = 2 }")], "{a: {b: 1, c: 2}}"),
        ("a = { b = 1, }", &[("1.1", "{ b = 1, }")], "{a: {b: 1}}"),
        ("a = { b = [\n1,\n] }", &[], "{a: {b: [1]}}"),
        ("a = \"\\e\\x41\\\\e\"", &[("1.1", "\\e")], "{a: \"\\u{1b}A\\\\e\"}"),
        ("a = \"\"\"\\\\\\x41\"\"\"", &[("1.1", "\\x41")], "{a: \"\\\\A\"}"),
        ("a = '\\e\\x41\u{1F600}'", &[], "{a: \"\\\\e\\\\x41😀\"}"),
        ("a = 10:30", &[("1.1", "10:30")], "{a: 10:30}"),
        ("a = 2020-01-01T10:30Z", &[("1.1", "10:30")], "{a: 2020-01-01T10:30Z}"),
        ("a = 2020-01-01 10:30:00+01:00", &[], "{a: 2020-01-01 10:30:00+01:00}"),
    ]);
}

#[test]
fn versions_that_could_not_be_merged() {
    let sides = "<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> theirs";
    let text = format!("a = 1\n{sides}\nc = \"x\"\nd = 2020-01-02\n");
    assert_eq!(told(&text), [("conflict", sides)]);
    assert_eq!(shown(&text), r#"{a: 1, b: 1, c: "x", d: 2020-01-02}"#);
    let sides = "<<<<<<< HEAD\r\nb = 1\r\n||||||| base\r\nb = é\r\n=======\r\n>>>>>>> theirs";
    let text = format!("\u{feff}{sides}\r\nc = 1\r\nc = 2");
    assert_eq!(told(&text), [("conflict", sides), ("twice", "c")]);
    assert_eq!(shown(&text), "{b: 1, c: 1}");
    assert_eq!(told("a = \"\"\"\n<<<<<<< is a mark\n\"\"\""), []);
    assert_eq!(told("<<<<<<< HEAD\na = 1"), [("syntax", "<<<<<<<")]);
    let inside = "a = \"\"\"\n<<<<<<< x\none\n=======\ntwo\n>>>>>>> y\n\"\"\"\nb = 1";
    assert_eq!(told(inside).len(), 1);
    assert!(shown(inside).ends_with("b: 1}"));
}

#[test]
fn places_count_the_byte_order_mark() {
    let text = "\u{feff}a = x y\nb = \"é\"";
    assert_eq!(told(text), [("unquoted", "x y")]);
    let (tree, _) = Tree::read(text);
    let b = tree.get(tree.root(), "b").unwrap();
    let span = tree.node(b).span;
    assert_eq!(&text[span.start..span.end], "\"é\"");
}

#[test]
fn a_hundred_faults_and_no_more() {
    let text = "é\n".repeat(500);
    let told = told(&text);
    assert_eq!((told.len(), told[100].0), (101, "more"));
}
