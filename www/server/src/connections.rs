//! Sockets: as many as there is room for, each with a time within which it must say what it wants.

use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::limits::{Limits, Peer};
use crate::{Server, app};

/// Answers whoever connects, for ever.
pub async fn serve(listener: TcpListener, server: Arc<Server>, limits: &Limits) {
    let app = app::app(server);
    let places = Arc::new(Semaphore::new(limits.most_connections));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.headers).max_buf_size(64 * 1024);
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, address)) = listener.accept().await else {
            // No file handles are left, perhaps; some will be given back.
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(app.clone().layer(Extension(Peer(address.ip()))));
        let connection = http.serve_connection(TokioIo::new(stream), service);
        let limit = limits.connection;
        tokio::spawn(async move {
            // How a connection ends is the business of its other end.
            let _ = timeout(limit, connection).await;
            drop(place);
        });
    }
}
