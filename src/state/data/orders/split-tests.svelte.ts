import { isAbort } from '#core/base/errors.ts';
import type { NoOutcomes, SplitList } from '#core/evaluation/split-test/split-file.ts';
import type { NoReading } from '#core/evaluation/split-test/split-sums.ts';
import type { SplitTest, StoredSplitTest } from '#core/evaluation/split-test/split-test.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { JobState } from '#state/base/job-state.svelte.ts';
import { later } from '#state/base/later.ts';
import { LiveQuery } from '#state/base/live-query.svelte.ts';
import type { Notices } from '#state/base/notices.svelte.ts';

const { loadSplitTests, removeSplitTest, saveSplitReading, saveSplitTest } = later(
  () => import('#storage/plan/split-tests.ts'),
);

const ports = {
  ...{ loadSplitTests, removeSplitTest, saveSplitReading, saveSplitTest },
  ...{ drawSplit: dataset.drawSplit, readSplit: dataset.readSplit },
  now: () => Date.now(),
  random: (): string =>
    Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('-'),
};
export type SplitPorts = typeof ports;

/** Why a file tells nothing of a test. */
interface Refusal {
  readonly id: number;
  readonly why: NoReading | NoOutcomes;
}

/** The split tests of a data set: set up, drawn, read. */
export class SplitTests {
  readonly #datasetId: number;
  readonly #notices: Notices;
  readonly #ports: SplitPorts;
  readonly #tests: LiveQuery<readonly StoredSplitTest[] | undefined>;
  readonly #job = new JobState<unknown, number>();
  #refused = $state.raw<Refusal | null>(null);
  #failure = $state.raw<unknown>(null);

  constructor(datasetId: number, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
    this.#tests = new LiveQuery<readonly StoredSplitTest[] | undefined>(
      () => withPorts.loadSplitTests(datasetId),
      undefined,
    );
  }

  /** In the order in which they were set up; undefined until they are read. */
  get all(): readonly StoredSplitTest[] | undefined {
    return this.#tests.current;
  }

  /** ID of the test whose list is written or whose results are read; null: none. */
  get busyId(): number | null {
    const { phase } = this.#job;
    return phase.status === 'running' ? phase.subject : null;
  }

  /** Why the last file told nothing; null where it did. */
  get refused(): Refusal | null {
    return this.#refused;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#job.error ?? this.#tests.failure;
  }

  /** Stores a new test with a random salt of its own. */
  async start(
    asked: Omit<SplitTest, 'id' | 'datasetId' | 'createdAt' | 'salt' | 'readings'>,
  ): Promise<void> {
    const { now, random, saveSplitTest: save } = this.#ports;
    const made = { datasetId: this.#datasetId, createdAt: now(), salt: random(), readings: [] };
    await this.#attempt(() => save({ ...asked, ...made }));
  }

  /** Returns who gets what is tested, from an order export; null where it was stopped or failed. */
  async list(test: StoredSplitTest, files: readonly File[]): Promise<SplitList | null> {
    this.#forget();
    const request = { files, timeZone: null, test };
    const list = await this.#job.run(test.id, (options) => this.#ports.drawSplit(request, options));
    if (list !== null) this.#job.forget();
    return list as SplitList | null;
  }

  /** Reads a look of a test from later exports or a table of results, and stores its sums. */
  async read(test: StoredSplitTest, look: number, files: readonly File[]): Promise<void> {
    this.#forget();
    await this.#job.run(test.id, async (options) => {
      const request = { files, timeZone: null, test, look };
      const told = await this.#ports.readSplit(request, options);
      if (typeof told === 'string') this.#refused = { id: test.id, why: told };
      else await this.#ports.saveSplitReading(test, told);
    });
  }

  async remove(test: StoredSplitTest): Promise<void> {
    await this.#attempt(async () => {
      await this.#ports.removeSplitTest(test);
      this.#notices.offerUndo({
        text: m.orders_split_removed(),
        restore: async () => {
          await this.#attempt(() => this.#ports.saveSplitTest(test));
          return null;
        },
      });
    });
  }

  cancel(): void {
    this.#job.cancel();
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    this.#forget();
    try {
      await work();
    } catch (error) {
      if (!isAbort(error)) this.#failure = error;
    }
  }

  #forget(): void {
    this.#failure = this.#refused = null;
    if (this.#job.error) this.#job.cancel();
  }
}
