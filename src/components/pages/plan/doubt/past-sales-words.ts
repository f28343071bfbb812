// Says how a plan compares with what past launches sold, and names every mark of the figure that shows it.

import { shortTitle } from '#core/base/text/short-title.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { beyondSimilar, orderBeyondAny, type Beyond } from '#core/planning/plan/beyond-similar.ts';
import type { SimilarSales } from '#core/planning/plan/past-sales.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatMonth } from '#components/words/dates.ts';
import { formatCount, formatRough, formatUnits } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import type { Finding } from '#components/ui/feedback/finding.ts';

export type Compared = Pick<LaunchPlan, 'action' | 'outcome' | 'product' | 'pastSales'>;

/** From here on, a multiple is said; below it only that a figure lies above all. */
const MULTIPLE = 1.5;

/** Says what similar launches sold, or that the plan lies above all of them. */
export function pastSalesFinding(plan: Compared): Pick<Finding, 'icon' | 'title'> {
  const { pastSales } = plan;
  if (!pastSales) return { icon: 'note', title: m.doubt_not_stored() };
  const [beyond] = beyondSentences(plan);
  if (beyond !== undefined) return { icon: 'warn', title: beyond };
  const { similar } = pastSales;
  if (similar.length === 0) return { icon: 'note', title: m.doubt_none() };
  return {
    icon: 'note',
    title: m.doubt_sold({ ...tally(similar.length), range: soldRange(similar) }),
  };
}

/** Says that the order, or else the forecast, lies above every similar launch; empty where neither does. */
export function beyondSentences(plan: Compared): string[] {
  const beyond = beyondSimilar(plan, plan.pastSales);
  return beyond ? [beyondWords(beyond, plan)] : [];
}

function soldRange(similar: readonly SimilarSales[]): string {
  const units = similar.map((sales) => sales.units);
  const high = Math.max(...units);
  const isSoldOut = similar.some((sales) => sales.units === high && sales.isSoldOut);
  return rangeWords({ low: Math.min(...units), high, isSoldOut });
}

/** Returns, for example, "21–170", or "21–170 or more" where the highest sold out. */
function rangeWords({ low, high, isSoldOut }: Pick<Beyond, 'low' | 'high' | 'isSoldOut'>): string {
  const range = formatRange(low, high, formatCount);
  return isSoldOut ? m.doubt_or_more({ range }) : range;
}

function beyondWords(beyond: Beyond, { product }: Compared): string {
  const { what, times } = beyond;
  const isOnHand = (product.firstStock ?? 0) > 0;
  return m.doubt_beyond({
    what: what === 'order' && isOnHand ? 'stock' : what,
    size: times >= MULTIPLE && Number.isFinite(times) ? 'times' : 'above',
    times: formatRough(times),
    range: rangeWords(beyond),
  });
}

/** Says that a plan orders more than every similar launch, and nearly all of its kind, sold; '' where it does not. */
export function beyondAnyWords(
  launch: Pick<LaunchPlan, 'action' | 'outcome'>,
  pastSales: LaunchPlan['pastSales'],
): string {
  const beyond = orderBeyondAny(launch, pastSales);
  return beyond ? m.doubt_beyond_any({ range: rangeWords(beyond) }) : '';
}

/** One mark of the figure. */
export interface UnitsMark {
  readonly kind: 'forecast' | 'order' | 'median' | 'category-median' | 'similar' | 'sold-out';
  readonly units: number;
  /** What it is. */
  readonly name: string;
  /** Its units in words, such as "about 120, likely 80–190" or "> 134: sold out". */
  readonly value: string;
}

/** Returns the marks of the figure, lowest first. */
export function unitsMarks({ action, outcome, product, pastSales }: Compared): UnitsMark[] {
  const { units } = outcome;
  const isOnHand = (product.firstStock ?? 0) > 0;
  const median = (kind: 'median' | 'category-median', value: number | null | undefined) =>
    value === null || value === undefined
      ? []
      : [{ kind, units: value, name: MEDIANS[kind](), value: formatCount(value) }];
  const marks: UnitsMark[] = [
    {
      ...{ kind: 'forecast', units: units.expected, name: m.doubt_forecast() },
      value: m.plan_range({
        measure: 'units',
        expected: formatUnits(units.expected),
        range: formatRange(units.low80, units.high80, formatUnits),
      }),
    },
    {
      ...{ kind: 'order', units: action.stockUnits, value: formatCount(action.stockUnits) },
      name: isOnHand ? m.doubt_stock() : m.doubt_order(),
    },
    ...median('median', pastSales?.median),
    ...median('category-median', pastSales?.categoryMedian),
    ...(pastSales?.similar ?? []).map(similarMark),
  ];
  return marks.sort((a, b) => a.units - b.units);
}

const MEDIANS = { median: m.doubt_median, 'category-median': m.doubt_category_median };

function similarMark({ title, day, units, isSoldOut }: SimilarSales): UnitsMark {
  const text = formatCount(units);
  return {
    kind: isSoldOut ? 'sold-out' : 'similar',
    units,
    name: m.doubt_launch({ title: shortTitle(title), month: formatMonth(day) }),
    value: isSoldOut ? m.doubt_sold_out({ text }) : text,
  };
}

/** Returns, for example, "Linen apron, slate (March 2026): 134". */
export function markWords({ name, value }: UnitsMark): string {
  return m.doubt_mark({ name, value });
}
