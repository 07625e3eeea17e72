//! What is read, in which order, and what is named instead.

use std::fs;
use std::io::ErrorKind;

use track::model::IdFault;
use track::store::{DEEPEST, FileFaultKind, LARGEST};

use crate::ground::Ground;

#[test]
fn records_of_all_folders_come_in_the_order_of_paths() {
    let ground = Ground::with(&[
        ("records/b.toml", "1"),
        ("records/2020/a.toml", "2"),
        ("records/2020/x/c.toml", "3"),
        ("records/2020-a.toml", "4"),
        ("records/2020x/d.toml", "5"),
        ("records/empty/", ""),
    ]);
    let scan = ground
        .repository()
        .scan(None, &|file| format!("{} {} {}", file.path, file.id, String::from_utf8_lossy(file.bytes)))
        .unwrap();
    assert_eq!(
        scan.records,
        [
            "records/2020-a.toml 2020-a 4",
            "records/2020/a.toml a 2",
            "records/2020/x/c.toml c 3",
            "records/2020x/d.toml d 5",
            "records/b.toml b 1",
        ]
    );
    assert!(scan.faults.is_empty());
    let listing = ground.repository().list_paths().unwrap();
    let ids: Vec<_> = listing.records().map(|listed| listed.id).collect();
    assert_eq!(ids, ["2020-a", "a", "c", "d", "b"]);
}

#[test]
fn a_thousand_files_come_out_alike_for_any_number_of_threads() {
    let ground = Ground::with(&[]);
    for n in 0..1000_usize {
        ground.write(&format!("records/{}/r{n}.toml", n % 7), &vec![b'x'; n]);
        if n % 100 == 0 {
            ground.write(&format!("records/{}/r{n}.txt", n % 7), b"");
        }
    }
    let run = |threads| {
        let scan =
            ground.repository().scan(threads, &|file| (file.path.to_owned(), file.bytes.len())).unwrap();
        (scan.records, scan.faults)
    };
    let one = run(Some(1));
    assert_eq!(one.0.len(), 1000);
    assert_eq!(one.1.len(), 10);
    assert!(one.0.is_sorted() && one.1.is_sorted_by_key(|fault| fault.path.clone()));
    assert!(one.0.iter().all(|(path, length)| path.ends_with(&format!("/r{length}.toml"))));
    for threads in [None, Some(0), Some(2), Some(3), Some(16), Some(5000)] {
        assert_eq!(run(threads), one, "{threads:?}");
    }
}

#[test]
fn one_mebibyte_is_read_and_one_byte_more_is_named() {
    let ground = Ground::with(&[("records/z.toml", "")]);
    let most = usize::try_from(LARGEST).unwrap();
    ground.write("records/most.toml", &vec![b'#'; most]);
    ground.write("records/over.toml", &vec![b'#'; most + 1]);
    let scan = ground.repository().scan(None, &|file| file.bytes.len()).unwrap();
    assert_eq!(scan.records, [most, 0]);
    assert_eq!(
        ground.faults(),
        [("records/over.toml".into(), FileFaultKind::TooLarge { bytes: LARGEST + 1 })]
    );
}

#[test]
fn strays_are_named_and_what_nobody_misses_is_not() {
    let ground = Ground::with(&[
        ("records/.hidden", ""),
        ("records/.git/x.toml", ""),
        ("records/.track-1-1.tmp", ""),
        ("records/README.md", ""),
        ("records/README", ""),
        ("records/2020/Thumbs.db", ""),
        ("records/2020/desktop.ini", ""),
        ("records/good.toml", ""),
        ("records/.a.toml", ""),
        ("records/README.toml", ""),
        ("records/2020/Upper.toml", ""),
        ("records/loud.TOML", ""),
        ("records/notes.txt", ""),
        ("records/copy of a.toml", ""),
        ("records/x.toml/inside.toml", ""),
        ("records/con.toml", ""),
    ]);
    assert_eq!(ground.scan().records, ["records/good.toml"]);
    let bad = |c| FileFaultKind::BadName(IdFault::Character(c));
    let expected = [
        ("records/.a.toml", bad('.')),
        ("records/2020/Upper.toml", bad('U')),
        ("records/README.toml", bad('R')),
        ("records/con.toml", FileFaultKind::BadName(IdFault::Reserved)),
        ("records/copy of a.toml", bad(' ')),
        ("records/loud.TOML", bad('T')),
        ("records/notes.txt", FileFaultKind::NotARecord),
        ("records/x.toml", FileFaultKind::NotAFile("folder")),
    ];
    assert_eq!(ground.faults(), expected.map(|(path, kind)| (path.to_owned(), kind)));
}

#[test]
fn folders_are_walked_to_a_bound() {
    let ground = Ground::with(&[]);
    let deep = |n: usize| format!("records/{}", "f/".repeat(n));
    ground.write(&format!("{}last.toml", deep(DEEPEST)), b"");
    ground.write(&format!("{}beyond.toml", deep(DEEPEST + 1)), b"");
    assert_eq!(ground.scan().records, [format!("{}last.toml", deep(DEEPEST))]);
    let too_deep = deep(DEEPEST + 1).trim_end_matches('/').to_owned();
    assert_eq!(ground.faults(), [(too_deep, FileFaultKind::TooDeep)]);
    let read = |n| ground.repository().read(&format!("{}beyond.toml", deep(n))).unwrap_err().kind;
    assert_eq!(read(DEEPEST + 1), FileFaultKind::TooDeep);
}

#[test]
fn a_file_that_goes_while_others_are_read_is_named() {
    let ground = Ground::with(&[("records/a.toml", ""), ("records/b/c.toml", ""), ("records/d.toml", "")]);
    let scan = ground
        .repository()
        .scan(Some(1), &|file| {
            if file.path == "records/a.toml" {
                fs::remove_dir_all(ground.path("records/b")).unwrap();
            }
            file.path.to_owned()
        })
        .unwrap();
    assert_eq!(scan.records, ["records/a.toml", "records/d.toml"]);
    let [fault] = &scan.faults[..] else { panic!("{:?}", scan.faults) };
    assert_eq!(fault.path, "records/b/c.toml");
    assert!(matches!(fault.kind, FileFaultKind::Unreadable { kind: ErrorKind::NotFound, .. }));
    assert!(fault.to_string().starts_with("`records/b/c.toml` cannot be read: "));
}

#[test]
fn one_record_is_read_under_the_same_guards() {
    let ground = Ground::with(&[("records/2020/a.toml", "text"), ("track.toml", ""), ("records/A.toml", "")]);
    let repository = ground.repository();
    assert_eq!(repository.read("records/2020/a.toml").unwrap(), b"text");
    for outside in
        ["track.toml", "records/../track.toml", "/etc/passwd", "records/2020//a.toml", "records", ""]
    {
        let fault = repository.read(outside).unwrap_err();
        assert_eq!((fault.path.as_str(), fault.kind), (outside, FileFaultKind::Outside));
    }
    assert!(matches!(repository.read("records/A.toml").unwrap_err().kind, FileFaultKind::BadName(_)));
    assert_eq!(repository.read("records/a.txt").unwrap_err().kind, FileFaultKind::NotARecord);
    let gone = repository.read("records/2021/a.toml").unwrap_err().kind;
    assert!(matches!(gone, FileFaultKind::Unreadable { kind: ErrorKind::NotFound, .. }));
}

#[test]
fn a_panic_in_a_visit_is_not_lost() {
    let ground = Ground::with(&[("records/a.toml", ""), ("records/b.toml", "")]);
    let panicked = std::panic::catch_unwind(|| {
        let visit = |file: &track::store::RecordFile<'_>| assert_ne!(file.path, "records/b.toml", "seen");
        let _ = ground.repository().scan(Some(2), &visit);
    });
    assert!(panicked.is_err());
}
