import { expect, it } from 'vitest';
import { sigmoid } from '#core/base/statistics/statistics.ts';
import { rateBelief } from '#core/model/return-rates/expect-rate.ts';
import { fitPlannedRates, productShift } from '#core/model/return-rates/planned-rates.ts';
import { encodingOf, funnelRow } from '../../../support/encoded-launches.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';
import { someLaunches } from './some-rates.ts';

const launches = someLaunches(120);
const table = launchTable(
  launches.map(({ product, returned, sold }, i) => ({
    ...funnelRow(i),
    ...{ title: product.title, category: product.category, brand: product.brand },
    ...{ listPrice: product.listPrice!, material: product.attributes.material! },
    ...{ units: sold, returns: returned },
  })),
);
const encoding = encodingOf(table);
const model = fitPlannedRates(table, allRows(table), encoding)!;
const { product } = launches[0]!;

it('learns from the rows of a table what it learns from launches', () => {
  expect(model.units[0]).toBe(launches.reduce((sum, { sold }) => sum + sold, 0));
  expect(model.usualAction[0]).toBe(1);
  const channels = encoding.basis.channels.length;
  const shares = model.usualAction.slice(1, 1 + channels);
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
});

it('gives the product’s own rate under the usual action, whatever the regression says of it', () => {
  const { a, b } = rateBelief(model)(product);
  for (const level of [-5, 0, 2]) {
    const coefficients = model.usualAction.map((_, k) => level + 0.1 * k);
    const usual = model.usualAction.reduce((z, value, k) => z + value * coefficients[k]!, 0);
    expect(sigmoid(usual + productShift(model, product, coefficients))).toBeCloseTo(a / (a + b), 9);
  }
});

it('has nothing to say where the encoding has no return rate', () => {
  const { outcomes, ...heads } = encoding.heads;
  const without = { ...heads, outcomes: outcomes.filter(({ name }) => name !== 'returnRate') };
  expect(fitPlannedRates(table, allRows(table), { ...encoding, heads: without })).toBeNull();
});
