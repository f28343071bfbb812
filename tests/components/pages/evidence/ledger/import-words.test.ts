import { describe, expect, it } from 'vitest';
import { importFindings, importWords } from '#components/pages/evidence/ledger/import-words.ts';
import type { ResultsReport, EnteredResult } from '#core/ledger/results/enter-results.ts';
import { listed } from '#components/words/lists.ts';
import { tally } from '#components/words/counts.ts';
import type { RefusedRow, RowProblem } from '#core/ledger/results/match-results.ts';
import { m } from '#messages';

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
const found = (report: Partial<ResultsReport>) =>
  importFindings({ ...NOTHING, ...report }).map(({ title, advice }) => [title, advice]);

describe('importWords', () => {
  it('says what was read and what was entered', () => {
    expect(importWords({ ...NOTHING, entered: [entered()] })).toBe(
      'Read 6 rows from results.csv. 1 result was entered.',
    );
    const read = m.ledger_import_read({ ...tally(6), file: 'results.csv' });
    expect(importWords(NOTHING)).toBe(`${read} ${m.ledger_import_none()}`);
  });
});

describe('importFindings', () => {
  it('have nothing to say where all went well', () => {
    expect(found({ entered: [entered()] })).toEqual([]);
  });

  it('name refused rows and why, the first few of many', () => {
    const kinds = [
      ...[refused('negative-units', 2, '-3'), refused('unreadable-units', 3, 'many')],
      ...[refused('no-units', 4), refused('nameless', 5), refused('no-units', 1_200)],
    ];
    expect(found({ refused: kinds })).toEqual([
      [
        m.ledger_import_refused_title(tally(5)),
        m.ledger_import_refused_text({
          rows: 'row 2: -3 units, row 3: “many” is not a number, row 4: no units, row 5: no product and row 1,200: no units',
        }),
      ],
    ]);
    const many = Array.from({ length: 12 }, (_, i) => refused('no-units', i + 2));
    const shown = ['2', '3', '4', '5'].map((row) => m.ledger_refused_empty({ row }));
    const rows = listed([...shown, m.ledger_and_more({ text: '8' })]);
    expect(found({ refused: many })[0]![1]).toBe(m.ledger_import_refused_text({ rows }));
  });

  it('tell apart what is early, contradicted, replaced, unknown, of the history and known', () => {
    const said = found({
      entered: [
        entered({ isEarly: true }),
        entered({ title: 'Bowl', otherUnits: [75, 80] }),
        entered({ title: 'Jug', unitsBefore: 60 }),
        entered({ title: 'Cup', unitsBefore: 70 }),
      ],
      unknown: { count: 2, names: ['A stranger'] },
      inHistory: { count: 1, names: ['Old lamp'] },
      ...{ knownCount: 1, repeatedCount: 1 },
    });
    const bowl = m.ledger_import_other({ name: 'Bowl', units: '70', others: '75 and 80' });
    const jug = m.ledger_import_replaced_one({ name: 'Jug', before: '60', units: '70' });
    const [one, two] = [tally(1), tally(2)];
    expect(said).toEqual([
      [m.ledger_import_unknown_title(two), m.ledger_import_unknown_text({ names: 'A stranger' })],
      [m.ledger_import_others_title(one), m.ledger_import_others_text({ names: bowl })],
      [m.ledger_import_early_title(one), m.ledger_import_early_text({ names: 'Red mug' })],
      [m.ledger_import_replaced_title(one), m.ledger_import_replaced_text({ names: jug })],
      [m.ledger_import_history_title(one), m.ledger_import_history_text({ names: 'Old lamp' })],
      [m.ledger_import_known_title(two), m.ledger_import_known_text()],
    ]);
  });
});
