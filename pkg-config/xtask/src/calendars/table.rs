//! Which calendars are taken from the package `holidays`, and up to which year they are known.

/// A calendar to ask for.
#[derive(Clone, Copy)]
pub struct Calendar {
    pub country: &'static str,
    /// The part of the country after the hyphen of ISO 3166-2.
    pub region: Option<&'static str>,
    /// The last year that is known.
    pub until: u32,
    /// A category besides `public`.
    pub also: Option<&'static str>,
    /// What the package lists although people work on it, by its English name.
    pub without: &'static [&'static str],
    pub days: Days,
}

/// How a calendar comes out of what the package says.
#[derive(Clone, Copy)]
pub enum Days {
    /// As it says.
    Own,
    /// A region's days and those of its country, which the package leaves out where the region's authorities work.
    AndOfCountry,
    /// The days that all these regions keep.
    KeptIn(&'static [&'static str]),
}

/// Rules of law fix the days of every year. Further ahead it is the law itself that may change.
const BY_RULE: u32 = 2028;

const AUSTRALIA: [&str; 8] = ["ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"];

#[rustfmt::skip]
pub const CALENDARS: &[Calendar] = &[
    // The European Union.
    country("AT", BY_RULE), country("BE", BY_RULE), country("BG", BY_RULE), country("HR", BY_RULE),
    country("CY", BY_RULE), country("CZ", BY_RULE), country("DK", BY_RULE), country("EE", BY_RULE),
    country("FI", BY_RULE), country("FR", BY_RULE), country("DE", BY_RULE), country("IE", BY_RULE),
    country("IT", BY_RULE), country("LT", BY_RULE), country("LU", BY_RULE), country("MT", BY_RULE),
    country("NL", BY_RULE), country("PL", BY_RULE), country("PT", BY_RULE), country("RO", BY_RULE),
    country("SK", BY_RULE), country("SI", BY_RULE), country("ES", BY_RULE), country("SE", BY_RULE),
    // A ministry moves 1 May when it falls into the days of Orthodox Easter, as it does in 2027.
    country("GR", 2026),
    // The government moves workdays year by year.
    country("HU", 2026), country("LV", 2026),

    // The German Länder.
    region("DE", "BW", BY_RULE), region("DE", "BE", BY_RULE), region("DE", "BB", BY_RULE), region("DE", "HB", BY_RULE),
    region("DE", "HH", BY_RULE), region("DE", "HE", BY_RULE), region("DE", "MV", BY_RULE), region("DE", "NI", BY_RULE),
    region("DE", "NW", BY_RULE), region("DE", "RP", BY_RULE), region("DE", "SL", BY_RULE), region("DE", "SN", BY_RULE),
    region("DE", "ST", BY_RULE), region("DE", "SH", BY_RULE), region("DE", "TH", BY_RULE),
    Calendar { also: Some("catholic"), ..region("DE", "BY", BY_RULE) },

    // The United Kingdom.
    country("GB", BY_RULE), region("GB", "ENG", BY_RULE), region("GB", "SCT", BY_RULE), region("GB", "NIR", BY_RULE),
    region("GB", "WLS", BY_RULE),

    // North America. California honours two of its days without giving them to everybody.
    country("US", BY_RULE),
    Calendar {
        days: Days::AndOfCountry,
        without: &["Susan B. Anthony Day", "Diwali"],
        ..region("US", "CA", BY_RULE)
    },
    region("CA", "QC", BY_RULE),

    // Australia. The states move days that fall on a weekend, so that the common days come out of theirs.
    Calendar { days: Days::KeptIn(&AUSTRALIA), ..country("AU", BY_RULE) },
    region("AU", "ACT", BY_RULE), region("AU", "NSW", BY_RULE), region("AU", "NT", BY_RULE),
    region("AU", "SA", BY_RULE), region("AU", "TAS", BY_RULE),
    // The show has its day off in Brisbane only.
    Calendar { without: &["The Royal Queensland Show"], ..region("AU", "QLD", BY_RULE) },
    // The day before the football final is known once the league has its dates.
    region("AU", "VIC", 2026),
    // The King's Birthday is proclaimed for each year.
    region("AU", "WA", 2027),

    // The equinoxes are published in February for the year after.
    country("JP", 2027),
    // The almanac with the substitute days is published in summer for the year after.
    country("KR", 2027),
    country("BR", BY_RULE),
    // Some days wait for the moon to be seen.
    country("IN", 2026),
];

const fn country(country: &'static str, until: u32) -> Calendar {
    Calendar { country, region: None, until, also: None, without: &[], days: Days::Own }
}

const fn region(country_of_it: &'static str, region: &'static str, until: u32) -> Calendar {
    Calendar { region: Some(region), ..country(country_of_it, until) }
}
