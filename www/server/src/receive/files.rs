//! The files of a claim beside what its receipt says of them.

use std::sync::Arc;

use makegood::domain::Json;

use super::file_type;
use super::form::Sent;
use crate::random::{hex, sha256};
use crate::refusal::{Code, Refusal};
use crate::store::NewFile;

/// Puts each file to the entry that it was announced with; all are there, and none besides.
pub(super) fn held_against(receipt: &Json, sent: Vec<Sent>, most: usize) -> Result<Vec<NewFile>, Refusal> {
    let request = receipt.get("request").unwrap_or(&Json::Null);
    let entries = request.list("evidence");
    if entries.len() > most {
        return Err(Refusal::new(Code::TooManyFiles).with("most", most.to_string()));
    }
    // Only of these did the engine look at kind and size.
    let asked = |need: &str| receipt.get("answer").is_some_and(|answer| names(answer.list("evidence"), need));
    if let Some(entry) = entries.iter().find(|entry| !asked(entry.word("for"))) {
        return Err(Refusal::new(Code::FileNotAsked).with("name", entry.word("name")));
    }
    let mut sent: Vec<(String, Sent)> = sent.into_iter().map(|file| (hex(&sha256(&file.bytes)), file)).collect();
    let mut kept: Vec<NewFile> = Vec::with_capacity(entries.len());
    let mut missing = None;
    for entry in entries {
        let hash = entry.word("sha256");
        let bytes = match sent.iter().position(|(known, _)| known == hash) {
            Some(at) => Some(Arc::new(sent.swap_remove(at).1.bytes)),
            // A file that is announced twice need be sent only once.
            None => kept.iter().find(|file| file.sha256 == hash).map(|file| Arc::clone(&file.bytes)),
        };
        match bytes {
            Some(bytes) => kept.push(announced(entry, bytes)?),
            None => missing = missing.or(Some(entry.word("name"))),
        }
    }
    // A file besides: in place of one that is missing, or one too many.
    match (sent.first(), missing) {
        (None, None) => Ok(kept),
        (Some((_, file)), Some(_)) => Err(Refusal::new(Code::FileUnknown).with("name", &*file.name)),
        (Some((_, file)), None) => Err(Refusal::new(Code::FileExtra).with("name", &*file.name)),
        (None, Some(name)) => Err(Refusal::new(Code::FileMissing).with("name", name)),
    }
}

/// Whether what is asked for has a name.
fn names(needs: &[Json], name: &str) -> bool {
    needs.iter().any(|need| need.word("id") == name)
}

/// A file that is what its entry says.
fn announced(entry: &Json, bytes: Arc<Vec<u8>>) -> Result<NewFile, Refusal> {
    let size = i64::try_from(bytes.len()).ok().map(Json::Whole);
    if entry.get("bytes") != size.as_ref() {
        return Err(Refusal::new(Code::FileOtherSize).with("name", entry.word("name")));
    }
    if !file_type::is(&bytes, entry.word("type")) {
        let refusal = Refusal::new(Code::FileOtherType).with("name", entry.word("name"));
        return Err(refusal.with("type", entry.word("type")));
    }
    let word = |key| entry.word(key).to_owned();
    Ok(NewFile { need: word("for"), name: word("name"), kind: word("type"), sha256: word("sha256"), bytes })
}

#[cfg(test)]
mod tests {
    use makegood::domain::Json;

    use super::{Code, Sent, held_against};
    use crate::random::{hex, sha256};

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR";
    const PDF: &[u8] = b"%PDF-1.7\n";

    fn sent(bytes: &[u8]) -> Sent {
        Sent { name: "sent".into(), bytes: bytes.to_vec() }
    }

    fn entry(bytes: &[u8], kind: &str, size: usize) -> Json {
        let text = |text: &str| Json::Text(text.into());
        let size = Json::Whole(size.try_into().unwrap());
        let entries = [("for", text("photos")), ("name", text("told")), ("type", text(kind)), ("bytes", size)];
        let hash = ("sha256", text(&hex(&sha256(bytes))));
        Json::Object(entries.into_iter().chain([hash]).map(|(key, value)| (key.into(), value)).collect())
    }

    fn said(entries: Vec<Json>, files: Vec<Sent>) -> Result<Vec<Vec<u8>>, Code> {
        let request = Json::Object(vec![("evidence".into(), Json::List(entries))]);
        let needs = Json::List(vec![Json::Object(vec![("id".into(), Json::Text("photos".into()))])]);
        let answer = Json::Object(vec![("evidence".into(), needs)]);
        let receipt = Json::Object(vec![("request".into(), request), ("answer".into(), answer)]);
        let kept = held_against(&receipt, files, 3).map_err(|refusal| refusal.code)?;
        Ok(kept.into_iter().map(|file| file.bytes.to_vec()).collect())
    }

    #[test]
    fn files_go_to_their_entries_whatever_their_order() {
        let entries = vec![entry(PNG, "image/png", PNG.len()), entry(PDF, "application/pdf", PDF.len())];
        assert_eq!(said(entries, vec![sent(PDF), sent(PNG)]), Ok(vec![PNG.to_vec(), PDF.to_vec()]));
        assert_eq!(said(vec![], vec![]), Ok(vec![]));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let png = || entry(PNG, "image/png", PNG.len());
        assert_eq!(said(vec![png()], vec![]), Err(Code::FileMissing));
        assert_eq!(said(vec![], vec![sent(PNG)]), Err(Code::FileExtra));
        assert_eq!(said(vec![png(), png(), png(), png()], vec![sent(PNG)]), Err(Code::TooManyFiles));
        assert_eq!(said(vec![png()], vec![sent(PNG), sent(PNG)]), Err(Code::FileExtra));
        assert_eq!(said(vec![png()], vec![sent(PDF)]), Err(Code::FileUnknown));
        assert_eq!(said(vec![png(), png()], vec![sent(PNG)]).map(|kept| kept.len()), Ok(2), "sent once");
        assert_eq!(said(vec![png(), png()], vec![sent(PNG), sent(PNG)]).map(|kept| kept.len()), Ok(2), "sent twice");
        assert_eq!(said(vec![entry(PNG, "image/png", 1)], vec![sent(PNG)]), Err(Code::FileOtherSize));
        assert_eq!(said(vec![entry(PNG, "image/jpeg", PNG.len())], vec![sent(PNG)]), Err(Code::FileOtherType));
    }
}
