import fc from 'fast-check';
import { expect, it } from 'vitest';
import { denseRows, sparseRows } from '#core/model/process/sparse-rows.ts';

it('keeps every value, and only those that are not 0', () => {
  const size = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
  const matrices = size.chain(([rows, width]) =>
    fc.tuple(
      fc.constant(rows),
      fc.array(fc.constantFrom(0, 0, 0, 1, -0.5, 3), {
        ...{ minLength: rows * width, maxLength: rows * width },
      }),
    ),
  );
  fc.assert(
    fc.property(matrices, ([rows, values]) => {
      const matrix = Float32Array.from(values);
      const sparse = sparseRows(matrix, rows);
      expect(sparse.values).toHaveLength(values.filter((value) => value !== 0).length);
      expect(denseRows(sparse)).toEqual(matrix);
    }),
  );
});
