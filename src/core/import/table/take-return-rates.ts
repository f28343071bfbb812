import type { CodedColumn } from '../csv/coded-column.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { NumberColumns } from '../columns/read-columns.ts';

const RATE_HEADER = /%|％|\b(?:rate|share|percent(?:age)?|quote|taux|tasa|taxa)\b|率|比例|占比/iu;

/**
 * Returns the units that came back, where the column of returns holds a share of the units sold: "35%", 35 or 0.35 under
 * "return rate" are 70 of 200.
 */
export function takeReturnRates(
  numbers: NumberColumns,
  { rows, mapping }: { readonly rows: TextRows; readonly mapping: Mapping },
): NumberColumns {
  const header = mapping.fields.returns ?? '';
  const cells = rows.columns.get(header);
  if (cells === undefined || !RATE_HEADER.test(header)) return numbers;
  const { returns, units } = numbers;
  const hundred = isInPercent(cells, returns) ? 100 : 1;
  return {
    ...numbers,
    returns: returns.map((share, row) => Math.round((share / hundred) * units[row]!)),
  };
}

/** A number with a percent sign has been read as a fraction. */
function isInPercent({ texts }: CodedColumn, shares: Float64Array): boolean {
  return !texts.some((text) => /[%％]/.test(text)) && shares.some((share) => share > 1);
}
