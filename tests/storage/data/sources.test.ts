import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { cellAt } from '#core/import/csv/coded-column.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { RowCoder } from '#core/import/csv/row-coder.ts';
import { database } from '#storage/database/database.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { discardSource, loadSource, storePart } from '#storage/data/sources.ts';
import { deleteOrphanRows } from '#storage/app/delete-orphans.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';
import { encode } from '../../support/text-rows.ts';

const HEADERS = ['title', 'fingerprints'];
const FACTS = { ...noSource().source, headers: HEADERS };

async function store(id: string, rowCount: number): Promise<void> {
  const log = new IssueLog();
  const heading = { headers: HEADERS, headerRow: 3, recordsAbove: 0 };
  const coder = new RowCoder(heading, { kept: HEADERS, log, encode });
  for (let i = 0; i < rowCount; i++) {
    coder.add([`Tasse ${i % 900} ü`, String(i)]);
    coder.add(['']);
  }
  for (const [number, part] of coder.takeParts(true).entries())
    await storePart({ id, headers: HEADERS }, number, part);
}

beforeEach(emptyDatabase);

describe('the columns of a file', () => {
  it('come back as they stood in it, over the ends of parts', async () => {
    await store('one', 70_000);
    const facts = { ...FACTS, id: 'one', rowCount: 70_000 };
    const rows = await loadSource(facts, ['fingerprints', 'gone']);
    expect([...rows.columns.keys()]).toEqual(['fingerprints']);
    const column = rows.columns.get('fingerprints')!;
    expect([0, 65_536, 69_999].map((row) => cellAt(column, row))).toEqual(['0', '65536', '69999']);
    expect([0, 65_536, 69_999].map((row) => rows.rowNumbers[row])).toEqual([4, 131_076, 140_002]);
    expect(new Set(rows.fingerprints).size).toBe(70_000);
  });

  it('of one file are not those of another, and go alone', async () => {
    await store('one', 3);
    await store('onet', 5);
    await discardSource('one');
    const other = await loadSource({ ...FACTS, id: 'onet', rowCount: 5 }, ['title']);
    expect(other.rowNumbers).toHaveLength(5);
    const gone = loadSource({ ...FACTS, id: 'one', rowCount: 3 }, ['title']);
    await expect(gone).rejects.toMatchObject({ code: 'source-lost' });
  });

  it('are swept away where no data set names them', async () => {
    await store('kept', 3);
    await store('orphan', 3);
    const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [] };
    const counts = { rowsRead: 3, rowsUsed: 3, rowsSetAside: 0 };
    await saveDataset({
      ...{ sample: null, importedAt: 1, report: { ...report, ...counts } },
      ...{ table: launchTable([{}]), ...noSource(), source: { ...FACTS, id: 'kept' } },
    });
    await deleteOrphanRows();
    const ids = (await database.sources.toArray()).map(({ sourceId }) => sourceId);
    expect([...new Set(ids)]).toEqual(['kept']);
  });
});
