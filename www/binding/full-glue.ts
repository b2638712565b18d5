/** The engine that does everything: what is taken of its glue. */
export { default, __wbg_reset_state, check_claim, compile, decide, mark_form, quote, read_form, receipt, release, settle, triage, verify, version } from 'makegood-full';
