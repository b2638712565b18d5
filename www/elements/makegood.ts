// The script-tag entry: finds the package's elements on the page and loads each kind when one comes near the viewport.

/** Where each element is. */
const sources = {
  'makegood-claim': () => import('./claim.js'),
  'makegood-evidence': () => import('./evidence.js'),
  'makegood-quote': () => import('./quote.js'),
  'makegood-returns': () => import('./returns.js'),
  'makegood-settlement': () => import('./settlement.js'),
  'makegood-triage': () => import('./triage.js'),
};

/** How far away from the viewport an element is loaded. */
const NEAR = '300px';

type Tag = keyof typeof sources;

/**
 * Which version of this script came first, whatever its address. One is enough; and where a strict policy allows the name
 * `lit-html` but once, a second copy of Lit could not start.
 */
const page = globalThis as { [first: symbol]: unknown };
const first = Symbol.for('makegood.version');

if (typeof document !== 'undefined') {
  if (page[first] === undefined) {
    page[first] = MAKEGOOD_VERSION;
    watch();
  } else if (page[first] !== MAKEGOOD_VERSION) {
    console.warn(`makegood: version ${String(page[first])} is on this page already, so version ${MAKEGOOD_VERSION} is left out; load one version only`);
  }
}

function watch(): void {
  const selector = Object.keys(sources).join(',');
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      void load(target.localName as Tag, () => near.observe(target));
    }
  }, { rootMargin: NEAR });

  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll(selector)) near.observe(element);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(selector)) near.observe(node);
        look(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  look(document);
}

async function load(tag: Tag, again: () => void): Promise<void> {
  try {
    (await sources[tag]()).define();
  } catch (error) {
    console.error(`makegood: <${tag}> could not be loaded; its own content stays. Check that the folder \`elements\` is beside makegood.js`, error);
    addEventListener('online', again, { once: true });
  }
}
