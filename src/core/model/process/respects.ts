// The respects in which launches are compared: words, levels of a text, numbers, meaning and looks of products; season,
// channel, promotion, price and other columns of decisions; and time.

import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { basisGroups, sharedCount } from '../features/action-basis.ts';
import {
  fitsOf,
  inputGroups,
  levelInputs,
  markAndPriceInputs,
} from '../features/product-encoder.ts';
import type { RowEncoding } from '../outcomes/heads.ts';

/** Columns of an encoded product or decision. */
interface Columns {
  readonly from: number;
  readonly count: number;
}

/**
 * Products. `isPaired`: together with each decision, too, because a season, a channel or a promotion may suit products
 * that are alike in it.
 */
export type ProductRespect = MarksRespect | LineRespect | BellRespect;

/** Words or levels: the cosine of those that both have, the rare ones counting most. */
export interface MarksRespect extends Columns {
  readonly kind: 'marks';
  readonly rarity: Float32Array;
  readonly isPaired: boolean;
}

/** Numbers: the product of both around the middle, so that their effect is a line. */
export interface LineRespect extends Columns {
  readonly kind: 'line';
  readonly middle: Float32Array;
  readonly isPaired: boolean;
}

/** One number: a bell over the distance of both. */
export interface BellRespect {
  readonly kind: 'bell';
  readonly from: number;
  /** Standard deviation. */
  readonly spread: number;
  readonly isPaired: boolean;
}

/** Decisions: the product of both, so that their effect is linear in the columns. */
export interface DecisionRespect extends Columns {
  readonly isPaired: boolean;
}

export interface Respects {
  readonly products: readonly ProductRespect[];
  readonly decisions: readonly DecisionRespect[];
  /** Column of a decision that tells its time; null where the history is too short for a trend. */
  readonly time: number | null;
}

/** Encoded launches: [count × inputs] and [count × columns]. */
export interface EncodedRows {
  readonly x: Float32Array;
  readonly phi: Float32Array;
  readonly count: number;
}

/** Numbers of groups of the action basis; see `basisGroups`. */
const CONSTANT_GROUP = 0;
const PAIRED_GROUPS = [1, 2, 3];
const TREND_GROUP = 7;

/** Returns the respects in which these launches differ. */
export function respectsOf(encoding: RowEncoding, { x, phi, count }: EncodedRows): Respects {
  const inputs = matrixOf(x, count);
  const decisions = matrixOf(phi, count);
  const products = [...markRespects(encoding, inputs), ...numberRespects(encoding, inputs)];
  const shared = basisGroups(encoding.basis).slice(0, sharedCount(encoding.basis));
  const varied = runsOf(shared).filter(
    (own) => own.group !== CONSTANT_GROUP && decisions.vary(own),
  );
  return {
    products: products.filter((own) => own.kind === 'bell' || inputs.vary(own)),
    decisions: varied.map(({ group, from, count: columns }) => ({
      ...{ from, count: columns },
      isPaired: PAIRED_GROUPS.includes(group),
    })),
    time: varied.find(({ group }) => group === TREND_GROUP)?.from ?? null,
  };
}

type Matrix = ReturnType<typeof matrixOf>;

function markRespects({ encoder }: RowEncoding, inputs: Matrix): MarksRespect[] {
  const words = { from: 0, count: encoder.words.length };
  return [words, ...levelInputs(encoder)].map((own, place) => ({
    ...{ kind: 'marks', ...own, rarity: inputs.rarity(own) },
    isPaired: place === 0 || encoder.texts[place - 1]!.name === 'category',
  }));
}

/** Price and cost, each attribute that is a number, meaning and looks. The fits to events are left to other models. */
function numberRespects({ encoder }: RowEncoding, inputs: Matrix): ProductRespect[] {
  const { markCount, priceInput } = markAndPriceInputs(encoder);
  const fits = fitsOf(encoder, inputs.first).length;
  const groups = runsOf(inputGroups(encoder)).filter(
    ({ from }) => from >= markCount && from < inputs.first.length - fits,
  );
  const numbers = 1 + encoder.numbers.length;
  return groups.flatMap(({ from, count }, place): ProductRespect[] => {
    const isMeaning = place === numbers && encoder.meaning !== null;
    const middle = inputs.means({ from, count });
    const line = { kind: 'line', from, count, middle, isPaired: isMeaning } as const;
    if (place >= numbers) return [line];
    const told = place === 0 ? priceInput : from;
    const spread = inputs.spread(told);
    return spread > 0 ? [line, { kind: 'bell', from: told, spread, isPaired: false }] : [line];
  });
}

/** Returns the columns of each group, whose columns lie side by side. */
function runsOf(groups: readonly number[]): (Columns & { readonly group: number })[] {
  const starts = [...groups.keys()].filter((at) => groups[at] !== groups[at - 1]);
  return starts.map((from, i) => {
    const count = (starts[i + 1] ?? groups.length) - from;
    return { from, count, group: groups[from]! };
  });
}

function matrixOf(values: Float32Array, count: number) {
  const width = values.length / count;
  const column = (at: number) =>
    Array.from({ length: count }, (_, row) => values[row * width + at]!);
  const columns = (own: Columns) =>
    Array.from({ length: own.count }, (_, k) => column(own.from + k));
  return {
    first: values.subarray(0, width),
    means: (own: Columns) => Float32Array.from(columns(own), mean),
    spread: (at: number) => standardDeviation(column(at)),
    vary: (own: Columns) => columns(own).some((each) => each.some((value) => value !== each[0])),
    /** Inverse document frequencies, as in text search. */
    rarity: (own: Columns) =>
      Float32Array.from(columns(own), (each) =>
        Math.log(1 + count / (1 + each.filter((value) => value > 0).length)),
      ),
  };
}
