//! Whether a file is what the page said, by its first bytes.

/// How far into a file the mark of a PDF may stand.
const HEAD: usize = 1024;

/// Whether a file is of a type, as `makegood/evidence` names it.
pub(super) fn is(bytes: &[u8], named: &str) -> bool {
    let found = infer::get(bytes).map_or("", |kind| kind.mime_type());
    match named {
        // Boxes of the same kind, which cameras name as it comes.
        "image/heic" | "image/heif" => has_brand(bytes, HEIF) && !has_brand(bytes, AVIF),
        "image/avif" => has_brand(bytes, AVIF),
        "video/mp4" | "video/quicktime" | "video/3gpp" => {
            let boxed = bytes.get(4..8).is_some_and(|kind| matches!(kind, b"ftyp" | b"moov" | b"wide"));
            boxed && !has_brand(bytes, HEIF) && !has_brand(bytes, AVIF)
        }
        "video/webm" => bytes.starts_with(b"\x1a\x45\xdf\xa3") && begins_with(bytes, 64, b"webm"),
        // Programs put lines of their own before the mark.
        "application/pdf" => begins_with(bytes, HEAD, b"%PDF-") && !bytes.trim_ascii_start().starts_with(b"<"),
        // Documents of office programs are archives, too.
        "application/zip" => bytes.starts_with(b"PK\x03\x04"),
        // Text, whose marks can stand behind comments; it is only ever handed out as a download.
        "image/svg+xml" | "text/html" => std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0),
        "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/tiff" | "image/bmp" => found == named,
        _ => false,
    }
}

const AVIF: &[&str] = &["avif", "avis"];
const HEIF: &[&str] = &["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1", "miaf"];

/// Whether a mark stands in so many first bytes.
fn begins_with(bytes: &[u8], within: usize, mark: &[u8]) -> bool {
    bytes.get(..within).unwrap_or(bytes).windows(mark.len()).any(|window| window == mark)
}

/// Whether an ISO file names one of these brands.
fn has_brand(bytes: &[u8], brands: &[&str]) -> bool {
    let mut pieces = bytes.chunks_exact(4).take(64).skip(1);
    pieces.next() == Some(b"ftyp") && pieces.any(|brand| brands.iter().any(|known| known.as_bytes() == brand))
}

#[cfg(test)]
mod tests {
    use super::is;

    const SAMPLES: [(&str, &[u8]); 9] = [
        ("image/jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"),
        ("image/png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("image/gif", b"GIF89a\x01\x00\x01\x00"),
        ("image/webp", b"RIFF\x24\x00\x00\x00WEBPVP8 "),
        ("image/heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"),
        ("video/mp4", b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42"),
        (
            "video/webm",
            b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm",
        ),
        ("application/pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("application/zip", b"PK\x03\x04\x14\x00\x00\x00\x08\x00"),
    ];

    #[test]
    fn each_file_is_of_its_own_type_and_of_no_other() {
        for (named, _) in SAMPLES {
            for (other, bytes) in SAMPLES {
                assert_eq!(is(bytes, named), named == other, "{other} as {named}");
            }
        }
    }

    #[test]
    fn names_that_cameras_mix_are_taken() {
        let film = b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  ";
        assert!(is(film, "video/quicktime") && is(film, "video/mp4") && !is(film, "image/heic"));
        assert!(is(b"\n\n%PDF-1.4\n", "application/pdf"));
    }

    #[test]
    fn what_is_no_such_file_is_not_taken_for_one() {
        for named in ["image/jpeg", "image/heic", "application/pdf", "video/mp4", "text/html", "x", ""] {
            for bytes in [&b"\x00"[..], b"\xff\xd8", b"MZ\x90\x00\x03\x00", b"\x7fELF\x02\x01\x01\x00"] {
                assert!(!is(bytes, named), "{named}");
            }
        }
        assert!(!is(b"<!DOCTYPE html><p>%PDF-1.4</p>", "application/pdf"));
    }
}
