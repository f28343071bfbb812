import type { SeasonOutcome, SeasonProgress } from '#core/season/problem/season-solution.ts';
import type { PlanWorker, SeasonRequest } from '#protocol/plan-worker.ts';
import type { JobOptions } from '#protocol/worker-handle.ts';
import { TrustedHandle } from './trusted-handle.ts';

const planWorker = new TrustedHandle<PlanWorker>('plan');

export function planSeason(
  request: SeasonRequest,
  options?: JobOptions<SeasonProgress>,
): Promise<SeasonOutcome> {
  return planWorker.run(async (worker, job) => worker.planSeason(request, job), options);
}
