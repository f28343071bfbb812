/** Milliseconds after which a service worker that says nothing counts as one that cannot fetch the files. */
const SILENCE_MS = 120_000;

/** Returns whether this browser can keep the app's files at this address. */
export function keepsAppFiles(): boolean {
  return typeof navigator !== 'undefined' && 'serviceWorker' in navigator;
}

/**
 * Has the service worker store every file of its version again. Returns whether all are stored.
 * @param container the browser's; missing outside a secure context
 */
export async function fillAppCache(
  container: Pick<ServiceWorkerContainer, 'ready'> | undefined = keepsAppFiles()
    ? navigator.serviceWorker
    : undefined,
  silenceMs: number = SILENCE_MS,
): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), silenceMs);
      port1.onmessage = ({ data }) => resolve(data === true);
      const ask = ({ active }: ServiceWorkerRegistration) =>
        active ? active.postMessage({ type: 'fill' }, [port2]) : resolve(false);
      if (container) void container.ready.then(ask);
      else resolve(false);
    });
  } finally {
    clearTimeout(timer);
    port1.close();
  }
}
