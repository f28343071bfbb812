import type {
  HoldoutScore,
  TrainingPhase,
  TrainingProgress,
  TrainingReport,
} from '#core/launch/training-report.ts';
import { PHASES } from '../feedback/backend-messages.ts';
import { counted, formatCount, formatPercent } from '../format.ts';

/** Share of a run's time that each phase takes, roughly: learning is nearly all of it. */
const PHASE_SHARES: Readonly<Record<TrainingPhase, number>> = {
  prepare: 0.04,
  learn: 0.5,
  check: 0.04,
  'learn-all': 0.4,
  save: 0.02,
};

/** How much of a phase is done, 0–1. */
export function phaseFraction(progress: TrainingProgress | null, phase: TrainingPhase): number {
  if (!progress) return 0;
  const now = indexOf(progress.phase);
  const at = indexOf(phase);
  if (at !== now) return at < now ? 1 : 0;
  return progress.total ? Math.min(1, progress.done / progress.total) : 0;
}

/** How much of the whole run is done, 0–1. */
export function trainingFraction(progress: TrainingProgress): number {
  return PHASES.reduce(
    (all, { phase }) => all + PHASE_SHARES[phase] * phaseFraction(progress, phase),
    0,
  );
}

/** Changes a handful of times in a run, so that it can be read aloud. */
export function progressMilestone(progress: TrainingProgress | null): string {
  if (!progress) return 'Training starts';
  const quarter = Math.floor(4 * trainingFraction(progress)) * 25;
  const label = PHASES[indexOf(progress.phase)]?.label ?? '';
  return `Training, ${label.toLowerCase()}${quarter > 0 ? `, ${quarter}% done` : ''}`;
}

const METHOD_WORDS: Readonly<Record<HoldoutScore['method'], string>> = {
  debut: 'Debut',
  net: 'The net alone',
  ridge: 'Ridge regression alone',
  'category-median': 'The category’s median',
};

export function methodWords(method: HoldoutScore['method']): string {
  return METHOD_WORDS[method];
}

export function scoreOf(
  report: TrainingReport,
  method: HoldoutScore['method'],
): HoldoutScore | undefined {
  return report.holdout.find((score) => score.method === method);
}

/** The page's headline: how far off, on what it had not seen. */
export function modelFinding(report: TrainingReport): string {
  const own = scoreOf(report, 'debut');
  if (own && Number.isFinite(own.wape)) {
    return `Off by ${formatPercent(own.wape)} on average on launches it had not seen`;
  }
  return `Learnt from ${counted(rowTotal(report), 'launch', 'launches')}, too few to check on unseen ones`;
}

export function modelLead(report: TrainingReport): string {
  const median = scoreOf(report, 'category-median');
  if (!median || !Number.isFinite(median.wape)) {
    return 'Plans lean on averages, and their ranges are wide.';
  }
  return `The category median is off by ${formatPercent(median.wape)} on the same ${counted(report.rows.test, 'launch', 'launches')}.`;
}

/** "Of the ranges that promise 8 in 10, 78% held." */
export function coverageWords(report: TrainingReport): string[] {
  return report.coverage
    .filter(({ reachedFraction }) => Number.isFinite(reachedFraction))
    .map(
      ({ promisedFraction, reachedFraction }) =>
        `Ranges that promise ${formatPercent(promisedFraction)} held for ${formatPercent(reachedFraction)} of unseen launches.`,
    );
}

export function blendWords(report: TrainingReport): string {
  if (report.method === 'shrinkage') {
    return 'There are too few launches for a net, so Debut uses ridge regression alone, which leans on averages.';
  }
  return `Debut blends the net (${formatPercent(report.netWeight)}) with ridge regression (${formatPercent(1 - report.netWeight)}), weighed on launches that neither had learnt from.`;
}

export function rowTotal({ rows }: TrainingReport): number {
  return rows.training + rows.validation + rows.test;
}

export function stepsWords(report: TrainingReport): string {
  return `${formatCount(report.stepsPerSecond)} a second`;
}

function indexOf(phase: TrainingPhase): number {
  return PHASES.findIndex((entry) => entry.phase === phase);
}
