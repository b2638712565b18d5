//! The table of sizes in the README.

use super::{Part, grouped};
use crate::{Result, place};

const BEGIN: &str = "<!-- size:begin -->";
const END: &str = "<!-- size:end -->";
/// Compilers differ a little in what they make of the same source.
const LEEWAY_PERCENT: u64 = 3;

/// The table as Markdown, sizes in bytes.
pub fn rows(parts: &[Part]) -> String {
    let mut lines = vec!["| | raw | gzip | brotli | at most |".to_owned(), "|---|---:|---:|---:|---:|".to_owned()];
    for part in parts {
        let [raw, gzip, brotli] = numbers(part).map(grouped);
        let budget: Vec<String> = part.budget.iter().map(|(way, most)| format!("{} {way}", grouped(*most))).collect();
        lines.push(format!("| {} | {raw} | {gzip} | {brotli} | {} |", part.name, budget.join(", ")));
    }
    lines.join("\n") + "\n"
}

fn numbers(part: &Part) -> [u64; 3] {
    [part.size.raw, part.size.gzip, part.size.brotli]
}

/// Puts the table into the README.
pub fn write(parts: &[Part]) -> Result<()> {
    let path = place::project("README.md");
    let readme = place::read(&path)?;
    let (before, _, after) = split(&readme)?;
    place::write(&path, format!("{before}{BEGIN}\n{}{END}{after}", rows(parts)).as_bytes())?;
    println!("  the table of README.md is up to date");
    Ok(())
}

/// The README's table has the same parts and budgets, and nearly the same numbers.
pub fn check(parts: &[Part]) -> Result<()> {
    let readme = place::read(&place::project("README.md"))?;
    let (_, table, _) = split(&readme)?;
    if is_near(table, parts) {
        Ok(())
    } else {
        Err("the table of sizes in README.md is not true any more; `cargo xtask size --write` renews it".into())
    }
}

fn split(readme: &str) -> Result<(&str, &str, &str)> {
    let (before, rest) = readme.split_once(BEGIN).ok_or_else(|| format!("README.md has no line `{BEGIN}`"))?;
    let (table, after) = rest.split_once(END).ok_or_else(|| format!("README.md has no line `{END}`"))?;
    Ok((before, table, after))
}

fn is_near(table: &str, parts: &[Part]) -> bool {
    let measured = rows(parts);
    let (written, measured): (Vec<&str>, Vec<&str>) = (table.trim().lines().collect(), measured.lines().collect());
    written.len() == measured.len()
        && written.iter().zip(&measured).all(|(written, measured)| {
            let (written, measured): (Vec<&str>, Vec<&str>) =
                (written.split('|').collect(), measured.split('|').collect());
            written.len() == measured.len()
                && written.iter().zip(&measured).all(|(written, measured)| near(written.trim(), measured.trim()))
        })
}

fn near(written: &str, measured: &str) -> bool {
    let number = |cell: &str| cell.replace(',', "").parse::<u64>().ok();
    match (number(written), number(measured)) {
        (Some(written), Some(measured)) => written.abs_diff(measured) * 100 <= measured * LEEWAY_PERCENT,
        _ => written == measured,
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, is_near, rows};
    use crate::size::Size;

    fn part(brotli: u64) -> Part {
        Part {
            name: "Engine".into(),
            size: Size { raw: 9000, gzip: 4000, brotli },
            budget: [("brotli".to_owned(), 50_000)].into(),
        }
    }

    #[test]
    fn the_table_may_differ_by_three_percent() {
        let table = rows(&[part(1000)]);
        assert!(table.contains("| Engine | 9,000 | 4,000 | 1,000 | 50,000 brotli |"));
        assert!(is_near(&table, &[part(1030)]));
        assert!(!is_near(&table, &[part(1040)]));
        assert!(!is_near(&table, &[part(1000), part(1000)]));
    }
}
