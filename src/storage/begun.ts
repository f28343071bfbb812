// Whether anything was ever stored here. Apart from the database, so that a first visit need not fetch what opens one.

export const DATABASE_NAME = 'debut';
const CHANNEL_NAME = 'debut-storage-begun';

/** Where a browser cannot tell: yes, and the database says the rest. */
export async function hasBegun(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE_NAME);
  } catch {
    return true;
  }
}

const ASK_EVERY_MS = 100;

/** The same once the browser has closed it: Chromium never answers what is asked at that very moment, so that it is asked again. */
export function isStillThere(): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = setInterval(() => {
      void hasBegun().then((answer) => {
        clearInterval(asking);
        resolve(answer);
      });
    }, ASK_EVERY_MS);
  });
}

/** Where tabs cannot tell each other, it is looked for so often. */
const LOOK_EVERY_MS = 1_000;

/** Waits until something is stored for the first time, by this page, its workers or another tab. */
export async function whenBegun(): Promise<void> {
  const channel = openChannel();
  if (!channel) {
    while (!(await hasBegun())) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    return;
  }
  // Heard from before it is asked, so that nothing that begins in between is missed.
  const beginning = new Promise<void>((resolve) => (channel.onmessage = () => resolve()));
  if (!(await hasBegun())) await beginning;
  channel.close();
}

export function tellBegun(): void {
  const channel = openChannel();
  channel?.postMessage(null);
  channel?.close();
}

function openChannel(): BroadcastChannel | null {
  return 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL_NAME) : null;
}
