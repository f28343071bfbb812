import { expect, it } from 'vitest';
import { registerGradients } from '#learning/gradients.ts';
import { isSameFingerprint, takeFingerprint } from '#learning/parity.ts';
import { openWasm } from '#learning/wasm/open.ts';
import { expectNoTensorLeak, readWasmBinary, withSession } from './support.ts';

it('recognises a backend that computes as the CPU does', async () => {
  const reference = await withSession('cpu', takeFingerprint);
  const candidate = await withSession('wasm', takeFingerprint);
  expect(isSameFingerprint(candidate, reference)).toBe(true);
});

it('recognises WASM without our kernels, which plain JavaScript then stands in for', async () => {
  const reference = await withSession('cpu', takeFingerprint);
  registerGradients();
  const binary = await readWasmBinary();
  const session = await openWasm({ binary, reason: 'chosen', device: '', kernels: 'shipped' });
  const candidate = await takeFingerprint(session).finally(() => session.dispose());
  expect(session.choice.fastKernels).toBe(false);
  expect(isSameFingerprint(candidate, reference)).toBe(true);
});

it('refuses wrong numbers in any part, and numbers that are none', async () => {
  const reference = await withSession('wasm', takeFingerprint);
  const changes = [(value: number) => value * 1.01, (value: number) => value + Number.NaN, () => 0];
  reference.forEach((_, wrong) => {
    for (const change of changes) {
      const candidate = reference.map((part, i) => (i === wrong ? part.map(change) : part));
      expect(isSameFingerprint(candidate, reference)).toBe(false);
    }
  });
});

it('leaves no tensors behind', async () => {
  await withSession('wasm', async (session) => {
    await expectNoTensorLeak(() => takeFingerprint(session));
  });
});
