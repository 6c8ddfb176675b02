//! Files over HTTP, as a static host would give them, but never cached.

use std::path::Path;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use tower_http::services::ServeDir;

/// The files of this folder.
pub fn files(folder: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(folder)).layer(map_response(label))
}

async fn label(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Said here, because a page that forgets its `meta charset` should not look right only with us.
    if headers.get(header::CONTENT_TYPE).is_some_and(|it| it == "text/html") {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    }
    response
}
