import { textCounts, type CodedColumn } from '../csv/coded-column.ts';
import { median } from '#core/base/statistics/statistics.ts';
import { LINE_REASONS, type DerivationSettings, type LineReason } from './derivation-settings.ts';
import { isService, unlikeIds } from './non-products.ts';
import type { OrderLines } from '../platform-files/orders/order-lines.ts';

export interface ChosenLines {
  /** For each line, 0 if it is counted, else 1 + the index of its reason in LINE_REASONS. */
  readonly reasons: Uint8Array;
  /** 1 for a bulk line, else 0. */
  readonly isBulk: Uint8Array;
}

/** A bulk line exceeds the usual quantity by this factor, both that of the shop and that of the product. */
const BULK = 20;

/**
 * Chooses the lines that count as sales or returns. Lines with negative quantity are returned units. They count even if
 * their order is cancelled.
 * @param products the product of each line; '' for none
 */
export function chooseLines(
  lines: OrderLines,
  products: CodedColumn,
  { leaveOutBulk, countPending }: Pick<DerivationSettings, 'leaveOutBulk' | 'countPending'>,
): ChosenLines {
  const isBulk = bulkLines(lines, products);
  const isGoods = goodsLines(lines);
  const isEmptyTitle = emptyTitles(lines.title);
  const unpaidReason = (line: number): LineReason | null => {
    if (lines.isCancelled[line] && !(lines.quantity[line]! < 0)) return 'cancelled';
    return !countPending && lines.pending[line] === 1 ? 'pending' : null;
  };
  const reasonOf = (line: number): LineReason | null => {
    const quantity = lines.quantity[line]!;
    const unpaid = unpaidReason(line);
    if (unpaid !== null) return unpaid;
    if (Number.isNaN(lines.orderedAt[line]!)) return 'no-date';
    if (Number.isNaN(quantity) || quantity === 0) return 'no-quantity';
    if (products.texts[products.codes[line]!] === '') return 'no-product';
    if (!isGoods(line)) return 'not-a-product';
    if (isEmptyTitle[lines.title.codes[line]!]) return 'no-title';
    if (lines.unitPrice[line]! <= 0) return 'no-price';
    return leaveOutBulk && isBulk[line] ? 'bulk' : null;
  };
  const reasons = new Uint8Array(lines.rowCount);
  for (let line = 0; line < lines.rowCount; line++) {
    const reason = reasonOf(line);
    if (reason !== null) reasons[line] = 1 + LINE_REASONS.indexOf(reason);
  }
  return { reasons, isBulk };
}

function goodsLines(lines: OrderLines): (line: number) => boolean {
  const ids = idsOf(lines);
  const isUnlike = unlikeIds(ids);
  const isServiceTitle = Uint8Array.from(lines.title.texts, (title) => Number(isService(title)));
  return (line) =>
    isUnlike[ids.codes[line]!] === 0 && isServiceTitle[lines.title.codes[line]!] === 0;
}

/**
 * Flags empty titles if most lines have a title: such lines are the shop's own corrections. In a file without titles,
 * none are flagged.
 */
function emptyTitles(title: CodedColumn): Uint8Array {
  const lines = textCounts(title);
  const empty = title.texts.indexOf('');
  const hasTitles = empty < 0 || lines[empty]! < title.codes.length / 2;
  return Uint8Array.from(title.texts, (text) => Number(hasTitles && text.trim() === ''));
}

function idsOf({ productId, sku }: OrderLines): CodedColumn {
  return productId.texts.some((id) => id !== '') ? productId : sku;
}

function bulkLines({ quantity, rowCount }: OrderLines, products: CodedColumn): Uint8Array {
  const positive = quantity.filter((value) => value > 0);
  const isBulk = new Uint8Array(rowCount);
  if (positive.length === 0) return isBulk;
  const usual = median(positive);
  const candidates = new Set<number>();
  for (let line = 0; line < rowCount; line++)
    if (quantity[line]! > BULK * usual) candidates.add(products.codes[line]!);
  const quantities = new Map([...candidates].map((product): [number, number[]] => [product, []]));
  for (let line = 0; line < rowCount; line++)
    if (quantity[line]! > 0) quantities.get(products.codes[line]!)?.push(quantity[line]!);
  const usualOf = new Map([...quantities].map(([product, all]) => [product, median(all)]));
  for (let line = 0; line < rowCount; line++) {
    const own = usualOf.get(products.codes[line]!) ?? Infinity;
    isBulk[line] = Number(quantity[line]! > BULK * Math.max(usual, own));
  }
  return isBulk;
}
