/**
 * Lets messages through, so that a stop request is received. A timer would wait longer, and a frame might never come.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Returns a pause that also throws once a stop was requested. */
export function stoppable(pause: () => Promise<void>, signal: AbortSignal): () => Promise<void> {
  return async () => {
    await pause();
    signal.throwIfAborted();
  };
}
