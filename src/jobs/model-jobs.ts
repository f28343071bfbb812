import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import type {
  BackendChoice,
  ComputePreference,
  TrainingProgress,
  TrainingReport,
} from '#core/model/training/training-report.ts';
import type {
  ExplainRequest,
  LearningRequest,
  ModelWorker,
  PlanRequest,
  StudyRequest,
  TrainingRequest,
} from '#protocol/model-worker.ts';
import type { LearningPoint } from '#core/evaluation/scorecard/learning-curve.ts';
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

export function explainPlan(
  request: ExplainRequest,
  options?: JobOptions,
): Promise<PlanExplanation> {
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
