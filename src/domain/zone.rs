//! The names of time zones; what they mean is the business of whoever knows the clock.

/// One area a line: the area, then its places; `-` for names without an area.
const NAMES: &str = include_str!("time-zones.txt");

/// Whether the IANA database has a zone of this name, capitals included.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    let (area, place) = name.rsplit_once('/').unwrap_or(("-", name));
    areas().any(|(of, mut places)| of == area && places.any(|known| known == place))
}

/// The zone whose name is nearest to a misspelt one, as a question.
#[must_use]
pub fn nearest_time_zone(name: &str) -> String {
    let names: Vec<String> = areas()
        .flat_map(|(area, places)| {
            places.map(move |place| if area == "-" { place.to_owned() } else { format!("{area}/{place}") })
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    super::problem::suggestion(name, &names, "write a name such as `Asia/Shanghai`")
}

fn areas() -> impl Iterator<Item = (&'static str, core::str::SplitAsciiWhitespace<'static>)> {
    NAMES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut words = line.split_ascii_whitespace();
        words.next().map(|area| (area, words))
    })
}
