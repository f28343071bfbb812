import { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import createModule, {
  type BackendWasmModule,
} from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';
import type { ChoiceReason } from '#core/model/training/training-report.ts';
import { ArrayAdamW } from '../optimiser.ts';
import { startBackend, stopBackend, takeValues, type EngineSession } from '../session.ts';
import { HeapAdamW } from './heap-adamw.ts';
import { openHeap, type EmscriptenModule } from './heap.ts';
import { wasmKernels } from './kernels.ts';
import { installOwnKernels } from './own-kernels.ts';

interface WasmOptions extends ChoiceReason {
  /** tfjs-backend-wasm-simd.wasm, without threads. */
  readonly binary: ArrayBuffer;
  /** 'shipped' leaves the backend as it is, for comparison. */
  readonly kernels: 'relaxed' | 'plain' | 'shipped';
}

/**
 * Opens the WASM backend, with our kernels unless 'shipped' or unavailable. Throws what the browser throws where the
 * module does not start; `openEngine` translates it.
 */
export async function openWasm(options: WasmOptions): Promise<EngineSession> {
  const { binary, kernels, ...why } = options;
  const backend = new BackendWasm(await startModule(binary));
  const emscripten = backend.wasm as unknown as EmscriptenModule; // its own types lack the heap
  const heap =
    kernels === 'shipped'
      ? null
      : await openHeap(backend, { allowRelaxedSimd: kernels === 'relaxed' });
  await startBackend('wasm', wasmKernels, backend);
  if (heap !== null) installOwnKernels(heap);
  return {
    choice: { name: 'wasm', ...why, fastKernels: heap !== null },
    stepsPerBreath: heap === null ? 1 : 4,
    createOptimiser: (start, adamw) =>
      heap === null ? new ArrayAdamW(start, adamw) : new HeapAdamW(heap, start, adamw),
    read: takeValues,
    settle: () => Promise.resolve(),
    memoryBytes: () => emscripten.HEAPU8.length,
    check: () => undefined,
    dispose: () => stopBackend('wasm'),
  };
}

/**
 * Does what the backend's own `init` does, which would fetch the binary from a place that only the caller knows. Here
 * the binary is passed in, so that Node and browsers work alike.
 */
async function startModule(binary: ArrayBuffer): Promise<BackendWasmModule> {
  if (!WebAssembly.validate(binary)) throw new Error('expected a WASM module'); // Emscripten would only print an error
  // Emscripten's option of this name is missing from the types.
  const module = await createModule({ wasmBinary: binary } as object);
  const emscripten = module as unknown as EmscriptenModule;
  // TensorFlow.js calls these with numbers only, as its own types declare.
  module.tfjs = {
    init: emscripten.cwrap('init', null, []),
    initWithThreadsCount: emscripten.cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: emscripten.cwrap('get_threads_count', 'number', []),
    registerTensor: emscripten.cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: emscripten.cwrap('dispose_data', null, ['number']),
    dispose: emscripten.cwrap('dispose', null, []),
  } as BackendWasmModule['tfjs'];
  return module;
}
