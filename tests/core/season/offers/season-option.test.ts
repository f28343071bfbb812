import { describe, expect, it } from 'vitest';
import { mean } from '#core/base/statistics/statistics.ts';
import { demandPoints, expectedSales } from '#core/planning/economics/demand.ts';
import { profitAt } from '#core/planning/economics/launch-profit.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import { unitTerms } from '#core/planning/economics/unit-terms.ts';
import { optionsAt, optionsOf } from '#core/season/offers/season-option.ts';
import { NEVER_TRIED } from '#core/season/offers/season-offers.ts';
import { randomOffers } from '../../../support/random-offers.ts';

const offers = randomOffers({ seed: 5, products: 3, weeks: 4, channels: 2 });
const product = offers.products[0]!;
const free = { isAdLimited: false, isStockLimited: false };

describe('the ways to launch a product', () => {
  it('are one for each week and channel that was tried, where nothing is limited', () => {
    const options = optionsOf(offers, product, free);
    expect(options.length).toBe(product.offers.filter((offer) => offer !== NEVER_TRIED).length);
    expect(new Set(options.map(({ week, channel }) => `${week} ${channel}`)).size).toBe(
      options.length,
    );
  });

  it('bring what their prices, fees, units and stock bring, worked out by hand', () => {
    for (const option of optionsOf(offers, product, free)) {
      const { listPrice, unitCost } = product.economics;
      const price =
        listPrice * option.priceFactor * (1 - offers.promotions[option.promotion]!.depth);
      const margin = price * (1 - offers.channels[option.channel]!.fee) - unitCost;
      const sold = expectedSales(offers.spread, option.logUnits, option.stockUnits);
      const left = option.stockUnits - sold;
      const value = margin * sold - offers.terms.leftoverLoss * unitCost * left - 40;
      expect(option.value).toBeCloseTo(value, 9);
      expect(option.stockCost).toBeCloseTo(option.stockUnits * unitCost, 9);
    }
  });

  it('count the costs of selling and later sales that their plans count', () => {
    const selling = {
      ...{ vatRate: 0.2, pricesIncludeVat: true, orderFee: 0.3, shippingCost: 0.5 },
      ...{ returnFreight: 1, resaleableShare: 0.5, storagePerUnitMonth: 0.2, capitalRate: 0.1 },
      ...{ laterSalesShare: 2, assumedCostShare: null },
    };
    const span = { horizonDays: 28, leadTimeDays: 30, unitsPerOrder: 1 };
    const counted = { ...offers, unitTerms: unitTerms(selling, span) };
    const { economics } = product;
    for (const option of optionsOf(counted, product, free)) {
      const { depth } = offers.promotions[option.promotion]!;
      const offer = {
        price: economics.listPrice * option.priceFactor * (1 - depth),
        fee: offers.channels[option.channel]!.fee,
        ...{ adSpend: 40, leftoverLoss: offers.terms.leftoverLoss, unitTerms: counted.unitTerms },
      };
      const returnRate = product.returnRates?.[option.week * 2 + option.channel] ?? 0;
      const money = keptMoney(offerMoney(economics, offer), returnRate);
      expect(option.money).toEqual(money);
      const launched = { money, stock: option.stockUnits };
      const cases = demandPoints(offers.spread, option.logUnits).map((units) =>
        profitAt(units, launched),
      );
      expect(option.value).toBeCloseTo(mean(cases), 6);
    }
    const [own, bare] = [counted, offers].map((each) => optionsOf(each, product, free));
    expect(own!.some(({ stockUnits }, i) => stockUnits > bare![i]!.stockUnits)).toBe(true);
  });

  it('lose by their contribution, about, where a few buyers go', () => {
    for (const option of optionsOf(offers, product, free)) {
      const fewer = { ...product, logUnits: product.logUnits.map((log) => log + Math.log(0.95)) };
      const place = { week: option.week, channel: option.channel, ...free };
      const { listPrice, unitCost } = product.economics;
      if (listPrice * option.priceFactor * 0.8 * 0.8 < unitCost) continue; // no stock worth having
      const [left] = optionsAt(offers, { ...fewer, fixedStock: option.stockUnits }, place);
      expect(option.contribution).toBeCloseTo((option.value - left!.value) / 0.05, 1);
    }
  });

  it('are also those with less ad spend and less stock where these are limited, and none of them is better', () => {
    const all = { isAdLimited: true, isStockLimited: true };
    for (const best of optionsOf(offers, product, free)) {
      const options = optionsAt(offers, product, {
        week: best.week,
        channel: best.channel,
        ...all,
      });
      expect(options[0]).toEqual(best);
      const spends = new Set(options.map(({ adSpend }) => adSpend));
      expect([...spends].sort((a, b) => a - b)).toEqual([0, 40]);
      const alike = options.filter(({ adSpend }) => adSpend === best.adSpend);
      for (const { value, stockUnits } of alike) {
        expect(value).toBeLessThanOrEqual(best.value + 1e-9);
        expect(stockUnits).toBeLessThanOrEqual(best.stockUnits);
      }
    }
  });

  it('order the share of the best stock that the plan orders, in whole packs', () => {
    const cautious = { ...product, stockShare: 0.8 };
    const packs = { ...offers, terms: { ...offers.terms, packSize: 6 } };
    const best = optionsOf(offers, product, free);
    optionsOf(offers, cautious, free).forEach(({ stockUnits }, i) => {
      expect(stockUnits).toBe(Math.max(1, Math.ceil(0.8 * best[i]!.stockUnits - 1e-6)));
    });
    for (const { stockUnits } of optionsOf(packs, cautious, free)) expect(stockUnits % 6).toBe(0);
    const onHand = optionsOf(offers, { ...cautious, fixedStock: 30 }, free);
    expect(onHand.every(({ stockUnits }) => stockUnits === 30)).toBe(true);
  });

  it('keep the stock that is on hand', () => {
    const given = { ...product, fixedStock: 7 };
    const options = optionsOf(offers, given, { isAdLimited: true, isStockLimited: true });
    expect(new Set(options.map(({ stockUnits }) => stockUnits))).toEqual(new Set([7]));
  });

  it('are worth units where units are aimed at', () => {
    const ofUnits = { ...offers, objective: 'units' as const };
    for (const { value, logUnits, stockUnits } of optionsOf(ofUnits, product, free))
      expect(value).toBeCloseTo(expectedSales(offers.spread, logUnits, stockUnits), 9);
  });
});
