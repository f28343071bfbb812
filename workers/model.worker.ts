import type { Jobs, Served } from '#protocol/jobs.ts';
import type { TwinWorker } from '#protocol/twin-worker.ts';
import { LentEncoder } from './model/engine/lent-encoder.ts';
import { WorkerModelHost } from './model/engine/model-host.ts';
import { explainPlan } from './model/explain/explain-plan.ts';
import { joinByMeaning } from './model/inputs/join-by-meaning.ts';
import { fitOneNet, fitOneRidge } from './model/members/fit-jobs.ts';
import { planLaunches } from './model/plan/plan-launches.ts';
import { rankList } from './model/shortlist/rank-list.ts';
import { studyPlan } from './model/plan/study-plan.ts';
import { measureLearning } from './model/train/measure-learning.ts';
import { trainModel } from './model/train/train-model.ts';
import { serve } from './runtime/serve.ts';
import { fetchLanguage } from './text/fetch-language.ts';

const host = new WorkerModelHost();
const encoder = new LentEncoder(host);

serve({
  chooseBackend: async (compute) => (await host.openEngine(compute)).choice,
  trainModel: (request, job) => trainModel(request, job, host),
  planLaunches: async (request, job) => {
    const { datasetId, plans } = await planLaunches(request, job, host);
    return { datasetId, planCount: plans.length };
  },
  rankList: async (request, job) => {
    const { datasetId, articles } = await rankList(request, job, host);
    return { datasetId, articleCount: articles.length };
  },
  explainPlan: (request, job) => explainPlan(request, job, host),
  studyPlan: (request, job) => studyPlan(request, job, host),
  measureLearning: (request, job) => measureLearning(request, job, host),
  joinByMeaning: (datasetId, job) => joinByMeaning(datasetId, job, host),
  readPictures: async (request, job) => {
    return (await import('./model/inputs/read-pictures.ts')).readPictures(request, job, host);
  },
  fetchLanguage: (request, job) => fetchLanguage(request, job, host.language),
  embedTitles: async (request, job) => {
    return (await import('./model/inputs/embed-titles.ts')).embedTitles(request, job, host);
  },
  fitOneNet: (request, job) => fitOneNet(request, job, host),
  fitOneRidge: (request, job) => fitOneRidge(request, job, host),
  openEncoder: (request) => encoder.open(request),
  embedBatches: (batches, job) => encoder.embed(batches, job),
  closeEncoder: () => encoder.close(),
} satisfies Served<Jobs['model']> & TwinWorker);
