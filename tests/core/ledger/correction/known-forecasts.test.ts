import { expect, it } from 'vitest';
import { knownForecasts } from '#core/ledger/correction/known-forecasts.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { heldOutOf } from '../../../support/held-out.ts';

it('finds the launches that were held out by product, name and day', () => {
  const table = launchTable([
    { productId: 'A', title: 'Mug', day: 100 },
    { productId: 'A', title: 'Mug', day: 200 },
    { productId: '', title: 'Jug', day: 200 },
  ]);
  const heldOut = heldOutOf(
    { actual: [1, 1, 1], debut: [1, 1, 1] },
    {
      ...{ productId: ['A', '', 'gone'], title: ['Mug', 'Jug', 'Pot'] },
      launchDay: Float64Array.of(200, 200, 200),
      predictedLog: Float64Array.of(3, 4, 5),
    },
  );
  expect(knownForecasts(table, heldOut)).toEqual(Float64Array.of(NaN, 3, 4));
  expect(knownForecasts(table, null)).toEqual(Float64Array.of(NaN, NaN, NaN));
});
