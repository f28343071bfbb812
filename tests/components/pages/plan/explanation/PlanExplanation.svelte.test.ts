import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import PlanExplanation from '#components/pages/plan/explanation/PlanExplanation.svelte';
import type {
  PlanExplanation as Evidence,
  SimilarLaunch,
} from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';

const plan = {
  product: { listPrice: 40 },
  action: { launchDay: 20_520, channel: 'Email', salePrice: 42 },
  outcome: { units: { expected: 130, low80: 80, low50: 100, high50: 150, high80: 190 } },
} as unknown as LaunchPlan;
const launch: SimilarLaunch = {
  ...{ productId: 'p1', title: 'Linen apron', day: 20_310, channel: 'Email', promotion: null },
  ...{ salePrice: 36, adSpend: null, units: 134, revenue: null, profit: null, similarity: 0.96 },
  ...{ wordSimilarity: 0.97, lookSimilarity: null },
};
const evidence: Evidence = {
  similar: [launch],
  looksShare: null,
  parts: {
    typicalLog: Math.log1p(82),
    predictedLog: Math.log1p(82) + 0.2,
    parts: [{ group: 'channel', log: 0.2 }],
  },
  productParts: [{ kind: 'word', name: '', value: 'linen', log: 0.17 }],
  view: { member: 'ridge', season: [], elasticity: null },
};

const onlooks = vi.fn<(share: number) => void>();

function shown(given: Partial<Evidence> = {}, moveTo: number | null = null): HTMLElement {
  const target = document.createElement('div');
  const props = { evidence: { ...evidence, ...given }, plan, onlooks };
  const section = mount(PlanExplanation, { target, props });
  flushSync();
  const slider = target.querySelector<HTMLInputElement>('input[type="range"]');
  if (slider && moveTo !== null) {
    slider.value = String(moveTo);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }
  flushSync();
  const copy = target.cloneNode(true) as HTMLElement;
  void unmount(section);
  return copy;
}

const readRow = (row: Element) =>
  [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim());

it('says the reasons, what came of similar launches, and what each part does', () => {
  const section = shown();
  expect(section.querySelector('b')!.textContent).toBe('Email');
  const [similar, known] = [...section.querySelectorAll('tbody')];
  expect(readRow(similar!.children[0]!)).toEqual([
    ...['Linen apron Aug 2025: Email, 36.00', '134', 'Aug 2025', 'Email, 36.00', '–', '96%'],
  ]);
  expect(section.textContent).toContain(
    'A dash means that units, price, cost or ad spend are missing in your history',
  );
  expect(readRow(known!.children[0]!)).toEqual(['The word “linen”', '', 'raises by 19%']);
  const drawn = [...section.querySelectorAll('svg .value')].map((text) => text.textContent);
  expect(drawn).toEqual(['82', '×\u00A01.22', '100']);
});

it('weighs looks against words where pictures can be compared, and nowhere else', () => {
  expect(shown().querySelector('input')).toBeNull();
  const similar = [{ ...launch, lookSimilarity: 0.5 }];
  const section = shown({ similar, looksShare: 0.5 }, 0.8);
  expect(onlooks).toHaveBeenCalledExactlyOnceWith(0.8);
  expect(section.querySelector('input')!.getAttribute('aria-valuetext')).toBe(
    '80% looks, 20% words',
  );
  expect(readRow(section.querySelector('tbody tr')!).slice(-2)).toEqual(['50%', '96%']);
});

it('says where what is promised stands against what similar launches sold', () => {
  const few = { ...launch, units: 20 };
  expect(shown({ similar: [few, few, few] }).textContent).toContain('3 of these 3 sold less');
  expect(shown({ similar: [launch, launch, few] }).textContent).not.toContain('of these');
});

it('claims nothing where nothing is known', () => {
  const text = shown({ similar: [], productParts: [] }).textContent;
  expect(text).toContain('No past launch is much like it');
  expect(text).toContain('Leaving out any one product detail changes the units by less than 1%');
  expect(text).toContain('is not known: your prices hardly varied');
  expect(text).toContain('finds hardly any seasonality');
  expect(text).not.toContain('NaN');
});
