/** The engine of shoppers' pages: what is taken of its glue. */
export { default, __wbg_reset_state, compile, decide, release, version } from 'makegood-engine';
