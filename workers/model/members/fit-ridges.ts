// Fits ridges: for each outcome of the funnel, a regression whose response to the action varies with the product.

import { basisGroups } from '#core/model/features/action-basis.ts';
import { inputGroups } from '#core/model/features/product-encoder.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { signedColumns, unitsScale, type RowEncoding } from '#core/model/outcomes/heads.ts';
import { regressionTargets, rowsAt } from '#core/model/outcomes/regression-targets.ts';
import { unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { pairGroups } from '#core/model/ridge/coefficient-groups.ts';
import type { RidgeRows } from '#core/model/ridge/ridge-rows.ts';
import type { RidgeTask } from '#core/model/ridge/ridge-task.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import { encodeRows, type EncodedRows } from './encode-rows.ts';
import type { FitRequest } from './fit-request.ts';
import { fitRidgeOnce, type RidgeHost } from './fit-ridge-once.ts';
import { shareWork, type Sharing } from '#workers/runtime/share-work.ts';

interface RidgeRequest extends RidgeHost, Omit<Sharing<RidgeTask, Ridge>, 'here'> {
  readonly table: LaunchTable;
  readonly encoding: RowEncoding;
  readonly seed: number;
}

/** Returns what the ridges of a fit need of its request. */
export function ridgeRequest(
  { table, settings, clock, journal, fitRidgeElsewhere: elsewhere }: FitRequest,
  encoding: RowEncoding,
): RidgeRequest {
  const breathe = () => clock.breathe();
  const { end } = clock;
  return { table, encoding, seed: settings.seed, breathe, journal, elsewhere, end };
}

/**
 * Fits one ridge for each outcome head.
 * @param tuned ridges of an earlier fit, whose penalties are a good start where they have the same groups
 */
export function fitRidges(
  request: RidgeRequest,
  encoded: EncodedRows,
  tuned?: readonly Ridge[],
): Promise<Ridge[]> {
  return fitRidgeTasks(ridgeTasks(request, encoded, tuned), request);
}

/** Fits ridges, and returns them in the order of the tasks. */
export function fitRidgeTasks(
  tasks: readonly RidgeTask[],
  request: Omit<RidgeRequest, 'table' | 'encoding' | 'seed'>,
): Promise<Ridge[]> {
  return shareWork(tasks, { ...request, here: (task) => fitRidgeOnce(task, request) });
}

/** Returns log1p(units) that fitted ridges forecast of some launches, [rows]. */
export function ridgeLogs(
  fitted: Pick<RidgeRequest, 'table' | 'encoding'> & { readonly ridges: readonly Ridge[] },
  rows: Uint32Array,
): Float32Array {
  const { table, encoding, ridges } = fitted;
  const { x, phi } = encodeRows(table, rows, encoding);
  const outcomes = ridges.map((ridge) => predictRidge(ridge, x, phi, rows.length));
  return unitsFromOutcomes(outcomes, unitsScale(encoding.heads));
}

/** Returns the task of each outcome head's ridge. */
export function ridgeTasks(
  request: RidgeRequest,
  encoded: EncodedRows,
  tuned?: readonly Ridge[],
): RidgeTask[] {
  return request.encoding.heads.outcomes.map((_, h) =>
    taskOf(request, encoded, { h, known: tuned?.[h] }),
  );
}

function taskOf(
  { table, encoding, seed }: RidgeRequest,
  encoded: EncodedRows,
  { h, known }: { readonly h: number; readonly known: Ridge | undefined },
): RidgeTask {
  const { rows, x, phi } = encoded;
  const head = encoding.heads.outcomes[h]!;
  const { places, target, weight } = regressionTargets(table, rows, head);
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
  const start = known?.penalties.length === groups.count + 1 ? known : undefined;
  return { lessons, options: { groups, signed, start }, seed: seed + h };
}

/** Returns the week of each launch, counted from the first one's. */
function weeksSince(table: LaunchTable, rows: Uint32Array): Uint32Array {
  const weeks = rows.map((row) => Math.floor(table.launchDay[row]! / 7));
  const first = weeks.reduce((least, week) => Math.min(least, week), Infinity);
  return weeks.map((week) => week - first);
}
