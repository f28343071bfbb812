import { expect, it } from 'vitest';
import { predictionsCsv } from '#workers/headless/predictions-csv.ts';

it('expects whole units, as the median of a count is, and gives quantiles as they are', () => {
  const row = { productId: 'a', logUnits: Math.log1p(1.4), firstStock: NaN };
  const [, line] = predictionsCsv([row], {
    residuals: Float64Array.from([-1, 0, 1]),
    shrinkage: null,
  })
    .trim()
    .split('\r\n');
  const [, expected, , , , , , middle] = line!.split(',');
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
    { residuals, shrinkage: null },
  );
  const [head, open, bounded] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(head).toEqual([
    'product_id',
    'units_expected',
    'units_mean',
    'units_mean_if_chosen',
    'q05',
    'q10',
    'q25',
    'q50',
    'q75',
    'q90',
    'q95',
  ]);
  expect(open![1]).toBe('100');
  expect(Number(open![10])).toBeGreaterThan(200);
  expect(bounded!.slice(4, 8)).toEqual(open!.slice(4, 8));
  expect(bounded!.slice(8).map(Number)).toEqual([110, 110, 110]);
});

it('lowers the mean of what is chosen for its forecast', () => {
  const row = { productId: 'a', logUnits: Math.log1p(100), firstStock: NaN };
  const [, line] = predictionsCsv([row], {
    residuals: Float64Array.from([0]),
    shrinkage: { centre: Math.log1p(100), level: Math.log(0.5), slope: 1, count: 100 },
  })
    .trim()
    .split('\r\n');
  const [, , mean, ifChosen] = line!.split(',').map(Number);
  expect(mean).toBeCloseTo(100, 6);
  expect(ifChosen).toBeCloseTo(101 / 2 - 1, 6);
});
