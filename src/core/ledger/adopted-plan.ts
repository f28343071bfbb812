// A plan that is adopted is a promise: what it said is kept as it was, whatever is learnt and planned later.

import type { Day } from '../dates.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Objective } from '../launch/aim.ts';
import { launchOf } from '../launch/alternatives.ts';
import type { LaunchPlan, PlannedLaunch, Ranking, UsualPractice } from '../launch/launch-plan.ts';
import { HORIZON_DAYS } from '../launch/launch-table.ts';
import type { NewProduct } from '../launch/new-product.ts';
import type { TrainingReport } from '../launch/training-report.ts';
import { isSameRecord } from '../record-change.ts';
import { isSameFacts, type Actual, type ActualFacts } from './actual.ts';

/** What a plan promised, frozen. */
export interface FrozenPlan extends PlannedLaunch {
  readonly product: NewProduct;
  /** What was expected of doing as usual. */
  readonly usual: UsualPractice;
  readonly objective: Objective;
  readonly horizonDays: number;
  readonly modelId: number;
  /** Names the launches that the model had learnt; '' where that is not known. */
  readonly dataVersion: string;
  /** Milliseconds since 1970. */
  readonly adoptedAt: number;
}

/** An adopted plan in the ledger, and what came of it. */
export interface AdoptedPlan extends FrozenPlan {
  readonly id: number;
  readonly datasetId: number;
  readonly actual: Actual | null;
  /** Other figures for the same launch: recorded before, or from rows that say something else. */
  readonly otherActuals: readonly Actual[];
  /** null: it stands. */
  readonly withdrawnAt: number | null;
}

interface Adoption {
  /** Of the model that the plan was made with; null where it is not there any more. */
  readonly report: TrainingReport | null;
  readonly adoptedAt: number;
}

/** @param plan as it is shown: with an alternative in its place where that was chosen */
export function freezePlan(
  plan: LaunchPlan,
  { objective, horizonDays = HORIZON_DAYS, modelId }: Ranking,
  { report, adoptedAt }: Adoption,
): FrozenPlan {
  const { product, usual } = plan;
  const learnt = report?.modelId === modelId ? report.learnt : undefined;
  return {
    ...launchOf(plan),
    ...{ product, usual, objective, horizonDays, modelId },
    dataVersion: learnt ? dataVersionOf(learnt) : '',
    adoptedAt,
  };
}

/** A short name of the launches that a model learnt, equal where they are: by their contents, or by what older models say of them. */
export function dataVersionOf({
  readingKey,
  launchCount,
  eventsKey,
  dataVersion = fingerprint([readingKey, String(launchCount), eventsKey]),
}: NonNullable<TrainingReport['learnt']>): string {
  return dataVersion.toString(36);
}

/** Debut advises against launching the others at all: there is no plan to hold it to. */
export function canBeAdopted({ verdict }: Pick<LaunchPlan, 'verdict'>): boolean {
  return verdict.kind === 'launch' || verdict.kind === 'displaced';
}

/** Whether what was adopted is this very plan, and not another of the same product. */
export function isAdoptedAs(
  { action }: Pick<FrozenPlan, 'action'>,
  plan: Pick<LaunchPlan, 'action'>,
): boolean {
  return isSameRecord(action, plan.action);
}

export function isStanding({ withdrawnAt }: Pick<AdoptedPlan, 'withdrawnAt'>): boolean {
  return withdrawnAt === null;
}

/** The day on which results of its horizon are whole. */
export function dueDay(
  { action, horizonDays }: Pick<FrozenPlan, 'action' | 'horizonDays'>,
  facts: Pick<ActualFacts, 'launchDay'> | null = null,
): Day {
  return (facts?.launchDay ?? action.launchDay) + horizonDays;
}

/** planned: not on sale yet; running: the horizon is not over; due: it is, and nothing whole is known; known: the result is there. */
export type EntryStage = 'planned' | 'running' | 'due' | 'known';

export function stageOf(entry: AdoptedPlan, today: Day): EntryStage {
  const { actual, action } = entry;
  if (actual && !actual.isEarly) return 'known';
  if (today >= dueDay(entry, actual)) return 'due';
  return today < (actual?.launchDay ?? action.launchDay) ? 'planned' : 'running';
}

/** Facts said on a day, with whether the horizon was over by then. */
export function actualOf(
  entry: Pick<FrozenPlan, 'action' | 'horizonDays'>,
  facts: ActualFacts,
  said: { readonly today: Day; readonly recordedAt: number; readonly source: string | null },
): Actual {
  const { today, recordedAt, source } = said;
  return { ...facts, recordedAt, source, isEarly: today < dueDay(entry, facts) };
}

/** The entry with a new figure; those before it are kept, each once. */
export function withActual(
  entry: AdoptedPlan,
  actual: Actual,
  others: readonly Actual[] = [],
): AdoptedPlan {
  const before = entry.actual ? [entry.actual, ...entry.otherActuals] : entry.otherActuals;
  const otherActuals: Actual[] = [];
  for (const other of [...others, ...before]) {
    if ([actual, ...otherActuals].some((kept) => isSameFacts(kept, other))) continue;
    otherActuals.push(other);
  }
  return { ...entry, actual, otherActuals };
}

/** The seller takes another of the figures that are there. Throws where there is none at that place. */
export function withChosenActual(entry: AdoptedPlan, place: number): AdoptedPlan {
  const chosen = entry.otherActuals[place];
  if (!chosen) throw new RangeError(`expected one of ${entry.otherActuals.length}, got ${place}`);
  return withActual({ ...entry, otherActuals: entry.otherActuals.toSpliced(place, 1) }, chosen);
}

/** No figure counts any more; the one that did is kept. */
export function withoutActual(entry: AdoptedPlan): AdoptedPlan {
  const { actual, otherActuals } = entry;
  return actual ? { ...entry, actual: null, otherActuals: [actual, ...otherActuals] } : entry;
}
