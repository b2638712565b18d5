// The claim whose check is measured, in Node and in a page.

export const today = '2026-11-27';

/** Twelve fields as a shopper types them, in the form of a shop that has none of its own. */
export const claim = {
  today, language: 'en-GB', facts: { category: 'phones', price: '3999.00' },
  fields: {
    order: ' 1042', purchased: '5/11/2026', reason: 'defect', model: 'aurora-one', fault: 'screen-broken', defectNoticed: '20 Nov 2026',
    happened: 'It fell.', remedy: 'repair', name: 'Yue  Lin', email: 'YUE@EXAMPLE.COM', phone: '+86 138 0013 8000', address: '1 Example Road',
  },
  evidence: [{ for: 'photos', name: 'a.jpg', type: 'image/jpeg', bytes: 1000, sha256: 'a'.repeat(64) }],
};
