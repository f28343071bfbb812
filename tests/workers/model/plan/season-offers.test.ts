// @module-tag training
// @module-tag whole
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { optionOfPlacement } from '#core/season/offers/placed-option.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { optionsAt } from '#core/season/offers/season-option.ts';
import {
  NEVER_TRIED,
  offerPlace,
  type ProductOffers,
  type SeasonOffers,
} from '#core/season/offers/season-offers.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { planProductsAndWeeks, type Planned } from '#workers/model/plan/plan-products.ts';
import { seasonBeside, type SeasonInput } from '#workers/model/plan/season-offers.ts';
import { solveSeason } from '#workers/season/solve-season.ts';
import { openSolver } from '#workers/season/solver.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { notFinite } from '../../../support/not-finite.ts';
import { spaceOf } from '../../../support/planning.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

let engine: EngineSession;
let planned: Planned;
let offers: SeasonOffers;
let input: SeasonInput;

beforeAll(async () => {
  engine = await openNodeEngine();
  const shop = generateShop({ launches: 400, newProducts: 12 });
  const [table, products] = [shopTable(shop), shopProducts(shop)];
  const model = await fitInNode(table, { engine, settings: { searchSeconds: 0, epochs: 6 } });
  const onProduct = () => Promise.resolve();
  const space = spaceOf({ model, table });
  const made = await planProductsAndWeeks({
    ...{ model, table, products, space, engine, onProduct, aim: USUAL_AIM },
  });
  input = { model, table, products, heldOut: null, competition: null, pause: onProduct };
  planned = made.planned;
  offers = {
    ...{ datasetId: 1, modelId: 1, plannedAt: 1 },
    ...made.offers,
    ...(await seasonBeside(input)),
  };
});
afterAll(() => engine.dispose());

const free = { isAdLimited: false, isStockLimited: false };
const solver = await openSolver();

/** Solves a season of one product without limits, in all weeks of the offers. */
async function aloneInSeason(product: ProductOffers): Promise<readonly Placement[]> {
  const limits = { ...usualLimits(offers.weeks[0]!), weekCount: offers.weeks.length };
  const outcome = await solveSeason(
    {
      ...{ offers: { ...offers, products: [product], pairs: [] }, limits, start: null, gap: 0 },
      ...{ seconds: 30, now: () => 0, onBetter: () => undefined },
      pause: () => Promise.resolve(),
    },
    () => Promise.resolve(solver),
  );
  return outcome.kind === 'solved' ? outcome.solution.placements : [];
}

describe('what is kept beside plans', () => {
  it('says of every week and channel what the plan of the product shows of it', () => {
    for (const product of offers.products) {
      const { surface } = planned.plans.find(({ product: { id } }) => id === product.productId)!;
      offers.channels.forEach((_, channel) => {
        offers.weeks.forEach((_week, week) => {
          const option = optionsAt(offers, product, { week, channel, ...free }).at(0);
          const shown = surface[channel]?.[week] ?? null;
          expect(option === undefined).toBe(shown === null);
          // Kept as half the digits.
          if (option && shown !== null) expect(option.value / shown).toBeCloseTo(1, 4);
        });
      });
    }
  });

  it('makes a season of one launch, without limits, the same as the plan', async () => {
    let moved = 0;
    for (const product of offers.products) {
      const plan = planned.plans.find(({ product: { id } }) => id === product.productId)!;
      const [placement] = await aloneInSeason(product);
      if (!placement) continue;
      const { launchDay, channel, promotion, priceFactor, stockUnits } = plan.action;
      const option = optionOfPlacement(offers, placement)!;
      expect([offers.weeks[option.week], placement.channel]).toEqual([launchDay, channel]);
      expect(offers.promotions[option.promotion]?.name ?? null).toBe(promotion);
      expect([option.priceFactor, option.stockUnits]).toEqual([priceFactor, stockUnits]);
      expect(option.value).toBeCloseTo(plan.outcome.profit!.expected, 2);
      if (plan.passedOver) moved += 1;
    }
    // Of some products, another place has a higher forecast, so that counting it alone would not do.
    expect(moved).toBeGreaterThan(3);
  });

  it('orders as cautiously as the plan does', async () => {
    const { model, table, products } = input;
    const space = spaceOf({ model, table });
    const onProduct = () => Promise.resolve();
    const aim = { ...USUAL_AIM, attitude: 'cautious' } as const;
    const cautious = await planProductsAndWeeks({
      ...{ model, table, products, space, engine, onProduct, aim },
    });
    const kept = { ...offers, ...cautious.offers };
    const stockOf = (plans: Planned, own: SeasonOffers) =>
      plans.plans.map(({ action, product: { id } }) => {
        const product = own.products.find(({ productId }) => productId === id)!;
        const week = own.weeks.indexOf(action.launchDay);
        const channel = own.channels.findIndex(({ name }) => name === action.channel);
        return [
          optionsAt(own, product, { week, channel, ...free })[0]!.stockUnits,
          action.stockUnits,
        ];
      });
    for (const [held, ordered] of stockOf(cautious.planned, kept)) expect(held).toBe(ordered);
    for (const [held, ordered] of stockOf(planned, offers)) expect(held).toBe(ordered);
    const total = (plans: Planned) =>
      plans.plans.reduce((sum, { action }) => sum + action.stockUnits, 0);
    expect(total(cautious.planned)).toBeLessThan(total(planned));
    const shares = kept.products.map(({ stockShare }) => stockShare!);
    expect(Math.min(...shares)).toBeLessThan(1);
    // Without caution, a little stock is given up where it makes next to no difference.
    for (const { stockShare } of offers.products) {
      expect(stockShare).toBeGreaterThan(0.8);
      expect(stockShare).toBeLessThanOrEqual(1);
    }
  });

  it('knows what less ad spend would move, up to what the plan spends', () => {
    for (const { productId, adSpends } of offers.products) {
      const { action } = planned.plans.find(({ product: { id } }) => id === productId)!;
      expect(adSpends.at(-1)).toEqual({ adSpend: action.adSpend, moved: 0 });
      const spends = adSpends.map(({ adSpend }) => adSpend);
      expect(spends).toEqual([...spends].sort((a, b) => a - b));
      expect(adSpends.every(({ moved }) => moved <= 0)).toBe(true);
    }
  });

  it('holds no number that is none', () => {
    expect(notFinite(offers)).toEqual([]);
    expect(
      offers.products.every(({ offers: own }) => own.some((each) => each !== NEVER_TRIED)),
    ).toBe(true);
    expect(offerPlace(offers, 2, 1)).toBe(2 * offers.channels.length + 1);
  });

  it('names products that are alike, and how much such launches take from each other', () => {
    const { pairs, competition } = offers;
    expect(pairs.length).toBeGreaterThan(0);
    expect(competition.low80).toBeLessThanOrEqual(competition.later + competition.earlier);
    expect(competition.high80).toBeGreaterThanOrEqual(competition.later + competition.earlier);
    expect(competition.pairCount).toBeGreaterThan(100);
  });

  it('counts how often each channel was tried in each category', () => {
    const { channels, categories, between, noise } = offers.arms!;
    const { table } = input;
    for (const { category, tried } of categories)
      channels.forEach((channel, c) => {
        const rows = table.category.filter(
          (own, row) => own === category && table.channel[row] === channel,
        );
        expect(tried[c]).toBe(rows.length);
      });
    expect(categories.length).toBe(new Set(table.category).size);
    expect(channels.toSorted()).toEqual(offers.channels.map(({ name }) => name).toSorted());
    expect([between > 0, noise > 0]).toEqual([true, true]);
  });

  it('takes what was told of the same model before', async () => {
    const competition = { ...offers.competition, later: 0.77 };
    const arms = { ...offers.arms!, noise: 0.55 };
    const beside = await seasonBeside({ ...input, competition, arms });
    expect([beside.competition, beside.arms]).toEqual([competition, arms]);
  });
});
