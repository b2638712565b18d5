/** Every sentence in the words of a decision, without the names and values that are for programs. */
export function sentences(value) {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(sentences);
  if (value === null || typeof value !== 'object') return [];
  const silent = ['id', 'finding', 'remedy', 'rule', 'clause', 'fact', 'kind', 'value', 'day', 'change', 'policy', 'by', 'better', 'source'];
  return Object.entries(value).flatMap(([name, inner]) => silent.includes(name) ? [] : sentences(inner));
}

/** What only programs should see: values that are missing, names of facts, codes, keys of the catalogue. */
export const gap = new RegExp([
  'undefined', 'null', 'NaN', '[{}[\\]]', '\\b[a-z]+[A-Z]\\w*', '\\b[a-z]+\\.[a-z]',
  '\\b(change-of-mind|not-as-described|wrong-item|missing-item|damaged-in-transit|not-received|human-damage|normal-use)\\b',
  '\\b(opened-by-others|force-majeure|replace-part|price-reduction|store-credit|loan-device|extend-warranty)\\b',
].join('|'));
