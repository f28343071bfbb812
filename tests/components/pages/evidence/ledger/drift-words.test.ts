import { describe, expect, it } from 'vitest';
import {
  errorWords,
  findingWords,
  shiftWords,
} from '#components/pages/evidence/ledger/drift-words.ts';
import { errorDrift } from '#core/evaluation/drift/error-drift.ts';
import type { InputShift } from '#core/evaluation/drift/input-drift.ts';

const shift = (change: Partial<InputShift>): InputShift => ({
  ...{ input: 'price', statistic: 0.4, chance: 0.001, adjustedChance: 0.005, stability: 0.3 },
  ...{ factor: 1.5, level: null, isClear: true, ...change },
});

describe('shiftWords', () => {
  it('say what changed most', () => {
    expect(shiftWords(shift({}))).toBe('Prices compared with before: ×\u00A01.50.');
    const level = { name: 'Fair', before: 0.1, now: 0.45 };
    expect(shiftWords(shift({ input: 'channel', factor: null, level }))).toBe(
      '“Fair” is used for 45% of launches, 10% before.',
    );
  });
});

describe('findingWords', () => {
  it('tell a shift from a small one and from chance', () => {
    expect(findingWords(shift({}))).toBe('different');
    expect(findingWords(shift({ isClear: false }))).toBe('more than chance, but small');
    expect(findingWords(shift({ isClear: false, adjustedChance: 0.4 }))).toBe('may be chance');
  });
});

describe('errorWords', () => {
  it('say on which side the last results lie', () => {
    const high = new Array<number>(11).fill(0.4);
    expect(errorWords(errorDrift([...high, -1])!)).toMatch(/^11 of the last 12 .* more than/);
    expect(errorWords(errorDrift(high.map((miss) => -miss))!)).toMatch(/less than expected\.$/);
  });

  it('say that misses are of another kind where they are on both sides', () => {
    const sides = (size: number) => Array.from({ length: 30 }, (_, i) => (i % 2 ? size : -size));
    expect(errorWords(errorDrift(sides(4), sides(0.2))!)).toMatch(
      /differ from those on unseen launches/,
    );
  });
});
