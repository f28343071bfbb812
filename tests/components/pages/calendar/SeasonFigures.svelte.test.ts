import { mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import SeasonFigures from '#components/pages/calendar/SeasonFigures.svelte';
import { cashFinding } from '#components/pages/plan/money/cash-words.ts';
import { seasonCash } from '#core/season/calendar/season-cash.ts';
import { viewSeason, type SeasonView } from '#core/season/calendar/season-view.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { sampleRange } from '../../../support/ranking.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

const { competition } = seasonOffers();
const offers = seasonOffers({ change: { competition: { ...competition, later: 3, earlier: 3 } } });
/** Similar launches three weeks apart, which take buyers from each other. */
const placements = [5, 8].map((week, product) => ({
  ...{ productId: `p${product}`, week: offers.weeks[week]!, channel: 'Email' },
  ...{ adSpend: 60, stockUnits: 150 },
}));

function show(cashBudget: number) {
  const limits = { ...usualLimits(offers.weeks[0]!), cashBudget };
  const view = viewSeason({ offers, limits }, seasonProblem(offers, limits), placements);
  const cash = seasonCash(view);
  const part = mount(SeasonFigures, { target: document.body, props: { view, usual: null, cash } });
  leave = () => void unmount(part);
  const stats = [...document.querySelectorAll('dl > div')].map((stat) => stat.textContent);
  const ofCash = stats.find((text) => text.includes('cash tied up'))!;
  return { view, cash: cash!, ofCash };
}

it('states the same cash tied up as the heading of the cash flow', () => {
  const { cash, ofCash } = show(4000);
  const amount = /at most ([\d,]+) tied up/.exec(cashFinding(cash))?.[1];
  expect(ofCash).toContain(`${amount} of 4,000`);
});

it('says why more is tied up than the limit counts, where similar launches sell less', () => {
  const without = show(4000).view.use.cashTiedUp;
  leave();
  const { view, cash, ofCash } = show(without);
  expect(-cash.lowest.expected).toBeGreaterThan(1.01 * without);
  expect(view.broken).toEqual([]);
  expect(ofCash).toContain('over');
  expect(ofCash).toContain('take sales from each other');
});

const figures = {
  offers: seasonOffers({ objective: 'units' }),
  total: sampleRange(500),
  placements: [{}, {}, {}],
  use: { adSpendTotal: 0, stockCost: 0, cashTiedUp: 0 },
  limits: { adBudget: null, stockBudget: null },
  broken: [],
} as unknown as SeasonView;

function gainWith(asUsual: number, expected: number): { value: string; note: string } {
  const range = { expected, low80: 10, low50: 20, high50: 40, high80: 50 };
  const usual = { ...sampleRange(470), gain: { range, ahead: 0.9 }, asUsual };
  const props = { view: figures, usual, cash: null };
  const shown = mount(SeasonFigures, { target: document.body, props });
  leave = () => void unmount(shown);
  const term = [...document.querySelectorAll('dt')].at(-1)!;
  expect(term.textContent.trim()).toBe('Gain over your usual approach');
  const value = term.nextElementSibling!;
  return { value: value.textContent.trim(), note: document.body.textContent };
}

it('says how the season compares with the usual approach, and how many launches are as usual', () => {
  const none = gainWith(0, 30);
  expect(none.value).toBe('30 more');
  expect(none.note).toContain('leads in 90% of simulated seasons');
  expect(none.note).not.toContain('As you usually do');
  leave();
  const part = gainWith(2, 30).note;
  expect(part).toContain('leads in 90% of simulated seasons');
  expect(part).toContain('As you usually do: 2 of 3 launches');
});

it('states neither a range nor a chance where the season is the usual approach', () => {
  const { value, note } = gainWith(3, 0);
  expect(value).toBe('about the same');
  expect(note).toContain('As you usually do: 3 of 3 launches');
  expect(note).not.toMatch(/leads in/);
});

it('says nothing of cash and stock where no price or cost is known', () => {
  const products = figures.offers.products.map((product) => ({
    ...product,
    economics: { listPrice: NaN, unitCost: NaN },
  }));
  const limits = { ...figures.limits, cashBudget: 1000, stockBudget: 1000 };
  const view = { ...figures, offers: { ...figures.offers, products }, limits };
  const shown = mount(SeasonFigures, {
    target: document.body,
    props: { view, usual: null, cash: null },
  });
  leave = () => void unmount(shown);
  expect(document.body.textContent).not.toContain('1,000');
  expect(document.querySelectorAll('dt')).toHaveLength(1);
});
