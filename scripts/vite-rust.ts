/** Compiles the wasm again whenever a file that it is made of changes, for `make dev`. */

import { spawn } from 'node:child_process';
import { relative, sep } from 'node:path';

import type { Plugin, ViteDevServer } from 'vite';

/** Folders and files that the wasm is made of. */
const SOURCES = ['src', 'engine', 'catalog', 'wording', 'exchange', 'policies', 'examples', 'locales', 'Cargo.toml', 'Cargo.lock'];

/** How long to wait for more files to be saved, in milliseconds. */
const SETTLE = 100;

/** The plugin. It does nothing in a build, which the xtask makes. */
export function rust(): Plugin {
  let builder: Builder | undefined;
  return {
    name: 'rust',
    apply: 'serve',
    async configureServer(server) {
      builder = new Builder(server);
      await builder.build();
      server.watcher.on('all', (event, path) => {
        if (event !== 'addDir' && isSource(server.config.root, path)) {
          builder?.request();
        }
      });
    },
    // A page opened after a failed build shows the failure, not the app as it was before.
    transform(_code, id) {
      if (builder?.failure && id.endsWith('/page/main.ts')) {
        this.error(builder.failure);
      }
    },
  };
}

/** Runs one build at a time, and one more if files changed in the meantime. */
class Builder {
  /** What went wrong in the last build. */
  failure: string | null = null;
  private timer: NodeJS.Timeout | undefined;
  private building = false;
  private changed = false;

  constructor(private readonly server: ViteDevServer) {}

  /** Builds soon. */
  request(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.rebuild(), SETTLE);
  }

  /** Builds, and keeps what went wrong. */
  async build(): Promise<void> {
    this.failure = await compile(this.server.config.root);
  }

  private async rebuild(): Promise<void> {
    this.changed = true;
    if (this.building) {
      return;
    }
    this.building = true;
    while (this.changed) {
      this.changed = false;
      await this.build();
    }
    this.building = false;
    this.server.moduleGraph.invalidateAll();
    if (this.failure === null) {
      this.server.ws.send({ type: 'full-reload' });
    } else {
      this.server.ws.send({ type: 'error', err: { message: this.failure, stack: '', plugin: 'rust' } });
    }
  }
}

/** Compiles the wasm. Resolves to what went wrong, or null. */
function compile(root: string): Promise<string | null> {
  return new Promise((resolve) => {
    const cargo = spawn('cargo', ['run', '--quiet', '--package', 'xtask', '--', 'parts', '--dev'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, CARGO_TERM_COLOR: 'always' },
    });
    let messages = '';
    cargo.stderr.setEncoding('utf8');
    cargo.stderr.on('data', (text: string) => {
      messages += text;
      process.stderr.write(text);
    });
    cargo.on('error', (error) => resolve(String(error)));
    cargo.on('close', (code) => resolve(code === 0 ? null : withoutColours(messages)));
  });
}

function isSource(root: string, path: string): boolean {
  const [first] = relative(root, path).split(sep);
  return first !== undefined && SOURCES.includes(first);
}

function withoutColours(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
