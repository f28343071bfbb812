import type { PlanEvidence } from '#core/evidence/plan-evidence.ts';
import type { Ranking } from '#core/launch/launch-plan.ts';
import type { PlanStudy } from '#core/launch/plan-study.ts';
import type {
  BackendChoice,
  ComputePreference,
  TrainingProgress,
  TrainingReport,
} from '#core/launch/training-report.ts';
import type {
  ExplainRequest,
  LearningRequest,
  ModelWorker,
  PlanRequest,
  StudyRequest,
  TrainingRequest,
} from '#protocol/model-worker.ts';
import type { LearningPoint } from '#core/scorecard/learning-curve.ts';
import type { JobOptions } from '#protocol/worker-handle.ts';
import { TrustedHandle } from './trusted-handle.ts';

const modelWorker = new TrustedHandle<ModelWorker>('model');

export function chooseBackend(
  compute: ComputePreference,
  options?: JobOptions,
): Promise<BackendChoice> {
  return modelWorker.run((worker, job) => worker.chooseBackend(compute, job), options);
}

export function trainModel(
  request: TrainingRequest,
  options?: JobOptions<TrainingProgress>,
): Promise<TrainingReport> {
  return modelWorker.run((worker, job) => worker.trainModel(request, job), options);
}

export function planLaunches(request: PlanRequest, options?: JobOptions): Promise<Ranking> {
  return modelWorker.run((worker, job) => worker.planLaunches(request, job), options);
}

export function explainPlan(request: ExplainRequest, options?: JobOptions): Promise<PlanEvidence> {
  return modelWorker.run((worker, job) => worker.explainPlan(request, job), options);
}

export function studyPlan(request: StudyRequest, options?: JobOptions): Promise<PlanStudy> {
  return modelWorker.run((worker, job) => worker.studyPlan(request, job), options);
}

export function measureLearning(
  request: LearningRequest,
  options?: JobOptions,
): Promise<readonly LearningPoint[]> {
  return modelWorker.run((worker, job) => worker.measureLearning(request, job), options);
}
