import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCalendar, isoDate, weekOfYear, WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { cellAt, cellCount, type ActionSpace } from '#core/model/features/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  experienceOf,
  offersTried,
  refusedCells,
  supportOf,
  triedOffers,
} from '#core/planning/search/support.ts';
import { mondays, smallSpace } from '../../../support/action-space.ts';
import { launchTable } from '../../../support/launch-table.ts';

const year = smallSpace({ weeks: mondays(52), priceFactors: [0.9, 1] });
const refusedOf = (table: LaunchTable, space: ActionSpace = year) =>
  refusedCells(experienceOf(table, space));

const anyLaunch = fc.record({
  category: fc.constantFrom('Kitchen', 'Garden', ''),
  channel: fc.constantFrom('shop', 'market', 'closed', ''),
  promotion: fc.constantFrom('none', 'coupon', ''),
  day: fc.integer({ min: 18_000, max: 20_400 }),
});
const anyTable = fc.array(anyLaunch, { minLength: 1, maxLength: 12 }).map(launchTable);

function isNear(a: number, b: number): boolean {
  const apart = Math.abs(weekOfYear(a) - weekOfYear(b));
  return Math.min(apart, WEEKS_PER_YEAR - apart) <= 3;
}

/** Launches of the table that fit. */
function rowsOf(table: LaunchTable, fits: (row: number) => boolean): number[] {
  return Array.from({ length: table.rowCount }, (_, row) => row).filter(fits);
}

/** Whether a row of at most `length` weeks of the year holds all of the weeks. */
function fitIn(length: number, weeks: readonly number[]): boolean {
  return Array.from({ length: WEEKS_PER_YEAR }, (_, first) => first).some((first) =>
    weeks.every((week) => (week - first + WEEKS_PER_YEAR) % WEEKS_PER_YEAR < length),
  );
}

/** Whether the week is outside the one season of all these rows, while the table has other seasons too. */
function isOutOfSeason(table: LaunchTable, rows: readonly number[], day: number): boolean {
  const weeks = rows.map((row) => weekOfYear(table.launchDay[row]!));
  const all = Array.from(table.launchDay, weekOfYear);
  if (!fitIn(13, weeks) || fitIn(13, all)) return false;
  const shortest = mondays(13).findIndex((_, i) => fitIn(i + 1, weeks)) + 1;
  return !fitIn(shortest, [...weeks, weekOfYear(day)]);
}

/** Whether the seller ever did it, launch by launch. */
function isTried(table: LaunchTable, space: ActionSpace, index: number): boolean {
  const cell = cellAt(space, index);
  const on = (row: number) => table.channel[row] === space.channels[cell.channelIndex]!.name;
  const promoted = (row: number) =>
    table.promotion[row] === space.promotions[cell.promotionIndex]!.name;
  return (
    rowsOf(table, (row) => on(row) && promoted(row)).length > 0 &&
    rowsOf(table, (row) => on(row) && isNear(table.launchDay[row]!, space.weeks[cell.weekIndex]!))
      .length > 0 &&
    rowsOf(
      table,
      (row) => promoted(row) && isNear(table.launchDay[row]!, space.weeks[cell.weekIndex]!),
    ).length > 0 &&
    !isOutOfSeason(table, rowsOf(table, promoted), space.weeks[cell.weekIndex]!)
  );
}

/** Returns the channel and promotion of cells that are open from a day on, where seasons from that day on are known. */
function offersFrom(table: LaunchTable, from: number): Set<string> {
  const refused = refusedCells(experienceOf(table, year), (day) => day >= from);
  const open = [...refused.keys()]
    .filter((index) => refused[index] === 0)
    .map((index) => cellAt(year, index))
    .filter(({ weekIndex }) => year.weeks[weekIndex]! >= from);
  return new Set(
    open.map(({ channelIndex, promotionIndex }) => [channelIndex, promotionIndex].join()),
  );
}

describe('refused cells', () => {
  it('are those that were never tried, unless none was', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const refused = refusedOf(table);
        const tried = Array.from({ length: cellCount(year) }, (_, i) => isTried(table, year, i));
        const wanted = tried.map((is) => (is || !tried.includes(true) ? 0 : 1));
        expect([...refused]).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });

  it('are seasons away from all launches of the channel, counted around new year', () => {
    const table = launchTable([
      { channel: 'shop', promotion: 'none', day: dayFromCalendar(2024, 12, 26) },
      { channel: 'market', promotion: 'none', day: dayFromCalendar(2025, 6, 2) },
    ]);
    const refused = refusedOf(table);
    const open = (channel: number) =>
      new Set(
        [...refused.keys()]
          .filter((index) => refused[index] === 0)
          .map((index) => cellAt(year, index))
          .filter(({ channelIndex }) => channelIndex === channel)
          .map(({ weekIndex }) => isoDate(year.weeks[weekIndex]!)),
      );
    expect([...open(0)]).toEqual([
      ...['2026-01-05', '2026-01-12', '2026-11-30'],
      ...['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'],
    ]);
    expect([...open(1)]).toEqual([
      ...['2026-05-11', '2026-05-18', '2026-05-25', '2026-06-01'],
      ...['2026-06-08', '2026-06-15', '2026-06-22'],
    ]);
  });

  it('are not weeks whose season is known, except for offers that were never combined', () => {
    const table = launchTable(
      [2, 8].flatMap((month) => [
        { channel: 'shop', promotion: 'none', day: dayFromCalendar(2025, month, 3) },
        { channel: 'market', promotion: 'coupon', day: dayFromCalendar(2025, month, 10) },
      ]),
    );
    expect(offersFrom(table, dayFromCalendar(2026, 10, 5))).toEqual(new Set(['0,0', '1,1']));
    expect(refusedCells(experienceOf(table, year), () => false)).toEqual(refusedOf(table));
  });

  it('are weeks outside the only season of a promotion, even if their season is known', () => {
    const table = launchTable([
      { channel: 'shop', promotion: 'none', day: dayFromCalendar(2025, 2, 3) },
      { channel: 'shop', promotion: 'none', day: dayFromCalendar(2025, 8, 4) },
      { channel: 'shop', promotion: 'coupon', day: dayFromCalendar(2025, 8, 11) },
    ]);
    expect(offersFrom(table, dayFromCalendar(2026, 10, 5))).toEqual(new Set(['0,0']));
  });

  it('are weeks outside the only season of a discount of a shop that has launched in one season itself', () => {
    const table = launchTable(
      Array.from({ length: 10 }, (_, week) => dayFromCalendar(2026, 3, 2) + 7 * week).flatMap(
        (day) => ['none', 'coupon'].map((promotion) => ({ channel: 'shop', promotion, day })),
      ),
    );
    const openWeeks = (promotion: number, isSeasonKnown: () => boolean) => {
      const refused = refusedCells(experienceOf(table, year), isSeasonKnown);
      const open = [...refused.keys()].filter((index) => refused[index] === 0);
      const cells = open.map((index) => cellAt(year, index));
      const ofPromotion = cells.filter(({ promotionIndex }) => promotionIndex === promotion);
      return new Set(ofPromotion.map(({ weekIndex }) => weekIndex)).size;
    };
    const nearLaunches = 10 + 2 * 3;
    const open = [0, 1].map((p) => [false, true].map((isKnown) => openWeeks(p, () => isKnown)));
    expect(open).toEqual([
      [nearLaunches, 52],
      [nearLaunches, nearLaunches],
    ]);
  });

  it('are all weeks outside the only season of a promotion', () => {
    const inDecember = [1, 15, 29].map((day) => dayFromCalendar(2025, 12, day));
    const openWeeks = (days: readonly number[]) => {
      const all = year.weeks.map((day) => ({ channel: 'shop', promotion: 'none', day }));
      const promoted = days.map((day) => ({ channel: 'shop', promotion: 'coupon', day }));
      const refused = refusedOf(launchTable([...all, ...promoted]));
      return new Set(
        [...refused.keys()]
          .filter((index) => refused[index] === 0 && cellAt(year, index).promotionIndex === 1)
          .map((index) => isoDate(year.weeks[cellAt(year, index).weekIndex]!)),
      );
    };
    expect([...openWeeks(inDecember)]).toEqual([
      ...['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'],
    ]);
    const alsoInJune = [...inDecember, dayFromCalendar(2025, 6, 2)];
    expect([...openWeeks(alsoInJune)]).toEqual([
      ...['2026-01-05', '2026-01-12', '2026-01-19', '2026-05-11', '2026-05-18', '2026-05-25'],
      ...['2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22', '2026-11-09', '2026-11-16'],
      ...['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'],
    ]);
  });

  it('refuse a channel and a promotion that were never combined, at any price', () => {
    const each = (channel: string, promotion: string) =>
      year.weeks.map((day) => ({ channel, promotion, day }));
    const table = launchTable([
      ...each('shop', 'none'),
      ...each('shop', 'coupon'),
      ...each('market', 'none'),
    ]);
    refusedOf(table).forEach((refused, index) => {
      const { channelIndex, promotionIndex } = cellAt(year, index);
      expect(refused).toBe(channelIndex === 1 && promotionIndex === 1 ? 1 : 0);
    });
  });

  it('are none where all would be', () => {
    const apart = launchTable([
      { channel: 'shop', promotion: 'gone', day: 20_000 },
      { channel: 'closed', promotion: 'none', day: 20_000 },
    ]);
    expect(refusedOf(apart)).not.toContain(1);
  });

  it('are far seasons only where the history has neither channel nor promotion', () => {
    const bare = smallSpace({
      ...{ weeks: mondays(52), channels: [], promotions: [], priceFactors: [1] },
    });
    const day = dayFromCalendar(2025, 3, 3);
    const refused = refusedOf(launchTable([{ day }]), bare);
    expect([...refused]).toEqual(bare.weeks.map((week) => (isNear(week, day) ? 0 : 1)));
  });
});

describe('launches alike', () => {
  it('are counted by offer, launch by launch', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom('Kitchen', 'Toys', ''), (table, category) => {
        const counts = offersTried(experienceOf(table, year), category);
        expect(counts).toHaveLength(cellCount(year) / year.weeks.length);
        counts.forEach((count, index) => {
          const { channelIndex, promotionIndex } = cellAt(year, index);
          const alike = rowsOf(
            table,
            (row) =>
              (category === '' || table.category[row] === category) &&
              table.channel[row] === year.channels[channelIndex]!.name &&
              table.promotion[row] === year.promotions[promotionIndex]!.name,
          );
          expect(count).toBe(alike.length);
        });
      }),
    );
  });

  it('are all of the category where there is nothing to choose', () => {
    const bare = smallSpace({ channels: [], promotions: [], priceFactors: [1] });
    const table = launchTable([{ category: 'Kitchen' }, { category: 'Kitchen' }, {}]);
    expect([...offersTried(experienceOf(table, bare), 'Kitchen')]).toEqual([2]);
  });
});

describe('the support of a plan', () => {
  const table = launchTable([
    { category: 'Kitchen', channel: 'shop', promotion: 'none', day: 100 },
    { category: 'Kitchen', channel: 'shop', promotion: 'none', day: 90 },
    { category: 'Garden', channel: 'shop', promotion: 'none', day: 200 },
    { category: 'Garden', channel: 'market', promotion: 'none', day: 300 },
  ]);
  const plan = { channel: 'shop', promotion: 'none' };

  it('is what was launched alike, and anywhere, and when last', () => {
    expect(supportOf(table, 'Kitchen', plan)).toEqual({ alike: 2, anywhere: 3, lastDay: 100 });
  });

  it('is the newest of all where none was alike, or none has a category', () => {
    expect(supportOf(table, 'Toys', plan)).toEqual({ alike: 0, anywhere: 3, lastDay: 200 });
    expect(supportOf(table, '', plan)).toEqual({ alike: 3, anywhere: 3, lastDay: 200 });
  });

  it('is none where the like was never done', () => {
    const never = { channel: 'market', promotion: 'coupon' };
    expect(supportOf(table, 'Kitchen', never)).toEqual({ alike: 0, anywhere: 0, lastDay: null });
  });

  it('is any launch where there is nothing to choose', () => {
    const bare = { channel: null, promotion: null };
    expect(supportOf(table, 'Garden', bare)).toEqual({ alike: 2, anywhere: 4, lastDay: 300 });
  });
});

it('lists each channel with the promotions that were tried on it', () => {
  const table = launchTable([
    { channel: 'shop', promotion: 'none' },
    { channel: 'shop', promotion: 'coupon' },
    { channel: 'market', promotion: 'none' },
  ]);
  expect(triedOffers(experienceOf(table, year))).toEqual([
    { channel: 'shop', promotion: 'none' },
    { channel: 'shop', promotion: 'coupon' },
    { channel: 'market', promotion: 'none' },
  ]);
  const bare = { ...year, channels: [], promotions: [] };
  expect(triedOffers(experienceOf(table, bare))).toEqual([{ channel: null, promotion: null }]);
});
