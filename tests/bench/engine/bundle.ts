// Measures the gzipped size of TensorFlow.js that the worker loads for WASM. Checks that no WebGPU code is part of it.

import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import type { Figure } from './figures.ts';

const root = join(import.meta.dirname, '../../..');
const WORKER = join(root, 'workers/model.worker.ts');
const WASM = join(root, 'src/learning/wasm/open.ts');
const MOST_BYTES = 100_000;

const isLibrary = (module: string) => module.includes('@tensorflow/');
const isWebGpu = (module: string) => module.includes('@tensorflow/tfjs-backend-webgpu');

export async function librarySize(): Promise<Figure[]> {
  const chunks = await buildWorker(() => null);
  const loaded = loadedOnWasm(chunks);
  const library = new Set(loaded.flatMap((chunk) => chunk.moduleIds).filter(isLibrary));
  // Builds again, with only these modules in a separate chunk.
  const apart = await buildWorker((module) => (library.has(module) ? 'library' : null));
  const bytes = sizeOf(apart.filter(({ name }) => name === 'library'));
  const webGpu = chunks.filter((chunk) => chunk.moduleIds.some(isWebGpu));
  const loadedWebGpu = webGpu.filter((chunk) => loaded.includes(chunk));
  return [
    {
      what: 'bundle: script of TensorFlow.js loaded for WASM, gzipped',
      wanted: `≤ ${MOST_BYTES / 1000} kB`,
      measured: `${kilobytes(bytes)} (all that the worker loads: ${kilobytes(sizeOf(loaded))})`,
      isReached: bytes > 0 && bytes <= MOST_BYTES,
    },
    {
      what: 'bundle: chunks with the WebGPU backend, loaded for WASM',
      wanted: 'none',
      measured: `${loadedWebGpu.length} of ${webGpu.length} (${kilobytes(sizeOf(webGpu))})`,
      isReached: webGpu.length > 0 && loadedWebGpu.length === 0,
    },
  ];
}

async function buildWorker(
  chunkOf: (module: string) => string | null,
): Promise<Rolldown.OutputChunk[]> {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: {
        input: WORKER,
        output: {
          format: 'es',
          codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf }] },
        },
      },
    },
  });
  const [bundle] = [output].flat() as [Rolldown.RolldownOutput];
  return bundle.output.filter((part) => part.type === 'chunk');
}

/** Returns the chunks that the worker starts with, and those that it imports to open WASM. */
function loadedOnWasm(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set<Rolldown.OutputChunk>();
  const load = (chunk: Rolldown.OutputChunk) => {
    if (loaded.has(chunk)) return;
    loaded.add(chunk);
    chunk.imports.forEach((file) => load(byFile.get(file)!));
  };
  for (const module of [WORKER, WASM]) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(module));
    if (!chunk) throw new Error(`expected a chunk with ${module}`);
    load(chunk);
  }
  return [...loaded];
}

function sizeOf(chunks: readonly Rolldown.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
