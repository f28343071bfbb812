// Joins the rows of a list that are variants of one article.

import { spellingKey } from '#core/base/text/split-words.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { ListedAmount, SupplierItem } from './supplier-list.ts';
import { isContent, measuredTitle } from './variant-of-row.ts';

/** A row as an article of its own. */
export interface ItemRow {
  readonly item: SupplierItem;
  /** Title before its variant was split off; the same where none was. */
  readonly wholeTitle: string;
}

/** Variants that cost more than this many times as much as another are articles of their own: a large pot is another pot. */
const MOST_TIMES_COST = 1.5;
const LEAST_PREFIX = 3;

/**
 * Joins rows with the same title and another variant into one item each. Repeated rows are left out, and of rows that
 * state one price for each quantity, the smallest quantity stays; both are logged.
 */
export function groupVariants(rows: readonly ItemRow[], log: IssueLog): SupplierItem[] {
  const groups = new Map<string, ItemRow[]>();
  for (const row of withoutRepeats(rows, log)) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return withMeasures([...groups.values()].flatMap((group) => itemsOf(group, log)));
}

/** A content belongs to the title; other measures do where they alone tell two items of a list apart. */
function withMeasures(items: readonly SupplierItem[]): SupplierItem[] {
  const measures = new Map<string, Set<string>>();
  for (const { title, measure } of items)
    measures.set(title, (measures.get(title) ?? new Set()).add(measure));
  return items.map((item) => {
    const isTold = isContent(item.measure) || measures.get(item.title)!.size > 1;
    return isTold ? { ...item, title: measuredTitle(item), measure: '' } : item;
  });
}

function keyOf({ item }: ItemRow): string {
  const { supplier, category, brand, title, measure, material } = item;
  const texts = [supplier, category, brand, title, measure, material].map(spellingKey);
  // Without a variant, equal titles are different articles.
  return JSON.stringify(item.variants.length > 0 ? texts : [...texts, item.row]);
}

function withoutRepeats(rows: readonly ItemRow[], log: IssueLog): ItemRow[] {
  const kept = new Map<string, ItemRow>();
  for (const each of rows) {
    const { item } = each;
    const key = identityOf(item);
    const before = kept.get(key);
    if (!before) kept.set(key, each);
    else if (item.sku !== '' && isOtherPrice(before.item, item)) {
      if ((item.minimumOrder ?? 0) < (before.item.minimumOrder ?? 0)) kept.set(key, each);
      log.add({ kind: 'price-ladder', severity: 'info' }, item.row, item.title);
    } else log.add({ kind: 'duplicate-row', severity: 'warning' }, item.row);
  }
  return [...kept.values()];
}

/** All that an item is, without its terms. */
function identityOf(item: SupplierItem): string {
  const { supplier, sku, makerSku, barcodes, title, measure, category, brand, material } = item;
  const texts = [supplier, sku, makerSku, title, measure, category, brand, material];
  return JSON.stringify([texts, barcodes, item.attributes, item.variants]);
}

function isOtherPrice(a: SupplierItem, b: SupplierItem): boolean {
  return a.cost?.amount !== b.cost?.amount || a.minimumOrder !== b.minimumOrder;
}

function itemsOf(rows: readonly ItemRow[], log: IssueLog): SupplierItem[] {
  if (rows.length === 1) return [alone(rows[0]!)];
  const group = rows.map(({ item }) => item);
  const first = group[0]!;
  const costs = group.flatMap(({ cost }) => cost?.amount ?? []);
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const currencies = new Set(group.flatMap(({ cost }) => (cost ? [cost.currency] : [])));
  if (most > MOST_TIMES_COST * least || currencies.size > 1) return rows.map(apart);
  if (most > least) log.add({ kind: 'variant-costs', severity: 'info' }, first.row, first.title);
  return [
    {
      ...first,
      sku: commonStart(group.map(({ sku }) => sku)),
      barcodes: [...new Set(group.flatMap(({ barcodes }) => barcodes))],
      variants: [...new Set(group.flatMap(({ variants }) => variants))],
      cost: highestCost(group),
      minimumOrder: highest(group.map(({ minimumOrder }) => minimumOrder)),
      packSize: highest(group.map(({ packSize }) => packSize)),
      leadTimeDays: highest(group.map(({ leadTimeDays }) => leadTimeDays)),
    },
  ];
}

/** A variant of the title alone in its list is no variant: the title is the article's. */
function alone({ item, wholeTitle }: ItemRow): SupplierItem {
  return wholeTitle === item.title ? item : { ...item, title: wholeTitle, variants: [] };
}

function apart({ item, wholeTitle }: ItemRow): SupplierItem {
  const { title, variants } = item;
  const named = wholeTitle === title ? `${title}, ${variants.join(', ')}` : wholeTitle;
  return { ...item, title: named, variants: [] };
}

function highestCost(group: readonly SupplierItem[]): ListedAmount | null {
  return group.reduce<ListedAmount | null>(
    (most, { cost }) => (cost && cost.amount > (most?.amount ?? 0) ? cost : most),
    null,
  );
}

function highest(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** "AC-101-S" and "AC-101-M" are of "AC-101", but 1001 and 1002 are of no 100. */
function commonStart(skus: readonly string[]): string {
  const [first = ''] = skus;
  let end = first.length;
  for (const sku of skus) while (!sku.startsWith(first.slice(0, end))) end -= 1;
  const start = first.slice(0, end).replace(/[-_/.\s]+$/, '');
  const cutsNumber = /\d$/.test(start) && skus.some((sku) => /^\d/.test(sku.slice(start.length)));
  return start.length >= LEAST_PREFIX && !cutsNumber ? start : first;
}
