//! Values, forms of tables and places of what is well written.

use super::super::{TableForm, Tree, Value};
use super::{disagreement, shown};

#[test]
fn values_are_read() {
    for (text, tree) in [
        ("a = \"x\\ty\"\nb = '\\t'", r#"{a: "x\ty", b: "\\t"}"#),
        ("a = \"\"\"\nx\n  y\"\"\"", r#"{a: "x\n  y"}"#),
        ("a = \"\"\"\r\nx\r\ny\"\"\"", r#"{a: "x\r\ny"}"#),
        ("a = \"\"\"x \\\n   y\"\"\"", r#"{a: "x y"}"#),
        ("a = \"\"\"\"x\"\"\"\"\"", r#"{a: "\"x\"\""}"#),
        ("a = ''\nb = \"\"\nc = ''''''", r#"{a: "", b: "", c: ""}"#),
        ("a = 0xff\nb = 0o17\nc = -1_000\nd = +0", "{a: 255, b: 15, c: -1000, d: 0}"),
        ("a = -9223372036854775808", "{a: -9223372036854775808}"),
        (
            "a = 1.5\nb = 1e5\nc = -inf\nd = nan\ne = 3_1.4_1e-1_0",
            "{a: float, b: float, c: float, d: float, e: float}",
        ),
        ("a = true\nb = false", "{a: true, b: false}"),
        (
            "a = 2024-02-29\nb = 10:00:00.5\nc = 2024-02-29t10:00:00z",
            "{a: 2024-02-29, b: 10:00:00.5, c: 2024-02-29t10:00:00z}",
        ),
        ("a = [ [], [ 1, 2, ], # c\n]", "{a: [[], [1, 2]]}"),
        ("a.b . \"c d\".'e' = 1\n1.2 = 3", "{a: {b: {c d: {e: 1}}}, 1: {2: 3}}"),
        ("[ a . b ]\nc = 1\n[[a.d]]\n[[a.d]]\ne = {}", "{a: {b: {c: 1}, d: [{}, {e: {}}]}}"),
        ("[a.b.c]\n[d]\n[a]\nx = 1\n[a.b]\ny = 1", "{a: {b: {c: {}, y: 1}, x: 1}, d: {}}"),
        ("[a.b]\n[a]\nb.c = 1", "{a: {b: {}}}"),
        ("", "{}"),
        ("\u{feff}", "{}"),
        ("# only a comment", "{}"),
    ] {
        assert_eq!(disagreement(text), None, "{text}");
        assert_eq!(shown(text), tree, "{text}");
    }
}

#[test]
fn tables_know_how_they_came_to_be() {
    let (tree, faults) = Tree::read("a.b = 1\nc = {}\n[d.e]\n[[f]]\n");
    assert_eq!(faults, []);
    let form = |keys: &[&str]| {
        let id = keys.iter().fold(tree.root(), |id, key| tree.get(id, key).unwrap());
        tree.node(id).value.clone()
    };
    assert_eq!(form(&[]), Value::Table(TableForm::Root));
    assert_eq!(form(&["a"]), Value::Table(TableForm::Dotted));
    assert_eq!(form(&["c"]), Value::Table(TableForm::Inline));
    assert_eq!(form(&["d"]), Value::Table(TableForm::Implicit));
    assert_eq!(form(&["d", "e"]), Value::Table(TableForm::Header));
    assert_eq!(form(&["f"]), Value::Tables);
}

#[test]
fn places_are_those_of_key_and_value() {
    let text = "[a.b]\nx . y = [1,\n 2]\n[[c]] # note\nk = \"v\"\n";
    let (tree, _) = Tree::read(text);
    let at = |span: crate::text::Span| &text[span.start..span.end];
    let places = |keys: &[&str]| {
        let node = tree.node(keys.iter().fold(tree.root(), |id, key| tree.get(id, key).unwrap()));
        (at(node.key_span), at(node.span))
    };
    assert_eq!(places(&["a"]), ("a", "a"));
    assert_eq!(places(&["a", "b"]), ("b", "[a.b]"));
    assert_eq!(places(&["a", "b", "x"]), ("x", "x"));
    assert_eq!(places(&["a", "b", "x", "y"]), ("y", "[1,\n 2]"));
    assert_eq!(places(&["c"]), ("c", "[[c]]"));
    let element = tree.children(tree.get(tree.root(), "c").unwrap()).next().unwrap();
    assert_eq!((at(tree.node(element).key_span), at(tree.node(element).span)), ("c", "[[c]]"));
    let element = tree.get(element, "k").unwrap();
    assert_eq!((at(tree.node(element).key_span), at(tree.node(element).span)), ("k", "\"v\""));
}

#[test]
fn what_is_written_plainly_is_borrowed() {
    let (tree, _) = Tree::read("a = \"\"\"\nx\ny\"\"\"\nb = \"z\\t\"");
    let kinds: Vec<_> = tree
        .children(tree.root())
        .map(|id| matches!(&tree.node(id).value, Value::String(std::borrow::Cow::Borrowed(_))))
        .collect();
    assert_eq!(kinds, [true, false]);
}
