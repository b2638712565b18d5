/** What is told before anything is decoded. */
export interface Header {
  width: number | null;
  height: number | null;
  /** EXIF data, or `null`. */
  exif: Uint8Array | null;
  /** Whether the end is there: for certain or not, or only if these bytes stand somewhere from an offset on. */
  ends: boolean | { bytes: string; from: number };
}

/** The most of EXIF data that is looked at; it never is longer in a JPEG. */
export const exifLength = 64 * 1024;
