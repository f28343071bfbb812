import { emptyDatabase } from '../../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { storedVerdicts } from '#workers/model/engine/stored-adapter-checks.ts';

beforeEach(emptyDatabase);

const raced = (webgpuMs: number) => ({ isTrusted: true, race: { webgpuMs, wasmMs: 9 } });

it('remembers what was found last, by adapter', async () => {
  expect(await storedVerdicts.load('a')).toBeUndefined();
  await storedVerdicts.save('a', { isTrusted: false, race: null });
  await storedVerdicts.save('b', raced(3));
  await storedVerdicts.save('a', raced(5));
  expect(await storedVerdicts.load('a')).toEqual(raced(5));
  expect(await storedVerdicts.load('b')).toEqual(raced(3));
});

it('forgets the oldest', async () => {
  for (const [i, key] of ['a', 'b', 'c', 'd', 'e'].entries())
    await storedVerdicts.save(key, raced(i));
  expect(await storedVerdicts.load('a')).toBeUndefined();
  expect(await storedVerdicts.load('b')).toEqual(raced(1));
});
