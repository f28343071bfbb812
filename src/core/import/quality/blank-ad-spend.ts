import { cellAt } from '../csv/coded-column.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { NumberColumns } from '../columns/read-columns.ts';
import type { NumberRemark } from './number-remarks.ts';

/**
 * Finds launches with blank ad spend in a file where others have one. Many sellers mean that no ads ran, but only they
 * know, so the default is "not known". A cell with unreadable content is not blank.
 */
export function blankAdSpend(
  { adSpend }: Pick<NumberColumns, 'adSpend'>,
  { rows, mapping }: { readonly rows: TextRows; readonly mapping: Mapping },
): NumberRemark[] {
  const header = mapping.fields.adSpend;
  const cells = header === undefined ? undefined : rows.columns.get(header);
  if (!cells || adSpend.every(Number.isNaN)) return [];
  const isBlank = (place: number) => cellAt(cells, place).trim() === '';
  const places = [...adSpend.keys()].filter((p) => Number.isNaN(adSpend[p]) && isBlank(p));
  if (places.length === 0) return [];
  return [
    {
      ...{ kind: 'blank-ad-spend', severity: 'info', field: 'adSpend', treatment: 'zero' },
      ...{ usually: false, places, instead: places.map(() => 0) },
    },
  ];
}
