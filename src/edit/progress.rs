//! Notes progress on items: an update is added to the history, which is never rewritten.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::revision::Entry;
use super::{EditFault, Revision, find_item};
use crate::duty::ItemStanding;
use crate::model::{Inspection, Status};
use crate::schema::tree::Tree;
use crate::schema::{RECOMMENDATION, read};
use crate::text::{and_list, visible};

/// Which items something is noted of.
#[derive(Debug, Clone, Copy)]
pub enum Items<'i> {
    /// Those with a label, or `#N` for a position.
    Named(&'i [String]),
    /// All that are open on the day.
    AllOpen,
}

/// What is noted of an item.
#[derive(Debug, Clone)]
pub struct Progress<'p> {
    /// The day.
    pub date: NaiveDate,
    /// The other keys of the update, as they were typed.
    pub entries: Vec<Entry<'p>>,
}

/// What was noted of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The name people know the item by.
    pub name: String,
    /// Its status on that day, before.
    pub before: Status,
    /// Its status from that day, where one was noted.
    pub status: Option<Status>,
    /// The days and statuses of updates that are newer, in order: they hold against the one that was noted.
    pub newer: Vec<(NaiveDate, Status)>,
}

impl Revision {
    /// Adds an update to each item.
    ///
    /// # Errors
    /// An item is not there, or its status is the one already current and no note is given; one is closed without a note;
    /// nothing is open. Of all open items those whose status is current already are passed over.
    pub fn note_progress(
        &mut self,
        items: Items<'_>,
        progress: &Progress<'_>,
    ) -> Result<Vec<Noted>, EditFault> {
        let of = |key: &str| progress.entries.iter().find(|(name, _)| *name == key).map(|(_, typed)| *typed);
        let has_note = of("note").is_some();
        let status = match of("status") {
            Some(typed) => Some(status(typed)?),
            None => None,
        };
        if status == Some(Status::Closed) && !has_note {
            return Err(EditFault::new("closing wants a note: what was done").hint("add it: --note TEXT"));
        }
        let standings = self.standings(progress.date)?;
        let positions = match items {
            Items::Named(names) => self.positions(names)?,
            Items::AllOpen => (0..standings.len()).filter(|at| standings[*at].open).collect(),
        };
        if positions.is_empty() {
            return Err(self.none_is_open(&standings));
        }
        let (current, new): (Vec<usize>, Vec<usize>) = positions
            .into_iter()
            .partition(|at| !has_note && status.is_some_and(|status| standings[*at].status == status));
        if !current.is_empty() && (matches!(items, Items::Named(_)) || new.is_empty()) {
            return Err(is_current(&current, &standings));
        }
        let date = progress.date.to_string();
        let mut entries = vec![("date", date.as_str())];
        entries.extend(progress.entries.iter().copied());
        self.add_updates(&new, &entries)?;
        Ok(new
            .into_iter()
            .map(|at| {
                let Stands { name, status: before, newer, .. } = &standings[at];
                Noted { name: name.clone(), before: *before, status, newer: newer.clone() }
            })
            .collect())
    }

    /// The position of the item with a label, or of `#N`; from 0.
    ///
    /// # Errors
    /// There is none, or several have the label.
    pub fn position(&self, name: &str) -> Result<usize, EditFault> {
        let (tree, _) = Tree::read(self.text());
        find_item(&tree, tree.get(tree.root(), RECOMMENDATION.path), name, "recommendation")
    }

    fn none_is_open(&self, standings: &[Stands]) -> EditFault {
        let fault = EditFault::new("no item is open");
        let undecided = standings.iter().filter(|standing| standing.undecided).count();
        let fault = match undecided {
            0 => fault,
            1 => fault.hint(format!(
                "of 1 it is undecided whether it is ours: track respond {} --ours LABEL",
                self.id()
            )),
            more => fault.hint(format!(
                "of {more} it is undecided whether they are ours: track respond {} --ours LABEL",
                self.id()
            )),
        };
        fault.hint("name one by its label, or by #N")
    }

    /// The positions that names mean, each once.
    fn positions(&self, names: &[String]) -> Result<Vec<usize>, EditFault> {
        let (tree, _) = Tree::read(self.text());
        let list = tree.get(tree.root(), RECOMMENDATION.path);
        let (mut positions, mut seen) = (Vec::new(), HashSet::new());
        for name in names {
            let at = find_item(&tree, list, name, "recommendation")?;
            if seen.insert(at) {
                positions.push(at);
            }
        }
        Ok(positions)
    }

    /// How each item stands on a day.
    fn standings(&self, date: NaiveDate) -> Result<Vec<Stands>, EditFault> {
        read(self.path(), self.text().as_bytes(), |reading| {
            if reading.is_sound {
                Ok(stands(&reading.inspection, date))
            } else {
                Err(EditFault::new("the record has errors, and what stands in it cannot be told for certain")
                    .hint("`track check` names them"))
            }
        })
    }
}

struct Stands {
    name: String,
    status: Status,
    open: bool,
    undecided: bool,
    newer: Vec<(NaiveDate, Status)>,
}

fn stands(inspection: &Inspection<'_>, date: NaiveDate) -> Vec<Stands> {
    let all = inspection.recommendations.iter().enumerate();
    all.map(|(index, item)| {
        let standing = ItemStanding::of(item, inspection.published, date);
        let ItemStanding { status, open, undecided, .. } = standing;
        let later = item.updates.iter().filter(|update| update.date > date);
        let mut newer: Vec<_> = later.filter_map(|update| Some((update.date, update.status?))).collect();
        newer.sort_by_key(|(day, _)| *day);
        Stands { name: item.name(index + 1), status, open, undecided, newer }
    })
    .collect()
}

fn is_current(positions: &[usize], standings: &[Stands]) -> EditFault {
    let names: Vec<String> = positions.iter().map(|at| visible(&standings[*at].name).into_owned()).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let status = standings[positions[0]].status;
    EditFault::new(format!("{} {verb} {status} already", and_list(&names)))
        .hint("--note TEXT notes what happened all the same")
}

fn status(typed: &str) -> Result<Status, EditFault> {
    let word = super::typed::word("status", Status::WORDS, typed)?;
    Status::from_word(word).ok_or_else(|| EditFault::new(format!("`status` cannot be {}", visible(typed))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "title = \"x\"\ntype = \"peel\"\npublished = 2020-01-01\n\
        [[recommendation]]\nlabel = \"1\"\ntext = \"a\"\nours = true\n\
        [[recommendation.update]]\ndate = 2020-02-01\nstatus = \"in-progress\"\n\
        [[recommendation]]\ntext = \"b\"\nours = true\n\
        [[recommendation]]\ntext = \"c\"\nours = false\n";

    fn note(items: Items<'_>, date: &str, entries: &[Entry<'_>]) -> Result<(Vec<Noted>, usize), EditFault> {
        let mut revision = Revision::of("records/x.toml", RECORD.as_bytes()).unwrap();
        let progress = Progress { date: date.parse().unwrap(), entries: entries.to_vec() };
        let noted = revision.note_progress(items, &progress)?;
        Ok((noted, revision.text().matches("[[recommendation.update]]").count() - 1))
    }

    fn named(name: &str) -> [String; 1] {
        [name.to_owned()]
    }

    #[test]
    fn an_update_is_added_and_said() {
        let (noted, added) =
            note(Items::Named(&named("1")), "2020-03-01", &[("status", "closed"), ("note", "Done.")])
                .unwrap();
        let (name, newer) = ("1".into(), Vec::new());
        let all = Noted { name, before: Status::InProgress, status: Some(Status::Closed), newer };
        assert_eq!((noted, added), (vec![all], 1));
        let names = ["1".to_owned(), "#1".to_owned(), "#2".to_owned()];
        assert_eq!(note(Items::Named(&names), "2020-03-01", &[("note", "x")]).unwrap().1, 2);
    }

    #[test]
    fn a_status_that_is_current_wants_a_note() {
        let same = note(Items::Named(&named("1")), "2020-03-01", &[("status", "In progress")]);
        assert_eq!(same.unwrap_err().message, "1 is in-progress already");
        assert!(
            note(Items::Named(&named("1")), "2020-03-01", &[("status", "in-progress"), ("note", "x")])
                .is_ok()
        );
        // On a day before it was so, it is none.
        assert!(note(Items::Named(&named("1")), "2020-01-31", &[("status", "in-progress")]).is_ok());
    }

    #[test]
    fn closing_wants_a_note() {
        let closed = note(Items::Named(&named("1")), "2020-03-01", &[("status", "closed")]);
        assert!(closed.unwrap_err().message.contains("wants a note"));
    }

    #[test]
    fn many_items_are_noted_at_once_as_they_are_one_by_one() {
        let mut record = RECORD.to_owned();
        record.push_str("[response]\n# below\n");
        for at in 0..40 {
            record.push_str(&format!("\n# c{at}\n[[recommendation]]\ntext = \"{at}\"\n# end\n"));
        }
        let names: Vec<String> = (1..=43).rev().map(|at| format!("#{at}")).collect();
        let progress = Progress { date: "2020-03-01".parse().unwrap(), entries: vec![("note", "x")] };
        let mut all = Revision::of("records/x.toml", record.as_bytes()).unwrap();
        let mut each = all.clone();
        assert_eq!(all.note_progress(Items::Named(&names), &progress).unwrap().len(), 43);
        for name in &names {
            each.note_progress(Items::Named(std::slice::from_ref(name)), &progress).unwrap();
        }
        assert_eq!(all.text(), each.text());
        assert_eq!(all.changed(), each.changed());
    }

    #[test]
    fn a_record_that_would_be_too_large_is_refused() {
        let mut revision = Revision::of("records/x.toml", RECORD.as_bytes()).unwrap();
        let note = "x".repeat(400_000);
        let progress = Progress { date: "2020-03-01".parse().unwrap(), entries: vec![("note", &note)] };
        let names = ["#1".to_owned(), "#2".to_owned(), "#3".to_owned()];
        let refused = revision.note_progress(Items::Named(&names), &progress).unwrap_err();
        assert!(refused.message.contains("at most 1048576 are read"), "{refused}");
        assert_eq!((revision.text(), revision.changed().len()), (RECORD, 0));
        assert!(revision.note_progress(Items::Named(&names[..2]), &progress).is_ok());
    }

    #[test]
    fn all_open_are_ours_and_not_done() {
        let (noted, _) = note(Items::AllOpen, "2020-03-01", &[("note", "x")]).unwrap();
        assert_eq!(noted.iter().map(|noted| noted.name.as_str()).collect::<Vec<_>>(), ["1", "#2"]);
        // One that is so already is passed over; where all are, it is refused.
        let (noted, _) = note(Items::AllOpen, "2020-03-01", &[("status", "in-progress")]).unwrap();
        assert_eq!(noted.len(), 1);
        assert!(note(Items::AllOpen, "2020-01-31", &[("status", "open")]).is_err());
    }
}
