import type { SeasonOutcome, SeasonProgress } from '#core/season/season-solution.ts';
import type { PlanWorker, SeasonRequest } from '#protocol/plan-worker.ts';
import { WorkerHandle, type JobOptions } from '#protocol/worker-handle.ts';
import { startTrustedWorker } from './trusted-worker.ts';

const planWorker = new WorkerHandle<PlanWorker>(() => startTrustedWorker('plan'));

export function planSeason(
  request: SeasonRequest,
  options?: JobOptions<SeasonProgress>,
): Promise<SeasonOutcome> {
  return planWorker.run(async (worker, job) => worker.planSeason(request, job), options);
}
