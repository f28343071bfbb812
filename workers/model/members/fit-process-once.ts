import type { RowEncoding } from '#core/model/outcomes/heads.ts';
import { regressionTargets, rowsAt } from '#core/model/outcomes/regression-targets.ts';
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
  const units = encoding.heads.outcomes.find(({ name }) => name === 'units');
  if (!units) return null;
  const { places } = regressionTargets(table, rows, units);
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
