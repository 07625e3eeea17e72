//! The last day, with its working.

use chrono::{Datelike, NaiveDate};

use super::Paint;
use super::dates::full_day;
use super::words::{last_day_in_full, state_words};
use crate::config::Settings;
use crate::duty::{POLICE_ACT_55, Requirement, State, working_day_on_or_before};
use crate::model::{LastDay, PartialDate, day_in_words, weekday};
use crate::query::Row;
use crate::text::visible;

/// The last day for a report published on a date, with the working and the law.
pub fn due_of_date(published: PartialDate, settings: &Settings, paint: Paint) -> String {
    let mut lines = Lines::new(settings, paint);
    lines.published(published);
    lines.last_day(published, crate::duty::last_day(&POLICE_ACT_55, published));
    lines.law();
    lines.text()
}

/// The last day of a record, with its state.
pub fn due_of_record(row: &Row, settings: &Settings, paint: Paint) -> String {
    let mut lines = Lines::new(settings, paint);
    lines.line("Inspection", &format!("{}: {}", row.id, visible(&row.title)));
    lines.published(row.published);
    if row.requirement == Requirement::Owed {
        lines.last_day(row.published, row.standing.last_day);
    }
    let words = state_words(row.requirement, &row.standing);
    lines.line("State", &paint.state(row.standing.state, &words));
    if row.standing.state != State::NotRequired {
        lines.law();
    }
    lines.text()
}

struct Lines<'s> {
    label: String,
    settings: &'s Settings,
    paint: Paint,
    pairs: Vec<(String, String)>,
}

impl<'s> Lines<'s> {
    fn new(settings: &'s Settings, paint: Paint) -> Self {
        Self { label: format!("{} due", settings.duty_name()), settings, paint, pairs: Vec::new() }
    }

    fn line(&mut self, head: &str, words: &str) {
        self.pairs.push((head.to_owned(), words.to_owned()));
    }

    fn published(&mut self, published: PartialDate) {
        let words = match (published.day(), published.earliest(), published.latest()) {
            (Some(day), ..) => format!("{}, day 1", full_day(day)),
            (None, Some(first), Some(last)) => {
                format!(
                    "{}: some day from {} to {}",
                    published.in_words(),
                    day_in_words(first),
                    day_in_words(last)
                )
            }
            _ => "the day is not known".into(),
        };
        self.line("Report published", &words);
    }

    fn last_day(&mut self, published: PartialDate, range: Option<LastDay>) {
        let label = self.label.clone();
        let Some(range) = range else {
            self.no_last_day(&label, published);
            return;
        };
        let days = POLICE_ACT_55.days;
        if let (Some(first), Some(last)) = (published.day(), range.day()) {
            let what = format!("{}, day {days}: the last day to publish the response", full_day(last));
            let what = self.paint.heading(&what);
            self.line(&label, &what);
            self.line("Counted", &counted(first, last));
            if let Some(advice) = advice(last) {
                self.line("", &advice);
            }
        } else {
            let words = last_day_in_full(range);
            let words = format!("{}: the last day to publish lies in these days", self.paint.heading(&words));
            self.line(&label, &words);
            let first = range.earliest;
            let sure = format!("to be sure of being in time, publish by {}", full_day(first));
            self.line("", &sure);
        }
    }

    fn no_last_day(&mut self, label: &str, published: PartialDate) {
        if published == PartialDate::Unknown {
            self.line(label, "cannot be told: the day on which the report was published is not known");
            return;
        }
        let from = day_in_words(POLICE_ACT_55.in_force_from);
        self.line(
            label,
            &format!("no last day: section 55(5A), with its 56 days, came into force on {from}"),
        );
        self.line("", "comments on the report were due before that too, without a limit of days");
    }

    fn law(&mut self) {
        let law = &POLICE_ACT_55;
        self.line(
            "The law",
            &format!(
                "{}: {} days beginning with the day on which the report is published; {}",
                law.citation, law.days, law.extension
            ),
        );
        if self.settings.duty_label.to_lowercase().contains("33") {
            self.line("", "this office says section 33; the section to cite is 55(5)");
        }
    }

    fn text(self) -> String {
        let width = self.pairs.iter().map(|(head, _)| head.chars().count()).max().unwrap_or(0) + 3;
        let room = self.paint.width.map_or(usize::MAX, |columns| columns.saturating_sub(width).max(20));
        let mut text = String::new();
        for (head, words) in &self.pairs {
            for (index, piece) in super::wrap::lines(words, room).iter().enumerate() {
                let head = if index == 0 { head.as_str() } else { "" };
                text.push_str(format!("{head:width$}{piece}").trim_end());
                text.push('\n');
            }
        }
        text
    }
}

/// The count from day 1 to the last day, by the ends of the months between.
fn counted(first: NaiveDate, last: NaiveDate) -> String {
    let number = |day: NaiveDate| (day - first).num_days() + 1;
    let mut steps = vec![format!("{} is day 1", short(first))];
    let mut month = PartialDate::Month(first.year(), first.month());
    while let Some(end) = month.latest().filter(|end| *end < last) {
        if end > first {
            steps.push(format!("{} day {}", short(end), number(end)));
        }
        let Some(next) = end.succ_opt() else { break };
        month = PartialDate::Month(next.year(), next.month());
    }
    steps.push(format!("{} day {}", short(last), number(last)));
    steps.join(", ")
}

fn short(day: NaiveDate) -> String {
    day.format("%-d %B").to_string()
}

/// Where the last day is no working day: the last one before it, as advice.
fn advice(last: NaiveDate) -> Option<String> {
    let working = working_day_on_or_before(last)?;
    if working == last {
        return None;
    }
    let kind = match last.weekday() {
        chrono::Weekday::Sat | chrono::Weekday::Sun => format!("a {}", weekday(last)),
        _ => "a bank holiday".into(),
    };
    let working = format!("{} {}", weekday(working), day_in_words(working));
    Some(format!("{kind}; the last working day on or before it is {working}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(published: &str) -> String {
        let settings = Settings { duty_label: "section 33".into(), ..Settings::default() };
        due_of_date(PartialDate::from_record_text(published).unwrap(), &settings, Paint::plain())
    }

    #[test]
    fn a_day_is_counted_out() {
        let text = due("2020-03-09");
        for says in [
            "Report published   9 March 2020 (Monday), day 1\n",
            "Section 33 due     3 May 2020 (Sunday), day 56: the last day to publish the response\n",
            "9 March is day 1, 31 March day 23, 30 April day 53, 3 May day 56\n",
            "a Sunday; the last working day on or before it is Friday 1 May 2020",
            "Police Act 1996, section 55(5A)",
        ] {
            assert!(text.contains(says), "{says}\n{text}");
        }
        assert!(!due("2020-03-11").contains("working day"), "a Tuesday needs no advice");
    }

    #[test]
    fn a_month_gives_a_range_and_an_early_report_none() {
        assert!(due("2020-03").contains("Section 33 due     25 April to 25 May 2020: "));
        assert!(due("2017-05-01").contains("no last day"));
        assert!(due("unknown").contains("cannot be told"));
        assert!(due("2017-05").contains("or none if the report came out before 2 May 2017"));
    }
}
