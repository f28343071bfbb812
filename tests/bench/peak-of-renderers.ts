import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** Returns the peak memory of any renderer so far, in bytes. A renderer holds its page and workers. Linux only. */
export async function peakOfRenderers(browser: Browser): Promise<number> {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
  return Math.max(...peaks.map((kilobytes) => 1024 * Number(kilobytes)));
}
