//! Responses as offices write them, about which no rule of texts has anything to say.

use super::on;

/// A custody report with eight recommendations, of which the office records those for it and for the police.
const HEAD: &str = r#"title = "Custody in the county: an unannounced visit"
type = "custody"
published = 2024-05-09
forces = ["Cumbria Constabulary"]
inspectorates = ["HMICFRS", "HMI Prisons"]
recommendations_made = 8
recommendations_for_police = 5

[[recommendation]]
label = "3a"
text = "By 31 March 2025, the force should make sure that every detained person is offered a shower, with privacy."
ours = true
action = "Two showers are being built and will be open by March 2025."

[[recommendation]]
label = "3b"
text = "The force should stop using the older suite for children."
ours = true
action = "The force has stopped using the older suite for children, and from June takes them to Carlisle."

[[recommendation]]
label = "4"
text = "The force should consider whether to train every custody sergeant in first aid."
ours = true
action = "The force will train every custody sergeant in first aid."

[[recommendation]]
label = "5"
text = "Commissioners should ask for a report each quarter."

[[recommendation]]
kind = "area-for-improvement"
text = "The force should keep its risk assessments up to date."
"#;

const TRACK: &str = "[office]\nforce = \"Cumbria Constabulary\"\n";

/// Texts of responses, in the styles of several offices.
const TEXTS: &[&str] = &[
    // a letter
    "Dear Mr Cooke,\n\nThank you for your report. I am grateful to your inspectors for the care they took.\n\nI have discussed it with the Chief Constable and set out below what will be done.\n\nYours sincerely,",
    // recommendation by recommendation, with the same answer to two of them
    "Recommendation 1: custody records\n\nThe Commissioner accepts this recommendation and has asked the Chief Constable to report to him each quarter.\n\nRecommendation 2: detention reviews\n\nThe Commissioner accepts this recommendation and has asked the Chief Constable to report to him each quarter.",
    // quoted recommendations, over two paragraphs, each of which opens a quotation
    "The inspectorate recommended:\n\n“By 31 March 2025, the force should make sure that every detained person is offered a shower.\n\n“It should also keep a record of each offer.”\n\nBoth have been done.",
    "‘The force should offer a shower’ (recommendation 3a). Officers’ views were sought; the Constabulary’s answer follows.",
    // other forces
    "We visited Durham Constabulary in June. Durham Constabulary welcomed our officers, and has accepted an invitation to return. What was learnt is in the plan.",
    "The custody unit is shared. Lancashire Constabulary acknowledges the pressure on its suites; North Wales Police and Merseyside Police lend cells at Christmas.",
    "Northumbria Police accepted two detained people a week from us. Kent Police, Essex Police and Dyfed-Powys Police were asked how they do it.",
    // counts that are those of a part
    "We accept the three recommendations that are ours, two of them for chief constables. Both recommendations for chief constables will be met by March.",
    "Three of the five recommendations were directed to the police. The other two are for NHS England.",
    "HMICFRS made two recommendations and one area for improvement for this force.\n\nThe report makes three recommendations, for chief constables, and five for others.",
    "Recommendations 1 and 2 are closed. All three recommendations about children are in hand, and all two hundred staff have been briefed.",
    "HMICFRS made two recommendations to the police and six to the health board. Both recommendations are accepted.",
    "On custody: both recommendations are accepted. Cause of concern 1: all twelve recommendations under it, as the panel heard,\nhave owners.",
    "HMICFRS made five recommendations\nto forces, and others to other bodies. We answer those\n– the five –\nin turn, and will do so\n– as agreed with the panel –\nby the autumn.",
    "Our answer to the inspection of roads policing was published in March. The inspectors made two recommendations. They have been met.",
    "Twenty five recommendations were directed to the police. All 12 recommendations of the action plan, and all seventeen recommendations made by the coroner, are tracked with them.",
    "The inspection took place from 3rd to 14th June. The 1st, 2nd and 3rd recommendations are complete (see the Appendix), and the 4th is due by 31/03/25.",
    // lists
    "The force has:\n- trained 98% of its sergeants;\n- bought twelve cameras; and\n- opened the new suite (May 2024).\n\nThe Commissioner will:\n• ask for a report\n• publish it",
    "1. Accepted. Showers are being built.\n2. Accepted in part.\n   a) records – done\n   b) training – by 1 October\n3. Not for us.",
    "✓ Training delivered\n✓ Cameras bought\n✗ Suite opened\n\n□ Panel told\n■ Inspectorate told",
    "PREVENT\n\nThe force works with the council.\n\nPROTECT\n\nIt advises 40 sites.\n\nPREPARE\n\nIt tests its plans.",
    "Page 12\n\nThe report says that reviews are late. They are now on time.\n\nPage 14\n\nThe number of cells is wrong: there are 14.",
    "* Figures are for the year to 31 March 2024.\n\nThe number of detained people fell by 4%*.",
    "“It was the best suite we saw.”\n— HMICFRS\n\nThe panel was pleased. A detained person said:\n\n“I was treated well.”\n— a young man, May 2024",
    // Welsh
    "Mae’r Comisiynydd yn croesawu’r adroddiad. Bydd Heddlu Gogledd Cymru’n gweithio gyda’r tîm yn Ynys Môn, Tŷ’r Dŵr a Llŷn\no fewn tri mis, ac yn adrodd\no flaen y panel. Â’r gwaith hwn “â’r” un nod.",
    // fine typography
    "The Commissioner’s “plan” – published 2023–24 – costs £1\u{a0}500\u{202f}000 (½ of it new)… The façade, the café and Zoë’s naïve rôle: 20 °C, §33, 5 × 4, co\u{2011}operation.",
    "The force uses two- and three-day courses, body-worn video and pre- and post-release checks; re-inspection is well-planned and long-\nterm.",
    "The plan is on the site (www.example.org/plan); questions go to the office’s mailbox, enquiries@example.org, or 0300 124 0113.",
    // what was said in an earlier time
    "In 2019 Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services found the suite unfit. The report of 2024 finds it sound.",
    "His Majesty’s Chief Inspector of Fire and Rescue Services (HMCIFRS) and HM Inspectorate of Prisons (HMIP) visited with HMICFRS.",
    "Official-sensitive papers are kept apart\nSecurity classification of papers is reviewed\nDraft guidance was issued\nNot for publication until the trial is over, one chapter was held back\nDRAFT POLICE PLAN",
    // a text without a full stop, and brackets
    "The Commissioner is proud of what the force has done, which the panel was told of",
    "The panel noted (a) the delay, b) the cost and (c) the plan. It agreed with the inspectors: “more (and sooner)”",
    // a report that is taken up, and is no copy of its title
    "This visit follows the report “Roads and motorways: an inspection of traffic policing”, and asks the same of custody.",
    "The Commissioner thanks the inspectors 👮🏽‍♀️, the sergeants 👨‍👩‍👧 and the visitors 🏴󠁧󠁢󠁷󠁬󠁳󠁿; 𝒪 and 𐍈 stand beyond.",
];

const OTHER: &str = "title = \"Roads and motorways: an inspection of traffic policing\"\ntype = \"national\"\npublished = 2020-01-09\nforces = \"all\"\nrecommendations_made = 2\n[response]\npublished = 2020-02-01\n";

fn said_of(text: &str, key: &str) -> Vec<String> {
    let record = format!("{HEAD}\n[response]\n{key} = '''\n{text}'''\n");
    let files = [
        ("track.toml", TRACK),
        ("records/2020-01-roads.toml", OTHER),
        ("records/2024-05-custody.toml", &record),
    ];
    let found = on(&files, "2024-06-01").into_iter();
    let of_texts = found.filter(|found| ("T070".."T090").contains(&found.rule.code));
    of_texts.map(|found| format!("{}: {}", found.rule.name, found.message)).collect()
}

#[test]
fn no_rule_of_texts_speaks_of_what_is_well_written() {
    let mut wrong = Vec::new();
    for text in TEXTS {
        for key in ["joint", "chief_officer"] {
            for text in [(*text).to_owned(), text.replace('\n', "\r\n")] {
                let said = said_of(&text, key);
                if !said.is_empty() {
                    wrong.push(format!("{text}\n    {said:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
