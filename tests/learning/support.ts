import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { memory } from '@tensorflow/tfjs-core';
import { expect, vi } from 'vitest';
import type { AdapterChecks } from '#core/model/training/adapter-check.ts';
import type { BackendName } from '#core/model/training/training-report.ts';
import {
  outputCount,
  type FitSettings,
  type NetShape,
  type TrainingRows,
} from '#core/model/net/net.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import { openEngine, type EngineSession, type EngineSources } from '#learning/engine.ts';
import { fitNet } from '#learning/fit-net.ts';
import type { FitOptions } from '#learning/fit-options.ts';

vi.setConfig({ testTimeout: 30_000 }); // on a busy machine training takes longer than the default

export async function readWasmBinary(): Promise<ArrayBuffer> {
  const file = createRequire(import.meta.url).resolve(
    '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  );
  const bytes = await readFile(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** Nothing is remembered. */
export const noVerdicts: AdapterChecks = {
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
};

export const engineSources: EngineSources = {
  wasmBinary: readWasmBinary,
  gpu: undefined,
  now: () => performance.now(),
  code: 'test',
  verdicts: noVerdicts,
};

export function openSession(name: BackendName): Promise<EngineSession> {
  return openEngine(name, engineSources);
}

export async function withSession<T>(
  name: BackendName,
  use: (session: EngineSession) => Promise<T>,
): Promise<T> {
  const session = await openSession(name);
  try {
    return await use(session);
  } finally {
    session.dispose();
  }
}

/** Two outcome heads of one basis, and a habit head. */
export const smallShape: NetShape = {
  inputs: 3,
  members: 2,
  width: 5,
  hasSkip: true,
  heads: [
    { name: 'impressions', basis: 3, signed: [{ column: 2, sign: 1, start: 0.1 }] },
    { name: 'clickRate', basis: 3, signed: [{ column: 1, sign: -1, start: 0.3 }] },
    { name: 'price', basis: 1 },
  ],
};

/** A network that leaves what is linear to the ridge. */
export const withoutSkip: NetShape = { ...smallShape, hasSkip: false };

/** Rows whose every likelihood term is in use. */
export function randomRows(shape: NetShape, rowCount: number, seed = 1): TrainingRows {
  const random = seededRandom(seed);
  const values = (columns: number, value: () => number) =>
    Float32Array.from({ length: rowCount * columns }, value);
  const headCount = shape.heads.length;
  return {
    rowCount,
    x: values(shape.inputs, () => 2 * random() - 1),
    phi: values(outputCount(shape), () => 2 * random() - 1),
    soft: values(headCount, random),
    square: values(headCount, random),
    target: values(headCount, () => 2 * random() - 1),
    constant: values(headCount, random),
  };
}

export function randomVector(length: number, random: Random): Float32Array {
  return Float32Array.from({ length }, () => 2 * random() - 1);
}

export const settings: FitSettings = {
  epochs: 4,
  batch: 8,
  learningRate: 3e-3,
  weightDecay: 0.05,
  dropout: 0.1,
  clipNorm: 1,
};

export const neverStop = { aborted: false, throwIfAborted: () => undefined };

export function fit(
  rows: TrainingRows,
  options: Partial<FitOptions> & Pick<FitOptions, 'session' | 'shape'>,
): ReturnType<typeof fitNet> {
  return fitNet(rows, {
    offsets: options.shape.heads.map(() => 0),
    settings,
    random: seededRandom(1),
    stop: neverStop,
    pause: () => Promise.resolve(),
    onEpoch: () => undefined,
    ...options,
  });
}

export function norm(values: ArrayLike<number>): number {
  return Math.hypot(...Array.from(values));
}

/** ‖a − b‖ / ‖b‖ */
export function relativeDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return norm(Array.from(a, (value, i) => value - b[i]!)) / norm(b);
}

export async function expectNoTensorLeak(use: () => Promise<unknown>): Promise<void> {
  const before = { tensors: memory().numTensors, buffers: memory().numDataBuffers };
  await use();
  expect({ tensors: memory().numTensors, buffers: memory().numDataBuffers }).toEqual(before);
}
