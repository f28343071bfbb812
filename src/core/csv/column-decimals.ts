import { textCounts, type CodedColumn } from './coded-column.ts';
import {
  countDecimalVotes,
  decideDecimalSign,
  type DecimalSign,
  type DecimalVotes,
} from './read-number.ts';

/** Each row has its say, however many rows share a text. */
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

/** What the columns of a file say together: the sign for those that say nothing. */
export function fileDecimalSign(columns: readonly DecimalVotes[]): DecimalSign {
  return decideDecimalSign({
    point: columns.reduce((count, { point }) => count + point, 0),
    comma: columns.reduce((count, { comma }) => count + comma, 0),
  });
}

/** Some exports write money as 5.255,61 and counts as 12,131: a count has no three decimals. */
export function hasGroups({ texts }: CodedColumn): boolean {
  return texts.some((text) => text.includes(','));
}
