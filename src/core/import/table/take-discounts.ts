import { inCents } from '#core/base/cents.ts';
import { cellAt } from '../csv/coded-column.ts';
import { decimalVotes } from '../csv/column-decimals.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import { decideDecimalSign } from '../values/read-number.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Mapping } from '../schema/mapping.ts';
import { contradiction, DISCOUNT_TOLERANCE, discountShares } from '../columns/discount-shares.ts';
import { decimalSigns, type NumberColumns } from '../columns/read-columns.ts';

interface Discounted {
  readonly rows: TextRows;
  readonly mapping: Mapping;
  readonly log: IssueLog;
}

/** Fills in a missing list price or sale price from the other one and the discount. Where both are known, they stay. */
export function takeDiscounts(
  numbers: NumberColumns,
  { rows, mapping, log }: Discounted,
): NumberColumns {
  const header = mapping.fields.discount;
  const cells = header === undefined ? undefined : rows.columns.get(header);
  if (header === undefined || cells === undefined) return numbers;
  const { listPrice, salePrice } = numbers;
  const decimal = decideDecimalSign(decimalVotes(cells), decimalSigns(rows, mapping).listPrice);
  const shares = discountShares({ header, cells, decimal, listPrice, salePrice });
  const finding = { severity: 'warning', field: 'discount', column: header } as const;
  if (shares === null) {
    log.note({ ...finding, kind: 'discount-unclear' }, 0, cells.texts.find(Boolean));
    return numbers;
  }
  const against = { ...finding, kind: 'discount-contradicts' } as const;
  shares.forEach((share, row) => {
    if (contradiction(share, listPrice[row]!, salePrice[row]!) > DISCOUNT_TOLERANCE)
      log.add(against, rows.rowNumbers[row]!, cellAt(cells, row));
  });
  return {
    ...numbers,
    salePrice: salePrice.map((price, row) =>
      Number.isNaN(price) ? inCents(listPrice[row]! * (1 - shares[row]!)) : price,
    ),
    listPrice: listPrice.map((price, row) =>
      Number.isNaN(price) ? inCents(salePrice[row]! / (1 - shares[row]!)) : price,
    ),
  };
}
