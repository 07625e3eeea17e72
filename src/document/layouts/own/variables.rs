//! What a template knows: one table, from which the reference is printed and which a test holds against the values.

/// A variable of templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variable {
    /// Its name; `[]` stands for an element of a list.
    pub name: &'static str,
    /// What it holds, in a sentence.
    pub about: &'static str,
}

const fn variable(name: &'static str, about: &'static str) -> Variable {
    Variable { name, about }
}

/// Every variable. What is private in a record is none of them.
pub static VARIABLES: [Variable; 78] = [
    variable("title", "What the document is called; begins with `DRAFT:` where it is a draft."),
    variable("draft", "Whether it is a draft."),
    variable(
        "notice",
        "The notice of a draft with what is missing, as markup; nothing where it is none. Where a template does not print it, it is set above.",
    ),
    variable("gaps", "What is missing before the response can be published: a list."),
    variable("gaps[].words", "What is missing, as a thing to do."),
    variable("gaps[].law", "The law that asks for it, if one does."),
    variable("office", "The office under the names of the document’s time."),
    variable("office.name", "Its name."),
    variable("office.local_policing_body", "The local policing body."),
    variable("office.short", "The local policing body in short."),
    variable("office.chief_officer", "The chief officer."),
    variable("office.force", "The force."),
    variable("duty_statement", "The office’s statement of the duty, else one that cites the Act, as markup."),
    variable("report", "The inspection report."),
    variable("report.title", "Its title."),
    variable(
        "report.linked_title",
        "Its title, leading to its address where the record gives one, as markup.",
    ),
    variable("report.type", "The type of inspection: as printed, else in the words of the field."),
    variable("report.published", "When it was published."),
    variable("report.published.words", "The date in words, as in `9 March 2020`."),
    variable(
        "report.published.iso",
        "The date for programs, as in `2020-03-09`; a month or a year, or `unknown`, where no more is known.",
    ),
    variable("report.corrected", "When it was corrected: a list of dates, each with `words` and `iso`."),
    variable("report.corrected[].words", "A date in words."),
    variable("report.corrected[].iso", "A date for programs."),
    variable("report.inspected", "The first and the last date of the inspection: a list of dates."),
    variable("report.inspected[].words", "A date in words."),
    variable("report.inspected[].iso", "A date for programs."),
    variable("report.inspectorates", "The inspectorates in full, under the names of the time."),
    variable(
        "report.inspectorates_short",
        "The inspectorate as the subject of a sentence, such as `HMICFRS`.",
    ),
    variable("report.forces", "The forces that it concerns, or `all`."),
    variable("report.language", "Its language: `en` or `cy`."),
    variable("report.url", "Its address, where it is a plain web address."),
    variable("report.last_day", "The last day to respond in words, where a response is owed."),
    variable("report.key_findings", "Its key findings, as markup."),
    variable("report.judgments", "Its graded judgments: a list."),
    variable("report.judgments[].question", "What was judged."),
    variable("report.judgments[].grade", "The grade."),
    variable(
        "counts",
        "How many recommendations were made: the office’s own words, else a sentence from the counts, as markup.",
    ),
    variable("recommendations", "What the report asks for: a list."),
    variable("recommendations[].heading", "Its kind and its label, as a heading has them."),
    variable("recommendations[].kind", "Its kind, such as `Area for improvement`."),
    variable("recommendations[].label", "Its label as printed."),
    variable("recommendations[].text", "Its text, as markup."),
    variable("recommendations[].words", "Its text as words in one line, for a cell of a table in Markdown."),
    variable("recommendations[].deadline", "Its deadline as printed, else as a date in words."),
    variable("recommendations[].deadline_as_date", "Its deadline as a date in words, where it is one."),
    variable("recommendations[].decision", "The decision, as in `accepted in part`."),
    variable(
        "recommendations[].facts",
        "What is said of it in short, such as the deadline and the decision: a list.",
    ),
    variable("recommendations[].facts[].label", "What it is."),
    variable("recommendations[].facts[].value", "What it says."),
    variable(
        "recommendations[].explanation",
        "Action taken or proposed, why there is none, and the progress that is public: a list.",
    ),
    variable("recommendations[].explanation[].heading", "What it is."),
    variable("recommendations[].explanation[].text", "What it says, as markup."),
    variable("recommendations[].explanation[].words", "What it says as words in one line."),
    variable(
        "recommendations[].unexplained",
        "Whether the explanation that section 55(5B) asks for is missing.",
    ),
    variable("response", "The response. Each of its texts is absent where the record has none."),
    variable("response.date", "The date of the response, with `words` and `iso`."),
    variable("response.date.words", "The date in words."),
    variable("response.date.iso", "The date for programs."),
    variable("response.dated", "The date that the response itself bears, with `words` and `iso`."),
    variable("response.dated.words", "The date in words."),
    variable("response.dated.iso", "The date for programs."),
    variable("response.revised", "When it was revised: a list of dates."),
    variable("response.revised[].words", "A date in words."),
    variable("response.revised[].iso", "A date for programs."),
    variable(
        "response.about",
        "Why there is no response of its own, and which reports are answered together, as markup.",
    ),
    variable("response.joint", "The joint comments, as markup."),
    variable("response.local_policing_body", "The comments of the local policing body, as markup."),
    variable("response.chief_officer", "The comments of the chief officer, as markup."),
    variable("response.reply", "The reply to them, as markup."),
    variable("response.late_because", "Why it was late, as markup."),
    variable("response.url", "Its address, where it is a plain web address."),
    variable("response.signed_by", "Who signed it."),
    variable("response.office_held", "The office that they held."),
    variable("response.copies", "To whom copies were sent, and when: a list."),
    variable("response.copies[].to", "To whom."),
    variable("response.copies[].date", "When."),
    variable("response.copies[].date.words", "The date in words."),
    variable("response.copies[].date.iso", "The date for programs."),
];
