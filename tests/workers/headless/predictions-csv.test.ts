import { expect, it } from 'vitest';
import { predictionsCsv } from '#workers/headless/predictions-csv.ts';

it('expects whole units, as the median of a count is, and gives quantiles as they are', () => {
  const row = { productId: 'a', logUnits: Math.log1p(1.4), firstStock: NaN };
  const [, line] = predictionsCsv([row], Float64Array.from([-1, 0, 1]))
    .trim()
    .split('\r\n');
  const [, expected, , , , middle] = line!.split(',');
  expect([expected, middle]).toEqual(['1', '1.4000']);
});

it('promises no more than there is on hand', () => {
  const residuals = Float64Array.from([-1, -0.5, 0, 0.5, 1]);
  const row = { productId: '=1+1', logUnits: Math.log1p(100) };
  const csv = predictionsCsv(
    [
      { ...row, firstStock: NaN },
      { ...row, firstStock: 110 },
    ],
    residuals,
  );
  const [head, open, bounded] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(head).toEqual([
    'product_id',
    'units_expected',
    'q05',
    'q10',
    'q25',
    'q50',
    'q75',
    'q90',
    'q95',
  ]);
  expect(open![1]).toBe('100');
  expect(Number(open![8])).toBeGreaterThan(200);
  expect(bounded!.slice(1, 6)).toEqual(open!.slice(1, 6));
  expect(bounded!.slice(6).map(Number)).toEqual([110, 110, 110]);
});
