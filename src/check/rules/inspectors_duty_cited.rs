//! A text that cites the inspectors' own duty for the response.

use crate::check::citation::{find_citation, sentence_around};
use crate::check::prose::office_prose;
use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};

/// `inspectors-duty-cited`: a text that cites the inspectors' own duty for the response.
pub static RULE: Rule = Rule {
    code: "T051",
    name: "inspectors-duty-cited",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "A text of the office cites section 55(1) of the Police Act 1996, the inspectors' own duty.",
    why: "Section 55(1) of the Police Act 1996 is the duty to publish the inspectors' report. The local \
          policing body's comments are published under section 55(5), within the 56 days of section \
          55(5A). Cite \"section 55(5) of the Police Act 1996 (as amended by section 37 of the Policing \
          and Crime Act 2017)\". A sentence that speaks of the inspectors' publication only may cite \
          section 55(1) and is left alone.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "This response is published under section 55(1) of the Police Act 1996."
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09

[response]
local_policing_body = "This response is published under section 55(5) of the Police Act 1996."
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    office_prose(subject.inspection, &mut |text, steps| {
        let mut cited = find_citation(text, "55", Some("(1)"));
        if let Some(cited) = cited.find(|cited| !is_about_inspectors(sentence_around(text, cited))) {
            found.push(
                subject
                    .finding_in(&RULE, &steps(), cited, "section 55(1) of the Police Act 1996 is not the duty to respond")
                    .label("the inspectors' duty to publish; is 55(5) meant?")
                    .help(
                        "cite \"section 55(5) of the Police Act 1996 (as amended by section 37 of the Policing and Crime \
                         Act 2017)\"",
                    ),
            );
        }
    });
    found
}

/// Whether a sentence speaks of the inspectors and not of a response: they do publish under section 55(1).
fn is_about_inspectors(sentence: &str) -> bool {
    let folded = sentence.to_lowercase();
    let has = |parts: [&str; 3]| parts.iter().any(|part| folded.contains(part));
    has(["inspect", "hmic", "hmi "]) && !has(["respon", "comment", "repl"])
}
