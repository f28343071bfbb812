import { createServer, type AddressInfo } from 'node:net';
import {
  CHROMIUM_ADVICE,
  FIREFOX_ADVICE,
  WEBKIT_ADVICE,
  findChromium,
  findFirefox,
  findWebKit,
} from '#workers/build/find-browsers.js';
import { startByPuppeteer } from './puppeteer.ts';
import type { RunningBrowser } from './tab.ts';
import { startWebKit } from './webkit.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

/** Starts a browser; `folder` is where it puts downloads. A string says why it cannot start on this machine. */
type Start = (folder: string) => Promise<RunningBrowser>;

/** Returns how to start an engine's browser, or a sentence that says why this machine cannot. */
export async function howToStart(engine: Engine): Promise<Start | string> {
  if (engine === 'webkit') {
    const paths = findWebKit();
    if (!paths) return WEBKIT_ADVICE;
    return async (folder) => startWebKit(paths, { port: await freePort(), folder });
  }
  const executablePath = engine === 'firefox' ? findFirefox() : await findChromium();
  if (!executablePath) return engine === 'firefox' ? FIREFOX_ADVICE : CHROMIUM_ADVICE;
  return (folder) => startByPuppeteer(engine, { executablePath, folder });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
