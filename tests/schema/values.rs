//! Of any value at any key reader and schema say the same, or the list says why not.

use toml::{Table, Value};
use track::config::SETTING_TABLES;
use track::schema::TABLES;

use crate::judge::Judge;

/// A record with nothing but what must be there, and one value more at a key of a table.
pub(crate) fn record_with(path: &str, key: &str, value: &Value) -> String {
    let least = match path {
        "" => "title = \"x\"\ntype = \"peel\"\npublished = 2020-03-09",
        "judgment" => "question = \"x\"\ngrade = \"good\"",
        "recommendation" => "text = \"x\"",
        "recommendation.update" => "date = 2020-06-01",
        "response" => "",
        "response.sent_to" => "to = \"x\"\non = 2020-06-01",
        other => panic!("a record with a table {other} must be written here"),
    };
    let is_list = path != "response";
    with(least, path, is_list, key, value, record_with)
}

/// A `track.toml` with nothing but what must be there, and one value more at a key of a table.
pub(crate) fn settings_with(path: &str, key: &str, value: &Value) -> String {
    let least = match path {
        "office.earlier" => "until = 2012-11-21\nname = \"x\"",
        "" | "office" | "duty" | "documents" => "",
        other => panic!("a track.toml with a table {other} must be written here"),
    };
    with(least, path, path == "office.earlier", key, value, settings_with)
}

fn with(
    least: &str,
    path: &str,
    is_list: bool,
    key: &str,
    value: &Value,
    outer: fn(&str, &str, &Value) -> String,
) -> String {
    let mut table: Table = toml::from_str(least).unwrap();
    table.insert(key.to_owned(), value.clone());
    if path.is_empty() {
        return toml::to_string(&table).unwrap();
    }
    let (above, inner) = path.rsplit_once('.').unwrap_or(("", path));
    let value = Value::Table(table);
    outer(above, inner, &if is_list { Value::Array(vec![value]) } else { value })
}

/// Values of every kind, right at some keys and wrong at others.
fn values() -> Vec<Value> {
    let values: Table = toml::from_str(
        r#"values = [
            "", " \n", "x", "two\nlines", "true", "1", "peel", "action", "open", "all", "none", "unknown", "Unknown",
            "2020", "1799", "1800", "2199", "2200", "2020-03", "2020-3", "2020-03-09", "2020-02-30", "2000-02-29",
            "2100-02-29", "2020-03-09 ", "9 March 2020", "2020-03-09T10:00:00", "off", "\u00a0", "\u2028", "\u0085", "\ufeff", "\u200b",
            0, 1, -1, 14, 56, 57, 1799, 1800, 2020, 2199, 2200, 9999, 10000, 20200309, 9223372036854775807, true, false,
            2020-03-09, 1799-12-31, 1800-01-01, 2199-12-31, 2200-01-01, 2020-03-09T10:00:00, 10:00:00,
            8.0, 2020.0, 8.5, inf, nan, 1e3,
            [], ["x"], ["x", 1], ["2020-03"], [2020-03-09, "unknown"], [2020, 2021, 2022], [true], [["x"]],
            {}, { x = 1 }, [{}], [{ x = 1 }], [{}, 1], { forces-missing = { level = "off", because = " " } },
            { forces-missing = { level = "off" } }, { forces-missing = "off" }, { syntax = { level = "off", because = "x" } },
            { forces-missing = { level = "off", because = "x", x = 1 } }, { x = { level = "off", because = "x" } },
        ]"#,
    )
    .unwrap();
    values["values"].as_array().unwrap().clone()
}

#[test]
fn of_any_value_at_any_key_both_say_the_same() {
    let records = Judge::of_records();
    let mut tally = [0, 0];
    for table in TABLES {
        for field in table.fields {
            for value in values() {
                said(&records, &record_with(table.path, field.key, &value), &mut tally);
            }
            // A key of this name in another table, and one of no name.
            let text = record_with(table.path, &format!("{}s", field.key), &Value::Boolean(true));
            assert_eq!(records.judge(text.as_bytes()).schema, Ok(false), "{text}");
        }
    }
    assert!(tally[0] > 600 && tally[1] > 1500, "{tally:?}");
    let settings = Judge::of_settings();
    let mut tally = [0, 0];
    for table in SETTING_TABLES {
        for setting in table.settings {
            for value in values() {
                said(&settings, &settings_with(table.path, setting.key, &value), &mut tally);
            }
            let text = settings_with(table.path, &format!("{}s", setting.key), &Value::Boolean(true));
            let verdicts = settings.judge(text.as_bytes());
            assert_eq!((verdicts.findings.len(), verdicts.schema), (1, Ok(false)), "{text}");
        }
    }
    assert!(tally[0] > 100 && tally[1] > 300, "{tally:?}");
}

/// Asks both of a text, and counts the good and the bad.
fn said(judge: &Judge, text: &str, tally: &mut [usize; 2]) {
    if judge.differences(text, text.as_bytes()).is_empty() {
        tally[usize::from(!judge.judge(text.as_bytes()).findings.is_empty())] += 1;
    }
}

#[test]
fn of_every_day_in_quotes_both_say_the_same() {
    let judge = Judge::of_records();
    for year in [1799, 1800, 1804, 1896, 1900, 1996, 2000, 2019, 2020, 2022, 2100, 2196, 2199, 2200] {
        for month in 0..=13 {
            for day in 0..=32 {
                let date = Value::String(format!("{year}-{month:02}-{day:02}"));
                let text = record_with("recommendation.update", "date", &date);
                let verdicts = judge.judge(text.as_bytes());
                assert_eq!(Ok(verdicts.findings.is_empty()), verdicts.schema, "{text}");
            }
        }
    }
}
