export { fromPriceList } from './read.js';
export { toPriceList } from './write.js';
