//! Kinds of files, and the types of each.

/// What a form can want, as a policy writes it: groups, or single types.
pub(super) const KINDS: [&str; 20] = [
    "image",
    "pdf",
    "video",
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "image/heic",
    "image/heif",
    "image/avif",
    "image/tiff",
    "image/bmp",
    "image/svg+xml",
    "application/pdf",
    "application/zip",
    "text/html",
    "video/mp4",
    "video/quicktime",
    "video/3gpp",
    "video/webm",
];

/// Whether a kind takes a type.
pub(super) fn takes(kind: &str, of: &str) -> bool {
    let group: &[&str] = match kind {
        "image" => &["image/jpeg", "image/png", "image/gif", "image/webp", "image/heic", "image/heif", "image/avif"],
        "pdf" => &["application/pdf"],
        "video" => &["video/mp4", "video/quicktime", "video/3gpp", "video/webm"],
        one => return one == of,
    };
    group.contains(&of)
}
