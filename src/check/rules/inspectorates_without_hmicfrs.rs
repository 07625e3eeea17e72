//! A report that none of the inspectors of constabulary made.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Example, Finding, Rule, Severity, When};
use crate::model::DutyKind;
use crate::schema::Steps;
use crate::text::fold_words;

/// `inspectorates-without-hmicfrs`: a report that none of the inspectors of constabulary made.
pub static RULE: Rule = Rule {
    code: "T102",
    name: "inspectorates-without-hmicfrs",
    severity: Severity::Warning,
    when: When::UnlessTurnedOff,
    summary: "The inspectorates of the report are named, and HMICFRS is not one of them.",
    why: "The duty to respond under section 55 of the Police Act 1996 is to reports of the inspectors of \
          constabulary: HMICFRS, and HMIC before July 2017. A report of others alone brings no such duty, \
          and its last day should not be counted. Add HMICFRS where it took part, or write duty = \"none\", \
          or duty = \"requested\" with the day by which a response was asked for.",
    example: Example::Records {
        today: "2020-06-01",
        bad: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspectorates = ["HMI Prisons", "CQC"]
"#,
        )],
        good: &[(
            "records/2020-05-example.toml",
            r#"title = "Example inspection"
type = "national"
published = 2020-05-09
inspectorates = ["HMICFRS", "HMI Prisons", "CQC"]
"#,
        )],
    },
};

/// Looks for it.
pub static CHECK: Check = Check { rule: &RULE, run: Run::Record(check) };

/// Bodies that are certainly not the inspectors of constabulary, by the words that tell them apart, in short and in full.
const OTHERS: [&str; 40] = [
    "hmi prisons",
    "inspectorate prisons",
    "chief inspector prisons",
    "hmip",
    "hmi probation",
    "inspectorate probation",
    "hmcpsi",
    "cpsi",
    "crown prosecution service inspectorate",
    "hmica",
    "inspectorate court administration",
    "cqc",
    "care quality commission",
    "ofsted",
    "office standards in education",
    "office standards in education childrens services and skills",
    "estyn",
    "ciw",
    "care inspectorate wales",
    "hiw",
    "healthcare inspectorate wales",
    "cssiw",
    "care and social services inspectorate wales",
    "iopc",
    "independent office police conduct",
    "ipcc",
    "independent police complaints commission",
    "college policing",
    "nao",
    "national audit office",
    "audit commission",
    "audit wales",
    "wales audit office",
    "cjini",
    "criminal justice inspection northern ireland",
    "ipco",
    "investigatory powers commissioner",
    "investigatory powers commissioners office",
    "information commissioners office",
    "ico",
];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let inspection = subject.inspection;
    let names = &inspection.inspectorates;
    if names.is_empty()
        || inspection.duty() != DutyKind::PoliceAct55
        || !names.iter().all(|name| is_another(name))
    {
        return Vec::new();
    }
    vec![
        subject
            .finding(
                &RULE,
                &Steps::root("inspectorates"),
                "HMICFRS is not one of the inspectorates of this report",
            )
            .label("HMICFRS is not named")
            .help("add \"HMICFRS\" if it took part; if not, write duty = \"none\" or \"requested\""),
    ]
}

/// Whether a name is certainly that of another body. In another language, or for several under one name, it may be HMICFRS.
fn is_another(name: &str) -> bool {
    // The short name may stand behind the long one.
    let parts = name.split(['(', ')']).map(distinctive).filter(|part| !part.is_empty());
    let known = parts.map(|part| OTHERS.contains(&part.as_str())).collect::<Vec<_>>();
    !known.is_empty() && known.into_iter().all(|known| known)
}

/// A name without the words that many have.
fn distinctive(name: &str) -> String {
    let mut words = fold_words(name);
    words.retain(|word| !matches!(word.as_str(), "the" | "of" | "for" | "hm" | "his" | "her" | "majestys"));
    words.join(" ")
}
