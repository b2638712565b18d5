/**
 * Makes the engine really stop: wraps every instance, so that the next armed calls trap inside WebAssembly.
 * Self-contained, because the browser tests send its source to the page. Call it before the package is loaded.
 *
 * @returns {{ decide: number, check_claim: number, compile: number, starts: number, end(): void }} how often the next calls trap, how many instances were
 *   started, and what takes the wrapping away
 */
export function armTraps() {
  const { Instance, instantiate } = WebAssembly;
  const armed = { decide: 0, check_claim: 0, compile: 0, starts: 0, end: () => { Object.assign(WebAssembly, { Instance, instantiate }); } };
  const wrapped = (instance) => {
    const { exports } = instance;
    armed.starts += 1;
    const trapping = (name) => (...given) => {
      if (armed[name] > 0) {
        armed[name] -= 1;
        exports.__wbindgen_malloc(0xffffffff, 1);
      }
      return exports[name](...given);
    };
    return { exports: { ...exports, ...Object.fromEntries(['decide', 'check_claim', 'compile'].map((name) => [name, trapping(name)])) } };
  };
  WebAssembly.Instance = function (module, imports) {
    return wrapped(new Instance(module, imports));
  };
  WebAssembly.instantiate = async (module, imports) => ({ module, instance: wrapped(await instantiate(module, imports)) });
  return armed;
}
