import { expect, it } from 'vitest';
import { fit, randomRows, smallShape, withSession } from './support.ts';

it.each(['cpu', 'wasm'] as const)(
  'gives the same weights for the same seed on %s',
  async (name) => {
    await withSession(name, async (session) => {
      const rows = randomRows(smallShape, 20);
      const first = await fit(rows, { session, shape: smallShape });
      const second = await fit(rows, { session, shape: smallShape });
      expect(second.theta).toEqual(first.theta);
    });
  },
);
