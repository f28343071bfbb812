import { watchRefusals } from './refusals.ts';

/** Address that can never exist (RFC 6761): a request that nothing blocks would still reach nobody. */
export const NOWHERE = 'https://debut.invalid/';

export const WORD = 'test';

/** Call that every worker answers. */
export interface SendingTest {
  isSendingRefused(): Promise<boolean>;
}

const WAIT_MS = 2_000;

/** Tries to send a word to another origin; returns whether the browser refused before anything was sent. */
export async function isSendingRefused(): Promise<boolean> {
  const listening = new AbortController();
  const refused = new Promise<boolean>((resolve) => {
    watchRefusals((address) => address.startsWith(NOWHERE) && resolve(true), listening.signal);
  });
  const tried = fetch(NOWHERE, { method: 'POST', mode: 'no-cors', body: WORD });
  const settled = tried.catch(() => undefined).then(() => wait(WAIT_MS));
  try {
    return await Promise.race([refused, settled.then(() => false)]);
  } finally {
    listening.abort();
  }
}

/** The event of a refusal comes a moment after the call has failed. */
function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
