import type { TrainingReport } from '../launch/training-report.ts';
import type { ModelComparison } from './model-comparison.ts';
import { runFigures, type RunFigures } from './run-figures.ts';
import type { KeptRuns, RunRemarks, TrainingRun } from './training-run.ts';

const FORMAT = 'debut-runs';
/** Rises when a reader of the older form would misread the file; new fields alone do not raise it. */
const VERSION = 1;

/**
 * The file:
 *
 * - `format`: "debut-runs"; `version`: 1
 * - `modelInUse`: the number of the run whose model plans are made with, or null
 * - `runs`: each with
 *   - `name`, `note`, `tags`: what the seller said of it
 *   - `figures`: every setting and metric by its name; `trainedAt` in milliseconds since 1970, shares of 1, null where it is not known
 *   - `comparison`: the model against the one in use before, on launches that neither had seen: that one's number, how many
 *     launches, and the weighted absolute percentage error of both; null where they were not compared
 *   - `curve`: one entry an epoch, with the losses, the learning rate and how it did on launches that it had not learnt from
 *   - `report`: what else was measured, such as the same launches by each method
 *
 * What is not finite is null, as JSON has no other word for it.
 */
export interface RunsFile {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly modelInUse: number | null;
  readonly runs: readonly RunInFile[];
}

interface RunInFile extends RunRemarks {
  readonly figures: RunFigures;
  readonly comparison: ModelComparison | null;
  readonly curve: TrainingReport['curve'];
  readonly report: Omit<TrainingReport, 'curve'>;
}

export function runsJson({ runs, modelInUse }: KeptRuns): string {
  const file: RunsFile = {
    format: FORMAT,
    version: VERSION,
    modelInUse,
    runs: runs.map(runInFile),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function runInFile(run: TrainingRun): RunInFile {
  const { name, note, tags, comparison } = run;
  const { curve, ...report } = run.report;
  return { name, note, tags, figures: runFigures(run), comparison, curve, report };
}
