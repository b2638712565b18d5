//! The law packs that come with Makegood, and which of them is the law of a buyer.
//!
//! Packs are documents in the language of policies; `packs` holds them, `calendars` the holidays of their countries and
//! regions. Packs lie within each other: whoever buys in a region has its law, that of the country, and that of the union.

use include_dir::{Dir, include_dir};

use crate::domain::{Code, Floor, Json, Log, Pointer, Problems, listed, suggestion};
use crate::policy::{Shop, open};

static PACKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/law/packs");
static CALENDARS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/law/calendars");

/// The law of a buyer's country, an ISO 3166-1 code, and region, the second half of an ISO 3166-2 code; none if there is no
/// pack for it. Capitals make no difference.
///
/// # Errors
/// That the country is no code.
///
/// ```
/// use makegood::law;
/// assert_eq!(law::of("DE", Some("BY")).unwrap().unwrap().id(), "de");
/// assert_eq!(law::of("FR", None).unwrap().unwrap().id(), "eu");
/// assert!(law::of("AQ", None).unwrap().is_none());
/// assert!(law::of("Germany", None).is_err());
/// assert!(law::of("UK", None).is_err()); // the United Kingdom is `GB`
/// ```
pub fn of(country: &str, region: Option<&str>) -> Result<Option<Shop>, Problems> {
    let given = country;
    let (country, region) = (country.to_uppercase(), region.map(str::to_uppercase));
    // `UK` is the one code that is often taken for another's.
    if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_alphabetic()) || country == "UK" {
        let mut log = Log::new(Floor::Facts);
        log.add(Code::FactsBadCountry, &Pointer::root(), &[("value", given)]);
        return Err(log.problems);
    }
    // `BY`, or as a whole: `DE-BY`.
    let whole = format!("{country}-");
    let region = region.map(|region| region.strip_prefix(&whole).unwrap_or(&region).to_owned());
    let packs: Vec<Json> = PACKS.files().filter_map(|file| read(&PACKS, file.path().to_str()?)).collect();
    let holds = |pack: &&Json| {
        let place = pack.get("jurisdiction").unwrap_or(&Json::Null);
        let here = place.list("countries").iter().any(|known| known.text() == Some(&country));
        here && place.get("region").is_none_or(|own| own.text() == region.as_deref())
    };
    // The narrowest pack: of a region before of a country, of a country before of several.
    let narrowest = packs.iter().filter(holds).min_by_key(|pack| {
        let place = pack.get("jurisdiction").unwrap_or(&Json::Null);
        (place.get("region").is_none(), place.list("countries").len())
    });
    narrowest.map(|pack| opened(pack, &country, region.as_deref())).transpose()
}

/// The law of a pack by its name, as a policy names those of where its shop sells.
///
/// `at` is where the policy names it.
///
/// # Errors
/// That there is no such pack.
///
/// ```
/// use makegood::domain::Pointer;
/// let shop = makegood::law::named("us-ca", &Pointer::root()).unwrap();
/// assert_eq!(shop.currency.code(), "USD");
/// ```
pub fn named(id: &str, at: &Pointer) -> Result<Shop, Problems> {
    if let Some(pack) = read(&PACKS, &format!("{id}.json")) {
        let place = pack.get("jurisdiction").unwrap_or(&Json::Null);
        let country = match place.list("countries") {
            [one] => one.text().unwrap_or_default(),
            _ => "",
        };
        return opened(&pack, country, place.get("region").and_then(Json::text));
    }
    let known: Vec<&str> = PACKS.files().filter_map(|file| file.path().file_stem()?.to_str()).collect();
    let mut log = Log::new(Floor::Policy);
    let otherwise = format!("take it out; known here: {}", listed(&known));
    let params = [("value", id), ("suggestion", &suggestion(id, &known, &otherwise))];
    log.add(Code::PolicyUnknownLaw, at, &params);
    Err(log.problems)
}

/// The packs of which each lies within the one before it, and the holidays of the region, or else of the country.
fn opened(narrowest: &Json, country: &str, region: Option<&str>) -> Result<Shop, Problems> {
    let mut packs = vec![narrowest.clone()];
    while let Some(wider) = packs.first().and_then(|pack| {
        let within = pack.get("jurisdiction")?.get("within")?.text()?;
        read(&PACKS, &format!("{within}.json"))
    }) {
        packs.insert(0, wider);
    }
    let place = country.to_lowercase();
    let calendar = region
        .and_then(|region| read(&CALENDARS, &format!("{place}-{}.json", region.to_lowercase())))
        .or_else(|| read(&CALENDARS, &format!("{place}.json")));
    let mut file = vec![("packs".to_owned(), Json::List(packs))];
    file.extend(calendar.map(|calendar| ("calendar".to_owned(), calendar)));
    if !country.is_empty() {
        file.push(("country".to_owned(), Json::Text(country.to_owned())));
    }
    open(Json::Object(file))
}

fn read(folder: &Dir<'_>, name: &str) -> Option<Json> {
    Json::parse(folder.get_file(name)?.contents_utf8()?, Floor::Policy).ok()
}
