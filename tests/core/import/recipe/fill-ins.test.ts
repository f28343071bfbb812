import { describe, expect, it } from 'vitest';
import { countFillIns, mergeFillIns } from '#core/import/recipe/fill-ins.ts';

describe('mergeFillIns', () => {
  it('lays later ones over earlier ones, and takes away what is emptied', () => {
    const earlier = { channel: { 2: 'Web', 3: 'Fair' }, adSpend: { 2: '10' } };
    const merged = mergeFillIns(earlier, { channel: { 3: 'Shop', 4: 'Web' }, adSpend: { 2: '' } });
    expect(merged).toEqual({ channel: { 2: 'Web', 3: 'Shop', 4: 'Web' } });
    expect(countFillIns(merged)).toBe(3);
  });
});
