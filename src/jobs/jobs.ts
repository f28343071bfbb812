import type { Remote } from 'comlink';
import type { Asked, Jobs, Served } from '#protocol/jobs.ts';
import type { Job } from '#protocol/job.ts';
import { WorkerHandle, type StoppableJobOptions } from '#protocol/worker-handle.ts';
import { startTrustedWorker } from './trusted-worker.ts';
import { whenLeft } from './when-left.ts';
import { asWork } from './work-lock.ts';

export { PartStops } from '#protocol/part-stops.ts';
export type { JobOptions } from '#protocol/worker-handle.ts';

/**
 * Returns the jobs of one worker, which starts with the first of them. A new version of the app waits for each.
 */
function jobsOf<W extends keyof Jobs>(worker: W): Asked<Jobs[W]> {
  const handle = new WorkerHandle<Served<Jobs[W]>>(() => startTrustedWorker(worker));
  whenLeft((reason) => handle.terminate(reason));
  return new Proxy({} as Asked<Jobs[W]>, {
    get: (_, name) => (request: unknown, options?: StoppableJobOptions) =>
      asWork(() => handle.run((api, job) => called(api, name as string)(request, job), options)),
  });
}

type Call = (request: unknown, job: Job) => Promise<unknown>;

function called<Api>(api: Remote<Api>, name: string): Call {
  return (api as Record<string, Call>)[name]!;
}

export const dataset = jobsOf('dataset');
export const model = jobsOf('model');
export const plan = jobsOf('plan');
