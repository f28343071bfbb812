import { createContext } from 'svelte';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { Progress } from '#core/base/progress.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import { JobState } from '#state/base/job-state.svelte.ts';
import { keepMark, keptMark } from '#state/base/kept-mark.ts';
import { later } from '#state/base/later.ts';
import { loadChoice } from '#state/base/stored-choice.ts';
import { readPictures } from './read-pictures.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));

const ports = {
  readPictures,
  loadConsent: () => loadChoice('readsPictures'),
  saveConsent: (allows: boolean) => saveSetting('readsPictures', allows),
};
export type ReadingPorts = typeof ports;

type PicturesRead = Awaited<ReturnType<ReadingPorts['readPictures']>>;

/** Names the data set whose pictures were being read, so that the next visit goes on with them. */
const MARK = 'debut-pictures-read';

/**
 * The reading of pictures by the image encoder, in the background of all pages. The encoder is downloaded only where the
 * seller agreed; where it is on this device, it reads without a question.
 */
export class PictureReading {
  readonly #compute: () => ComputePreference;
  readonly #ports: ReadingPorts;
  /** About the ID of a data set. */
  readonly #job = new JobState<PicturesRead, number>();
  #allowsDownload = $state.raw<boolean | null>(null);
  #failure = $state.raw<unknown>(null);

  constructor(compute: () => ComputePreference, withPorts = ports) {
    this.#compute = compute;
    this.#ports = withPorts;
  }

  /** How far the reading of a data set is that has something to read; null where none runs. */
  progressOf(datasetId: number): Progress | null {
    return this.#isAbout(datasetId) ? this.#job.progress : null;
  }

  /** What the last reading of a data set came to; null before its end. */
  doneOf(datasetId: number): PicturesRead | null {
    const { phase } = this.#job;
    return phase.status === 'done' && phase.subject === datasetId ? phase.result : null;
  }

  /** What the seller said of the download; null where they were not asked, or it is not known yet. */
  get allowsDownload(): boolean | null {
    return this.#allowsDownload;
  }

  /** Why the answer could not be loaded or stored; null where it could. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Why the last reading of a data set failed, or anything of the answer; null where nothing did. */
  failureOf(datasetId: number): unknown {
    return this.#failure ?? (this.#isAbout(datasetId) ? this.#job.error : null);
  }

  get phase(): JobPhase<PicturesRead, number> {
    return this.#job.phase;
  }

  /** Loads what the seller said of the download. */
  async look(): Promise<void> {
    await this.#attempt(async () => {
      this.#allowsDownload = (await this.#ports.loadConsent()) ?? null;
    });
  }

  /** Notes whether the encoder may be downloaded. */
  async say(allowsDownload: boolean): Promise<void> {
    this.#allowsDownload = allowsDownload;
    await this.#attempt(() => this.#ports.saveConsent(allowsDownload));
  }

  /** Reads the pictures of a data set that have not been read. One that is being read goes on. */
  async start(datasetId: number): Promise<void> {
    if (this.#job.isRunning && this.#isAbout(datasetId)) return;
    keepMark(MARK, String(datasetId));
    await this.#job.run(datasetId, async (options) => {
      await this.look();
      options.signal.throwIfAborted();
      const request = {
        ...{ datasetId, compute: this.#compute() },
        allowsDownload: this.#allowsDownload === true,
      };
      return this.#ports.readPictures(request, options);
    });
    if (!this.#job.isRunning) keepMark(MARK, null);
  }

  /** Goes on with what an earlier visit left unread. */
  async goOn(): Promise<void> {
    const datasetId = Number(keptMark(MARK));
    if (datasetId > 0) await this.start(datasetId);
  }

  /** Notes whether the encoder may be downloaded, and reads pictures where it may. */
  async answer(datasetId: number, allowsDownload: boolean): Promise<void> {
    await this.say(allowsDownload);
    if (allowsDownload && this.#failure === null) await this.start(datasetId);
  }

  /** Stops; what has been read stays read. */
  cancel(): void {
    this.#job.cancel();
    keepMark(MARK, null);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
  }

  #isAbout(datasetId: number): boolean {
    const { phase } = this.#job;
    return phase.status !== 'idle' && phase.subject === datasetId;
  }
}

export const [usePictureReading, providePictureReading] = createContext<PictureReading>();
