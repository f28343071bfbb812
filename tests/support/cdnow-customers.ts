// The CDNOW customers of tests/fixtures/cdnow, whose models' parameters are published.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrderValues } from '#core/model/segments/order-values.ts';
import type { RepeatPurchases } from '#core/model/segments/repeat-purchases.ts';

/** Returns repeat purchases of 2,357 customers, in weeks, and values of those who came back. */
export function cdnowCustomers(): RepeatPurchases & { readonly values: OrderValues } {
  const path = join(import.meta.dirname, '../fixtures/cdnow/customers.txt');
  const customers: { repeats: number; lastAt: number; observed: number; value: number }[] = [];
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const [head, list] = line.split(': ');
    const [observed, through] = head!.split(' ').map(Number);
    for (const customer of list!.split('; ')) {
      const [repeats, lastAt, value] = customer.split(' ').map(Number);
      customers.push({ repeats: repeats!, lastAt: lastAt!, observed: observed!, value: value! });
    }
    while (customers.length < through!)
      customers.push({ repeats: 0, lastAt: 0, observed: observed!, value: 0 });
  }
  const came = customers.filter(({ repeats }) => repeats > 0);
  return {
    repeats: Float64Array.from(customers, ({ repeats }) => repeats),
    lastAt: Float64Array.from(customers, ({ lastAt }) => lastAt),
    observed: Float64Array.from(customers, ({ observed }) => observed),
    values: {
      orders: Float64Array.from(came, ({ repeats }) => repeats),
      meanValue: Float64Array.from(came, ({ value }) => value),
    },
  };
}
