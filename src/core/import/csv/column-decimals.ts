import { textCounts, type CodedColumn } from './coded-column.ts';
import {
  countDecimalVotes,
  decideDecimalSign,
  type DecimalSign,
  type DecimalVotes,
} from '../values/read-number.ts';

/** Counts the votes for each decimal sign. Every row votes, including rows that share a text. */
export function decimalVotes(cells: CodedColumn | undefined): DecimalVotes {
  const total = { point: 0, comma: 0 };
  if (!cells) return total;
  const counts = textCounts(cells);
  cells.texts.forEach((text, place) => {
    const { point, comma } = countDecimalVotes([text]);
    total.point += point * counts[place]!;
    total.comma += comma * counts[place]!;
  });
  return total;
}

/** Decides the decimal sign for columns without evidence of their own, from the votes of all columns of the file. */
export function fileDecimalSign(columns: readonly DecimalVotes[]): DecimalSign {
  return decideDecimalSign({
    point: columns.reduce((count, { point }) => count + point, 0),
    comma: columns.reduce((count, { comma }) => count + comma, 0),
  });
}

/**
 * Returns whether any text contains a comma. Some exports write money as 5.255,61 and counts as 12,131. A count has no
 * three decimals, so its comma separates groups.
 */
export function hasGroups({ texts }: CodedColumn): boolean {
  return texts.some((text) => text.includes(','));
}
