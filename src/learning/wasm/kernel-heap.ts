// WASM memory of its own for kernels that TensorFlow.js knows nothing of. Without fused multiply-add, so that the same
// launches give the same model on every machine.

import { decodeBase64 } from './heap.ts';
import { PLAIN } from './kernels.generated.ts';

/** What a heap holds: one at a time, because a memory keeps its address space long after its last use. */
export interface HeapContent {
  readonly byteCount: number;
  write(memory: ArrayBuffer): void;
}

const PAGE_BYTES = 65_536;
let compiled: WebAssembly.Module | null | undefined;

/** Returns the compiled kernels; null where the browser has no SIMD. */
function plainKernels(): WebAssembly.Module | null {
  if (compiled === undefined) {
    const bytes = decodeBase64(PLAIN);
    compiled = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
  }
  return compiled;
}

/**
 * Returns a function that opens a heap at its first call and keeps it; it returns null where the browser has no SIMD.
 */
export function kernelHeap<Kernels>(): () => KernelHeap<Kernels> | null {
  let heap: KernelHeap<Kernels> | null = null;
  return () => {
    const module = plainKernels();
    return (heap ??= module && new KernelHeap<Kernels>(module));
  };
}

export class KernelHeap<Kernels> {
  readonly kernels: Kernels;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  #held: HeapContent | null = null;

  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.kernels = exports as unknown as Kernels; // as exported by kernels.assembly.ts
  }

  /** Returns the memory, with the content written into it. */
  holding(content: HeapContent): ArrayBuffer {
    const missing = content.byteCount - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    if (this.#held !== content) content.write(this.#memory.buffer);
    this.#held = content;
    return this.#memory.buffer;
  }
}
