// Whether pairs bought together in one quarter are pairs of the next. The truth was fixed before any result was seen: the
// 100 pairs of the next quarter whose count stands out most from independence (Poisson likelihood ratio), with at least
// LEAST_COUNT orders. The rival is raw lift with the same least count.

import { mean } from '#core/base/statistics/statistics.ts';
import { LEAST_COUNT } from '#core/model/associations/associations.ts';
import { basketsOf, type Baskets } from '#core/model/associations/baskets.ts';
import { strongestPairs } from '#core/model/associations/bought-together.ts';
import { countPairs } from '#core/model/associations/count-pairs.ts';
import { logOfLines, type LoggedLine } from '../../support/log-of-lines.ts';
import { finished } from './finished.ts';
import { giftLines, groceryLines, hasRealLines } from './real-lines.ts';

const QUARTER_DAYS = 91;
const TOP = 100;
const LEAST_RATIO = 1.2;

/** Prints recall@100 for each shop; returns the missed targets. */
export function together(): readonly string[] {
  if (!hasRealLines()) {
    console.log('  skipped: ../shared/data is not here');
    return [];
  }
  const categories = groceryLines().map((line) => ({ ...line, productId: line.category }));
  return [...measured('giftware', giftLines()), ...measured('grocery', categories)];
}

interface Quarter {
  readonly ours: readonly string[];
  readonly raw: readonly string[];
  /** Pairs that stand out most, and those with the highest lift. */
  readonly truth: ReadonlySet<string>;
  readonly highest: ReadonlySet<string>;
}

function measured(name: string, lines: readonly LoggedLine[]): string[] {
  const begin = lines.reduce((least, { day }) => Math.min(least, day), Infinity);
  const days = lines.reduce((most, { day }) => Math.max(most, day), 0) - begin + 1;
  const last = Math.round(days / QUARTER_DAYS) - 1;
  const quarterAt = (day: number): number =>
    Math.min(last, Math.floor((day - begin) / QUARTER_DAYS));
  const quarters = Array.from({ length: last + 1 }, (_, k) =>
    quarterOf(lines.filter(({ day }) => quarterAt(day) === k)),
  );
  const recallOf = (list: 'ours' | 'raw', truth: 'truth' | 'highest'): number =>
    mean(quarters.slice(1).map((next, k) => recall(quarters[k]![list], next[truth])));
  const [ours, raw] = [recallOf('ours', 'truth'), recallOf('raw', 'truth')];
  console.log(
    `  ${name}: ${quarters.length} quarters; recall@${TOP} ${ours.toFixed(3)}, raw lift ${raw.toFixed(3)} (${(ours / raw).toFixed(2)} times); pairs with the highest lift instead: ${recallOf('ours', 'highest').toFixed(3)}, ${recallOf('raw', 'highest').toFixed(3)}`,
  );
  return ours >= LEAST_RATIO * raw
    ? []
    : [`together: ${name} reaches ${(ours / raw).toFixed(2)} times raw lift`];
}

function recall(list: readonly string[], truth: ReadonlySet<string>): number {
  return list.filter((pair) => truth.has(pair)).length / truth.size;
}

function quarterOf(lines: readonly LoggedLine[]): Quarter {
  const log = logOfLines(lines);
  const baskets = basketsOf(log, Uint32Array.from(log.products.keys()), log.products.length);
  const named = (item: number): { name: string; title: string } => ({
    name: log.products[item]!.productId,
    title: '',
  });
  const ours = finished(strongestPairs(baskets, named, TOP)).map(({ first, second }) =>
    keyOf(first, second),
  );
  const scored = scoredPairs(baskets, (item) => named(item).name);
  const top = (score: (pair: Scored) => number): string[] =>
    [...scored]
      .sort((a, b) => score(b) - score(a))
      .slice(0, TOP)
      .map(({ key }) => key);
  const raw = top(({ lift }) => lift);
  return { ours, raw, highest: new Set(raw), truth: new Set(top(({ standsOut }) => standsOut)) };
}

interface Scored {
  readonly key: string;
  readonly lift: number;
  readonly standsOut: number;
}

function scoredPairs(baskets: Baskets, nameOf: (item: number) => string): Scored[] {
  const { first, second, both } = finished(countPairs(baskets, LEAST_COUNT)).frequent;
  return Array.from(first, (item, k) => {
    const other = second[k]!;
    const expected = (baskets.frequency[item]! * baskets.frequency[other]!) / baskets.orderCount;
    const count = both[k]!;
    const ratio = 2 * (count * Math.log(count / expected) - (count - expected));
    return {
      key: keyOf(nameOf(item), nameOf(other)),
      lift: count / expected,
      standsOut: count > expected ? ratio : -ratio,
    };
  });
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
