// Replaces the slow kernels of the WASM backend, below the tape:
//   BatchMatMul  XNNPACK serves only unbatched, untransposed products; all others, so every gradient,
//                use a scalar loop; none skips zeros
//   Sum          transposes first unless the last axis is summed
//   Slice        copies its whole input before it takes the part
//   Identity     copies its input, and the tape clones whatever it saves
//   Softplus     computes one exponential and one logarithm at a time

import {
  broadcast_util,
  getKernel,
  registerKernel,
  unregisterKernel,
  util,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { installFusedKernels } from './fused-kernels.ts';
import { addressOf, type WasmHeap } from './heap.ts';

const FLOAT_BYTES = 4;

type Make = (heap: WasmHeap, stock: KernelFunc) => KernelFunc;

/** Replaces these kernels and installs the fused ones. Cases that ours do not cover go to the original kernels. */
export function installOwnKernels(heap: WasmHeap): void {
  const own: Record<string, Make> = {
    BatchMatMul: matMul,
    Sum: sum,
    Slice: slice,
    Identity: identity,
    Softplus: softplus,
  };
  for (const [kernelName, make] of Object.entries(own)) {
    const stock = getKernel(kernelName, 'wasm').kernelFunc;
    unregisterKernel(kernelName, 'wasm');
    registerKernel({ kernelName, backendName: 'wasm', kernelFunc: make(heap, stock) });
  }
  installFusedKernels(heap);
}

interface ProductSizes {
  readonly outerShape: number[];
  /** Number of matrices in A, in B and in the result; a single matrix is used for all. */
  readonly countA: number;
  readonly countB: number;
  readonly count: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

function matMul(heap: WasmHeap): KernelFunc {
  const transposeLast = lastAxesTransposer(heap);
  return ({ inputs, attrs }) => {
    const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
    const sizes = productSizes(a, b, { transposeA, transposeB });
    // The rows of B must be contiguous; A may have any strides.
    const right = transposeB ? transposeLast(b, sizes) : b;
    const result = heap.backend.makeOutput([...sizes.outerShape, sizes.m, sizes.n], 'float32');
    multiply(heap, sizes, {
      a: addressOf(heap, a),
      b: addressOf(heap, right),
      c: addressOf(heap, result),
      transposeA,
    });
    if (transposeB) heap.backend.disposeData(right.dataId);
    return result;
  };
}

function productSizes(
  a: TensorInfo,
  b: TensorInfo,
  { transposeA, transposeB }: { transposeA: boolean; transposeB: boolean },
): ProductSizes {
  const [rowsA, columnsA] = a.shape.slice(-2) as [number, number];
  const [rowsB, columnsB] = b.shape.slice(-2) as [number, number];
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const [sharedB, n] = transposeB ? [columnsB, rowsB] : [rowsB, columnsB];
  const outerA = a.shape.slice(0, -2);
  const outerB = b.shape.slice(0, -2);
  const outerShape = broadcast_util.assertAndGetBroadcastShape(outerA, outerB);
  const [countA, countB, count] = [outerA, outerB, outerShape].map(util.sizeFromShape) as [
    number,
    number,
    number,
  ];
  const fits = (part: number) => part === count || part === 1;
  if (k !== sharedB || !fits(countA) || !fits(countB)) {
    throw new Error(`expected shapes that multiply, got [${a.shape.join()}] × [${b.shape.join()}]`);
  }
  return { outerShape, countA, countB, count, m, n, k };
}

function multiply(
  heap: WasmHeap,
  { countA, countB, count, m, n, k }: ProductSizes,
  { a, b, c, transposeA }: { a: number; b: number; c: number; transposeA: boolean },
): void {
  if (countB === 1 && countA === count && !transposeA) {
    heap.native.gemm(m * count, n, k, a, k, 1, b, c, heap.scratch); // one tall product
    return;
  }
  const [aRow, aShared] = transposeA ? [1, m] : [k, 1];
  const strideA = countA === 1 ? 0 : FLOAT_BYTES * m * k;
  const strideB = countB === 1 ? 0 : FLOAT_BYTES * k * n;
  const strideC = FLOAT_BYTES * m * n;
  for (let i = 0; i < count; i++) {
    const [left, right, to] = [a + i * strideA, b + i * strideB, c + i * strideC];
    heap.native.gemm(m, n, k, left, aRow, aShared, right, to, heap.scratch);
  }
}

/** Swaps the last two axes with the shipped kernel, which is fast for two and three axes. */
function lastAxesTransposer(heap: WasmHeap): (b: TensorInfo, sizes: ProductSizes) => TensorInfo {
  const { backend, emscripten } = heap;
  const transpose = emscripten.cwrap('Transpose', null, [
    'number',
    'array',
    'number',
    'number',
    'number',
    'array',
    'number',
  ]);
  const idOf = ({ dataId }: TensorInfo) => backend.dataIdMap.get(dataId).id;
  const FLOAT32 = 1; // TensorFlow.js's code for the type
  return (b, { countB, n, k }) => {
    const turned = backend.makeOutput([countB, k, n], 'float32');
    const [shape, order] =
      countB === 1
        ? [
            [n, k],
            [1, 0],
          ]
        : [
            [countB, n, k],
            [0, 2, 1],
          ];
    const rank = shape.length;
    transpose(idOf(b), int32Bytes(shape), rank, FLOAT32, idOf(turned), int32Bytes(order), rank);
    return turned;
  };
}

function int32Bytes(values: number[]): Uint8Array {
  return new Uint8Array(new Int32Array(values).buffer);
}

function sum(heap: WasmHeap, stock: KernelFunc): KernelFunc {
  return (call) => {
    const { x } = call.inputs as { x: TensorInfo };
    const { axis, keepDims } = call.attrs as { axis: number | number[]; keepDims: boolean };
    const axes = util.parseAxisParam(axis, x.shape).sort((p, q) => p - q);
    const first = axes[0];
    const last = axes.at(-1);
    if (first === undefined || last === undefined) return stock(call);
    const isOneRun = last - first === axes.length - 1;
    if (x.dtype !== 'float32' || !isOneRun) return stock(call);
    const outer = x.shape.slice(0, first);
    const inner = x.shape.slice(last + 1);
    const kept = keepDims ? axes.map(() => 1) : [];
    const result = heap.backend.makeOutput([...outer, ...kept, ...inner], 'float32');
    const summed = util.sizeFromShape(x.shape.slice(first, last + 1));
    const [from, to] = [addressOf(heap, x), addressOf(heap, result)];
    heap.native.sumMiddle(util.sizeFromShape(outer), summed, util.sizeFromShape(inner), from, to);
    return result;
  };
}

function slice(heap: WasmHeap, stock: KernelFunc): KernelFunc {
  return (call) => {
    const { x } = call.inputs as { x: TensorInfo };
    const { begin, size } = call.attrs as { begin: number | number[]; size: number | number[] };
    const rank = x.shape.length;
    if (x.dtype !== 'float32' || rank === 0) return stock(call);
    if (!isPerAxis(begin, rank) || !isPerAxis(size, rank)) return stock(call);
    const lengths = size.map((length, i) => (length === -1 ? x.shape[i]! - begin[i]! : length));
    const result = heap.backend.makeOutput(lengths, 'float32');
    copyPart(heap, { x, begin, size: lengths, result });
    return result;
  };
}

function isPerAxis(values: number | number[], rank: number): values is number[] {
  return Array.isArray(values) && values.length === rank;
}

/** Copies row by row; inner axes taken whole are joined into one long row. */
function copyPart(
  heap: WasmHeap,
  {
    x,
    begin,
    size,
    result,
  }: { x: TensorInfo; begin: number[]; size: number[]; result: TensorInfo },
): void {
  const strides = [...util.computeStrides(x.shape), 1]; // in elements
  let axis = size.length - 1;
  while (axis > 0 && size[axis] === x.shape[axis]) axis--;
  const run = size.slice(axis).reduce((product, length) => product * length, 1) * FLOAT_BYTES;
  const bytes = heap.emscripten.HEAPU8;
  let to = addressOf(heap, result);
  const start = addressOf(heap, x);
  const copy = (depth: number, offset: number): void => {
    const from = offset + begin[depth]! * strides[depth]!;
    if (depth === axis) {
      bytes.copyWithin(to, start + from * FLOAT_BYTES, start + from * FLOAT_BYTES + run);
      to += run;
      return;
    }
    for (let i = 0; i < size[depth]!; i++) copy(depth + 1, from + i * strides[depth]!);
  };
  copy(0, 0);
}

function identity(heap: WasmHeap, stock: KernelFunc): KernelFunc {
  return (call) => {
    const { x } = call.inputs as { x: TensorInfo };
    if (x.dtype === 'string') return stock(call);
    heap.backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  };
}

function softplus(heap: WasmHeap): KernelFunc {
  return ({ inputs }) => {
    const { x } = inputs as { x: TensorInfo };
    const result = heap.backend.makeOutput(x.shape, 'float32');
    heap.native.softplus(util.sizeFromShape(x.shape), addressOf(heap, x), addressOf(heap, result));
    return result;
  };
}
