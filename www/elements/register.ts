import type { LitElement } from 'lit';

let warned = false;

/** Registers an element. Safe to call twice, and beside another version of the package. */
export function register(tag: string, element: typeof LitElement & { version: string }, registry = globalThis.customElements): void {
  if (registry === undefined) return;
  const known = registry.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (known === undefined) {
    registry.define(tag, class extends element {});
  } else if (known.version !== element.version && !warned) {
    warned = true;
    console.warn(`makegood: <${tag}> is already defined${known.version === undefined ? '' : ` by version ${known.version}`}, so version ${element.version} is left out; load one version only`);
  }
}
