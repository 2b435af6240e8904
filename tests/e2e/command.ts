/** The command line, to hold beside the page. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What `policy` prints as JSON. It may have to be built first: give the test some minutes. */
export async function policy<T>(...words: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(
    'cargo',
    ['run', '--quiet', '--bin', 'policy', '--', ...words, '--json'],
    { maxBuffer: 1 << 24 },
  );
  return JSON.parse(stdout) as T;
}
