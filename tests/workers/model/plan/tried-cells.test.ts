import { expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { cellAt } from '#core/model/features/action-space.ts';
import { unlawfulOffers } from '#core/planning/search/lawful-offers.ts';
import { experienceOf, refusedCells } from '#core/planning/search/support.ts';
import { triedCellsIn } from '#workers/model/plan/tried-cells.ts';
import { mondays, smallSpace } from '../../../support/action-space.ts';
import { launchTable } from '../../../support/launch-table.ts';

const space = smallSpace({ weeks: mondays(52) });
const table = launchTable([
  { channel: 'shop', promotion: 'none', day: dayFromCalendar(2025, 5, 5) },
  { channel: 'market', promotion: 'none', day: dayFromCalendar(2025, 6, 2) },
]);
const experience = experienceOf(table, space);
const unlawful = unlawfulOffers(space, { market: null, hasEarlierPrices: true });
const demand = {
  firstDay: space.weeks[0]!,
  series: [{ category: 'Mugs', logs: new Float32Array(40) }],
};
const weeksOf = (refused: Uint8Array) =>
  new Set(
    [...refused.keys()]
      .filter((index) => refused[index] === 0)
      .map((index) => cellAt(space, index).weekIndex),
  ).size;

it('opens weeks without a launch where the season of the category is borrowed', () => {
  const triedIn = triedCellsIn(experience, {
    unlawful,
    demand: { ...demand, isBorrowed: true },
  });
  const borrowing = triedIn('Mugs');
  expect(weeksOf(borrowing.refused)).toBe(40);
  expect(borrowing.allowed).toEqual(borrowing.refused.map((is) => 1 - is));
  expect(triedIn('Bags').refused).toEqual(refusedCells(experience));
});

it('is what was tried where demand is the shop’s own, or not known', () => {
  for (const known of [demand, undefined])
    expect(triedCellsIn(experience, { unlawful, demand: known })('Mugs').refused).toEqual(
      refusedCells(experience),
    );
});
