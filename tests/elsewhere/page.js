// What a browser tells of itself: the data cases that come out in other bytes than natively, and what the demo's pages show.
const tell = (what) => fetch('/told', { method: 'POST', body: JSON.stringify(what) });
const soon = (milliseconds) => new Promise((go) => { setTimeout(go, milliseconds); });
const { kinds, pages } = await (await fetch('/asked')).json();
const { differing } = await import('/asked/cases.js');

for (const { entry, ...asked } of kinds) {
  const cases = await (await fetch(`/cases/${asked.kind}s.json`)).json();
  await tell({ kind: asked.kind, cases: cases.length, differing: await differing({ ...asked, address: `/makegood/${entry}.js`, cases }) });
}
for (const path of pages) {
  for (const width of [390, 1280]) await tell({ path, width, ...await shown(path, width) });
}
await tell({ done: true });

/** A page in a frame: what went wrong in it, and the state of its elements once all have been seen. */
async function shown(path, width) {
  const frame = document.createElement('iframe');
  Object.assign(frame, { width, height: 800, src: path });
  document.body.append(frame);
  await new Promise((loaded) => { frame.addEventListener('load', loaded, { once: true }); });
  const { contentWindow: view, contentDocument: page } = frame;
  const wrong = [];
  view.addEventListener('error', ({ message }) => { wrong.push(message); });
  view.addEventListener('unhandledrejection', ({ reason }) => { wrong.push(String(reason)); });
  view.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => { wrong.push(`${effectiveDirective}: ${blockedURI}`); });
  for (const details of page.querySelectorAll('details')) details.open = true;
  const elements = () => [...page.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('makegood-'));
  const settled = ({ state }) => state !== undefined && state !== 'empty' && state !== 'loading';
  for (let round = 0; round < 40 && !(round > 2 && elements().every(settled)); round += 1) {
    for (const element of elements()) {
      element.scrollIntoView();
      await soon(100);
    }
    await soon(100);
  }
  const told = elements().map(({ localName, state }) => `${localName} ${state}`);
  const sticksOut = page.documentElement.scrollWidth > width;
  frame.remove();
  return { elements: told, sticksOut, wrong };
}
