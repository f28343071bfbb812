import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  cellCount,
  offerCount,
  priceRatio,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import { bestCells } from '#core/planning/search/best-cells.ts';
import { knownCells } from '#core/planning/search/cell-search.ts';
import { demandSpread, expectedDemand } from '#core/planning/economics/demand.ts';
import {
  economyOf,
  moneyOf,
  stockOf,
  valueOfCell,
  type Economy,
} from '#core/planning/economics/economics.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { unitTerms } from '#core/planning/economics/unit-terms.ts';
import { diverseCells } from '#core/planning/search/diverse-cells.ts';
import type { LaunchAction, LaunchPlan, UsualPractice } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { chooseOffer } from '#core/planning/search/offer-choice.ts';
import {
  planProduct,
  type Decision,
  type ExpectedBeside,
} from '#core/planning/search/plan-product.ts';
import { triedMiddles } from '#core/planning/search/promise-kind.ts';
import { profitOf } from '#core/planning/economics/launch-profit.ts';
import { anySelling } from '../../../support/unit-money.ts';
import { mondays, smallSpace } from '../../../support/action-space.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { sampleProduct, sampleRange, sampleUsual } from '../../../support/ranking.ts';

const space = smallSpace();
const cells = cellCount(space);
const flat = (own: ActionSpace, logUnits: number) =>
  new Float64Array(cellCount(own)).fill(logUnits);
const table = launchTable([
  { category: 'Kitchen', channel: 'shop', promotion: 'none', day: 19_000, units: 5000 },
  { category: 'Kitchen', channel: 'shop', promotion: 'coupon', day: 19_100, units: 5000 },
  { category: 'Garden', channel: 'shop', promotion: 'none', day: 19_200, units: 5000 },
]);
const middle = triedMiddles(table, space.promotions)('');
const untold: ExpectedBeside = { rates: null, returnRate: null, rating: null };

interface Change {
  readonly space?: ActionSpace;
  readonly product?: Partial<NewProduct>;
  readonly economy?: Partial<Economy>;
  readonly beside?: ExpectedBeside;
  readonly refused?: Uint8Array;
  readonly unitsPerOrder?: number;
  readonly usual?: UsualPractice;
  readonly isAsUsual?: boolean;
}

function economyIn(own: ActionSpace, change: Partial<Economy> = {}): Economy {
  return economyOf(own, {
    ...{ objective: 'profit', economics: { listPrice: 10, unitCost: 4 }, returnRates: null },
    ...{ spread: demandSpread(Float64Array.of(-0.7, -0.2, 0, 0.3, 0.8)), terms: USUAL_STOCK_TERMS },
    ...change,
  });
}

interface Deciding {
  readonly own: ActionSpace;
  readonly economy: Economy;
  readonly refused: Uint8Array;
  readonly beside: ExpectedBeside;
}

/** The good cells of all, each at the usual ad spend. */
function decisionsOf(
  logUnits: Float64Array,
  { own, economy, refused, beside }: Deciding,
): Decision[] {
  const found = knownCells(logUnits, (cell, log) =>
    refused[cell] === 1 ? -Infinity : valueOfCell(economy, cell, log),
  );
  return diverseCells(own, found, 0).map((index) => {
    const priceFactor = own.priceFactors[cellAt(own, index).factorIndex]!;
    const money = moneyOf(economy, index);
    const offer = { index, priceFactor, adSpend: own.adSpend, logUnits: logUnits[index]!, money };
    return chooseOffer(economy, [{ ...offer, ...beside }], 'expected');
  });
}

function planOf(logs: ArrayLike<number>, change: Change = {}): LaunchPlan {
  const { space: own = space, beside = untold, unitsPerOrder = 1 } = change;
  const logUnits = Float64Array.from(logs);
  const economy = economyIn(own, change.economy);
  const refused = change.refused ?? new Uint8Array(logUnits.length);
  const decisions = decisionsOf(logUnits, { own, economy, refused, beside });
  const doubts = new Float64Array(offerCount(own));
  const allowed = refused.map((is) => 1 - is);
  return planProduct({
    ...{ space: own, table, economy, unitsPerOrder, decisions, middle, doubts },
    keptShares: own.weeks.map(() => 1),
    ...{ usual: change.usual ?? sampleUsual(), isAsUsual: change.isAsUsual ?? false },
    product: sampleProduct({ listPrice: 10, unitCost: 4, ...change.product }),
    best: bestCells({ space: own, economy, logUnits, allowed, doubts }, decisions[0]!.offer),
  });
}

const anyLogs = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), {
  minLength: cells,
  maxLength: cells,
});
it('says where the expected profit goes, whatever costs of selling are counted', () => {
  const returnRates = new Float64Array(cells).fill(0.1);
  fc.assert(
    fc.property(anyLogs, anySelling, (logs, selling) => {
      const span = { horizonDays: 28, leadTimeDays: 10, unitsPerOrder: 1.2 };
      const terms = unitTerms(selling, span);
      const plan = planOf(logs, {
        economy: { unitTerms: terms, returnRates },
        beside: { ...untold, returnRate: 0.1 },
      });
      for (const { parts, outcome } of [plan, ...plan.alternatives]) {
        const { unitsSold, ...money } = parts!;
        const profit = Object.values(money).reduce((all, part) => all + part, 0);
        const size = money.paid - money.leftovers + 100;
        expect(Math.abs(profit - outcome.profit!.expected)).toBeLessThan(1e-9 * size);
        expect(unitsSold).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 30 },
  );
});

const anyRefused = fc
  .array(fc.boolean(), { minLength: cells, maxLength: cells })
  .map((all) => Uint8Array.from(all, (is, index) => (is && index > 0 ? 1 : 0)));

/** What each cell promises, reckoned from prices, fees and costs. */
function profitsOf(logs: readonly number[]): number[] {
  const { spread } = economyIn(space);
  return logs.map((log, index) => {
    const cell = cellAt(space, index);
    const price = 10 * priceRatio(space, cell) * (1 - space.channels[cell.channelIndex]!.fee);
    return expectedDemand(spread, log) * (price - 4) - 20;
  });
}

function bestStockOf(index: number, logUnits: number): number {
  const economy = economyIn(space);
  return stockOf(economy, logUnits, moneyOf(economy, index));
}

/** Profit with a share of the best stock, ads included. */
function withBestStock(index: number, logUnits: number, adSpend = 20, share = 1): number {
  const economy = economyIn(space);
  const money = { ...moneyOf(economy, index), fixedCost: adSpend };
  const best = stockOf(economy, logUnits, money);
  const stock = share === 1 ? best : Math.ceil(Math.max(1, share * best - 1e-6));
  return forecast(economy.spread, { logUnits, money, stock }).outcome.profit!.expected;
}

describe('a plan', () => {
  it('names what was decided, with price after promotion', () => {
    fc.assert(
      fc.property(anyLogs, (logs) => {
        const profits = profitsOf(logs);
        const [highest, second] = profits.toSorted((a, b) => b - a);
        fc.pre(highest! <= 0 || second! < 0.98 * highest!); // near-ties are broken otherwise
        const { action } = planOf(logs);
        const best = cellAt(space, profits.indexOf(Math.max(...profits)));
        expect(action).toMatchObject({
          launchDay: space.weeks[best.weekIndex],
          channel: space.channels[best.channelIndex]!.name,
          promotion: space.promotions[best.promotionIndex]!.name,
          priceFactor: space.priceFactors[best.factorIndex],
          adSpend: 20,
        });
        expect(action.salePrice).toBeCloseTo(10 * priceRatio(space, best), 2);
      }),
    );
  });

  it('promises what the forecast with its stock says', () => {
    const { action, outcome, odds } = planOf(flat(space, 4));
    const economy = economyIn(space);
    // The dearest price in the shop without a promotion: all sell alike.
    const money = { revenue: 11, margin: 7, leftover: 0.3 * 4, fixedCost: 20 };
    const wanted = forecast(economy.spread, { logUnits: 4, money, stock: action.stockUnits });
    expect(outcome.units).toEqual(wanted.outcome.units);
    expect(outcome.profit!.expected).toBeCloseTo(wanted.outcome.profit!.expected, 9);
    expect(odds.leftoverUnits).toBeCloseTo(wanted.odds.leftoverUnits, 9);
  });

  it('has at least one piece of stock, and what is on hand where that is given', () => {
    expect(planOf(flat(space, 0)).action.stockUnits).toBe(1);
    const onHand = planOf(flat(space, 5), { economy: { fixedStock: 33 } });
    expect(onHand.action.stockUnits).toBe(33);
  });

  it('rounds its price to cents', () => {
    const { action } = planOf(flat(space, 3), {
      economy: { economics: { listPrice: 9.99, unitCost: 4 } },
    });
    expect(action.salePrice).toBe(10.99);
  });

  it('recommends no channel, promotion or price where there is none to choose', () => {
    const bare = smallSpace({ channels: [], promotions: [], priceFactors: [1], adSpend: NaN });
    const { action, outcome, odds, surface } = planOf([1, 2, 1], {
      space: bare,
      economy: { economics: { listPrice: NaN, unitCost: NaN }, objective: 'units' },
    });
    expect(action).toMatchObject({ launchDay: bare.weeks[1], channel: null, promotion: null });
    expect([action.salePrice, action.adSpend]).toEqual([null, null]);
    expect([outcome.profit, outcome.revenue, odds.loss]).toEqual([null, null, null]);
    expect(surface).toEqual([[1, 2, 1].map((log) => Math.expm1(log))]);
  });

  it('counts the launches that were like it', () => {
    expect(planOf(flat(space, 3)).support).toEqual({ alike: 1, anywhere: 2, lastDay: 19_000 });
  });

  it('says what kind of promise it is, and how far its gain leans on what no column tells', () => {
    const { promise, sensitivity, action, usual } = planOf(flat(space, 4), {
      usual: sampleUsual({ outcome: { ...sampleUsual().outcome, profit: sampleRange(100) } }),
    });
    expect(promise).toBe('assumption');
    const money = { revenue: 11, margin: 7, leftover: 0.3 * 4, fixedCost: 20 };
    const lower = 4 + Math.log1p(-sensitivity!);
    const { spread } = economyIn(space);
    expect(profitOf({ spread }, lower, { money, stock: action.stockUnits })).toBeCloseTo(
      usual.outcome.profit!.expected,
      6,
    );
    expect(planOf(flat(space, 3))).not.toHaveProperty('sensitivity');
  });

  it('says where it is what the seller usually does', () => {
    expect(planOf(flat(space, 4), { isAsUsual: true }).isAsUsual).toBe(true);
    expect(planOf(flat(space, 4))).not.toHaveProperty('isAsUsual');
  });

  it('says what is odd about its product, and whether to launch', () => {
    const odd = planOf(flat(space, 3), { product: { title: '', category: 'Toys' } });
    expect(odd.notes).toEqual(['no-title', 'unknown-category']);
    expect(odd.verdict).toEqual({ kind: 'launch' });
    const costly = planOf(flat(space, 3), {
      economy: { economics: { listPrice: 10, unitCost: 30 } },
    });
    expect(costly.notes).toEqual(['negative-margin']);
    expect(costly.verdict).toEqual({ kind: 'negative-margin' });
    expect(costly.alternatives).toEqual([]);
    expect(planOf(flat(space, 0)).verdict).toEqual({ kind: 'loses-money' });
  });

  it('keeps the unit cost that its money counts, where one is known', () => {
    const unitCostOf = (unitCost: number) =>
      planOf(flat(space, 3), {
        economy: { economics: { listPrice: 10, unitCost }, objective: 'revenue' },
      }).unitCost;
    expect([unitCostOf(2.5), unitCostOf(NaN)]).toEqual([2.5, undefined]);
  });

  it('can earn where its costs are not known', () => {
    const { verdict } = planOf(flat(space, 0), {
      economy: { economics: { listPrice: 10, unitCost: NaN }, objective: 'revenue' },
    });
    expect(verdict).toEqual({ kind: 'launch' });
  });
});

describe('what is expected beside units', () => {
  it('is told where the history says it', () => {
    const rates = { impressions: 9, clickRate: 0.1, conversion: 0.2 };
    const range80 = { low: 3.9, high: 4.6 };
    const beside = { rates, returnRate: 0.25, rating: { rating: 4.2, range80 } };
    const plan = planOf(flat(space, 4), { beside, unitsPerOrder: 1.5 });
    expect(plan).toMatchObject({ returnRate: 0.25, rating: 4.2, ratingRange80: range80 });
    const { impressions, clickRate, conversion, unitsPerOrder } = plan.funnel!;
    expect([clickRate, conversion, unitsPerOrder]).toEqual([0.1, 0.2, 1.5]);
    expect(impressions * 0.1 * 0.2 * 1.5).toBeCloseTo(plan.outcome.units.expected, 9);
  });

  it('is absent where it does not', () => {
    const plan = planOf(flat(space, 4));
    expect(plan.funnel).toBeNull();
    expect(Object.keys(plan)).not.toContain('returnRate');
    expect(Object.keys(plan)).not.toContain('rating');
    const rating = { rating: 4.2, range80: null };
    const { ratingRange80 } = planOf(flat(space, 4), { beside: { ...untold, rating } });
    expect(ratingRange80).toBeUndefined();
  });

  it('takes returns from revenue and margin, and what a piece left over loses', () => {
    const fixedStock = 20;
    const all = planOf(flat(space, 6), { economy: { fixedStock } });
    const returnRates = flat(space, 0.25);
    const kept = planOf(flat(space, 6), { economy: { fixedStock, returnRates } });
    expect(kept.outcome.units).toEqual(all.outcome.units);
    expect(kept.outcome.revenue!.expected).toBeCloseTo(0.75 * all.outcome.revenue!.expected, 9);
    expect(kept.outcome.profit!.expected).toBeCloseTo(
      0.75 * (all.outcome.profit!.expected + 20) - 0.25 * 20 * 0.3 * 4 - 20,
      9,
    );
  });

  it('leads away from a week whose launches come back', () => {
    const before = planOf(flat(space, 3));
    const returnRates = Array.from({ length: cells }, (_, index) =>
      space.weeks[cellAt(space, index).weekIndex] === before.action.launchDay ? 0.5 : 0.1,
    );
    const after = planOf(flat(space, 3), { economy: { returnRates } });
    expect(after.action.launchDay).not.toBe(before.action.launchDay);
  });
});

interface Place {
  readonly channel: number;
  readonly week: number;
}

function placeOf({ channel, launchDay }: LaunchAction): Place {
  const names = space.channels.map(({ name }) => name);
  return { channel: names.indexOf(channel!), week: space.weeks.indexOf(launchDay) };
}

function isAt({ channel, week }: Place, index: number): boolean {
  const { channelIndex, weekIndex } = cellAt(space, index);
  return channelIndex === channel && weekIndex === week;
}

describe('the surface of a plan', () => {
  it('has the plan where the plan is, elsewhere the best with its best stock by the plan’s share of it, and nothing where all is refused', () => {
    fc.assert(
      fc.property(anyLogs, anyRefused, (logs, refused) => {
        const profits = profitsOf(logs);
        const { surface, action, outcome } = planOf(logs, { refused });
        const planned = outcome.profit!.expected;
        const place = placeOf(action);
        const own = [...logs.keys()].find((index) => {
          const { promotionIndex, factorIndex } = cellAt(space, index);
          return (
            isAt(place, index) &&
            space.promotions[promotionIndex]!.name === action.promotion &&
            space.priceFactors[factorIndex] === action.priceFactor
          );
        })!;
        const stockShare = action.stockUnits / bestStockOf(own, logs[own]!);
        expect(surface.map((weeks) => weeks.length)).toEqual([3, 3]);
        surface.forEach((weeks, channel) =>
          weeks.forEach((value, week) => {
            if (isAt({ channel, week }, own)) {
              expect(value).toBe(planned);
              return;
            }
            const open = [...logs.keys()].filter(
              (index) => isAt({ channel, week }, index) && refused[index] === 0,
            );
            const highest = Math.max(...open.map((index) => profits[index]!));
            const best = open.find((index) => profits[index] === highest)!;
            if (open.length === 0) expect(value).toBeNull();
            else expect(value).toBeCloseTo(withBestStock(best, logs[best]!, 20, stockShare), 6);
          }),
        );
      }),
    );
  });

  it('is told at the ad spend of the plan, which lifts all cells alike', () => {
    const economy = economyIn(space);
    const logUnits = flat(space, 4);
    const index = 1;
    const money = { ...moneyOf(economy, index), fixedCost: 90 };
    const offer = { index, priceFactor: 1, adSpend: 90, logUnits: 4.5, money, ...untold };
    const allowed = new Uint8Array(cells).fill(1);
    const doubts = new Float64Array(offerCount(space));
    const { surface } = planProduct({
      ...{ space, table, economy, unitsPerOrder: 1, usual: sampleUsual(), middle },
      isAsUsual: false,
      product: sampleProduct(),
      decisions: [{ offer, stock: stockOf(economy, 4.5, money) }],
      best: bestCells({ space, economy, logUnits, allowed, doubts }, offer),
      ...{ doubts, keptShares: [1, 1, 1] },
    });
    // The dearest price without a promotion, in the shop and on the market.
    const [inShop, onMarket] = [2, 8].map((cell) => withBestStock(cell, 4.5, 90));
    const own = withBestStock(index, 4.5, 90);
    for (const [week, expected] of [own, inShop!, inShop!].entries())
      expect(surface[0]![week]).toBeCloseTo(expected, 9);
    expect(surface[1]).toEqual(new Array(3).fill(expect.closeTo(onMarket!, 9)));
  });
});

describe('the best of a week and channel', () => {
  const economy = economyIn(space);
  const logUnits = flat(space, 4);
  const allowed = new Uint8Array(cells).fill(1);
  const searched = { space, economy, logUnits, allowed };
  const offerAt = (index: number, logs: number) => {
    const money = moneyOf(economy, index);
    return { index, priceFactor: 1, adSpend: space.adSpend, logUnits: logs, money };
  };
  const ofChannel = offerCount(space) / space.channels.length;

  it('is the plan’s own offer where the plan is, as the plan says it, whatever looks better', () => {
    const doubts = new Float64Array(offerCount(space));
    const best = bestCells({ ...searched, doubts }, offerAt(cells - 1, 0.5));
    expect(best.cells.at(-1)).toBe(cells - 1);
    expect(best.logUnits[cells - 1]).toBe(0.5);
    expect(logUnits[cells - 1]).toBe(4);
  });

  it('has to promise more where such products never met it', () => {
    const free = bestCells(
      { ...searched, doubts: new Float64Array(offerCount(space)) },
      offerAt(0, 4),
    );
    const chosen = free.cells[1]!;
    const doubts = new Float64Array(offerCount(space));
    doubts[chosen % doubts.length] = 2;
    const doubted = bestCells({ ...searched, doubts }, offerAt(0, 4));
    expect(doubted.cells[1]).not.toBe(chosen);
    expect(Math.floor(doubted.cells[1]! / ofChannel)).toBe(1);
    expect(doubted.logUnits[chosen]).toBe(4);
  });
});

describe('alternatives', () => {
  const year = smallSpace({ weeks: mondays(52), priceFactors: [1] });

  it('say in what they are unlike the plan, each with a forecast of its own', () => {
    const logUnits = Float64Array.from({ length: cellCount(year) }, (_, index) => {
      const { weekIndex, channelIndex } = cellAt(year, index);
      return 4 + (channelIndex === 1 ? 1.6 : 0) + (weekIndex === 10 ? 0.2 : 0);
    });
    const plan = planOf(logUnits, { space: year });
    expect(plan.alternatives.map(({ kind }) => kind)).toEqual(['other-channel', 'other-season']);
    const [channel, season] = plan.alternatives;
    expect(channel!.action.channel).not.toBe(plan.action.channel);
    expect(Math.abs(season!.action.launchDay - plan.action.launchDay)).toBeGreaterThanOrEqual(42);
    for (const { outcome, odds } of plan.alternatives) {
      expect(outcome.profit!.expected).toBeLessThanOrEqual(plan.outcome.profit!.expected);
      expect(odds.sellThrough).toBeGreaterThan(0);
    }
  });

  it('are none where nothing else was ever tried', () => {
    const refused = new Uint8Array(cells).fill(1);
    refused[4] = 0;
    const plan = planOf(flat(space, 4), { refused });
    expect(plan.alternatives).toEqual([]);
    expect(plan.surface.flat().filter((value) => value !== null)).toHaveLength(1);
  });
});
