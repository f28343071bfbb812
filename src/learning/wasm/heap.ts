// Runs our SIMD module on the memory of TensorFlow.js's WASM backend, using the few private parts of that backend that
// this needs.

import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { PLAIN, RELAXED } from './kernels.generated.ts';

/** The exports of kernels.assembly.ts. Addresses are in bytes, strides in elements. */
interface NativeKernels {
  gemm(
    m: number,
    n: number,
    k: number,
    a: number,
    aRow: number,
    aShared: number,
    b: number,
    c: number,
    scratch: number,
  ): void;
  scratchBytes(): number;
  prepareScratch(scratch: number): void;
  sumMiddle(outer: number, n: number, inner: number, x: number, y: number): void;
  softplus(n: number, x: number, y: number): void;
  sumSquares(n: number, gradient: number, scale: number): number;
  adamw(
    n: number,
    theta: number,
    first: number,
    second: number,
    gradient: number,
    scale: number,
    clip: number,
    beta1: number,
    beta2: number,
    stepSize: number,
    rootFactor: number,
    epsilon: number,
    keep: number,
  ): void;
  memberWeights(
    inputs: number,
    members: number,
    width: number,
    weights: number,
    signs: number,
    y: number,
  ): void;
  memberWeightsGradient(
    inputs: number,
    members: number,
    width: number,
    dy: number,
    weights: number,
    signs: number,
    dWeights: number,
    dSigns: number,
  ): void;
  activate(
    members: number,
    rows: number,
    width: number,
    rowsFirst: number,
    x: number,
    scale: number,
    bias: number,
    gain: number,
    mask: number,
    y: number,
  ): void;
  activateGradient(
    members: number,
    rows: number,
    width: number,
    rowsFirst: number,
    x: number,
    scale: number,
    bias: number,
    gain: number,
    mask: number,
    dy: number,
    dX: number,
    dScale: number,
    dBias: number,
    dGain: number,
  ): void;
  sumWithBias(
    members: number,
    rows: number,
    outputs: number,
    a: number,
    b: number,
    bias: number,
    y: number,
  ): void;
  signColumn(lines: number, outputs: number, sign: number, shift: number, x: number): void;
  signColumnGradient(
    members: number,
    rows: number,
    outputs: number,
    sign: number,
    shift: number,
    a: number,
    b: number,
    bias: number,
    dy: number,
  ): void;
  headSums(
    members: number,
    rows: number,
    outputs: number,
    heads: number,
    y: number,
    phi: number,
    gather: number,
    offsets: number,
    z: number,
  ): void;
  headSumsGradient(
    members: number,
    rows: number,
    outputs: number,
    heads: number,
    dy: number,
    phi: number,
    gather: number,
    result: number,
  ): void;
  likelihood(
    members: number,
    size: number,
    z: number,
    soft: number,
    square: number,
    target: number,
    constant: number,
  ): number;
  likelihoodGradient(
    members: number,
    size: number,
    factor: number,
    z: number,
    soft: number,
    square: number,
    target: number,
    dZ: number,
  ): void;
}

/** The parts of Emscripten's module in TensorFlow.js 4.22 that are used. */
export interface EmscriptenModule {
  readonly asm?: { readonly memory?: WebAssembly.Memory };
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  _malloc(sizeBytes: number): number;
  _free(address: number): void;
  cwrap(
    name: string,
    result: 'number' | null,
    parameters: readonly ('number' | 'array')[],
  ): (...values: unknown[]) => unknown;
}

export interface WasmHeap {
  readonly backend: BackendWasm;
  readonly emscripten: EmscriptenModule;
  readonly native: NativeKernels;
  /** Address of `gemm`'s working memory. */
  readonly scratch: number;
}

/**
 * Connects our module to the backend. Null where the backend is not as expected; everything then runs on its own
 * kernels, about fourteen times slower.
 */
export async function openHeap(
  backend: BackendWasm,
  options: { readonly allowRelaxedSimd: boolean },
): Promise<WasmHeap | null> {
  const emscripten = backend.wasm as unknown as EmscriptenModule; // its own types lack `asm`
  const memory = emscripten.asm?.memory;
  if (memory?.buffer !== emscripten.HEAPU8.buffer) return null;
  const variants = options.allowRelaxedSimd ? [RELAXED, PLAIN] : [PLAIN];
  const code = variants.map(decodeBase64).find((bytes) => WebAssembly.validate(bytes));
  if (code === undefined) return null;
  const { instance } = await WebAssembly.instantiate(code, { env: { memory } });
  const native = instance.exports as unknown as NativeKernels; // as exported by kernels.assembly.ts
  const scratch = emscripten._malloc(native.scratchBytes()) >>> 0;
  native.prepareScratch(scratch);
  return { backend, emscripten, native, scratch };
}

/** Returns whether this environment can run WASM with SIMD. */
export function isSimdSupported(): boolean {
  return WebAssembly.validate(decodeBase64(PLAIN));
}

/** Returns the tensor's byte address. It may change when the heap frees a tensor, so do not keep it. */
export function addressOf(heap: WasmHeap, tensor: TensorInfo): number {
  return heap.backend.getMemoryOffset(tensor.dataId);
}

/** Returns the bytes that a text holds in base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
