//! The table of states, proved by brute force: against its rows written down a second time, and against every world that
//! the dates allow.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use track::duty::{DaysLate, Requirement, ResponseDates, Standing, standing};
use track::model::PartialDate;
use track::schema::read;

/// The number of a day; days are counted, never held as dates, so that the proof shares no arithmetic with the source.
type Day = i32;

const SOON: Day = 14;

fn day(text: &str) -> Day {
    let part = |range: std::ops::Range<usize>| text[range].parse::<u32>().unwrap();
    NaiveDate::from_ymd_opt(text[..4].parse().unwrap(), part(5..7), part(8..10)).unwrap().num_days_from_ce()
}

fn date(day: Day) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day).unwrap()
}

/// The day on which section 55(5A) came into force.
fn c() -> Day {
    day("2017-05-02")
}

/// The last day of a report published on a day.
const fn last(day: Day) -> Day {
    day + 55
}

/// A date as a record writes it, with the days it may mean; `None` at an end that nothing gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Written {
    text: [u8; 10],
    len: usize,
    first: Option<Day>,
    last: Option<Day>,
}

impl Written {
    fn new(text: &str) -> Self {
        let end = |from: &str, month: bool| {
            let first = date(day(from));
            let same =
                |day: &NaiveDate| day.year() == first.year() && (!month || day.month() == first.month());
            first.iter_days().take_while(same).last().unwrap().num_days_from_ce()
        };
        let (first, last) = match text.len() {
            10 => (Some(day(text)), Some(day(text))),
            7 if text != "unknown" => {
                let from = format!("{text}-01");
                (Some(day(&from)), Some(end(&from, true)))
            }
            4 => {
                let from = format!("{text}-01-01");
                (Some(day(&from)), Some(end(&from, false)))
            }
            _ => (None, None),
        };
        let mut bytes = [0; 10];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Self { text: bytes, len: text.len(), first, last }
    }

    /// The day itself, its month and its year.
    fn all_of(day: Day) -> [Self; 3] {
        let text = date(day).to_string();
        [Self::new(&text), Self::new(&text[..7]), Self::new(&text[..4])]
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.text[..self.len]).unwrap()
    }

    fn is_day(&self) -> bool {
        self.len == 10
    }

    fn read(&self) -> PartialDate {
        PartialDate::from_record_text(self.text()).unwrap()
    }
}

/// A case of the table.
#[derive(Debug, Clone, Copy)]
struct Case {
    report: Written,
    response: Option<Written>,
    public_by: Option<Written>,
    today: Day,
}

impl Case {
    fn standing(&self) -> Standing {
        let response = ResponseDates {
            published: self.response.map(|date| date.read()),
            public_by: self.public_by.map(|date| date.read()),
            ..ResponseDates::default()
        };
        standing(Requirement::Owed, self.report.read(), response, date(self.today), SOON.unsigned_abs())
    }

    /// `P1..P2`: the days on which the report may have come out; P1 is `None` where nothing bounds it.
    fn p(&self) -> (Option<Day>, Day) {
        (self.report.first, self.report.last.map_or(self.today, |last| last.min(self.today)))
    }

    /// `R1..R2`: the same for the response; `None` where there is none by the day asked about.
    fn r(&self) -> Option<(Option<Day>, Day)> {
        let response = self.response.filter(|date| date.first.is_none_or(|first| first <= self.today))?;
        let seen = self.public_by.and_then(|date| date.last);
        let ends = [response.last, seen, Some(self.today)];
        Some((response.first, ends.into_iter().flatten().min().unwrap()))
    }
}

/// The rows of contract.md's table that begin at 2, word for word: the state of the first that fits.
fn by_the_table(case: &Case) -> &'static str {
    let today = case.today;
    let (p1, p2) = case.p();
    let unknown_report = p1.is_none();
    let p1 = p1.unwrap_or(Day::MIN / 2);
    let rows: &[(&str, bool)] = &match case.r() {
        _ if p1 > today => vec![("not-yet-published", true)],
        Some((r1, r2)) => {
            let bounded = case.public_by.is_some_and(|seen| seen.last.is_some());
            let unknown_response = r1.is_none() && !bounded;
            let r1 = r1.unwrap_or(Day::MIN / 2);
            vec![
                ("published-unproven", r2 < p1),
                ("published-no-deadline", p2 < c() || r2 < c()),
                ("published-unproven", unknown_report || unknown_response),
                ("published", r2 <= last(p1.max(c()))),
                ("published-late", p1 >= c() && r1 > last(p2)),
                ("published-unproven", true),
            ]
        }
        None => {
            let ends = last(p1.max(c()));
            vec![
                ("maybe-overdue", unknown_report),
                ("no-deadline", p2 < c()),
                ("due-soon", today <= ends && ends - today <= SOON),
                ("open", today <= ends),
                ("overdue", p1 >= c() && today > last(p2)),
                ("maybe-overdue", true),
            ]
        }
    };
    rows.iter().find(|(_, fits)| *fits).unwrap().0
}

/// Days around which the law turns, and what is written of them.
fn reports() -> BTreeSet<Written> {
    let turns = ["2017-05-02", "2019-12-31", "2020-02-29", "2020-03-31"];
    let mut all: BTreeSet<_> =
        turns.iter().flat_map(|turn| (-2..=2).flat_map(|by| Written::all_of(day(turn) + by))).collect();
    all.extend(["2016", "2017-06", "unknown"].map(Written::new));
    all
}

/// Days at which the state of a report may turn.
fn turns(report: &Written) -> BTreeSet<Day> {
    let (first, end) = (report.first.unwrap_or(c() - 400), report.last.unwrap_or(c() + 400));
    let around = [first, end, last(first), last(end), last(first) - SOON, c(), last(c())];
    around.into_iter().flat_map(|turn| (-2..=2).map(move |by| turn + by)).collect()
}

/// Every case: reports of each precision, responses of each, seen public or not, asked about around every turn.
fn each_case(mut see: impl FnMut(Case)) {
    for report in reports() {
        let days: Vec<Day> = turns(&report).into_iter().collect();
        let mut responses = vec![None, Some(Written::new("unknown"))];
        let written: BTreeSet<_> = days.iter().step_by(2).flat_map(|day| Written::all_of(*day)).collect();
        responses.extend(written.iter().copied().map(Some));
        let mut seen = vec![None, Some(Written::new("unknown"))];
        let few = days.iter().step_by(6).flat_map(|day| Written::all_of(*day)).collect::<BTreeSet<_>>();
        seen.extend(few.into_iter().map(Some));
        for response in responses {
            for public_by in &seen {
                let ends =
                    [response, *public_by].into_iter().flatten().flat_map(|date| [date.first, date.last]);
                let asked: BTreeSet<Day> = days
                    .iter()
                    .copied()
                    .chain(ends.flatten().flat_map(|end| [end - 1, end, end + 1]))
                    .collect();
                for today in asked {
                    see(Case { report, response, public_by: *public_by, today });
                }
            }
        }
    }
}

#[test]
fn the_state_is_that_of_the_first_row_that_fits() {
    let mut counted = BTreeMap::new();
    each_case(|case| {
        let Standing { state, days_late, .. } = case.standing();
        assert_eq!(state.as_str(), by_the_table(&case), "{} {case:?}", case.report.text());
        if let Some(DaysLate::Between { at_least, at_most: Some(at_most) }) = days_late {
            assert!(0 <= at_least && at_least <= at_most, "even where dates contradict each other: {case:?}");
        }
        *counted.entry(state.as_str()).or_insert(0_usize) += 1;
    });
    assert_eq!(counted.len(), 10, "every state but not-required is met: {counted:?}");
    assert!(counted.values().all(|count| *count > 50), "{counted:?}");
}

/// How late a response is, by its day, in the world in which the report came out on `report`; `None`: there is no limit.
fn late(report: Day, response: Day) -> Option<i32> {
    (report >= c() && response >= c()).then(|| response - last(report))
}

/// Every world: each day of the report with each of the response, or with today where there is none.
fn worlds(case: &Case) -> Option<Vec<Option<i32>>> {
    let (p1, p2) = case.p();
    let (r1, r2) = case.r().unwrap_or((Some(case.today), case.today));
    let long_ago = c().min(p2).min(r2) - 200;
    let reports = p1.unwrap_or(long_ago)..=p2;
    let all =
        reports.flat_map(|report| (r1.unwrap_or(long_ago)..=r2).map(move |response| late(report, response)));
    Some(all.collect::<Vec<_>>()).filter(|all| !all.is_empty())
}

#[test]
fn what_the_state_says_holds_in_every_world_and_the_bounds_are_tight() {
    let mut number = 0_usize;
    let mut proved = BTreeMap::new();
    each_case(|case| {
        number += 1;
        // A year against a year has 133,000 worlds: of the wide cases every 997th, of the others every 31st.
        let width = |date: Written| if date.is_day() { 0 } else { usize::from(date.len != 7) + 1 };
        let wide = width(case.report) + case.response.map_or(0, width) > 2;
        if !number.is_multiple_of(if wide { 997 } else { 31 }) {
            return;
        }
        prove(&case);
        *proved.entry(case.standing().state.as_str()).or_insert(0_usize) += 1;
    });
    assert_eq!(proved.len(), 10, "{proved:?}");
}

fn prove(case: &Case) {
    let found = case.standing();
    let Some(worlds) = worlds(case) else {
        let none = case.p().0.is_some_and(|p1| p1 > case.today);
        let at_odds = case.r().is_some_and(|(r1, r2)| r1.is_some_and(|r1| r1 > r2));
        assert!(none || at_odds, "{case:?}");
        return assert_eq!(none, found.state.as_str() == "not-yet-published");
    };
    let certain = |fits: fn(&Option<i32>) -> bool| worlds.iter().all(fits);
    let is_late = |late: &Option<i32>| late.is_some_and(|days| days > 0);
    let in_time = |late: &Option<i32>| late.is_none_or(|days| days <= 0);
    let days: Vec<i64> = worlds.iter().map(|late| i64::from(late.unwrap_or(0).max(0))).collect();
    let (least, most) = (*days.iter().min().unwrap(), *days.iter().max().unwrap());
    let exact = case.report.is_day() && case.response.is_none_or(|response| response.is_day());
    let holds = match found.state.as_str() {
        "published" | "open" | "due-soon" => certain(in_time),
        "published-late" | "overdue" => certain(is_late),
        "published-no-deadline" | "no-deadline" => certain(Option::is_none),
        // Uncertain: where both are bounded, some world is late and some is not.
        "published-unproven" | "maybe-overdue" => {
            let unbounded = case.report.first.is_none()
                || case.r().is_some_and(|(r1, r2)| r1.is_none() || r2 < case.p().0.unwrap());
            unbounded || (worlds.iter().any(is_late) && worlds.iter().any(in_time))
        }
        state => panic!("{state}: {case:?}"),
    };
    assert!(holds, "{}: {case:?}", found.state);
    match found.state.as_str() {
        "published-late" | "overdue" if exact => {
            assert_eq!(found.days_late, Some(DaysLate::Exactly(least)), "{case:?}");
            assert_eq!(least, most, "{case:?}");
        }
        "published-late" | "overdue" => {
            let expected = DaysLate::Between { at_least: least, at_most: Some(most) };
            assert_eq!(found.days_late, Some(expected), "{case:?}");
        }
        "maybe-overdue" => {
            let at_most = case.report.first.map(|_| most);
            assert_eq!(found.days_late, Some(DaysLate::Between { at_least: 0, at_most }), "{case:?}");
        }
        _ => assert_eq!(found.days_late, None, "{case:?}"),
    }
    let waits = matches!(found.state.as_str(), "open" | "due-soon");
    let left = worlds.iter().flatten().map(|late| i64::from(-late)).min();
    assert_eq!(found.days_left, left.filter(|_| waits), "{case:?}");
}

#[test]
fn the_last_day_is_the_range_over_the_whole_month_or_year_on_every_day() {
    for report in reports() {
        let days = report.first.zip(report.last).into_iter().flat_map(|(first, end)| first..=end);
        let lasts: Vec<Day> = days.filter(|day| *day >= c()).map(last).collect();
        let may_have_none = report.first.is_some_and(|first| first < c());
        let expected = lasts.iter().min().zip(lasts.iter().max());
        let expected = expected.map(|(first, end)| (date(*first), date(*end), may_have_none));
        for today in turns(&report) {
            let found = Case { report, response: None, public_by: None, today }.standing().last_day;
            let found = found.map(|range| (range.earliest, range.latest, range.may_have_none));
            assert_eq!(found, expected, "{} on {}", report.text(), date(today));
        }
    }
}

#[test]
fn no_row_but_the_first_is_asked_where_no_response_is_required() {
    let cases = [
        ("", true),
        ("[response]\nrequired = true\n", true),
        ("[response]\nrequired = false\nbecause = \"x\"\n", false),
        ("[response]\ncovered_by = \"x\"\nbecause = \"x\"\n", false),
        ("[response]\nrequired = false\npublished = 2030-01-01\n", false),
        ("duty = \"none\"\n", false),
        ("duty = \"requested\"\nrequested_by = 2020-05-01\n", false),
        ("duty = \"police-act-55\"\n", true),
    ];
    for (more, owed) in cases {
        let text = format!("title = \"x\"\ntype = \"national\"\npublished = 2020-03-09\n{more}");
        assert_eq!(is_owed(&text), owed, "{more}");
    }
    for kind in ["fire", "super-complaint"] {
        let text = format!("title = \"x\"\ntype = \"{kind}\"\npublished = 2020-03-09\n");
        assert!(!is_owed(&text) && is_owed(&format!("{text}duty = \"police-act-55\"\n")), "{kind}");
    }
}

fn is_owed(text: &str) -> bool {
    read("records/x.toml", text.as_bytes(), |reading| {
        assert_eq!(reading.first_error(), None, "{text}");
        let required = Requirement::of(&reading.inspection);
        let dates = reading.inspection.response.as_ref().map(ResponseDates::of).unwrap_or_default();
        let states: BTreeSet<_> = ["1999-01-01", "2020-03-08", "2020-04-30", "2020-05-04", "2199-12-31"]
            .iter()
            .map(|today| {
                standing(required, reading.inspection.published, dates, date(day(today)), SOON.unsigned_abs())
            })
            .map(|found| (found.state.as_str(), found.last_day, found.days_left, found.days_late.is_some()))
            .collect::<Vec<_>>()
            .into_iter()
            .map(|found| {
                assert!(found.0 != "not-required" || (found.1, found.2, found.3) == (None, None, false));
                found.0
            })
            .collect();
        assert_eq!(states.contains("not-required"), states.len() == 1, "{states:?}");
        !states.contains("not-required")
    })
}

#[test]
fn worked_examples() {
    for (report, response, public_by, today, expected) in [
        ("2020-03-09", None, None, "2020-05-03", "due-soon left 0"),
        ("2020-03-09", None, None, "2020-05-04", "overdue 1"),
        ("2020-03-09", Some("2020-05-03"), None, "2020-06-01", "published"),
        ("2020-03-09", Some("2020-05-04"), None, "2020-06-01", "published-late 1"),
        ("2020-03-09", Some("2020-05-04"), None, "2020-05-03", "due-soon left 0"),
        ("2020-03", None, None, "2020-05-10", "maybe-overdue 0..15"),
        ("2020-03", None, None, "2020-05-25", "maybe-overdue 0..30"),
        ("2020-03", None, None, "2020-05-26", "overdue 1..31"),
        ("2020-03", None, None, "2020-02-29", "not-yet-published"),
        ("2020-03", None, None, "2020-04-10", "open left 15"),
        ("2020-03", Some("unknown"), None, "2026-11-23", "published-unproven"),
        ("2020-03", Some("unknown"), None, "2020-04-01", "published-unproven"),
        ("2020-03", Some("unknown"), Some("2020-04-25"), "2026-11-23", "published"),
        ("2020-03", Some("unknown"), Some("2020-04-26"), "2026-11-23", "published-unproven"),
        ("2020-03-09", Some("2020-05"), None, "2026-11-23", "published-unproven"),
        ("2020-03-09", Some("2020-05"), Some("2020-05-03"), "2026-11-23", "published"),
        ("2020-03-09", Some("2020-06"), None, "2026-11-23", "published-late 29..58"),
        ("2020-03-09", Some("2020-06"), Some("2020-05-10"), "2026-11-23", "published-late 29..29"), // contradictory
        ("2017-05-01", None, None, "2026-11-23", "no-deadline"),
        ("2017-05-02", None, None, "2017-06-27", "overdue 1"),
        ("2017-05", None, None, "2026-11-23", "maybe-overdue 0..3437"),
        ("2017-05", Some("2017-06-26"), None, "2026-11-23", "published"),
        ("2017-04", Some("2019-01-01"), None, "2026-11-23", "published-no-deadline"),
        ("unknown", None, None, "2026-11-23", "maybe-overdue 0.."),
        ("unknown", Some("2020-04-01"), None, "2026-11-23", "published-unproven"),
        ("2020-03-09", Some("2020-03-08"), None, "2026-11-23", "published-unproven"),
    ] {
        let [response, public_by] = [response, public_by].map(|text| text.map(Written::new));
        let case = Case { report: Written::new(report), response, public_by, today: day(today) };
        let found = case.standing();
        let late = match found.days_late {
            None => String::new(),
            Some(DaysLate::Exactly(days)) => format!(" {days}"),
            Some(DaysLate::Between { at_least, at_most }) => {
                format!(" {at_least}..{}", at_most.map(|days| days.to_string()).unwrap_or_default())
            }
        };
        let left = found.days_left.map(|days| format!(" left {days}")).unwrap_or_default();
        assert_eq!(format!("{}{late}{left}", found.state), expected, "{report} {response:?} on {today}");
    }
}
