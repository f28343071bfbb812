import type { HeldBackShares } from '#core/season/beside-stock.ts';
import type { SeasonLimits } from '#core/season/season-limits.ts';
import type { Placement } from '#core/season/season-calendar.ts';
import type { SeasonOutcome, SeasonProgress } from '#core/season/season-solution.ts';
import type { Job } from './job.ts';

export interface SeasonRequest {
  readonly datasetId: number;
  readonly limits: SeasonLimits;
  /** What similar stock still on hand takes from each product. Not there: nothing. */
  readonly heldBack?: HeldBackShares;
  /** A calendar to begin with, as far as it fits; null: none. */
  readonly start: readonly Placement[] | null;
  /** How much less than the best possible is good enough, as a share of what the season is worth. */
  readonly gap: number;
  readonly seconds: number;
}

/** What the page may ask of plan.worker.ts. A stop ends the worker: the best so far stands in the last report. */
export interface PlanWorker {
  planSeason(request: SeasonRequest, job: Job<SeasonProgress>): Promise<SeasonOutcome>;
}
