//! The records as text, and on disk.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::plan::{Answer, Flaw, Plan, day, later, today};
use super::prose::Chance;

/// Writes so many records into a folder that is empty or not there, and returns how many bytes they have.
pub(crate) fn write(number: u32, dir: &Path) -> io::Result<u64> {
    fs::create_dir_all(dir)?;
    if fs::read_dir(dir)?.next().is_some() {
        return Err(io::Error::other("the folder is not empty"));
    }
    let records = dir.join("records");
    for year in 2005..=2026 {
        fs::create_dir_all(records.join(year.to_string()))?;
    }
    let mut bytes = 0;
    for number in 0..number {
        let plan = Plan::of(number);
        let text = record(&plan);
        bytes += text.len() as u64;
        let folder = records.join(plan.published.year().to_string());
        fs::write(folder.join(format!("{}.toml", plan.id)), text)?;
    }
    Ok(bytes)
}

/// Writes one record.
fn record(plan: &Plan) -> String {
    let mut chance = Chance::new(plan.number, 2);
    let wanted = 1900 + chance.below(3050) as usize; // an item more comes on top
    let response = response(plan);
    let mut head = head(plan, &mut chance);
    let mut items = Items { plan, chance, text: String::new(), recommendations: 0, number: 0, cause: None };
    while head.len() + response.len() + items.text.len() < wanted || items.recommendations == 0 {
        items.next();
    }
    let Items { chance: mut rest, text, recommendations, .. } = items;
    let made = recommendations + rest.below(6);
    let _ = writeln!(head, "recommendations_made = {made}"); // writing to a String cannot fail
    if rest.percent(60) {
        let _ = writeln!(head, "recommendations_for_police = {}", recommendations.min(made));
    }
    head.push_str(&references(plan, &mut rest));
    head + &judgments(plan, &mut rest) + &text + &response
}

fn head(plan: &Plan, chance: &mut Chance) -> String {
    let mut text = format!("title = {}\ntype = \"{}\"\n", quoted(&plan.title), plan.kind.0);
    let _ = writeln!(text, "type_as_printed = \"{}\"", plan.kind.1);
    let published = match plan.answer {
        Answer::UnknownReport => "\"unknown\"".to_owned(),
        Answer::Imprecise(_) if !plan.has_limit() && chance.percent(30) => {
            format!("{}", plan.published.year())
        }
        Answer::Imprecise(_) if chance.percent(60) => month(plan.published),
        _ => plan.published.to_string(),
    };
    let _ = writeln!(text, "published = {published}");
    let name = if plan.published < day(2017, 7, 19) { "HMIC" } else { "HMICFRS" };
    let others = if plan.kind.0 == "joint" { ", \"HMCPSI\", \"HMI Probation\"" } else { "" };
    let _ = writeln!(text, "inspectorates = [\"{name}\"{others}]");
    if plan.flaw != Some(Flaw::NoForces) {
        let all = matches!(plan.kind.0, "national" | "thematic" | "rapid-review") && chance.percent(70);
        let forces = if all { "\"all\"" } else { "[\"Harrowdale Constabulary\"]" };
        let _ = writeln!(text, "forces = {forces}");
    }
    let _ = writeln!(text, "url = \"https://example.org/reports/{}\"", plan.id);
    if chance.percent(70) && plan.answer != Answer::UnknownReport {
        let visited = plan.published.checked_sub_months(Months::new(7)).unwrap_or(plan.published);
        let _ = writeln!(text, "inspected = [{}, {}]", month(visited), month(later(visited, 21)));
    }
    let _ = writeln!(text, "key_findings = {}", long(&chance.prose(420)));
    if chance.percent(15) {
        text.push_str("# Entered from the printed report; the figures were read twice.\n");
    }
    text
}

fn references(plan: &Plan, chance: &mut Chance) -> String {
    if !chance.percent(12) {
        return String::new();
    }
    let earlier = plan.earlier(60, |other| other.published < plan.published);
    earlier.map_or_else(String::new, |other| format!("follows = [\"{}\"]\n", other.id))
}

fn judgments(plan: &Plan, chance: &mut Chance) -> String {
    let mut text = String::new();
    if plan.kind.0 == "peel" {
        let grades = ["outstanding", "good", "adequate", "requires improvement", "inadequate"];
        for question in ["Investigating crime", "Responding to the public", "Protecting vulnerable people"] {
            let grade = chance.pick(&grades);
            let _ = write!(text, "\n[[judgment]]\nquestion = \"{question}\"\ngrade = \"{grade}\"\n");
        }
    }
    text
}

/// The items of a record, as they come.
struct Items<'p> {
    plan: &'p Plan,
    chance: Chance,
    text: String,
    recommendations: u32,
    number: u32,
    /// The label of the cause of concern that the next item stands under.
    cause: Option<String>,
}

impl Items<'_> {
    fn next(&mut self) {
        self.number += 1;
        // The first item is a plain recommendation: it bears the flaw, where there is one.
        let flaw = self.plan.flaw.filter(|_| self.number == 1);
        let kind = match self.chance.below(100) {
            _ if self.number == 1 => "recommendation",
            0..55 => "recommendation",
            55..67 => "cause-of-concern",
            67..69 => "accelerated-cause-of-concern",
            69..90 => "area-for-improvement",
            90..95 => "action",
            _ => "practice",
        };
        self.text.push_str("\n[[recommendation]]\n");
        let label = self.number.to_string();
        self.line("label", &format!("\"{label}\""));
        if kind != "recommendation" {
            self.line("kind", &format!("\"{kind}\""));
        }
        if kind == "recommendation" {
            self.recommendations += 1;
            if let Some(cause) = self.cause.take() {
                self.line("under", &format!("\"{cause}\""));
            }
        } else if kind.ends_with("cause-of-concern") {
            self.cause = Some(label);
        }
        let text = self.chance.prose(230);
        self.line("text", &long(&text));
        if self.chance.percent(60) {
            self.line("addressed_to", "[\"chief constables\", \"College of Policing\"]");
        }
        let ours = self.chance.below(100);
        let is_for_others = flaw.is_none() && (75..90).contains(&ours);
        if flaw.is_some() || ours < 75 {
            self.line("ours", "true");
        } else if is_for_others {
            self.line("ours", "false");
        }
        self.deadline(flaw);
        if is_for_others {
            self.line("outcome", "\"not-for-us\"");
        } else if kind != "practice" {
            self.outcome(flaw);
            self.updates(flaw);
        }
    }

    fn line(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.text, "{key} = {value}");
    }

    fn deadline(&mut self, flaw: Option<Flaw>) {
        if self.plan.answer == Answer::UnknownReport {
            return;
        }
        let months = 3 + self.chance.below(20);
        let by = self.plan.published.checked_add_months(Months::new(months)).unwrap_or_default();
        let name = by.format("%B %Y");
        let contradicts = flaw == Some(Flaw::DueContradicts);
        let (phrase, due) = match self.chance.below(6) {
            _ if contradicts => (format!("by {name}"), Some(format!("\"{}\"", by.year() + 2))),
            0 => (format!("by {name}"), Some(month(by))),
            1 => (format!("by the end of {name}"), Some(month(by))),
            2 => (format!("no later than {}", by.format("%-d %B %Y")), Some(by.to_string())),
            3 => (format!("By {}", by.format("%-d %B %Y")), None),
            4 => ("with immediate effect".to_owned(), None),
            _ => return,
        };
        self.line("deadline", &format!("\"{phrase}\""));
        if let Some(due) = due {
            self.line("due", &due);
        }
    }

    fn outcome(&mut self, flaw: Option<Flaw>) {
        let owner =
            self.chance.pick(&["Head of Crime", "Head of Custody", "Head of Estates", "Chief Executive"]);
        self.line("owner", &format!("\"{owner}\""));
        if flaw == Some(Flaw::Unexplained) {
            return;
        }
        let declined = flaw == Some(Flaw::NotAcceptedWithoutReason);
        if declined || self.chance.percent(6) {
            self.line("outcome", "\"not-accepted\"");
            if !declined {
                let reason = self.chance.prose(150);
                self.line("no_action_because", &long(&reason));
            }
            return;
        }
        let outcome =
            self.chance.pick(&["accepted", "accepted", "accepted", "partly-accepted", "already-done"]);
        self.line("outcome", &format!("\"{outcome}\""));
        let mut action = self.chance.prose(190);
        if self.chance.percent(10) {
            action.push_str(
                "\n\n- a plan, agreed by all\n- a review after six months\n- a report to the panel",
            );
        }
        if flaw == Some(Flaw::Placeholder) {
            action.push_str(" The date is TBC.");
        }
        self.line("action", &long(&action));
    }

    fn updates(&mut self, flaw: Option<Flaw>) {
        let mut at = later(self.plan.published, 40 + self.chance.below(100));
        let wanted = if flaw.is_some() { 2 } else { self.chance.below(3) };
        for number in 0..wanted {
            let ends = number + 1 == wanted && (flaw.is_some() || self.chance.percent(60));
            let date = match flaw {
                Some(Flaw::UpdatesOutOfOrder) if ends => at - Days::new(200),
                _ => at,
            };
            if date > today() {
                return;
            }
            self.text.push_str("\n[[recommendation.update]]\n");
            self.line("date", &date.to_string());
            let open = self.chance.pick(&["open", "awaiting-allocation", "in-progress", "pending-sign-off"]);
            self.line("status", &format!("\"{}\"", if ends { "closed" } else { open }));
            self.line("by", "\"Head of Crime\"");
            if !ends && self.chance.percent(20) {
                self.line("target", &later(at, 120).to_string());
            }
            if !(ends && flaw == Some(Flaw::ClosedWithoutNote)) {
                let mut note = self.chance.sentence();
                if self.chance.percent(5) {
                    note.push_str(" The panel called it \"a fair start\".");
                }
                self.line("note", &quoted(&note));
            }
            if ends && self.chance.percent(40) {
                self.line("signed_off_by", "\"Deputy Chief Constable\"");
                self.line("public", "true");
            }
            at = later(at, 30 + self.chance.below(200));
        }
    }
}

fn response(plan: &Plan) -> String {
    let chance = &mut Chance::new(plan.number, 3);
    let mut text = "\n[response]\n".to_owned();
    let (out, imprecise) = match plan.answer {
        Answer::On(out) => (out, false),
        Answer::Imprecise(out) => (out, true),
        Answer::None | Answer::UnknownReport => return String::new(),
        Answer::NotRequired => return not_required(plan, chance),
    };
    if let Some(other) = answered_by(plan, out) {
        let _ = writeln!(text, "answered_by = \"{}\"", other.id);
        return text;
    }
    let mut is_silent = false;
    if !imprecise && chance.percent(70) {
        let _ = writeln!(text, "invited = {}", later(plan.published, 3));
        is_silent = chance.percent(10);
        let received = later(plan.published, 12).to_string();
        let received = if is_silent { "\"none\"" } else { &received };
        let _ = writeln!(text, "comments_received = {received}");
    }
    let mut own = chance.prose(380);
    if plan.flaw == Some(Flaw::WrongSection) {
        own.push_str(" This is published under section 33 of the Police Act 1996.");
    } else if chance.percent(50) {
        own.push_str(" This is published under section 55(5) of the Police Act 1996.");
    }
    if chance.percent(25) {
        let _ = writeln!(text, "joint = {}", long(&own));
    } else {
        let _ = writeln!(text, "local_policing_body = {}", long(&own));
        if !is_silent {
            let _ = writeln!(text, "chief_officer = {}", long(&chance.prose(300)));
        }
    }
    publication(plan, out, imprecise, chance, &mut text);
    if (out - plan.published).num_days() > 55 {
        let _ = writeln!(text, "late_because = {}", quoted(&chance.sentence()));
    }
    text.push_str("signed_by = \"Chief Executive, for the Commissioner\"\n");
    text.push_str("office_held = \"Police and Crime Commissioner\"\n");
    text
}

fn publication(plan: &Plan, out: NaiveDate, imprecise: bool, chance: &mut Chance, text: &mut String) {
    let published = match chance.below(3) {
        0 if imprecise => "\"unknown\"".to_owned(),
        _ if imprecise => month(out),
        _ => out.to_string(),
    };
    let _ = writeln!(text, "published = {published}");
    if imprecise && chance.percent(30) {
        let _ = writeln!(text, "public_by = {}", later(out, 40).min(today()));
    }
    let _ = writeln!(text, "url = \"https://example.org/responses/{}\"", plan.id);
    let early = plan.flaw == Some(Flaw::SentTooEarly);
    if early || chance.percent(75) {
        let sent = if early { out - Days::new(45) } else { out };
        let _ = writeln!(text, "sent_to_inspectorate = {sent}\nsent_to_secretary_of_state = {out}");
        let _ = writeln!(text, "sent_to = [{{ to = \"Police and Crime Panel\", on = {out} }}]");
    }
}

/// For a few: an earlier report whose response came after this one, and in time for both.
fn answered_by(plan: &Plan, out: NaiveDate) -> Option<Plan> {
    if !plan.shares_a_response() {
        return None;
    }
    plan.earlier(300, |other| {
        let Answer::On(its) = other.answer else { return false };
        !other.shares_a_response() && plan.published < its && its <= out
    })
}

fn not_required(plan: &Plan, chance: &mut Chance) -> String {
    let mut text = "\n[response]\n".to_owned();
    if matches!(plan.kind.0, "fire" | "super-complaint") {
        return String::new();
    }
    let covered = chance.percent(50);
    let near = |other: &Plan| (plan.published - other.published).num_days().abs() < 300;
    match plan.earlier(60, |other| near(other) && matches!(other.answer, Answer::On(_))).filter(|_| covered) {
        Some(other) => _ = writeln!(text, "covered_by = \"{}\"", other.id),
        None => text.push_str("required = false\n"),
    }
    let _ = writeln!(text, "because = {}", long(&chance.prose(200)));
    text
}

fn month(day: NaiveDate) -> String {
    day.format("\"%Y-%m\"").to_string()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Prose over several lines.
fn long(text: &str) -> String {
    format!("\"\"\"\n{text}\"\"\"")
}
