/** Reads what Vite is about to write. */

import type { Rollup } from 'vite';

/** A file's bytes or text. */
export function bytesOf(file: Rollup.OutputAsset | Rollup.OutputChunk): Uint8Array | string {
  return file.type === 'chunk' ? file.code : file.source;
}

/** The pages of a bundle. */
export function htmlOf(bundle: Rollup.OutputBundle): Rollup.OutputAsset[] {
  return Object.values(bundle).filter((file): file is Rollup.OutputAsset => file.type === 'asset' && file.fileName.endsWith('.html'));
}
