import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchPlan, Verdict } from '#core/planning/plan/launch-plan.ts';
import { planCsv } from '#core/planning/plan/plan-csv.ts';
import {
  sampleAction,
  samplePlan,
  sampleProduct,
  sampleRanking,
  sampleUsual,
} from '../../../support/ranking.ts';

const rowsOf = (plans: readonly LaunchPlan[], leadTimeDays = 0) => {
  const stock = { ...USUAL_AIM.stock, leadTimeDays };
  const { data, errors } = Papa.parse<Record<string, string>>(
    planCsv(sampleRanking({ plans, aim: { ...USUAL_AIM, stock } })),
    { header: true, skipEmptyLines: true, delimiter: ',', newline: '\r\n' },
  );
  expect(errors).toEqual([]);
  return data;
};
const rowOf = (change: Partial<LaunchPlan>, leadTimeDays = 0) =>
  rowsOf([samplePlan(change)], leadTimeDays)[0]!;
const titled = (title: string) => samplePlan({ product: sampleProduct({ title }) });

describe('plans as CSV', () => {
  it('begin with the columns that other programs know', () => {
    expect(
      planCsv(sampleRanking({ plans: [] }))
        .split(',')
        .slice(0, 8),
    ).toEqual(
      'product_id,title,launch_date,channel,promotion,price_factor,price,units_expected'.split(','),
    );
  });

  it('are read back by an independent parser', () => {
    expect(rowOf({ product: sampleProduct({ title: 'Mug, "red"\nlarge 红 🫖' }) })).toEqual({
      product_id: '0012',
      title: 'Mug, "red"\nlarge 红 🫖',
      launch_date: '2026-03-09',
      channel: 'Own store',
      promotion: '10% off',
      price_factor: '1.05',
      price: '11.34',
      units_expected: '120.46',
      units_low: '78.3',
      units_high: '192.73',
      revenue_expected: '1365.97',
      revenue_low: '887.88',
      revenue_high: '2185.55',
      profit_expected: '602.28',
      profit_low: '391.48',
      profit_high: '963.65',
      stock: '160',
      usual_units_expected: '80',
      usual_revenue_expected: '907.2',
      usual_profit_expected: '400',
      ad_spend: '60',
      odds_of_loss: '0.04',
      odds_of_selling_out: '0.23',
      leftover_units: '38.25',
      tried_alike: '7',
      tried_anywhere: '31',
      verdict: 'launch',
      order_by: '',
      price_before_promotion: '12.6',
      currency: '',
    });
  });

  it('leave empty what the data cannot tell', () => {
    const { outcome, odds } = samplePlan();
    const row = rowOf({
      action: sampleAction({ promotion: null, salePrice: null, adSpend: null }),
      outcome: { ...outcome, profit: null },
      odds: { ...odds, loss: null },
      usual: sampleUsual({ outcome: { ...outcome, revenue: null, profit: null } }),
    });
    const empty = Object.keys(row).filter((column) => row[column] === '');
    expect(empty).toEqual([
      ...['promotion', 'price', 'profit_expected', 'profit_low', 'profit_high'],
      ...['usual_revenue_expected', 'usual_profit_expected', 'ad_spend', 'odds_of_loss'],
      ...['order_by', 'currency'],
    ]);
  });

  it('name the currency of every amount, where it is known', () => {
    const [header, line] = planCsv(sampleRanking({ plans: [samplePlan()] }), 'GBP').split('\r\n');
    expect([header!.split(',').at(-1), line!.split(',').at(-1)]).toEqual(['currency', 'GBP']);
  });

  it('keep what is better not launched, with the reason and nothing to order', () => {
    const verdict: Verdict = { kind: 'negative-margin' };
    expect(rowOf({}, 14)).toMatchObject({ verdict: 'launch', order_by: '2026-02-23' });
    expect(rowOf({ verdict }, 14)).toMatchObject({ verdict: 'negative-margin', order_by: '' });
  });

  it('keep a loss a number', () => {
    const { outcome, product } = samplePlan();
    const profit = { expected: -12.5, low80: -40, low50: -20, high50: -5, high80: 3 };
    expect(rowOf({ product, outcome: { ...outcome, profit } })).toMatchObject({
      profit_expected: '-12.5',
      profit_low: '-40',
    });
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1+1', '＝1+1', '－2'])(
    'make the formula %j plain text',
    (title) => {
      expect(rowsOf([titled(title)])[0]!.title).toBe(`'${title}`);
    },
  );

  it('keep any title, and let none run as a formula', () => {
    const special = fc.constantFrom('"', ',', '\n', '\r\n', ' ', '=', '-', '@', '＋', '杯', '🫖');
    const title = fc
      .array(fc.oneof(special, fc.string({ unit: 'grapheme' })))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 4 }), (titles) => {
        const read = rowsOf(titles.map(titled)).map((row) => row.title!);
        expect(read.length).toBe(titles.length);
        read.forEach((text, i) => {
          // Nothing but apostrophes is added, before what would run: at the beginning, or behind another country's end of a cell.
          expect(text.replaceAll("'", '')).toBe(titles[i]!.replaceAll("'", ''));
          expect(text).not.toMatch(/(?:^|[;\t\r\n])\s*[=+\-@＝＋－＠]/u);
        });
      }),
    );
  });
});
