import datasetWorkerUrl from '#workers/dataset.worker.ts?worker&url';
import modelWorkerUrl from '#workers/model.worker.ts?worker&url';
import planWorkerUrl from '#workers/plan.worker.ts?worker&url';

/** Every worker the page may start, by the address of its script. */
export const workerScripts: Readonly<Record<'dataset' | 'model' | 'plan', string>> = {
  dataset: datasetWorkerUrl,
  model: modelWorkerUrl,
  plan: planWorkerUrl,
};
