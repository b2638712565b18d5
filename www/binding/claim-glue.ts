/** The engine that takes claims: what is taken of its glue. */
export { default, __wbg_reset_state, check_claim, compile, decide, quote, receipt, release, verify, version } from 'makegood-claim';
