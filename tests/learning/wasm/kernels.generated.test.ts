import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { generatedFile, generateKernels } from '#workers/build/build-kernels.js';

it('is what the AssemblyScript source compiles to', async () => {
  expect(await readFile(generatedFile, 'utf8')).toBe(await generateKernels());
}, 30_000);
