// Starts workers of one script one after another. Where several ask for the same script at once, WebKit 2.54 lets the
// service worker answer only the first: the others go to the host, which may be unreachable or send no headers.

/** What a worker posts once it runs. */
export const RUNS = 'runs';

/** A worker that was ended before it ran says nothing; then the next starts after this time, in milliseconds. */
const LONGEST_MS = 5_000;

type Starting = Pick<EventTarget, 'addEventListener'>;

/** Returns a function that starts a worker once the one before it runs, or has failed. */
export function oneByOne<W extends Starting>(start: () => W): () => Promise<W> {
  let before: Promise<unknown> = Promise.resolve();
  return () => {
    const worker = before.then(start);
    before = worker.then(untilRunning, () => undefined);
    return worker;
  };
}

function untilRunning(worker: Starting): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    worker.addEventListener('message', end, { once: true });
    worker.addEventListener('error', end, { once: true });
  });
}
