import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import { recallMapping, rememberMapping } from '#state/data/mapping-memory.ts';

beforeEach(emptyDatabase);

describe('the memory of mappings', () => {
  it('knows nothing at first, then what was confirmed last for the same headers', async () => {
    expect(await recallMapping(['day', 'sold'])).toBeNull();
    await rememberMapping(['day', 'sold'], { fields: { units: 'sold' }, attributes: [] });
    await rememberMapping(['sold', 'day'], { fields: { orders: 'sold' }, attributes: ['day'] });
    expect(await recallMapping(['day', 'sold'])).toEqual({
      mapping: { fields: { orders: 'sold' }, attributes: ['day'] },
      matches: { orders: { header: 'sold', confidence: 'sure', reason: 'remembered' } },
    });
    expect(await recallMapping(['day', 'bought'])).toBeNull();
  });
});
