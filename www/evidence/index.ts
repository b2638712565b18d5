import { checked } from './check.js';
import type * as Face from './evidence.js';
import { safeName as nameOf } from './name.js';
import { typesOf as types } from './type.js';

export const safeName: typeof Face.safeName = nameOf;
export const typesOf: typeof Face.typesOf = types;
export const checkFiles: typeof Face.checkFiles = (files, rules = {}, options = {}) => checked(files, rules, options, new WeakMap());
