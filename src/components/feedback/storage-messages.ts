import { formatFileSize } from '../format.ts';

interface StorageFacts {
  readonly usedBytes: number | null;
  readonly isKept: boolean | null;
}

const SAFARI =
  'Safari may remove it after seven days without a visit, unless Debut is installed. Keep your files.';

/** How much is stored, whether the browser promised to keep it, and what may still happen. */
export function storageWords({ usedBytes, isKept }: StorageFacts): string {
  const stored =
    usedBytes === null
      ? 'Your data is stored in this browser; it does not say how much that is.'
      : `Debut takes ${formatFileSize(usedBytes)} in this browser, the app itself included.`;
  return `${stored} ${promiseWords(isKept)} ${SAFARI}`;
}

function promiseWords(isKept: boolean | null): string {
  if (isKept === null) return 'Whether the browser will keep it is not known.';
  return isKept
    ? 'The browser has promised to keep it.'
    : 'The browser has not promised to keep it, and may remove it when this device runs out of space.';
}
