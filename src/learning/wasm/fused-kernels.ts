// The network's own operations on the WASM heap, each in one pass over memory by our SIMD module.

import { registerKernel, util, unregisterKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import {
  ACTIVATE,
  ACTIVATE_GRADIENT,
  HEAD_SUMS,
  HEAD_SUMS_GRADIENT,
  LIKELIHOOD,
  LIKELIHOOD_GRADIENT,
  MEMBER_WEIGHTS,
  MEMBER_WEIGHTS_GRADIENT,
  SIGNED_SUM,
  SIGNED_SUM_GRADIENT,
  activateInputs,
  type ActivateSizes,
  type SignedOutput,
} from '../fused-operations.ts';
import { addressOf, type WasmHeap } from './heap.ts';

const FLOAT_BYTES = 4;

type Inputs = Readonly<Record<string, TensorInfo>>;
type Kernel = (heap: WasmHeap, inputs: Inputs, attributes: unknown) => TensorInfo | TensorInfo[];

/** Replaces the plain kernels. */
export function installFusedKernels(heap: WasmHeap): void {
  for (const [kernelName, kernel] of Object.entries(kernels)) {
    unregisterKernel(kernelName, 'wasm');
    registerKernel({
      kernelName,
      backendName: 'wasm',
      kernelFunc: ({ inputs, attrs }) => kernel(heap, inputs as Inputs, attrs),
    });
  }
}

const kernels: Record<string, Kernel> = {
  [MEMBER_WEIGHTS]: (heap, { weights, signs }) => {
    const [inputs, members] = signs!.shape as [number, number];
    const width = weights!.shape[2]!;
    const y = made(heap, [inputs, members, width]);
    const [from, by, to] = addresses(heap, [weights!, signs!, y]);
    heap.native.memberWeights(inputs, members, width, from, by, to);
    return y;
  },

  [MEMBER_WEIGHTS_GRADIENT]: (heap, { dy, weights, signs }) => {
    const [inputs, members, width] = dy!.shape as [number, number, number];
    const [dWeights, dSigns] = [made(heap, weights!.shape), made(heap, signs!.shape)];
    heap.native.memberWeightsGradient(
      inputs,
      members,
      width,
      ...addresses(heap, [dy!, weights!, signs!, dWeights, dSigns]),
    );
    return [dWeights, dSigns];
  },

  [ACTIVATE]: (heap, inputs, attributes) => {
    const { x, scale, bias, gain, mask } = activateInputs<TensorInfo>(inputs, attributes);
    const { members, rows, width, rowsFirst } = attributes as ActivateSizes;
    const y = made(heap, [members, rows, width]);
    heap.native.activate(
      members,
      rows,
      width,
      Number(rowsFirst),
      ...addresses(heap, [x, scale, bias, gain, mask, y]),
    );
    return y;
  },

  [ACTIVATE_GRADIENT]: (heap, { x, scale, bias, gain, mask, dy }, attributes) => {
    const { members, rows, width, rowsFirst } = attributes as ActivateSizes;
    const [dX, dScale, dBias] = [x!, scale!, bias!].map(({ shape }) => made(heap, shape)) as Three;
    const dGain = gain && made(heap, gain.shape);
    heap.native.activateGradient(
      members,
      rows,
      width,
      Number(rowsFirst),
      ...addresses(heap, [x, scale, bias, gain, mask, dy, dX, dScale, dBias, dGain]),
    );
    return dGain ? [dX, dScale, dBias, dGain] : [dX, dScale, dBias];
  },

  [SIGNED_SUM]: (heap, { a, b, bias }, attributes) => {
    const [members, rows, outputs] = a!.shape as [number, number, number];
    const y = made(heap, a!.shape);
    const places = addresses(heap, [a!, b!, bias!, y]);
    heap.native.sumWithBias(members, rows, outputs, ...places);
    for (const { output, sign, shift } of signsOf(attributes)) {
      const column = places[3] + FLOAT_BYTES * output;
      heap.native.signColumn(members * rows, outputs, sign, shift, column);
    }
    return y;
  },

  [SIGNED_SUM_GRADIENT]: (heap, { a, b, bias, dy }, attributes) => {
    const [members, rows, outputs] = a!.shape as [number, number, number];
    const result = made(heap, a!.shape);
    const [slopes, to] = addresses(heap, [dy!, result]);
    const size = FLOAT_BYTES * util.sizeFromShape(a!.shape);
    heap.emscripten.HEAPU8.copyWithin(to, slopes, slopes + size);
    for (const { output, sign, shift } of signsOf(attributes)) {
      const columns = addresses(heap, [a!, b!, bias!, result]).map(
        (address) => address + FLOAT_BYTES * output,
      ) as Four;
      heap.native.signColumnGradient(members, rows, outputs, sign, shift, ...columns);
    }
    return result;
  },

  [HEAD_SUMS]: (heap, { y, phi, gather, offsets }) => {
    const [members, rows, outputs] = y!.shape as [number, number, number];
    const heads = gather!.shape[0]!;
    const z = made(heap, [members, rows, heads]);
    heap.native.headSums(
      members,
      rows,
      outputs,
      heads,
      ...addresses(heap, [y!, phi!, gather!, offsets!, z]),
    );
    return z;
  },

  [HEAD_SUMS_GRADIENT]: (heap, { dy, phi, gather }) => {
    const [members, rows, heads] = dy!.shape as [number, number, number];
    const outputs = phi!.shape[1]!;
    const result = made(heap, [members, rows, outputs]);
    heap.native.headSumsGradient(
      members,
      rows,
      outputs,
      heads,
      ...addresses(heap, [dy!, phi!, gather!, result]),
    );
    return result;
  },

  [LIKELIHOOD]: (heap, { z, soft, square, target, constant }) => {
    const [members, rows, heads] = z!.shape as [number, number, number];
    const result = made(heap, []);
    const [to, ...places] = addresses(heap, [result, z!, soft!, square!, target!, constant!]);
    const sum = heap.native.likelihood(members, rows * heads, ...places);
    new Float32Array(heap.emscripten.HEAPU8.buffer, to, 1)[0] = sum / (members * rows);
    return result;
  },

  [LIKELIHOOD_GRADIENT]: (heap, { dy, z, soft, square, target }) => {
    const [members, rows, heads] = z!.shape as [number, number, number];
    const result = made(heap, z!.shape);
    const [slope, ...places] = addresses(heap, [dy!, z!, soft!, square!, target!, result]);
    const [factor] = new Float32Array(heap.emscripten.HEAPU8.buffer, slope, 1);
    const size = rows * heads;
    heap.native.likelihoodGradient(members, size, factor! / (members * rows), ...places);
    return result;
  },
};

type Three = [TensorInfo, TensorInfo, TensorInfo];
type Four = [number, number, number, number];

/** Allocates a tensor without clearing it. */
function made(heap: WasmHeap, shape: number[]): TensorInfo {
  return heap.backend.makeOutput(shape, 'float32');
}

/** Returns the tensors' byte addresses; 0 for a missing tensor. */
function addresses<T extends readonly (TensorInfo | undefined)[]>(
  heap: WasmHeap,
  tensors: readonly [...T],
): { [K in keyof T]: number } {
  const found = tensors.map((tensor) => (tensor ? addressOf(heap, tensor) : 0));
  return found as { [K in keyof T]: number }; // one for each
}

function signsOf(attributes: unknown): readonly SignedOutput[] {
  return (attributes as { signed: readonly SignedOutput[] }).signed;
}
