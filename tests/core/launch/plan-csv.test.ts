import Papa from 'papaparse';
import { expect, it } from 'vitest';
import type { LaunchPlan, OutcomeRange, Ranking } from '#core/launch/launch-plan.ts';
import { planCsv } from '#core/launch/plan-csv.ts';

const range: OutcomeRange = { expected: 120.456, low80: 80, low50: 100, high50: 140, high80: 190 };
const plan = (title: string): LaunchPlan => ({
  product: {
    id: '0012',
    title,
    category: '',
    brand: '',
    listPrice: 10,
    unitCost: 4,
    attributes: {},
  },
  action: {
    launchDay: 20_521,
    channel: 'own store',
    promotion: null,
    priceFactor: 1,
    salePrice: 10,
    adSpend: null,
    stockUnits: 160,
  },
  outcome: { units: range, revenue: range, profit: null },
  usual: {
    channel: null,
    channelShare: null,
    promotion: null,
    promotionShare: null,
    period: 3,
    outcome: { units: range, revenue: null, profit: null },
  },
  surface: [[1]],
  supportCount: 3,
  assumed: [],
});
const ranking = (title: string): Ranking => ({
  datasetId: 1,
  modelId: 1,
  plannedAt: 0,
  objective: 'revenue',
  channels: [],
  weeks: [],
  cellsPerProduct: 1,
  limits: [],
  plans: [plan(title)],
});
const readBack = (title: string) =>
  Papa.parse<Record<string, string>>(planCsv(ranking(title)), {
    header: true,
    skipEmptyLines: true,
  }).data[0]!;

it('is read back by an independent parser, identifiers and missing figures intact', () => {
  const row = readBack('Mug, "red"\nlarge');
  expect(row).toMatchObject({
    product_id: '0012',
    title: 'Mug, "red"\nlarge',
    launch_date: '2026-03-09',
    promotion: '',
    units_expected: '120.46',
    revenue_expected: '120.46',
    revenue_low: '80',
    revenue_high: '190',
    profit_expected: '',
    stock: '160',
  });
});

it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\tx'])('makes the formula %j plain text', (title) => {
  expect(readBack(title).title).toBe(`'${title}`);
});
