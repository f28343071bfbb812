import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentKey, fingerprint } from '#core/base/bytes/fingerprint.ts';

it('differs where a text moves into the next, and among many', () => {
  expect(fingerprint(['ab', 'c'])).not.toBe(fingerprint(['a', 'bc']));
  const all = Array.from({ length: 20_000 }, (_, i) => fingerprint([`row ${i}`]));
  expect(new Set(all).size).toBe(all.length);
});

it('stays what it was, so that what is stored under it is found', () => {
  expect(fingerprint(['title', 'price'])).toBe(1_463_943_761_855_550);
});

/** Plain values that are the same in one way only: no two keys in another order, no NaN of other bits. */
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.float32Array({ maxLength: 5 }),
    fc.uint8Array({ maxLength: 7 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }).map((each) => ({ ...each })),
  ),
})).value;

it('knows a value by its content', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(contentKey(structuredClone(value))).toBe(contentKey(value));
    }),
  );
});

it('tells apart any two values that differ', () => {
  const same = (a: unknown, b: unknown) => {
    try {
      expect(a).toStrictEqual(b);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(values, values, (a, b) => {
      fc.pre(!same(a, b));
      expect(contentKey(a)).not.toBe(contentKey(b));
    }),
  );
});

it('does not care for the order of keys, nor where in a buffer numbers lie', () => {
  expect(contentKey({ a: 1, b: 2 })).toBe(contentKey({ b: 2, a: 1 }));
  const bytes = Uint8Array.of(9, 1, 2, 3, 4, 5);
  expect(contentKey(bytes.subarray(1))).toBe(contentKey(Uint8Array.of(1, 2, 3, 4, 5)));
});

it('sees any two signs that changed', () => {
  const numbers = Float32Array.from({ length: 40 }, (_, i) => i + 1);
  const keys = new Set([contentKey(numbers)]);
  for (let i = 0; i < 40; i++) {
    for (let j = 0; j < i; j++) {
      keys.add(contentKey(numbers.map((value, k) => (k === i || k === j ? -value : value))));
    }
  }
  expect(keys.size).toBe(1 + (40 * 39) / 2);
});

it('refuses what is no plain value', () => {
  expect(() => contentKey({ log: console.log })).toThrow('expected a plain value, got function');
  expect(() => contentKey(new Map())).toThrow('expected a plain value, got object');
});
