import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packCodes, unpackCodes } from '#core/import/columns/code-bytes.ts';

it('gives back every code, whether few, many or in runs', () => {
  const few = fc.array(fc.nat(300), { maxLength: 40 });
  const runs = fc
    .array(fc.tuple(fc.nat(65_535), fc.integer({ min: 1, max: 30 })), { maxLength: 10 })
    .map((pairs) => pairs.flatMap(([code, length]) => new Array<number>(length).fill(code)));
  fc.assert(
    fc.property(fc.oneof(few, runs), (codes) => {
      const given = Uint16Array.from(codes);
      expect(unpackCodes(packCodes(given), codes.length)).toEqual(given);
    }),
  );
});

it('takes four bytes a run, one or two a row', () => {
  expect(packCodes(new Uint16Array(65_536).fill(700))).toHaveLength(1 + 2 * 4);
  const alternating = (high: number) => Uint16Array.from({ length: 100 }, (_, i) => (i % 2) * high);
  expect(packCodes(alternating(255))).toHaveLength(1 + 100);
  expect(packCodes(alternating(256))).toHaveLength(1 + 200);
});
