import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { filesIn } from '#workers/build/site-files.js';
import { BUILD } from './fixtures.ts';

/** Returns the addresses of all pages, relative to the home page. */
export function pagePaths(): string[] {
  return filesIn(BUILD)
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.replace(/index\.html$/, ''));
}

/** Returns the addresses of all pages and of each view of the data, with a name for each. */
export function places(): readonly { readonly name: string; readonly path: string }[] {
  const views = ['quality', 'launches', 'reviews', 'pictures', 'market', 'columns'];
  return [
    ...pagePaths().map((path) => ({ name: path.replace(/\/$/, '') || 'home', path })),
    ...views.map((name) => ({ name, path: `data/?view=${name}` })),
  ];
}

/** Resolves when the service worker has stored every file and serves this page. */
export async function untilOfflineReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Starts the server as users run it, in a process that a test can end. */
export async function startServerProcess(): Promise<{ url: string; stop: () => Promise<void> }> {
  const script = fileURLToPath(new URL('../../../workers/build/serve.js', import.meta.url));
  const server = spawn(process.execPath, [script], { env: { ...process.env, PORT: '0' } });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const url = /http:\S+/.exec(line.toString())?.[0];
  if (!url) throw new Error(`expected the server's address, got "${line.toString()}"`);
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill();
    await once(server, 'exit');
  };
  return { url, stop };
}
