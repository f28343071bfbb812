import { expose } from 'comlink';
import { installJobTransfer } from '#protocol/job.ts';
import { isSendingRefused, type SendingTest } from '#protocol/try-sending.ts';
import { installErrorTransfer } from '#protocol/wire-errors.ts';
import { RUNS } from './one-by-one.ts';
import { tellRequests } from './report-requests.ts';

/** Answers the page's calls, and reports to it which requests this worker makes. */
export function serve(calls: object): void {
  tellRequests();
  installJobTransfer();
  installErrorTransfer();
  expose({ ...calls, isSendingRefused } satisfies SendingTest);
  postMessage(RUNS);
}
