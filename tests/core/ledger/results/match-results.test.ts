import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultFacts, type ResultFacts } from '#core/ledger/entries/result.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { matchResults, NEAR_DAYS, type ResultRow } from '#core/ledger/results/match-results.ts';
import { namedPlan, sampleActual } from '../../../support/adopted-plan.ts';
import { sampleAction, SAMPLE_MONDAY } from '../../../support/ranking.ts';

const NO_HISTORY = { productId: [], title: [], launchDay: [] };

function row(
  rowNumber: number,
  name: { productId?: string; title?: string },
  facts: Partial<ResultFacts> = {},
): ResultRow {
  return {
    rowNumber,
    productId: '',
    title: '',
    ...name,
    facts: resultFacts({ units: 50, ...facts }),
  };
}

const mug = namedPlan(1, 'P-1', 'Red mug');
const bowl = namedPlan(2, 'new-1', 'Birch bowl');

describe('matchResults', () => {
  it('goes by product ID, else by title however it is spelled', () => {
    const rows = [
      row(2, { productId: 'P-1' }),
      row(3, { productId: 'X-9', title: 'BIRCH  bowl ' }),
    ];
    const { matched } = matchResults(rows, [mug, bowl], NO_HISTORY);
    expect(matched.map(({ entryId, row }) => [entryId, row.rowNumber])).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it('tells products that nobody knows from launches that the history has', () => {
    const rows = [row(2, { title: 'Copper lantern' }), row(3, { productId: 'H-7' })];
    const history = { productId: ['H-7'], title: ['Old lamp'], launchDay: [SAMPLE_MONDAY - 400] };
    const { matched, unknown, inHistory } = matchResults(rows, [mug], history);
    expect(matched).toEqual([]);
    expect(unknown.map(({ title }) => title)).toEqual(['Copper lantern']);
    expect(inHistory.map(({ productId }) => productId)).toEqual(['H-7']);
  });

  it('takes two rows that say the same once, and keeps one that says something else', () => {
    const rows = [
      row(4, { productId: 'P-1' }, { units: 60 }),
      row(2, { productId: 'P-1' }),
      row(3, { productId: 'P-1' }),
    ];
    const { matched } = matchResults(rows, [mug], NO_HISTORY);
    expect(matched).toEqual([{ entryId: 1, row: rows[1], repeats: [rows[2]], others: [rows[0]] }]);
  });

  it('goes by the day where a product was adopted more than once', () => {
    const later: AdoptedPlan = {
      ...mug,
      id: 9,
      action: sampleAction({ launchDay: SAMPLE_MONDAY + 200 }),
    };
    const at = (days: number) => row(2, { productId: 'P-1' }, { launchDay: SAMPLE_MONDAY + days });
    const idOf = (asked: ResultRow, entries = [mug, later]) =>
      matchResults([asked], entries, NO_HISTORY).matched[0]?.entryId;
    expect(idOf(at(20))).toBe(1);
    expect(idOf(at(180))).toBe(9);
    expect(idOf(row(2, { productId: 'P-1' }))).toBe(9);
    expect(idOf(row(2, { productId: 'P-1' }), [mug, { ...later, actual: sampleActual() }])).toBe(1);
  });

  it('takes an earlier launch of the product for what it was', () => {
    const earlier = SAMPLE_MONDAY - 365;
    const history = { productId: ['P-1'], title: ['Red mug'], launchDay: [earlier] };
    const at = (launchDay: number) => row(2, { productId: 'P-1' }, { launchDay });
    expect(matchResults([at(earlier)], [mug], history).inHistory).toHaveLength(1);
    expect(matchResults([at(SAMPLE_MONDAY + 3)], [mug], history).matched).toHaveLength(1);
    // A launch put off for long is still the one that was planned.
    expect(matchResults([at(SAMPLE_MONDAY + NEAR_DAYS + 9)], [mug], history).matched).toHaveLength(
      1,
    );
  });

  it('gives nothing to a plan that was withdrawn', () => {
    const { matched, unknown } = matchResults(
      [row(2, { productId: 'P-1' })],
      [{ ...mug, withdrawnAt: 5 }],
      NO_HISTORY,
    );
    expect([matched.length, unknown.length]).toEqual([0, 1]);
  });
});

const products = ['P-1', 'P-2', 'P-3'] as const;
const entriesAmong = fc
  .uniqueArray(fc.record({ product: fc.constantFrom(...products), days: fc.nat(300) }), {
    maxLength: 5,
    selector: ({ product, days }) => `${product} ${days}`,
  })
  .map((all) =>
    all.map(({ product, days }, i) => ({
      ...namedPlan(i + 1, product, `Title of ${product}`),
      action: sampleAction({ launchDay: SAMPLE_MONDAY + days }),
    })),
  );
const rowsAmong = fc
  .array(
    fc.record({
      productId: fc.constantFrom('', ...products, 'P-9'),
      title: fc.constantFrom('', 'title of p-1', 'TITLE OF P-2', 'Nothing known'),
      units: fc.nat(3),
      launchDay: fc.option(fc.nat(300).map((days) => SAMPLE_MONDAY + days)),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ units, launchDay, ...name }, i) => row(i + 2, name, { units, launchDay })),
  );
const history = {
  productId: ['P-9', 'P-1'],
  title: ['Nothing known', 'Title of P-1'],
  launchDay: [SAMPLE_MONDAY, SAMPLE_MONDAY + 100],
};

describe('whatever the rows', () => {
  it('nothing is lost, and each adopted plan gets at most one result', () => {
    fc.assert(
      fc.property(rowsAmong, entriesAmong, (rows, entries) => {
        const { matched, inHistory, unknown } = matchResults(rows, entries, history);
        const all = [
          ...matched.flatMap(({ row: first, repeats, others }) => [first, ...repeats, ...others]),
          ...inHistory,
          ...unknown,
        ];
        expect(all.map(({ rowNumber }) => rowNumber).sort((a, b) => a - b)).toEqual(
          rows.map(({ rowNumber }) => rowNumber),
        );
        const ids = matched.map(({ entryId }) => entryId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('their order does not matter, nor that of the adopted plans', () => {
    const shuffled = fc
      .tuple(rowsAmong, entriesAmong)
      .chain(([rows, entries]) =>
        fc.tuple(
          ...[fc.constant(rows), fc.constant(entries)],
          fc.shuffledSubarray(rows, { minLength: rows.length }),
          fc.shuffledSubarray(entries, { minLength: entries.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([rows, entries, otherRows, otherEntries]) => {
        const found = matchResults(rows, entries, history);
        expect(matchResults(otherRows, otherEntries, history)).toEqual(found);
      }),
    );
  });
});
