import type {
  HoldoutScore,
  TrainingPhase,
  TrainingProgress,
  TrainingReport,
} from '#core/launch/training-report.ts';
import { PHASES } from '../feedback/backend-messages.ts';
import { counted, formatCount, formatPercent, listed } from '../format.ts';

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

const MEDIAN_OF_ALL = 'The median of all launches';

/** Where there is no category, the median is that of all launches. */
interface MedianOptions {
  readonly hasCategories: boolean;
}

export function methodWords(
  method: HoldoutScore['method'],
  { hasCategories }: MedianOptions,
): string {
  if (method === 'category-median' && !hasCategories) return MEDIAN_OF_ALL;
  return METHOD_WORDS[method];
}

function scoreOf(report: TrainingReport, method: HoldoutScore['method']): HoldoutScore | undefined {
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

export function modelLead(report: TrainingReport, options: MedianOptions): string {
  const own = scoreOf(report, 'debut');
  const median = scoreOf(report, 'category-median');
  if (!own || !median || !Number.isFinite(median.wape)) {
    return 'Plans lean on averages, and their ranges are wide.';
  }
  const rest = `is off by ${formatPercent(median.wape)} on the same ${counted(report.rows.test, 'launch', 'launches')}.`;
  const comparison = `${options.hasCategories ? 'The category median' : MEDIAN_OF_ALL} ${rest}`;
  return own.wape <= median.wape
    ? comparison
    : `${comparison} It does better than Debut here, so take the plans with care.`;
}

/** The range that is shown as "most likely". */
const MOST_LIKELY = 0.8;

/** "Ranges that promise 80% held for 78% of unseen launches (50%: 52%)." */
export function coverageWords(report: TrainingReport): string {
  const known = report.coverage.filter(({ reachedFraction }) => Number.isFinite(reachedFraction));
  const main = known.find(({ promisedFraction }) => promisedFraction === MOST_LIKELY);
  if (!main) return '';
  const others = known
    .filter((coverage) => coverage !== main)
    .map(
      ({ promisedFraction, reachedFraction }) =>
        `${formatPercent(promisedFraction)}: ${formatPercent(reachedFraction)}`,
    );
  const rest = others.length > 0 ? ` (${others.join(', ')})` : '';
  return `Ranges that promise ${formatPercent(MOST_LIKELY)} held for ${formatPercent(main.reachedFraction)} of unseen launches${rest}.`;
}

export function blendWords(report: TrainingReport): string {
  if (report.method === 'shrinkage') {
    return 'There are too few launches for a net, so Debut uses ridge regression alone, which leans on averages.';
  }
  const shares = [
    { name: 'the net', share: report.blend.net },
    { name: 'ridge regression', share: report.blend.ridge },
    { name: 'the category median', share: report.blend.median },
  ].filter(({ share }) => share >= 0.005);
  if (shares.length === 1) {
    return `Debut uses ${shares[0]!.name}: the other methods beside it added nothing.`;
  }
  const parts = shares.map(({ name, share }) => `${name} (${formatPercent(share)})`);
  return `Debut blends ${listed(parts)}, weighed on launches that none of them had learnt from.`;
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
