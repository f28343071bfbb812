import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import type { TitleAttention, TitlesRead, TitlesUnread } from '#core/lesson/words/titles-read.ts';
import { model } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';

const ports = { embedTitles: model.embedTitles };
export type TitleMeaningPorts = typeof ports;

interface Asked {
  readonly titles: readonly string[];
  /** The title whose attention is shown. */
  readonly attended: string;
}

interface ReadTitle {
  readonly title: string;
  readonly embedding: Float32Array;
}

/** Embeddings of titles, read by the language model once each, and the attention within one of them. */
export class TitleMeanings {
  readonly #ports: TitleMeaningPorts;
  readonly #job = new JobState<TitlesRead | TitlesUnread>();
  #read = $state.raw<readonly ReadTitle[]>([]);
  #attention = $state.raw<TitleAttention | null>(null);
  #attended: string | null = null;
  #missingBytes = $state.raw<number | null>(null);
  #asked: Asked | null = null;
  #allowsDownload = false;

  constructor(withPorts: TitleMeaningPorts = ports) {
    this.#ports = withPorts;
  }

  /** Returns the embedding of a title, zeros where nothing in it could be read; undefined where it was not read yet. */
  embeddingOf(title: string): Float32Array | undefined {
    return this.#read.find((each) => each.title === title)?.embedding;
  }

  get attention(): TitleAttention | null {
    return this.#attention;
  }

  /** Bytes to download before titles can be read; null: none, or not known yet. */
  get missingBytes(): number | null {
    return this.#missingBytes;
  }

  get isRunning(): boolean {
    return this.#job.isRunning;
  }

  /** Share of the download that is done; null while none runs. */
  get downloaded(): number | null {
    return this.#job.progress?.phase === 'fetch' ? this.#job.fraction : null;
  }

  get failure(): unknown {
    return this.#job.error;
  }

  /**
   * Reads the titles that are not known yet. Downloads nothing before `download` was called. While a download runs, other
   * titles wait for its end: beginning again would lose the file that is on its way.
   */
  async read(asked: Asked): Promise<void> {
    this.#asked = asked;
    if (this.downloaded === null) await this.#readNow(asked);
  }

  async #readNow(asked: Asked): Promise<void> {
    const titles = asked.titles.filter(
      (title, i) => asked.titles.indexOf(title) === i && this.embeddingOf(title) === undefined,
    );
    const { attended } = asked;
    if (titles.length === 0 && attended === this.#attended) return;
    const request = { titles, attended, allowsDownload: this.#allowsDownload };
    const found = await this.#job.run(null, (options) => this.#ports.embedTitles(request, options));
    if (!found) return;
    this.#missingBytes = found.status === 'missing' ? found.sizeBytes : null;
    if (found.status === 'missing') return;
    const read = titles.map((title, i) => ({
      title,
      embedding: found.embeddings.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE),
    }));
    this.#read = [...this.#read, ...read];
    this.#attention = found.attention;
    this.#attended = attended;
    if (this.#asked !== asked && this.#asked) await this.#readNow(this.#asked);
  }

  /** Allows the download, and reads what was asked for last. Also tries again after a failure. */
  async download(): Promise<void> {
    this.#allowsDownload = true;
    if (this.#asked) await this.#readNow(this.#asked);
  }

  stop(): void {
    this.#job.cancel();
  }
}
