// Real tables of the outside benchmark, read as the app reads them.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readHistory, type History } from '#workers/headless/read-tables.ts';

const BENCH = new URL('../../../../shared/bench/', import.meta.url).pathname;
export const REAL_TABLES: readonly RealTable[] = [
  {
    name: 'giftware',
    files: ['online_retail_launches.csv'],
    outcome: 'units_4w',
    without: ['orders_4w', 'revenue_4w'],
  },
  { name: 'games', files: ['steam_launches.csv'], outcome: 'reviews' },
  ...[
    ['meals', 'orders_week'],
    ['theatre', 'attendance_8w'],
    ['listings', 'units_sold'],
  ].map(([name, outcome]) => ({
    name: name!,
    files: [`real/${name}/train.csv`, `real/${name}/test.csv`],
    outcome: outcome!,
  })),
];

export interface RealTable {
  readonly name: string;
  readonly files: readonly string[];
  readonly outcome: string;
  /** Other outcomes, which are not known at a launch. */
  readonly without?: readonly string[];
}

export function hasRealTables(): boolean {
  return existsSync(BENCH);
}

/** Reads all launches of a table, or those of some of its files. */
export async function readRealTable({ files, outcome, without = [] }: RealTable): Promise<History> {
  const rows = files.flatMap((file) => {
    const text = readFileSync(BENCH + file, 'utf8');
    return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  });
  const names = Object.keys(rows[0]!).filter((name) => !without.includes(name));
  const folder = mkdtempSync(join(tmpdir(), 'debut-prior-'));
  const path = join(folder, 'launches.csv');
  try {
    writeFileSync(path, Papa.unparse({ fields: names, data: rows }));
    return await readHistory(path, { outcome });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
