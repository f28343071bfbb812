import { dataVersionText, type BackendName } from '#core/model/training/training-report.ts';
import {
  numberOf,
  runFigures,
  type FigureName,
  type FigureValue,
} from '#core/evaluation/runs/run-figures.ts';
import type { KeptRuns, TrainingRun } from '#core/evaluation/runs/training-run.ts';
import { m } from '#messages';
import { backendName } from '#components/ui/feedback/backend-words.ts';
import { sentences } from '#components/words/sentences.ts';
import { countedLaunches } from '#components/words/counts.ts';
import {
  formatCount,
  formatDecimal,
  formatFigures,
  formatFileSize,
  formatFinePercent,
  formatPercent,
  formatRough,
  MISSING,
} from '#components/words/numbers.ts';
import { formatDuration, formatMoment } from '#components/words/dates.ts';

/** Returns the name that the seller gave the run, else its number. */
export function runName({ name, modelId }: TrainingRun): string {
  return name || m.runs_number({ number: modelId });
}

/** Returns the name of a run with its number. */
export function wholeRunName({ name, modelId }: TrainingRun): string {
  return name ? m.runs_named({ name, number: modelId }) : m.runs_number({ number: modelId });
}

export function countedRuns(count: number): string {
  return m.runs_counted({ count, text: formatCount(count) });
}

/** Returns the page's headline. */
export function runsFinding({ runs, modelInUse }: KeptRuns): string {
  const inUse = runs.find(({ modelId }) => modelId === modelInUse);
  const counted = countedRuns(runs.length);
  if (!inUse) return m.runs_finding_none({ runs: counted });
  const words = { runs: counted, number: inUse.modelId };
  const wape = numberOf(runFigures(inUse), 'wape');
  return Number.isNaN(wape)
    ? m.runs_finding_unchecked(words)
    : m.runs_finding({ ...words, share: formatPercent(wape) });
}

/** Returns the main settings in one line. */
export function settingsInShort(run: TrainingRun): string {
  const figures = runFigures(run);
  const text = (name: FigureName) => figureText(name, figures[name]);
  if (figures.width === null) return m.runs_short_none({ seed: text('seed') });
  return m.runs_short({
    members: text('members'),
    width: text('width'),
    passes: text('epochs'),
    rate: text('learningRate'),
    seed: text('seed'),
  });
}

/** Compares a run with the model that was in use before it; null if they were not compared. */
export function comparisonWords({ comparison }: TrainingRun): string | null {
  if (!comparison) return null;
  const said = m.runs_against({
    launches: countedLaunches(comparison.judgedOn),
    share: formatFinePercent(comparison.wape),
    before: comparison.modelId,
    shareBefore: formatFinePercent(comparison.wapeBefore),
  });
  if (comparison.verdict === 'better') return said;
  const level = comparison.verdict === 'level';
  return sentences(said, level ? m.runs_against_level() : m.runs_against_worse());
}

const LABELS: Readonly<Record<FigureName, () => string>> = {
  number: m.runs_figure_number,
  trainedAt: m.model_fact_trained,
  launches: m.runs_figure_launches,
  dataVersion: m.runs_figure_data_version,
  backend: m.model_fact_runs_on,
  device: m.model_fact_device,
  seconds: m.model_fact_took,
  stepsPerSecond: m.model_live_steps,
  parameters: m.model_fact_parameters,
  storedBytes: m.model_fact_size,
  startedFrom: m.runs_figure_started_from,
  seed: m.forms_settings_seed,
  searchSeconds: m.forms_settings_search,
  settingsTried: m.model_fact_tried,
  members: m.forms_settings_members,
  width: m.forms_settings_width,
  epochs: m.forms_settings_epochs,
  batch: m.forms_settings_batch,
  learningRate: m.forms_settings_learning_rate,
  weightDecay: m.forms_settings_weight_decay,
  dropout: m.runs_figure_dropout,
  blendNet: () => m.runs_figure_share({ method: m.model_blend_net() }),
  blendRidge: () => m.runs_figure_share({ method: m.model_blend_ridge() }),
  blendTrees: () => m.runs_figure_share({ method: m.model_blend_trees() }),
  blendProcess: () => m.runs_figure_share({ method: m.model_blend_process() }),
  blendAnalogues: () => m.runs_figure_share({ method: m.model_blend_analogues() }),
  blendMedian: () => m.runs_figure_share({ method: m.model_blend_median() }),
  wape: m.model_live_wape,
  maeUnits: m.runs_figure_mae,
  r2Log: m.runs_figure_r2,
  coverage80: m.model_live_coverage,
  pinballUnits: m.runs_figure_pinball,
};

export function figureLabel(name: FigureName): string {
  return LABELS[name]();
}

type NumberFormat = (value: number) => string;

const FORMATS: Readonly<Partial<Record<FigureName, NumberFormat>>> = {
  number: String,
  trainedAt: formatMoment,
  dataVersion: dataVersionText,
  seconds: formatDuration,
  storedBytes: formatFileSize,
  startedFrom: (number) => m.runs_number({ number }),
  learningRate: formatRough,
  weightDecay: formatRough,
  dropout: formatPercent,
  blendNet: formatFinePercent,
  blendRidge: formatFinePercent,
  blendTrees: formatFinePercent,
  blendProcess: formatFinePercent,
  blendAnalogues: formatFinePercent,
  blendMedian: formatFinePercent,
  wape: formatFinePercent,
  maeUnits: formatDecimal,
  r2Log: formatFinePercent,
  coverage80: formatFinePercent,
  pinballUnits: formatDecimal,
  seed: formatFigures,
};

export function figureText(name: FigureName, value: FigureValue): string {
  if (value === null) return MISSING;
  if (typeof value === 'number') return (FORMATS[name] ?? formatCount)(value);
  return name === 'backend' ? backendName(value as BackendName) : value;
}
