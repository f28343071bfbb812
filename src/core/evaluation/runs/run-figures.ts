import { launchesLearnt, type HoldoutScore } from '#core/model/training/training-report.ts';
import type { TrainingRun } from './training-run.ts';

/** Facts and costs of a run. */
export const FACT_NAMES = [
  'number',
  'trainedAt',
  'launches',
  'dataVersion',
  'backend',
  'device',
  'seconds',
  'stepsPerSecond',
  'parameters',
  'storedBytes',
  'startedFrom',
] as const;

/** Settings of a run, chosen by the seller or by Debut. */
export const CHOICE_NAMES = [
  'seed',
  'searchSeconds',
  'settingsTried',
  'members',
  'width',
  'epochs',
  'batch',
  'learningRate',
  'weightDecay',
  'dropout',
] as const;

/** Weights of the base models in the blend; they add up to one. */
export const BLEND_NAMES = [
  'blendNet',
  'blendRidge',
  'blendTrees',
  'blendProcess',
  'blendAnalogues',
  'blendMedian',
] as const;

/** Metrics of a run on launches that it had not seen. */
export const METRIC_NAMES = ['wape', 'maeUnits', 'r2Log', 'coverage80', 'pinballUnits'] as const;

export type FigureName =
  | (typeof FACT_NAMES)[number]
  | (typeof CHOICE_NAMES)[number]
  | (typeof BLEND_NAMES)[number]
  | (typeof METRIC_NAMES)[number];

export const FIGURE_NAMES: readonly FigureName[] = [
  ...FACT_NAMES,
  ...CHOICE_NAMES,
  ...BLEND_NAMES,
  ...METRIC_NAMES,
];

/** null where not known or not applicable: a run without a network has no width. */
export type FigureValue = number | string | null;
export type RunFigures = Readonly<Record<FigureName, FigureValue>>;

const PROMISED = 0.8;

const FIGURES: Readonly<Record<FigureName, (run: TrainingRun) => FigureValue | undefined>> = {
  number: ({ modelId }) => modelId,
  /** Milliseconds since 1970. */
  trainedAt: ({ report }) => report.trainedAt,
  launches: ({ report }) => launchesLearnt(report),
  dataVersion: ({ report }) => report.learnt?.dataVersion,
  backend: ({ report }) => report.backend.name,
  device: ({ report }) => report.backend.device || null,
  seconds: ({ report }) => report.seconds,
  stepsPerSecond: ({ report }) => (report.net ? report.stepsPerSecond : null),
  /** Those of the network, if the forecast uses it. */
  parameters: ({ report }) => (report.blend.net > 0 ? report.parameterCount : null),
  storedBytes: ({ report }) => report.storedBytes,
  startedFrom: ({ report }) => report.startedFrom,
  seed: ({ report }) => report.settings.seed,
  searchSeconds: ({ report }) => report.settings.searchSeconds,
  settingsTried: ({ report }) => report.settingsTried,
  members: ({ report }) => report.net?.members,
  width: ({ report }) => report.net?.width,
  epochs: ({ report }) => report.net?.fit.epochs,
  batch: ({ report }) => report.net?.fit.batch,
  learningRate: ({ report }) => report.net?.fit.learningRate,
  weightDecay: ({ report }) => report.net?.fit.weightDecay,
  dropout: ({ report }) => report.net?.fit.dropout,
  blendNet: ({ report }) => report.blend.net,
  blendRidge: ({ report }) => report.blend.ridge,
  blendTrees: ({ report }) => report.blend.trees,
  blendProcess: ({ report }) => report.blend.process,
  blendAnalogues: ({ report }) => report.blend.analogues,
  blendMedian: ({ report }) => report.blend.median,
  wape: (run) => ownScore(run)?.wape,
  maeUnits: (run) => ownScore(run)?.maeUnits,
  r2Log: (run) => ownScore(run)?.r2Log,
  coverage80: ({ report }) =>
    report.coverage.find(({ promisedFraction }) => promisedFraction === PROMISED)?.reachedFraction,
  pinballUnits: ({ report }) => report.pinballUnits,
};

/** Returns every setting and metric of a run by name; unknown and non-finite values are null. */
export function runFigures(run: TrainingRun): RunFigures {
  return Object.fromEntries(
    FIGURE_NAMES.map((name) => [name, known(FIGURES[name](run))]),
  ) as RunFigures;
}

/** Returns a figure as a number; NaN where it is not one. */
export function numberOf(figures: RunFigures, name: FigureName): number {
  const value = figures[name];
  return typeof value === 'number' ? value : NaN;
}

function known(value: FigureValue | undefined): FigureValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value ?? null;
}

function ownScore({ report }: TrainingRun): HoldoutScore | undefined {
  return report.holdout.find(({ method }) => method === 'debut');
}
