import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultFacts } from '#core/ledger/entries/result.ts';
import { enterResults, type ResultsReport } from '#core/ledger/results/enter-results.ts';
import type { ResultRow } from '#core/ledger/results/match-results.ts';
import { dueDay, withChosenResult } from '#core/ledger/entries/adopted-plan.ts';
import { namedPlan, sampleActual } from '../../../support/adopted-plan.ts';

const mug = namedPlan(1, 'P-1', 'Red mug');
const bowl = namedPlan(2, 'P-2', 'Birch bowl');
const DUE = dueDay(mug);
const history = { productId: ['H-1'], title: ['Old lamp'], launchDay: [DUE - 500] };

const row = (rowNumber: number, productId: string, units: number): ResultRow => ({
  ...{ rowNumber, productId, title: '' },
  facts: resultFacts({ units }),
});

function enter(rows: readonly ResultRow[], { today = DUE, entries = [mug, bowl] } = {}) {
  const table = { fileName: 'results.csv', rows, refused: [], issues: [] };
  return enterResults(table, entries, { history, today, recordedAt: 5 });
}

function accounted(report: ResultsReport): number {
  const { entered, knownCount, repeatedCount, inHistory, unknown, refused } = report;
  const others = entered.reduce((count, { otherUnits }) => count + otherUnits.length, 0);
  return (
    entered.length +
    others +
    knownCount +
    repeatedCount +
    inHistory.count +
    unknown.count +
    refused.length
  );
}

describe('enterResults', () => {
  it('enters results with their source, and leaves the other plans alone', () => {
    const { changed, report } = enter([row(2, 'P-2', 70)]);
    expect(changed).toMatchObject([
      { id: 2, actual: { units: 70, source: 'results.csv', recordedAt: 5, isEarly: false } },
    ]);
    expect(report.entered).toEqual([
      {
        ...{ entryId: 2, title: 'Birch bowl', units: 70, isEarly: false },
        ...{ unitsBefore: null, otherUnits: [] },
      },
    ]);
  });

  it('says which are early, contradicted, repeated, of the history, of nobody', () => {
    const rows = [
      ...[row(2, 'P-1', 70), row(3, 'P-1', 75), row(4, 'P-1', 70)],
      ...[row(5, 'H-1', 3), row(6, 'X-1', 4), row(7, 'X-1', 5)],
    ];
    const { changed, report } = enter(rows, { today: DUE - 1 });
    expect(report).toMatchObject({
      ...{ rowsRead: 6, knownCount: 0, repeatedCount: 1 },
      entered: [{ units: 70, isEarly: true, otherUnits: [75] }],
      inHistory: { count: 1, names: ['H-1'] },
      unknown: { count: 2, names: ['X-1'] },
    });
    expect(changed[0]?.otherActuals.map(({ units }) => units)).toEqual([75]);
  });

  it('changes nothing when the same table comes again, but for figures that were early', () => {
    const once = enter([row(2, 'P-1', 70)], { today: DUE - 1 }).changed;
    const again = enter([row(2, 'P-1', 70)], { today: DUE - 1, entries: [...once] });
    expect([again.changed.length, again.report.knownCount]).toEqual([0, 1]);
    const later = enter([row(2, 'P-1', 70)], { entries: [...once] });
    expect(later.changed).toMatchObject([{ actual: { isEarly: false }, otherActuals: [] }]);
  });

  it('leaves a figure that the seller chose where the same table comes again', () => {
    const rows = [row(2, 'P-1', 70), row(3, 'P-1', 75)];
    const [once] = enter(rows).changed;
    const chosen = withChosenResult(once!, 0);
    const { changed, report } = enter(rows, { entries: [chosen] });
    expect([changed.length, report.knownCount]).toEqual([0, 2]);
  });

  it('keeps a figure that a newer one takes the place of', () => {
    const known = { ...mug, actual: sampleActual({ units: 66 }) };
    const { changed, report } = enter([row(2, 'P-1', 70)], { entries: [known] });
    expect(report.entered[0]?.unitsBefore).toBe(66);
    expect(changed[0]?.otherActuals.map(({ units }) => units)).toEqual([66]);
  });

  it('accounts for every row', () => {
    const rows = fc.array(
      fc.record({
        productId: fc.constantFrom('P-1', 'P-2', 'H-1', 'X-1', 'X-2'),
        units: fc.nat(2),
      }),
    );
    const known = fc.option(fc.nat(2).map((units) => sampleActual(resultFacts({ units }))));
    fc.assert(
      fc.property(rows, known, (given, actual) => {
        const numbered = given.map(({ productId, units }, i) => row(i + 2, productId, units));
        const { report } = enter(numbered, { entries: [{ ...mug, actual }, bowl] });
        expect(accounted(report)).toBe(report.rowsRead);
      }),
    );
  });
});
