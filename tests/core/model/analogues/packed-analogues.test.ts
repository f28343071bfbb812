import { expect, it } from 'vitest';
import { packAnalogues, unpackAnalogues } from '#core/model/analogues/packed-analogues.ts';
import { randomAnalogues } from './support.ts';

it('come back as they were fitted', () => {
  const { analogues } = randomAnalogues(2, 40);
  const packed = packAnalogues(analogues);
  expect(packed.actions).toBeInstanceOf(Uint16Array);
  expect(unpackAnalogues(packed)).toEqual(analogues);
});
