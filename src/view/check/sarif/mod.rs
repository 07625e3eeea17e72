//! SARIF 2.1.0: findings, the rules they break and what would mend them, for code scanning and for viewers in editors.
//!
//! Nothing in it tells machines or runs apart: no time, no user, no absolute path. Columns are UTF-16 code units, and a
//! byte order mark is not counted, as the standard has it.

mod log;
mod message;
mod result;
mod rule;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{CheckFormat, CheckReport};
use crate::view::json::pretty;
use log::{AutomationDetails, BaseIds, Described, Driver, Invocation, Log, Run, Tool};
use result::Results;

/// `sarif`: SARIF 2.1.0.
pub(super) static FORMAT: CheckFormat = CheckFormat {
    name: "sarif",
    says: "SARIF 2.1.0, for code scanning and for viewers in editors",
    is_for_people: false,
    write,
    job_summary: None,
};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What stands as it is in a part of an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

fn write(report: &CheckReport<'_>) -> String {
    let rules = report.rules.iter().map(|rule| rule::descriptor(rule)).collect();
    let driver = Driver { name: "track", semantic_version: report.version, rules };
    // Two folders of records in one git repository are two analyses to a code host.
    let mut id = String::from("track-check/");
    if !report.folder.is_empty() {
        id.push_str(&format!("{}/", uri(report.folder)));
    }
    let top = Described { description: message::plain("The top of the git repository.") };
    pretty(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            automation_details: AutomationDetails { id },
            invocations: [Invocation { execution_successful: true }],
            original_uri_base_ids: BaseIds { top },
            column_kind: "utf16CodeUnits",
            default_encoding: "UTF-8",
            language: "en-GB",
            results: Results(report),
        }],
    })
}

/// A path as a relative address.
fn uri(path: &str) -> String {
    utf8_percent_encode(path, PLAIN).to_string()
}
