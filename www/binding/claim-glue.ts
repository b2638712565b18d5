/** The engine that takes claims: what is taken of its glue. */
export { default, __wbg_reset_state, check_claim, compile, decide, mark_form, quote, read_form, receipt, release, triage, verify, version } from 'makegood-claim';
