import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import {
  basisCount,
  basisGroups,
  choiceColumns,
  encodeActions,
  fitActionBasis,
  pastAction,
  type BasisAction,
} from '#core/model/features/action-basis.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

const table = launchTable(
  Array.from({ length: 40 }, (_, i) => ({
    day: dayFromCalendar(2023, 1, 1) + 20 * i,
    channel: ['shop', 'market'][i % 2]!,
    promotion: ['none', 'coupon'][i % 2]!,
    listPrice: 10,
    salePrice: i % 2 ? 9 : 10,
    adSpend: 20 + i,
  })),
);
const basis = fitActionBasis(table, allRows(table));
const plain: BasisAction = {
  day: dayFromCalendar(2024, 3, 1),
  channel: 'shop',
  promotion: 'none',
  priceRatio: 1,
  adSpend: 30,
  crowding: 2,
};
const encode = (change: Partial<BasisAction>) =>
  encodeActions(basis, 1, () => ({ ...plain, ...change }));

describe('action basis', () => {
  it('starts with the constant and has the promised width', () => {
    const rows = encodeActions(basis, table.rowCount, (i) => pastAction(table, i));
    expect(rows.length).toBe(table.rowCount * basisCount(basis));
    for (let i = 0; i < table.rowCount; i++) expect(rows[i * basisCount(basis)]).toBe(1);
  });

  it('says of every column what it belongs to', () => {
    const groups = basisGroups(basis);
    expect(groups).toHaveLength(basisCount(basis));
    expect(groups).toEqual([...groups].sort((a, b) => a - b));
    const touched = (change: Partial<BasisAction>) => {
      const [before, after] = [encode({}), encode(change)];
      return new Set(groups.filter((_, j) => before[j] !== after[j]));
    };
    expect(groups.filter((group) => group === 0)).toHaveLength(1);
    expect(touched({ day: plain.day + 60 })).toEqual(new Set([1, 7]));
    expect(touched({ channel: 'market' })).toEqual(new Set([2]));
    expect(touched({ promotion: 'coupon' })).toEqual(new Set([3]));
    expect(touched({ priceRatio: 0.8 })).toEqual(new Set([4]));
    expect(touched({ adSpend: 99 })).toEqual(new Set([5]));
    expect(touched({ crowding: 9 })).toEqual(new Set([6]));
  });

  it('takes a crowding that nobody knows for the usual one', () => {
    const usual = Math.expm1(basis.logCrowdingMean);
    encode({ crowding: NaN }).forEach((value, j) =>
      expect(value).toBeCloseTo(encode({ crowding: usual })[j]!, 6),
    );
  });

  it('goes round the year: the last week lies beside the first', () => {
    const distance = (a: number, b: number) => {
      const [one, other] = [encode({ day: a }), encode({ day: b })];
      return Math.hypot(...one.slice(1, 23).map((value, j) => value - other[j + 1]!));
    };
    const newYear = dayFromCalendar(2024, 1, 1);
    expect(distance(dayFromCalendar(2023, 12, 30), newYear)).toBeLessThan(
      distance(dayFromCalendar(2023, 11, 20), newYear),
    );
  });

  it('tells price, channel, promotion and spend apart, each in its own columns', () => {
    const changed = (change: Partial<BasisAction>) =>
      encode(change)
        .map((value, j) => Number(value !== encode({})[j]))
        .reduce((a, b) => a + b);
    expect(changed({ priceRatio: 0.8 })).toBe(1);
    expect(changed({ adSpend: 99 })).toBe(1);
    expect(changed({ crowding: 9 })).toBe(1);
    expect(changed({ channel: 'market' })).toBe(2);
    expect(changed({ promotion: 'coupon' })).toBe(2);
    expect(changed({ channel: 'never tried' })).toBe(1);
  });

  it('reads no trend and only a faint wave of the season from less than two years', () => {
    const short = fitActionBasis(table, allRows(table).slice(0, 30));
    const at = (month: number) =>
      encodeActions(short, 1, () => ({ ...plain, day: dayFromCalendar(2024, month, 1) }));
    expect(at(3).at(-1)).toBe(0);
    const groups = basisGroups(short);
    const seasonOf = (columns: Float32Array) => columns.filter((_, i) => groups[i] === 1);
    const [spring, summer] = [seasonOf(at(3)), seasonOf(at(7))];
    expect(spring.filter((value) => value !== 0)).toHaveLength(2);
    expect(Math.max(...spring.map(Math.abs), ...summer.map(Math.abs))).toBeLessThan(0.1501);
    expect(spring).not.toEqual(summer);
  });

  it('keeps channel, promotion, price and spend side by side', () => {
    const { firstAction, actionCount } = choiceColumns(basis);
    const groups = basisGroups(basis);
    const own = groups.slice(firstAction, firstAction + actionCount);
    expect(own).toEqual(groups.filter((group) => group >= 2 && group <= 5));
  });

  it('does not extrapolate the trend beyond the last launch', () => {
    const late = encode({ day: dayFromCalendar(2031, 3, 1) });
    const later = encode({ day: dayFromCalendar(2036, 3, 1) });
    expect(late.at(-1)).toBe(later.at(-1));
  });

  it('never gives NaN for missing or absurd actions', () => {
    const number = fc.oneof(fc.constant(NaN), fc.constant(0), fc.double({ min: 0, max: 1e15 }));
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.integer({ min: 0, max: 40_000 }),
        (priceRatio, adSpend, crowding, day) => {
          expect(encode({ priceRatio, adSpend, crowding, day }).every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });
});
