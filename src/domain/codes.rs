//! Every code of a problem: its name, what it says and what to do about it. Codes are never renamed or reused.

/// Declares the codes once; the enum, the names and the sentences cannot drift apart.
macro_rules! codes {
    ($($floor:ident {
        $($variant:ident $severity:ident $name:literal $message:literal help $help:literal;)+
    })+) => {
        /// What is wrong, as a stable name: `floor.what-is-wrong`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $message] $variant,)+)+ }

        impl Code {
            /// Every code, in the order of this table.
            pub const ALL: &'static [Code] = &[$($(Code::$variant,)+)+];

            /// The name that programs compare with.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($(Code::$variant => told!($floor $name),)+)+ }
            }

            /// Whether the answer stands in spite of it.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $($(Code::$variant => Severity::$severity,)+)+ }
            }

            /// What is wrong, with `{parameters}` to fill in.
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self { $($(Code::$variant => told!($floor $message),)+)+ }
            }

            /// What to do, with `{parameters}` to fill in.
            #[must_use]
            pub const fn help(self) -> &'static str {
                match self { $($(Code::$variant => told!($floor $help),)+)+ }
            }
        }
    };
}

/// The words for a problem of a policy are only in an engine that explains.
macro_rules! told {
    (policy $words:literal) => {
        if cfg!(feature = "explain") { $words } else { "" }
    };
    (facts $words:literal) => {
        $words
    };
    (claimed $words:literal) => {
        if cfg!(feature = "claim") { $words } else { "" }
    };
    (settled $words:literal) => {
        if cfg!(feature = "settlement") { $words } else { "" }
    };
}

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Nothing can be answered until it is mended.
    Error,
    /// Answers are given; somebody should look.
    Warning,
}

codes! {
    policy {
    // ---- reading it ----
    PolicyNotJson Error "policy.not-json" "the policy is not valid JSON: line {line}, column {column}" help "check the commas, quotes and brackets near that place";
    PolicyTooLarge Error "policy.too-large" "the policy is larger than {limit}" help "split it by shop, or shorten its texts";
    PolicyTooDeep Error "policy.too-deep" "the policy is nested deeper than {limit} levels" help "give the inner conditions names under `/conditions`";
    PolicyDuplicateKey Error "policy.duplicate-key" "the key `{key}` stands twice in one object" help "keep one of the two";
    PolicyWrongType Error "policy.wrong-type" "expected {expected}, found {found}" help "write {expected}";
    PolicyMissingKey Error "policy.missing-key" "the key `{key}` is missing" help "add `{key}`";
    PolicyUnknownKey Error "policy.unknown-key" "`{key}` is not a key that is known here" help "{suggestion}";
    PolicyUnknownValue Error "policy.unknown-value" "`{value}` is not one of {allowed}" help "{suggestion}";
    PolicyUnknownFormat Error "policy.unknown-format" "format `{value}` is not known to this engine" help "write `\"makegood\": 1`";
    PolicyEmpty Error "policy.empty" "there is nothing in this list" help "add at least one entry, or leave the key out";
    PolicyBlank Error "policy.blank" "this text is empty" help "write a text, or leave the key out";
    PolicyBadId Error "policy.bad-id" "`{value}` cannot be a name" help "use letters, digits and single hyphens, and begin with a letter";
    PolicyDuplicateId Error "policy.duplicate-id" "the name `{value}` is used twice" help "give each its own name";
    PolicyBadDate Error "policy.bad-date" "`{value}` is not a day of the calendar" help "write the day as year-month-day: `2026-03-09`";
    PolicyBadPeriod Error "policy.bad-period" "`{value}` is not a period" help "write a whole number and a unit: `7 days`, `15 working days`, `2 weeks`, `12 months`, `1 year`";
    PolicyBadWindow Error "policy.bad-window" "a window of `{value}` cannot be kept" help "choose from 1 day up to 100 years (2600 working days)";
    PolicyBadAmount Error "policy.bad-amount" "`{value}` is not an amount of {currency}" help "write digits with a point, at most {digits} after it: `{example}`";
    PolicyMoneyAsNumber Error "policy.money-as-number" "an amount or a rate is written as a JSON number" help "put it in quotes, so that no digit is lost: `\"{example}\"`";
    PolicyBadNumber Error "policy.bad-number" "`{value}` is not a number" help "write digits with a point, in quotes: `\"12.5\"`";
    PolicyBadPercent Error "policy.bad-percent" "`{value}` percent cannot be a fee" help "write a number from 0 to 100 in quotes: `\"10\"`";
    PolicyMixedCurrency Error "policy.mixed-currency" "an amount in {found} stands in a policy in {currency}" help "write it in {currency}; a shop with two currencies has two policies";
    PolicyUnknownCurrency Error "policy.unknown-currency" "`{value}` is not a currency of ISO 4217" help "{suggestion}";
    PolicyUnknownTimeZone Error "policy.unknown-time-zone" "`{value}` is not a time zone" help "{suggestion}";
    PolicyBadLanguage Error "policy.bad-language" "`{value}` is not a language tag" help "write a tag such as `en` or `zh-CN`";
    PolicyBadAddress Error "policy.bad-address" "`{value}` cannot be linked to" help "write an address that begins with `https://`, `http://` or `/`";
    PolicyReversed Error "policy.reversed" "the range ends before it begins" help "swap the two ends";

    // ---- what it says ----
    PolicyUnknownFact Error "policy.unknown-fact" "`{value}` is not a fact of this policy" help "{suggestion}";
    PolicyKnownFact Error "policy.known-fact" "`{value}` is a fact that every policy has" help "leave it out here, or choose another name";
    PolicyUnknownCondition Error "policy.unknown-condition" "there is no condition `{value}`" help "{suggestion}";
    PolicyCircularCondition Error "policy.circular-condition" "the condition `{value}` leads back to itself" help "take the reference out of one of them";
    PolicyUnknownCategory Error "policy.unknown-category" "there is no category `{value}`" help "{suggestion}";
    PolicyCircularCategory Error "policy.circular-category" "the category `{value}` is its own ancestor" help "give one of them another parent";
    PolicyUnknownRemedy Error "policy.unknown-remedy" "`{value}` is not a remedy of this policy" help "{suggestion}";
    PolicyKnownRemedy Error "policy.known-remedy" "`{value}` is a remedy that every policy has" help "leave it out here, or choose another name";
    PolicyOneForm Error "policy.one-form" "expected exactly one of {allowed}" help "write one of them, and only one";
    PolicyWrongTest Error "policy.wrong-test" "`{test}` cannot be asked of `{fact}`, which is {kind}" help "use {allowed}";
    PolicyNotADate Error "policy.not-a-date" "a window cannot start at `{fact}`, which is {kind}" help "start it at a date, such as `delivered`";
    PolicyNotANumber Error "policy.not-a-number" "`{fact}` counts no days, it is {kind}" help "name a fact that is a number, such as `daysInRepair`";
    PolicyNotAnAmount Error "policy.not-an-amount" "`{fact}` is no amount, it is {kind}" help "name a fact that is an amount";
    PolicyBadDefault Error "policy.bad-default" "`{value}` cannot be the value of `{fact}`, which is {kind}" help "write a value as a request would, or leave `unlessTold` out";
    PolicyTwiceInForce Error "policy.twice-in-force" "two versions begin on `{value}`" help "give each version its own `from`; only the first may be without";
    PolicyOtherShop Error "policy.other-shop" "this version is of another shop: `{key}` is `{found}`, not `{expected}`" help "one policy file holds the versions of one shop";
    PolicyNoWorkingDay Error "policy.no-working-day" "every day of the week is a rest day" help "leave at least one day that is worked";
    PolicyUnknownLaw Warning "policy.unknown-law" "there is no law pack `{value}`" help "{suggestion}";
    PolicyOtherFact Error "policy.other-fact" "`{fact}` is {kind} here and {other} in the law, or has other values" help "choose another name for it";
    PolicySilentOnLaw Warning "policy.silent-on-law" "nothing here grants what {article} gives: {remedies} for {reasons}" help "the law applies all the same; say so in the policy";
    PolicyShorterThanLaw Warning "policy.shorter-than-law" "{remedy}: bought and delivered on {bought}, the last day here: {own}; by {article}: {law}" help "the law applies all the same; make it as long, or say so";
    PolicyCarriageAgainstLaw Warning "policy.carriage-against-law" "{remedy}: the shopper pays for sending where {article} lets the shop pay: {case}" help "the law applies all the same; write `\"shop\"`, or say so";
    PolicyFeeAgainstLaw Warning "policy.fee-against-law" "{remedy}: this is charged where {article} charges less: {case}" help "the law applies all the same; take the fee out, or narrow it";
    PolicyExclusionAgainstLaw Warning "policy.exclusion-against-law" "{remedy}: this takes a case out that {article} does not: {case}" help "the law applies all the same; take it out, or narrow it";
    PolicyConditionAgainstLaw Warning "policy.condition-against-law" "{remedy}: this asks for more than {article}: {case}" help "the law applies all the same; loosen it, or say so";
    PolicySettlesAgainstLaw Warning "policy.settles-against-law" "{remedy}: `{matter}` is harder on the shopper here than {article} is: {case}" help "the law applies all the same; write `\"{kinder}\"`, or say so";
    PolicyTooComplex Error "policy.too-complex" "the conditions come to more than {limit} parts when every name is written out" help "use each named condition fewer times";
    PolicyUnknownModel Error "policy.unknown-model" "there is no model `{value}`" help "{suggestion}";
    PolicyUnknownKind Error "policy.unknown-kind" "there is no kind of part `{value}`" help "{suggestion}";
    PolicyUnknownOperation Error "policy.unknown-operation" "there is no operation `{value}`" help "{suggestion}";
    PolicyUnknownWay Error "policy.unknown-way" "there is no way `{value}`" help "{suggestion}";
    PolicyTwicePriced Error "policy.twice-priced" "the operation `{value}` has a second price here for the same model" help "keep one of the two, or give each its own `models`";
    PolicyBadRate Error "policy.bad-rate" "`{value}` cannot be a rate of tax" help "write a fraction in quotes: `\"0.13\"` for 13 %";
    PolicyRateAsPercent Warning "policy.rate-as-percent" "a rate of `{value}` is {example} %" help "write a fraction: `\"0.13\"` for 13 %";
    PolicyBadCountry Error "policy.bad-country" "`{value}` is not the code of a country" help "write its code in ISO 3166-1, such as `DE`; that of the United Kingdom is `GB`";
    PolicyNotABool Error "policy.not-a-bool" "`{fact}` cannot say whether something helped, it is {kind}" help "name a fact that is true or false";
    PolicyUnusedTry Warning "policy.unused-try" "no outcome rests on whether `{value}` helped" help "test its fact in an outcome, or take it out";
    PolicyDeadOutcome Warning "policy.dead-outcome" "`{value}` can never be what it comes to" help "its conditions contradict each other, or an earlier outcome holds wherever it does";
    PolicyNoPart Warning "policy.no-part" "no part of the kind `{kind}` fits `{model}`: the fault can only be looked at" help "add the part, or say under `models` which models can have the fault";
    PolicyUnusedPart Warning "policy.unused-part" "no fault is mended with the part `{value}`" help "name its kind in a fault, or take it out";
    PolicyUnknownField Error "policy.unknown-field" "there is no field `{value}`" help "{suggestion}";
    PolicyKnownField Error "policy.known-field" "`{value}` is a field or a fact that has its type already" help "leave `type` out, or choose another name";
    PolicyNotOfField Error "policy.not-of-field" "`{key}` cannot be said of the field `{value}`" help "take it out";
    PolicyLaterField Error "policy.later-field" "the field `{value}` is asked later, so that nothing is known of it here" help "move it before this one";
    PolicyBadPattern Error "policy.bad-pattern" "`{value}` is no pattern that can be matched" help "write a regular expression without look-around and back-references, such as `[A-Z][A-Z][0-9]+`";
    PolicyBadTypeCode Error "policy.bad-type-code" "`{value}` is no type code" help "write the first eight digits of the IMEI";
    PolicyUnknownFault Error "policy.unknown-fault" "there is no fault `{value}`" help "{suggestion}";
    PolicyFaultsTooDeep Error "policy.faults-too-deep" "faults stand in more than {limit} levels" help "move these faults up";
    PolicyMissingTranslation Warning "policy.missing-translation" "there is no text in {languages}" help "add it, or take the language out of `/shop/languages`";
    PolicyDeadRule Warning "policy.dead-rule" "the rule `{value}` can never hold" help "its conditions contradict each other; loosen one of them";
    PolicyUnusedCondition Warning "policy.unused-condition" "nothing uses the condition `{value}`" help "use it in a rule, or take it out";

    }

    facts {
    FactsNotJson Error "facts.not-json" "the request is not valid JSON: line {line}, column {column}" help "check the commas, quotes and brackets near that place";
    FactsTooLarge Error "facts.too-large" "the request is larger than {limit}" help "ask for fewer items at a time";
    FactsTooDeep Error "facts.too-deep" "the request is nested deeper than {limit} levels" help "a request is flat: `today`, `facts` and `items`";
    FactsDuplicateKey Error "facts.duplicate-key" "the key `{key}` stands twice in one object" help "keep one of the two";
    FactsWrongType Error "facts.wrong-type" "expected {expected}, found {found}" help "write {expected}";
    FactsMissingKey Error "facts.missing-key" "the key `{key}` is missing" help "add `{key}`";
    FactsUnknownKey Error "facts.unknown-key" "`{key}` is not a key that is known here" help "{suggestion}";
    FactsUnknownFact Error "facts.unknown-fact" "`{value}` is not a fact of this policy" help "{suggestion}";
    FactsUnknownValue Error "facts.unknown-value" "`{value}` is not one of {allowed}" help "{suggestion}";
    FactsNull Error "facts.null" "`{fact}` is null" help "leave out what is not known";
    FactsUnknownFormat Error "facts.unknown-format" "this format is not known to this engine" help "write `\"makegood\": 1`";
    FactsEmpty Error "facts.empty" "there is no item" help "name at least one item";
    FactsBlank Error "facts.blank" "this text is empty" help "leave out what is not known";
    FactsDuplicateId Error "facts.duplicate-id" "the item `{value}` stands twice" help "give each item its own id";
    FactsBadDate Error "facts.bad-date" "`{value}` is not a day of the calendar" help "write the day alone, in the shop's time zone, as year-month-day: `2026-03-09`";
    FactsBadAmount Error "facts.bad-amount" "`{value}` is not an amount of {currency}" help "write digits with a point, at most {digits} after it: `{example}`";
    FactsMoneyAsNumber Error "facts.money-as-number" "an amount is written as a JSON number" help "put it in quotes, so that no digit is lost: `\"{example}\"`";
    FactsBadNumber Error "facts.bad-number" "`{value}` is not a number" help "write a whole number, or digits with a point in quotes: `\"12.5\"`";
    FactsMixedCurrency Error "facts.mixed-currency" "an amount in {found} cannot be held against a policy in {currency}" help "give what was paid in {currency}";
    FactsBadQuantity Error "facts.bad-quantity" "`{value}` is not a number of units" help "write a whole number from {least} to {most}";
    FactsReturnedMore Error "facts.returned-more" "{returned} units went back, but only {bought} were bought" help "check `quantity` and `returned`";
    FactsReversed Error "facts.reversed" "the range ends before it begins" help "swap `from` and `to`";
    FactsNotARange Error "facts.not-a-range" "`{fact}` needs one day, not a range" help "write the day itself";
    FactsBadCountry Error "facts.bad-country" "`{value}` is not the code of a country" help "write its code in ISO 3166-1, such as `DE`; that of the United Kingdom is `GB`";
    FactsOtherCountry Error "facts.other-country" "the buyer is in `{value}`, but the law is that of {countries}" help "open the policy with the law of the buyer's country";
    FactsNoPriceBook Error "facts.no-price-book" "the policy has no price book" help "write what repairs cost under `/repair`";
    FactsInFuture Error "facts.in-future" "`{fact}` is {value}, which is after today" help "leave it out until it has happened, or give the expected days as a range";
    FactsBeforePurchase Error "facts.before-purchase" "`{fact}` is {value}, which is before the purchase on {other}" help "check the two dates";
    FactsBeforeDispatch Error "facts.before-dispatch" "`{fact}` is {value}, which is before the dispatch on {other}" help "check the two dates";
    FactsBeforeDelivery Error "facts.before-delivery" "`{fact}` is {value}, which is before the delivery on {other}" help "check the two dates";
    FactsTodayBeforePurchase Error "facts.today-before-purchase" "today is {value}, which is before the purchase on {other}" help "check `today` and `purchased`";
    FactsBeforeFirstVersion Error "facts.before-first-version" "no version of the policy was in force on {value}" help "publish the earlier version too, or leave `from` out of the first one";
    }

    settled {
    FactsUnknownItem Error "facts.unknown-item" "there is no item `{value}` in the request" help "{suggestion}";
    FactsUnknownName Error "facts.unknown-name" "nothing of the order is called `{value}`" help "{suggestion}";
    FactsUnknownRule Error "facts.unknown-rule" "there is no rule `{value}`" help "{suggestion}";
    FactsDuplicateName Error "facts.duplicate-name" "the name `{value}` stands twice" help "give each its own name";
    FactsNoMoneyBack Error "facts.no-money-back" "`{value}` gives no money back" help "settle `refund` or `store-credit`";
    FactsMixedRemedies Error "facts.mixed-remedies" "`{value}` and `{other}` cannot be settled together" help "settle one after the other";
    FactsDiscountTooLarge Error "facts.discount-too-large" "`{value}` is taken off goods that come to {price}" help "check the amount, and what it is taken `on`";
    FactsBundleDearer Error "facts.bundle-dearer" "the bundle costs {value}, but its goods one by one {price}" help "check `price`; what costs the same is no bundle";
    FactsRefundedMore Error "facts.refunded-more" "{refunded} went back, but only {amount} was paid" help "check `amount` and `refunded`";
    FactsDoesNotAddUp Error "facts.does-not-add-up" "goods and carriage less discounts come to {due}, but {paid} was paid" help "tell every discount and every payment; `price` is that of one unit before the discounts of the order";
    }

    claimed {
    FactsNoTriage Error "facts.no-triage" "the policy has no triage" help "write under `/triage` what it can come to";
    FactsUnknownField Error "facts.unknown-field" "`{value}` is not a field of the form" help "{suggestion}";
    FactsBadHash Error "facts.bad-hash" "`{value}` is not a SHA-256" help "write 64 digits in lower-case hexadecimal";
    ClaimMissing Error "claim.missing" "`{field}` is missing" help "fill it in";
    ClaimTooLong Error "claim.too-long" "this is longer than {limit} characters" help "shorten it";
    ClaimBadDate Error "claim.bad-date" "`{value}` is not a day" help "write it as in {example}";
    ClaimUnclearDate Error "claim.unclear-date" "`{value}` can be {first} or {second}" help "write year-month-day";
    ClaimInFuture Error "claim.in-future" "{value} is after today" help "check the day";
    ClaimTooEarly Error "claim.too-early" "{value} is before the first version of the policy" help "check the day";
    ClaimBeforeEvent Error "claim.before-event" "{value} is before `{event}` on {other}" help "check the two days";
    ClaimAfterEvent Error "claim.after-event" "{value} is after `{event}` on {other}" help "check the two days";
    ClaimBadNumber Error "claim.bad-number" "`{value}` is not a number" help "write digits";
    ClaimBadAmount Error "claim.bad-amount" "`{value}` is not an amount of {currency}" help "write it as in `{example}`";
    ClaimBadEmail Error "claim.bad-email" "`{value}` is not an e-mail address" help "write it as in `name@example.com`";
    ClaimBadPhone Error "claim.bad-phone" "`{value}` is not a telephone number" help "write it with the code of the country, as in `+49 30 901820`";
    ClaimBadImei Error "claim.bad-imei" "`{value}` is not an IMEI" help "dial *#06# to see the 15 digits";
    ClaimImeiCheckDigit Error "claim.imei-check-digit" "the last digit of `{value}` does not fit the others" help "check each digit; dial *#06# to see it";
    ClaimImeiOtherModel Error "claim.imei-other-model" "this IMEI is of `{other}`, not of `{model}`" help "check the IMEI and the model";
    ClaimBadAccount Error "claim.bad-account" "`{value}` is not an account" help "check each digit";
    ClaimOtherShape Error "claim.other-shape" "`{value}` does not look as it should" help "check it on the device or on its box";
    ClaimUnknownValue Error "claim.unknown-value" "`{value}` cannot be chosen" help "choose one of the list";
    ClaimVagueFault Error "claim.vague-fault" "`{value}` can be several faults" help "choose one below it";
    ClaimRemedyClosed Error "claim.remedy-closed" "`{remedy}` is not open" help "choose another, or say that you see it differently";
    ClaimRemedyDisputed Warning "claim.remedy-disputed" "`{remedy}` is not open, and the shopper sees it differently" help "the shop looks at it";
    ClaimDiffers Warning "claim.differs" "this is {value}, and {other} in the shop's records, which count" help "say so if the records are wrong";
    ClaimTooFewFiles Error "claim.too-few-files" "{given} of at least {least} files are there for `{need}`" help "add what is missing";
    ClaimTooManyFiles Error "claim.too-many-files" "{given} files are there for `{need}`, at most {most} are taken" help "take some out";
    ClaimFileTooLarge Error "claim.file-too-large" "`{name}` is larger than {most} bytes" help "make it smaller";
    ClaimFileType Error "claim.file-type" "`{name}` is of the type {type}, which is not taken" help "choose another file";
    ClaimSameFile Warning "claim.same-file" "`{name}` is there twice" help "take one out";
    ClaimPhotoBeforeFault Warning "claim.photo-before-fault" "`{name}` was taken on {taken}, and the fault showed on {other}" help "check the two days";
    }
}
