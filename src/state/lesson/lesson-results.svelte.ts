import { AppError } from '#core/base/errors.ts';
import type { LessonRecord } from '#core/lesson/lesson.ts';
import { readResults, withResults, type RefusedCode } from '#core/lesson/results/read-results.ts';
import { later } from '../base/later.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import type { Notices } from '../base/notices.svelte.ts';

const { changeLessonResults, loadLessonResults } = later(() => import('#storage/app/lesson.ts'));

const ports = { loadLessonResults, changeLessonResults };
export type LessonResultsPorts = typeof ports;

/** Of a file, no more is read: a thousand times the results of a room fit into it. */
const MOST_BYTES = 1_000_000;

/** What came of adding results. */
export interface AddedResults {
  /** IDs of devices that had none here. */
  readonly added: readonly number[];
  /** IDs of devices whose result takes the place of an earlier one. */
  readonly again: readonly number[];
  readonly refused: readonly RefusedCode[];
}

/** The results of a room, collected on this device. */
export class LessonResults {
  readonly #notices: Pick<Notices, 'offerUndo'>;
  readonly #ports: LessonResultsPorts;
  readonly #query: LiveQuery<readonly LessonRecord[] | undefined>;
  #failure = $state.raw<unknown>(null);

  constructor(notices: Pick<Notices, 'offerUndo'>, withPorts: LessonResultsPorts = ports) {
    this.#notices = notices;
    this.#ports = withPorts;
    this.#query = new LiveQuery<readonly LessonRecord[] | undefined>(
      withPorts.loadLessonResults,
      undefined,
      { ifNothing: [] },
    );
  }

  /** One of each device; undefined until storage has answered. */
  get list(): readonly LessonRecord[] | undefined {
    return this.#query.current;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query.failure;
  }

  /** Adds every result whose code stands in these texts; null where that failed. */
  async addTexts(texts: readonly string[]): Promise<AddedResults | null> {
    const read = texts.map(readResults);
    const records = read.flatMap((each) => each.records);
    const refused = read.flatMap((each) => each.refused);
    let known: readonly number[] = [];
    const isStored = await this.#change((before) => {
      known = before.map(({ id }) => id);
      return records.length > 0 ? withResults(before, records) : before;
    });
    if (!isStored) return null;
    const ids = withResults([], records).map(({ id }) => id);
    return {
      added: ids.filter((id) => !known.includes(id)),
      again: ids.filter((id) => known.includes(id)),
      refused,
    };
  }

  /** Adds every result whose code stands in these files; null where that failed. */
  async addFiles(files: readonly Blob[]): Promise<AddedResults | null> {
    try {
      return await this.addTexts(await Promise.all(files.map(beginningOf)));
    } catch (cause) {
      this.#failure = new AppError('file-unreadable', 'expected a file of codes', {}, { cause });
      return null;
    }
  }

  /**
   * Removes results, and offers to undo that.
   * @param text what was removed, shown next to the offer
   */
  async remove(ids: readonly number[], text: string): Promise<void> {
    let removed: readonly LessonRecord[] = [];
    const isStored = await this.#change((before) => {
      removed = before.filter(({ id }) => ids.includes(id));
      return before.filter(({ id }) => !ids.includes(id));
    });
    if (!isStored || removed.length === 0) return;
    // What came in again meanwhile is newer, and stays.
    const restore = () => void this.#change((now) => withResults(removed, now));
    this.#notices.offerUndo({ text, restore });
  }

  async #change(
    to: (before: readonly LessonRecord[]) => readonly LessonRecord[],
  ): Promise<boolean> {
    this.#failure = null;
    try {
      await this.#ports.changeLessonResults(to);
      return true;
    } catch (error) {
      this.#failure = error;
      return false;
    }
  }
}

function beginningOf(file: Blob): Promise<string> {
  return file.slice(0, MOST_BYTES).text();
}
