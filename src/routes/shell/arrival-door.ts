import type { Arrivals } from '#state/data/arrivals.svelte.ts';

/** Files that the operating system opens with the installed app. https://wicg.github.io/web-app-launch/ */
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

/** Places in which pasting has its own meaning: text fields and open dialogs. */
const OWN_PASTE = 'input, textarea, select, [contenteditable], [role$="dialog"]';

/**
 * Notes that files are dragged over the window, and keeps the browser from replacing the app by a file.
 * A field that takes the files has already prevented the default.
 */
export function noteDragOver(arrivals: Arrivals, event: DragEvent): void {
  arrivals.isOver = !event.defaultPrevented && event.dataTransfer!.types.includes('Files');
  event.preventDefault();
}

/** Takes files that were dropped outside any field. */
export function drop(arrivals: Arrivals, event: DragEvent): void {
  const { files } = event.dataTransfer!;
  arrivals.isOver = false;
  if (!event.defaultPrevented && files.length > 0)
    arrivals.come = { how: 'given', files: [...files] };
  event.preventDefault();
}

/** Takes pasted files and text of several lines, except in text fields and dialogs. */
export function paste(arrivals: Arrivals, event: ClipboardEvent): void {
  const { target, clipboardData: pasted, defaultPrevented } = event;
  const isElsewhere = target instanceof Element && target.closest(OWN_PASTE);
  if (!pasted || defaultPrevented || isElsewhere) return;
  const text = pasted.getData('text/plain');
  if (text.includes('\n') || pasted.files.length > 0)
    arrivals.come = { how: 'pasted', text, files: [...pasted.files] };
}

/** Takes files shared before the page opened, and files that the system opens with the app later. */
export function takeOpenedFiles(arrivals: Arrivals, search: URLSearchParams): void {
  const result = search.get('shared');
  if (result) arrivals.come = { how: 'shared', result };
  window.launchQueue?.setConsumer(({ files }) => {
    if (files.length > 0) arrivals.come = { how: 'opened', handles: files };
  });
}
