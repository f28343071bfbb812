import type { LaunchTable } from '#core/launch/launch-table.ts';
import { lookOf } from '#core/model/features/looks-inputs.ts';
import { earlierOrigins, splitByTime, type TimeSplit } from '#core/model/features/time-split.ts';
import type { InputScore } from '#core/model/training/training-report.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { comparedRows, compareInputs, type ComparedRows } from './compare-inputs.ts';

/** Fewer launches with a picture say nothing: among those that are learnt from, and among the later ones. */
const LEAST_PICTURED = { learnt: 36, judged: 12 } as const;
/**
 * Idle pictures cost R² by overfitting: of 24 simulated shops in which they are noise, none gained so much; of 32 others,
 * one.
 */
const STANDARD_ERRORS = 1;

interface SettledLooks extends Pick<FitRequest, 'table'> {
  /** Null where too few launches have a picture to compare; undefined where none has. */
  readonly looks: InputScore | null | undefined;
}

/** Chooses whether to learn from pictures: only where they clearly predict the later launches better than the rest. */
export async function settleLooks(request: FitRequest, split: TimeSplit): Promise<SettledLooks> {
  const { table } = request;
  const looks = await chooseLooks(request, split);
  return { looks, table: { ...table, learnsLooks: looks?.isKept ?? false } };
}

/** Returns whether any launch has a picture. */
export function hasLooks(table: LaunchTable): boolean {
  return table.title.some((_, row) => lookOf(table, row));
}

/** Returns whether enough launches have a picture to try whether pictures help. */
export function canTryLooks(table: LaunchTable, split: TimeSplit = splitByTime(table)): boolean {
  const origins = originsOf(table, split);
  const { learnt, judged } = origins.at(-1)!;
  const pictured = (rows: Uint32Array) => rows.filter((row) => lookOf(table, row)).length;
  return pictured(learnt) >= LEAST_PICTURED.learnt && pictured(judged) >= LEAST_PICTURED.judged;
}

/** Earlier origins are judged, too: the later launches of a small shop alone show large gains only. */
function originsOf(table: LaunchTable, split: TimeSplit): ComparedRows[] {
  const last = { training: split.training, later: split.validation };
  return [...earlierOrigins(table, split), last].map((origin) => comparedRows(table, origin));
}

async function chooseLooks(
  request: FitRequest,
  split: TimeSplit,
): Promise<InputScore | null | undefined> {
  const { table, clock } = request;
  if (!hasLooks(table)) return undefined;
  if (!canTryLooks(table, split)) return null;
  const score = await compareInputs({
    origins: originsOf(table, split),
    request,
    without: { ...table, learnsLooks: false },
    with: { ...table, learnsLooks: true },
    standardErrors: STANDARD_ERRORS,
    onDone: (done, total) => clock.count('looks', done, total),
  });
  clock.find({ kind: 'input', input: 'looks', score });
  return score;
}
