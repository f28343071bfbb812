// Adopted plans: the forecast of a plan is frozen when it is adopted, whatever is learnt and planned later.

import type { Day } from '#core/base/dates.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import { launchOf } from '#core/planning/search/alternatives.ts';
import type {
  LaunchPlan,
  PlannedLaunch,
  Ranking,
  UsualPractice,
} from '#core/planning/plan/launch-plan.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { dataVersionText, type TrainingReport } from '#core/model/training/training-report.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import { isSameFacts, type LaunchResult, type ResultFacts } from './result.ts';

/** A plan with its forecast, frozen at adoption. */
export interface FrozenPlan extends PlannedLaunch {
  readonly product: NewProduct;
  /** Forecast of the usual approach (baseline policy). */
  readonly usual: UsualPractice;
  readonly objective: Objective;
  readonly horizonDays: number;
  /** Share at which its gain over the usual approach was counted; absent: in full. */
  readonly keptShare?: number;
  /** How much was known of its return rate, in units: see `ReturnOutlook`. Absent where not known. */
  readonly returnStrength?: number;
  readonly modelId: number;
  /** Name of the launches that the model was trained on; '' where not known. */
  readonly dataVersion: string;
  /** Milliseconds since 1970. */
  readonly adoptedAt: number;
}

/** An adopted plan in the results log, with its result. */
export interface AdoptedPlan extends FrozenPlan {
  readonly id: number;
  readonly datasetId: number;
  readonly actual: LaunchResult | null;
  /** Other figures for the same launch: recorded before, or from rows that contradict the result. */
  readonly otherActuals: readonly LaunchResult[];
  /** Time of withdrawal; null where the plan stands. */
  readonly withdrawnAt: number | null;
  /** Whether the seller plans the product again after this launch. Absent: not. */
  readonly isPlannedAgain?: boolean;
}

interface Adoption {
  /** Report of the model that made the plan; null where it no longer exists. */
  readonly report: TrainingReport | null;
  readonly adoptedAt: number;
}

/**
 * Freezes a plan with its forecast, its model and the version of the data.
 * @param plan as it is shown: with an alternative in its place where that was chosen
 */
export function freezePlan(
  plan: LaunchPlan,
  { objective, horizonDays = HORIZON_DAYS, modelId, kept }: Ranking,
  { report, adoptedAt }: Adoption,
): FrozenPlan {
  const { product, usual } = plan;
  const learnt = report?.modelId === modelId ? report.learnt : undefined;
  return {
    ...launchOf(plan),
    ...{ product, usual, objective, horizonDays, modelId },
    ...(kept && { keptShare: kept.share }),
    ...(plan.returns && { returnStrength: plan.returns.strength }),
    dataVersion: learnt ? dataVersionText(learnt.dataVersion) : '',
    adoptedAt,
  };
}

/**
 * Returns whether a plan can be adopted. For the others, Debut advises against launching at all, so there is no
 * forecast to compare with.
 */
export function canBeAdopted({ verdict }: Pick<LaunchPlan, 'verdict'>): boolean {
  return verdict.kind === 'launch' || verdict.kind === 'displaced';
}

/** Returns whether this very plan was adopted, and not another one of the same product. */
export function isAdoptedAs(
  { action }: Pick<FrozenPlan, 'action'>,
  plan: Pick<LaunchPlan, 'action'>,
): boolean {
  return isSameRecord(action, plan.action);
}

export function isStanding({ withdrawnAt }: Pick<AdoptedPlan, 'withdrawnAt'>): boolean {
  return withdrawnAt === null;
}

/**
 * Returns the day on which results of the horizon are complete, counted from the launch day stated in the facts, if
 * any.
 */
export function dueDay(
  { action, horizonDays }: Pick<FrozenPlan, 'action' | 'horizonDays'>,
  facts: Pick<ResultFacts, 'launchDay'> | null = null,
): Day {
  return (facts?.launchDay ?? action.launchDay) + horizonDays;
}

/**
 * planned: not on sale yet; running: within the horizon; due: horizon over, no complete result; known: complete result.
 */
export type EntryStage = 'planned' | 'running' | 'due' | 'known';

/** Returns the stage of an entry on a day. */
export function stageOf(entry: AdoptedPlan, today: Day): EntryStage {
  const { actual, action } = entry;
  if (actual && !actual.isEarly) return 'known';
  if (today >= dueDay(entry, actual)) return 'due';
  return today < (actual?.launchDay ?? action.launchDay) ? 'planned' : 'running';
}

/** Returns the facts as a result, marked early where the horizon is not over on `today`. */
export function actualOf(
  entry: Pick<FrozenPlan, 'action' | 'horizonDays'>,
  facts: ResultFacts,
  said: { readonly today: Day; readonly recordedAt: number; readonly source: string | null },
): LaunchResult {
  const { today, recordedAt, source } = said;
  return { ...facts, recordedAt, source, isEarly: today < dueDay(entry, facts) };
}

/** Returns the entry with a new figure; earlier figures are kept, each once. */
export function withResult(
  entry: AdoptedPlan,
  actual: LaunchResult,
  others: readonly LaunchResult[] = [],
): AdoptedPlan {
  const before = entry.actual ? [entry.actual, ...entry.otherActuals] : entry.otherActuals;
  const otherActuals: LaunchResult[] = [];
  for (const other of [...others, ...before]) {
    if ([actual, ...otherActuals].some((kept) => isSameFacts(kept, other))) continue;
    otherActuals.push(other);
  }
  return { ...entry, actual, otherActuals };
}

/**
 * Returns the entry with another of its figures as the result.
 * @throws RangeError where there is none at that place
 */
export function withChosenResult(entry: AdoptedPlan, place: number): AdoptedPlan {
  const chosen = entry.otherActuals[place];
  if (!chosen) throw new RangeError(`expected one of ${entry.otherActuals.length}, got ${place}`);
  return withResult({ ...entry, otherActuals: entry.otherActuals.toSpliced(place, 1) }, chosen);
}

/** Returns the entry without a result; the figure that counted is kept among the others. */
export function withoutResult(entry: AdoptedPlan): AdoptedPlan {
  const { actual, otherActuals } = entry;
  return actual ? { ...entry, actual: null, otherActuals: [actual, ...otherActuals] } : entry;
}
