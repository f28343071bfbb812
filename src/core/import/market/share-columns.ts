// Shares and growth written as fractions or in per cent. The form is decided over whole columns; no cell is guessed alone.

import type { CodedColumn } from '../csv/coded-column.ts';
import { quantile } from '#core/base/statistics/statistics.ts';

/** A column of shares: its cells, and its numbers, of which those with a percent sign are fractions already. */
export interface ShareColumn {
  readonly cells: CodedColumn | undefined;
  readonly numbers: Float64Array;
}

const PERCENT = 100;

/** Returns shares of 0–1 of columns that are written alike: in per cent where any is above 1. */
export function sharesOf(columns: readonly ShareColumn[]): Float64Array[] {
  const isPercent =
    !areMarked(columns) && columns.some(({ numbers }) => numbers.some((share) => share > 1));
  return columns.map(({ numbers }) => scaled(numbers, isPercent));
}

/**
 * Returns relative changes of a column. They are in per cent where one falls by more than all, or half of them more than
 * double or fall to nothing.
 */
export function growthOf(column: ShareColumn): Float64Array {
  const { numbers } = column;
  const sizes = numbers.filter((change) => !Number.isNaN(change)).map(Math.abs);
  const isPercent =
    !areMarked([column]) &&
    (numbers.some((change) => change < -1) || (sizes.length > 0 && quantile(sizes, 0.5) > 1));
  return scaled(numbers, isPercent);
}

function areMarked(columns: readonly ShareColumn[]): boolean {
  return columns.some(({ cells }) => cells?.texts.some((text) => /[%％]/.test(text)) ?? false);
}

function scaled(numbers: Float64Array, isPercent: boolean): Float64Array {
  return isPercent ? numbers.map((share) => share / PERCENT) : numbers;
}
