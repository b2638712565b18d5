/** The version of the package, from `Cargo.toml`; the build puts it in. */
declare const MAKEGOOD_VERSION: string;

/** Which packs are the law of which place, and their files, from `src/law`. */
declare module 'makegood-law' {
  export const places: { [place: string]: string };
  /** How each pack and each calendar is loaded: `packs/cn`, `calendars/de-by`. */
  export const files: { [file: string]: () => Promise<{ default: unknown }> };
}

/** The glue of the engine that explains; the same functions. */
declare module 'makegood-explain' {
  export * from 'makegood-engine';
  export { default } from 'makegood-engine';
}

/** The glue of the engine that quotes as well. */
declare module 'makegood-quote' {
  export * from 'makegood-engine';
  export { default } from 'makegood-engine';
  export function quote(shop: number, request: unknown): unknown;
  export function receipt(shop: number, asked: string, request: unknown): unknown;
  export function verify(shop: number, receipt: unknown): unknown;
}

/** The glue of the engine that takes claims as well. */
declare module 'makegood-claim' {
  export * from 'makegood-quote';
  export { default } from 'makegood-quote';
  export function triage(shop: number, request: unknown): unknown;
  export function check_claim(shop: number, draft: unknown): unknown;
  export function read_form(shop: number, today: string, form: HTMLFormElement): unknown;
  export function mark_form(form: HTMLFormElement, sentences: unknown): void;
}

/** The glue of the engine that settles orders as well. */
declare module 'makegood-settlement' {
  export * from 'makegood-engine';
  export { default } from 'makegood-engine';
  export function settle(shop: number, request: unknown): unknown;
}

/** The glue of the engine that does everything. */
declare module 'makegood-full' {
  export * from 'makegood-claim';
  export { default } from 'makegood-claim';
  export function settle(shop: number, request: unknown): unknown;
}

/** The glue that `wasm-bindgen --target web --experimental-reset-state-function` writes for the engine. */
declare module 'makegood-engine' {
  export default function start(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  /** Replaces the running instance by a fresh one of the same module. */
  export function __wbg_reset_state(): void;
  export function compile(policy: unknown, law: unknown): unknown;
  export function decide(shop: number, request: unknown): unknown;
  export function release(shop: number): void;
  export function version(): string;
}
