import { m } from '#messages';
import { formatFileSize } from '#components/words/numbers.ts';
import { sentences } from '#components/words/sentences.ts';

interface StorageFacts {
  readonly usedBytes: number | null;
  readonly roomBytes?: number | null;
  readonly isKept: boolean | null;
}

/** Says how much is stored, and whether the browser promised to keep it. */
export function storageWords({ usedBytes, roomBytes = null, isKept }: StorageFacts): string {
  const stored =
    usedBytes === null
      ? m.feedback_storage_unknown()
      : m.feedback_storage_used({ size: formatFileSize(usedBytes) });
  const room =
    roomBytes === null ? '' : m.feedback_storage_room({ size: formatFileSize(roomBytes) });
  return sentences(stored, room, promiseWords(isKept));
}

function promiseWords(isKept: boolean | null): string {
  if (isKept === null) return m.feedback_storage_promise_unknown();
  return isKept ? m.feedback_storage_promised() : m.feedback_storage_not_promised();
}
