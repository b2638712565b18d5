/** The engine that tells what is wrong with a policy, loaded only when somebody wants to know. */
export * from 'makegood-explain';
export { default } from 'makegood-explain';
