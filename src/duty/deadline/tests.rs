use super::*;
use chrono::Datelike;
use proptest::prelude::*;

fn date(text: &str) -> PartialDate {
    PartialDate::from_record_text(text).unwrap()
}

/// The reading as machine output writes it, or `none`, for a report of 31 August 2020.
fn read(phrase: &str) -> String {
    read_on(phrase, "2020-08-31")
}

fn read_on(phrase: &str, published: &str) -> String {
    read_deadline(phrase, date(published)).map_or("none".to_owned(), |deadline| deadline.to_string())
}

#[test]
fn days_months_and_years_named() {
    for (phrase, meant) in [
        ("By 31 August 2024", "2024-08-31"),
        ("Not later than 31 March 2015", "2015-03-31"),
        ("By 27/03/25", "2025-03-27"),
        ("By March 2023", "2023-03"),
        ("no later than September 2023", "2023-09"),
        ("by 2024", "2024"),
        ("31 August 2024", "2024-08-31"),
        ("March 2023", "2023-03"),
        ("By 31st of August 2024.", "2024-08-31"),
        ("By the 31st of August 2024", "2024-08-31"),
        ("BY 1ST APRIL 2024", "2024-04-01"),
        ("by 5 Sept. 2023;", "2023-09-05"),
        ("By Saturday 31 August 2024", "2024-08-31"),
        ("By Saturday, 31 August 2024", "2024-08-31"),
        ("By August 31, 2024", "2024-08-31"),
        ("by 01.04.2024", "2024-04-01"),
        ("By 27\u{2013}03\u{2013}25", "2025-03-27"),
        ("By 2024-08-31", "2024-08-31"),
        ("by 2021-03", "2021-03"),
        ("by 03/2021", "2021-03"),
        ("by the end of March 2023", "2023-03"),
        ("By end of March 2023", "2023-03"),
        ("by end March 2023", "2023-03"),
        ("End of December 2023", "2023-12"),
        ("by the end of 2023", "2023"),
        ("before the end of March 2023", "2023-03"),
        ("before the end of 2023", "2023"),
        ("no later than the end of May 2023", "2023-05"),
        ("by no later than 31 March 2024", "2024-03-31"),
        ("by not later than 31 March 2024", "2024-03-31"),
        ("at the latest by 31 March 2024", "2024-03-31"),
        ("by 31 March 2024 at the latest", "2024-03-31"),
        ("by 31 March 2024 or earlier", "2024-03-31"),
        ("on or before 31 March 2024", "2024-03-31"),
        ("  By\u{a0}31\u{a0}August  2024 ", "2024-08-31"),
        ("By 31\u{202f}Au\u{ad}gust\n2024", "2024-08-31"),
        ("\u{201c}By 31 August 2024\u{201d}", "2024-08-31"),
        ("\u{2022} By 31 August 2024 \u{2013}", "2024-08-31"),
    ] {
        assert_eq!(read(phrase), meant, "{phrase}");
    }
}

#[test]
fn spans_run_to_the_corresponding_date() {
    for (phrase, meant) in [
        ("Within six months", "2021-02-28"),
        ("within three months", "2020-11-30"),
        ("within 6 months.", "2021-02-28"),
        ("Within twelve months", "2021-08-31"),
        ("12 months", "2021-08-31"),
        ("one year", "2021-08-31"),
        ("two years", "2022-08-31"),
        ("within a year", "2021-08-31"),
        ("within one month", "2020-09-30"),
        ("Within thirty-six months", "2023-08-31"),
        ("within twenty four months", "2022-08-31"),
        ("within eighteen months", "2022-02-28"),
        ("within forty-two months", "none"),
        ("within 42 months", "2024-02-29"),
        ("within the next six months", "2021-02-28"),
        ("within three calendar months", "2020-11-30"),
        ("within a period of six months", "2021-02-28"),
        ("within three months of publication", "2020-11-30"),
        ("within three months of the publication of this report", "2020-11-30"),
        ("within three months of the date of publication of this report", "2020-11-30"),
        ("Within three months of the date of this report", "2020-11-30"),
        ("within three months of this report", "2020-11-30"),
        ("within three months of this report being published", "2020-11-30"),
        ("within three months of this report\u{2019}s publication", "2020-11-30"),
        ("Within 3 months from the publication date", "2020-11-30"),
        ("no later than three months after publication", "2020-11-30"),
        ("within six\u{a0}months, forces should review their policy", "2021-02-28"),
    ] {
        assert_eq!(read(phrase), meant, "{phrase}");
    }
}

#[test]
fn a_span_is_as_precise_as_the_publication() {
    for (published, meant) in [
        ("2020-03-09", "2020-09-09"),
        ("2023-08-31", "2024-02-29"),
        ("2023-08-30", "2024-02-29"),
        ("2020-12-31", "2021-06-30"),
        ("2020-03", "2020-09"),
        ("2020-08", "2021-02"),
        ("2020", "none"),
        ("unknown", "none"),
        ("2199-08-01", "none"),
        ("2199-06-30", "2199-12-30"),
    ] {
        assert_eq!(read_on("Within six months", published), meant, "{published}");
    }
    assert_eq!(read_on("By March 2023", "unknown"), "2023-03");
    assert_eq!(read_on("Immediately", "unknown"), "immediate");
}

#[test]
fn immediate_has_no_day() {
    for phrase in [
        "With immediate effect",
        "immediately",
        "Immediate",
        "Immediately.",
        "immediately, forces should act",
    ] {
        assert_eq!(read(phrase), "immediate", "{phrase}");
    }
}

#[test]
fn what_names_no_date_or_leaves_doubt_is_not_read() {
    for phrase in [
        "",
        " . ",
        ",,,,",
        "unknown",
        "as soon as possible",
        "at least annually",
        "ongoing",
        "by autumn 2021",
        "By early 2024",
        "by mid-March 2023",
        "by the start of March 2023",
        "by Q1 2024",
        "within 28 days",
        "within 28 days of publication",
        "by March",
        "by 31 March",
        "by the end of March",
        "by March 24",
        "By Friday 31 August 2024",
        "By 31 September 2024",
        "By 29 February 2023",
        "By 03/27/25",
        "by 31nd August 2024",
        "By 31 August 2200",
        "before 31 March 2024",
        "before March 2024",
        "not before the end of March 2024",
        "after 31 March 2024",
        "from 31 March 2024",
        "by 2024/25",
        "by the end of 2024\u{2013}25",
        "by 2010\u{2013}11",
        "by 31 March 2024 and 31 March 2025",
        "by 31 March 2024 (revised from 1 March 2024)",
        "by 31 March 2024\u{b9}",
        "By 31 August 2024\u{2026}",
        "By 31 August 2024...",
        "every six months",
        "after six months",
        "within zero months",
        "within 3\u{2013}6 months",
        "within three to six months",
        "within the year",
        "within 121 months",
        "within 11 years",
        "within 999 years",
        "within six months of the inspection",
        "within six months of the previous report",
        "within six months of",
        "within March 2024",
        "with effect from 1 April 2024",
        "immediate and ongoing",
    ] {
        assert_eq!(read(phrase), "none", "{phrase}");
    }
}

#[test]
fn a_sentence_may_go_on_after_a_comma_if_it_names_no_other_time() {
    for (phrase, meant) in [
        ("By 31 August 2024, chief constables should\u{2026}", "2024-08-31"),
        ("By Saturday, 31 August 2024, chief constables should act.", "2024-08-31"),
        ("By August 31, 2024, all forces should act", "2024-08-31"),
        ("By 31 August 2024,", "2024-08-31"),
        ("By 31 August 2024, forces should act by March", "none"),
        ("By 31 August 2024, 12 forces should act", "none"),
        ("Immediately, and within six months", "none"),
        ("By March 2023, and annually thereafter", "none"),
        ("By March 2023, unless agreed otherwise", "none"),
        ("Chief constables should, by 31 August 2024, act", "none"),
        ("Chief constables should act by 31 August 2024", "none"),
        ("By 31 August 2024 chief constables should act", "none"),
        ("By 31 August 2024. Chief constables should act", "none"),
    ] {
        assert_eq!(read(phrase), meant, "{phrase}");
    }
}

#[test]
fn the_last_day_is_in_time_and_immediate_is_never_past() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let march = Deadline::On(date("2021-03"));
    assert_eq!(march.latest_day(), Some(day("2021-03-31")));
    assert!(!march.certainly_past(day("2021-03-31")));
    assert!(march.certainly_past(day("2021-04-01")));
    assert!(!Deadline::Immediate.certainly_past(NaiveDate::MAX));
    assert!(!Deadline::On(PartialDate::Unknown).certainly_past(NaiveDate::MAX));
    assert_eq!(serde_json::to_string(&[march, Deadline::Immediate]).unwrap(), r#"["2021-03","immediate"]"#);
}

#[test]
fn a_huge_phrase_is_answered_at_once() {
    assert_eq!(read(&"by 31 March 2024,".repeat(100_000)), "none");
    assert_eq!(read(&",".repeat(1_000_000)), "none");
}

#[test]
fn every_day_is_read_back_in_every_form_printed() {
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
    let forms =
        ["By %-d %B %Y", "Not later than %-d %B %Y", "By %d/%m/%y", "no later than %A %-d %b %Y.", "%F"];
    for day in first.iter_days().take_while(|day| day.year() <= 2040) {
        for form in forms {
            assert_eq!(
                read_deadline(&day.format(form).to_string(), PartialDate::Unknown),
                Some(Deadline::On(PartialDate::Day(day)))
            );
        }
        let month = day.format("By %B %Y").to_string();
        assert_eq!(read(&month), day.format("%Y-%m").to_string());
    }
}

proptest! {
    #[test]
    fn no_text_breaks_it(phrase in "\\PC{0,60}", of_words in "(by|within|the|end|of|six|31|[0-9]{1,4}|March|months|,|\u{a0}| ){0,12}") {
        for published in ["2020-08-31", "2020-08", "unknown"] {
            let _ = read_deadline(&phrase, date(published));
            let _ = read_deadline(&of_words, date(published));
        }
    }

    #[test]
    fn a_span_keeps_the_day_of_the_month_or_ends_the_month(number in 0i64..9_000, months in 1u32..=120) {
        let published = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap() + chrono::Duration::days(number);
        let read = read_deadline(&format!("Within {months} months"), PartialDate::Day(published)).unwrap();
        let Some(day) = read.latest_day() else { panic!("a day gives a day") };
        let ends_month = day.succ_opt().unwrap().day() == 1;
        prop_assert!(day.day() == published.day() || (ends_month && day.day() < published.day()));
        let gone = (day.year() - published.year()) * 12 + day.month().cast_signed() - published.month().cast_signed();
        prop_assert_eq!(gone.cast_unsigned(), months);
    }
}
