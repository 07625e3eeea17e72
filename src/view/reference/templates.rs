//! The page of layouts of an office's own, from the table of variables.

use super::Given;
use super::markup::{PRINTED, block, cell, code, table};
use crate::document::VARIABLES;

/// A template that shows what there is to say.
const EXAMPLE: &str = r#"<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{{ title }}</title>
<style>
body { font-family: Georgia, serif; color: #123; }
</style>
</head>
<body>
<p class="logo">{{ office.name }}</p>
<main>
<h1>Our response to {{ report.linked_title }}</h1>
<p>Published on {{ report.published.words }}.</p>
{{ counts }}
<table>
<thead><tr><th>Number</th><th>Recommendation</th><th>Our explanation</th><th>Deadline</th></tr></thead>
<tbody>
{% for recommendation in recommendations %}
<tr>
<th scope="row">{{ recommendation.label }}</th>
<td>{{ recommendation.text }}</td>
<td>
{% for part in recommendation.explanation %}
<p>{{ part.heading }}:</p>
{{ part.text }}
{% endfor %}
</td>
<td>{{ recommendation.deadline }}</td>
</tr>
{% endfor %}
</tbody>
</table>
{% if response.joint %}
<h2>Our comments</h2>
{{ response.joint }}
{% endif %}
</main>
</body>
</html>"#;

/// What a template may say, and what becomes of it.
const RULES: &str = r#"## What a template may say

- `{{ report.title }}` prints a variable. Words are escaped, so that they stay words; what the table calls markup is ready. What a record does not have prints nothing.
- `{% if response.reply %} … {% elif … %} … {% else %} … {% endif %}`, with `==`, `not`, `and`, `or`; within a line also `{{ "draft" if draft else "final" }}`.
- `{% for item in recommendations %} … {% endfor %}`, with `loop.index`, `loop.first` and `loop.last`; `recommendations|length` counts.
- `{# … #}` is a remark. A style with `{#` in it has a space there: `{ #menu …`.

A line with nothing but `{% … %}` and `{# … #}` prints nothing, and of several blank lines one is printed. Elsewhere `{%-` and `-%}` take the space before and behind.

That is all: a template reads no other file and has at most 1 MiB, what it prints at most 4 MiB; a tag has at most 64 words and signs, and at most 64 statements stand within one another. A variable that there is not is an error, with the file and the line. What has parts is looked into only where it is there: `{% if response.date %}{{ response.date.words }}{% endif %}`.

## Where words may stand

Between elements, in `<title>`, and in the value of an attribute in quotes: `<p title="{{ report.title }}">`. An address is a web address: `{% if report.url %}<a href="{{ report.url }}">…</a>{% endif %}`. In a script, a style, a remark of the page, or a value without quotes nothing would keep words from being read as something else: there a variable is an error, unless it is a number such as `loop.index`. Markup stands between elements, and nowhere else. Words of a report in Welsh want an element with `lang="{{ report.language }}"`; markup has it.

In Markdown, markup that begins a line parts itself from what stands around by blank lines. In the row of a table stand words, such as `recommendation.words`; a link is `[the report](<{{ report.url }}>)`. A front matter is kept first; in it a variable comes with quotes of its own:

```markdown
---
title: {{ report.title }}
date: {{ report.published.iso }}
---

# {{ report.title }}

| Number | What is asked for | Deadline |
| --- | --- | --- |
{% for recommendation in recommendations %}
| {{ recommendation.label }} | {{ recommendation.words }} | {{ recommendation.deadline }} |
{% endfor %}
```

## Drafts and what is private

A draft says so whatever the template says: where it does not print `{{ notice }}`, the notice is set above all else, in the body of a page and behind the front matter of a Markdown text. A notice printed where nobody would see it (a remark, a script, the value of an attribute) is an error. What is not held: a style of the template that hides the notice, or an element such as `<div hidden>` or `<template>` around it.

What is private in a record (owners, names of officers, the portal's reference, the dates of the invitation, notes that are not `public`) is no variable.

"#;

pub(super) fn page(_: &Given<'_>) -> String {
    let rows = VARIABLES.iter().map(|variable| vec![code(variable.name), cell(variable.about)]);
    format!(
        "{PRINTED}# Layouts of your own\n\nA layout of the office's own is a template in the folder `templates/` beside \
         `records/`: `templates/NAME.html` for web pages, `templates/NAME.md` for Markdown, or both. `track render --layout \
         NAME` fills it, and so does every `track render` where [track.toml](settings.md) has `layout = \"NAME\"` under \
         `[documents]`. It has no other formats than those that it has templates for; where none is named, it is HTML if there \
         is a template for that. NAME is in small letters, digits and hyphens, and none of the layouts that are built in.\n\n{}{RULES}## Variables\n\n`[]` stands for an element of a list.\n\n{}",
        block("html", EXAMPLE),
        table(&["Variable", "What it holds"], rows)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{OwnLayout, find_format};

    #[test]
    fn the_examples_are_templates() {
        let markdown = RULES.split("```markdown\n").nth(1).and_then(|rest| rest.split("```").next());
        for (format, example) in [("html", EXAMPLE), ("md", markdown.expect("there is an example"))] {
            let format = find_format(format).expect("there is the format");
            OwnLayout::new("templates/example", format, example.as_bytes()).expect("it is a template");
        }
    }
}
