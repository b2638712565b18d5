//! The words for what every policy knows; those that the wording of the package has already come from there.

use std::sync::LazyLock;

use serde_json::Value;

use crate::language::Language;

static ENGLISH: LazyLock<Value> = LazyLock::new(|| read(include_str!("../../../wording/catalogue/en.json")));
static CHINESE: LazyLock<Value> = LazyLock::new(|| read(include_str!("../../../wording/catalogue/zh-CN.json")));

fn read(catalogue: &str) -> Value {
    serde_json::from_str(catalogue).unwrap_or_default()
}

/// The labels of the fields that every form can have.
const LABELS: [(&str, &str, &str); 20] = [
    ("order", "Order number", "订单号"),
    ("model", "Model", "型号"),
    ("serial", "Serial number", "序列号"),
    ("imei", "IMEI", "IMEI"),
    ("purchased", "Day of purchase", "购买日期"),
    ("delivered", "Day of delivery", "签收日期"),
    ("defectNoticed", "Day on which it was first noticed", "发现问题的日期"),
    ("reason", "What the matter is", "退换原因"),
    ("cause", "What the fault came from", "故障起因"),
    ("opened", "Opened", "是否拆封"),
    ("accessoriesComplete", "All that came with it is there", "随附物品是否齐全"),
    ("usedBeyondChecking", "Used beyond a first look", "使用是否超出查验"),
    ("fault", "What is wrong", "故障"),
    ("happened", "What happened", "经过"),
    ("remedy", "What is wished", "希望的处理方式"),
    ("name", "Name", "姓名"),
    ("email", "E-mail address", "电子邮箱"),
    ("phone", "Telephone number", "电话"),
    ("address", "Address", "地址"),
    ("account", "Account for the money", "收款账户"),
];

/// The label of a field; its own name where there is no word for it.
pub(super) fn label(field: &str, language: Language) -> String {
    let known = LABELS.iter().find(|(known, _, _)| *known == field);
    known.map_or(field, |(_, english, chinese)| language.of(english, chinese)).to_owned()
}

/// A value of a fact or a remedy; itself where there is no word for it.
pub(super) fn named(kind: &str, value: &str, language: Language) -> String {
    let catalogue = language.of(&ENGLISH, &CHINESE);
    let word = catalogue.get(kind).and_then(|words| words.get(value)).and_then(Value::as_str);
    // A sentence with choices is for those who can count.
    word.filter(|word| !word.contains('{')).unwrap_or(value).to_owned()
}

pub(super) const fn yes_or_no(yes: bool, language: Language) -> &'static str {
    if yes { language.of("Yes", "是") } else { language.of("No", "否") }
}

/// What files are for.
pub(super) fn need(id: &str, language: Language) -> String {
    match id {
        "photos" => language.of("Photos", "照片"),
        "proof" => language.of("Proof of purchase", "购买凭证"),
        other => other,
    }
    .to_owned()
}

/// Whether what is wished is open.
pub(super) fn finding(finding: &str, language: Language) -> &'static str {
    match finding {
        "yes" => language.of("Open by the policy or the law", "符合政策或法律"),
        "no" => language.of("Not open by the policy or the law", "不符合政策和法律"),
        _ => language.of("Not certain yet", "尚不确定"),
    }
}

/// A size as people read it.
pub(super) fn size(bytes: i64) -> String {
    match bytes {
        ..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, label, named, size};

    #[test]
    fn words_come_from_the_wording_of_the_package() {
        assert_eq!(named("remedy", "refund", Language::English), "Refund");
        assert_ne!(named("remedy", "refund", Language::Chinese), "refund");
        assert_ne!(named("reason", "defect", Language::Chinese), "defect");
        assert_eq!(named("remedy", "<b>", Language::English), "<b>", "what is not known stands for itself");
        assert_eq!(label("colour", Language::English), "colour");
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!([999, 1_500, 2_350_000].map(size), ["999 B", "1 kB", "2.3 MB"]);
    }
}
