//! The page of layouts of an office's own, from the table of variables.

use super::Given;
use super::markup::{PRINTED, block, cell, code, table};
use crate::document::VARIABLES;

/// A template that shows what there is to say.
const EXAMPLE: &str = r#"<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<main>
<h1>Our response to {{ report.linked_title }}</h1>
<p>Published on {{ report.published.words }}.</p>
{{ counts }}
{% for recommendation in recommendations %}
<h2>{{ recommendation.heading }}</h2>
{{ recommendation.text }}
{% for part in recommendation.explanation %}<h3>{{ part.heading }}</h3>
{{ part.text }}
{% endfor %}
{% endfor %}
{% if response.joint %}{{ response.joint }}{% endif %}
</main>
</body>
</html>"#;

pub(super) fn page(_: &Given<'_>) -> String {
    let rows = VARIABLES.iter().map(|variable| vec![code(variable.name), cell(variable.about)]);
    format!(
        "{PRINTED}# Layouts of your own\n\nA layout of the office's own is a template in the folder `templates/` beside \
         `records/`: `templates/NAME.html` for web pages, `templates/NAME.md` for Markdown, or both. `track render --layout \
         NAME` fills it, and so does every `track render` where [track.toml](settings.md) has `layout = \"NAME\"` under \
         `[documents]`. NAME is in small letters, digits and hyphens, and none of the layouts that are built in.\n\n{}\
         ## What a template may say\n\n\
         - `{{{{ report.title }}}}` prints a variable. Words are escaped, so that they stay words; what the table calls markup \
         is ready. What a record does not have prints nothing.\n\
         - `{{% if response.reply %}} … {{% elif … %}} … {{% else %}} … {{% endif %}}`, with `==`, `not`, `and`, `or`.\n\
         - `{{% for item in recommendations %}} … {{% endfor %}}`, with `loop.index`, `loop.first` and `loop.last`; \
         `recommendations|length` counts.\n\
         - `{{# … #}}` is a remark.\n\n\
         That is all: a template reads no other file, has at most 1 MiB, and what it prints at most 4 MiB. A variable that there \
         is not is an error, with the file and the line. What has parts is looked into only where it is there: `{{% if response.\
         date %}}{{{{ response.date.words }}}}{{% endif %}}`.\n\n\
         A draft says so whatever the template says: where it does not print `{{{{ notice }}}}`, the notice is set above all \
         else. What is private in a record (owners, names of officers, the portal's reference, the dates of the invitation, \
         notes that are not `public`) is no variable.\n\n## Variables\n\n`[]` stands for an element of a list.\n\n{}",
        block("html", EXAMPLE),
        table(&["Variable", "What it holds"], rows)
    )
}
