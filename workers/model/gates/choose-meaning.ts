import type { TimeSplit } from '#core/model/features/time-split.ts';
import type { InputScore } from '#core/model/training/training-report.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { comparedRows, compareInputs } from './compare-inputs.ts';

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
  readonly meaning: InputScore | null;
}

/**
 * Returns whether learning from the meaning of titles, in addition to their words, predicts the later launches better.
 * Null where the language model has read no names.
 */
export async function chooseMeaning(
  request: FitRequest,
  split: TimeSplit,
): Promise<InputScore | null> {
  const { table, readOthers, clock } = request;
  if (!table.embeddings) return null;
  const score = await compareInputs({
    origins: [comparedRows(table, { training: split.training, later: split.validation })],
    request,
    without: { ...table, learnsMeaning: false },
    with: { ...table, learnsMeaning: true },
    standardErrors: 0,
    // While names are left to read, the phase is still that of reading.
    onDone: (done, total) => {
      if (!readOthers) clock.count('meaning', done, total);
    },
  });
  clock.find({ kind: 'input', input: 'meaning', score });
  return score;
}
