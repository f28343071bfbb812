import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlierOrigins, splitByTime } from '#core/model/features/time-split.ts';
import { launchTable } from '../../../support/launch-table.ts';

const anyDays = fc.array(fc.integer({ min: 18_000, max: 20_000 }), {
  minLength: 30,
  maxLength: 300,
});
const tableOf = (days: readonly number[]) => launchTable(days.map((day) => ({ day })));

describe('splitByTime', () => {
  it('puts every row into exactly one part', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const { training, validation, test } = splitByTime(tableOf(days));
        const all = [...training, ...validation, ...test].sort((a, b) => a - b);
        expect(all).toEqual(days.map((_, i) => i));
      }),
    );
  });

  it('never learns from a launch that came after one it is judged on', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const { training, validation, test } = splitByTime(tableOf(days));
        const of = (rows: Uint32Array) => Array.from(rows, (row) => days[row]!);
        expect(Math.max(...of(training))).toBeLessThanOrEqual(Math.min(...of(validation)));
        expect(Math.max(...of(validation))).toBeLessThanOrEqual(Math.min(...of(test)));
      }),
    );
  });

  it('leaves no part empty, also when all launched on one day', () => {
    const { training, validation, test } = splitByTime(tableOf(new Array<number>(30).fill(19_000)));
    for (const part of [training, validation, test]) expect(part.length).toBeGreaterThanOrEqual(5);
  });

  it('leaves five launches or more to tune on and to judge by, however they bunch', () => {
    const bunches = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(bunches, (sizes) => {
        const days = sizes.flatMap((size, i) => new Array<number>(size).fill(19_000 + i));
        fc.pre(days.length >= 30);
        const { validation, test } = splitByTime(tableOf(days));
        expect(validation.length).toBeGreaterThanOrEqual(5);
        expect(test.length).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it('keeps launches of one day together where it can', () => {
    const days = Array.from({ length: 200 }, (_, i) => 19_000 + Math.floor(i / 4));
    const { training, validation, test } = splitByTime(tableOf(days));
    const dayOf = (row: number | undefined) => days[row!];
    expect(dayOf(training.at(-1))).not.toBe(dayOf(validation[0]));
    expect(dayOf(validation.at(-1))).not.toBe(dayOf(test[0]));
  });

  it('judges only by launches whose units are known, and learns from the others', () => {
    const table = launchTable(
      Array.from({ length: 90 }, (_, i) => ({ day: 19_000 + i, units: i % 3 ? 5 : NaN })),
    );
    const { training, validation, test } = splitByTime(table);
    const known = (rows: Uint32Array) => rows.every((row) => !Number.isNaN(table.units[row]!));
    expect(known(validation)).toBe(true);
    expect(known(test)).toBe(true);
    expect(known(training)).toBe(false);
    expect(Math.max(...training)).toBeLessThan(Math.min(...validation));
  });

  it('does not depend on the order of the file', () => {
    const days = Array.from({ length: 60 }, (_, i) => 19_000 + 3 * i);
    const reversed = [...days].reverse();
    const testDays = (list: number[]) =>
      Array.from(splitByTime(tableOf(list)).test, (row) => list[row]!).sort();
    expect(testDays(reversed)).toEqual(testDays(days));
  });
});

describe('earlierOrigins', () => {
  it('steps back in time: what teaches came before what judges, and each origin before the next', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const table = tableOf(days);
        const split = splitByTime(table);
        const origins = earlierOrigins(table, split);
        expect(origins.length).toBeLessThanOrEqual(2);
        const dayOf = (row: number) => days[row]!;
        origins.forEach(({ training, later }, i) => {
          expect(later.length).toBeGreaterThanOrEqual(5);
          expect(training.length).toBeGreaterThanOrEqual(
            2 * split.validation.length - days.length / 10,
          );
          expect(Math.max(...Array.from(training, dayOf))).toBeLessThanOrEqual(
            Math.min(...Array.from(later, dayOf)),
          );
          const next = origins[i + 1]?.training ?? split.training;
          expect([...training, ...later].sort((a, b) => a - b)).toEqual(
            [...next].sort((a, b) => a - b),
          );
        });
      }),
    );
  });

  it('finds none where what is left would tell of a smaller shop', () => {
    const table = tableOf(Array.from({ length: 14 }, (_, i) => 18_000 + i));
    expect(earlierOrigins(table, splitByTime(table))).toEqual([]);
  });
});
