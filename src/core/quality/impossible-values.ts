import type { NumberFieldName } from '../schema/fields.ts';
import type { NumberColumns } from '../table/read-columns.ts';
import type { NumberRemark } from './number-remarks.ts';

/** Of two counts of one launch the one holds the other: what is clicked was seen. */
interface Rule {
  readonly whole: NumberFieldName;
  readonly part: NumberFieldName;
  /** How much of the part the whole must hold at least. */
  readonly share: number;
  /** Which of them is not believed. */
  readonly emptied: NumberFieldName;
}

/**
 * From the end of the funnel to its beginning, as counts further up are less sure: orders are on the books, views are
 * estimates. Cancelled orders leave fewer units than orders, but not fewer than half.
 */
const RULES: readonly Rule[] = [
  { whole: 'units', part: 'returns', share: 1, emptied: 'returns' },
  { whole: 'units', part: 'orders', share: 0.5, emptied: 'orders' },
  { whole: 'clicks', part: 'orders', share: 1, emptied: 'clicks' },
  { whole: 'impressions', part: 'clicks', share: 1, emptied: 'impressions' },
];

/** Where more rows than this break a rule, the columns mean something else, and nothing is emptied unasked. */
const MOST_BROKEN = 0.2;

/** Counts that cannot be, because another count of the same launch says otherwise. */
export function impossibleValues(numbers: NumberColumns): NumberRemark[] {
  const remarks: NumberRemark[] = [];
  const doubted = new Map<NumberFieldName, ReadonlySet<number>>();
  for (const rule of RULES) {
    const { places, usually } = breaks(rule, numbers, doubted.get(rule.part));
    if (places.length === 0) continue;
    const { emptied: field } = rule;
    const instead = places.map(() => NaN);
    doubted.set(field, new Set(places));
    remarks.push({
      ...{ kind: 'impossible-value', severity: 'warning', treatment: 'empty' },
      ...{ field, usually, places, instead },
    });
  }
  return remarks;
}

function breaks(
  { whole, part, share }: Rule,
  numbers: NumberColumns,
  doubted: ReadonlySet<number> = new Set(),
): { places: number[]; usually: boolean } {
  const places: number[] = [];
  let comparable = 0;
  numbers[part].forEach((count, place) => {
    const held = numbers[whole][place]!;
    if (Number.isNaN(held) || Number.isNaN(count) || doubted.has(place)) return;
    comparable += 1;
    if (held < share * count) places.push(place);
  });
  return { places, usually: places.length <= Math.max(1, MOST_BROKEN * comparable) };
}
