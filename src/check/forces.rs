//! The police forces of England and Wales, by name.

/// A territorial force: its name, and the area as its commissioner's office names it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Force {
    pub(super) name: &'static str,
    pub(super) area: &'static str,
}

const fn force(name: &'static str, area: &'static str) -> Force {
    Force { name, area }
}

/// The 43 territorial forces.
static FORCES: [Force; 43] = [
    force("Avon and Somerset Police", "Avon and Somerset"),
    force("Bedfordshire Police", "Bedfordshire"),
    force("Cambridgeshire Constabulary", "Cambridgeshire"),
    force("Cheshire Constabulary", "Cheshire"),
    force("City of London Police", "City of London"),
    force("Cleveland Police", "Cleveland"),
    force("Cumbria Constabulary", "Cumbria"),
    force("Derbyshire Constabulary", "Derbyshire"),
    force("Devon and Cornwall Police", "Devon"),
    force("Dorset Police", "Dorset"),
    force("Durham Constabulary", "Durham"),
    force("Dyfed-Powys Police", "Dyfed-Powys"),
    force("Essex Police", "Essex"),
    force("Gloucestershire Constabulary", "Gloucestershire"),
    force("Greater Manchester Police", "Greater Manchester"),
    force("Gwent Police", "Gwent"),
    force("Hampshire and Isle of Wight Constabulary", "Hampshire"),
    force("Hertfordshire Constabulary", "Hertfordshire"),
    force("Humberside Police", "Humberside"),
    force("Kent Police", "Kent"),
    force("Lancashire Constabulary", "Lancashire"),
    force("Leicestershire Police", "Leicestershire"),
    force("Lincolnshire Police", "Lincolnshire"),
    force("Merseyside Police", "Merseyside"),
    force("Metropolitan Police Service", "London"),
    force("Norfolk Constabulary", "Norfolk"),
    force("North Wales Police", "North Wales"),
    force("North Yorkshire Police", "North Yorkshire"),
    force("Northamptonshire Police", "Northamptonshire"),
    force("Northumbria Police", "Northumbria"),
    force("Nottinghamshire Police", "Nottinghamshire"),
    force("South Wales Police", "South Wales"),
    force("South Yorkshire Police", "South Yorkshire"),
    force("Staffordshire Police", "Staffordshire"),
    force("Suffolk Constabulary", "Suffolk"),
    force("Surrey Police", "Surrey"),
    force("Sussex Police", "Sussex"),
    force("Thames Valley Police", "Thames Valley"),
    force("Warwickshire Police", "Warwickshire"),
    force("West Mercia Police", "West Mercia"),
    force("West Midlands Police", "West Midlands"),
    force("West Yorkshire Police", "West Yorkshire"),
    force("Wiltshire Police", "Wiltshire"),
];

/// Forces that answer to no local policing body.
const OTHERS: [&str; 3] =
    ["Civil Nuclear Constabulary", "British Transport Police", "Ministry of Defence Police"];

/// Finds a territorial force by its name; `Police`, `Constabulary` and `&` may be written otherwise.
pub(super) fn find_force(name: &str) -> Option<&'static Force> {
    FORCES.iter().find(|force| same_name(force.name, name))
}

/// The territorial forces but one.
pub(super) fn other_forces(own: &'static Force) -> impl Iterator<Item = &'static Force> {
    FORCES.iter().filter(move |force| *force != own)
}

/// Whether a name is that of a force that the list knows.
pub(super) fn is_force(name: &str) -> bool {
    find_force(name).is_some() || OTHERS.iter().any(|other| same_name(other, name))
}

/// The force whose name a text ends with.
pub(super) fn force_at_end(text: &str) -> Option<&'static Force> {
    FORCES.iter().find(|force| text.ends_with(force.name))
}

fn same_name(one: &str, other: &str) -> bool {
    core(one).eq(core(other))
}

/// The words that tell forces apart.
fn core(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| {
        !matches!(word.as_str(), "" | "and" | "the" | "police" | "constabulary" | "service" | "force")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forces_are_found_however_they_are_written() {
        for (written, name) in [
            ("Cumbria Constabulary", "Cumbria Constabulary"),
            ("the Metropolitan Police", "Metropolitan Police Service"),
            ("Avon & Somerset Constabulary", "Avon and Somerset Police"),
            ("Dyfed Powys Police", "Dyfed-Powys Police"),
            ("Kent", "Kent Police"),
        ] {
            assert_eq!(find_force(written).map(|force| force.name), Some(name), "{written}");
        }
        for written in ["", "Example Constabulary", "North West Regional Organised Crime Unit", "Yorkshire"] {
            assert!(!is_force(written), "{written}");
        }
        assert!(is_force("British Transport Police") && find_force("British Transport Police").is_none());
    }
}
