// The Gaussian process that the network starts from, alone, on whole real tables with the split of bench:real.

import { r2OfLog1p, wape } from '#core/base/statistics/metrics.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { hasRealTables, readRealTable, REAL_TABLES, type RealTable } from './real-tables.ts';
import { openProcess, pastLaunches, priorContext } from './transformer/prior.ts';

/** More would take minutes: the time grows with the cube of the launches. */
const MOST_LAUNCHES = 1200;
const LEARNT_SHARE = 0.8;

/** Prints WAPE and R² of ln(1 + units). There is no target. */
export async function wholeTables(): Promise<readonly string[]> {
  if (!hasRealTables()) console.log('skipped, for ../shared/bench is not here');
  else for (const table of REAL_TABLES) await playTable(table);
  return [];
}

async function playTable(table: RealTable): Promise<void> {
  const { table: all } = await readRealTable(table);
  const { learnt, later } = await splitOf(table, all);
  const began = performance.now();
  const ask = openProcess(priorContext(all, learnt, MOST_LAUNCHES));
  const logs = ask(all, pastLaunches(all, later));
  const actual = Float64Array.from(later, (row) => all.units[row]!);
  const units = logs.map((log) => Math.max(0, Math.expm1(log)));
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${table.name}, ${Math.min(MOST_LAUNCHES, learnt.length)} launches learnt: WAPE ${wape(actual, units).toFixed(3)},` +
      ` R² of logs ${r2OfLog1p(actual, units).toFixed(3)}, ${seconds.toFixed(0)} s`,
  );
}

async function splitOf(table: RealTable, all: LaunchTable) {
  const rows = measuredRows(all, rowsByDate(all));
  if (table.files.length === 1) {
    const count = Math.floor(LEARNT_SHARE * rows.length);
    return { learnt: rows.subarray(0, count), later: rows.subarray(count) };
  }
  const { table: first } = await readRealTable({ ...table, files: table.files.slice(0, 1) });
  const known = new Set(first.productId);
  return {
    learnt: rows.filter((row) => known.has(all.productId[row]!)),
    later: rows.filter((row) => !known.has(all.productId[row]!)),
  };
}
