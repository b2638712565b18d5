export { fromOnlineReturnPolicy } from './read.js';
export { toOnlineReturnPolicy } from './write.js';
