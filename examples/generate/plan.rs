//! What a record is to be, by its number: enough to name it from another.

use chrono::{Datelike, Days, NaiveDate};

use super::prose::Chance;

/// How a report stands to the duty to respond.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// A response was published on a day.
    On(NaiveDate),
    /// A response was published on a day that is known to the month, or not at all.
    Imprecise(NaiveDate),
    /// None yet.
    None,
    /// None is required.
    NotRequired,
    /// None, and the report's day is not known.
    UnknownReport,
}

/// Something that `check` warns of, besides a response that is overdue.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    Unexplained,
    ClosedWithoutNote,
    NotAcceptedWithoutReason,
    WrongSection,
    NoForces,
    UpdatesOutOfOrder,
    SentTooEarly,
    Placeholder,
    DueContradicts,
}

const FLAWS: [Flaw; 9] = [
    Flaw::Unexplained,
    Flaw::ClosedWithoutNote,
    Flaw::NotAcceptedWithoutReason,
    Flaw::WrongSection,
    Flaw::NoForces,
    Flaw::UpdatesOutOfOrder,
    Flaw::SentTooEarly,
    Flaw::Placeholder,
    Flaw::DueContradicts,
];

/// What a record is to be.
pub(crate) struct Plan {
    pub(crate) number: u32,
    pub(crate) id: String,
    pub(crate) title: String,
    /// The type, as a record writes it, and its name for people.
    pub(crate) kind: (&'static str, &'static str),
    pub(crate) published: NaiveDate,
    pub(crate) answer: Answer,
    pub(crate) flaw: Option<Flaw>,
}

/// The day the records are about: none of them tells of a later one.
pub(crate) fn today() -> NaiveDate {
    day(2026, 11, 23)
}

/// A day that the calendar has.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// A day so many days later.
pub(crate) fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}

impl Plan {
    /// Plans a record.
    pub(crate) fn of(number: u32) -> Self {
        let mut chance = Chance::new(number, 1);
        let first = day(2005, 1, 10);
        let whole = u32::try_from((day(2026, 12, 31) - first).num_days()).unwrap_or(1);
        let mut published = later(first, chance.below(whole + 1));
        let answer = answer(&mut chance, &mut published);
        let kind = match answer {
            Answer::NotRequired if chance.percent(50) => NO_DUTY[chance.below(2) as usize],
            _ => KINDS[chance.below(15) as usize],
        };
        let overdue = matches!(answer, Answer::UnknownReport)
            || (answer == Answer::None && published < today() - Days::new(55));
        let is_late = overdue && published >= day(2017, 5, 2);
        let flaw = (!is_late && chance.below(1000) < 75).then(|| FLAWS[chance.below(9) as usize]);
        let (title, subject) = title(number);
        let slug: String = subject.to_lowercase().replace(' ', "-");
        let id = format!("{}-{:02}-{slug}-{}", published.year(), published.month(), number + 1);
        Self { number, id, title, kind, published, answer, flaw }
    }

    /// Finds an earlier record that fits, not far back.
    pub(crate) fn earlier(&self, reach: u32, fits: impl Fn(&Self) -> bool) -> Option<Self> {
        let from = self.number.saturating_sub(reach);
        (from..self.number).rev().map(Self::of).find(fits)
    }

    /// Whether an earlier report's response may answer it too.
    pub(crate) fn shares_a_response(&self) -> bool {
        self.flaw.is_none() && Chance::new(self.number, 4).percent(3)
    }

    /// Whether the duty of 56 days applies to it.
    pub(crate) fn has_limit(&self) -> bool {
        self.published >= day(2017, 5, 2)
    }
}

/// What became of the response; a report that nothing was answered to is moved to where its state is wanted.
fn answer(chance: &mut Chance, published: &mut NaiveDate) -> Answer {
    let out = |days: u32| {
        let out = later(*published, days);
        if out <= today() { Answer::On(out) } else { Answer::None }
    };
    match chance.below(1000) {
        30.. if *published > today() => Answer::None,
        0..30 => {
            // Overdue: within the years of the limit, and the last day over.
            *published = later(day(2017, 5, 2), chance.below(3430));
            Answer::None
        }
        30..33 => Answer::UnknownReport,
        33..100 => Answer::NotRequired,
        100..160 => Answer::Imprecise(later(*published, 10 + chance.below(20)).min(today())),
        160..220 => out(56 + chance.below(90)),
        220..270 if *published < day(2017, 1, 1) => Answer::None,
        _ => out(20 + chance.below(36)),
    }
}

/// A title that no other record has, and its subject.
fn title(number: u32) -> (String, &'static str) {
    let of = |words: &[&'static str], by: usize| words[number as usize / by % words.len()];
    let (subjects, angles) = (SUBJECTS.len(), ANGLES.len());
    // Neighbours differ in subject, angle and area: the steps are no multiples of one another.
    let subject = of(SUBJECTS, 1);
    let (angle, area) = (of(ANGLES, subjects), of(AREAS, subjects * angles));
    let round = number as usize / (subjects * angles * AREAS.len());
    let series = if round == 0 { String::new() } else { format!(", part {}", round + 1) };
    (format!("{subject}: {angle} in {area}{series}"), subject)
}

const KINDS: [(&str, &str); 15] = [
    ("national", "National Inspection"),
    ("national", "National Inspection"),
    ("peel", "PEEL Assessment"),
    ("peel", "PEEL Assessment"),
    ("thematic", "Thematic inspection"),
    ("joint", "Joint inspection"),
    ("custody", "Unannounced inspection visit"),
    ("child-protection", "Child protection inspection"),
    ("rolling", "Rolling programme"),
    ("counter-terrorism", "Counter-terrorism inspection"),
    ("revisit", "Revisit"),
    ("progress", "Progress report"),
    ("spotlight", "Spotlight report"),
    ("commissioned", "Commissioned inspection"),
    ("rapid-review", "Rapid review"),
];

const NO_DUTY: [(&str, &str); 2] =
    [("super-complaint", "Super-complaint investigation"), ("fire", "Fire and rescue inspection")];

const SUBJECTS: &[&str] = &[
    "Custody",
    "Missing children",
    "Rural crime",
    "Stop and search",
    "Crime recording",
    "Domestic abuse",
    "Digital evidence",
    "Roads policing",
    "Repeat callers",
    "Prevent",
    "Online harm",
    "Neighbourhood policing",
    "Vetting",
    "Serious violence",
    "Firearms licensing",
    "Disclosure",
    "Hate crime",
    "Fraud",
    "Call handling",
    "County lines",
    "Detainee care",
    "Burglary",
    "Offender management",
    "Victim care",
    "Intelligence",
    "Workforce planning",
    "Public order",
    "Stalking",
    "Modern slavery",
    "Forensic services",
    "Elder abuse",
    "Night policing",
    "Prisoner transport",
    "Wildlife crime",
    "Knife crime",
    "Bail",
    "Cyber crime",
];

const ANGLES: &[&str] = &[
    "what was promised and what was done",
    "a first look at the work",
    "the view of victims",
    "a visit without notice",
    "how well forces are prepared",
    "the return of the inspectors",
    "slow progress",
    "a study of two hundred cases",
    "leadership and supervision",
    "the first hours",
    "value for money",
    "partners at work",
    "the use of technology",
    "promises to children",
    "a question of trust",
    "the state of practice",
    "learning from failure",
    "the longer view",
    "calls that come twice",
    "people before process",
    "a shared task",
    "good intentions",
    "behind the figures",
    "evidence lost and found",
    "the next five years",
    "nothing left to chance",
    "who decides",
    "the weight of demand",
    "small forces, large areas",
];

const AREAS: &[&str] = &[
    "Harrowdale",
    "Stanmoor",
    "Eastlow",
    "Brackenford",
    "Millhaven",
    "Thornwick",
    "Carrowby",
    "Penmarsh",
    "Oldcastle",
    "Wenfield",
    "Aldersea",
    "Fellgate",
    "Northmere",
    "Southcliffe",
    "Westering",
    "Ashcombe",
    "Barrowden",
    "Coldwater",
    "Dunmarsh",
    "Elmstead",
    "Fairholt",
    "Greyfell",
    "Hartwick",
    "Ivelmouth",
    "Jarrowby",
    "Kelderside",
    "Langmoor",
    "Marlowe",
    "Netherby",
    "Overton",
    "Priorsfield",
    "Quenby",
    "Ravensworth",
    "Saltersby",
    "Tarnside",
    "Ulverdale",
    "Vennmouth",
    "Wharfeside",
    "Yarrowfield",
    "Abbotsby",
    "Birkmoor",
    "Cragdale",
    "Deepwell",
    "Ettrickham",
    "Fossgate",
    "Glenmoor",
    "Highgarth",
    "Inglewick",
    "Kirkstead",
    "Lowmarsh",
    "Moorgate",
    "Newholm",
    "Oxenby",
    "Pikestone",
    "Rushmere",
    "Scarholt",
    "Thistledown",
    "Underfell",
    "Wyncliffe",
    "Addlestrop Vale",
    "Burnside",
    "Cold Ashby",
    "Dry Drayford",
    "the eastern region",
    "the northern region",
    "the southern region",
    "the western region",
    "the midlands",
    "the island forces",
    "the metropolitan areas",
    "the border counties",
    "the coastal forces",
    "the upland forces",
    "the smaller forces",
    "the larger forces",
    "eight forces",
    "eleven forces",
    "fourteen forces",
    "the seven counties",
    "the three ridings",
    "the river districts",
    "the market towns",
    "the new towns",
    "the old boroughs",
    "the fen country",
    "the port authorities",
    "the garrison towns",
    "the national park",
    "the university towns",
    "the mining villages",
    "the airport towns",
    "the wolds",
    "the downs",
    "the marches",
    "the lake district towns",
    "the peninsula",
];
