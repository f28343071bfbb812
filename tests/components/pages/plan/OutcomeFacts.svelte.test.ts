import { mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import OutcomeFacts from '#components/pages/plan/OutcomeFacts.svelte';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

const range = { expected: 120, low80: 80, low50: 100, high50: 140, high80: 190 };
const outcome = { units: range, revenue: range, profit: range };
const odds = { loss: 0.04, sellOut: 0.2, leftoverUnits: 38, sellThrough: 0.8 };
const plan = {
  ...{ outcome, odds },
  usual: { outcome, stockUnits: 30 },
  action: { stockUnits: 50 },
  product: { unitCost: null },
} as unknown as LaunchPlan;

function termsOf(change: Partial<LaunchPlan>): Map<string, string> {
  const props = { plan: { ...plan, ...change }, measure: 'profit' as const };
  const shown = mount(OutcomeFacts, { target: document.body, props });
  leave = () => void unmount(shown);
  const terms = [...document.querySelectorAll('dt')];
  return new Map(
    terms.map((term) => [term.textContent.trim(), term.nextElementSibling!.textContent.trim()]),
  );
}

it('says how much comes back and how buyers rate it, where the history tells', () => {
  const terms = termsOf({ returnRate: 0.08, rating: 4.27 });
  expect(terms.get('Return rate')).toMatch(/^8%/);
  expect(terms.get('Rating')).toBe('4.3');
  expect(document.body.textContent).not.toContain('likely 4');
});

it('says the range of the rating, where it is known', () => {
  termsOf({ rating: 4.27, ratingRange80: { low: 3.98, high: 4.6 } });
  expect(document.body.textContent.replaceAll('\u2060', '')).toContain('likely 4.0–4.6');
});

it('says nothing of either where it does not', () => {
  const terms = termsOf({});
  expect(terms.has('Demand forecast')).toBe(true);
  expect([terms.has('Return rate'), terms.has('Rating')]).toEqual([false, false]);
});

it('says which figures count later sales, where they are counted', () => {
  termsOf({});
  expect(document.body.textContent).not.toContain('later sales');
  leave();
  const later = { share: 3, holding: 0 };
  termsOf({ money: { revenue: 10, margin: 5, leftover: 1, fixedCost: 0, later } });
  expect(document.body.textContent).toContain('money and leftover stock count later sales too');
});

it('says the range of the gain and how often the plan is ahead, where that is known for what is shown', () => {
  const gain = { measure: 'profit' as const, range: { ...range, low80: -40 }, ahead: 0.72 };
  termsOf({ gain });
  expect(document.body.textContent).toContain('likely −40 to 190');
  expect(document.body.textContent).toContain('ahead in 72% of cases, with the same demand');
  leave();
  termsOf({ gain: { ...gain, measure: 'units' } });
  expect(document.body.textContent).toContain('difference in expected values');
});

/** The label holds the explanation of its term, too. */
const gainIn = (terms: Map<string, string>) =>
  [...terms].find(([label]) => label.includes('vs your usual approach'))?.[1];

it('states no gain where the plan is the usual approach', () => {
  const better = { ...range, expected: 150 };
  const changed = { outcome: { units: better, revenue: better, profit: better } };
  const gain = { measure: 'profit' as const, range: { ...range, low80: 20 }, ahead: 1 };
  expect(gainIn(termsOf({ ...changed, gain }))).toBe('30 more');
  leave();
  const asUsual = termsOf({ ...changed, gain, isAsUsual: true });
  expect(gainIn(asUsual)).toBe('about the same');
  expect(document.body.textContent).toContain('As you usually do');
  expect(document.body.textContent).not.toContain('ahead in');
});

it('says the odds of a loss and of selling out, and only the latter where costs are not known', () => {
  expect(termsOf({}).get('Chances')).toBe('4% chance of a loss');
  leave();
  expect(termsOf({ odds: { ...odds, loss: null } }).get('Chances')).toBe(
    '20% chance of selling out',
  );
});

it('says what the initial stock costs, with the usual stock beside it, where costs are known', () => {
  const cost = termsOf({ unitCost: 20 }).get('Cost of initial stock');
  expect(cost).toBe('1,000');
  expect(document.body.textContent).toContain('Your usual approach: 600');
  leave();
  expect(termsOf({}).has('Cost of initial stock')).toBe(false);
});
