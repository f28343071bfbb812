import type { ExportKind } from '#core/import/platform-files/export-format.ts';
import { isStopping, type ExportProblem } from '#core/import/platform-files/export-problem.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import type { Gap } from '#core/import/derivation/data-gaps.ts';
import type { TableKind } from '#core/import/kind/kinds.ts';
import { m } from '#messages';
import type { Finding } from '#components/ui/feedback/finding.ts';
import { tally } from '#components/words/counts.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { listed } from '#components/words/lists.ts';
import { kindWords, type KindWords } from '../import/kind-words.ts';
import { howToExport } from './export-guide.ts';
import type { FileAccount } from '#core/import/derivation/file-account.ts';

const KINDS: Readonly<Record<ExportKind, () => string>> = {
  'order-lines': m.exports_kind_order_lines,
  orders: m.exports_kind_orders,
  catalogue: m.exports_kind_catalogue,
  stock: m.exports_kind_stock,
  traffic: m.exports_kind_traffic,
  ads: m.exports_kind_ads,
  returns: m.exports_kind_returns,
};

/** Returns what a file is, such as "Shopify: orders", or what it looks like. */
export function foundWords({ found, tableKind }: FileFacts): string {
  if (found === null) return foreignWords(tableKind)?.title ?? m.exports_file_unknown();
  const kind = KINDS[found.kind]();
  return found.platform === ''
    ? m.exports_kind_plain({ kind })
    : m.exports_file_kind({ platform: found.platform, kind });
}

/** What a file is, where it holds no launches either; null where it may. */
function foreignWords(kind: TableKind | null): KindWords | null {
  return kind === null || kind === 'launches' ? null : kindWords(kind);
}

/** Returns the device's time zone, such as "Europe/Berlin". */
function deviceClock(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

type Words = Pick<Finding, 'title' | 'advice'>;
type ProblemWords = {
  readonly [Kind in ExportProblem['kind']]: (
    problem: Extract<ExportProblem, { kind: Kind }>,
  ) => Words;
};

const PROBLEMS: ProblemWords = {
  unrecognised: ({ file, tableKind }) => {
    const foreign = foreignWords(tableKind);
    if (foreign === null)
      return {
        title: m.exports_problem_unrecognised({ file }),
        advice: m.exports_problem_unrecognised_advice(),
      };
    return { title: m.exports_problem_unused({ file }), advice: m.exports_problem_kind(foreign) };
  },
  'missing-columns': ({ file, columns, formatId }) => ({
    title: m.exports_problem_missing_columns({ file, columns: listed(columns.map(anyOf)) }),
    advice: m.exports_problem_missing_columns_advice({ how: howToExport(formatId) }),
  }),
  'no-product-column': ({ file, nearest }) => ({
    title: m.exports_problem_no_product({ file }),
    advice:
      nearest === null
        ? m.exports_problem_no_product_advice()
        : m.exports_problem_no_product_nearest({ nearest }),
  }),
  'lines-without-order': ({ file, lineCount }) => ({
    title: m.exports_problem_no_order({ file, ...tally(lineCount) }),
    advice: m.exports_problem_no_order_advice(),
  }),
  'no-order-number': ({ file }) => ({
    title: m.exports_problem_no_number({ file }),
    advice: m.exports_problem_no_number_advice(),
  }),
  'unmatched-returns': ({ pieceCount }) => ({
    title: m.exports_problem_returns(tally(pieceCount)),
    advice: m.exports_problem_returns_advice(),
  }),
  'no-sales': () => ({
    title: m.exports_problem_no_sales(),
    advice: m.exports_problem_no_sales_advice(),
  }),
  'undated-lines': ({ lineCount }) => ({
    title: m.exports_problem_undated_lines(tally(lineCount)),
    advice: m.exports_problem_undated_lines_advice(),
  }),
  'orders-without-items': ({ orderCount }) => ({
    title: m.exports_problem_orders_without_items(tally(orderCount)),
    advice: m.exports_problem_orders_without_items_advice(),
  }),
  'utc-moments': () => ({
    title: m.exports_problem_utc_moments(),
    advice: m.exports_problem_utc_moments_advice({ clock: deviceClock() }),
  }),
  overlap: ({ lineCount }) => ({
    title: m.exports_problem_overlap(tally(lineCount)),
    advice: m.exports_problem_overlap_advice(),
  }),
  'other-shop': ({ knownShare }) => ({
    title: m.exports_problem_other_shop(),
    advice: m.exports_problem_other_shop_advice({ share: formatPercent(knownShare) }),
  }),
};

const NOTES: ReadonlySet<ExportProblem['kind']> = new Set([
  ...(['no-order-number', 'overlap', 'utc-moments'] as const),
]);

/** Returns the problems as findings, those that stop the import first. */
export function problemFindings(problems: readonly ExportProblem[]): Finding[] {
  const order: readonly Finding['icon'][] = ['wrong', 'warn', 'note'];
  return problems
    .map((problem) => ({ icon: iconOf(problem), ...wordsOf(problem) }))
    .toSorted((a, b) => order.indexOf(a.icon) - order.indexOf(b.icon));
}

function iconOf(problem: ExportProblem): Finding['icon'] {
  if (isStopping(problem)) return 'wrong';
  return NOTES.has(problem.kind) ? 'note' : 'warn';
}

function wordsOf(problem: ExportProblem): Words {
  // The kind decides which words take which problem; the compiler cannot infer that through a look-up.
  const words = PROBLEMS[problem.kind] as (problem: ExportProblem) => Words;
  return words(problem);
}

/** Returns, for example, “Item Name” or “SKU”. */
function anyOf(names: readonly string[]): string {
  return names
    .map((name) => `“${name}”`)
    .reduce((first, second) => m.exports_problem_columns_or({ first, second }));
}

const GAPS: Readonly<Record<Gap, () => Words>> = {
  'no-channel': () => ({
    title: m.exports_gap_no_channel(),
    advice: m.exports_gap_no_channel_advice(),
  }),
  'one-channel': () => ({
    title: m.exports_gap_one_channel(),
    advice: m.exports_gap_one_channel_advice(),
  }),
  'no-promotion': () => ({
    title: m.exports_gap_no_promotion(),
    advice: m.exports_gap_no_promotion_advice(),
  }),
  'no-ad-spend': () => ({
    title: m.exports_gap_no_ad_spend(),
    advice: m.exports_gap_no_ad_spend_advice(),
  }),
  'no-unit-cost': () => ({
    title: m.exports_gap_no_unit_cost(),
    advice: m.exports_gap_no_unit_cost_advice(),
  }),
  'no-category': () => ({
    title: m.exports_gap_no_category(),
    advice: m.exports_gap_no_category_advice(),
  }),
};

export function gapFindings(gaps: readonly Gap[]): Finding[] {
  return gaps.map((gap) => ({ icon: 'note', ...GAPS[gap]() }));
}

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
  const pieces = account.linesAsPieces ? [m.exports_account_pieces()] : [];
  return [used, ...pieces, ...setAside(account)];
}

function setAside({
  refundRows,
  otherKinds,
  unnamedRows,
  repeatedRows,
}: FileAccount): readonly string[] {
  const ofOtherKinds = otherKinds.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const kinds = listed(otherKinds.map(rowKindWords));
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

function rowKindWords({ name, rowCount }: FileAccount['otherKinds'][number]): string {
  const count = formatCount(rowCount);
  return name === ''
    ? m.exports_account_kind_unnamed({ count })
    : m.exports_account_kind({ name, count });
}
