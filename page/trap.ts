/** Tells a trap in the wasm from an exception that merely passes through it. */

/**
 * Whether `error`, which came out of the wasm, means that it stopped in the middle of its work, so
 * that its memory is not to be trusted any more: a panic, an access out of bounds, no stack left.
 */
export function isTrap(error: unknown): boolean {
  return (
    error instanceof WebAssembly.RuntimeError ||
    // No stack left, in the words of V8 and JavaScriptCore, and of SpiderMonkey.
    error instanceof RangeError ||
    (error instanceof Error && error.name === 'InternalError')
  );
}
