import type { HoldoutScore, TrainingReport } from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import type { StoppablePart } from '#core/model/training/stop-point.ts';
import type { TrainingPhase } from '#core/model/training/training-phases.ts';
import { fractionOfPhase, fractionOfRun, type PhasePlace } from '#core/model/training/run-time.ts';
import type { NetSettings } from '#core/model/training/training-settings.ts';
import { m } from '#messages';
import { phaseLabel } from '#components/ui/feedback/backend-words.ts';
import { tally } from '#components/words/counts.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { finishingWords } from './stop-words.ts';

/** Returns how much of a phase is done, 0–1. */
export function phaseFraction(progress: TrainingProgress | null, phase: TrainingPhase): number {
  return progress ? fractionOfPhase(placeOf(progress), phase) : 0;
}

/** Returns how much of the whole run is done, 0–1. */
export function trainingFraction(progress: TrainingProgress | null): number {
  return progress ? fractionOfRun(placeOf(progress)) : 0;
}

function placeOf({ phases, phase, done, total }: TrainingProgress): PhasePlace {
  return { phases, phase, fraction: total ? done / total : 0 };
}

/**
 * Describes progress by phase and quarter, and what a run still does that the seller has stopped. Changes only a few
 * times in a run, so that it can be read aloud.
 */
export function progressMilestone(
  progress: TrainingProgress | null,
  stoppedPart: StoppablePart | null = null,
): string {
  if (stoppedPart) return finishingWords(stoppedPart, progress);
  if (!progress) return m.model_training_starts();
  const quarter = Math.floor(4 * trainingFraction(progress)) * 25;
  const phase = phaseLabel(progress.phase).toLowerCase();
  return quarter > 0
    ? m.model_milestone_done({ phase, percent: quarter })
    : m.model_milestone({ phase });
}

const METHOD_WORDS: Readonly<Record<HoldoutScore['method'], () => string>> = {
  debut: m.model_method_debut,
  net: m.model_method_net,
  trees: m.model_method_trees,
  ridge: m.model_method_ridge,
  process: m.model_method_process,
  analogues: m.model_method_analogues,
  'last-year': m.model_method_last_year,
  'category-median': m.model_method_category_median,
};

/** Without categories, the median is that of all launches. */
export interface MedianOptions {
  readonly hasCategories: boolean;
}

export function methodWords(
  method: HoldoutScore['method'],
  { hasCategories }: MedianOptions,
): string {
  if (method === 'category-median' && !hasCategories) return m.model_method_median_of_all();
  return METHOD_WORDS[method]();
}

function scoreOf(report: TrainingReport, method: HoldoutScore['method']): HoldoutScore | undefined {
  return report.holdout.find((score) => score.method === method);
}

/** Returns the model's WAPE on the holdout; null if it was not measured. */
export function ownWape(report: TrainingReport): number | null {
  const wape = scoreOf(report, 'debut')?.wape;
  return wape !== undefined && Number.isFinite(wape) ? wape : null;
}

/** Returns the WAPE of the baseline, the category median, on the holdout; null if it was not measured. */
export function ruleWape(report: TrainingReport): number | null {
  const wape = scoreOf(report, 'category-median')?.wape;
  return wape !== undefined && Number.isFinite(wape) ? wape : null;
}

/** Returns the page's headline: the error on unseen launches. */
export function modelFinding(report: TrainingReport): string {
  const wape = ownWape(report);
  return wape === null
    ? m.model_finding_too_few(tally(rowTotal(report)))
    : m.model_finding_off_by({ share: formatPercent(wape) });
}

/** Returns the line below the headline, which compares the model with the category median. */
export function modelLead(report: TrainingReport, options: MedianOptions): string {
  const own = scoreOf(report, 'debut');
  const median = scoreOf(report, 'category-median');
  if (!own || !median || !Number.isFinite(median.wape)) {
    return m.model_lead_averages();
  }
  const facts = { share: formatPercent(median.wape), ...tally(report.rows.test) };
  const comparison = options.hasCategories
    ? m.model_lead_category_median(facts)
    : m.model_lead_median_of_all(facts);
  return own.wape <= median.wape ? comparison : m.model_lead_median_better({ comparison });
}

export function rowTotal({ rows }: TrainingReport): number {
  return rows.training + rows.validation + rows.test;
}

export function stepsWords(report: TrainingReport): string {
  return m.model_steps_a_second({ steps: formatCount(report.stepsPerSecond) });
}

/** Describes the network that was chosen: its members, width and epochs. */
export function netWords({ members, width, fit }: NetSettings): string {
  return m.model_net_taken({
    memberCount: members,
    passCount: fit.epochs,
    members: formatCount(members),
    width: formatCount(width),
    passes: formatCount(fit.epochs),
  });
}

export function triedWords(count: number): string {
  return count > 0 ? formatCount(count) : m.model_fact_tried_none();
}
