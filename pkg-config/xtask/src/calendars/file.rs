//! One calendar as it is written.

use super::sources::Package;

/// The first year of every calendar: what was bought then may still be under a guarantee of two years.
pub const FROM: u32 = 2024;

/// The days of a country or a region.
pub struct File {
    pub country: &'static str,
    pub region: Option<&'static str>,
    /// The last year that is known.
    pub until: u32,
    pub holidays: Vec<String>,
    pub workdays: Vec<String>,
    pub source: Package,
}

impl File {
    /// `de-by.json`
    pub fn name(&self) -> String {
        let region = self.region.map(|region| format!("-{region}")).unwrap_or_default();
        format!("{}{region}.json", self.country).to_lowercase()
    }

    /// JSON with one line for each year, so that a change shows where it is.
    pub fn text(&self) -> String {
        let Package { name, version, licence } = self.source;
        let mut members = vec![format!(r#""country": "{}""#, self.country)];
        members.extend(self.region.map(|region| format!(r#""region": "{region}""#)));
        members.push(format!(r#""covers": {{ "from": "{FROM}-01-01", "until": "{}-12-31" }}"#, self.until));
        members.push(format!(r#""holidays": {}"#, self.by_year(&self.holidays)));
        if !self.workdays.is_empty() {
            members.push(format!(r#""workdays": {}"#, self.by_year(&self.workdays)));
        }
        members.push(format!(r#""source": {{ "package": "{name}", "version": "{version}", "licence": "{licence}" }}"#));
        format!("{{\n  {}\n}}\n", members.join(",\n  "))
    }

    fn by_year(&self, days: &[String]) -> String {
        let years = (FROM..=self.until).map(|year| {
            let of_year = days.iter().filter(|day| day.starts_with(&format!("{year}-")));
            of_year.map(|day| format!("\"{day}\"")).collect::<Vec<_>>().join(", ")
        });
        let lines: Vec<String> = years.filter(|line| !line.is_empty()).collect();
        format!("[\n    {}\n  ]", lines.join(",\n    "))
    }
}

#[cfg(test)]
mod tests {
    use super::File;
    use crate::calendars::sources::HOLIDAYS;

    #[test]
    fn a_calendar_is_written_with_a_line_for_each_year() {
        let days = |days: &[&str]| days.iter().map(|day| (*day).to_owned()).collect();
        let file = File {
            country: "DE",
            region: Some("BY"),
            until: 2025,
            holidays: days(&["2024-01-01", "2024-01-06", "2025-01-01"]),
            workdays: days(&["2025-01-04"]),
            source: HOLIDAYS,
        };
        assert_eq!(file.name(), "de-by.json");
        let start = r#"{
  "country": "DE",
  "region": "BY",
  "covers": { "from": "2024-01-01", "until": "2025-12-31" },
  "holidays": [
    "2024-01-01", "2024-01-06",
    "2025-01-01"
  ],
  "workdays": [
    "2025-01-04"
  ],
  "source": { "package": "holidays","#;
        assert!(file.text().starts_with(start), "{}", file.text());
        assert!(serde_json::from_str::<serde_json::Value>(&file.text()).is_ok());
    }
}
