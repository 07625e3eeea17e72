//! Nothing is slow or deep on a text of the largest size.

use std::time::{Duration, Instant};

use super::super::Tree;
use super::sound;

const MIB: usize = 1 << 20;

fn full(unit: &str) -> String {
    unit.repeat(MIB / unit.len())
}

fn numbered(count: i64, line: impl Fn(i64) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().concat()
}

#[test]
fn the_largest_texts_take_no_time() {
    let keys = numbered(150_000, |key| format!("k{key}=\n"));
    let tables = numbered(60_000, |key| format!("[a.k{key}]\n"));
    for (name, text) in [
        ("keys", keys),
        ("tables", tables),
        ("headers", full("[[a]]\n")),
        ("dots", full("a.")),
        ("header dots", format!("[{}", full("a."))),
        ("brackets", format!("a = {}", full("["))),
        ("braces", format!("a = {}", full("{a="))),
        ("braces no guard counts", format!("a = {}", full("{{},x="))),
        ("closing", format!("a = {}", full("]}"))),
        ("open lists", full("a=[\n")),
        ("open tables", full("a={\n")),
        ("elements", format!("a = [{}", full("1,"))),
        ("controls", format!("a = '{}'", full("\u{1}"))),
        ("lines of controls", format!("a = '''{}'''", full("\u{1}\n\u{1}\n"))),
        ("comments of controls", full("#\u{1}\n")),
        ("escapes", format!("a = \"{}\"", full("\\q"))),
        ("new escapes", format!("a = \"{}\"", full("\\e"))),
        ("equals", format!("a {}", full("="))),
        ("quotes", full("\"")),
        ("words", format!("a = {}", full("word "))),
        ("unquoted elements", format!("a = [{}", full("é,"))),
        ("signs", format!("a = {}1", full("-"))),
        ("conflicts", full("<<<<<<<\n=======\n>>>>>>>\n")),
        ("openings", full("<<<<<<<\n")),
        ("carriage returns", full("\r")),
        ("same key", full("a=1\n")),
    ] {
        let start = Instant::now();
        let (tree, faults) = Tree::read(&text);
        let time = start.elapsed();
        assert!(time < Duration::from_mins(1), "{name}: {time:?}");
        sound(&text, &tree, &faults);
    }
}

#[test]
fn large_tables_are_read_whole() {
    let text = numbered(1000, |key| format!("k{key} = {key}\n"));
    let text = format!("{text}k7 = 1\nk999 = 1");
    let (tree, faults) = Tree::read(&text);
    assert_eq!(faults.len(), 2);
    for key in 0..1000 {
        let id = tree.get(tree.root(), &format!("k{key}")).unwrap();
        assert_eq!(tree.node(id).value, super::Value::Integer(key));
    }
    assert_eq!(tree.get(tree.root(), "k1000"), None);
}
