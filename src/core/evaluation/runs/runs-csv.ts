import type { WrittenCell } from '#core/base/text/inert-cell.ts';
import { writeTable } from '#core/base/text/write-table.ts';
import { FIGURE_NAMES, runFigures, type FigureName } from './run-figures.ts';
import type { KeptRuns, TrainingRun } from './training-run.ts';
import { writeTags } from './run-tags.ts';

/**
 * Writes one line per run, in the order given. Readers rely on these column names, so new ones go to the end. Times are
 * ISO 8601 in UTC, shares are of 1, and an empty cell means not known.
 */
export function runsCsv({ runs, modelInUse }: KeptRuns): string {
  const heads = ['name', 'in_use', 'note', 'tags', ...FIGURE_NAMES.map(headOf)];
  const lines = runs.map((run) => [
    run.name,
    run.modelId === modelInUse ? 'yes' : 'no',
    run.note,
    writeTags(run.tags),
    ...cellsOf(run),
  ]);
  return writeTable([heads, ...lines]);
}

function cellsOf(run: TrainingRun): WrittenCell[] {
  const figures = runFigures(run);
  return FIGURE_NAMES.map((name) =>
    name === 'trainedAt' ? new Date(run.report.trainedAt).toISOString() : figures[name],
  );
}

/** `learningRate` → "learning_rate". */
function headOf(name: FigureName): string {
  return name.replace(/[A-Z]|\d+$/g, (part) => `_${part.toLowerCase()}`);
}
