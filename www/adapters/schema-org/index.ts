export { fromMerchantReturnPolicy } from './read.js';
export { toMerchantReturnPolicy } from './write.js';
