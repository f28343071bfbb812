import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '#core/base/random.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { studyAssociations } from '#core/model/associations/study-associations.ts';
import { finished, logOfBaskets } from './support.ts';

const PRODUCTS = 60;
const ORDERS = 6000;
/** Groups of very different size: one has two thirds of all sales. */
const CATEGORIES = ['Mugs', 'Mugs', 'Mugs', 'Mugs', 'Tea', 'Bags'];

function studied(log: SalesLog) {
  const products = log.products.map((product, i) => ({
    ...product,
    category: CATEGORIES[i % CATEGORIES.length]!,
  }));
  return finished(studyAssociations({ ...log, products }));
}

/** One to four lines drawn one by one, each from the products of a range. */
function drawOrder(random: Random, from: number, until: number): number[] {
  const lines = 1 + Math.floor(4 * random());
  const draw = () => from + Math.floor((until - from) * random());
  return Array.from({ length: lines }, draw);
}

describe('a shop whose lines are drawn one by one', () => {
  it('has no pairs, not of products and not of groups of uneven size', () => {
    const random = seededRandom(3);
    const orders = Array.from({ length: ORDERS }, () => drawOrder(random, 0, PRODUCTS));
    const study = studied(logOfBaskets(orders, PRODUCTS, (order) => Math.floor(order / 20)));
    expect(study.together).toEqual([]);
    expect(study.groupsTogether).toEqual([]);
  });

  it('has none where two channels sell different products either', () => {
    const random = seededRandom(4);
    const half = PRODUCTS / 2;
    const isWeb = Array.from({ length: ORDERS }, () => random() < 0.5);
    const orders = isWeb.map((web) => drawOrder(random, web ? 0 : half, web ? half : PRODUCTS));
    const log = logOfBaskets(orders, PRODUCTS, (order) => Math.floor(order / 20));
    const channel = Uint16Array.from(log.order, (order) => Number(isWeb[order]));
    expect(studied({ ...log, channels: ['shop', 'web'], channel }).together).toEqual([]);
    expect(studied(log).together.length).toBeGreaterThan(0);
  });
});
