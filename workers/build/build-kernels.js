// npm run build:kernels: compiles the SIMD kernels with and without fused multiply-add, and writes both into a module
// as base64.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const source = fileURLToPath(
  new URL('../../src/learning/wasm/kernels.assembly.ts', import.meta.url),
);
export const generatedFile = fileURLToPath(
  new URL('../../src/learning/wasm/kernels.generated.ts', import.meta.url),
);

/** @returns {Promise<string>} The text of the generated module. */
export async function generateKernels() {
  const relaxed = await compile(['--enable', 'relaxed-simd']);
  const plain = await compile([]);
  return [
    '// Written by `npm run build:kernels` from kernels.assembly.ts; do not edit.',
    `export const RELAXED =\n  '${relaxed}';`,
    `export const PLAIN =\n  '${plain}';`,
    '',
  ].join('\n');
}

/**
 * @param {string[]} features
 * @returns {Promise<string>} base64
 */
async function compile(features) {
  const text = await readFile(source, 'utf8');
  let binary = new Uint8Array();
  const fixed =
    'kernels.ts -o kernels.wasm -O3 --runtime stub --noAssert --importMemory --initialMemory 1 --enable simd';
  const { error } = await asc.main([...fixed.split(' '), ...features], {
    readFile: (name) => (name === 'kernels.ts' ? text : null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = Uint8Array.from(contents);
    },
    listFiles: () => [],
    stderr: process.stderr,
  });
  if (error) throw new Error('expected the kernels to compile', { cause: error });
  return Buffer.from(binary).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(generatedFile, await generateKernels());
}
