//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use jiff::civil::Date;

use crate::limits::Limits;

/// What the command line says.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on the loopback address; 0 takes a free one.
    pub port: u16,
    /// Whether it ends when its standard input ends.
    pub tied: bool,
    /// The folder that holds `www` and `target`.
    pub root: PathBuf,
    /// Where claims are kept; a folder for this run only if nobody says.
    pub data: Option<PathBuf>,
    /// Today, in place of the clock.
    pub today: Option<Date>,
    /// The policy file.
    pub policy: PathBuf,
    /// The records of orders.
    pub orders: PathBuf,
    /// The merchant's key; one is made up if nobody says.
    pub merchant_key: Option<String>,
    /// How much anyone may ask.
    pub limits: Limits,
}

/// How it is called.
pub const USAGE: &str = "\
makegood-server [--port N] [--tied] [--root FOLDER] [--data FOLDER] [--today YYYY-MM-DD] [--policy FILE] [--orders FILE]
                [--merchant-key KEY] [--claims-per-minute N] [--reads-per-minute N] [--keys-per-minute N]
                [--body-seconds N] [--most-bodies N] [--most-bytes N] [--memory BYTES] [--most-connections N]";

impl Options {
    /// Reads the command line.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn read(words: &[String]) -> Result<Self, String> {
        let mut limits = Limits::default();
        let (mut port, mut tied, mut root, mut data, mut today) = (0, false, PathBuf::from("."), None, None);
        let (mut policy, mut orders, mut merchant_key) = (None, None, None);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().cloned().ok_or_else(|| format!("{word} wants a value"));
            match word.as_str() {
                "--port" => port = number(word, &value()?)?,
                "--tied" => tied = true,
                "--root" => root = value()?.into(),
                "--data" => data = Some(value()?.into()),
                "--today" => today = Some(day(&value()?)?),
                "--policy" => policy = Some(value()?.into()),
                "--orders" => orders = Some(value()?.into()),
                "--merchant-key" => merchant_key = Some(value()?),
                "--claims-per-minute" => limits.claims_per_minute = number(word, &value()?)?,
                "--reads-per-minute" => limits.reads_per_minute = number(word, &value()?)?,
                "--keys-per-minute" => limits.keys_per_minute = number(word, &value()?)?,
                "--body-seconds" => limits.body = Duration::from_secs(number(word, &value()?)?),
                "--most-bodies" => limits.most_bodies = number(word, &value()?)?,
                "--most-bytes" => limits.most_bytes = number(word, &value()?)?,
                "--memory" => limits.memory = number(word, &value()?)?,
                "--most-connections" => limits.most_connections = number(word, &value()?)?,
                other => return Err(format!("`{other}` is not an option\n{USAGE}")),
            }
        }
        let policy = policy.unwrap_or_else(|| root.join("www/storefront/policy.json"));
        let orders = orders.unwrap_or_else(|| root.join("www/server/orders.json"));
        Ok(Self { port, tied, root, data, today, policy, orders, merchant_key, limits })
    }
}

fn number<N: std::str::FromStr>(option: &str, value: &str) -> Result<N, String> {
    value.parse().map_err(|_| format!("{option} wants a number that fits, not `{value}`"))
}

fn day(value: &str) -> Result<Date, String> {
    value.parse().map_err(|_| format!("--today wants a day as YYYY-MM-DD, not `{value}`"))
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn read(line: &str) -> Result<Options, String> {
        Options::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_not_said_lies_beside_the_shop() {
        let options = read("--root /shop --port 4170 --today 2026-11-22").unwrap();
        assert_eq!(options.policy.to_str(), Some("/shop/www/storefront/policy.json"));
        assert_eq!(options.orders.to_str(), Some("/shop/www/server/orders.json"));
        assert_eq!((options.port, options.tied, options.data), (4170, false, None));
        assert_eq!(options.today.map(|day| day.to_string()).as_deref(), Some("2026-11-22"));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        for line in
            ["--port", "--port 65536", "--today 2026-02-30", "--today tomorrow", "--claims-per-minute -1", "port 1"]
        {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
