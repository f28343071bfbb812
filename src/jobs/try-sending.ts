import { wrap } from 'comlink';
import type { Asker } from '#core/app/request-note.ts';
import { isSendingRefused, NOWHERE, WORD, type SendingTest } from '#protocol/try-sending.ts';
import { startTrustedWorker } from './trusted-worker.ts';
import { workerScripts } from './worker-scripts.ts';

/** Where the test tries to send, and what. */
export const TRIED_ADDRESS = NOWHERE;
export const TRIED_WORD = WORD;

export interface SendingResult {
  readonly from: Asker;
  readonly isRefused: boolean;
}

/** Tries to send a word to another origin from the page and from a new worker of each kind. */
export async function trySending(): Promise<SendingResult[]> {
  const results: SendingResult[] = [{ from: 'page', isRefused: await isSendingRefused() }];
  for (const from of Object.keys(workerScripts) as (keyof typeof workerScripts)[]) {
    const worker = await startTrustedWorker(from);
    try {
      results.push({ from, isRefused: await wrap<SendingTest>(worker).isSendingRefused() });
    } finally {
      worker.terminate();
    }
  }
  return results;
}
