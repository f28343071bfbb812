// Runs in a worker of the browser. Performs the bench's tasks, called by name, on the app's own engine.

import {
  backend,
  concat,
  dispose,
  memory,
  reshape,
  tensor,
  tidy,
  valueAndGrads,
  type MemoryInfo,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { FitSettings, NetShape } from '#core/model/net/net.ts';
import { segments } from '#core/model/net/net-layout.ts';
import { seededRandom } from '#core/base/random.ts';
import { openCpu } from '#learning/cpu/open.ts';
import { DropoutMasks } from '#learning/dropout.ts';
import { fitNet } from '#learning/fit-net.ts';
import { registerGradients } from '#learning/gradients.ts';
import { loss, networkConstants, optimiserScale } from '#learning/network.ts';
import { rowTensors } from '#learning/row-tensors.ts';
import type { EngineSession } from '#learning/session.ts';
import { openWasm } from '#learning/wasm/open.ts';
import { openWebGpu } from '#learning/webgpu/open.ts';
import { breathe } from '#workers/runtime/breathe.ts';
import { answerTasks } from './answer-tasks.ts';
import { maskPool, OFFSETS, SETTINGS, SHAPE, startingPoint, syntheticRows } from './problem.ts';

const why = { reason: 'chosen', device: '' } as const;
let session: EngineSession | undefined;

function opened(): EngineSession {
  if (!session) throw new Error('expected an open session');
  return session;
}

/** Opens a backend and returns the description of its device. */
async function open(backend: 'wasm' | 'plain-wasm' | 'cpu' | 'webgpu'): Promise<string> {
  session?.dispose();
  registerGradients();
  session = await openBackend(backend);
  return session.choice.device;
}

async function openBackend(backend: Parameters<typeof open>[0]): Promise<EngineSession> {
  if (backend === 'cpu') return openCpu(why);
  if (backend === 'webgpu') {
    const adapter = await navigator.gpu.requestAdapter();
    if (!adapter) throw new Error('expected a WebGPU adapter, came none');
    return openWebGpu(adapter, { reason: 'chosen' });
  }
  const binary = await (await fetch('/tfjs.wasm')).arrayBuffer();
  return openWasm({ ...why, binary, kernels: backend === 'wasm' ? 'relaxed' : 'plain' });
}

async function hasAdapter(): Promise<boolean> {
  return (await navigator.gpu.requestAdapter()) !== null;
}

function stepInput(rowCount: number) {
  const rows = syntheticRows(SHAPE, rowCount);
  const start = startingPoint(SHAPE);
  const optimiser = opened().createOptimiser(
    { theta: start, scale: optimiserScale(SHAPE), segments: segments(SHAPE) },
    SETTINGS,
  );
  return { rows, optimiser, constants: networkConstants(SHAPE, OFFSETS) };
}

/** Returns loss and gradient at the starting point, on the first rows, with masks cut from the pool at these places. */
async function lossAndGradient(
  rowCount: number,
  starts: readonly number[],
): Promise<{ loss: number; gradient: number[] }> {
  const { batch } = SETTINGS;
  const { rows, optimiser, constants } = stepInput(rowCount);
  const pool = maskPool(SHAPE, batch);
  const cut = (start: number, columns: number) => {
    const shape = [SHAPE.members, batch, columns];
    return tensor(pool.slice(start, start + SHAPE.members * batch * columns), shape);
  };
  const [value, gradient] = tidy((): [Tensor, Tensor] => {
    const input = {
      rows: rowTensors(rows, SHAPE, [...Array(batch).keys()]),
      constants,
      masks: {
        hidden1: cut(starts[0]!, SHAPE.width),
        hidden2: cut(starts[1]!, SHAPE.width),
        skip: cut(starts[2]!, SHAPE.inputs),
      },
    };
    const lossOf = (...parameters: Tensor[]) => loss(SHAPE, parameters, input);
    const { value, grads } = valueAndGrads(lossOf)(optimiser.parameters());
    return [value, concat(grads.map((part) => reshape(part, [part.size])))];
  });
  const answer = {
    loss: (await opened().read(value))[0]!,
    gradient: [...(await opened().read(gradient))],
  };
  optimiser.dispose();
  dispose([constants.gather, constants.offsets]);
  return answer;
}

type Stepper = () => Tensor;
let stepper: Stepper | undefined;

/** Prepares a training step like that of `fitNet`: rows copied, masks cut, forward, backward, AdamW with clipping. */
function prepareSteps(rowCount: number): void {
  const { batch } = SETTINGS;
  const { rows, optimiser, constants } = stepInput(rowCount);
  const random = seededRandom(2);
  const masks = new DropoutMasks(SHAPE, batch, { dropout: SETTINGS.dropout, random });
  stepper = () =>
    tidy(() => {
      const indexes = Uint32Array.from({ length: batch }, () => Math.floor(random() * rowCount));
      const input = { rows: rowTensors(rows, SHAPE, indexes), constants, masks: masks.next() };
      const lossOf = (...parameters: Tensor[]) => loss(SHAPE, parameters, input);
      const { value, grads } = valueAndGrads(lossOf)(optimiser.parameters());
      optimiser.step(grads, SETTINGS.learningRate);
      return value;
    });
}

/** Returns the milliseconds of each step. Each loss is read, as at the end of the training loop. */
async function timeSteps(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const [value] = await opened().read(stepper!());
    if (!Number.isFinite(value)) throw new Error(`expected a finite loss, came ${value}`);
    times.push(performance.now() - start);
  }
  return times;
}

/** Counts the dispatches of one step on the GPU, including those of the optimiser. */
async function countDispatches(): Promise<number> {
  const pass: { dispatchWorkgroups: (this: unknown, ...sizes: number[]) => void } =
    GPUComputePassEncoder.prototype;
  const original = pass.dispatchWorkgroups;
  let count = 0;
  pass.dispatchWorkgroups = function (...sizes) {
    count++;
    original.apply(this, sizes);
  };
  try {
    await opened().read(stepper!());
    return count;
  } finally {
    pass.dispatchWorkgroups = original;
  }
}

export interface TrainingRequest {
  readonly shape: NetShape;
  readonly settings: FitSettings;
  readonly rowCount: number;
  /** Number of rows in the validation set, which is evaluated after each epoch. */
  readonly validationCount?: number;
  /** Epoch after which an AbortSignal ends the training. */
  readonly abortAfter?: number;
}

/** Cost of an epoch, and memory in use after it. */
export interface EpochCost {
  /** Validation loss; null without a validation set. */
  readonly validation: number | null;
  readonly seconds: number;
  readonly tensors: number;
  readonly heapBytes: number;
  readonly gpuBytes: number;
}

/** Trains and returns the cost of each epoch. The last entry is measured after the end. */
async function train(request: TrainingRequest): Promise<EpochCost[]> {
  const { shape, settings, rowCount, validationCount, abortAfter } = request;
  const rows = syntheticRows(shape, rowCount);
  const stop = new AbortController();
  const costs: EpochCost[] = [];
  let began = performance.now();
  const note = (validation: number | null = null) => {
    const now = performance.now();
    costs.push({ seconds: (now - began) / 1000, validation, ...memoryInUse() });
    began = now;
  };
  const fitted = fitNet(rows, {
    ...{ shape, settings, session: opened() },
    offsets: shape.heads.map(() => 0),
    random: seededRandom(1),
    stop: stop.signal,
    pause: breathe,
    validation: validationCount ? syntheticRows(shape, validationCount) : undefined,
    onEpoch: ({ epoch, validation }) => {
      note(validation);
      if (epoch === abortAfter) stop.abort();
    },
  });
  if (abortAfter === undefined) await fitted;
  else await fitted.then(() => fail('expected the training to be stopped'), rethrowUnlessAborted);
  note();
  return costs;
}

function fail(message: string): never {
  throw new Error(message);
}

function rethrowUnlessAborted(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}

function memoryInUse(): Omit<EpochCost, 'seconds' | 'validation'> {
  const { numTensors, numBytesInGPU = 0 } = memory() as MemoryInfo & { numBytesInGPU?: number };
  const { wasm } = backend() as { wasm?: { HEAPU8: Uint8Array } };
  return { tensors: numTensors, heapBytes: wasm?.HEAPU8.length ?? 0, gpuBytes: numBytesInGPU };
}

export const tasks = {
  hasAdapter,
  open,
  lossAndGradient,
  prepareSteps,
  timeSteps,
  countDispatches,
  train,
};

answerTasks(tasks);
