import type { FileReport } from '../../evidence/evidence.js';

// Drawn on a canvas: an <img> would need `img-src blob:`, and a policy without it says so in the console for each picture. A picture that is
// decoded straight from its file is no request, so that no policy stops it; it is made small while it is decoded; and no address is left over.

const side = 144;
/** What a phone can decode. */
const most = 60_000_000;

/** A small square of a picture, or `null` where the browser cannot show it. */
export async function previewOf(file: File, { type, width, height, problems }: FileReport): Promise<HTMLCanvasElement | null> {
  const sound = !problems.some(({ severity }) => severity === 'error');
  if (!sound || !type?.startsWith('image/') || type === 'image/svg+xml' || width === null || height === null) return null;
  if (width * height > most || Math.max(width, height) > 20 * Math.min(width, height)) return null;
  try {
    // A photo that is stored lying and shown standing has the other side as the shorter one; it is then a little less sharp.
    const small = Math.min(width, height) <= side ? {} : width < height ? { resizeWidth: side } : { resizeHeight: side };
    const bitmap = await createImageBitmap(file, { ...small, resizeQuality: 'medium' });
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side, className: 'picture' });
    const scale = side / Math.min(bitmap.width, bitmap.height);
    const [wide, high] = [bitmap.width * scale, bitmap.height * scale];
    canvas.getContext('2d')?.drawImage(bitmap, (side - wide) / 2, (side - high) / 2, wide, high);
    bitmap.close();
    canvas.setAttribute('aria-hidden', 'true');
    return canvas;
  } catch {
    return null;
  }
}
