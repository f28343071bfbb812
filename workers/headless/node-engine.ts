import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import { openEngine } from '#learning/engine.ts';
import type { EngineSession } from '#learning/session.ts';

const require = createRequire(import.meta.url);

/**
 * Opens the worker's engine in Node: the same code, with the WASM module of the installed package. Throws AppError
 * backend-unavailable.
 */
export function openNodeEngine(compute: ComputePreference = 'wasm'): Promise<EngineSession> {
  return openEngine(compute, {
    wasmBinary: readWasm,
    gpu: undefined,
    now: () => performance.now(),
    code: 'node',
    verdicts: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
  });
}

async function readWasm(): Promise<ArrayBuffer> {
  const path = require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm');
  const bytes = await readFile(path);
  return new Uint8Array(bytes).buffer;
}
