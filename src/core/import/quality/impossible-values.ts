import type { NumberFieldName } from '#core/launch/fields.ts';
import type { NumberColumns } from '../columns/read-columns.ts';
import type { NumberRemark } from './number-remarks.ts';

/** Two counts of one launch, one of which includes the other: clicks are part of impressions. */
interface Rule {
  readonly whole: NumberFieldName;
  readonly part: NumberFieldName;
  /** Least share of the part that the whole must hold. */
  readonly share: number;
  /** The field that is emptied if the rule is broken. */
  readonly emptied: NumberFieldName;
}

/**
 * Rules from the end of the funnel to its beginning, as earlier counts are less certain: orders are booked, views are
 * estimated. Cancelled orders leave fewer units than orders, but at least half as many.
 */
const RULES: readonly Rule[] = [
  { whole: 'units', part: 'returns', share: 1, emptied: 'returns' },
  { whole: 'units', part: 'orders', share: 0.5, emptied: 'orders' },
  { whole: 'clicks', part: 'orders', share: 1, emptied: 'clicks' },
  { whole: 'impressions', part: 'clicks', share: 1, emptied: 'impressions' },
];

/**
 * If a larger share of rows breaks a rule, the columns probably mean something else. Then emptying is off by default.
 */
const MOST_BROKEN = 0.2;

/** Finds counts that contradict another count of the same launch. */
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
