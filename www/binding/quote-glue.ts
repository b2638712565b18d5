/** The engine that quotes repairs as well: what is taken of its glue. */
export { default, __wbg_reset_state, compile, decide, quote, receipt, release, verify, version } from 'makegood-quote';
