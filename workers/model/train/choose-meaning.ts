import { r2OfLog1p } from '#core/base/statistics/metrics.ts';
import type { TimeSplit } from '#core/model/features/time-split.ts';
import type { MeaningScore } from '#core/model/training/training-report.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import { ridgeRequest } from '../members/fit-ridges.ts';
import { fitEncoding } from '../members/fit-encoding.ts';
import { encodeRows, unitsOf } from '../members/encode-rows.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { fitRidgeTasks, ridgeTasks } from '../members/fit-ridges.ts';

/** Most training launches: more do not improve the decision, but cost more. */
const MOST_LAUNCHES = 1_000;
/** Least gain of R²: less is chance. */
const LEAST_GAIN = 0.002;

/**
 * Returns the rows that `chooseMeaning` looks at, and perhaps some that sold out: training launches, then later ones.
 */
export function decidingRows({ training, validation }: TimeSplit): Uint32Array {
  return Uint32Array.from([...training.slice(-MOST_LAUNCHES), ...validation]);
}

/**
 * Chooses whether to learn from the meaning of titles, and reads the titles that were left for later only where it
 * helps. A model that does not learn it is the same without them.
 */
export async function settleMeaning(
  request: FitRequest,
  split: TimeSplit,
): Promise<SettledMeaning> {
  const { table, readOthers } = request;
  const meaning = await chooseMeaning(request, split);
  const left = { table: { ...table, learnsMeaning: false }, readOthers };
  if (!meaning?.isKept) return { meaning, ...left };
  const embeddings = readOthers ? await readOthers() : table.embeddings;
  if (!embeddings) return { meaning: null, ...left };
  return { meaning, table: { ...table, embeddings, learnsMeaning: true }, readOthers: undefined };
}

interface SettledMeaning extends Pick<FitRequest, 'table' | 'readOthers'> {
  readonly meaning: MeaningScore | null;
}

/**
 * Returns whether learning from the meaning of titles, in addition to their words, predicts the later launches better.
 * Ridge decides, the strongest base model of the blend. Null where the language model has read no names.
 */
export async function chooseMeaning(
  request: FitRequest,
  { training, validation }: TimeSplit,
): Promise<MeaningScore | null> {
  const { table } = request;
  if (!table.embeddings) return null;
  const soldOut = soldOutFlags(table, validation);
  const judged = validation.filter((_, i) => !soldOut[i]);
  const learnt = training.slice(-MOST_LAUNCHES);
  const contestants = [false, true].map((learnsMeaning) =>
    contestant({ ...request, table: { ...table, learnsMeaning } }, learnt),
  );
  const [withoutR2, withR2] = (await fitAll(request, contestants)).map((ridges, i) =>
    scoreOf(contestants[i]!, ridges, judged),
  ) as [number, number];
  const isKept = withR2 > withoutR2 + LEAST_GAIN;
  return { withR2, withoutR2, judgedOn: judged.length, isKept };
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
  request: Pick<FitRequest, 'clock' | 'readOthers'>,
  contestants: readonly Contestant[],
): Promise<Ridge[][]> {
  const tasks = contestants.flatMap((each) => each.tasks);
  let done = 0;
  // While names are left to read, the phase is still that of reading.
  const onDone = () => {
    if (!request.readOthers) request.clock.count('meaning', done++, tasks.length);
  };
  onDone();
  const ridges = await fitRidgeTasks(tasks, { ...contestants[0]!, onDone });
  let end = 0;
  return contestants.map((each) => ridges.slice(end, (end += each.tasks.length)));
}

/** R² on the log1p(units) scale. */
function scoreOf(
  { table, encoding }: Contestant,
  ridges: readonly Ridge[],
  judged: Uint32Array,
): number {
  const { x, phi } = encodeRows(table, judged, encoding);
  const outcomes = ridges.map((ridge) => predictRidge(ridge, x, phi, judged.length));
  const units = unitsFromOutcomes(outcomes, unitsScale(encoding.heads));
  return r2OfLog1p(
    unitsOf(table, judged),
    Array.from(units, (log) => Math.max(0, Math.expm1(log))),
  );
}
