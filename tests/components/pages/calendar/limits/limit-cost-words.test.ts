import { expect, it } from 'vitest';
import { limitCostWords } from '#components/pages/calendar/limits/limit-cost-words.ts';
import type { Loosening } from '#core/season/problem/looser-limits.ts';
import { m } from '#messages';
import { sampleRange } from '../../../../support/ranking.ts';
import { seasonOffers } from '../../../../support/season-offers.ts';

const asked = { view: { offers: seasonOffers() }, titleOf: (id: string) => id.toUpperCase() };
const words = (loosening: Loosening, change: object = {}) =>
  limitCostWords(
    {
      ...{ kind: 'brings', gain: 1240, most: 1240, loosening, range: sampleRange(1240) },
      ...change,
    },
    asked,
  );
const most = { kind: 'most-per-week' } as const;
const step = m.season_loose_most();

it('names the step, and says what it brings with its range, or that the limit costs nothing', () => {
  const brings = 'One more launch a week would bring 1,240 (likely 806\u2060–\u20601,980).';
  expect(words(most)).toBe(brings);
  // The change of the total, not of the merit.
  expect(words(most, { gain: 900 })).toBe(brings);
  expect(words(most, { kind: 'nothing', gain: 0 })).toBe(m.season_loose_nothing({ step }));
});

it('says how much is possible where nothing was found in time', () => {
  const open = (possible: number | null) => words(most, { kind: 'open', most: possible });
  expect(open(80)).toBe(m.season_loose_open({ step, most: '80' }));
  expect(open(null)).toBe(m.season_loose_unknown({ step }));
});

it.each<[Loosening, string]>([
  [most, step],
  [{ kind: 'ad-budget' }, m.season_loose_ads()],
  [{ kind: 'stock-budget' }, m.season_loose_stock()],
  [{ kind: 'cash-budget' }, m.season_loose_cash()],
  [{ kind: 'channel-budget', channel: 'Email' }, m.season_loose_channel({ channel: 'Email' })],
  [{ kind: 'closed-week', week: 20_521 }, m.season_loose_week({ number: '11' })],
  [{ kind: 'needed', productId: 'mug' }, m.season_loose_needed({ title: 'MUG' })],
])('names the limit %o, and says where launches are only sooner', (loosening, named) => {
  expect(words(loosening, { kind: 'sooner' })).toBe(m.season_loose_sooner({ step: named }));
});
