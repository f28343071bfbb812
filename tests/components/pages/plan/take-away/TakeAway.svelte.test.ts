import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import TakeAway from '#components/pages/plan/take-away/TakeAway.svelte';
import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { followLocale, switchLocale } from '#messages/locale.svelte.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../../../../support/ranking.ts';

interface Saved {
  readonly name: string;
  readonly type: string;
  readonly text: Promise<string>;
}
const onsay = vi.fn<(sentence: string) => void>();
const print = vi.fn();
const writeText = vi.fn<(text: string) => Promise<void>>();
let saved: Saved[] = [];
let leave: () => void = () => undefined;

/** What the component fetches when it is needed takes seconds to compile the first time. */
beforeAll(async () => {
  await import('#components/ui/controls/MenuList.svelte');
  await import('#components/pages/plan/take-away/PlanBrief.svelte');
});
beforeEach(() => {
  saved = [];
  vi.stubGlobal('print', print);
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
  const contents: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    contents.push(content as Blob);
    return 'blob:file';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const content = contents.at(-1)!;
    saved.push({ name: this.download, type: content.type, text: content.text() });
  });
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

function show(ranking: Ranking, plan?: LaunchPlan): void {
  const now = () => Date.UTC(2026, 1, 3);
  const props = { ranking, plan, datasetName: 'Demo shop', now, onsay };
  const shown = mount(TakeAway, { target: document.body, props });
  flushSync();
  leave = () => void unmount(shown);
}
const menuItems = () => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
const labels = () => menuItems().map(({ textContent }) => textContent.trim());

async function open(): Promise<void> {
  document.querySelector<HTMLElement>('[aria-haspopup="menu"]')!.click();
  await vi.waitFor(() => expect(menuItems().length).toBeGreaterThan(0));
}
async function choose(label: string): Promise<void> {
  await open();
  menuItems()
    .find(({ textContent }) => textContent.trim() === label)!
    .click();
}
const many = (count: number) =>
  sampleRanking({
    plans: Array.from({ length: count }, (_, i) =>
      samplePlan({ product: sampleProduct({ id: `P${i}` }) }),
    ),
  });

describe('taking plans away', () => {
  it('saves all plans as CSV and reminds of what the file holds', async () => {
    show(sampleRanking());
    await choose('All plans as CSV');
    expect(saved[0]).toMatchObject({ name: 'launch-plans.csv', type: 'text/csv' });
    expect(await saved[0]!.text).toContain('product_id,title');
    expect(onsay).toHaveBeenCalledWith(
      'This file contains your prices and plans. Share it only with people who may see them.',
    );
    expect(document.querySelector('.take')!.textContent).toContain('This file contains');
  });

  it('saves the launches as a calendar file without a byte order mark', async () => {
    show(sampleRanking());
    await choose('Calendar file of all launches (.ics)');
    expect(saved[0]).toMatchObject({ name: 'launches.ics', type: 'text/calendar' });
    const text = await saved[0]!.text;
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(text).toContain('DTSTAMP:20260203T000000Z\r\n');
    expect(text).toContain('SUMMARY:Launch: Red mug\r\n');
  });

  it('offers no calendar where nothing is to be launched, and no text where no plan is open', async () => {
    const plans = [samplePlan({ verdict: { kind: 'loss-likely' } })];
    show(sampleRanking({ plans }));
    await open();
    expect(labels()).toEqual(['All plans as CSV', 'Print a brief for each product']);
  });

  it('copies the open plan as text', async () => {
    const plan = samplePlan();
    show(sampleRanking(), plan);
    await choose('Copy this plan as text');
    await vi.waitFor(() => expect(onsay).toHaveBeenCalledWith(expect.stringMatching(/^Copied\./)));
    expect(writeText.mock.calls[0]![0]).toContain('Launch on Monday 9 March on Own store');
  });

  it('says what to do where the browser refuses to copy', async () => {
    writeText.mockRejectedValueOnce(new DOMException('denied', 'NotAllowedError'));
    show(sampleRanking(), samplePlan());
    await choose('Copy this plan as text');
    await vi.waitFor(() =>
      expect(onsay).toHaveBeenCalledWith(expect.stringContaining('print the brief')),
    );
  });
});

describe('printing', () => {
  const briefs = () => document.querySelectorAll('.plan-brief').length;

  it('has the brief of the open plan ready for whichever way it is printed', async () => {
    show(many(3), samplePlan());
    await vi.waitFor(() => expect(briefs()).toBe(1));
    await choose('Print a one-page brief');
    await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(briefs()).toBe(1);
  });

  it('lays out a brief of each product only while they are printed', async () => {
    let printed = 0;
    print.mockImplementationOnce(() => (printed = briefs()));
    show(many(3));
    await choose('Print a brief for each product');
    await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(printed).toBe(3);
    window.dispatchEvent(new Event('afterprint'));
    flushSync();
    expect(briefs()).toBe(0);
  });

  it('says how many it prints where there are too many for a browser', async () => {
    show(many(201));
    await open();
    expect(labels()).toContain('Print briefs for the first 200 products');
  });

  it('reminds in the language that is on screen', async () => {
    followLocale();
    onTestFinished(() => {
      switchLocale('en');
      localStorage.clear();
    });
    show(sampleRanking());
    await choose('All plans as CSV');
    const note = document.querySelector('.note')!;
    expect(note.textContent).toMatch(/^This file contains your prices/);
    switchLocale('zh');
    flushSync();
    expect(note.textContent).toMatch(/^文件包含/);
  });
});
