// Checks that the judge of a database after a crash finds whatever can be wrong with one.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf, rowsOf } from '../support/crashes/stored-faults.ts';
import { fromLines, type StoredDatabase } from '../support/schema/stored-database.ts';

const newest = 'tests/fixtures/schema/version-01.jsonl';
const whole = () => fromLines(readFileSync(newest, 'utf8'));

type Row = Readonly<Record<string, unknown>>;

function changed(table: string, to: (rows: readonly Row[]) => readonly Row[]): StoredDatabase {
  const stored = whole();
  const tables = stored.tables.map((each) =>
    each.name === table ? { ...each, records: to(rowsOf(stored, table)) } : each,
  );
  return { ...stored, tables };
}

const withMore = (table: string, more: Row) =>
  changed(table, (rows) => [...rows, { ...rows[0], ...more }]);

describe('the faults of a stored database', () => {
  it('are none where the app stored it', async () => {
    expect(await faultsOf(whole(), { isSwept: true })).toEqual([]);
  });

  it.each([
    ['1 models of no data set', withMore('models', { id: 9, datasetId: 9 })],
    ['1 columns of no data set', withMore('columns', { datasetId: 9 })],
    ['1 demand of no data set', withMore('demand', { datasetId: 9 })],
    ['1 suppliers of no data set', withMore('suppliers', { datasetId: 9 })],
    ['1 parts of no file', withMore('sources', { sourceId: 'gone' })],
    ['1 runs of no data set', withMore('runs', { datasetId: 9 })],
    ['1 checkpoints of no training', changed('runs', () => [])],
    [
      'the current data set is absent',
      changed('settings', (rows) =>
        rows.map((row) => (row.name === 'currentDatasetId' ? { ...row, value: 9 } : row)),
      ),
    ],
    ['offers of other plans', changed('offers', (rows) => [{ ...rows[0], modelId: 9 }])],
    ['not whole: .*"lostModelCount":[1-9]', changed('trainings', () => [])],
    ['a model of no training', changed('trainings', () => [])],
    ['not whole: .*"lostModelCount":[1-9]', changed('models', () => [])],
    ['unreadable: .*launches with their days', changed('columns', (rows) => rows.slice(0, 1))],
    ['not whole: .*"isFileLost":true', changed('sources', (rows) => rows.slice(1))],
    [
      'unreadable: .*products',
      changed('products', (rows) => [{ ...rows[0], products: [{ id: 'half' }] }]),
    ],
    [
      'unreadable: .*demand',
      changed('demand', (rows) => [{ ...rows[0], files: [{ kind: 'half' }] }]),
    ],
  ])('name %s', async (fault, stored) => {
    const faults = await faultsOf(stored, { isSwept: true });
    expect(faults.join('\n')).toMatch(new RegExp(fault));
  });

  it('are none where an import was cut off and nothing was swept yet', async () => {
    for (const stored of [
      withMore('sources', { sourceId: 'gone' }),
      withMore('columns', { datasetId: 9 }),
    ]) {
      expect(await faultsOf(stored, { isSwept: false })).toEqual([]);
    }
  });
});
