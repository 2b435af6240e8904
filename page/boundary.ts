/**
 * The boundary between the page's scripts and the wasm: every call into the wasm passes here.
 *
 * An `error` event would not do. For a trap, Chromium 80 says no more in it than "Script error.", as
 * of a script from another origin; and nothing would keep later events from calling a broken wasm.
 */

import { isTrap } from './trap.ts';

/** How the names begin of what the wasm exports to the later part of it: xtask/src/split/. */
const LINK = '#';

/**
 * Runs `load`, which is to instantiate the wasm. The first trap in a call into that instance is told
 * to `onTrap`, and every later call is refused. Returns what the instance exports to other wasm.
 */
export async function guardInstance(load: () => Promise<unknown>, onTrap: () => void): Promise<WebAssembly.ModuleImports> {
  const { instantiate, instantiateStreaming } = WebAssembly;
  const links: WebAssembly.ModuleImports = {};
  const guard = ({ instance, module }: WebAssembly.WebAssemblyInstantiatedSource) => {
    const own: WebAssembly.Exports = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      (name.startsWith(LINK) ? links : own)[name] = value;
    }
    return { instance: { exports: guardExports(own, onTrap) }, module };
  };
  // What wasm-bindgen's loader calls: the one place where its instance can be had before it is used.
  WebAssembly.instantiate = ((bytes: BufferSource, imports?: WebAssembly.Imports) =>
    instantiate(bytes, imports).then(guard)) as typeof instantiate;
  if (typeof instantiateStreaming === 'function') {
    WebAssembly.instantiateStreaming = (source, imports) => instantiateStreaming(source, imports).then(guard);
  }
  try {
    await load();
  } finally {
    Object.assign(WebAssembly, { instantiate, instantiateStreaming });
  }
  return links;
}

/** The same exports, with a guard around every function. */
function guardExports(exports: WebAssembly.Exports, onTrap: () => void): WebAssembly.Exports {
  let stopped = false;
  const guard =
    (call: Function) =>
    (...args: unknown[]): unknown => {
      if (stopped) {
        throw new Error('the wasm has stopped');
      }
      try {
        return call(...args);
      } catch (error) {
        if (!stopped && isTrap(error)) {
          stopped = true;
          onTrap();
        }
        throw error;
      }
    };
  const guarded: WebAssembly.Exports = {};
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] = typeof value === 'function' ? guard(value) : value;
  }
  return guarded;
}
