// @module-tag training
// @module-tag whole
// Histories that no seller would be proud of: the answer is finite everywhere, or says what is missing.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import { seasonUse, seasonValue } from '#core/season/problem/season-value.ts';
import { planProducts, planProductsAndWeeks } from '#workers/model/plan/plan-products.ts';
import { seasonBeside } from '#workers/model/plan/season-offers.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { notFinite } from '../../../support/not-finite.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

/** Outcomes in the order of the funnel, so that it is learnt. */
const sold = (units: number): LaunchRow => ({
  impressions: units * 200,
  clicks: units * 10,
  orders: units,
  units,
  revenue: units * 9,
});

const usual = (i: number): LaunchRow => ({
  title: `Mug ${i % 5}`,
  category: i % 2 ? 'Kitchen' : 'Garden',
  brand: i % 3 ? 'Hearth' : 'Fern',
  material: i % 4 ? 'clay' : 'glass',
  day: 19_000 + 20 * i,
  channel: i % 3 ? 'shop' : 'market',
  promotion: i % 4 ? 'none' : '10% off',
  listPrice: 10 + (i % 4),
  salePrice: (10 + (i % 4)) * (i % 4 ? 1 : 0.9) * (0.9 + (i % 3) / 10),
  unitCost: 4,
  adSpend: 20 + i,
  channelFee: i % 3 ? 0 : 0.15,
  ...sold(5 + (i % 20)),
});

/** All that a table must say. */
const bare = (i: number): LaunchRow => ({ day: 19_000 + 20 * i, units: 5 + (i % 20) });

function history(count: number, change: (i: number) => LaunchRow, base = usual): LaunchTable {
  return launchTable(Array.from({ length: count }, (_, i) => ({ ...base(i), ...change(i) })));
}

function withAttributes(table: LaunchTable, names: readonly string[]): LaunchTable {
  const values = table.title.map((_, i) => (i % 4 ? 'clay' : 'glass'));
  return { ...table, attributes: Object.fromEntries(names.map((name) => [name, values])) };
}

const unknown: NewProduct = {
  ...{ id: 'unknown', title: '', category: '', brand: '' },
  listPrice: null,
  unitCost: null,
  attributes: {},
};
const products: readonly NewProduct[] = [
  unknown,
  { ...unknown, id: 'usual', title: 'Mug 1', category: 'Kitchen', listPrice: 11, unitCost: 4 },
  { ...unknown, id: 'other', category: 'constructor', attributes: { material: '__proto__' } },
  { ...unknown, id: 'long', title: 'mug '.repeat(2500), category: 'x'.repeat(10_000) },
  { ...unknown, id: 'dear', category: 'Garden', listPrice: 1e9, unitCost: 1e9 },
  { ...unknown, id: 'free', category: 'Garden', listPrice: 0, unitCost: 0 },
];

/** Nothing but what the words of `metrics.ts` allow: no share of nothing sold, and no R² where all outcomes are equal. */
const DOCUMENTED =
  /^(holdout|headScores)\.\d\.(mae|wape|r2Log)$|^crossValidation\.\d\.(blend|median)Wape$/;

async function answersTo(table: LaunchTable) {
  const model = await fitInNode(table, { engine, settings: { searchSeconds: 0.1, epochs: 6 } });
  const space = deriveActionSpace(table, model.encoding.basis, dayFromCalendar(2026, 1, 1));
  const request = {
    model,
    table,
    space,
    engine,
    aim: USUAL_AIM,
    onProduct: () => Promise.resolve(),
  };
  const onPause = () => Promise.resolve();
  const all = await planProductsAndWeeks({ ...request, products });
  const beside = await seasonBeside({
    ...{ model, table, products, heldOut: null, competition: null, pause: onPause },
  });
  const offers = { datasetId: 1, modelId: 1, plannedAt: 1, ...all.offers, ...beside };
  const problem = seasonProblem(offers, {
    ...usualLimits(offers.weeks[0]!),
    ...{ adBudget: 1000, stockBudget: 1000 },
  });
  const choice = greedySeason(problem)!;
  return {
    model,
    all: all.planned,
    season: {
      ...{ beside, value: seasonValue(problem, choice), use: seasonUse(problem, choice) },
      placements: placementsOf(problem, choice),
    },
    each: [
      await planProducts({ ...request, products: [products[1]!] }),
      await planProducts({ ...request, products: [products[5]!] }),
    ],
    predicted: await predictLaunches(model, table, { engine }),
  };
}

async function expectFinite(table: LaunchTable): Promise<void> {
  const { model, all, each, predicted, season } = await answersTo(table);
  const { report, net, ridges, trees, residuals, level, blend, medians } = model;
  const learnt = { net, ridges, trees, residuals, level, blend, medians, predicted };
  expect(notFinite(learnt)).toEqual([]);
  expect(notFinite(report).filter((path) => !DOCUMENTED.test(path))).toEqual([]);
  expect(notFinite({ all, each, season })).toEqual([]);
  expect(all.plans).toHaveLength(products.length);
  for (const { action, outcome } of all.plans) {
    const { low80, low50, expected, high50, high80 } = outcome.units;
    const ascending = [0, low80, low50, expected, high50, high80];
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
    expect(action.stockUnits).toBeGreaterThanOrEqual(1);
  }
}

describe('a bad history is answered in finite numbers:', () => {
  it.each([
    {
      says: 'constant columns',
      given: history(40, () => ({
        ...{ title: 'Mug', category: 'Kitchen', brand: 'Fern', material: 'clay' },
        ...{ channel: 'shop', promotion: 'none', listPrice: 10, salePrice: 10, adSpend: 5 },
      })),
    },
    { says: 'one category only', given: history(40, () => ({ category: 'Kitchen' })) },
    { says: 'all outcomes equal but five', given: history(40, (i) => (i % 8 ? sold(7) : {})) },
    {
      says: 'a channel and a promotion seen twice',
      given: history(40, (i) => (i % 20 ? {} : { channel: 'fair', promotion: 'gift' })),
    },
    {
      says: 'channels and promotions all seen twice',
      given: history(40, (i) => ({ channel: `c${i >> 1}`, promotion: `p${i >> 1}` })),
    },
    { says: 'some outcomes of a billion', given: history(40, (i) => (i % 9 ? {} : sold(1e9))) },
    {
      says: 'outcomes of a billion in the newest launches only',
      given: history(40, (i) => (i < 34 ? {} : sold(1e9))),
    },
    {
      says: '400 categories',
      given: history(400, (i) => ({ category: `c${i}`, day: 19_000 + i })),
    },
    {
      says: 'titles of 10,000 characters',
      given: history(40, (i) => ({ title: `word${i} long `.repeat(1000).slice(0, 10_000) })),
    },
    { says: 'titles of one long word', given: history(40, () => ({ title: 'x'.repeat(10_000) })) },
    { says: 'all launched on one day', given: history(40, () => ({ day: 19_500 })) },
    { says: 'all launched on one day, few', given: history(12, () => ({ day: 19_500 })) },
    { says: 'eight launches', given: history(8, () => ({})) },
    { says: 'eight launches that say units only', given: history(8, () => ({}), bare) },
    { says: 'eight launches, only one sold', given: history(8, (i) => (i > 0 ? sold(0) : {})) },
    { says: 'thirty launches', given: history(30, () => ({})) },
    { says: 'thirty launches that say units only', given: history(30, () => ({}), bare) },
    { says: 'hardly any seen or sold', given: history(40, (i) => (i % 8 ? sold(0) : {})) },
    {
      says: 'seen, but hardly any sold',
      given: history(40, (i) => (i % 8 ? { clicks: 0, orders: 0, units: 0, revenue: 0 } : {})),
    },
    {
      says: 'nothing sold in the newest launches',
      given: history(40, (i) => (i < 30 ? {} : sold(0))),
    },
    { says: 'half of the units unknown', given: history(80, (i) => (i % 2 ? { units: NaN } : {})) },
    {
      says: 'units unknown in the newest launches',
      given: history(60, (i) => (i > 40 ? { units: NaN } : {})),
    },
    {
      says: 'a funnel in the older launches only',
      given: history(60, (i) => (i < 34 ? {} : { impressions: NaN, clicks: NaN, orders: NaN })),
    },
    {
      says: 'a category called constructor',
      given: history(40, () => ({ category: 'constructor' })),
    },
    {
      says: 'attributes and channels called as what every object answers to',
      given: withAttributes(
        history(40, (i) => ({ channel: i % 3 ? 'constructor' : '__proto__' })),
        ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'],
      ),
    },
    { says: 'no prices at all', given: history(40, () => ({ listPrice: NaN, salePrice: NaN })) },
    {
      says: 'prices and costs of nothing',
      given: history(40, () => ({ listPrice: 0, salePrice: 0, unitCost: 0 })),
    },
    {
      says: 'one promotion that gives everything away',
      given: history(40, (i) => (i % 4 ? {} : { salePrice: 0 })),
    },
    { says: 'ad spend of a billion', given: history(40, (i) => ({ adSpend: i % 9 ? 0 : 1e9 })) },
  ])('$says', ({ given }) => expectFinite(given));
});

describe('a history too small says how many launches are missing:', () => {
  it.each([
    { says: 'seven launches', given: history(7, () => ({})), rowsUsed: 7 },
    {
      says: 'eighty launches of which seven say units',
      given: history(80, (i) => (i < 7 ? {} : { units: NaN })),
      rowsUsed: 7,
    },
    { says: 'none', given: history(0, () => ({})), rowsUsed: 0 },
  ])('$says', async ({ given, rowsUsed }) => {
    await expect(fitInNode(given, { engine })).rejects.toMatchObject({
      code: 'too-few-outcomes',
      details: { rowsUsed, minimum: 8 },
    });
  });
});

it.each([7, 0, 1e9])(
  'a history of launches that all sold %i shows nothing to learn',
  async (units) => {
    await expect(
      fitInNode(
        history(40, () => sold(units)),
        { engine },
      ),
    ).rejects.toMatchObject({
      code: 'outcomes-alike',
      details: { launchCount: 40, alikeCount: 40, units },
    });
  },
);

it.each([
  { says: 'few', given: history(31, () => ({})), heads: ['units'] },
  {
    says: 'told in the older launches only',
    given: history(60, (i) => (i < 34 ? {} : { impressions: NaN, clicks: NaN, orders: NaN })),
    heads: ['impressions', 'clickRate', 'conversion'],
  },
])('where the funnel is $says, plans come from what was judged', async ({ given, heads }) => {
  const settings = { searchSeconds: 0.1, epochs: 6 };
  const { report, net, trees } = await fitInNode(given, { engine, settings });
  expect(report.heads).toEqual(heads);
  expect(net!.shape.heads.slice(0, heads.length).map(({ name }) => name)).toEqual(heads);
  expect(trees).toHaveLength(heads.length);
});
