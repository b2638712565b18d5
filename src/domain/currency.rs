//! Currencies and their smallest coins.

use std::fmt;

/// A currency of ISO 4217 with its number of minor digits: 2 for CNY, 0 for JPY, 3 for KWD.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    code: &'static str,
    digits: u32,
}

/// Codes in use, by minor digits; funds, metals and test codes left out. Source: ISO 4217 list one.
const CODES: [(u32, &str); 4] = [
    (
        2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC \
         CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD \
         KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO \
         NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL \
         THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
    ),
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

impl Currency {
    /// The currency with this code, in capitals.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|currency| currency.code == code)
    }

    /// Every currency that is known.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        CODES
            .iter()
            .flat_map(|(digits, codes)| codes.split_ascii_whitespace().map(|code| Self { code, digits: *digits }))
    }

    /// The three letters.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// Digits after the point.
    #[must_use]
    pub const fn digits(self) -> u32 {
        self.digits
    }

    /// An amount as it is written in this currency, for a sentence that explains the form.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self.digits {
            0 => "299",
            3 => "299.500",
            4 => "299.5000",
            _ => "299.50",
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}
