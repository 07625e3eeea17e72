//! The figures of the run.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;

use crate::verdict::{Fault, Stands, Verdict};

/// How many of the trials that went wrong are shown in full.
const SHOWN: usize = 20;

/// A row for every kind of fault, and what went wrong.
#[derive(Debug, Default)]
pub(crate) struct Table(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    /// Tried, old stands, new stands, lost, half-written, astray, wrong words.
    rows: BTreeMap<String, [usize; 7]>,
    wrong: Vec<String>,
}

const HEADS: [&str; 7] =
    ["tried", "old stands", "new stands", "lost", "half-written", "astray", "wrong words"];

impl Table {
    /// Counts a trial.
    pub(crate) fn count(&self, kind: &str, what: &str, verdict: &Verdict) {
        let mut inner = self.0.lock().unwrap();
        let row = inner.rows.entry(kind.to_owned()).or_default();
        row[0] += 1;
        match verdict.stands {
            Stands::Old => row[1] += 1,
            Stands::New => row[2] += 1,
            Stands::Neither => {}
        }
        for fault in &verdict.faults {
            row[match fault {
                Fault::Lost(_) => 3,
                Fault::Half(_) => 4,
                Fault::Astray(_) => 5,
                Fault::Words(_) => 6,
            }] += 1;
        }
        if !verdict.faults.is_empty() {
            inner.wrong.push(format!("{kind}: {what}: {:#?}", verdict.faults));
        }
    }

    /// Fails where any promise was broken.
    #[track_caller]
    pub(crate) fn assert_nothing_went_wrong(&self) {
        let inner = self.0.lock().unwrap();
        let shown: Vec<&str> = inner.wrong.iter().take(SHOWN).map(String::as_str).collect();
        assert!(inner.wrong.is_empty(), "{} trials went wrong:\n{}", inner.wrong.len(), shown.join("\n"));
        assert!(!inner.rows.is_empty(), "nothing was tried");
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = self.0.lock().unwrap();
        let mut all = [0; 7];
        write!(f, "{:44}", "fault")?;
        HEADS.iter().try_for_each(|head| write!(f, "  {head:>12}"))?;
        for (kind, row) in &inner.rows {
            write!(f, "\n{kind:44}")?;
            row.iter().try_for_each(|figure| write!(f, "  {figure:>12}"))?;
            all.iter_mut().zip(row).for_each(|(sum, figure)| *sum += figure);
        }
        write!(f, "\n{:44}", "all")?;
        all.iter().try_for_each(|figure| write!(f, "  {figure:>12}"))?;
        writeln!(f)
    }
}
