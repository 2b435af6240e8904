/** The programs of the workspace: the command line, to hold beside the page, and what makes things for it. */

import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What is built, with the features of `cargo test --workspace`: so that nothing is compiled twice. */
const BUILD = ['build', '--quiet', '--workspace', '--bin', 'policy', '--example', 'many'];

/** Where cargo puts what it builds. */
const BUILT = join(process.env.CARGO_TARGET_DIR ?? 'target', 'debug');

/** Writes a folder of policies as one file, which the page loads by its option `catalog`. */
export function pack(folder: string, file: string): void {
  execFileSync('cargo', BUILD);
  execFileSync(join(BUILT, 'policy'), ['pack', folder, file]);
}

/** Writes the catalogue so many times over as one such file. */
export function many(times: number, file: string): void {
  execFileSync('cargo', BUILD);
  execFileSync(join(BUILT, 'examples/many'), [String(times), file]);
}

/** What `policy` prints as JSON. It may have to be built first: give the test some minutes. */
export async function policy<T>(...words: string[]): Promise<T> {
  execFileSync('cargo', BUILD);
  const { stdout } = await promisify(execFile)(join(BUILT, 'policy'), [...words, '--json'], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as T;
}

/** The clauses of shared figures as they stand beside a calculation. */
export function cited(basis: string[]): string[] {
  return basis.length === 0 ? [] : [`依据：${basis.join('、')}`];
}
