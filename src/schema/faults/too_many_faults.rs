//! More faults than anybody reads.

use crate::diagnostic::{Example, Rule, Severity, When};

/// `too-many-faults`: more than a hundred faults in one file.
pub static TOO_MANY_FAULTS: Rule = Rule {
    code: "T012",
    name: "too-many-faults",
    severity: Severity::Error,
    when: When::Always,
    summary: "The file has more faults than are worth listing.",
    why: "The first hundred are listed. One slip, such as a quote that is not closed, often causes many. Mend the first ones and check again.",
    example: Example::Words {
        bad: "A file with more than a hundred faults, such as a spreadsheet saved under the name of a record.",
        good: "Mend the first faults and check again, or take the file out of records/.",
    },
};
