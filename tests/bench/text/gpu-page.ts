// Runs in the browser: computes the embeddings of tokenised texts on WebGPU.

import { collectWeights } from '#core/model/text/encoder-weights.ts';
import { registerGradients } from '#learning/gradients.ts';
import { openSentenceEncoder } from '#learning/encoders/sentence-encoder.ts';
import { openWebGpu } from '#learning/webgpu/open.ts';

export interface GpuEmbeddings {
  readonly adapter: string;
  /** [texts × 512], row-major. */
  readonly values: number[];
  readonly seconds: number;
}

/** Embeds token lists on the GPU. /weights has the float32 values of each tensor, in the order of `collectWeights`. */
async function embedOnGpu(texts: readonly (readonly number[])[]): Promise<GpuEmbeddings> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('expected a WebGPU adapter, came none');
  registerGradients();
  const session = await openWebGpu(adapter, { reason: 'chosen' });
  const all = new Float32Array(await (await fetch('/weights')).arrayBuffer());
  let end = 0;
  const weights = collectWeights((_, shape) => {
    const start = end;
    end += shape.reduce((count, length) => count * length, 1);
    return all.subarray(start, end);
  });
  const encoder = openSentenceEncoder(weights, session);
  const start = performance.now();
  const values = [...(await encoder.embed(texts))];
  const seconds = (performance.now() - start) / 1000;
  encoder.dispose();
  session.dispose();
  return { adapter: session.choice.device, values, seconds };
}

Object.assign(globalThis, { embedOnGpu });
