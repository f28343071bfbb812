import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { numberColumnsAt } from '#core/model/features/action-basis.ts';
import { processForecaster, predictProcess } from '#core/model/process/gaussian-process.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';
import { drawnLaunches, encoded, fitted } from './support.ts';

describe('forecasts of a Gaussian process', () => {
  const random = seededRandom(8);
  // Dearer launches sold more, by chance or by what is not recorded.
  const table = drawnLaunches(160, random, ({ listPrice, salePrice }) =>
    Math.round(20 * Math.exp(3 * (salePrice! / listPrice! - 0.85) + 0.3 * drawNormal(random))),
  );
  const { encoding, process } = fitted(table);
  const { x, phi, count } = encoded(table, encoding);
  const [inputs, columns] = [x.length / count, phi.length / count];
  const forecaster = processForecaster(process);
  const productOf = (row: number) => x.subarray(row * inputs, (row + 1) * inputs);
  const decisionOf = (row: number) => phi.slice(row * columns, (row + 1) * columns);

  it('are the same for many decisions of a product as for each alone', () => {
    const rows = fc.integer({ min: 0, max: count - 1 });
    fc.assert(
      fc.property(rows, fc.array(rows, { minLength: 1, maxLength: 5 }), (product, decisions) => {
        const forecast = forecaster(productOf(product));
        const all = new Float32Array(decisions.length * columns);
        decisions.forEach((row, i) => all.set(decisionOf(row), i * columns));
        const alone = decisions.map((row) => forecast(decisionOf(row), 1)[0]);
        expect([...forecast(all, decisions.length)]).toEqual(alone);
      }),
      { numRuns: 30 },
    );
  });

  it('are those of the launches, one by one', () => {
    const all = predictProcess(process, { x, phi, count });
    for (const row of [0, 7, count - 1])
      expect(all[row]).toBe(forecaster(productOf(row))(decisionOf(row), 1)[0]);
  });

  it('never rise with the price', () => {
    const { price } = numberColumnsAt(encoding.basis);
    for (let row = 0; row < count; row++) {
      const dearer = decisionOf(row);
      dearer[price] = dearer[price]! + 1;
      const forecast = forecaster(productOf(row));
      const [before, after] = [decisionOf(row), dearer].map((own) => forecast(own, 1)[0]!);
      expect(after).toBeLessThanOrEqual(before!);
    }
  });
});
