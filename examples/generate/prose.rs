//! Chance that repeats itself, and sentences made of it.

/// A small generator of numbers, splitmix64: the same numbers for the same seed, on any machine.
pub(crate) struct Chance(u64);

impl Chance {
    /// Begins a run of numbers of its own for each thing and each purpose.
    pub(crate) fn new(number: u32, purpose: u32) -> Self {
        let mut chance = Self(u64::from(number) << 8 | u64::from(purpose));
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below a bound that is not 0.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        // The upper half of a product of two 32-bit numbers fits.
        u32::try_from(((self.next() >> 32) * u64::from(bound)) >> 32).unwrap_or(0)
    }

    /// Whether something so many times in a hundred is so now.
    pub(crate) fn percent(&mut self, times: u32) -> bool {
        self.below(100) < times
    }

    /// One of several.
    pub(crate) fn pick<'w>(&mut self, from: &[&'w str]) -> &'w str {
        from[self.below(u32::try_from(from.len()).unwrap_or(1)) as usize]
    }

    /// A paragraph of so many sentences.
    pub(crate) fn paragraph(&mut self, sentences: u32) -> String {
        let sentences: Vec<String> = (0..sentences).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }

    /// Paragraphs of about so many characters in all.
    pub(crate) fn prose(&mut self, characters: usize) -> String {
        let mut text = self.paragraph(1);
        while text.len() + 80 < characters {
            let next = if self.percent(25) { "\n\n" } else { " " };
            text.push_str(next);
            text.push_str(&self.sentence());
        }
        text
    }

    /// A sentence.
    pub(crate) fn sentence(&mut self) -> String {
        let pattern = self.pick(SENTENCES);
        self.filled(pattern)
    }

    /// A pattern with a word for each name in braces; it begins with a capital.
    pub(crate) fn filled(&mut self, pattern: &str) -> String {
        let mut text = String::with_capacity(160);
        let mut rest = pattern;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
        {
            text.push_str(before);
            text.push_str(&match name {
                "who" => self.pick(WHO).to_owned(),
                "thing" => self.pick(THINGS).to_owned(),
                "aim" => self.pick(AIMS).to_owned(),
                "place" => self.pick(PLACES).to_owned(),
                "when" => self.pick(WHEN).to_owned(),
                "how" => self.pick(HOW).to_owned(),
                _ => (2 + self.below(190)).to_string(),
            });
            rest = after;
        }
        text.push_str(rest);
        match text.get(..1) {
            Some(first) => first.to_uppercase() + &text[1..],
            None => text,
        }
    }
}

const SENTENCES: &[&str] = &[
    "{who} {how} {thing} in {place}, and {when} the inspectors found that {thing} had improved.",
    "{when} {who} {how} {thing}.",
    "of {n} cases that were looked at, {n} showed that {thing} was in good order.",
    "{who} told the inspectors that {thing} would be looked at again {when}.",
    "the plan for {thing} has been agreed, with £{n},000 set aside {aim}.",
    "{thing} is still too weak in {place}, though {who} {how} it {when}.",
    "it isn’t yet clear whether {who} can sustain this {aim}.",
    "{who} and {who} meet every month {aim}; the notes are kept with {thing}.",
    "the force’s work on {thing} – begun in {place} – is now being taken up {when}.",
    "nobody in {place} had been told about {thing}, which {who} readily accepted.",
    "an audit of {n} files followed {aim}.",
    "in {place}, {who} has moved {n} officers and staff to {thing} {aim}.",
    "victims said that {thing} mattered more to them than {thing}.",
    "there’s more to be done {aim}, and {who} {how} {thing} with that in mind.",
    "training on {thing} reached {n} people {when}.",
    "{who} knows its area well, and {thing} in {place} is a good example.",
];

const WHO: &[&str] = &[
    "the force",
    "the Commissioner",
    "the Chief Constable",
    "the Deputy Chief Constable",
    "the head of crime",
    "the control room",
    "the safeguarding hub",
    "the neighbourhood team",
    "the custody inspector",
    "the county council",
    "the youth justice service",
    "the health board",
    "the local criminal justice board",
    "the ethics committee",
    "the scrutiny panel",
    "a superintendent",
    "the probation service",
    "the independent adviser",
    "the audit committee",
    "the fire and rescue service",
    "the district commander",
    "the professional standards department",
];

const THINGS: &[&str] = &[
    "the recording of crime",
    "the supervision of investigations",
    "the handling of digital evidence",
    "the care of detained children",
    "the answering of calls at night",
    "the use of stop and search",
    "the protection of vulnerable adults",
    "the visiting of registered offenders",
    "the vetting of new staff",
    "the sharing of intelligence",
    "the management of demand",
    "the welfare of officers",
    "the training of call handlers",
    "the review of missing persons",
    "the storage of seized property",
    "the use of force",
    "the grading of risk",
    "the response to domestic abuse",
    "the disruption of county lines",
    "the policing of rural roads",
    "the quality of case files",
    "the work with schools",
    "the recovery of stolen machinery",
    "the fleet of vehicles",
    "the interviewing of witnesses",
    "the register of firearms",
    "the appraisal of sergeants",
    "the budget for overtime",
];

const AIMS: &[&str] = &[
    "so that delays become rarer",
    "to bring down the backlog",
    "so that supervisors can see what is happening",
    "to make sure that nobody is overlooked",
    "so that people know what to expect",
    "to meet the national standard",
    "before the next inspection",
    "in step with its partners",
    "to give victims a voice",
    "without further cost",
    "so that lessons travel beyond one station",
    "to keep children out of cells",
    "as the College of Policing advises",
];

const PLACES: &[&str] = &[
    "Harrowdale",
    "Stanmoor",
    "the northern valleys",
    "Eastlow",
    "Brackenford",
    "the coastal towns",
    "Millhaven",
    "the western district",
    "Thornwick",
    "Carrowby",
    "the two largest stations",
    "Penmarsh",
    "Oldcastle",
    "Wenfield",
    "the rural beats",
    "Aldersea",
    "the city centre",
    "Fellgate",
];

const WHEN: &[&str] = &[
    "since the last visit",
    "during the winter",
    "over the past year",
    "within weeks",
    "before the summer",
    "after the reorganisation",
    "at the turn of the year",
    "in the spring",
    "last autumn",
    "from the outset",
    "by the time of the visit",
    "a month later",
];

const HOW: &[&str] = &[
    "has strengthened",
    "has reviewed",
    "now measures",
    "has put money into",
    "rarely examines",
    "has rewritten its policy on",
    "took over",
    "is changing",
    "carefully monitors",
    "has neglected",
    "reports openly on",
    "has begun to rebuild",
    "asked others to review",
    "can be proud of",
];
