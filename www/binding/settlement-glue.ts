/** The engine that settles orders as well: what is taken of its glue. */
export { default, __wbg_reset_state, compile, decide, release, settle, version } from 'makegood-settlement';
