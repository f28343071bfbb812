import type { JobPhase } from '#core/base/job-phase.ts';
import type { Progress } from '#core/base/progress.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import type { AspectEdits } from '#core/evaluation/reviews/aspect-edits.ts';
import { allReviews, reviewsKey } from '#core/evaluation/reviews/review-reading.ts';
import type { Voice } from '#core/evaluation/reviews/voice.ts';
import type { ReviewAccount, ReviewList } from '#core/import/reviews/review.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { JobState } from '#state/base/job-state.svelte.ts';
import { later } from '#state/base/later.ts';
import { LiveQuery } from '#state/base/live-query.svelte.ts';
import type { Notices } from '#state/base/notices.svelte.ts';
import { FilesBeside } from '../beside/files-beside.svelte.ts';

const { loadHistory } = later(() => import('#storage/plan/load-history.ts'));
const { loadReviews, loadAspectEdits, loadReviewReading } = later(
  () => import('#storage/data/reviews.ts'),
);
const { changeAspectEdits, removeReviews, undoReviews } = later(
  () => import('#storage/data/reviews.ts'),
);

const ports = {
  ...{ loadHistory, loadReviews, loadAspectEdits, loadReviewReading },
  ...{ changeAspectEdits, removeReviews, undoReviews },
  importReviews: dataset.importReviews,
  readReviews: dataset.readReviews,
};
export type ReviewPorts = typeof ports;

export interface KnownReviews {
  readonly lists: readonly ReviewList[];
  readonly edits: AspectEdits;
  /** null while the lists have not been read as they are now; it may have been read with earlier edits. */
  readonly voice: Voice | null;
  /** Whether the voice was read with these edits. */
  readonly isUpToDate: boolean;
}

/** Lists of reviews of a data set, and what was found in them. */
export class Reviews {
  readonly #datasetId: number;
  readonly #ports: ReviewPorts;
  readonly #files: FilesBeside<ReviewAccount, ReviewList>;
  readonly #reading = new JobState<number>();
  readonly #query: LiveQuery<KnownReviews | undefined>;
  /** What was known when a reading ended or was stopped: it says nothing of that reading yet. */
  #before = $state.raw<KnownReviews | undefined>(undefined);

  constructor(datasetId: number, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#ports = withPorts;
    this.#files = new FilesBeside(
      notices,
      {
        importFile: (file, options) => withPorts.importReviews({ file, datasetId }, options),
        remove: (place) => withPorts.removeReviews(datasetId, place),
        undo: (change, options) => withPorts.undoReviews(change, options),
      },
      {
        removed: () => m.reviews_removed(),
        undoAsked: (versions) => m.reviews_undo_asked(versions),
        none: () => m.reviews_version_none(),
      },
    );
    this.#query = new LiveQuery<KnownReviews | undefined>(() => this.#load(), undefined);
  }

  /** Undefined until it is loaded. */
  get known(): KnownReviews | undefined {
    return this.#query.current;
  }

  /** Phase of the import of a file, by its name. */
  get importing(): JobPhase<ReviewAccount, string> {
    return this.#files.importing;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get importFraction(): number | null {
    return this.#files.importFraction;
  }

  /** Progress of the reading of all reviews; null while none runs. */
  get reading(): { readonly progress: Progress | null; readonly fraction: number | null } | null {
    if (!this.#reading.isRunning) return null;
    return { progress: this.#reading.progress, fraction: this.#reading.fraction };
  }

  /** Whether reviews have to be read, and nothing is being done about it. */
  get needsReading(): boolean {
    const { known } = this;
    if (!known || known.lists.length === 0 || known.isUpToDate || known === this.#before)
      return false;
    return !this.#reading.isRunning && !this.#files.isImporting && this.failure === null;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#files.failure ?? this.#reading.error ?? this.#query.failure ?? null;
  }

  /** Imports files, one after the other. Returns whether all were. */
  importFiles(files: readonly File[]): Promise<boolean> {
    return this.#files.importFiles(files);
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

  /** Changes words of aspects. The reviews then have to be read again. Returns whether it was stored. */
  async edit(change: (edits: AspectEdits) => AspectEdits): Promise<boolean> {
    const isStored = await this.#files.attempt(() =>
      this.#ports.changeAspectEdits(this.#datasetId, change),
    );
    // A reading with earlier edits would be of no use, and a failed one is tried again.
    if (isStored) this.#reading.cancel();
    return isStored;
  }

  /** Stops at once for the seller; a worker may need a moment. A stopped reading does not begin again by itself. */
  cancel(): void {
    if (this.#reading.isRunning) this.#before = this.known;
    this.#files.cancel();
    this.#reading.cancel();
  }

  /** Removes the list at a place, and offers to undo it. */
  remove(place: number): Promise<void> {
    return this.#files.remove(place);
  }

  async #load(): Promise<KnownReviews> {
    const [lists, edits, reading] = await Promise.all([
      this.#ports.loadReviews(this.#datasetId),
      this.#ports.loadAspectEdits(this.#datasetId),
      this.#ports.loadReviewReading(this.#datasetId),
    ]);
    const unread = { lists, edits, voice: null, isUpToDate: false };
    if (lists.length === 0 || !reading) return unread;
    const table = await this.#ports.loadHistory(this.#datasetId);
    if (reading.key !== reviewsKey(lists, table)) return unread;
    const voice = { reviews: allReviews(lists), reading, table };
    return { lists, edits, voice, isUpToDate: isSameRecord(reading.edits, edits) };
  }
}
