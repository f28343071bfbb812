// npm run bench:live-training (after npm run build)
// Watches a training of the demo shop in the built app, from the press of the button to the model, with the language
// model. Prints how long there was nothing new to see but a bar and a clock, and how far the time left was off. Exits with
// 1 where nothing new came for over 20 s, or where half of the times shown were off by over a third of the time left.

import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { median, quantile } from '#core/base/statistics/statistics.ts';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { serveSite } from '#workers/build/serve.js';

const LOOK_EVERY_MS = 250;
const MOST_SILENT_SECONDS = 20;
const MOST_OFF = 1 / 3;
/** Near the end, seconds are rounded by more than they are worth. */
const LEAST_LEFT_SECONDS = 10;

interface Sight {
  readonly seconds: number;
  /** Time left on the page, in seconds; null where another figure stands there. */
  readonly left: number | null;
  readonly phase: string;
  /** What the page tells but for its clock: texts of findings, curves and figures. */
  readonly content: string;
}

const executablePath = await findChromium();
if (!executablePath) throw new Error(CHROMIUM_ADVICE);
const site = await serveSite({
  folder: fileURLToPath(new URL('../../build', import.meta.url)),
  port: 0,
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const sights = await watch(page);
  const silences = silentStretches(sights);
  const longest = silences.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5);
  const end = sights.at(-1)!.seconds;
  console.log(`training: ${end.toFixed(0)} s, ${silences.length} times something new`);
  for (const { seconds, at, phase } of longest) {
    console.log(`nothing new for ${seconds.toFixed(1)} s from ${at.toFixed(0)} s on (${phase})`);
  }
  const told = sights.filter(
    ({ left, seconds }) => left !== null && end - seconds >= LEAST_LEFT_SECONDS,
  );
  const off = told.map(({ left, seconds }) => Math.abs(left! - (end - seconds)) / (end - seconds));
  const untold = sights.length - told.length;
  console.log(
    `time left: off by ${percent(median(off))} (median), ${percent(quantile(off, 0.9))} (90 %), ` +
      `not told for ${((untold / sights.length) * end).toFixed(0)} s; largest rise ${largestRise(told).toFixed(0)} s`,
  );
  const silent = longest[0]?.seconds ?? 0;
  if (silent > MOST_SILENT_SECONDS || median(off) > MOST_OFF) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}

async function watch(page: Page): Promise<Sight[]> {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Try the demo shop' }).click();
  await page.waitForURL(/dataset=/, { timeout: 60_000 });
  const train = { name: 'Train the model' };
  await page.getByRole('link', train).or(page.getByRole('button', train)).first().click();
  const timer = page.getByRole('timer');
  await timer.waitFor({ timeout: 30_000 });
  const started = performance.now();
  const sights: Sight[] = [];
  while (await timer.isVisible()) {
    const seen = await page.evaluate(() => {
      const main = document.querySelector('main')!;
      const copy = main.cloneNode(true) as HTMLElement;
      const phase = main.querySelector('li.now')?.textContent.trim() ?? '';
      const label = main.querySelector('[role=timer]')?.previousElementSibling?.textContent ?? '';
      const left = main.querySelector('[role=timer]')?.textContent ?? '';
      // The clock, its bar, and figures of the machine are no news; the count of names read is.
      const idle = '[role=timer], [role=progressbar], [role=status], ol .step, dl.num, header';
      for (const part of copy.querySelectorAll(idle)) part.remove();
      const lines = [...copy.querySelectorAll('polyline, path')].map((line) => line.outerHTML);
      return { phase, label, left, content: `${copy.textContent} ${lines.join(' ')}` };
    });
    const seconds = (performance.now() - started) / 1000;
    sights.push({ ...seen, seconds, left: /left/i.test(seen.label) ? secondsIn(seen.left) : null });
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
  return sights;
}

/** Returns the seconds of a text such as "About 1 min 10 s"; null where it tells none. */
function secondsIn(text: string): number | null {
  const minutes = /(\d+) min/.exec(text)?.[1];
  const seconds = /(\d+) s/.exec(text)?.[1];
  return minutes || seconds ? 60 * Number(minutes ?? 0) + Number(seconds ?? 0) : null;
}

function silentStretches(sights: readonly Sight[]) {
  const news = sights.filter(({ content }, i) => content !== sights[i - 1]?.content);
  const ends = [...news.slice(1).map(({ seconds }) => seconds), sights.at(-1)!.seconds];
  return news.map(({ seconds, phase }, i) => ({ seconds: ends[i]! - seconds, at: seconds, phase }));
}

/** Returns by how many seconds the time left rose at most, against the time that went by. */
function largestRise(told: readonly Sight[]): number {
  const rises = told
    .slice(1)
    .map(({ left, seconds }, i) => left! + seconds - told[i]!.left! - told[i]!.seconds);
  return Math.max(0, ...rises);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
