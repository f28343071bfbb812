import { emptyDatabase } from '../../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { storedAdapterChecks } from '#workers/model/engine/stored-adapter-checks.ts';

beforeEach(emptyDatabase);

const raced = (webgpuMs: number) => ({ isTrusted: true, race: { webgpuMs, wasmMs: 9 } });

it('remembers what was found last, by adapter', async () => {
  expect(await storedAdapterChecks.load('a')).toBeUndefined();
  await storedAdapterChecks.save('a', { isTrusted: false, race: null });
  await storedAdapterChecks.save('b', raced(3));
  await storedAdapterChecks.save('a', raced(5));
  expect(await storedAdapterChecks.load('a')).toEqual(raced(5));
  expect(await storedAdapterChecks.load('b')).toEqual(raced(3));
});

it('forgets the oldest', async () => {
  for (const [i, key] of ['a', 'b', 'c', 'd', 'e'].entries())
    await storedAdapterChecks.save(key, raced(i));
  expect(await storedAdapterChecks.load('a')).toBeUndefined();
  expect(await storedAdapterChecks.load('b')).toEqual(raced(1));
});
