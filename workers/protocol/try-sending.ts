import { watchRefusals } from './refusals.ts';

/** Address that can never exist (RFC 6761): a request that nothing blocks would still reach nobody. */
export const NOWHERE = 'https://debut.invalid/';

export const WORD = 'test';

/** Call that every worker answers. */
export interface SendingTest {
  isSendingRefused(): Promise<boolean>;
}

/** Address that needs no network: only a policy can refuse it, and ours does. */
const WITHOUT_NETWORK = `data:,${WORD}`;

const WAIT_MS = 2_000;

/**
 * Tries to send a word to another origin; returns whether the browser refused before anything was sent. A browser tells
 * so by an event. WebKit tells workers of none: there, the policy is seen to hold by what else it refuses.
 */
export async function isSendingRefused(): Promise<boolean> {
  const listening = new AbortController();
  const refused = new Promise<boolean>((resolve) => {
    watchRefusals((address) => address.startsWith(NOWHERE) && resolve(true), listening.signal);
  });
  const tried = fetch(NOWHERE, { method: 'POST', mode: 'no-cors', body: WORD });
  const untold = isFailing(tried).then(async (isFailed) => {
    await wait(WAIT_MS);
    // Once the answer is known, a second refusal would only be counted beside it.
    if (listening.signal.aborted) return true;
    return isFailed && isFailing(fetch(WITHOUT_NETWORK));
  });
  try {
    return await Promise.race([refused, untold]);
  } finally {
    listening.abort();
  }
}

function isFailing(request: Promise<unknown>): Promise<boolean> {
  return request.then(
    () => false,
    () => true,
  );
}

/** The event of a refusal comes a moment after the call has failed. */
function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
