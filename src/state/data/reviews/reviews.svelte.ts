import type { JobPhase } from '#core/base/job-phase.ts';
import type { Progress } from '#core/base/progress.ts';
import type { RecordChange } from '#core/base/record-change.ts';
import { isAbort } from '#core/base/errors.ts';
import { allReviews, reviewsKey } from '#core/evaluation/reviews/review-reading.ts';
import type { Voice } from '#core/evaluation/reviews/voice.ts';
import type { ReviewAccount, ReviewList } from '#core/import/reviews/review.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import { JobState } from '#state/base/job-state.svelte.ts';
import { later } from '#state/base/later.ts';
import { LiveQuery } from '#state/base/live-query.svelte.ts';
import type { Notices, UndoQuestion } from '#state/base/notices.svelte.ts';
import { importFraction } from '../import-fraction.ts';

const { loadHistory } = later(() => import('#storage/plan/load-history.ts'));
const { loadReviews, loadReviewReading, removeReviews, undoReviews } = later(
  () => import('#storage/data/reviews.ts'),
);

const ports = {
  ...{ loadHistory, loadReviews, loadReviewReading, removeReviews, undoReviews },
  importReviews: dataset.importReviews,
  readReviews: dataset.readReviews,
};
export type ReviewPorts = typeof ports;

export interface KnownReviews {
  readonly lists: readonly ReviewList[];
  /** null while the lists have not been read as they are now. */
  readonly voice: Voice | null;
}

/** Lists of reviews of a data set, and what was found in them. */
export class Reviews {
  readonly #datasetId: number;
  readonly #notices: Notices;
  readonly #ports: ReviewPorts;
  readonly #import = new JobState<ReviewAccount, string>(importFraction);
  readonly #reading = new JobState<number>();
  readonly #query: LiveQuery<KnownReviews | undefined>;
  #failure = $state.raw<unknown>(null);
  /** What was known when a reading ended: it says nothing of that reading yet. */
  #before = $state.raw<KnownReviews | undefined>(undefined);

  constructor(datasetId: number, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
    this.#query = new LiveQuery<KnownReviews | undefined>(() => this.#load(), undefined);
  }

  /** Undefined until it is loaded. */
  get known(): KnownReviews | undefined {
    return this.#query.current;
  }

  /** Phase of the import of a file, by its name. */
  get importing(): JobPhase<ReviewAccount, string> {
    return this.#import.phase;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get importFraction(): number | null {
    return this.#import.fraction;
  }

  /** Progress of the reading of all reviews; null while none runs. */
  get reading(): { readonly progress: Progress | null; readonly fraction: number | null } | null {
    if (!this.#reading.isRunning) return null;
    return { progress: this.#reading.progress, fraction: this.#reading.fraction };
  }

  /** Whether reviews have to be read, and nothing is being done about it. */
  get needsReading(): boolean {
    const { known } = this;
    if (!known || known.lists.length === 0 || known.voice || known === this.#before) return false;
    return !this.#reading.isRunning && !this.#import.isRunning && this.failure === null;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return (
      this.#failure ?? this.#import.error ?? this.#reading.error ?? this.#query.failure ?? null
    );
  }

  /** Imports files, one after the other. Returns whether all were. */
  async importFiles(files: readonly File[]): Promise<boolean> {
    this.#failure = null;
    for (const file of files) {
      const request = { file, datasetId: this.#datasetId };
      const account = await this.#import.run(file.name, (options) =>
        this.#ports.importReviews(request, options),
      );
      if (!account) return false;
    }
    return true;
  }

  /** Reads all reviews; what was found is then `known`. */
  async read(): Promise<void> {
    const request = { datasetId: this.#datasetId };
    await this.#reading.run(null, async (options) => {
      const count = await this.#ports.readReviews(request, options);
      this.#before = this.known;
      return count;
    });
  }

  /** Stops at once for the seller; a worker may need a moment. */
  cancel(): void {
    this.#import.cancel();
    this.#reading.cancel();
  }

  /** Removes the list at a place, and offers to undo it. */
  async remove(place: number): Promise<void> {
    await this.#attempt(async () => {
      const change = await this.#ports.removeReviews(this.#datasetId, place);
      if (!change) return;
      this.#import.forget();
      this.#notices.offerUndo({
        text: m.reviews_removed(),
        restore: () => this.#takeBack(change),
      });
    });
  }

  /** Undoes a change, or returns a question where another tab has changed the lists since. */
  async #takeBack(
    change: RecordChange<readonly ReviewList[]>,
    isForced = false,
  ): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const conflict = await this.#ports.undoReviews(change, { isForced });
      if (!conflict) return;
      const [now, before] = [filesWords(conflict.now), filesWords(conflict.before)];
      question = {
        text: m.reviews_undo_asked({ now, before }),
        undoAnyway: async () => void (await this.#takeBack(change, true)),
      };
    });
    return question;
  }

  async #load(): Promise<KnownReviews> {
    const [lists, reading] = await Promise.all([
      this.#ports.loadReviews(this.#datasetId),
      this.#ports.loadReviewReading(this.#datasetId),
    ]);
    if (lists.length === 0 || !reading) return { lists, voice: null };
    const table = await this.#ports.loadHistory(this.#datasetId);
    const isCurrent = reading.key === reviewsKey(lists, table);
    return { lists, voice: isCurrent ? { reviews: allReviews(lists), reading, table } : null };
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    this.#failure = null;
    try {
      await work();
    } catch (error) {
      if (!isAbort(error)) this.#failure = error;
    }
  }
}

function filesWords(lists: readonly ReviewList[] | null): string {
  const names = (lists ?? []).map(({ fileName }) => fileName);
  if (names.length === 0) return m.reviews_version_none();
  return new Intl.ListFormat(languageTag()).format(names);
}
