/**
 * The later part of the wasm: what the page does only after the first result. It is a module of its own
 * over the memory of the first part (xtask/src/split/).
 */

import { rest } from 'virtual:form';

import { complete, expectRest } from '../target/web/pkg/policy_check.js';

/** The sections of the part that hold the texts of the catalogue, and the English ones of the interface. */
const TEXTS = 'texts';
const ENGLISH = 'english';

/** How long to wait before the part is asked for again that could not be had, each time, in milliseconds. */
const PAUSES = [1_000, 3_000, 9_000];

/** Says that a part is to come, if one is. What is returned loads it, once. `first` is what the first part exports to it. */
export function expect(first: WebAssembly.ModuleImports): () => Promise<void> {
  const from = rest;
  if (from === null) {
    return () => Promise.resolve();
  }
  expectRest();
  let loading: Promise<void> | null = null;
  return () => (loading ??= load(from, first));
}

/** Loads the part, and puts its functions where the first part looks for them. */
async function load(from: NonNullable<typeof rest>, first: WebAssembly.ModuleImports): Promise<void> {
  const { module } = await WebAssembly.instantiate(await bytesOf(from), { first });
  const section = (name: string): ArrayBuffer =>
    WebAssembly.Module.customSections(module, name)[0] ?? new ArrayBuffer(0);
  complete(new Uint8Array(section(TEXTS)), new TextDecoder().decode(section(ENGLISH)));
}

/** The bytes of the part, asked for again where the network fails. */
async function bytesOf(from: NonNullable<typeof rest>): Promise<BufferSource> {
  for (const pause of PAUSES) {
    try {
      return await asked(from);
    } catch {
      await new Promise((over) => setTimeout(over, pause));
    }
  }
  return asked(from);
}

async function asked(from: NonNullable<typeof rest>): Promise<BufferSource> {
  const part = await from();
  if (!(part instanceof Response)) {
    return part;
  }
  if (!part.ok) {
    throw new Error(`${part.status} ${part.url}`);
  }
  return part.arrayBuffer();
}
