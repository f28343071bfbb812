import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lossByHead } from '#core/model/net/likelihood.ts';

const headCount = 2;
const members = 3;
const term = fc.double({ min: -5, max: 5, noNaN: true });

it('adds up each head by the formula of its definition', () => {
  const rowsOf = fc.integer({ min: 1, max: 5 }).chain((rowCount) => {
    const vector = (length: number) =>
      fc.array(term, { minLength: length, maxLength: length }).map((v) => Float32Array.from(v));
    const perRow = vector(rowCount * headCount);
    return fc.record({
      rowCount: fc.constant(rowCount),
      z: vector(members * rowCount * headCount),
      soft: perRow,
      square: perRow,
      target: perRow,
      constant: perRow,
    });
  });
  fc.assert(
    fc.property(rowsOf, ({ z, ...rows }) => {
      const heads = [{}, {}];
      const found = lossByHead(z, rows, { members, heads });
      heads.forEach((_, head) => {
        let sum = 0;
        for (let member = 0; member < members; member++) {
          for (let row = 0; row < rows.rowCount; row++) {
            const at = row * headCount + head;
            const value = z[member * rows.rowCount * headCount + at]!;
            sum += rows.soft[at]! * Math.log(1 + Math.exp(value));
            sum += (rows.square[at]! * value ** 2) / 2 - rows.target[at]! * value;
            sum += rows.constant[at]!;
          }
        }
        expect(found[head]).toBeCloseTo(sum / (members * rows.rowCount), 9);
      });
    }),
  );
});

it('stays finite where an exponential would not', () => {
  const one = Float32Array.of(1);
  const rows = { rowCount: 1, soft: one, square: Float32Array.of(0), target: one, constant: one };
  const of = (z: number) => lossByHead(Float32Array.of(z), rows, { members: 1, heads: [{}] })[0];
  expect(of(1_000)).toBe(1);
  expect(of(-1_000)).toBe(1_001);
});
