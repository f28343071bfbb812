import { expect, it } from 'vitest';
import { stepTimeMs, warmUp } from '#learning/step-race.ts';
import { expectNoTensorLeak, withSession } from './support.ts';

it('takes the best epoch, by the clock that it is given', async () => {
  const readings = [0, 400, 480, 1_480, 1_520];
  await withSession('wasm', async (session) => {
    expect(await stepTimeMs(session, () => readings.shift()!)).toBe(10);
  });
  expect(readings).toEqual([]);
});

it('leaves no tensors behind', async () => {
  await withSession('wasm', (session) => expectNoTensorLeak(() => warmUp(session)));
});
