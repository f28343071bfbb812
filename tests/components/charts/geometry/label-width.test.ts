import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  labelEvery,
  labelWidth,
  shortened,
  spreadLabels,
} from '#components/charts/geometry/label-width.ts';

describe('labelWidth', () => {
  it('gives Chinese characters their full width', () => {
    expect(labelWidth('上新')).toBe(24);
    expect(labelWidth('Ab')).toBeLessThan(labelWidth('上新'));
  });
});

describe('shortened', () => {
  it('cuts a label to the room it has, and never a character in two', () => {
    expect(shortened('Web shop', 120)).toBe('Web shop');
    expect(shortened('The marketplace of the north', 120)).toBe('The marketplace o…');
    expect(shortened('北方的集市和礼品目录', 60)).toBe('北方的集…');
    expect(shortened('🎁🎁🎁🎁🎁', 30)).toBe('🎁…');
    expect(shortened('A very narrow page', 1)).toBe('A…');
  });

  it('keeps to the room wherever one character has it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(200), (text, room) => {
        const kept = shortened(text, room + 30);
        expect(labelWidth(kept) <= room + 30 || kept.length <= 12).toBe(true);
      }),
    );
  });
});

describe('labelEvery', () => {
  it('leaves out as many labels as lack room', () => {
    expect(labelEvery(['1', '2', '3'], 30)).toBe(1);
    expect(labelEvery(['Jan 2024', 'Feb 2024'], 12)).toBe(5);
    expect(labelEvery([], 12)).toBe(1);
  });
});

describe('spreadLabels', () => {
  const places = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 8 });

  it('keeps the gap and the order, and the middle of all', () => {
    fc.assert(
      fc.property(places, (given) => {
        const spread = spreadLabels(given, 15);
        const order = [...given.keys()].sort((a, b) => given[a]! - given[b]! || a - b);
        for (let i = 1; i < order.length; i++)
          expect(spread[order[i]!]! - spread[order[i - 1]!]!).toBeGreaterThan(15 - 1e-6);
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        expect(total(spread)).toBeCloseTo(total(given), 5);
      }),
    );
  });

  it('moves none that stands apart', () => {
    expect(spreadLabels([40, 10, 100], 15)).toEqual([40, 10, 100]);
    expect(spreadLabels([40, 50], 20)).toEqual([35, 55]);
  });
});
