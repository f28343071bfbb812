import type { Arrivals } from '#state/arrivals.svelte.ts';

/** What a system gives an installed app to open. https://wicg.github.io/web-app-launch/ */
interface LaunchQueue {
  setConsumer(consume: (launch: Launch) => void): void;
}
interface Launch {
  readonly files: readonly FileSystemFileHandle[];
}
declare global {
  interface Window {
    readonly launchQueue?: LaunchQueue;
  }
}

/** Where text is typed, or something opens over the page, pasting has its own meaning. */
const OWN_PASTE = 'input, textarea, select, [contenteditable], [role$="dialog"]';

/** A file must never replace the app. A field that takes it has prevented the default before. */
export function holdOver(arrivals: Arrivals, event: DragEvent): void {
  arrivals.isOver = !event.defaultPrevented && event.dataTransfer!.types.includes('Files');
  event.preventDefault();
}

export function drop(arrivals: Arrivals, event: DragEvent): void {
  const { files } = event.dataTransfer!;
  arrivals.isOver = false;
  if (!event.defaultPrevented && files.length > 0)
    arrivals.come = { how: 'given', files: [...files] };
  event.preventDefault();
}

export function paste(arrivals: Arrivals, event: ClipboardEvent): void {
  const { target, clipboardData: pasted, defaultPrevented } = event;
  const isElsewhere = target instanceof Element && target.closest(OWN_PASTE);
  if (!pasted || defaultPrevented || isElsewhere) return;
  const text = pasted.getData('text/plain');
  if (text.includes('\n') || pasted.files.length > 0)
    arrivals.come = { how: 'pasted', text, files: [...pasted.files] };
}

/** What came before the page did, and what a system gives it later. */
export function lookOutside(arrivals: Arrivals, search: URLSearchParams): void {
  const result = search.get('shared');
  if (result) arrivals.come = { how: 'shared', result };
  window.launchQueue?.setConsumer(({ files }) => {
    if (files.length > 0) arrivals.come = { how: 'opened', handles: files };
  });
}
