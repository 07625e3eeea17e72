//! The writing commands that are tried: to try another, add a line to [`CASES`].

use crate::files::{Files, files};
use crate::strace::{Step, Strace};
use crate::support::Repo;

/// A command that writes, and what stands before it.
#[derive(Debug)]
pub(crate) struct Case {
    /// Its name in messages.
    pub(crate) name: &'static str,
    /// The files before it, beside those of every case.
    pub(crate) files: &'static [(&'static str, &'static str)],
    /// The command line.
    pub(crate) args: &'static [&'static str],
    /// How it says that the change is on the disk.
    pub(crate) says: &'static str,
}

/// The record that is written.
pub(crate) const RECORD: &str = "records/2020/2020-02-custody.toml";
pub(crate) const TEXT: &str = "# As the office keeps it.\ntitle = \"Custody in the county\"\ntype = \"custody\"\n\
    published = 2020-02-11 # a Tuesday\n\n[[recommendation]]\nlabel = \"1\"\ntext = \"\"\"\nThe force should look again.\"\"\"\n\n\
    [response]\npublished = 2020-04-01\n";
/// The same in another layout than `fmt` gives.
const UNLAID: &str = "# As the office keeps it.\ntype = \"custody\"\ntitle = \"Custody in the county\"\n\
    published = \"2020-02-11\" # a Tuesday\n";
/// The same with a date in another form than that of a record.
const MISWRITTEN: &str = "# As the office keeps it.\ntitle = \"Custody in the county\"\ntype = \"custody\"\n\
    published = 25/02/2020 # a Tuesday\n";
/// What somebody wrote elsewhere.
const COMMENTS: &str =
    "The officers on the night shift were commended.\n\nThe reviews are late, and will not be again.\n";
/// The files of every case: what is never touched.
const OTHERS: [(&str, &str); 3] = [
    ("track.toml", "[duty]\nlabel = \"section 33\"\n"),
    ("records/2019-05-other.toml", "title = \"Other\"\ntype = \"national\"\npublished = 2019-05-02\n"),
    ("records/2020/2020-01-peel.toml", "title = \"Peel\"\ntype = \"peel\"\npublished = 2020-01-02\n"),
];

/// The commands.
pub(crate) const CASES: &[Case] = &[
    Case {
        name: "add",
        files: &[],
        args: &[
            "add",
            "--title",
            "Roads",
            "--type",
            "national",
            "--published",
            "2020-03-09",
            "--recommendation",
            "The force should review its recovery contract.",
            "--id",
            "2020-03-roads",
        ],
        says: "Saved ",
    },
    Case {
        name: "set",
        files: &[(RECORD, TEXT)],
        args: &["set", "2020-02-custody", "response.sent_to_inspectorate", "2020-04-02"],
        says: "Saved ",
    },
    Case {
        name: "set --unset",
        files: &[(RECORD, TEXT)],
        args: &["set", "2020-02-custody", "response.published", "--unset"],
        says: "Saved ",
    },
    Case {
        name: "update",
        files: &[(RECORD, TEXT)],
        args: &[
            "update",
            "2020-02-custody",
            "1",
            "--status",
            "in-progress",
            "--note",
            "The force has begun to look.",
            "--date",
            "2020-06-01",
        ],
        says: "Saved ",
    },
    Case {
        name: "respond",
        files: &[(RECORD, TEXT), ("comments.txt", COMMENTS)],
        args: &[
            "respond",
            "2020-02-custody",
            "--invited",
            "2020-02-13",
            "--received",
            "2020-03-09",
            "--chief-officer",
            "@comments.txt",
            "--action",
            "1=The force has looked again.",
        ],
        says: "Saved ",
    },
    Case {
        name: "recommendation add",
        files: &[(RECORD, TEXT)],
        args: &[
            "recommendation",
            "add",
            "2020-02-custody",
            "--label",
            "2",
            "--text",
            "The force should look a third time.",
        ],
        says: "Saved ",
    },
    Case {
        name: "recommendation remove",
        files: &[(RECORD, TEXT)],
        args: &["recommendation", "remove", "2020-02-custody", "1", "--force"],
        says: "Saved ",
    },
    Case {
        name: "remove",
        files: &[(RECORD, TEXT)],
        args: &["remove", "2020-02-custody", "--force"],
        says: "Removed ",
    },
    Case {
        name: "fmt",
        files: &[(RECORD, UNLAID)],
        args: &["fmt"],
        says: "Laid out records/2020/2020-02-custody.toml",
    },
    Case {
        name: "check --fix",
        files: &[(RECORD, MISWRITTEN)],
        args: &["check", "--fix"],
        says: "mended 1 finding in 1 file",
    },
];

/// The first record of a repository, whose folder is made with it; it has none of the other files.
pub(crate) const FIRST: Case = Case {
    name: "first add",
    files: &[("track.toml", "")],
    args: &[
        "add",
        "--title",
        "Roads",
        "--type",
        "national",
        "--published",
        "2020-03-09",
        "--id",
        "2020-03-roads",
    ],
    says: "Saved ",
};

/// A case by name.
pub(crate) fn case(name: &str) -> &'static Case {
    CASES.iter().find(|case| case.name == name).unwrap()
}

/// What a case does when nothing goes wrong.
#[derive(Debug)]
pub(crate) struct Expected {
    pub(crate) case: &'static Case,
    /// What stands before it.
    pub(crate) old: Files,
    /// What stands after it.
    pub(crate) new: Files,
    /// What `track check` says before it, and after it.
    pub(crate) checks: [(i32, String); 2],
    /// The system calls of it, from the first that touches the repository.
    pub(crate) steps: Vec<Step>,
}

impl Case {
    /// Lays the files.
    pub(crate) fn lay(&self) -> Repo {
        let others: &[_] = if self.name == FIRST.name { &[] } else { &OTHERS };
        let repo = Repo::with(&[others, self.files].concat());
        if self.name == FIRST.name {
            std::fs::remove_dir(repo.path("records")).unwrap();
        }
        repo
    }

    /// Runs it with nothing going wrong but what this machine always refuses.
    pub(crate) fn expected(&'static self, always: &[&str]) -> Expected {
        self.expected_under(&Strace::always(always))
    }

    /// The same with more in the environment.
    pub(crate) fn expected_under(&'static self, strace: &Strace) -> Expected {
        let repo = self.lay();
        let old = files(repo.dir.path());
        let before = check(&repo);
        let (ended, steps) = strace.steps(&repo, self.args);
        assert!(ended.status == Some(0) && ended.out.contains(self.says), "{}: {ended:?}", self.name);
        let new = files(repo.dir.path());
        assert!(new != old && new.keys().all(|path| !path.contains("/.track")), "{}: {new:?}", self.name);
        let checks = [before, check(&repo)];
        let errors = i32::from(self.name == "check --fix");
        assert_eq!(checks.each_ref().map(|(status, _)| *status), [errors, 0], "{}: {checks:?}", self.name);
        Expected { case: self, old, new, checks, steps }
    }
}

/// What `track check` says, and its exit status.
pub(crate) fn check(repo: &Repo) -> (i32, String) {
    let run = repo.track("check");
    (run.code, run.out)
}
