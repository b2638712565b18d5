//! The codes, with what they mean for HTTP and for people.

use axum::http::StatusCode;

use crate::language::Language;

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $name:literal $status:ident $english:literal $detail:literal $chinese:literal $chinese_detail:literal;)*) => {
        /// What is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// What it means for HTTP.
            #[must_use]
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$code => StatusCode::$status,)* }
            }

            /// What is wrong, and what it means for the sender.
            #[must_use]
            pub const fn words(self, language: Language) -> (&'static str, &'static str) {
                match (self, language) {
                    $((Self::$code, Language::English) => ($english, $detail),
                    (Self::$code, Language::Chinese) => ($chinese, $chinese_detail),)*
                }
            }
        }
    };
}

codes! {
    /// The form cannot be read.
    Malformed "body.malformed" BAD_REQUEST
        "The form cannot be read" "A claim is sent as multipart/form-data: one part named receipt and one part named file for each file."
        "表单无法读取" "请以 multipart/form-data 提交：一个名为 receipt 的部分，每个文件各一个名为 file 的部分。";
    /// There is no receipt, or more than one.
    NoReceipt "body.no-receipt" BAD_REQUEST
        "There is not exactly one receipt" "A claim is sent with exactly one receipt."
        "凭据不是恰好一份" "提交申请时须附一份凭据，且只能有一份。";
    /// A part that is neither the receipt nor a file.
    UnknownPart "body.unknown-part" BAD_REQUEST
        "A part of the form is not known" "The form has a part named {name}; only receipt and file are known."
        "表单中有未知部分" "表单中有名为 {name} 的部分；只接受 receipt 和 file。";
    /// The whole is too large.
    TooLarge "body.too-large" PAYLOAD_TOO_LARGE
        "The claim is too large" "The claim with its files may have {most} bytes."
        "申请过大" "申请连同文件最多 {most} 字节。";
    /// More files than any claim may have.
    TooManyFiles "body.too-many-files" PAYLOAD_TOO_LARGE
        "There are too many files" "A claim may have {most} files."
        "文件过多" "一份申请最多附 {most} 个文件。";
    /// It took too long to arrive.
    Slow "body.slow" REQUEST_TIMEOUT
        "The claim took too long to arrive" "Nothing was kept. Send it again over a better connection."
        "申请传输过慢" "没有保存任何内容。请在网络较好时重新提交。";
    /// The receipt cannot be read.
    Unreadable "receipt.unreadable" UNPROCESSABLE_ENTITY
        "The receipt cannot be read" "What was sent as the receipt is no receipt of this shop's pages."
        "凭据无法读取" "提交的内容不是本店页面生成的凭据。";
    /// A receipt of something else than a claim.
    NotAClaim "receipt.not-a-claim" UNPROCESSABLE_ENTITY
        "The receipt is not one of a claim" "The receipt is one of another answer: {asked}."
        "凭据不是售后申请的凭据" "这份凭据属于另一种答复：{asked}。";
    /// Its hash is not that of its content.
    Changed "receipt.changed" UNPROCESSABLE_ENTITY
        "The receipt was changed" "The receipt was changed after it was made. Fill in the form again and send it from there."
        "凭据已被改动" "凭据生成后被改动过。请重新填写表单并从那里提交。";
    /// Another shop's.
    OtherShop "receipt.other-shop" UNPROCESSABLE_ENTITY
        "The receipt is of another shop" "The receipt was made for the policy {told}, not for the one of this shop."
        "凭据属于另一家商店" "凭据依据的是政策 {told}，而不是本店的政策。";
    /// Another engine's.
    OtherEngine "receipt.other-engine" UNPROCESSABLE_ENTITY
        "The page is out of date" "The answer was made by version {told} of the engine; this shop uses {found}. Load the page again and send the claim from there."
        "页面已过期" "答复由引擎版本 {told} 生成，本店使用 {found}。请刷新页面后重新提交。";
    /// A policy that is not published here, or no more.
    OtherPolicy "receipt.other-policy" UNPROCESSABLE_ENTITY
        "The policy is not the one of this shop" "The answer rests on a policy that this shop does not publish. Load the page again and send the claim from there."
        "政策与本店不符" "答复依据的政策本店并未发布。请刷新页面后重新提交。";
    /// Other law.
    OtherLaw "receipt.other-law" UNPROCESSABLE_ENTITY
        "The law is not the one of this order" "The answer rests on other law than that of the country where the order went. Load the page again and send the claim from there."
        "法律与订单不符" "答复依据的法律不是订单收货国家的法律。请刷新页面后重新提交。";
    /// What was asked cannot be read.
    BadRequest "receipt.bad-request" UNPROCESSABLE_ENTITY
        "What was asked cannot be read" "The receipt holds a request that the shop cannot read."
        "请求无法读取" "凭据中的请求本店无法读取。";
    /// Another answer than the engine's.
    OtherAnswer "receipt.other-answer" UNPROCESSABLE_ENTITY
        "The answer is another one" "The same request comes to another answer here, at {pointer}. Load the page again and send the claim from there."
        "答复不一致" "同样的请求在本店得出不同的答复（{pointer}）。请刷新页面后重新提交。";
    /// From long ago.
    Old "receipt.too-old" UNPROCESSABLE_ENTITY
        "The receipt is too old" "The answer is of {day}, and today is {today}. Load the page again, look whether the answer is still the same, and send it."
        "凭据已过期" "答复生成于 {day}，今天是 {today}。请刷新页面，确认答复是否仍然相同后再提交。";
    /// From a day to come.
    Ahead "receipt.from-the-future" UNPROCESSABLE_ENTITY
        "The receipt is of a day to come" "The answer is of {day}, and today is {today}. Load the page again and send the claim from there."
        "凭据日期在未来" "答复日期为 {day}，今天是 {today}。请刷新页面后重新提交。";
    /// Seen before.
    Repeated "receipt.repeated" CONFLICT
        "This claim was received before" "The same claim was received as number {number}. It need not be sent again."
        "该申请已收到" "同一份申请已收到，编号 {number}。无需重复提交。";
    /// No such order.
    NoOrder "order.unknown" UNPROCESSABLE_ENTITY
        "The shop has no such order" "There is no order {number}. Look at the number in the confirmation of your order."
        "没有这个订单" "没有订单 {number}。请核对订单确认信息中的编号。";
    /// No such item.
    NoItem "order.unknown-item" UNPROCESSABLE_ENTITY
        "The order has no such item" "The order {number} has no item {item}."
        "订单中没有该商品" "订单 {number} 中没有商品 {item}。";
    /// The record says something else.
    Differs "order.differs" UNPROCESSABLE_ENTITY
        "The claim differs from the record of the order" "The shop's record of the order says something else about {fact}. Open the form from your order page again."
        "申请与订单记录不符" "关于 {fact}，本店的订单记录与申请不一致。请从订单页面重新打开表单。";
    /// Something required is missing, or wrong.
    Incomplete "claim.incomplete" UNPROCESSABLE_ENTITY
        "The claim is not complete" "{done} of {of} required answers are there. Fill in the rest and send it again."
        "申请不完整" "{of} 项必填内容中已填 {done} 项。请补全后重新提交。";
    /// A file that the claim does not name.
    FileUnknown "file.unknown" UNPROCESSABLE_ENTITY
        "A file is not the one of the claim" "The content of {name} is not that of any file of the claim."
        "文件与申请不符" "文件 {name} 的内容与申请中的任何文件都不一致。";
    /// A file that was not sent.
    FileMissing "file.missing" UNPROCESSABLE_ENTITY
        "A file is missing" "The claim names the file {name}, which was not sent."
        "缺少文件" "申请中列有文件 {name}，但没有提交。";
    /// More files than the claim names.
    FileExtra "file.extra" UNPROCESSABLE_ENTITY
        "There is a file too many" "The claim does not name the file {name}."
        "多出文件" "申请中没有列出文件 {name}。";
    /// For something that the claim does not ask for.
    FileNotAsked "file.not-asked" UNPROCESSABLE_ENTITY
        "A file was not asked for" "The claim does not ask for a file such as {name}. Take it out, or say what it shows in your own words."
        "文件并非所需" "本申请不需要 {name} 这类文件。请移除，或用文字说明其内容。";
    /// Of another size than the claim says.
    FileOtherSize "file.other-size" UNPROCESSABLE_ENTITY
        "A file has another size" "The file {name} does not have the size that the claim says."
        "文件大小不符" "文件 {name} 的大小与申请所述不一致。";
    /// Of another type than the claim says.
    FileOtherType "file.other-type" UNPROCESSABLE_ENTITY
        "A file is of another type" "The file {name} is not of the type {type}, by its first bytes."
        "文件类型不符" "按文件头判断，文件 {name} 不是 {type} 类型。";
    /// Too large for one file.
    FileTooLarge "file.too-large" PAYLOAD_TOO_LARGE
        "A file is too large" "The file {name} is larger than {most} bytes."
        "文件过大" "文件 {name} 超过 {most} 字节。";
    /// Too often from one address.
    TooOften "address.too-often" TOO_MANY_REQUESTS
        "That was too often" "Wait {seconds} seconds and try again."
        "操作过于频繁" "请等待 {seconds} 秒后重试。";
    /// Sent by the page of another site.
    OtherSite "address.other-site" FORBIDDEN
        "This was sent by another site" "Claims are taken from the shop's own pages."
        "请求来自其他网站" "本店只接受来自自己页面的申请。";
    /// Asked under another name.
    OtherHost "address.other-host" MISDIRECTED_REQUEST
        "This server has another name" "Open the shop at the address that the server told when it started."
        "服务器地址不符" "请使用服务器启动时给出的地址。";
    /// Nothing there.
    NotFound "address.not-found" NOT_FOUND
        "There is nothing here" "Look at the address again."
        "没有找到" "请核对地址。";
    /// Asked in a way that is not answered.
    NotAllowed "address.not-allowed" METHOD_NOT_ALLOWED
        "This cannot be done here" "This address is only for looking."
        "不支持此操作" "此地址只能查看。";
    /// Too much at the same time.
    Busy "server.busy" SERVICE_UNAVAILABLE
        "The shop is busy" "Nothing was kept. Try again in {seconds} seconds."
        "服务器繁忙" "没有保存任何内容。请在 {seconds} 秒后重试。";
    /// Our own failure.
    Failed "server.failed" INTERNAL_SERVER_ERROR
        "The shop failed" "Nothing was kept. Try again, or call the shop."
        "服务器出错" "没有保存任何内容。请重试，或联系商店。";
}
