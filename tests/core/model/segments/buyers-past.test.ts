import { expect, it } from 'vitest';
import { BuyersPast } from '#core/model/segments/buyers-past.ts';
import { shelveProducts } from '#core/model/segments/product-shelf.ts';
import { buyerWorld } from '../../../support/buyer-world.ts';

it('has the sums of the lines before a day', () => {
  const { log } = buyerWorld(9, { buyers: 60, days: 200, launchGap: 20 });
  const shelf = shelveProducts(log.products);
  const past = new BuyersPast(log, shelf);
  past.moveTo(70);
  past.moveTo(140);
  const lines = Array.from(log.day.keys()).filter((line) => log.day[line]! < 140);
  for (let buyer = 0; buyer < log.buyerCount; buyer++) {
    const own = lines.filter((line) => log.buyer[line] === buyer);
    const days = [...new Set(own.map((line) => log.day[line]!))];
    expect(past.lines[buyer]).toBe(own.length);
    expect(past.orderDays[buyer]).toBe(days.length);
    expect(past.money[buyer]).toBeCloseTo(
      own.reduce((all, line) => all + log.revenue[line]!, 0),
      8,
    );
    if (own.length === 0) continue;
    expect([past.firstDay[buyer], past.lastDay[buyer]]).toEqual([days[0], days.at(-1)]);
    const faded = days.reduce((all, day) => all + Math.exp((day - 140) / 90), 0);
    expect(past.left(past.fadedOrders, buyer)).toBeCloseTo(faded, 8);
    const fast = days.reduce((all, day) => all + Math.exp((day - 140) / 30), 0);
    expect(past.left(past.fastOrders, buyer)).toBeCloseTo(fast, 8);
    const mugs = own.filter((line) => log.products[log.product[line]!]!.category === 'mug');
    const tally = past.groupBuyers[shelf.groups.indexOf('mug')]!.get(buyer);
    expect(tally?.count ?? 0).toBe(mugs.length);
    const left = mugs.reduce((all, line) => all + Math.exp((log.day[line]! - 140) / 90), 0);
    expect(tally ? past.leftOf(tally) : 0).toBeCloseTo(left, 8);
  }
});
