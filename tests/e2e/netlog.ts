/**
 * What a browser asked the network for, as Chromium's own log of its network stack has it.
 *
 * It stands below everything that a page can do: frames, workers, service workers, beacons, icons,
 * prefetching and the browser's own requests all pass here.
 */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, chromium } from '@playwright/test';

import { CHROMIUM_ARGS, WITHOUT, requireChromium } from '../../scripts/chromium.mjs';

/** Something that left the browser, or was about to. */
export interface Contact {
  /** The kind, by Chromium's name of the event. */
  kind: string;
  /** The address, host or URL. */
  to: string;
  /** When, in milliseconds since 1970. */
  at: number;
}

/**
 * Keeps the browser from requests of its own, of which no page can rid its readers: what kind of
 * field a box is (autofill), who is signed in, newer components, hints for other sites.
 */
const SILENT = [
  `--disable-features=${[...WITHOUT, 'AutofillServerCommunication', 'DialMediaRouteProvider', 'Translate'].join(',')}`,
];

/** Where two of them go that cannot be switched off: a port to which the browser refuses to connect. */
const NOWHERE = 'http://127.0.0.1:1/';
const TO_NOWHERE = [`--gaia-url=${NOWHERE}`, `--component-updater=url-source=${NOWHERE}`];

/** The events that tell of a contact, and what of them says with whom. */
const KINDS: Record<string, (params: Params, connected?: string) => string | undefined> = {
  URL_REQUEST_START_JOB: ({ url }) => url,
  HOST_RESOLVER_MANAGER_REQUEST: ({ host }) => host,
  TCP_CONNECT_ATTEMPT: ({ address }) => address,
  // Not the event before it: to see which protocols there are, Chromium connects and sends nothing.
  UDP_BYTES_SENT: ({ address }, connected) => address ?? connected ?? 'unknown',
};

/** Tells with whom a socket of UDP talks. */
const CONNECT = 'UDP_CONNECT';

/** Addresses that are not of the network: what stands in the page, and the browser's own pages. */
const LOCAL = /^(?:data|blob|file|chrome|devtools):/;

interface Params {
  url?: string;
  host?: string;
  address?: string;
}

interface Log {
  constants: { logEventTypes: Record<string, number>; timeTickOffset: number | string };
  events: { type: number; time: string; source: { id: number }; params?: Params }[];
}

/** Uses a browser of its own, and returns every contact that it made until it was closed. */
export async function contactsDuring(use: (browser: Browser) => Promise<void>): Promise<Contact[]> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-check-netlog-'));
  const file = join(folder, 'netlog.json');
  try {
    const browser = await chromium.launch({
      executablePath: requireChromium(),
      args: [...CHROMIUM_ARGS, ...SILENT, ...TO_NOWHERE, `--log-net-log=${file}`, '--net-log-capture-mode=Everything'],
    });
    try {
      await use(browser);
    } finally {
      // The log is written out as the browser ends.
      await browser.close();
    }
    return contactsIn(JSON.parse(await readFile(file, 'utf8')) as Log);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function contactsIn({ constants, events }: Log): Contact[] {
  const { logEventTypes, timeTickOffset } = constants;
  const typeOf = (name: string): number => {
    const type = logEventTypes[name];
    if (type === undefined) {
      throw new Error(`this Chromium's log has no ${name}: see what it is called now`);
    }
    return type;
  };
  const kinds = new Map(Object.entries(KINDS).map(([kind, to]) => [typeOf(kind), { kind, to }]));
  const connect = typeOf(CONNECT);
  const connected = new Map<number, string>();
  return events.flatMap(({ type, time, source, params }) => {
    if (type === connect && params?.address !== undefined) {
      connected.set(source.id, params.address);
    }
    const known = kinds.get(type);
    const to = params === undefined ? undefined : known?.to(params, connected.get(source.id));
    if (known === undefined || to === undefined || LOCAL.test(to) || `${to}/`.startsWith(NOWHERE)) {
      return [];
    }
    return [{ kind: known.kind, to, at: Number(time) + Number(timeTickOffset) }];
  });
}
