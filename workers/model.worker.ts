import { expose } from 'comlink';
import { installJobTransfer } from '#protocol/job.ts';
import type { ModelWorker } from '#protocol/model-worker.ts';
import { isSendingRefused, type SendingTest } from '#protocol/try-sending.ts';
import type { TwinWorker } from '#protocol/twin-worker.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import { fitOneNet } from './model/members/fit-one-net.ts';
import { fitOneRidge } from './model/members/fit-one-ridge.ts';
import { explainPlan } from './model/explain/explain-plan.ts';
import { LentEncoder } from './model/engine/lent-encoder.ts';
import { measureLearning } from './model/train/measure-learning.ts';
import { WorkerModelHost } from './model/engine/model-host.ts';
import { planLaunches } from './model/plan/plan-launches.ts';
import { studyPlan } from './model/plan/study-plan.ts';
import { trainModel } from './model/train/train-model.ts';
import { tellRequests } from './runtime/report-requests.ts';

const host = new WorkerModelHost();
const encoder = new LentEncoder(host);

tellRequests();
installJobTransfer();
installErrorTransfer();
expose({
  isSendingRefused,
  chooseBackend: async (compute) => (await host.openEngine(compute)).choice,
  trainModel: (request, job) => trainModel(request, job, host),
  planLaunches: (request, job) => planLaunches(request, job, host),
  explainPlan: (request, job) => explainPlan(request, job, host),
  studyPlan: (request, job) => studyPlan(request, job, host),
  measureLearning: (request, job) => measureLearning(request, job, host),
  fitOneNet: (request, job) => fitOneNet(request, job, host),
  fitOneRidge: (request, job) => fitOneRidge(request, job, host),
  openEncoder: (request) => encoder.open(request),
  embedBatches: (batches, job) => encoder.embed(batches, job),
  closeEncoder: () => encoder.close(),
} satisfies ModelWorker & TwinWorker & SendingTest);
