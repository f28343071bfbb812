// Fits ridges: for each outcome of the funnel, a regression whose response to the action varies with the product.

import { basisGroups } from '#core/features/action-basis.ts';
import type { EncodedLaunches } from '#core/features/encode-launches.ts';
import { inputGroups } from '#core/features/product-encoder.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { signedColumns, type RowEncoding } from '#core/model/heads.ts';
import { lessonsOf, rowsAt } from '#core/model/lessons.ts';
import { seededRandom } from '#core/random.ts';
import { pairGroups } from '#core/ridge/coefficient-groups.ts';
import { fitRidge } from '#core/ridge/evidence.ts';
import type { RidgeRows } from '#core/ridge/ridge-rows.ts';
import type { Ridge } from '#core/ridge/ridge.ts';
import { openNormalMatrix } from '#learning/wasm/normal-matrix.ts';
import { once, type Journal } from './journal.ts';

export interface EncodedRows extends EncodedLaunches {
  readonly rows: Uint32Array;
}

export interface RidgeRequest {
  readonly table: LaunchTable;
  readonly encoding: RowEncoding;
  readonly seed: number;
  /** Lets messages through; throws to stop. */
  readonly breathe: () => Promise<void>;
  readonly journal: Journal;
}

/**
 * Fits one ridge for each outcome head.
 * @param tuned ridges of an earlier fit, whose penalties are a good start where they have the same groups
 */
export async function fitRidges(
  request: RidgeRequest,
  encoded: EncodedRows,
  tuned?: readonly Ridge[],
): Promise<Ridge[]> {
  const ridges: Ridge[] = [];
  for (const h of request.encoding.heads.outcomes.keys()) {
    const { lessons, plain, inMemory } = problemOf(request, encoded, h);
    const known = tuned?.[h];
    const start = known?.penalties.length === plain.groups.count + 1 ? known : undefined;
    const options = { ...plain, start };
    const fit = () => heard(fitRidge(lessons, { ...options, ...inMemory }), request.breathe);
    ridges.push(await once(request.journal, ['ridge', lessons, options, request.seed + h], fit));
  }
  return ridges;
}

function problemOf({ table, encoding, seed }: RidgeRequest, encoded: EncodedRows, h: number) {
  const { rows, x, phi } = encoded;
  const head = encoding.heads.outcomes[h]!;
  const { places, target, weight } = lessonsOf(table, rows, head);
  const lessons: RidgeRows = {
    x: rowsAt(x, x.length / rows.length, places),
    phi: rowsAt(phi, phi.length / rows.length, places),
    target,
    weight,
    batch: weeksSince(
      table,
      places.map((place) => rows[place]!),
    ),
  };
  const groups = pairGroups(inputGroups(encoding.encoder), basisGroups(encoding.basis));
  const signed = signedColumns(head.name, encoding.basis);
  const random = seededRandom(seed + h);
  return { lessons, plain: { groups, signed }, inMemory: { random, openNormalMatrix } };
}

/** Returns the week of each launch, counted from the first one's. */
function weeksSince(table: LaunchTable, rows: Uint32Array): Uint32Array {
  const weeks = rows.map((row) => Math.floor(table.launchDay[row]! / 7));
  const first = weeks.reduce((least, week) => Math.min(least, week), Infinity);
  return weeks.map((week) => week - first);
}

/** Runs work that yields often, and returns its result. */
async function heard<T>(work: Generator<void, T>, breathe: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await breathe();
  }
}
