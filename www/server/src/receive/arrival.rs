//! The bytes of a claim as they arrive: within a time, a size, and the memory that all may use together.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_LENGTH;
use http_body_util::BodyExt as _;
use hyper::body::Frame;
use tokio::time::{Instant, timeout, timeout_at};

use crate::limits::{Gates, Held, Limits};
use crate::refusal::{Code, Refusal};

/// Takes a body in. What it holds of the common memory is given back when the second half is dropped.
pub(crate) async fn arrive(gates: &Gates, request: Request) -> Result<(Request, Held), Refusal> {
    let limits = &gates.limits;
    let too_large = || Refusal::new(Code::TooLarge).with("most", limits.most_bytes.to_string());
    if declared(request.headers()).is_some_and(|bytes| bytes > limits.most_bytes) {
        return Err(too_large());
    }
    let mut held = gates.body()?;
    let (head, mut body) = request.into_parts();
    let mut chunks = VecDeque::new();
    let mut size = 0_usize;
    let end = Instant::now() + limits.body;
    while let Some(frame) = next(&mut body, limits, end).await? {
        let Ok(bytes) = frame.into_data() else { continue };
        size = size.saturating_add(bytes.len());
        if size > limits.most_bytes {
            return Err(too_large());
        }
        held.grow(bytes.len())?;
        chunks.push_back(bytes);
    }
    Ok((Request::from_parts(head, Body::new(Arrived(chunks))), held))
}

async fn next(body: &mut Body, limits: &Limits, end: Instant) -> Result<Option<Frame<Bytes>>, Refusal> {
    let slow = |_| Refusal::new(Code::Slow);
    let frame = timeout_at(end, timeout(limits.pause, body.frame())).await.map_err(slow)?.map_err(slow)?;
    // A connection that breaks off, or chunks that are none.
    frame.transpose().map_err(|_| Refusal::new(Code::Malformed))
}

/// What the headers promise; a promise that is no number is left to the size as it arrives.
fn declared(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// A body that has arrived; it is used up as it is read.
struct Arrived(VecDeque<Bytes>);

impl HttpBody for Arrived {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.get_mut().0.pop_front().map(|bytes| Ok(Frame::data(bytes))))
    }
}
