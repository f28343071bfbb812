// Asks all tabs, this one as well, to stop what they work at: everything is about to be deleted. Apart from the database, so that a page need
// not fetch what opens one to hear it.

const CHANNEL_NAME = 'debut-stop-work';

export function askToStop(): void {
  const channel = openChannel();
  channel?.postMessage(null);
  channel?.close();
}

/** @returns to be called when nothing is to be heard any more */
export function onStopAsked(listener: () => void): () => void {
  const channel = openChannel();
  if (channel) channel.onmessage = listener;
  return () => channel?.close();
}

/** Not every browser has them. */
function openChannel(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL_NAME);
}
