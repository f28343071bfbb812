// Parameters of BG/NBD and Gamma-Gamma on CDNOW's customers, against the published ones.

import { fitValueModel, valueLikelihood } from '#core/model/segments/order-values.ts';
import { fitRepeatModel, repeatLikelihood } from '#core/model/segments/repeat-purchases.ts';
import { cdnowCustomers } from '../../support/cdnow-customers.ts';

const PUBLISHED = {
  ...{ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  ...{ p: 6.25, q: 3.74, gamma: 15.44 },
};
const DIGITS = 3;

/** Prints both and returns those that differ in three digits. */
export function cdnow(): readonly string[] {
  const customers = cdnowCustomers();
  const repeat = fitRepeatModel(customers);
  const value = fitValueModel(customers.values);
  const found: Readonly<Record<string, number>> = { ...repeat, ...value };
  const repeats = customers.repeats.reduce((all, count) => all + count, 0);
  console.log(`${customers.repeats.length} customers, ${repeats} repeat purchases`);
  console.log(
    `log-likelihood ${repeatLikelihood(repeat, customers).toFixed(1)} (published −9582.4), ${valueLikelihood(value, customers.values).toFixed(1)}`,
  );
  return Object.entries(PUBLISHED).flatMap(([name, published]) => {
    console.log(`${name}: ${found[name]!.toPrecision(4)}, published ${published}`);
    return isSame(found[name]!, published) ? [] : [`${name} ${found[name]}, not ${published}`];
  });
}

/** Whether two figures differ by less than one in the third digit. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 10 ** (Math.floor(Math.log10(b)) + 1 - DIGITS);
}
