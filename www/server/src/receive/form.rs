//! The parts of a claim: the receipt and the files.

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request};

use crate::limits::Limits;
use crate::refusal::{Code, Refusal};

/// What was sent.
pub(super) struct Form {
    /// The receipt, as it was written.
    pub receipt: String,
    /// The files, as they came.
    pub files: Vec<Sent>,
}

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sent {
    /// As its sender calls it; the receipt has the name that counts.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

pub(super) async fn read(limits: &Limits, mut request: Request) -> Result<Form, Refusal> {
    // The size was seen to as it arrived.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Refusal::new(Code::Malformed))?;
    let mut receipt = None;
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        match part.name().unwrap_or_default() {
            "receipt" if receipt.is_none() => {
                let bytes = part.bytes().await.map_err(unreadable)?;
                receipt = Some(text(bytes)?);
            }
            "receipt" => return Err(Refusal::new(Code::NoReceipt)),
            "file" if files.len() >= limits.most_files => {
                return Err(Refusal::new(Code::TooManyFiles).with("most", limits.most_files.to_string()));
            }
            "file" => files.push(file(part, limits.most_of_file).await?),
            other => return Err(Refusal::new(Code::UnknownPart).with("name", other)),
        }
    }
    Ok(Form { receipt: receipt.ok_or_else(|| Refusal::new(Code::NoReceipt))?, files })
}

async fn file(mut part: Field<'_>, most: usize) -> Result<Sent, Refusal> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(unreadable)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > most {
            return Err(Refusal::new(Code::FileTooLarge).with("name", name).with("most", most.to_string()));
        }
    }
    Ok(Sent { name, bytes })
}

fn text(bytes: Bytes) -> Result<String, Refusal> {
    String::from_utf8(bytes.into()).map_err(|_| Refusal::new(Code::Unreadable))
}

fn unreadable(_: MultipartError) -> Refusal {
    Refusal::new(Code::Malformed)
}
