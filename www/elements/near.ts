/** How far away from the viewport an element starts to load; `makegood.ts` says it too, because the entry is one file. */
const NEAR = '300px';

/** Calls back once the element comes near the viewport; returns what stops the waiting. */
export function whenNear(element: Element, arrive: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    arrive();
    return () => {};
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    arrive();
  }, { rootMargin: NEAR });
  observer.observe(element);
  return () => observer.disconnect();
}
