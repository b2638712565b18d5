const longest = 80;

/** Controls, marks of direction, what has no width (but what joins emoji and parts Persian letters), halves of pairs, and what belongs to nobody. */
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]/gu;

export function safeName(name: string): string {
  // A name of a megabyte is not looked at in full: its folders are before, and its ending is at the end.
  const some = name.length > 4096 ? `${name.slice(0, 2048)}${name.slice(-2048)}` : name;
  const last = some.slice(Math.max(some.lastIndexOf('/'), some.lastIndexOf('\\')) + 1);
  const clean = last
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(unseen, '')
    // Marks that are piled up, and tags behind a flag.
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/[\u{e0000}-\u{e0fff}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  const letters = Array.from(clean);
  return letters.length <= longest ? clean : `${letters.slice(0, longest - 21).join('')}…${letters.slice(-20).join('')}`;
}
