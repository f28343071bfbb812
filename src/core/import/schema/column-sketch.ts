import { guessDateOrder, readDate } from '../values/read-date.ts';
import { readDiscount } from '../values/read-discount.ts';
import { readNumberInWords } from '../values/number-in-words.ts';
import { countDecimalVotes, decideDecimalSign } from '../values/read-number.ts';
import { isMissing, readText } from '../values/read-text.ts';
import { countTexts, quantile, sum } from '#core/base/statistics/statistics.ts';
import { listedItems } from '#core/base/text/split-words.ts';
import { isChannelName } from './channel-names.ts';

/** What the values of a column look like, judging by a sample. */
export interface ColumnSketch {
  readonly valueCount: number;
  /** Number of distinct items. A value may list several items. */
  readonly distinctItemCount: number;
  /** Share of all items that occur at least `REPEATED` times. */
  readonly repeatedItemShare: number;
  /** Shares of the non-missing values, 0–1. */
  readonly numberShare: number;
  readonly dateShare: number;
  readonly wholeShare: number;
  /** Share of values that can be a discount. */
  readonly discountShare: number;
  /** Share of values that name places to sell. */
  readonly channelShare: number;
  /** Length in characters that few items exceed. */
  readonly usualLength: number;
}

/** A rarer item says nothing about the products that share it. */
const REPEATED = 4;
const FEW_LONGER = 0.95;

/** Sketches a column from its sampled cells. All shares are 0 if no cell has a value. */
export function sketchColumn(cells: readonly string[]): ColumnSketch {
  const values = cells.map(readText).filter((value) => !isMissing(value));
  const decimal = decideDecimalSign(countDecimalVotes(values));
  const { order } = guessDateOrder(values);
  const numbers = values.map((value) => readNumberInWords(value, decimal));
  const items = values.flatMap(listedItems);
  const itemCounts = countTexts(items).map(([, count]) => count);
  const share = (count: number): number => (values.length === 0 ? 0 : count / values.length);
  return {
    valueCount: values.length,
    distinctItemCount: itemCounts.length,
    repeatedItemShare:
      items.length === 0 ? 0 : sum(itemCounts.filter((count) => count >= REPEATED)) / items.length,
    numberShare: share(numbers.filter(isNumberOrNotFinite).length),
    discountShare: share(values.filter((value) => readDiscount(value, decimal)).length),
    wholeShare: share(numbers.filter(Number.isInteger).length),
    dateShare: share(values.filter((value) => !Number.isNaN(readDate(value, order))).length),
    channelShare: share(values.filter((value) => listedItems(value).every(isChannelName)).length),
    usualLength:
      items.length === 0
        ? 0
        : quantile(
            items.map(({ length }) => length),
            FEW_LONGER,
          ),
  };
}

function isNumberOrNotFinite(read: ReturnType<typeof readNumberInWords>): boolean {
  return typeof read === 'number' || read === 'not-finite';
}
