/** What the shop says of its orders, besides what Shopify does; its server makes its records with the same. */
export const options = {
  timeZone: 'Asia/Shanghai',
  memberTag: 'aurora-club',
  /** What the law asks of each product type: which goods they are. */
  facts: {
    Headphones: { goodsKind: 'headphones' },
    Phones: { goodsKind: 'smartphone' },
    Software: { goodsKind: 'software', digitalGoodsOnCarrier: true },
    Accessories: { goodsKind: 'accessory' },
    Laptops: { goodsKind: 'laptop' },
  },
  /** What the law and the shop's exceptions ask, as the shop's tags say it. */
  tags: { 'custom-made': { customMade: true }, 'perishable': { perishable: true }, 'digital': { downloaded: true } },
};
