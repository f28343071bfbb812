// Asks all tabs, including this one, to stop their work before everything is deleted. Separate from the database, so a
// page need not fetch Dexie to listen.

const CHANNEL_NAME = 'debut-stop-work';

/** Asks all tabs to stop their work, without waiting for them. */
export function broadcastStop(): void {
  const channel = openChannel();
  channel?.postMessage(null);
  channel?.close();
}

/** Calls the listener when a tab asks all work to stop. Returns a function that removes the listener. */
export function onStopBroadcast(listener: () => void): () => void {
  const channel = openChannel();
  if (channel) channel.onmessage = listener;
  return () => channel?.close();
}

/** Returns null where the browser has no BroadcastChannel. */
function openChannel(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL_NAME);
}
