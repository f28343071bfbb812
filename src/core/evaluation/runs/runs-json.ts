import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { ModelComparison } from './model-comparison.ts';
import { runFigures, type RunFigures } from './run-figures.ts';
import type { KeptRuns, RunRemarks, TrainingRun } from './training-run.ts';

const FORMAT = 'debut-runs';
/** Format version: rises only where a reader of the older form would misread the file, not for new fields alone. */
const VERSION = 1;

/**
 * The file:
 *
 * - `format`: "debut-runs"; `version`: 1
 * - `modelInUse`: the number of the run whose model makes plans, or null
 * - `runs`: each with
 *   - `name`, `note`, `tags`: the seller's remarks
 *   - `figures`: every setting and metric by its name; `trainedAt` in milliseconds since 1970, shares of 1, null where
 *     not known
 *   - `comparison`: the model compared with the one in use before, on launches that neither had seen: that one's
 *     number, how many launches, and the weighted absolute percentage error of both; null where they were not compared
 *   - `curve`: one entry per epoch, with the losses, the learning rate and the quality on launches that it had not
 *     learnt from
 *   - `report`: all other measurements, such as the scores of each method on the same launches
 *
 * Values that are not finite are null, because JSON cannot write them.
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

/** Writes the runs of a data set as the text of such a file. */
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
