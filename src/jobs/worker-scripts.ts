import datasetWorkerUrl from '#workers/dataset.worker.ts?worker&url';
import modelWorkerUrl from '#workers/model.worker.ts?worker&url';
import planWorkerUrl from '#workers/plan.worker.ts?worker&url';

/** Addresses of the scripts of all workers that the page may start. */
export const workerScripts: Readonly<Record<'dataset' | 'model' | 'plan', string>> = {
  dataset: datasetWorkerUrl,
  model: modelWorkerUrl,
  plan: planWorkerUrl,
};
