//! A text that cites section 33 for the duty to respond.

use crate::check::citation::find_citation;
use crate::check::prose::office_prose;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};

/// `wrong-section-cited`: a text that cites section 33 for the duty to respond.
pub static RULE: Rule = Rule {
    code: "T050",
    name: "wrong-section-cited",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text of the office cites section 33 of the Police Act 1996 for the duty to respond.",
    why: "Section 33 of the Police Act 1996 is about objections to changes of police areas. The duty to \
          publish comments on an inspection report is section 55(5), and the 56 days are section 55(5A). \
          Cite \"section 55(5) of the Police Act 1996 (as amended by section 37 of the Policing and Crime \
          Act 2017)\". The words an office uses for the duty on its own screens are its affair: \
          `duty.label` in track.toml keeps them.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "These comments are published under section 33 of the Police Act 1996."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "These comments are published under section 55(5) of the Police Act 1996."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    office_prose(subject.inspection, &mut |text, steps| {
        if let Some(cited) = find_citation(text, "33", None).next() {
            found.push(
                subject
                    .finding_in(&RULE, &steps(), cited, "section 33 of the Police Act 1996 is not the duty to respond")
                    .label("about objections to changes of police areas")
                    .help(
                        "the duty is section 55(5), the 56 days section 55(5A): cite \"section 55(5) of the Police Act \
                         1996 (as amended by section 37 of the Policing and Crime Act 2017)\"",
                    ),
            );
        }
    });
    found
}
