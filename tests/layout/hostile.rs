//! Records in a layout that nobody would choose: any order, any spaces, comments wherever they may stand.

use proptest::prelude::*;

/// Blank lines, comments, indentation, spaces around `=`, which line, and the comment on it.
type Line = (&'static str, String, String, String, prop::sample::Index, String);

pub(crate) fn hostile_record() -> impl Strategy<Value = String> {
    let blank = prop_oneof![3 => Just(""), 1 => Just("\n"), 1 => Just("\n \t\n")];
    let note = prop_oneof![
        3 => Just(String::new()),
        1 => "#[a-z =\"'\\[]{0,8}\n",
        1 => "#[a-z]{0,3}\n\n?#[a-z]{0,3}\n\n?",
    ];
    let trail = prop_oneof![3 => Just(String::new()), 1 => "[ \t]{0,3}#[a-z\"]{0,5} ?"];
    let line = (blank, note, "[ \t]{0,2}", "[ \t]{0,2}", any::<prop::sample::Index>(), trail);
    let lines = move || prop::collection::vec(line.clone(), 0..7);
    let blocks = prop::collection::vec((any::<prop::sample::Index>(), lines()), 0..6);
    (lines(), blocks, any::<bool>()).prop_map(|(root, blocks, crlf)| {
        let mut text = block(ROOT, &root);
        let mut once = Vec::new();
        for (which, lines) in blocks {
            let (header, known) = which.get(BLOCKS);
            if header.starts_with("[[") || !once.contains(header) {
                once.push(*header);
                // The first line lends its comments to the header.
                let (blank, note, indent, _, _, trail) = lines.first().cloned().unwrap_or_else(|| {
                    ("", String::new(), String::new(), String::new(), which, String::new())
                });
                text.push_str(&format!("{blank}{note}{indent}{header}{trail}\n{}", block(known, &lines)));
            }
        }
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

fn block(known: &[&str], lines: &[Line]) -> String {
    let mut text = String::new();
    let mut once = Vec::new();
    for (blank, note, indent, space, which, trail) in lines {
        let (key, value) = which.get(known).split_once('=').unwrap();
        if !once.contains(&key) {
            once.push(key);
            text.push_str(&format!("{blank}{note}{indent}{key}{space}={space}{value}{trail}\n"));
        }
    }
    text
}

const ROOT: &[&str] = &[
    r#"title="x # y""#,
    "type='peel'",
    "published=2020-01-01",
    r#""published"="2020-03-09""#,
    "zebra=1.5",
    "corrected=[\"2020-01-02\",2020 , # c\n '2020-03' #d\n]",
    "corrected=[]",
    "inspected=['2020-01-01']",
    "key_findings=\"\"\"\na\n\n# b\n[c]\n \"\"\"",
    "forces=\"all\"",
    r#"forces=[ "A long name of a force","Another long name of a force", "The third", "x" ]"#,
    r#"judgment=[{question="q",grade='g'}]"#,
    "judgment=[ # c\n{}]",
    "a . b=1",
    "a.c={d.e=[1,[2]]}",
    "follows=[\n#\n]",
    "duty='''\n'''",
    r#"response={published="2020-04-01", sent_to=[{on=2020,to="x"}], odd={}}"#,
    r#"recommendation=[{text="a",update=[{note="n",date="2020-01-01"},{}]},{}]"#,
    "recommendation=[]",
];

const BLOCKS: &[(&str, &[&str])] = &[
    ("[[judgment]]", &[r#"grade="g""#, r#"question="q""#, "x=1"]),
    (
        "[[ recommendation ]]",
        &[
            r#"text="a""#,
            "label='1'",
            r#"due="2020-03-09""#,
            "ours=true",
            "x.y=1",
            "update=[{date='2020-01-01'}]",
        ],
    ),
    (
        "[[recommendation]]",
        &["action=\"\"\"\na\"\"\"", "text='''a'''", r#"deadline="d""#, "addressed_to=[\n\"a\" #b\n,]"],
    ),
    (
        "[[recommendation.update]]",
        &[r#"note="n""#, r#"date="2020-01-01""#, "target=2021", "public=false", "due=\"2020-03\""],
    ),
    ("[recommendation.odd]", &["b=1", "a=2"]),
    (
        "[response]",
        &[r#"url="u""#, r#"published="2020-02-02""#, r#"joint="j""#, "revised=[2020]", "odd.b=1", "odd.a=2"],
    ),
    ("[[response.sent_to]]", &[r#"to="Panel""#, r#"on="2020-02-03""#, "on=2020", "x={ }"]),
    ("[[response.\"sent_to\"]]", &[r#"to="a\nb""#, "to=\"\"\"\na\"\"\""]),
    ("[zebra.stripe]", &["b=1", "a=[{}, {c=1}]"]),
    ("[[thing]]", &["x=1"]),
    ("[thing.'part of it']", &[r#"published="2020-01-01""#]),
];
