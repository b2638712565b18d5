// For a bundler that does not know `new URL(…, import.meta.url)`: it is asked for the addresses of the engines.
import { init } from 'makegood';
import url from 'makegood/engine.wasm';
import explain from 'makegood/explain.wasm';

const here = (file) => new URL(file, document.baseURI);
await init({ url: here(url), explain: here(explain) });
await import('./app.js');
