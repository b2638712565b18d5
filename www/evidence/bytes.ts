/** Whether text in ASCII stands at an offset. */
export function standsAt(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (bytes[offset + at] !== text.charCodeAt(at)) return false;
  return true;
}

/** Bytes as text, one character each. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The whole number at an offset, or `null` where the bytes end before it. */
export function number(bytes: Uint8Array, offset: number, length: 1 | 2 | 3 | 4, order: 'big' | 'little' = 'big'): number | null {
  if (offset < 0 || offset + length > bytes.length) return null;
  let value = 0;
  for (let at = 0; at < length; at += 1) value = value * 256 + bytes[offset + (order === 'big' ? at : length - 1 - at)]!;
  return value;
}
