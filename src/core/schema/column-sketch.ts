import { guessDateOrder, readDate } from '../csv/read-date.ts';
import { countDecimalVotes, decideDecimalSign, readNumber } from '../csv/read-number.ts';
import { isMissing, readText } from '../csv/read-text.ts';
import { mean } from '../statistics.ts';

/** What the values of a column look like, as far as a sample shows. */
export interface ColumnSketch {
  readonly valueCount: number;
  readonly distinctCount: number;
  /** Shares of the values that are there, 0–1. */
  readonly numberShare: number;
  readonly dateShare: number;
  readonly wholeShare: number;
  readonly meanLength: number;
}

export function sketchColumn(cells: readonly string[]): ColumnSketch {
  const values = cells.map(readText).filter((value) => !isMissing(value));
  const decimal = decideDecimalSign(countDecimalVotes(values));
  const { order } = guessDateOrder(values);
  const numbers = values.map((value) => readNumber(value, decimal));
  const share = (count: number): number => (values.length === 0 ? 0 : count / values.length);
  return {
    valueCount: values.length,
    distinctCount: new Set(values).size,
    numberShare: share(numbers.filter(isNumberOrNotFinite).length),
    wholeShare: share(numbers.filter(Number.isInteger).length),
    dateShare: share(values.filter((value) => !Number.isNaN(readDate(value, order))).length),
    meanLength: values.length === 0 ? 0 : mean(values.map((value) => value.length)),
  };
}

function isNumberOrNotFinite(read: ReturnType<typeof readNumber>): boolean {
  return typeof read === 'number' || read === 'not-finite';
}
