import type { ExportKind } from '#core/import/platform-files/export-format.ts';
import type { FileAccount } from '#core/import/derivation/file-account.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';
import { listed } from '#components/words/lists.ts';

interface UsedRows {
  readonly used: string;
  readonly rows: string;
  readonly entries: string;
}

const USED: Readonly<Record<ExportKind, (counts: UsedRows) => string>> = {
  'order-lines': m.exports_account_order_lines,
  orders: m.exports_account_orders,
  catalogue: m.exports_account_catalogue,
  stock: m.exports_account_stock,
  traffic: m.exports_account_traffic,
  ads: m.exports_account_ads,
  returns: m.exports_account_returns,
};

/** Says what became of the rows of a file, a sentence each; empty if the file is not recognised. */
export function accountWords({ found, rowCount, account }: FileFacts): readonly string[] {
  if (found === null) return [];
  if (account === null) return [m.exports_account_unused()];
  const used = USED[found.kind]({
    used: formatCount(account.usedRows),
    rows: formatCount(rowCount),
    entries: formatCount(account.entryCount),
  });
  return [used, ...setAside(account)];
}

function setAside({
  refundRows,
  otherKinds,
  unnamedRows,
  repeatedRows,
}: FileAccount): readonly string[] {
  const ofOtherKinds = otherKinds.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const kinds = listed(otherKinds.map(kindWords));
  const parts: readonly (readonly [number, (given: { count: string }) => string])[] = [
    [refundRows, m.exports_account_refunds],
    [ofOtherKinds, ({ count }) => m.exports_account_other_kinds({ count, kinds })],
    [unnamedRows, m.exports_account_unnamed],
    [repeatedRows, m.exports_account_repeated],
  ];
  return parts.flatMap(([count, words]) =>
    count > 0 ? [words({ count: formatCount(count) })] : [],
  );
}

function kindWords({ name, rowCount }: FileAccount['otherKinds'][number]): string {
  const count = formatCount(rowCount);
  return name === ''
    ? m.exports_account_kind_unnamed({ count })
    : m.exports_account_kind({ name, count });
}
