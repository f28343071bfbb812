import { measuredRows } from '#core/launch/launch-table.ts';
import { unitsScale, type RowEncoding } from '#core/model/outcomes/heads.ts';
import { rowsAt } from '#core/model/outcomes/regression-targets.ts';
import { fitProcess } from '#core/model/process/fit-process.ts';
import type { GaussianProcess } from '#core/model/process/gaussian-process.ts';
import { memoise } from '#workers/runtime/journal.ts';
import { runSteps } from '#workers/runtime/run-steps.ts';
import { unitsOf, type EncodedRows } from './encode-rows.ts';
import type { FitRequest } from './fit-request.ts';

interface ProcessRequest extends Pick<FitRequest, 'table' | 'journal'> {
  readonly encoding: RowEncoding;
  /** Lets messages through; throws to stop. */
  readonly breathe: () => Promise<void>;
}

/**
 * Returns the Gaussian process, from the journal or newly fitted. null where units are learnt through the funnel: the
 * process reads nothing of it, and plans that weighed it with the others earned less.
 */
export async function fitProcessOnce(
  { table, encoding, journal, breathe }: ProcessRequest,
  { rows, x, phi }: EncodedRows,
): Promise<GaussianProcess | null> {
  if (unitsScale(encoding.heads).kind === 'funnel') return null;
  const measured = new Set(measuredRows(table, rows));
  const places = Uint32Array.from(rows.keys()).filter((place) => measured.has(rows[place]!));
  const known = {
    x: rowsAt(x, x.length / rows.length, places),
    phi: rowsAt(phi, phi.length / rows.length, places),
    count: places.length,
  };
  const logs = unitsOf(
    table,
    places.map((place) => rows[place]!),
  ).map(Math.log1p);
  const fit = () => runSteps(fitProcess(encoding, known, logs), breathe);
  return memoise(journal, ['process', encoding, known, logs], fit);
}
