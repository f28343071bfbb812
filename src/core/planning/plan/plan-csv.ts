import type { Currency } from '#core/base/currency.ts';
import type { WrittenCell } from '#core/base/text/inert-cell.ts';
import { writeTable } from '#core/base/text/write-table.ts';
import { isoDate, type Day } from '#core/base/dates.ts';
import type { Aim } from './aim.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';
import { tagPrice } from './tag-price.ts';
import { orderDay } from './open-tasks.ts';

type Column = readonly [header: string, cell: (plan: LaunchPlan, aim: Aim) => WrittenCell];

/** The header names are a public format; new columns go to the end. */
const COLUMNS: readonly Column[] = [
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
  ['ad_spend', ({ action }) => rounded(action.adSpend)],
  ['odds_of_loss', ({ odds }) => rounded(odds.loss)],
  ['odds_of_selling_out', ({ odds }) => rounded(odds.sellOut)],
  ['leftover_units', ({ odds }) => rounded(odds.leftoverUnits)],
  ['tried_alike', ({ support }) => support.alike],
  ['tried_anywhere', ({ support }) => support.anywhere],
  ['verdict', ({ verdict }) => verdict.kind],
  ['order_by', (plan, aim) => dateOrNull(orderDay(plan, aim))],
  ['price_before_promotion', ({ action, product }) => tagPrice(action, product)],
];

/**
 * Writes one line per product, including those not recommended (see the verdict column). Ranges are the 80% ranges and
 * odds are 0–1; `price` is what buyers pay, promotion included. An empty cell means that the data cannot show it, or
 * that there is nothing to order.
 */
export function planCsv({ plans, aim }: Ranking, currency: Currency | null = null): string {
  const lines = plans.map((plan) => [...COLUMNS.map(([, cell]) => cell(plan, aim)), currency]);
  return writeTable([[...COLUMNS.map(([header]) => header), 'currency'], ...lines]);
}

function rounded(value: number | null | undefined): number | null {
  return Number.isFinite(value) ? Math.round(Number(value) * 100) / 100 : null;
}

function dateOrNull(day: Day | null): string | null {
  return day === null ? null : isoDate(day);
}
