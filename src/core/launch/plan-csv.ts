import { writeCell, type WrittenCell } from '../csv/write-cell.ts';
import { isoDate } from '../dates.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';

const COLUMNS: readonly (readonly [header: string, cell: (plan: LaunchPlan) => WrittenCell])[] = [
  ['product_id', ({ product }) => product.id],
  ['title', ({ product }) => product.title],
  ['launch_date', ({ action }) => isoDate(action.launchDay)],
  ['channel', ({ action }) => action.channel],
  ['promotion', ({ action }) => action.promotion],
  ['price_factor', ({ action }) => action.priceFactor],
  ['price', ({ action }) => action.salePrice],
  ['units_expected', ({ outcome }) => rounded(outcome.units.expected)],
  ['units_low', ({ outcome }) => rounded(outcome.units.low80)],
  ['units_high', ({ outcome }) => rounded(outcome.units.high80)],
  ['revenue_expected', ({ outcome }) => rounded(outcome.revenue?.expected)],
  ['revenue_low', ({ outcome }) => rounded(outcome.revenue?.low80)],
  ['revenue_high', ({ outcome }) => rounded(outcome.revenue?.high80)],
  ['profit_expected', ({ outcome }) => rounded(outcome.profit?.expected)],
  ['profit_low', ({ outcome }) => rounded(outcome.profit?.low80)],
  ['profit_high', ({ outcome }) => rounded(outcome.profit?.high80)],
  ['stock', ({ action }) => action.stockUnits],
  ['usual_units_expected', ({ usual }) => rounded(usual.outcome.units.expected)],
  ['usual_revenue_expected', ({ usual }) => rounded(usual.outcome.revenue?.expected)],
  ['usual_profit_expected', ({ usual }) => rounded(usual.outcome.profit?.expected)],
];

/** One line a product (RFC 4180). Ranges are the 8 in 10 ones; an empty cell means that the data cannot tell. */
export function planCsv(ranking: Ranking): string {
  const lines = ranking.plans.map((plan) => COLUMNS.map(([, cell]) => writeCell(cell(plan), ',')));
  return [COLUMNS.map(([header]) => header), ...lines]
    .map((line) => `${line.join(',')}\r\n`)
    .join('');
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 100) / 100;
}
