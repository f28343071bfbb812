import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import BuyersView from '#components/pages/plan/buyers/BuyersView.svelte';
import type { BuyerStudy } from '#core/model/segments/buyer-study.ts';
import { sampleBuyerGroup, sampleBuyerStudy } from '../../../../support/buyer-study.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

function show(study: BuyerStudy | null, hasBuyers = true) {
  shown = mount(BuyersView, { target, props: { study, hasBuyers, planHref: '/plan/' } });
  flushSync();
}

const cells = () => [...target.querySelectorAll('tbody td')].map((cell) => cell.textContent);
const heads = () => [...target.querySelectorAll('thead th')].map((cell) => cell.textContent);

it('shows groups by habit with size, value, channel and offer', () => {
  show(sampleBuyerStudy());
  expect(target.querySelector('h1')!.textContent).toContain('about 1,400 orders');
  expect(target.querySelectorAll('tbody tr')).toHaveLength(2);
  expect(heads()).toContain('Value to come');
  expect(cells()).toContain('web (80%)');
  expect(cells()).toContain('Early access');
  expect(target.textContent).toContain('agreement 0.98');
  expect(target.textContent).not.toContain('NaN');
});

it('says why groups by taste are not shown', () => {
  show(sampleBuyerStudy());
  expect(target.textContent).toContain('gives other segments (agreement 0.73, needed 0.80)');
  for (const lack of ['few-buyers', 'no-groups'] as const) {
    void unmount(shown!);
    show(sampleBuyerStudy({ tastes: { groups: null, agreement: null, lack } }));
    expect(target.textContent).toContain(
      lack === 'no-groups' ? 'neither categories nor themes' : 'too few buyers bought enough',
    );
  }
});

it('leaves out columns that no group knows', () => {
  const unknown = { valueToCome: null, discountShare: null, channel: null };
  const groups = [sampleBuyerGroup(unknown), sampleBuyerGroup({ ...unknown, kind: 'lapsed' })];
  show(sampleBuyerStudy({ valueToCome: null, habits: { groups, agreement: 1, lack: null } }));
  expect(heads()).toEqual([
    ...['Segment', 'Buyers', 'Share of sales', 'Orders to come', 'Bought when new', 'Best offer'],
  ]);
  expect(target.textContent).not.toContain('worth about');
});

it('counts one order, and hardly any, in words', () => {
  const heading = (next: number) => {
    show(sampleBuyerStudy({ ordersToCome: [next, 0] }));
    const words = target.querySelector('h1')!.textContent;
    void unmount(shown!);
    shown = null;
    return words;
  };
  expect(heading(1.2)).toContain('about 1 order in');
  expect(heading(0.3)).toContain('hardly any orders');
});

it('says what is stored', () => {
  show(sampleBuyerStudy());
  expect(target.textContent).toContain('no sum of fewer than 10 buyers');
});

it('says why nothing is known', () => {
  show(null, false);
  expect(target.querySelector('h1')!.textContent).toBe(
    'Your files name no buyers, or fewer than ten',
  );
  void unmount(shown!);
  show(null);
  expect(target.textContent).toContain('At least 100 buyers');
  expect(target.querySelector('table')).toBeNull();
});
