import { expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { encodeRows } from '#workers/model/members/encode-rows.ts';
import { fitProcessOnce } from '#workers/model/members/fit-process-once.ts';
import type { Journal } from '#workers/runtime/journal.ts';
import { drawnLaunches } from '../../../core/model/process/support.ts';
import { encodingOf, funnelRow } from '../../../support/encoded-launches.ts';
import { launchTable } from '../../../support/launch-table.ts';

function journalOf(kept: Map<number, unknown>): Journal {
  return {
    load: (key) => Promise.resolve(kept.get(key)),
    save: (key, value) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}

function fit(table: LaunchTable, journal = journalOf(new Map())) {
  const encoding = encodingOf(table);
  const rows = encodeRows(table, rowsByDate(table), encoding);
  return fitProcessOnce({ table, encoding, journal, breathe: () => Promise.resolve() }, rows);
}

const random = seededRandom(2);
const drawn = drawnLaunches(50, random, () => Math.round(40 * random()));

it('is not fitted where units are learnt through the funnel', async () => {
  const table = launchTable(Array.from({ length: 40 }, (_, i) => funnelRow(i)));
  expect(await fit(table)).toBeNull();
});

it('learns from launches of known units only', async () => {
  const units = drawn.units.map((each, i) => (i % 5 === 0 ? NaN : each));
  const process = await fit({ ...drawn, units });
  expect(process!.pulls).toHaveLength(40);
  expect(process!.pulls.every(Number.isFinite)).toBe(true);
});

it('is taken from the journal where the same launches are learnt again', async () => {
  const kept = new Map<number, unknown>();
  const process = await fit(drawn, journalOf(kept));
  expect([...kept.values()]).toEqual([process]);
  expect(await fit(drawn, journalOf(kept))).toBe(process);
  const units = drawn.units.map((each, i) => each + (i === 0 ? 1 : 0));
  expect(await fit({ ...drawn, units }, journalOf(kept))).not.toBe(process);
});
