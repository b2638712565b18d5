/** The engine that tells what is wrong with a policy, loaded only when somebody wants to know: what is taken of its glue. */
export { default, __wbg_reset_state, compile, decide, release, version } from 'makegood-explain';
