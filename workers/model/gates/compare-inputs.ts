// Ridge with and without a further kind of input on the later launches: what every kind must pass before it is learnt.
// Ridge decides, the strongest base model of the blend.

import { r2OfLog1p } from '#core/base/statistics/metrics.ts';
import { mean, standardDeviation, sum } from '#core/base/statistics/statistics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { Origin, TimeSplit } from '#core/model/features/time-split.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { unitsFromLogs } from '#core/model/blend/blend.ts';
import type { InputScore } from '#core/model/training/training-report.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import { fitEncoding } from '../members/fit-encoding.ts';
import { encodeRows, unitsOf } from '../members/encode-rows.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { fitRidgeTasks, ridgeLogs, ridgeRequest, ridgeTasks } from '../members/fit-ridges.ts';

/** Most training launches: more do not improve the decision, but cost more. */
const MOST_LAUNCHES = 1_000;
/** Least gain of R²: less is chance. */
const LEAST_GAIN = 0.002;

/** The rows that are compared: training launches, then later ones that did not sell out. */
export interface ComparedRows {
  readonly learnt: Uint32Array;
  readonly judged: Uint32Array;
}

export function comparedRows(table: LaunchTable, { training, later }: Origin): ComparedRows {
  const soldOut = soldOutFlags(table, later);
  return {
    learnt: training.slice(-MOST_LAUNCHES),
    judged: later.filter((_, i) => !soldOut[i]),
  };
}

/** Returns the rows that are looked at, and perhaps some that sold out: training launches, then later ones. */
export function decidingRows({ training, validation }: TimeSplit): Uint32Array {
  return Uint32Array.from([...training.slice(-MOST_LAUNCHES), ...validation]);
}

interface Compared {
  /** Origins, oldest first; what is judged is put together. */
  readonly origins: readonly ComparedRows[];
  readonly request: FitRequest;
  readonly without: LaunchTable;
  readonly with: LaunchTable;
  /** Standard errors by which the gain must exceed 0, beyond the least gain; 0: the least gain is enough. */
  readonly standardErrors: number;
  readonly onDone: (done: number, total: number) => void;
}

/** Returns how well ridge predicts the later launches with and without the inputs, and whether they are kept. */
export async function compareInputs(compared: Compared): Promise<InputScore> {
  const { request, origins, standardErrors } = compared;
  const contestants = [compared.without, compared.with].flatMap((table) =>
    origins.map(({ learnt }) => contestant({ ...request, table }, learnt)),
  );
  const fitted = await fitAll(contestants, compared.onDone);
  const units = fitted.map((ridges, i) => {
    const { judged } = origins[i % origins.length]!;
    return [...unitsFromLogs(ridgeLogs({ ...contestants[i]!, ridges }, judged))];
  });
  const [without, withIt] = [units.slice(0, origins.length), units.slice(origins.length)].map(
    (of) => of.flat(),
  ) as [number[], number[]];
  const actual = origins.flatMap(({ judged }) => [...unitsOf(request.table, judged)]);
  const [withoutR2, withR2] = [r2OfLog1p(actual, without), r2OfLog1p(actual, withIt)];
  const least = Math.max(LEAST_GAIN, standardErrors * gainError(actual, without, withIt));
  return { withR2, withoutR2, judgedOn: actual.length, isKept: withR2 > withoutR2 + least };
}

/** Returns the standard error of the difference of two R² over the launches, on the log1p(units) scale. */
function gainError(
  actual: ArrayLike<number>,
  without: readonly number[],
  withIt: readonly number[],
): number {
  const logs = Array.from(actual, Math.log1p);
  const gains = logs.map(
    (log, i) => (log - Math.log1p(without[i]!)) ** 2 - (log - Math.log1p(withIt[i]!)) ** 2,
  );
  const centre = mean(logs);
  const total = sum(logs.map((log) => (log - centre) ** 2));
  return (Math.sqrt(logs.length) * standardDeviation(gains)) / total;
}

/** The launches as one of the two sees them, and the tasks of its ridges. */
function contestant(request: FitRequest, rows: Uint32Array) {
  const { table } = request;
  const encoding = fitEncoding(table, rows);
  const asked = ridgeRequest(request, encoding);
  return { ...asked, tasks: ridgeTasks(asked, encodeRows(table, rows, encoding)) };
}

type Contestant = ReturnType<typeof contestant>;

/** Fits the ridges of all, and tells how far it is. */
async function fitAll(
  contestants: readonly Contestant[],
  tell: Compared['onDone'],
): Promise<Ridge[][]> {
  const tasks = contestants.flatMap((each) => each.tasks);
  let done = 0;
  const onDone = () => tell(done++, tasks.length);
  onDone();
  const ridges = await fitRidgeTasks(tasks, { ...contestants[0]!, onDone });
  let end = 0;
  return contestants.map((each) => ridges.slice(end, (end += each.tasks.length)));
}
