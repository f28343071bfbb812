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
import { isStoppingLack, type LaunchLack } from '#core/import/derivation/launch-lack.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import type { Finding } from '#components/ui/feedback/finding.ts';
import { tally, countedLaunches } from '#components/words/counts.ts';
import { knownWay } from './export-guide.ts';

const PRODUCTS: Readonly<Record<ProductReason, (given: { days: string }) => string>> = {
  'seen-before': m.exports_product_seen_before,
  'too-recent': m.exports_product_too_recent,
  'beside-gap': m.exports_product_beside_gap,
  'unlike-title': m.exports_product_unlike_title,
};

const LINES: Readonly<Record<LineReason, () => string>> = {
  cancelled: m.exports_line_cancelled,
  pending: m.exports_line_pending,
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

/** Says how many lines wait for their payment, while they are left out. */
export function pendingFindings(account: DerivationAccount | null): Finding[] {
  const count = account?.linesSetAside.pending ?? 0;
  if (count === 0) return [];
  const title = m.exports_pending(tally(count));
  return [{ icon: 'warn', title, advice: m.exports_pending_advice() }];
}

/** Says why there are too few launches, and which export would show more; empty if there are enough. */
export function lackFindings(lack: LaunchLack | null, files: readonly FileFacts[]): Finding[] {
  if (lack === null) return [];
  return [{ icon: isStoppingLack(lack) ? 'wrong' : 'warn', ...wordsOf(lack, files) }];
}

function wordsOf(lack: LaunchLack, files: readonly FileFacts[]): Pick<Finding, 'title' | 'advice'> {
  switch (lack.kind) {
    case 'nothing-counted':
      return {
        title: m.exports_lack_nothing_counted(),
        advice: m.exports_lack_nothing_counted_advice(),
      };
    case 'short-records':
      return {
        title: m.exports_lack_short_records(tally(lack.dayCount)),
        advice: m.exports_lack_short_records_advice({
          before: formatCount(lack.beforeDays),
          after: formatCount(lack.afterDays),
          how: wayOut(files),
        }),
      };
    case 'few-launches':
      return {
        title: m.exports_lack_few_launches({
          launches: countedLaunches(lack.launchCount),
          least: formatCount(lack.leastLaunches),
        }),
        advice: m.exports_lack_few_launches_advice({
          before: formatCount(lack.seenBefore),
          recent: formatCount(lack.tooRecent),
          how: wayOut(files),
        }),
      };
    case 'single-pieces':
      return {
        title: m.exports_lack_single_pieces(),
        advice: m.exports_lack_single_pieces_advice(),
      };
  }
}

/** Says how to export from the platform of the given orders; '' if that is not known. */
function wayOut(files: readonly FileFacts[]): string {
  const orders = files.find(
    ({ found }) => found?.kind === 'order-lines' || found?.kind === 'orders',
  );
  return (orders?.found && knownWay(orders.found.formatId)) ?? '';
}
