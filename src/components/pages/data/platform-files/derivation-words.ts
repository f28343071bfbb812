import {
  LINE_REASONS,
  PRODUCT_REASONS,
  type DerivationAccount,
  type LineReason,
  type ProductReason,
} from '#core/import/derivation/derivation-settings.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';
import type { RowPart } from '../row-account.ts';

const PRODUCTS: Readonly<Record<ProductReason, (given: { days: string }) => string>> = {
  'seen-before': m.exports_product_seen_before,
  'too-recent': m.exports_product_too_recent,
  'beside-gap': m.exports_product_beside_gap,
  'unlike-title': m.exports_product_unlike_title,
};

const LINES: Readonly<Record<LineReason, () => string>> = {
  cancelled: m.exports_line_cancelled,
  'no-date': m.exports_line_no_date,
  'no-quantity': m.exports_line_no_quantity,
  'no-product': m.exports_line_no_product,
  'not-a-product': m.exports_line_not_a_product,
  'no-title': m.exports_line_no_title,
  'no-price': m.exports_line_no_price,
  bulk: m.exports_line_bulk,
};

/** Accounts for all products that were sold: the launches, then the others by reason, most first. */
export function productParts(
  { launchCount, productsSetAside }: DerivationAccount,
  horizonDays: number,
): RowPart[] {
  const launches = { label: m.exports_product_launch(), rowCount: launchCount };
  const others = PRODUCT_REASONS.map((reason) => ({
    label: PRODUCTS[reason]({ days: formatCount(horizonDays) }),
    rowCount: productsSetAside[reason],
  }));
  return [launches, ...mostFirst(others)];
}

/** Accounts for all lines that were read: the lines counted, then the others by reason, most first. */
export function lineParts({ linesCounted, linesSetAside }: DerivationAccount): RowPart[] {
  const counted = { label: m.exports_line_counted(), rowCount: linesCounted };
  const others = LINE_REASONS.map((reason) => ({
    label: LINES[reason](),
    rowCount: linesSetAside[reason],
  }));
  return [counted, ...mostFirst(others)];
}

function mostFirst(parts: readonly RowPart[]): RowPart[] {
  return parts.toSorted((a, b) => b.rowCount - a.rowCount);
}
