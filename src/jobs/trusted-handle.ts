import type { Remote } from 'comlink';
import type { Progress } from '#core/base/progress.ts';
import type { Job } from '#protocol/job.ts';
import { WorkerHandle, type JobOptions } from '#protocol/worker-handle.ts';
import { asWork } from './work-lock.ts';
import { startTrustedWorker } from './trusted-worker.ts';

/** Handle of one of the app's workers. A new version of the app waits for its jobs. */
export class TrustedHandle<Api> extends WorkerHandle<Api> {
  constructor(name: Parameters<typeof startTrustedWorker>[0]) {
    super(() => startTrustedWorker(name));
  }

  override run<T, P extends Progress = Progress>(
    call: (api: Remote<Api>, job: Job<P>) => Promise<T>,
    options?: JobOptions<P>,
  ): Promise<T> {
    return asWork(() => super.run(call, options));
  }
}
