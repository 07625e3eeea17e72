//! Findings for people: the message, the place, the text underlined, what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Paint;
use crate::diagnostic::{Finding, Severity};
use crate::text::{Excerpt, Place, count, visible};

/// All findings, each with its text underlined.
pub fn findings_report(findings: &[Finding], paint: Paint) -> String {
    let mut text = String::new();
    for finding in findings {
        text.push_str(&snippet(finding, paint));
        text.push('\n');
    }
    text
}

/// One finding, in the manner of rustc.
pub fn snippet(finding: &Finding, paint: Paint) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title =
        format!("{}[{}]: {}", finding.severity.as_str(), finding.rule.code, visible(&finding.message));
    let head = level.clone().no_name().primary_title(title);
    let label = visible(&finding.label).into_owned();
    let mut group =
        at(head.elements(Vec::<Origin<'_>>::new()), &finding.place, &label, AnnotationKind::Primary);
    for related in &finding.related {
        let words = visible(&related.message).into_owned();
        group = group.element(Level::NOTE.message(words));
        group = at(group, &related.place, "", AnnotationKind::Context);
    }
    if let Some(help) = &finding.help {
        let room = paint.width.unwrap_or(120).clamp(60, 120) - "     = help: ".len();
        group = group.element(Level::HELP.message(super::wrap::lines(&visible(help), room).join("\n")));
    }
    let renderer = if paint.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer =
        renderer.decor_style(DecorStyle::Ascii).term_width(paint.width.unwrap_or(120).clamp(60, 1_000));
    let drawn = renderer.render(&[group]);
    let mut text = String::with_capacity(drawn.len() + 1);
    // The address stands above each text already; the renderer marks a text without one of its own by `:::`.
    for line in drawn.lines().filter(|line| anstream::adapter::strip_str(line).to_string().trim() != ":::") {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Adds a place: its address, and its text underlined where there is any.
fn at<'g>(group: Group<'g>, place: &Place, label: &str, kind: AnnotationKind) -> Group<'g> {
    let path = visible(&place.path).into_owned();
    let group = group.element(Origin::path(path).line(place.line).char_column(place.column));
    match shown(&place.excerpt) {
        None => group,
        Some((text, range)) => {
            let annotation = kind.span(range).label((!label.is_empty()).then(|| label.to_owned()));
            group.element(
                Snippet::source(text).line_start(place.excerpt.line).fold(false).annotation(annotation),
            )
        }
    }
}

/// The excerpt with a span that lies within it and on characters: the renderer panics on any other.
fn shown(excerpt: &Excerpt) -> Option<(String, std::ops::Range<usize>)> {
    let text = &excerpt.text;
    let fits = text.get(excerpt.span.start..excerpt.span.end).is_some();
    (!text.is_empty() && fits).then(|| (text.clone(), excerpt.span.start..excerpt.span.end))
}

/// The line below a report: "checked 17 files: 2 errors, 1 warning".
pub fn tally(files: usize, errors: usize, warnings: usize) -> String {
    let files = count(files, "file");
    match (errors, warnings) {
        (0, 0) => format!("checked {files}: nothing to find fault with"),
        (errors, warnings) => {
            format!("checked {files}: {}, {}", count(errors, "error"), count(warnings, "warning"))
        }
    }
}

/// What people are told when records were left out of a list.
pub fn left_out_notice(records: usize) -> String {
    format!(
        "{} left out because of the errors above; `track check` says all that is wrong",
        count(records, "file")
    )
}
