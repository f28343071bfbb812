// Every page of a project in Firefox and WebKit: on a laptop in the light theme, on a phone in the dark one. app/every-page looks at each in
// Chromium.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { m } from '#messages';
import { findFaults } from '../support/layout-faults.ts';
import { places } from '../support/site.ts';
import { ENGINES } from './engines.ts';
import { expect, test } from './engine-test.ts';
import { LONG, makePlans, openDemoShop, openFirstPlan, trainQuickly } from './main-job.ts';
import type { Tab } from './tab.ts';

const LOOKS = [
  { size: { width: 1280, height: 800 }, theme: 'light' },
  { size: { width: 390, height: 844 }, theme: 'dark' },
];

/** Where pictures are kept until the next run, to be looked at: only where that is asked for. */
const SHOTS = process.env.DEBUT_SHOTS ? 'test-results/looks' : null;
/** Windows of a long page that are pictured. */
const MOST_WINDOWS = 6;

for (const engine of ENGINES.filter((each) => each !== 'chromium'))
  test(`every page is laid out in ${engine}`, { tag: '@whole' }, async ({ visit, site }) => {
    test.setTimeout(1_800_000);
    const visitor = await visit(engine);
    const { tab, seller } = visitor;
    await tab.goto(site.url);
    await tab.run(() => localStorage.setItem('debut-tour', 'seen'));
    await openDemoShop(visitor);
    await trainQuickly(visitor);
    await makePlans(visitor, /30 plans/);
    await openFirstPlan(visitor);
    await seller.press('button', m.ledger_adopt());
    await seller.sees('text', /^Adopted/);
    const plan = await tab.run(() => location.href);

    const pages = places().map(({ name, path }) => ({ name, url: new URL(path, site.url).href }));
    for (const { size, theme } of LOOKS) {
      await tab.resize(size);
      await tab.run((chosen) => localStorage.setItem('debut-theme', chosen), theme);
      for (const { name, url } of [...pages, { name: 'one-plan', url: plan }]) {
        await tab.goto(url);
        await expect.poll(() => tab.run(isComputed), LONG).toBe(true);
        await tab.run(untilQuiet);
        const state = `${engine}-${name}-${size.width}-${theme}`;
        await expectSound(tab, state, size.width);
        if (SHOTS) await picture(tab, state.replaceAll('/', '_'));
      }
    }
    await seller.press('button', m.events_change());
    await seller.sees('dialog', m.events_change());
    expect(await tab.run(findFaults), 'an open panel on a phone').toEqual([]);
  });

async function expectSound(tab: Tab, state: string, width: number): Promise<void> {
  const page = await tab.run(() => ({
    width: innerWidth,
    headings: document.querySelectorAll('h1').length,
    words: document.body.innerText,
  }));
  expect.soft(page.width, state).toBe(width);
  expect.soft(page.headings, state).toBe(1);
  expect.soft(page.words, state).not.toMatch(/NaN|undefined|Infinity/);
  expect.soft(await tab.run(findFaults), state).toEqual([]);
  expect.soft(await tab.run(showsLineOfTab), state).toBe(true);
}

/** Runs in the page. The app answers, and computes nothing that the page will then show. */
function isComputed(): boolean {
  const { keepPress } = window;
  return (
    !keepPress &&
    Boolean(document.querySelector('h1')) &&
    !document.querySelector('main [role=progressbar]')
  );
}

/** Runs in the page. The line under the chosen tab lies inside the list, which cuts off what does not. */
function showsLineOfTab(): boolean {
  const tab = document.querySelector('[role=tab][aria-selected=true]');
  const list = tab?.closest('[role=tablist]');
  if (!tab || !list) return true;
  const end = list.getBoundingClientRect().top + list.clientTop + list.clientHeight;
  return tab.getBoundingClientRect().bottom < end + 0.5;
}

/** Runs in the page. Resolves when its fonts are there and nothing has changed for a while. */
async function untilQuiet(): Promise<void> {
  const QUIET_MS = 400;
  await document.fonts.ready;
  await new Promise<void>((resolve) => {
    let timer = setTimeout(end, QUIET_MS);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, QUIET_MS);
    });
    function end() {
      observer.disconnect();
      resolve();
    }
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(document, all);
  });
}

async function picture(tab: Tab, state: string): Promise<void> {
  await mkdir(SHOTS!, { recursive: true });
  for (let i = 0; i < MOST_WINDOWS; i++) {
    const isThere = await tab.run((windows) => {
      scrollTo({ top: windows * innerHeight, behavior: 'instant' });
      return windows === 0 || scrollY > (windows - 1) * innerHeight + 8;
    }, i);
    if (!isThere) break;
    await tab.run(untilQuiet);
    await writeFile(join(SHOTS!, `${state}${i === 0 ? '' : `-${i}`}.png`), await tab.screenshot());
  }
  await tab.run(() => scrollTo({ top: 0, behavior: 'instant' }));
}
