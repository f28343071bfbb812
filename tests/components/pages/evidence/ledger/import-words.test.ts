import { describe, expect, it } from 'vitest';
import { importFindings, importWords } from '#components/pages/evidence/ledger/import-words.ts';
import type { ResultsReport, EnteredResult } from '#core/ledger/results/enter-results.ts';
import type { RefusedRow, RowProblem } from '#core/ledger/results/match-results.ts';

const NOTHING: ResultsReport = {
  ...{ fileName: 'results.csv', rowsRead: 6, entered: [], knownCount: 0, repeatedCount: 0 },
  ...{ inHistory: { count: 0, names: [] }, unknown: { count: 0, names: [] } },
  ...{ refused: [], issues: [] },
};
const entered = (change: Partial<EnteredResult> = {}): EnteredResult => ({
  ...{ entryId: 1, title: 'Red mug', units: 70, isEarly: false, unitsBefore: null },
  ...{ otherUnits: [], ...change },
});
const refused = (problem: RowProblem, rowNumber: number, cell = ''): RefusedRow => ({
  ...{ productId: '', title: '', problem, rowNumber, cell },
});
const advice = (report: Partial<ResultsReport>) =>
  importFindings({ ...NOTHING, ...report }).map(({ title, advice }) => `${title}: ${advice}`);

describe('importWords', () => {
  it('says what was read and what was entered', () => {
    expect(importWords({ ...NOTHING, entered: [entered()] })).toBe(
      'Read 6 rows from results.csv. 1 result was entered.',
    );
    expect(importWords(NOTHING)).toMatch(/No result was entered\.$/);
  });
});

describe('importFindings', () => {
  it('have nothing to say where all went well', () => {
    expect(advice({ entered: [entered()] })).toEqual([]);
  });

  it('name refused rows and why, the first few of many', () => {
    const kinds = [
      ...[refused('negative-units', 2, '-3'), refused('unreadable-units', 3, 'many')],
      ...[refused('no-units', 4), refused('nameless', 5)],
    ];
    expect(advice({ refused: kinds })[0]).toMatch(
      /^4 rows cannot be used as results: row 2: -3 units, row 3: “many” is not a number, row 4: no units and row 5: no product\./,
    );
    const rows = Array.from({ length: 12 }, (_, i) => refused('no-units', i + 2));
    expect(advice({ refused: rows })[0]).toMatch(/row 5: no units and 8 more\./);
  });

  it('tell apart what is early, contradicted, replaced, unknown, of the history and known', () => {
    const said = advice({
      entered: [
        entered({ isEarly: true }),
        entered({ title: 'Bowl', otherUnits: [75, 80] }),
        entered({ title: 'Jug', unitsBefore: 60 }),
      ],
      unknown: { count: 2, names: ['A stranger'] },
      inHistory: { count: 1, names: ['Old lamp'] },
      ...{ knownCount: 1, repeatedCount: 1 },
    });
    expect(said.map((line) => line.split(':')[0])).toEqual([
      '2 rows are for products without an adopted plan',
      '1 launch has conflicting rows',
      '1 figure came before its forecast period ended',
      '1 result replaced an earlier figure',
      '1 row is for a launch already in your data',
      '2 rows repeat known results',
    ]);
    expect(said[1]).toContain('Bowl (70, also 75 and 80)');
    expect(said[3]).toContain('Jug (60, now 70)');
  });
});
