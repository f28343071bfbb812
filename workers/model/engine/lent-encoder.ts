import { unpackWeights } from '#core/model/text/encoder-weights.ts';
import { openSentenceEncoder, type SentenceEncoder } from '#learning/encoders/sentence-encoder.ts';
import type { Job } from '#protocol/job.ts';
import type { EncoderRequest, TwinWorker } from '#protocol/twin-worker.ts';
import type { ModelHost } from './model-host.ts';

/** The encoder of names that this worker holds while another one reads with its help. */
export class LentEncoder {
  readonly #host: Pick<ModelHost, 'openEngine' | 'pause'>;
  #encoder: SentenceEncoder | null = null;

  constructor(host: Pick<ModelHost, 'openEngine' | 'pause'>) {
    this.#host = host;
  }

  async open({ backend, weights }: EncoderRequest): Promise<void> {
    await this.close();
    const engine = await this.#host.openEngine(backend);
    this.#encoder = openSentenceEncoder(unpackWeights(weights), engine);
  }

  /** @throws Error where none is open */
  async embed(
    batches: Parameters<TwinWorker['embedBatches']>[0],
    { signal }: Job,
  ): Promise<Float32Array[]> {
    if (!this.#encoder) throw new Error('expected an open encoder');
    const values: Float32Array[] = [];
    for (const texts of batches) {
      values.push(await this.#encoder.embed(texts));
      await this.#host.pause();
      signal.throwIfAborted();
    }
    return values;
  }

  close(): Promise<void> {
    this.#encoder?.dispose();
    this.#encoder = null;
    return Promise.resolve();
  }
}
