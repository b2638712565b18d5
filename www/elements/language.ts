const listeners = new Set<() => void>();
let observer: MutationObserver | null = null;

/** The language that the page states for an element: `lang` of the nearest ancestor, also across shadow roots. */
export function languageOf(element: Element): string | null {
  for (let at: Element | null = element; at !== null;) {
    const named: Element | null = at.closest('[lang]');
    if (named !== null) return named.getAttribute('lang') || null;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** Calls back when any `lang` of the page changes; one observer serves all elements. Returns what ends it. */
export function watchLanguage(changed: () => void): () => void {
  listeners.add(changed);
  if (observer === null) {
    observer = new MutationObserver(() => { for (const listener of listeners) listener(); });
    observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = null;
  };
}
